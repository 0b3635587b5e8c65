import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { createSeededRandom } from '@hiregraph/testkit/seeded-random';
import type { ExecutionResult } from 'graphql';
import { ANONYMOUS, createDeadline, silentLogger, systemClock } from '@hiregraph/kernel';
import { createSubgraph, type Subgraph } from '../../src/index.ts';
import { differenceInRace, differenceOf } from '../support/compare-results.ts';
import { letNullStand, makeFaulty } from '../support/faulty-resolvers.ts';
import { type GeneratedOperation, generateOperation } from '../support/generated-operation.ts';
import { countUnhandledRejections } from '../support/unhandled-rejections.ts';

const OPERATIONS = 80;

const ABSTRACT = /* GraphQL */ `
  enum Colour { RED GREEN BLUE }
  interface Named { name: String! friends(first: Int = 2): [Named] }
  interface Owned implements Named { name: String! friends(first: Int = 2): [Named] owner: Named! }
  type Dog implements Named @key(fields: "id") { id: ID! name: String! friends(first: Int = 2): [Named] colour: Colour! legs: Int! likes: [Thing!]! }
  type Cat implements Named & Owned @key(fields: "id") { id: ID! name: String! friends(first: Int = 2): [Named] owner: Named! colour: Colour lives: [Int!] weight: Float }
  type Ball @key(fields: "id") { id: ID! colours: [Colour!]! owner: Named at: DateTime! matrix: [[Int!]]! }
  union Thing = Dog | Cat | Ball
  input Wish { colour: Colour! = RED, words: [String!]! = ["a"], deeper: Wish }
  type Query {
    pet(id: ID!, wish: Wish): Named
    mustPet(id: ID!): Named!
    things(colours: [Colour!], first: Int! = 3): [Thing]!
    strict: [Thing!]!
    ball(at: DateTime): Ball
    dogs: [Dog!]
  }
  type Mutation { paint(wish: Wish!): Ball, rename(name: String!): Named!, drop: Boolean! }
`;

const service = (name: string): string =>
  readFileSync(new URL(`../../../../services/${name}/schema.graphql`, import.meta.url), 'utf8');

const SCHEMAS: readonly (readonly [string, string])[] = [
  ['abstract', ABSTRACT],
  ['job', service('job')],
  ['candidate', service('candidate')],
  ['evaluation', service('evaluation')],
];

function subgraphOf(typeDefs: string, executor: 'compiled' | 'graphql-js'): Subgraph {
  return createSubgraph({
    name: 'job',
    typeDefs,
    resolvers: {},
    logger: silentLogger,
    createContext: (request) => request,
    limits: { maxTokens: 100_000, maxDepth: 100, maxAliases: 10_000 },
    executor,
  });
}

async function run(subgraph: Subgraph, { query, variables }: GeneratedOperation): Promise<ExecutionResult> {
  return await subgraph.execute({
    query,
    variables,
    caller: ANONYMOUS,
    deadline: createDeadline(systemClock, 60_000),
    trace: { correlationId: 'c', causationId: 'c' },
  });
}

describe.each(SCHEMAS)('generated operations on the %s schema', (salt, typeDefs) => {
  const [reference, ours, lenient] = [
    subgraphOf(typeDefs, 'graphql-js'),
    subgraphOf(typeDefs, 'compiled'),
    subgraphOf(typeDefs, 'graphql-js'),
  ];
  const behaveAs = [reference, ours, lenient].map(({ schema }) => makeFaulty(schema));
  letNullStand(lenient.schema);

  it.each([
    ['nothing goes wrong', { faultiness: 0, timing: 'mixed' }],
    ['things go wrong at once', { faultiness: 0.1, timing: 'now' }],
    ['things go wrong now and then, some later', { faultiness: 0.05, timing: 'mixed' }],
    ['much goes wrong', { faultiness: 0.3, timing: 'mixed' }],
  ] as const)('are answered as by graphql-js when %s', async (_when, behaviour) => {
    for (const set of behaveAs) set({ salt, ...behaviour });
    const operations = Array.from({ length: OPERATIONS }, (_, seed) =>
      generateOperation(ours.schema, createSeededRandom(seed)),
    );
    const expected: ExecutionResult[] = [];
    const every: ExecutionResult[] = [];
    await countUnhandledRejections(async () => {
      for (const operation of operations) {
        expected.push(await run(reference, operation));
        every.push(await run(lenient, operation));
        await run(ours, operation);
      }
    });
    // A rejection that ours leaves unhandled fails the test; those of graphql-js are its own.
    const compiled: ExecutionResult[] = [];
    for (const operation of operations) compiled.push(await run(ours, operation));
    for (const [seed, operation] of operations.entries()) {
      const [wanted, given] = [expected[seed] as ExecutionResult, compiled[seed] as ExecutionResult];
      const isExact =
        wanted.data === undefined || (behaviour.timing === 'now' && !operation.query.includes('_entities'));
      const difference = isExact
        ? differenceOf(wanted, given)
        : differenceInRace(wanted, given, every[seed] as ExecutionResult);
      if (difference === null) continue;
      throw new Error(`seed ${seed}: ${difference}\n${operation.query}\n${JSON.stringify(operation.variables)}`);
    }
    const answered = compiled.filter(({ data }) => data !== undefined).length;
    // Most are valid, and those are not graphql-js' own answers compared with themselves.
    expect(answered).toBeGreaterThan(OPERATIONS / 2);
    const counts = new Map(ours.executions().map(({ path, reason, count }) => [`${path} ${reason}`, count]));
    expect(counts.get('compiled ')).toBeGreaterThanOrEqual(answered);
    expect([...counts.keys()].filter((key) => key !== 'compiled ' && key !== 'graphql-js first-sight')).toEqual([]);
  });
});
