import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type Caller, createDeadline, silentLogger, systemClock } from '@hiregraph/kernel';
import { Registry } from 'prom-client';
import { request } from 'undici';
import {
  createHttpOwnerClient,
  createInternalIdentity,
  createSubgraph,
  createSubgraphServer,
  INTERNAL_HEADERS,
  type SubgraphServer,
} from '../src/index.ts';

const SECRET = 'a secret that only this test knows about';
const identity = createInternalIdentity(SECRET);
let server: SubgraphServer | undefined;

async function start(): Promise<string> {
  const subgraph = createSubgraph({
    name: 'job',
    typeDefs: 'type Query { whoAmI: String, remaining: Int }',
    logger: silentLogger,
    createContext: (context) => {
      if (context.caller.kind === 'candidate') throw new Error('a defect that is told to nobody');
      return context;
    },
    resolvers: {
      Query: {
        whoAmI: (_: unknown, __: unknown, { caller }: { caller: Caller }) => JSON.stringify(caller),
        remaining: (_: unknown, __: unknown, context: { deadline: { remaining(): number } }) =>
          Math.round(context.deadline.remaining()),
      },
    },
  });
  server = createSubgraphServer({
    subgraph,
    identity,
    clock: systemClock,
    logger: silentLogger,
    metrics: new Registry(),
    ready: () => Promise.resolve({ ready: true }),
    host: '127.0.0.1',
    port: 0,
  });
  await server.start();
  return server.url;
}

async function post(
  url: string,
  body: string,
  headers: Record<string, string>,
): Promise<{ status: number; json: unknown }> {
  const response = await request(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return { status: response.statusCode, json: await response.body.json() };
}

afterEach(async () => {
  await server?.stop();
});

describe('a subgraph over HTTP', () => {
  const body = JSON.stringify({ query: '{ whoAmI }' });

  it('answers a caller whose identity is signed', async () => {
    const url = await start();
    const token = await identity.sign(ANONYMOUS, 'job', body);
    const { status, json } = await post(url, body, { [INTERNAL_HEADERS.identity]: token });
    expect(status).toBe(200);
    expect(json).toEqual({ data: { whoAmI: '{"kind":"anonymous"}' } });
  });

  it('refuses no identity, one for another subgraph, one for another body and one signed by somebody else', async () => {
    const url = await start();
    const stranger = createInternalIdentity('another secret, thirty-two bytes long');
    const tokens = [
      undefined,
      await identity.sign(ANONYMOUS, 'candidate', body),
      await identity.sign(ANONYMOUS, 'job', '{"query":"{ other }"}'),
      await stranger.sign(ANONYMOUS, 'job', body),
    ];
    for (const token of tokens) {
      const { status, json } = await post(url, body, token === undefined ? {} : { [INTERNAL_HEADERS.identity]: token });
      expect(status).toBe(401);
      expect(json).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });

  it('takes no longer than the header allows', async () => {
    const url = await start();
    const asked = JSON.stringify({ query: '{ remaining }' });
    const token = await identity.sign(ANONYMOUS, 'job', asked);
    const { json } = await post(url, asked, { [INTERNAL_HEADERS.identity]: token, [INTERNAL_HEADERS.deadline]: '700' });
    expect((json as { data: { remaining: number } }).data.remaining).toBeLessThanOrEqual(700);
  });

  it('answers errors as JSON, for a body that is no JSON and a path that is not there too', async () => {
    const url = await start();
    const broken = await post(url, '{', { [INTERNAL_HEADERS.identity]: 'x' });
    expect(broken).toMatchObject({ status: 400, json: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] } });
    const missing = await post(url.replace('/graphql', '/nothing'), '{}', {});
    expect(missing).toMatchObject({ status: 404, json: { errors: [{ extensions: { code: 'NOT_FOUND' } }] } });
  });

  it.each([
    ['a limit that the operation passes', { query: `{ ${'a: whoAmI '.repeat(61)} }` }, 'OPERATION_LIMIT'],
    ['a field that is not there', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['a document that is none', { query: '{' }, 'GRAPHQL_PARSE_FAILED'],
    ['a body without a query', { variables: {} }, 'BAD_REQUEST'],
    ['several operations in one body', [{ query: '{ whoAmI }' }], 'BAD_REQUEST'],
    ['a name that is no text', { query: '{ whoAmI }', operationName: 1 }, 'BAD_REQUEST'],
    ['variables that are no object', { query: '{ whoAmI }', variables: [] }, 'BAD_REQUEST'],
  ])('says that nothing was executed, and why: %s', async (_what, asked, code) => {
    const url = await start();
    const text = JSON.stringify(asked);
    const token = await identity.sign(ANONYMOUS, 'job', text);
    const { status, json } = await post(url, text, { [INTERNAL_HEADERS.identity]: token });
    expect(status).toBe(400);
    expect(json).not.toHaveProperty('data');
    expect(json).toMatchObject({ errors: expect.arrayContaining([expect.objectContaining({ extensions: { code } })]) });
  });

  const candidate: Caller = { kind: 'candidate', tenantId: 'ten_1', candidateId: 'cnd_1' };
  it.each<[string, string, Caller | null]>([
    ['an answer', body, ANONYMOUS],
    ['a document that is none', '{"query":"{"}', ANONYMOUS],
    ['a body that is no JSON', '{', ANONYMOUS],
    ['a body that is too large', JSON.stringify({ query: '{ whoAmI }', padding: 'x'.repeat(1_048_576) }), ANONYMOUS],
    ['no identity', body, null],
    ['a defect', body, candidate],
  ])('answers alike with and without Fastify: %s', async (_what, asked, caller) => {
    const url = await start();
    const token = caller === null ? undefined : await identity.sign(caller, 'job', asked);
    const headers = token === undefined ? {} : { [INTERNAL_HEADERS.identity]: token };
    const answers = await Promise.all(
      ['application/json', 'application/json; charset=utf-8'].map(async (type) => {
        const response = await request(url, {
          method: 'POST',
          body: asked,
          headers: { ...headers, 'content-type': type },
        });
        const text = await response.body.text();
        return {
          status: response.statusCode,
          type: response.headers['content-type'],
          // A defect's answer names an id of its own.
          text: text.replace(/[0-9a-f-]{36}/u, 'an id'),
        };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
  });

  it('outlives a caller who hangs up in the middle of a body', async () => {
    const url = new URL(await start());
    const socket = connect(Number(url.port), url.hostname);
    const head = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{';
    await new Promise<void>((resolve) => socket.write(head, () => resolve()));
    socket.destroy();
    await once(socket, 'close');
    const { status } = await post(url.href, body, {
      [INTERNAL_HEADERS.identity]: await identity.sign(ANONYMOUS, 'job', body),
    });
    expect(status).toBe(200);
  });

  it('answers alike when a caller comes back, and never as another one', async () => {
    const url = await start();
    const callers = ['usr_1', 'usr_2', 'usr_1'].map(
      (userId): Caller => ({ kind: 'user', tenantId: 'ten_1', userId, roles: ['RECRUITER'], name: null }),
    );
    for (const caller of callers) {
      const token = await identity.sign(caller, 'job', body);
      const { json } = await post(url, body, { [INTERNAL_HEADERS.identity]: token });
      expect(JSON.parse((json as { data: { whoAmI: string } }).data.whoAmI)).toEqual(caller);
    }
  });

  it('tells its health', async () => {
    const url = await start();
    const live = await request(url.replace('/graphql', '/health/live'));
    expect(await live.body.json()).toEqual({ status: 'live' });
    const ready = await request(url.replace('/graphql', '/health/ready'));
    expect(ready.statusCode).toBe(200);
    await ready.body.dump();
  });

  it('lets another service ask under its own identity, and says so when the owner is gone', async () => {
    const url = await start();
    const owners = createHttpOwnerClient({ job: url }, identity);
    const question = {
      from: 'candidate' as const,
      tenantId: 'ten_1',
      query: '{ whoAmI }',
      variables: {},
      deadline: createDeadline(systemClock, 2_000),
      trace: { correlationId: 'c', causationId: 'c' },
    };
    const { whoAmI } = await owners.ask<{ whoAmI: string }>('job', question);
    expect(JSON.parse(whoAmI)).toEqual({ kind: 'service', tenantId: 'ten_1', service: 'candidate' });
    await server?.stop();
    await expect(owners.ask('job', question)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });
});
