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

function pageSizeOf(field: FieldNode, variables: Variables): number {
  const argument = field.arguments?.find(({ name }) => name.value === 'first');
  if (argument === undefined) return hasPage(field) ? DEFAULT_PAGE_SIZE : 1;
  if (argument.value.kind === 'IntValue') return Number(argument.value.value);
  if (argument.value.kind !== 'Variable') return DEFAULT_PAGE_SIZE;
  const value = variables[argument.value.name.value];
  return typeof value === 'number' && value > 0 ? value : DEFAULT_PAGE_SIZE;
}

function hasPage(field: FieldNode): boolean {
  return (
    field.selectionSet?.selections.some(
      (selection) =>
        selection.kind === 'Field' && (selection.name.value === 'nodes' || selection.name.value === 'edges'),
    ) ?? false
  );
}

/**
 * The cost of an operation: one a field, times the page sizes of the connections above it; `totalCount` costs
 * {@link TOTAL_COUNT_COST}. After "A Principled Approach to GraphQL Query Cost Analysis" (Cha et al., 2020), simplified.
 */
export function costOf(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
  }
  const costOfSelections = (selections: SelectionSetNode): number => {
    let cost = 0;
    for (const selection of selections.selections) {
      if (selection.kind === 'FragmentSpread') {
        const fragment = fragments.get(selection.name.value);
        cost += fragment ? costOfSelections(fragment.selectionSet) : 0;
      } else if (selection.kind === 'InlineFragment') {
        cost += costOfSelections(selection.selectionSet);
      } else {
        cost += costOfField(selection);
      }
    }
    return cost;
  };
  const costOfField = (field: FieldNode): number => {
    if (field.name.value === 'totalCount') return TOTAL_COUNT_COST;
    if (field.name.value.startsWith('__') || !field.selectionSet) return field.name.value.startsWith('__') ? 0 : 1;
    return 1 + pageSizeOf(field, variables) * costOfSelections(field.selectionSet);
  };
  return costOfSelections(operation.selectionSet);
}

/** Refuses an operation that would cost more than `maxCost`, before anything of it runs. */
export function createCostLimitPlugin(maxCost: number): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ document, operation, request }) => {
          const cost = operation ? costOf(document, operation, request.variables ?? {}) : 0;
          if (cost <= maxCost) return Promise.resolve();
          throw new GraphQLError(
            `The operation would cost ${cost}; at most ${maxCost} is allowed. Ask for smaller pages (first), fewer levels, or without totalCount.`,
            { extensions: { code: 'OPERATION_LIMIT', cost, maxCost, http: { status: 400 } } },
          );
        },
      }),
  };
}
