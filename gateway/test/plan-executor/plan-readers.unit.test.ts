import { describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
} from 'graphql';
import { type OperationShape, UnsupportedPlanError } from '../../src/plan-executor/plan.ts';
import { readApolloPlan, type ResolvedPlan } from '../../src/plan-executor/read-apollo-plan.ts';
import { readOperation } from '../../src/plan-executor/read-operation.ts';

type ApolloNode = NonNullable<ResolvedPlan['queryPlan']['node']>;

const FETCH = {
  kind: 'Fetch',
  serviceName: 'left',
  operation: '{a}',
  operationName: undefined,
  operationKind: OperationTypeNode.QUERY,
} as ApolloNode;

function reasonOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof UnsupportedPlanError) return error.reason;
    throw error;
  }
  return 'none';
}

const readPlan = (node: unknown): string =>
  reasonOf(() => readApolloPlan({ kind: 'QueryPlan', node: node as ApolloNode }));

const SCHEMA = buildSchema(`type Query { a: Int constructor: Int deep: Query }`);

function read(source: string): OperationShape {
  const { definitions } = parse(source);
  return readOperation({
    schema: SCHEMA,
    operation: definitions.find((each) => each.kind === 'OperationDefinition') as OperationDefinitionNode,
    fragments: Object.fromEntries(
      definitions
        .filter((each): each is FragmentDefinitionNode => each.kind === 'FragmentDefinition')
        .map((each) => [each.name.value, each]),
    ),
  });
}

describe('reading a plan of Apollo', () => {
  it('says by name what it does not support', () => {
    const rewrite = { kind: 'ValueSetter', path: ['... on A'], setValueTo: 1 };
    expect({
      fine: readPlan(FETCH),
      defer: readPlan({ kind: 'Defer' }),
      deferInFetch: readPlan({ ...FETCH, hasDefers: true }),
      subscription: readPlan({ kind: 'Subscription' }),
      other: readPlan({ kind: 'Dream' }),
      context: readPlan({ ...FETCH, contextRewrites: [{ kind: 'KeyRenamer', path: ['a'], renameKeyTo: 'b' }] }),
      path: readPlan({ kind: 'Flatten', path: ['a|[B]'], node: FETCH }),
      rewrite: readPlan({ ...FETCH, inputRewrites: [rewrite] }),
      inherited: readPlan({ ...FETCH, operation: '{ toString: a }' }),
      inheritedPath: readPlan({ kind: 'Flatten', path: ['__proto__'], node: FETCH }),
      document: readPlan({ ...FETCH, operation: 'fragment F on A { a }' }),
    }).toEqual({
      fine: 'none',
      defer: 'defer',
      deferInFetch: 'defer',
      subscription: 'subscription',
      other: 'unknown-node',
      context: 'context-rewrites',
      path: 'type-conditioned-path',
      rewrite: 'unknown-rewrite',
      inherited: 'inherited-name',
      inheritedPath: 'inherited-name',
      document: 'unreadable-fetch',
    });
  });

  it('puts the paths of nested flattenings together', () => {
    const inner = { kind: 'Flatten', path: ['c'], node: FETCH };
    const plan = readApolloPlan({
      kind: 'QueryPlan',
      node: { kind: 'Flatten', path: ['a', '@'], node: inner } as never,
    });
    expect(plan).toMatchObject({ kind: 'fetch', path: ['a', '@', 'c'] });
  });
});

describe('reading an operation', () => {
  it('says by name what it does not support', () => {
    const many = Array.from({ length: 31 }, (_, index) => `a${index}: a @skip(if: $v${index})`).join(' ');
    expect({
      introspection: reasonOf(() => read('{ __schema { types { name } } }')),
      inherited: reasonOf(() => read('{ constructor }')),
      inheritedAlias: reasonOf(() => read('{ __proto__: a }')),
      conditions: reasonOf(() => read(`{ ${many} }`)),
    }).toEqual({
      introspection: 'introspection',
      inherited: 'inherited-name',
      inheritedAlias: 'inherited-name',
      conditions: 'too-many-conditions',
    });
  });

  it('merges selections that are alike where the first of them stands', () => {
    const { selections } = read('{ deep { a } a deep { b: a } ... { c: a } ... { d: a } }');
    expect(selections).toMatchObject([
      { responseName: 'deep', selections: [{ responseName: 'a' }, { responseName: 'b' }] },
      { responseName: 'a' },
      { kind: 'fragment', selections: [{ responseName: 'c' }, { responseName: 'd' }] },
    ]);
  });

  it('leaves out what a literal leaves out, and keeps apart what conditions keep apart', () => {
    const { selections, conditions } = read(
      'query ($v: Boolean = true) { a @skip(if: true) deep @include(if: $v) { a } deep @skip(if: $v) { b: a } }',
    );
    expect(selections).toMatchObject([
      { responseName: 'deep', guards: [{ condition: 0, expects: true }] },
      { responseName: 'deep', guards: [{ condition: 0, expects: false }] },
    ]);
    expect(conditions).toEqual([{ name: 'v', defaultValue: true }]);
  });
});
