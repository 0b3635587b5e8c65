import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ExecutionResult } from 'graphql';
import type { SubgraphFetch, SubgraphTransport } from '../../src/index.ts';
import type { Operation, Weather } from '../plan-executor/comparison.ts';
import { createFakeSubgraph } from '../plan-executor/fake-subgraph.ts';
import { spoil } from '../plan-executor/faults.ts';
import { OPERATIONS } from '../plan-executor/shop/operations.ts';
import { SHOP } from '../plan-executor/shop/shop.ts';
import { type RawRequest, startTwoLanes, type TwoLanes, type TwoLanesOptions } from './two-lanes.ts';

let lanes: TwoLanes;
const started: TwoLanes[] = [];
let weather: Weather;
/** Stands in for what subgraphs answer, where a test wants to hear something else. */
let says: ((fetch: SubgraphFetch) => ExecutionResult) | null;
const names = SHOP.map(({ name }) => name);
const fakes = SHOP.map(createFakeSubgraph);
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const REGISTERED = 'query Registered { latestTitle }';

function transports(): Readonly<Record<string, SubgraphTransport>> {
  return Object.fromEntries(
    fakes.map(({ name, execute }) => [
      name,
      {
        fetch: async (fetch: SubgraphFetch): Promise<ExecutionResult> => {
          if (says !== null) return says(fetch);
          const { query, variables = {} } = fetch;
          const fault = weather.faults[name] ?? 'none';
          const seed = `${weather.seed}${name}`;
          const answer = execute({ query, variables, failing: fault === 'failing-fields' ? seed : null });
          const { representations } = variables;
          const overTheWire = JSON.parse(JSON.stringify(answer)) as ExecutionResult;
          return spoil(overTheWire, {
            fault,
            seed,
            representations: Array.isArray(representations) ? representations : null,
          });
        },
        close: () => Promise.resolve(),
      },
    ]),
  );
}

async function start(options: Omit<TwoLanesOptions, 'transports'> = {}): Promise<void> {
  lanes = await startTwoLanes({ transports: transports(), ...options });
  started.push(lanes);
}
afterAll(() => Promise.all(started.map((each) => each.stop())));
beforeEach(() => {
  weather = { seed: '', faults: {} };
  says = null;
});

/** Both answer alike to the last byte. Gives back which way the first one's answer came, and the answer. */
async function askAlike(asked: RawRequest): Promise<{ lane: string; status: number; text: string }> {
  const { both, ordinary, lane } = await lanes.ask(asked);
  expect({ asked, ...both }).toEqual({ asked, ...ordinary });
  return { lane, status: both.status, text: both.text };
}

/** The same until it is known; then the answer that counts. */
async function askKnown(asked: RawRequest): ReturnType<typeof askAlike> {
  await askAlike(asked);
  return askAlike(asked);
}

describe('the fast lane over HTTP answers byte for byte as the ordinary way does', () => {
  beforeAll(() => start({ maxCost: Number.MAX_SAFE_INTEGER }));

  const WEATHERS: readonly Weather[] = [
    { seed: 'fair', faults: {} },
    ...names.map((name): Weather => ({ seed: `without ${name}`, faults: { [name]: 'refused' } })),
    ...(['failing-fields', 'null-entities', 'nulls', 'wrong-leaves', 'errors-only', 'wrong-shapes'] as const).map(
      (fault): Weather => ({ seed: fault, faults: Object.fromEntries(names.map((name) => [name, fault])) }),
    ),
  ];

  let index = 0;
  it.each(Object.keys(OPERATIONS))('for %s, in fair and in foul weather', async (feature) => {
    let fast = 0;
    for (const operation of OPERATIONS[feature] ?? []) {
      index += 1;
      const body: Operation = operation;
      weather = { seed: '', faults: {} };
      const known = await askKnown({ body });
      if (known.lane === 'fast') fast += 1;
      // Breakers close, so that one operation does not learn from another's failures.
      lanes.clock.advance(60_000);
      weather = WEATHERS[index % WEATHERS.length]!;
      expect((await askAlike({ body })).lane).toBe(known.lane);
    }
    expect(fast).toBeGreaterThan(0);
  });
});

describe('what the fast lane leaves to the ordinary way', () => {
  beforeAll(() => start({ maxCost: 60, persistedOperations: new Map([[hashOf(REGISTERED), REGISTERED]]) }));

  const PING = '{ ping }';
  const BOOK = 'query Book($isbn: ID!, $with: Boolean = true) { book(isbn: $isbn) { title @include(if: $with) } }';
  const BOOK_ONE = { query: BOOK, variables: { isbn: 'Book-1' } };

  it('is the first sight of an operation, and no later one', async () => {
    expect((await askAlike({ body: { query: PING } })).lane).toBe('first-sight');
    for (let time = 0; time < 3; time++) expect((await askAlike({ body: { query: PING } })).lane).toBe('fast');
    expect((await askAlike({ body: { query: `${PING} ` } })).lane).toBe('first-sight');
  });

  it.each<[reason: string, asked: RawRequest]>([
    ['invalid-variables', { body: { query: BOOK, variables: {} } }],
    ['invalid-variables', { body: { query: BOOK, variables: { isbn: { a: 1 } } } }],
    ['condition-not-boolean', { body: { query: BOOK, variables: { isbn: 'Book-1', with: null } } }],
    ['body', { body: { query: BOOK, variables: 'text' } }],
    ['body', { body: { query: BOOK, variables: [] } }],
    ['body', { body: { query: BOOK, operationName: 7 } }],
    ['body', { body: { query: BOOK, extensions: 'text' } }],
    ['body', { body: { query: BOOK, extensions: [] } }],
    ['body', { body: { query: 7 } }],
    ['body', { body: { query: null } }],
    ['body', { body: {} }],
    ['body', { body: [BOOK_ONE] }],
    ['body', { body: [] }],
    ['body', { body: '"text"' }],
    ['body', { body: 'null' }],
    ['none', { body: '{' }],
    ['body', { body: '' }],
    ['first-sight', { body: { query: '' } }],
    ['first-sight', { body: { query: '{ nothing }' } }],
    ['first-sight', { body: { query: '{ ping' } }],
    ['first-sight', { body: { ...BOOK_ONE, operationName: 'Other' } }],
    ['operation-name', { body: { ...BOOK_ONE, operationName: '' } }],
    ['operation-name', { body: { ...BOOK_ONE, operationName: '#' } }],
    ['accept', { body: BOOK_ONE, headers: { accept: 'text/html' } }],
    ['accept', { body: BOOK_ONE, headers: { accept: 'multipart/mixed' } }],
    ['accept', { body: BOOK_ONE, headers: { accept: 'application/json;q=0.1, */*;q=0.2' } }],
    ['body', { body: JSON.stringify(BOOK_ONE), headers: { 'content-type': 'text/plain' } }],
    ['none', { body: JSON.stringify(BOOK_ONE), headers: { 'content-type': 'application/graphql' } }],
    ['none', { body: JSON.stringify(BOOK_ONE), headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['method', { method: 'GET', search: `?query=${encodeURIComponent(PING)}` }],
    [
      'method',
      { method: 'GET', search: `?query=${encodeURIComponent(PING)}`, headers: { 'apollo-require-preflight': '1' } },
    ],
    ['method', { method: 'GET', search: '?query=mutation{ping}', headers: { 'apollo-require-preflight': '1' } }],
    ['none', { method: 'PUT', body: BOOK_ONE }],
    ['context', { body: BOOK_ONE, headers: { authorization: 'Basic YTpi' } }],
    ['context', { body: BOOK_ONE, headers: { authorization: 'Bearer not.a.token' } }],
  ])('for its reason %s: %j', async (reason, asked) => {
    await askKnown({ body: BOOK_ONE });
    await askKnown({ body: { query: PING } });
    expect((await askAlike(asked)).lane).toBe(reason);
    expect((await askAlike({ body: BOOK_ONE })).lane).toBe('fast');
  });

  it.each([
    'application/json;q=0.9',
    'application/graphql-response+json;q=0.5, */*;q=0.1',
    'multipart/mixed;deferSpec=20220824, application/json',
    'text/html',
    'x/y, */*',
  ])('and whoever accepts "%s" is told the same at every time, whatever was asked', async (accept) => {
    const headers = { accept };
    for (const body of [
      BOOK_ONE,
      BOOK_ONE,
      { ...BOOK_ONE, operationName: null, extensions: null },
      { query: BOOK, variables: {} },
      { query: '{ ping' },
      { query: '{ nothing }' },
      { query: '' },
      { query: 7 },
      { variables: null },
      {},
      { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf('{ unknown }') } } },
      { query: `{ authors { ${'name '.repeat(70)} } }` },
      BOOK_ONE,
    ]) {
      expect((await askAlike({ body, headers })).lane).toBe('accept');
    }
    const refused = { body: BOOK_ONE, headers: { ...headers, authorization: 'Bearer not.a.token' } };
    expect((await askAlike(refused)).lane).toBe('accept');
  });

  it('is an operation that costs too much', async () => {
    const dear = `{ authors { ${'name email '.repeat(30)} books { ${'title '.repeat(30)} } } }`;
    const paged = 'query ($n: Int) { medias(first: $n) { nodes { title } } }';
    expect((await askKnown({ body: { query: paged, variables: { n: 3 } } })).lane).toBe('fast');
    expect(await askAlike({ body: { query: paged, variables: { n: 60 } } })).toMatchObject({
      status: 400,
      lane: 'cost',
    });
    for (let time = 0; time < 3; time++) {
      const refused = await askAlike({ body: { query: dear } });
      expect(refused).toMatchObject({ status: 400, lane: 'first-sight' });
      expect(refused.text).toContain('OPERATION_LIMIT');
    }
  });
});

describe('operations named by their hash', () => {
  beforeAll(() => start({ persistedOperations: new Map([[hashOf(REGISTERED), REGISTERED]]) }));

  const extensions = (text: string, version: unknown = 1): object => ({
    persistedQuery: { version, sha256Hash: hashOf(text) },
  });
  const TITLE = 'query Title { latestTitle ping }';

  it('are asked for, registered, answered by their hash alone, and from the second sight on fast', async () => {
    const byHash = { body: { extensions: extensions(TITLE) } };
    expect(await askAlike(byHash)).toMatchObject({
      lane: 'not-persisted',
      text: expect.stringContaining('PERSISTED_QUERY_NOT_FOUND') as unknown,
    });
    expect((await askAlike({ body: { query: TITLE, extensions: extensions(TITLE) } })).lane).toBe('registering');
    expect((await askAlike(byHash)).lane).toBe('fast');
    expect((await askAlike({ body: { ...byHash.body, operationName: 'Title' } })).lane).toBe('first-sight');
    expect((await askAlike({ body: { ...byHash.body, operationName: 'Title' } })).lane).toBe('fast');
  });

  it('are not known by their hash because somebody sent their text', async () => {
    const text = '{ latestTitle again: ping }';
    expect((await askKnown({ body: { query: text } })).lane).toBe('fast');
    expect((await askAlike({ body: { extensions: extensions(text) } })).lane).toBe('not-persisted');
  });

  it('are known from the start where a list has them', async () => {
    const byHash = { body: { extensions: extensions(REGISTERED) } };
    expect(await askAlike(byHash)).toMatchObject({ lane: 'first-sight', status: 200 });
    expect((await askAlike(byHash)).lane).toBe('fast');
  });

  it('are refused by another version, with another text, and with what is no hash', async () => {
    await askKnown({ body: { query: TITLE, extensions: extensions(TITLE) } });
    for (const body of [
      { extensions: extensions(TITLE, 2) },
      { query: '{ ping }', extensions: extensions(TITLE) },
      { extensions: { persistedQuery: { version: 1, sha256Hash: 7 } } },
      { extensions: { persistedQuery: { version: 1 } } },
      { extensions: { persistedQuery: 'text' } },
    ]) {
      expect((await askAlike({ body })).lane).not.toBe('fast');
    }
    expect((await askAlike({ body: { query: TITLE, extensions: { other: 1 } } })).lane).toBe('fast');
    expect((await askAlike({ body: { query: TITLE, extensions: { persistedQuery: null } } })).lane).toBe('fast');
  });
});

describe('in the fast lane as in the ordinary one', () => {
  beforeAll(() => start());
  const PING = { query: '{ ping }' };

  it.each([
    '',
    '*/*',
    'application/json',
    'application/json, */*',
    'application/json, multipart/mixed',
    'application/json, text/plain, */*',
    'application/graphql-response+json',
    'application/graphql-response+json, application/json',
    'application/graphql-response+json,application/json;q=0.9',
    'application/graphql-response+json, application/json;q=0.9',
    'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
  ])('who accepts "%s" gets the same type of answer', async (accept) => {
    expect((await askKnown({ body: PING, headers: { accept } })).lane).toBe('fast');
    expect(
      (await askAlike({ body: PING, headers: { accept, 'content-type': 'application/json; charset=utf-8' } })).lane,
    ).toBe('fast');
  });

  it('a token says who asks, is verified once, and is refused from the moment on that it expires', async () => {
    await start();
    const callers: unknown[] = [];
    says = ({ caller }) => {
      callers.push(caller);
      return { data: { ping: true } };
    };
    const token = await lanes.issuer.issue({ tenant: 'acme', role: 'RECRUITER', subject: 'rita', name: 'Rita' });
    const asked = { body: PING, headers: { authorization: `Bearer ${token}` } };
    expect((await askKnown(asked)).lane).toBe('fast');
    expect(callers).toHaveLength(4);
    expect(callers[0]).toMatchObject({ kind: 'user', tenantId: 'ten_1', roles: ['RECRUITER'] });
    for (const caller of callers) expect(caller).toEqual(callers[0]);
    lanes.clock.advance(31 * 86_400_000);
    expect(await askAlike(asked)).toMatchObject({ lane: 'context', status: 401 });
    expect(callers).toHaveLength(4);
  });

  it('correlation and trace go to the subgraphs, and identity headers from outside do not', async () => {
    const traces: unknown[] = [];
    says = ({ trace, caller }) => {
      traces.push({ trace, caller });
      return { data: { ping: true } };
    };
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    const headers = { 'x-correlation-id': 'cor-7', traceparent, 'x-hiregraph-identity': 'forged', 'x-roles': 'ADMIN' };
    expect((await askKnown({ body: PING, headers })).lane).toBe('fast');
    expect(traces).toHaveLength(4);
    for (const each of traces) {
      const trace = { correlationId: 'cor-7', causationId: 'cor-7', traceparent };
      expect(each).toEqual({ trace, caller: { kind: 'anonymous' } });
    }
  });

  it.each<[string, ExecutionResult]>([
    [
      'names an address',
      { data: null, errors: [error('see http://10.0.0.1:4002/graphql', { code: 'INTERNAL_ERROR' })] },
    ],
    ['asks for a status', { data: null, errors: [error('no', { code: 'X', http: { status: 418 } })] }],
    ['has an http that is none', { data: null, errors: [error('no', { code: 'X', http: { status: 'x' } })] }],
    ['has no code', { data: { ping: null }, errors: [error('no', {})] }],
    [
      'has insides',
      { data: null, errors: [error('no', { code: 'X', stacktrace: ['a'], service: 's', kept: { a: 1 } })] },
    ],
    ['is of a shape that nobody can complete', { data: { ping: [[]] } }],
    ['is no object', { data: 'text' as never }],
    ['has nothing', {}],
  ])('an answer that %s leaves alike', async (_what, answer) => {
    await askKnown({ body: PING });
    says = () => answer;
    expect((await askAlike({ body: PING })).lane).toBe('fast');
  });

  it('texts that need escaping leave as they came', async () => {
    await askKnown({ body: { query: '{ latestTitle }' } });
    for (const latestTitle of ['"\\/\b\f\n\r\t', '\u2028\u2029', 'Ünïcödé 漢 😀', '\ud800 alone', 'x'.repeat(70_000)]) {
      says = () => ({ data: { latestTitle } });
      expect((await askAlike({ body: { query: '{ latestTitle }' } })).lane).toBe('fast');
    }
  });

  it('metrics count the same operations, errors, fetches and executions', async () => {
    await start();
    const metered = [
      { query: '{ ping latestTitle }' },
      { query: 'mutation { rename(id: "Author-1", name: "x") { name } }' },
      { query: '{ me { name reviews { stars } } }' },
    ];
    for (const body of metered) await askKnown({ body });
    weather = { seed: 'gone', faults: { reviews: 'refused', catalog: 'errors-only' } };
    for (const body of metered) expect((await askAlike({ body })).lane).toBe('fast');
    for (const name of ['operation_seconds', 'errors_total', 'fetch_seconds', 'breaker_open', 'executions_total']) {
      const metric = `hiregraph_gateway_${name}`;
      const counted = await lanes.metrics('both', metric);
      expect(counted.length).toBeGreaterThan(0);
      expect(counted).toEqual(await lanes.metrics('ordinary', metric));
    }
    expect(await lanes.metrics('both', 'hiregraph_gateway_lanes_total')).toEqual([
      '{"lane":"fast","reason":""} 6',
      '{"lane":"ordinary","reason":"first-sight"} 3',
    ]);
  });
});

function error(message: string, extensions: object): never {
  // As parsed from a body.
  return { message, extensions } as never;
}
