import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type Caller, createDeadline, ForbiddenError, silentLogger, systemClock } from '@hiregraph/kernel';
import {
  createInternalIdentity,
  createSubgraph,
  createSubgraphServer,
  type RequestContext,
  type SubgraphServer,
} from '@hiregraph/subgraph';
import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import { Registry } from 'prom-client';
import { FetchCancelledError } from '../../src/data-source/cancellation.ts';
import { createHttpTransport } from '../../src/data-source/http-transport.ts';
import { createInProcessTransport } from '../../src/data-source/in-process-transport.ts';
import type { SubgraphFetch, SubgraphTransport } from '../../src/data-source/subgraph-transport.ts';
import { maskError } from '../../src/gateway-errors.ts';
import { toCallerErrors } from '../../src/plan-executor/fetch-errors.ts';

const TYPE_DEFS = /* GraphQL */ `
  enum Kind { BIG SMALL }
  input Wish { text: String!, times: Int = 2, kinds: [Kind!] }
  interface Node { id: ID! }
  type Thing implements Node @key(fields: "id") {
    id: ID!, name: String, at: DateTime, kind: Kind, must: String!, self: Thing, things(first: Int = 2): [Thing!], deep: [[Int]]
  }
  type Other implements Node { id: ID!, count: Int!, ratio: Float, yes: Boolean }
  union Any = Thing | Other
  type Query {
    whoAmI: String!, trace: String!, remaining: Int!, echo(wish: Wish!): String, thing: Thing, things: [Thing!]!
    node(id: ID!): Node, any: [Any], forbidden: Thing, defect: String, must: String!, never: String
    wrong: Int, absent: String, list: [String!], late: String, text: String
  }
  type Mutation { add(by: Int!): Int!, fail: Int }
`;

let total = 0;
/** Resolves when a test says so: until then a resolver hangs. */
const never = new Promise<string>(() => undefined);
const thing = (id: string): object => ({
  __typename: 'Thing',
  id,
  name: `Thing "${id}" é`,
  at: new Date('2026-01-31T09:30:00.000Z'),
  kind: 'BIG',
  must: 'here',
  deep: [[1, null], [], null],
});

const subgraph = createSubgraph<RequestContext>({
  name: 'job',
  typeDefs: TYPE_DEFS,
  logger: silentLogger,
  createContext: (context) => context,
  limits: { maxTokens: 300, maxDepth: 6, maxAliases: 4 },
  resolvers: {
    Node: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Any: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Query: {
      whoAmI: (_: unknown, __: unknown, { caller }: RequestContext) => JSON.stringify(caller),
      trace: (_: unknown, __: unknown, { trace }: RequestContext) => JSON.stringify(trace),
      remaining: (_: unknown, __: unknown, { deadline }: RequestContext) => Math.round(deadline.remaining()),
      echo: (_: unknown, wish: object) => JSON.stringify(wish),
      thing: () => thing('1'),
      things: () => Promise.resolve([thing('1'), Promise.resolve(thing('2'))]),
      node: (_: unknown, { id }: { id: string }) =>
        id === 'o' ? { __typename: 'Other', id, count: 3, ratio: 0.5, yes: false } : thing(id),
      any: () => [thing('1'), null, { __typename: 'Other', id: '2', count: 1 }],
      forbidden: () => {
        throw new ForbiddenError('This is not for you.');
      },
      defect: () => {
        throw new Error('connect to mongodb://user:secret@10.0.0.1 failed');
      },
      must: () => null,
      never: () => never,
      wrong: () => 'no number',
      absent: () => undefined,
      list: () => ['a', null],
      late: async (_: unknown, __: unknown, { deadline }: RequestContext) => {
        await Promise.resolve();
        return deadline.remaining() > 0 ? 'in time' : 'late';
      },
      text: () => '\u2028"\\\n\ud83d\ude00',
    },
    Mutation: {
      add: (_: unknown, { by }: { by: number }) => {
        total += by;
        return total;
      },
      fail: () => Promise.reject(new ForbiddenError('Not now.')),
    },
    Thing: {
      __resolveReference: ({ id }: { id: string }) => {
        if (id === 'gone') return null;
        if (id === 'secret') throw new ForbiddenError('Not this one.');
        return thing(id);
      },
      self: (parent: object) => parent,
      things: (_: unknown, { first }: { first: number }) =>
        Array.from({ length: first }, (__, index) => thing(String(index))),
      must: ({ id, must }: { id: string; must: string }) => (id === 'torn' ? null : must),
    },
  },
});

const identity = createInternalIdentity('the secret of this test and no other');
let server: SubgraphServer;
let ways: { readonly http: SubgraphTransport; readonly inProcess: SubgraphTransport };

beforeAll(async () => {
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
  ways = {
    // However busy the machine is, the subgraph's own word about its deadline arrives.
    http: createHttpTransport({ url: server.url, subgraph: 'job', identity, patience: 60_000 }),
    inProcess: createInProcessTransport(subgraph),
  };
});
afterAll(async () => {
  await ways.http.close();
  await server.stop();
});

type Asked = Partial<SubgraphFetch> & { readonly milliseconds?: number };

function fetchOf({ milliseconds = 60_000, ...asked }: Asked): SubgraphFetch {
  return {
    query: '{ whoAmI }',
    caller: ANONYMOUS,
    deadline: createDeadline(systemClock, milliseconds),
    trace: { correlationId: 'cor', causationId: 'cau' },
    ...asked,
  };
}

/** What a caller of the gateway gets to see of it. */
function seen({ data, errors = [] }: ExecutionResult): object {
  const formatted = toCallerErrors(errors as readonly GraphQLFormattedError[], 'job', (path) => [path as never]);
  const masked = formatted.map((error) => maskError({ ...error.toJSON(), extensions: error.extensions }));
  return { data: data ?? null, errors: masked.map(withoutIds) };
}

/** Under which a defect is found in the log: another each time. */
function withoutIds({ message, path, extensions }: GraphQLFormattedError): object {
  const anonymous = (text: string): string =>
    text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\b[0-9a-z]{26}\b|\b[0-9a-f]{8,32}\b/gu, '<id>');
  return {
    message: anonymous(message),
    path,
    extensions: JSON.parse(anonymous(JSON.stringify(extensions))) as unknown,
  };
}

async function answersOf(asked: Asked): Promise<{ readonly http: object; readonly inProcess: object; plain: unknown }> {
  // An operation is compiled at its second sight, however it came the first time.
  await ways.inProcess.fetch(fetchOf(asked));
  const http = await ways.http.fetch(fetchOf(asked));
  const inProcess = await ways.inProcess.fetch(fetchOf(asked));
  return { http: seen(http), inProcess: seen(inProcess), plain: inProcess.data ?? null };
}

const CALLERS: readonly Caller[] = [
  ANONYMOUS,
  { kind: 'user', tenantId: 'ten_1', userId: 'usr_1', roles: ['RECRUITER', 'ADMIN'], name: 'Zoë "Z"' },
  { kind: 'user', tenantId: 'ten_1', userId: 'usr_2', roles: [], name: null },
  { kind: 'candidate', tenantId: 'ten_1', candidateId: 'cnd_1' },
  { kind: 'service', tenantId: 'ten_1', service: 'evaluation' },
];
const ENTITIES =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Thing { id name at must self { must } } } }';
const representations = (...ids: readonly string[]): Readonly<Record<string, unknown>> => ({
  representations: ids.map((id) => ({ __typename: 'Thing', id })),
});

/** Of what the planner sends: one operation that is named right where it has a name. */
const OPERATIONS: readonly (readonly [string, Asked])[] = [
  ...CALLERS.map((caller): readonly [string, Asked] => [`who asks: ${JSON.stringify(caller)}`, { caller }]),
  [
    'the trace',
    {
      query: '{ trace }',
      trace: { correlationId: 'a-1', causationId: 'b-2', traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` },
    },
  ],
  ['scalars of every kind', { query: '{ thing { __typename id name at kind must deep } text }' }],
  ['lists and promises', { query: '{ things { id self { self { at } } things(first: 3) { id } } list absent }' }],
  [
    'interfaces',
    {
      query:
        '{ a: node(id: "x") { __typename id ... on Thing { at } } b: node(id: "o") { id ... on Other { count ratio yes } } }',
    },
  ],
  ['unions', { query: '{ any { __typename ... on Thing { id at } ... on Other { id count ratio } } }' }],
  [
    'variables and defaults',
    { query: 'query ($w: Wish!) { echo(wish: $w) }', variables: { w: { text: 'é', kinds: ['BIG'] } } },
  ],
  ['variables that are not valid', { query: 'query ($w: Wish!) { echo(wish: $w) }', variables: { w: { times: 'x' } } }],
  ['variables that are missing', { query: 'query ($w: Wish!) { echo(wish: $w) }' }],
  [
    'conditions',
    { query: 'query ($if: Boolean!) { text @include(if: $if) absent @skip(if: $if) }', variables: { if: true } },
  ],
  ['one of several operations', { query: 'query A { text } query B { absent }', operationName: 'B' }],
  ['entities', { query: ENTITIES, variables: representations('1', '2') }],
  [
    'entities that are gone, forbidden and torn',
    { query: ENTITIES, variables: representations('1', 'gone', 'secret', 'torn', '2') },
  ],
  ['entities of no type', { query: ENTITIES, variables: { representations: [{ __typename: 'Nobody', id: '1' }] } }],
  ['a refusal', { query: '{ text forbidden { id } }' }],
  ['a defect, of which nothing is told', { query: '{ text defect }' }],
  ['a null that rises', { query: '{ text must }' }],
  ['a null in a list', { query: '{ list }' }],
  ['a value that is not of its type', { query: '{ wrong text }' }],
  ['mutations in their order', { query: 'mutation { a: add(by: 0) fail b: add(by: 0) }' }],
  ['a document that is none', { query: '{ text' }],
  ['a field that is not there', { query: '{ nothing }' }],
  ['an operation that is nested too deep', { query: '{ thing { self { self { self { self { self { id } } } } } } }' }],
  ['too many aliases', { query: '{ a: text b: text c: text d: text e: text }' }],
  ['too many tokens', { query: `{ ${'text '.repeat(400)} }` }],
  ['who the subgraph says it is', { query: '{ _service { __typename } }' }],
  ['a type by its name', { query: '{ __type(name: "Kind") { enumValues { name } } }' }],
  ['many things', { query: '{ thing { things(first: 3000) { id name at } } }' }],
  ['long texts', { query: 'query ($w: Wish!) { echo(wish: $w) }', variables: { w: { text: 'x'.repeat(300_000) } } }],
  ['a resolver that hangs past the deadline', { query: '{ never text }', milliseconds: 120 }],
  ['a resolver that hangs in an operation that must have it', { query: '{ late never must }', milliseconds: 120 }],
];

describe('over HTTP and in one process a subgraph answers alike', () => {
  it.each(OPERATIONS)('to %s', async (_what, asked) => {
    const { http, inProcess, plain } = await answersOf(asked);
    expect(inProcess).toEqual(http);
    // What crosses the boundary looks as over the wire: no dates, no prototypes, nothing undefined.
    expect(JSON.parse(JSON.stringify(plain))).toEqual(plain);
    expect(JSON.stringify((inProcess as { data: unknown }).data)).toBe(
      JSON.stringify((http as { data: unknown }).data),
    );
  });

  it('within the same deadline: its own cap, or what remains less what the hop keeps back', async () => {
    for (const [milliseconds, most] of [
      [60_000, 2_000],
      [1_000, 950],
    ] as const) {
      for (const way of [ways.http, ways.inProcess]) {
        const { data } = await way.fetch(fetchOf({ query: '{ remaining }', milliseconds }));
        const remaining = data?.['remaining'] as number;
        expect(remaining).toBeLessThanOrEqual(most);
        expect(remaining).toBeGreaterThan(0);
      }
    }
  });

  it('not at all where no time remains, or where a query has nobody who waits', async () => {
    const cancellation = { isCancelled: true, whenCancelled: () => () => undefined, release: () => undefined };
    for (const way of [ways.http, ways.inProcess]) {
      await expect(way.fetch(fetchOf({ milliseconds: 0 }))).rejects.toThrow('No time remains');
      await expect(way.fetch(fetchOf({ cancellation }))).rejects.toBeInstanceOf(FetchCancelledError);
      expect(await way.fetch(fetchOf({ query: 'mutation { add(by: 0) }', cancellation }))).toMatchObject({ data: {} });
    }
  });

  it('and changes as much: a mutation runs once either way', async () => {
    total = 0;
    const http = await ways.http.fetch(fetchOf({ query: 'mutation { add(by: 2) }' }));
    const inProcess = await ways.inProcess.fetch(fetchOf({ query: 'mutation { add(by: 3) }' }));
    expect([http.data, inProcess.data]).toEqual([{ add: 2 }, { add: 5 }]);
  });
});
