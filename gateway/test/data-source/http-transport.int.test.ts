import { afterEach, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, createDeadline, systemClock } from '@hiregraph/kernel';
import { createInternalIdentity, INTERNAL_HEADERS } from '@hiregraph/subgraph';
import type { ExecutionResult } from 'graphql';
import { type Cancellation, FetchCancelledError } from '../../src/data-source/cancellation.ts';
import { createHttpTransport } from '../../src/data-source/http-transport.ts';
import type { SubgraphFetch, SubgraphTransport } from '../../src/data-source/subgraph-transport.ts';
import { http, type MisbehavingServer, startMisbehaving, type WireRequest } from './misbehaving-server.ts';

const identity = createInternalIdentity('s'.repeat(32));
const PING = '{"data":{"ping":true}}';
/** Far longer than any of these takes, so that only what is looked for ends a fetch. */
const LONG = 60_000;

let server: MisbehavingServer;
let transport: SubgraphTransport;
afterEach(async () => {
  await transport.close();
  await server.stop();
});

async function start(answer: (request: WireRequest) => void, limits: object = {}): Promise<void> {
  server = await startMisbehaving(answer);
  transport = createHttpTransport({ url: server.url, subgraph: 'job', identity, ...limits });
}

function fetch(change: Partial<SubgraphFetch> = {}, milliseconds = LONG): Promise<ExecutionResult> {
  return transport.fetch({
    query: '{ ping }',
    caller: ANONYMOUS,
    deadline: createDeadline(systemClock, milliseconds),
    trace: { correlationId: 'cor-1', causationId: 'cau-1' },
    ...change,
  });
}

/** A connection is free a turn of the event loop after its answer: servers may still close it till then. */
async function untilFree(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** One that a test cancels. */
function cancellation(): Cancellation & { cancel(): void; readonly listeners: Set<() => void> } {
  const listeners = new Set<() => void>();
  let isCancelled = false;
  return {
    get isCancelled() {
      return isCancelled;
    },
    listeners,
    whenCancelled: (work) => {
      listeners.add(work);
      return () => listeners.delete(work);
    },
    release: () => undefined,
    cancel: () => {
      isCancelled = true;
      for (const work of listeners) work();
    },
  };
}

describe('a fetch over HTTP', () => {
  it('says what is asked, who asks, what time remains and which trace it belongs to', async () => {
    await start(({ socket }) => socket.write(http(PING)));
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    const answer = await fetch({
      query: 'query Q($a: String) { ping(a: $a) }',
      operationName: 'Q',
      variables: { a: 'é "quoted"' },
      trace: { correlationId: 'cor-1', causationId: 'cau-1', traceparent },
    });
    expect(answer).toEqual({ data: { ping: true } });
    const [request] = server.requests;
    const body = Buffer.from(request!.body, 'latin1').toString('utf8');
    expect(JSON.parse(body)).toEqual({
      query: 'query Q($a: String) { ping(a: $a) }',
      operationName: 'Q',
      variables: { a: 'é "quoted"' },
    });
    const headers = new Map(
      request!.head
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(/: (.*)/u, 2) as [string, string]),
    );
    expect(headers.get(INTERNAL_HEADERS.correlation)).toBe('cor-1');
    expect(headers.get(INTERNAL_HEADERS.causation)).toBe('cau-1');
    expect(headers.get(INTERNAL_HEADERS.traceparent)).toBe(traceparent);
    // The subgraph's own cap, less what the hop keeps back, though the caller would wait longer.
    expect(Number(headers.get(INTERNAL_HEADERS.deadline))).toBeLessThanOrEqual(2_000);
    expect(Number(headers.get(INTERNAL_HEADERS.deadline))).toBeGreaterThan(0);
    expect(await identity.verify(headers.get(INTERNAL_HEADERS.identity), 'job', body)).toEqual(ANONYMOUS);
  });

  it('keeps its connection, and uses one that is free before it opens another', async () => {
    await start(({ socket }) => socket.write(http(PING)));
    for (let time = 0; time < 5; time++) {
      await fetch();
      await untilFree();
    }
    expect(server.connections()).toBe(1);
    expect(server.requests.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  it('does not pipeline: while one fetch waits, another goes over a connection of its own', async () => {
    const waiting: WireRequest[] = [];
    await start((request) => {
      waiting.push(request);
      if (waiting.length === 3) for (const { socket } of waiting) socket.write(http(PING));
    });
    expect(await Promise.all([fetch(), fetch(), fetch()])).toEqual(Array(3).fill({ data: { ping: true } }));
    expect(server.connections()).toBe(3);
  });

  it('asks once more where the subgraph closed the connection that it had kept, but never a mutation', async () => {
    await start(({ socket, number }) => {
      if (number === 1) socket.write(http(PING));
      else socket.destroy();
    });
    await fetch();
    await untilFree();
    expect(await fetch()).toEqual({ data: { ping: true } });
    expect(server.requests.map(({ number }) => number)).toEqual([1, 2, 1]);
    await untilFree();
    await expect(fetch({ query: 'mutation { ping }' })).rejects.toThrow('connection was lost');
    expect(server.requests).toHaveLength(4);
  });

  it('asks anew over a new connection where the old one was closed between requests', async () => {
    await start(({ socket }) => {
      socket.write(http(PING, '200 OK', 'connection: close'));
      socket.end();
    });
    await fetch();
    await server.whenQuiet();
    expect(await fetch({ query: 'mutation { ping }' })).toEqual({ data: { ping: true } });
    expect(server.connections()).toBe(2);
  });

  it('gives up at once where nobody listens', async () => {
    await start(() => undefined);
    await server.stop();
    await expect(fetch()).rejects.toThrow('ECONNREFUSED');
  });
});

describe('what ends a fetch that does not end by itself', () => {
  it.each([
    ['says nothing', () => undefined],
    [
      'sends its answer in drops',
      ({ socket }: WireRequest) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"da'),
    ],
    ['never ends its headers', ({ socket }: WireRequest) => socket.write('HTTP/1.1 200 OK\r\nx: ')],
    [
      'shuts its half of the connection after a part',
      ({ socket }: WireRequest) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"da');
        socket.end();
      },
    ],
  ] as const)('the deadline, or sooner the connection, of a subgraph that %s', async (_what, answer) => {
    await start(answer);
    await expect(fetch({}, 120)).rejects.toThrow(/No whole answer came within \d+ ms|closed|terminated/u);
    await server.whenQuiet();
  });

  it('a deadline that has passed: nothing is sent', async () => {
    await start(({ socket }) => socket.write(http(PING)));
    await expect(fetch({}, 0)).rejects.toThrow('No time remains');
    expect(server.requests).toEqual([]);
  });

  it.each([
    ['it waits', ''],
    ['it is half answered', 'HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"da'],
  ])('a caller who hangs up while %s, and nothing of it stays behind', async (_when, part) => {
    const caller = cancellation();
    await start(({ socket }) => {
      socket.write(part);
      setImmediate(caller.cancel);
    });
    await expect(fetch({ cancellation: caller })).rejects.toBeInstanceOf(FetchCancelledError);
    expect(caller.listeners.size).toBe(0);
    // Its own: undici connects again after every one that it cuts off, and keeps that for the next fetch.
    const [{ socket }] = server.requests as [WireRequest];
    if (!socket.closed) await new Promise((resolve) => socket.once('close', resolve));
    await expect(fetch({ cancellation: caller })).rejects.toBeInstanceOf(FetchCancelledError);
    expect(server.requests).toHaveLength(1);
  });

  it('but not a mutation whose caller hangs up: a write on its way reaches its end', async () => {
    const caller = cancellation();
    await start(({ socket }) => {
      caller.cancel();
      setImmediate(() => socket.write(http(PING)));
    });
    expect(await fetch({ query: 'mutation { ping }', cancellation: caller })).toEqual({ data: { ping: true } });
  });
});

describe('an answer that is none', () => {
  it.each([
    ['is larger than allowed', http(`{"data":{"ping":"${'x'.repeat(200)}"}}`), /larger than 100 bytes/u],
    ['is no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n\r\n', /Expected HTTP/u],
    ['is no JSON', http('<html>private</html>'), /HTTP 200 and something that is no JSON\.$/u],
    ['is JSON and no result', http('[1]'), /no GraphQL result/u],
    ['is null', http('null'), /no GraphQL result/u],
    ['is empty', http(''), /no JSON/u],
    ['says that the server failed', http(PING, '503 Service Unavailable'), /HTTP 503/u],
  ])('since it %s fails the fetch, saying why', async (_what, bytes, message) => {
    await start(({ socket }) => socket.write(bytes), { maxAnswerBytes: 100 });
    await expect(fetch()).rejects.toThrow(message);
  });

  it('does not spoil the fetches after it', async () => {
    const answers = ['nonsense\r\n\r\n', http(`"${'x'.repeat(200)}"`), http('{'), http(PING)];
    await start(({ socket }) => socket.write(answers.shift() ?? http(PING)), { maxAnswerBytes: 100 });
    for (let time = 0; time < 3; time++) await expect(fetch()).rejects.toThrow();
    expect(await fetch()).toEqual({ data: { ping: true } });
  });

  it('is refused before it is asked for where too many fetches are under way', async () => {
    const held: WireRequest[] = [];
    await start((request) => held.push(request), { maxFetches: 2 });
    const under = [fetch(), fetch()];
    await expect(fetch()).rejects.toThrow('2 fetches are under way');
    while (held.length < 2) await new Promise((resolve) => setImmediate(resolve));
    for (const { socket } of held) socket.write(http(PING));
    expect(await Promise.all(under)).toHaveLength(2);
  });

  it('comes whole however it is cut, and with errors it is a result as well', async () => {
    const body = '{"data":null,"errors":[{"message":"Ärger – 漢"}]}';
    await start(({ socket }) => {
      const bytes = Buffer.from(http(body, '400 Bad Request'));
      const send = (from: number): void => {
        if (from < bytes.length) socket.write(bytes.subarray(from, from + 7), () => setImmediate(send, from + 7));
      };
      send(0);
    });
    expect(await fetch()).toEqual({ data: null, errors: [{ message: 'Ärger – 漢' }] });
  });
});
