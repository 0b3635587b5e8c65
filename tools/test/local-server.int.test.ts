import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { accepts, freePort, launch } from '../src/servers/local-server.ts';

/** Says more than a pipe holds, before it listens. */
const TALKATIVE = `const line = 'x'.repeat(1023) + '\\n';
let left = 1024;
const say = () => { while (left-- > 0) if (!process.stdout.write(line)) return process.stdout.once('drain', say); listen(); };
const listen = () => require('node:net').createServer().listen(Number(process.argv[1]), '127.0.0.1');
say();`;

describe('a server that was started', () => {
  test('goes on when nothing can be written to its log', async () => {
    const port = await freePort();
    const server = await launch({
      name: 'A talkative server',
      command: process.execPath,
      args: ['-e', TALKATIVE, String(port)],
      address: `127.0.0.1:${port}`,
      // Every write to it fails, as on a disk that is full.
      logFile: '/dev/full',
      probe: () => accepts(port),
    });
    expect(await accepts(port)).toBe(true);
    await server.stop();
    expect(await accepts(port)).toBe(false);
  });

  test('is not taken for ready because somebody else answers at its port', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const address = `127.0.0.1:${port}`;
    const started: number[] = [];
    const starting = launch({
      name: 'A latecomer',
      command: process.execPath,
      args: ['-e', "require('node:net').createServer().listen(Number(process.argv[1]), '127.0.0.1')", String(port)],
      address,
      logFile: '/dev/null',
      probe: () => accepts(port),
      onProcess: (processId) => started.push(processId),
    });
    await expect(starting).rejects.toThrow(`A latecomer was not started: somebody answers at ${address} already.`);
    expect(started).toEqual([]);
    await new Promise((resolve) => other.close(resolve));
  });
});
