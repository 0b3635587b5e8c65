import type { ApolloServerPlugin } from '@apollo/server';
import { DEFAULT_PAGE_SIZE } from '@hiregraph/kernel';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** The most that one operation may cost. A page of 100 with a page of 20 under each, ten fields deep, fits. */
export const DEFAULT_MAX_COST = 50_000;
/** Counting a list is a query of its own. */
const TOTAL_COUNT_COST = 20;

type Variables = Readonly<Record<string, unknown>>;

/** What an operation costs with these variables. */
export type CostOf = (variables: Variables) => number;
type FindFragment = (name: string) => FragmentDefinitionNode | undefined;
/** What a fragment's fields cost together. */
type CostOfFragment = (name: string) => Term;

/**
 * The cost of an operation: one a field, times the page sizes of the connections above it; `totalCount` costs
 * {@link TOTAL_COUNT_COST}. After "A Principled Approach to GraphQL Query Cost Analysis" (Cha et al., 2020), simplified.
 * The document is walked once; only page sizes that are variables are looked up again for each request.
 */
export function compileCost(operation: OperationDefinitionNode, findFragment: FindFragment): CostOf {
  const known = new Map<string, Term>();
  // Once each, here and in every evaluation: spreads within spreads would otherwise multiply.
  const costOfFragment: CostOfFragment = (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, 0);
    const fragment = findFragment(name);
    const cost = fragment === undefined ? 0 : remembered(sum(termsOf(fragment.selectionSet, costOfFragment)));
    known.set(name, cost);
    return cost;
  };
  const costOf = sum(termsOf(operation.selectionSet, costOfFragment));
  return typeof costOf === 'number' ? () => costOf : costOf;
}

/** Evaluates once for the same variables. */
function remembered(term: Term): Term {
  if (typeof term === 'number') return term;
  let last: Variables | undefined;
  let cost = 0;
  return (variables) => {
    if (last === variables) return cost;
    cost = term(variables);
    last = variables;
    return cost;
  };
}

/** A number where no variable has a say. */
type Term = number | CostOf;

function termsOf({ selections }: SelectionSetNode, costOfFragment: CostOfFragment): readonly Term[] {
  return selections.flatMap((selection): readonly Term[] => {
    if (selection.kind === 'Field') return [termOf(selection, costOfFragment)];
    if (selection.kind === 'InlineFragment') return termsOf(selection.selectionSet, costOfFragment);
    return [costOfFragment(selection.name.value)];
  });
}

function termOf(field: FieldNode, costOfFragment: CostOfFragment): Term {
  const name = field.name.value;
  if (name === 'totalCount') return TOTAL_COUNT_COST;
  if (name.startsWith('__')) return 0;
  if (field.selectionSet === undefined) return 1;
  const inner = sum(termsOf(field.selectionSet, costOfFragment));
  const size = pageSizeOf(field);
  if (typeof size === 'number' && typeof inner === 'number') return 1 + size * inner;
  return (variables) => 1 + valueOf(size, variables) * valueOf(inner, variables);
}

function valueOf(term: Term, variables: Variables): number {
  return typeof term === 'number' ? term : term(variables);
}

function sum(terms: readonly Term[]): Term {
  let fixed = 0;
  const others: CostOf[] = [];
  for (const term of terms) {
    if (typeof term === 'number') fixed += term;
    else others.push(term);
  }
  if (others.length === 0) return fixed;
  return (variables) => {
    let cost = fixed;
    for (const other of others) cost += other(variables);
    return cost;
  };
}

function pageSizeOf(field: FieldNode): Term {
  const argument = field.arguments?.find(({ name }) => name.value === 'first');
  if (argument === undefined) return hasPage(field) ? DEFAULT_PAGE_SIZE : 1;
  if (argument.value.kind === 'IntValue') return Number(argument.value.value);
  if (argument.value.kind !== 'Variable') return DEFAULT_PAGE_SIZE;
  const name = argument.value.name.value;
  return (variables) => {
    const value = variables[name];
    return typeof value === 'number' && value > 0 ? value : DEFAULT_PAGE_SIZE;
  };
}

function hasPage(field: FieldNode): boolean {
  return (
    field.selectionSet?.selections.some(
      (selection) =>
        selection.kind === 'Field' && (selection.name.value === 'nodes' || selection.name.value === 'edges'),
    ) ?? false
  );
}

/** Refuses an operation that would cost more than `maxCost`, before anything of it runs. */
export function createCostLimitPlugin(maxCost: number): ApolloServerPlugin {
  // Documents are kept by Apollo Server as long as they are asked.
  const costs = new WeakMap<OperationDefinitionNode, CostOf>();
  const costOf = (document: DocumentNode, operation: OperationDefinitionNode): CostOf => {
    const known = costs.get(operation);
    if (known !== undefined) return known;
    const own = compileCost(operation, fragmentsOf(document));
    costs.set(operation, own);
    return own;
  };
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ document, operation, request }) => {
          const cost = operation ? costOf(document, operation)(request.variables ?? {}) : 0;
          if (cost <= maxCost) return Promise.resolve();
          throw new GraphQLError(
            `The operation would cost ${cost}; at most ${maxCost} is allowed. Ask for smaller pages (first), fewer levels, or without totalCount.`,
            { extensions: { code: 'OPERATION_LIMIT', cost, maxCost, http: { status: 400 } } },
          );
        },
      }),
  };
}

function fragmentsOf({ definitions }: DocumentNode): FindFragment {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
  }
  return (name) => fragments.get(name);
}
