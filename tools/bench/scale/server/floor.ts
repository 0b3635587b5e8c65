import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What no platform that keeps its word can beat: every operation is appended to a file and acknowledged after an
 * fdatasync; what comes while one is under way goes into the next. Over HTTP (the bodies are read, parsed and answered)
 * and, at GET /bare, without it.
 */
const [directory = '', recordBytes = '0'] = process.argv.slice(2);
const record = Buffer.alloc(Number(recordBytes), 'x');
const file = await open(join(directory, 'floor.log'), 'w');
let waiting: (() => void)[] = [];
let running = false;
let position = 0;

async function run(): Promise<void> {
  running = true;
  while (waiting.length > 0) {
    const group = waiting;
    waiting = [];
    const bytes = Buffer.concat(group.map(() => record));
    await file.write(bytes, 0, bytes.byteLength, position);
    position += bytes.byteLength;
    await file.datasync();
    for (const acknowledge of group) acknowledge();
    await new Promise((resolve) => setImmediate(resolve));
  }
  running = false;
}

function append(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (!running) void run();
  });
}

async function bare(workers: number, milliseconds: number): Promise<number> {
  const end = performance.now() + milliseconds;
  let count = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (performance.now() < end) {
        await append();
        count += 1;
      }
    }),
  );
  return (count / (performance.now() - began)) * 1000;
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { readonly bare?: readonly [number, number] };
    void (body.bare === undefined ? append() : bare(...body.bare)).then((perSecond) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ data: { perSecond: perSecond ?? null } }));
    });
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ origin: `http://127.0.0.1:${port}` });
});
process.on('disconnect', () => {
  server.closeAllConnections();
  server.close();
  void file.close();
});
