import { describe, expect, it } from '@jest/globals';
import {
  ANONYMOUS,
  BadUserInputError,
  createDeadline,
  createManualClock,
  DomainError,
  ForbiddenError,
  silentLogger,
  systemClock,
} from '@hiregraph/kernel';
import { createSubgraph, mutationPayload, type Subgraph, type SubgraphRequest } from '../src/index.ts';

const typeDefs = /* GraphQL */ `
  type Query {
    thing(id: ID!): Thing
    secret: String
    bad: String
    broken: String
    slow: String
    at(time: DateTime!): DateTime
  }
  type Mutation {
    rename(name: String!): RenamePayload!
  }
  type RenamePayload {
    name: String
    userErrors: [UserError!]!
  }
  type Thing @key(fields: "id") {
    id: ID!
    inner: Thing
  }
`;

function subgraph(): Subgraph {
  return createSubgraph({
    name: 'job',
    typeDefs,
    logger: silentLogger,
    createContext: (request) => request,
    resolvers: {
      Query: {
        thing: (_: unknown, { id }: { id: string }) => ({ id }),
        secret: () => {
          throw new ForbiddenError('Not for you.');
        },
        bad: () => {
          throw new BadUserInputError('"first" must be from 1 to 100.', ['first']);
        },
        broken: () => {
          throw new TypeError('the password of the database is hunter2');
        },
        slow: () => new Promise(() => undefined),
        at: (_: unknown, { time }: { time: string }) => time,
      },
      Mutation: {
        rename: (_: unknown, { name }: { name: string }) =>
          mutationPayload<{ name: string | null }>({ name: null }, () => {
            if (name === '') throw new DomainError('INVALID_INPUT', 'A name must not be empty.', { path: ['name'] });
            return Promise.resolve({ name });
          }),
      },
      Thing: { inner: (thing: { id: string }) => thing },
    },
  });
}

/** A subgraph of one field, with resolvers of its own. */
function greeting(resolvers: object, sdl = 'type Query { greeting: String }'): Subgraph {
  return createSubgraph({
    name: 'job',
    typeDefs: sdl,
    logger: silentLogger,
    createContext: (asked) => asked,
    resolvers,
  });
}

function request(query: string, change: Partial<SubgraphRequest> = {}): SubgraphRequest {
  return {
    query,
    caller: ANONYMOUS,
    deadline: createDeadline(systemClock, 2_000),
    trace: { correlationId: 'c', causationId: 'c' },
    ...change,
  };
}

const codes = (result: { errors?: readonly { extensions: Record<string, unknown> }[] }): unknown[] =>
  (result.errors ?? []).map((error) => error.extensions.code);

describe('a subgraph', () => {
  it('shares its schema with those that have its SDL and its resolvers, and with no other', async () => {
    const resolvers = { Query: { greeting: () => 'hello' } };
    const first = greeting(resolvers);
    expect(greeting(resolvers).schema).toBe(first.schema);
    const wider = greeting(resolvers, 'type Query { greeting: String other: Int }');
    const other = greeting({ Query: { greeting: () => 'good day' } });
    expect(await other.execute(request('{ greeting }'))).toEqual({ data: { greeting: 'good day' } });
    expect(await wider.execute(request('{ greeting other }'))).toEqual({ data: { greeting: 'hello', other: null } });
    expect(await first.execute(request('{ greeting }'))).toEqual({ data: { greeting: 'hello' } });
  });

  it('answers queries from its resolvers', async () => {
    const result = await subgraph().execute(request('{ thing(id: "1") { id inner { id } } }'));
    expect(JSON.parse(JSON.stringify(result))).toEqual({ data: { thing: { id: '1', inner: { id: '1' } } } });
  });

  it('keeps code and message of our own errors, and where the argument lies', async () => {
    const result = await subgraph().execute(request('{ secret bad }'));
    expect(codes(result)).toEqual(['FORBIDDEN', 'BAD_USER_INPUT']);
    expect(result.errors?.[1]?.extensions.argument).toEqual(['first']);
  });

  it('hides what a defect says behind an error id', async () => {
    const result = await subgraph().execute(request('{ broken }'));
    expect(codes(result)).toEqual(['INTERNAL_ERROR']);
    expect(JSON.stringify(result)).not.toContain('hunter2');
    expect(result.errors?.[0]?.extensions.errorId).toMatch(/^[0-9a-f-]{36}$/u);
  });

  it('turns what the caller can put right into user errors, and nothing else', async () => {
    const result = await subgraph().execute(
      request('mutation { rename(name: "") { name userErrors { code field } } }'),
    );
    expect(JSON.parse(JSON.stringify(result.data))).toEqual({
      rename: { name: null, userErrors: [{ code: 'INVALID_INPUT', field: ['name'] }] },
    });
  });

  it('answers within its deadline although a resolver hangs', async () => {
    const deadline = createDeadline(createManualClock(0), 0);
    const result = await subgraph().execute(request('{ slow }', { deadline }));
    expect(codes(result)).toEqual(['DEADLINE_EXCEEDED']);
  });

  it('names a document that does not parse, one that does not validate and a variable that does not fit', async () => {
    const executor = subgraph();
    expect(codes(await executor.execute(request('{ thing')))).toEqual(['GRAPHQL_PARSE_FAILED']);
    expect(codes(await executor.execute(request('{ nothing }')))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    const variables = { time: 'yesterday' };
    const result = await executor.execute(request('query ($time: DateTime!) { at(time: $time) }', { variables }));
    expect(codes(result)).toEqual(['BAD_USER_INPUT']);
  });

  it('brings times to UTC with milliseconds', async () => {
    const result = await subgraph().execute(request('{ at(time: "2026-01-31T10:30:00+01:00") }'));
    expect(result.data?.at).toBe('2026-01-31T09:30:00.000Z');
  });

  it('refuses what is nested too deep, aliased too often, or too long', async () => {
    const executor = subgraph();
    const deep = `{ thing(id: "1") ${'{ inner '.repeat(20)}{ id }${' }'.repeat(20)} }`;
    expect(codes(await executor.execute(request(deep)))).toEqual(['OPERATION_LIMIT']);
    const aliases = `{ ${Array.from({ length: 80 }, (_, index) => `a${index}: secret`).join(' ')} }`;
    expect(codes(await executor.execute(request(aliases)))).toEqual(['OPERATION_LIMIT']);
    const long = `{ ${'secret '.repeat(5_000)} }`;
    expect(codes(await executor.execute(request(long)))).toEqual(['GRAPHQL_PARSE_FAILED']);
  });
});
