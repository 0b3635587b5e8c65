import { describe, expect, it } from '@jest/globals';
import { ANONYMOUS, createDeadline, ForbiddenError, silentLogger, systemClock } from '@hiregraph/kernel';
import type { ExecutionResult, GraphQLResolveInfo } from 'graphql';
import { createSubgraph, type Subgraph } from '../../src/index.ts';
import { differenceOf } from '../support/compare-results.ts';
import { countUnhandledRejections } from '../support/unhandled-rejections.ts';

const typeDefs = /* GraphQL */ `
  type Query {
    text: String
    fails: String
    failsStrictly: String!
    later: String
    never: String
    nest: Nest
    strictNest: Nest!
    nests: [Nest!]
    loose: [Nest]
    echo(word: String = "default", words: [String!], wish: Wish): String
    path: Nest
  }
  type Mutation {
    first(name: String!): String
    second: String!
    third: String
  }
  input Wish {
    word: String! = "wish"
  }
  type Nest {
    text: String
    fails: String
    failsStrictly: String!
    failsLater: String!
    never: String
    nest: Nest
    where: String!
  }
  type Thing @key(fields: "id") {
    id: ID!
    text: String
  }
  type Frozen @key(fields: "id") {
    id: ID!
  }
`;

const order: string[] = [];
const refuse = (): never => {
  throw new ForbiddenError('Not for you.');
};
const refuseLater = async (): Promise<never> => {
  await Promise.resolve();
  return refuse();
};
const hang = (): Promise<never> => new Promise(() => undefined);
const step = (name: string, work: () => unknown) => async (): Promise<unknown> => {
  order.push(`${name} begins`);
  await Promise.resolve();
  order.push(`${name} ends`);
  return work();
};
const keysOf = (path: GraphQLResolveInfo['path'] | undefined): string =>
  path === undefined ? '' : `${keysOf(path.prev)}/${path.typename ?? ''}:${path.key}`;

function subgraphWith(executor: 'compiled' | 'graphql-js'): Subgraph {
  return createSubgraph({
    name: 'job',
    typeDefs,
    logger: silentLogger,
    createContext: (request) => request,
    executor,
    resolvers: {
      Query: {
        text: () => 'text',
        fails: refuse,
        failsStrictly: refuse,
        later: () => Promise.resolve('later'),
        never: hang,
        nest: () => ({}),
        strictNest: () => Promise.resolve({}),
        nests: () => [{}, Promise.resolve({}), {}],
        loose: () => [{}, null, refuseLater(), new ForbiddenError('No.'), undefined],
        echo: (_: unknown, args: object) => JSON.stringify(args),
        path: () => ({}),
      },
      Mutation: {
        first: step('first', () => 'first'),
        second: step('second', refuse),
        third: step('third', () => 'third'),
      },
      Nest: {
        text: () => 'text',
        fails: refuseLater,
        failsStrictly: refuse,
        failsLater: refuseLater,
        never: hang,
        nest: () => Promise.resolve({}),
        where: (_: unknown, __: unknown, ___: unknown, info: GraphQLResolveInfo) =>
          `${info.operation.operation} ${info.parentType.name} ${keysOf(info.path)} ${String(info.returnType)}`,
      },
      Thing: {
        __resolveReference: ({ id }: { id: string }) => {
          if (id === 'throws') return refuse();
          if (id === 'rejects') return refuseLater();
          return id === 'null' ? null : { id, text: 'a thing' };
        },
      },
      Frozen: { __resolveReference: ({ id }: { id: string }) => Object.freeze({ id }) },
    },
  });
}

const run = (subgraph: Subgraph, query: string, variables: Record<string, unknown> = {}): Promise<ExecutionResult> =>
  subgraph.execute({
    query,
    variables,
    caller: ANONYMOUS,
    deadline: createDeadline(systemClock, 30_000),
    trace: { correlationId: 'c', causationId: 'c' },
  });

/** The second sight is the first that runs compiled. */
async function runCompiled(query: string, variables?: Record<string, unknown>): Promise<ExecutionResult> {
  const subgraph = subgraphWith('compiled');
  await countUnhandledRejections(async () => {
    await run(subgraph, query, variables);
  });
  order.length = 0;
  const result = await run(subgraph, query, variables);
  const last = subgraph.executions().find(({ path }) => path === 'compiled');
  return { ...result, extensions: { compiled: last?.count ?? 0 } };
}

type Case = readonly [what: string, query: string, variables?: Record<string, unknown>];

const CASES: readonly Case[] = [
  ['errors where null may stand', '{ fails text nest { fails text } later }'],
  ['an error that makes its parent null', '{ nest { text failsStrictly } text }'],
  ['an error that comes later and makes its parent null', '{ nest { text failsLater nest { text } } text }'],
  ['an error of the root', '{ text failsStrictly }'],
  ['an error far below the root', '{ strictNest { failsLater } text }'],
  ['a list whose element fails', '{ nests { text failsStrictly } }'],
  ['a list whose elements fail later', '{ nests { failsLater } }'],
  ['a list with nulls, rejections and errors', '{ loose { text } }'],
  ['default values, of arguments and input fields', '{ echo(wish: {}) a: echo(word: null) b: echo(words: "one") }'],
  [
    'variables, given and not',
    'query ($word: String, $words: [String!], $wish: Wish) { echo(word: $word, words: $words, wish: $wish) }',
    { words: ['a'], wish: { word: 'w' } },
  ],
  ['a variable that does not fit', 'query ($words: [String!]) { echo(words: $words) }', { words: [null] }],
  ['a variable that is missing', 'query ($word: String!) { echo(word: $word) }'],
  [
    'fields that are left out',
    'query ($yes: Boolean!, $no: Boolean = false) { text @skip(if: $yes) later @include(if: $yes) a: text @include(if: $no) b: text @skip(if: true) }',
    { yes: true },
  ],
  [
    'a selection in several parts',
    '{ nest { a: text } ...F nest { nest { b: text } } } fragment F on Query { nest { nest { c: text } } }',
  ],
  ['what a resolver may ask about', '{ path { here: where nest { where } } nests { where } }'],
  ['types', '{ __typename nest { __typename } __schema { queryType { name } } __type(name: "Nest") { kind } }'],
  [
    'entities',
    'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Thing { id text } } }',
    {
      r: [
        { __typename: 'Thing', id: '1' },
        { __typename: 'Thing', id: 'null' },
        { __typename: 'Thing', id: 'rejects' },
      ],
    },
  ],
  [
    'an entity of no known type',
    'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
    { r: [{ __typename: 'Nobody' }] },
  ],
];

const SAME = CASES.map(([what, query, variables = {}]) => ({ what, query, variables }));

describe('the compiled executor', () => {
  it.each(SAME)('answers $what as graphql-js does', async ({ query, variables }) => {
    const { extensions, ...compiled } = await runCompiled(query, variables);
    let reference: ExecutionResult = {};
    await countUnhandledRejections(async () => {
      reference = await run(subgraphWith('graphql-js'), query, variables);
    });
    expect(extensions).toEqual({ compiled: 1 });
    expect(differenceOf(reference, compiled)).toBeNull();
  });

  it('runs mutations one after the other, and none behind one that left no data', async () => {
    const { data, errors } = await runCompiled('mutation { first(name: "a") second third }');
    expect(data).toBeNull();
    expect(errors).toHaveLength(1);
    expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('answers although something below a null never comes', async () => {
    const { data } = await runCompiled('{ nest { failsLater never nest { never } } strict: nest { text } }');
    expect(data).toEqual({ nest: null, strict: { text: 'text' } });
    expect((await runCompiled('{ strictNest { failsLater } never }')).data).toBeNull();
  });

  it('computes the value of arguments anew where a resolver could change it for the next', async () => {
    const { data } = await runCompiled('{ a: echo(words: ["x"]) b: echo(words: ["x"]) }');
    expect(data).toEqual({ a: '{"word":"default","words":["x"]}', b: '{"word":"default","words":["x"]}' });
  });

  it.each([
    ['condition-value', 'query ($yes: Boolean = true) { text @include(if: $yes) }', { yes: null }],
    ['proto-key', '{ __proto__: text }', {}],
  ])('leaves what it does not cover to graphql-js, and says why: %s', async (reason, query, variables) => {
    const subgraph = subgraphWith('compiled');
    const first = await run(subgraph, query, variables);
    expect(JSON.stringify(await run(subgraph, query, variables))).toBe(JSON.stringify(first));
    expect(subgraph.executions()).toEqual([
      { path: 'graphql-js', reason: 'first-sight', count: 1 },
      { path: 'graphql-js', reason, count: 1 },
    ]);
  });

  it('compiles no more variants of one operation than it can hold', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const definitions = names.map((name) => `$${name}: Boolean!`).join(', ');
    const query = `query (${definitions}) { ${names.map((name) => `${name}: text @skip(if: $${name})`).join(' ')} }`;
    const subgraph = subgraphWith('compiled');
    for (let bits = 0; bits < 32; bits++) {
      const variables = Object.fromEntries(names.map((name, place) => [name, (bits & (1 << place)) !== 0]));
      const { data } = await run(subgraph, query, variables);
      expect(Object.keys(data ?? {})).toEqual(names.filter((name) => variables[name] === false));
    }
    expect(subgraph.executions()).toContainEqual({ path: 'graphql-js', reason: 'many-variants', count: 15 });
  });
});

/** Every intended difference, each with its reason. docs/subgraph-execution.md lists them. */
describe('what the compiled executor answers otherwise than graphql-js, on purpose', () => {
  const ENTITIES =
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Thing { id } ... on Frozen { id } } }';

  it('a reference that is refused at once costs its own entity only, as one that is refused later does', async () => {
    const r = [
      { __typename: 'Thing', id: '1' },
      { __typename: 'Thing', id: 'throws' },
    ];
    expect((await run(subgraphWith('graphql-js'), ENTITIES, { r })).data).toBeNull();
    const { data, errors } = await runCompiled(ENTITIES, { r });
    expect(data).toEqual({ _entities: [{ id: '1' }, null] });
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['_entities', 1], 'FORBIDDEN']]);
  });

  it('an entity may be frozen, since its type is not written onto it', async () => {
    const r = [{ __typename: 'Frozen', id: '1' }];
    expect((await run(subgraphWith('graphql-js'), ENTITIES, { r })).data).toEqual({ _entities: [null] });
    expect((await runCompiled(ENTITIES, { r })).data).toEqual({ _entities: [{ id: '1' }] });
  });

  it('where a null takes its siblings along, their errors are not waited for', async () => {
    const query = '{ nest { fails failsStrictly } }';
    const told = ({ errors }: ExecutionResult): unknown => errors?.map(({ path }) => path?.join('.'));
    expect(told(await run(subgraphWith('graphql-js'), query))).toEqual(['nest.fails', 'nest.failsStrictly']);
    expect(told(await runCompiled(query))).toEqual(['nest.failsStrictly']);
  });

  it('leaves no rejection unhandled that would end the process', async () => {
    const query = '{ nests { failsStrictly } a: nests { failsLater text failsStrictly } }';
    const { data } = await runCompiled(query);
    expect(data).toEqual({ nests: null, a: null });
  });
});
