import {
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
} from 'graphql';
import type { Guard, Selection } from './plan.ts';

/** A field of the answer to an object of a known type: what several selections of it ask, taken together. */
export interface SelectedField {
  readonly name: string;
  readonly isTypename: boolean;
  readonly type: GraphQLOutputType;
  /** The type that the selection is on. */
  readonly parent: GraphQLCompositeType;
  readonly selections: Selection[];
}

/** What is fixed before fields are selected. */
export interface SelectionScope {
  /** The API schema. */
  readonly schema: GraphQLSchema;
  /** One bit for each condition of the operation. */
  readonly conditions: number;
}

/**
 * The fields that count for an object, in the order of the answer.
 * @param typename what the object says it is; null where it says nothing, and `parent` has to do
 */
export function selectFields(
  selections: readonly Selection[],
  typename: string | null,
  parent: GraphQLCompositeType,
  scope: SelectionScope,
): readonly SelectedField[] {
  const fields = new Map<string, SelectedField>();
  addFields(selections, typename, parent, scope, fields);
  return [...fields.values()];
}

function addFields(
  selections: readonly Selection[],
  typename: string | null,
  parent: GraphQLCompositeType,
  scope: SelectionScope,
  fields: Map<string, SelectedField>,
): void {
  for (const selection of selections) {
    if (!selection.guards.every((guard) => isMet(guard, scope.conditions))) continue;
    if (selection.kind === 'field') {
      const { responseName: name, isTypename, type } = selection;
      const known = fields.get(name);
      if (known) known.selections.push(...selection.selections);
      else fields.set(name, { name, isTypename, type, parent, selections: [...selection.selections] });
    } else if (fragmentApplies(selection.type, typename, parent, scope.schema)) {
      const type = selection.type === null ? parent : scope.schema.getType(selection.type);
      addFields(selection.selections, typename, isCompositeType(type) ? type : parent, scope, fields);
    }
  }
}

/** Whether a condition is as a selection wants it. */
export function isMet({ condition, expects }: Guard, conditions: number): boolean {
  return ((conditions >> condition) & 1) === (expects ? 1 : 0);
}

/** Whether a fragment counts for an object. */
export function fragmentApplies(
  condition: string | null,
  typename: string | null,
  parent: GraphQLCompositeType,
  schema: GraphQLSchema,
): boolean {
  if (condition === null) return true;
  const name = typename ?? parent.name;
  if (name === condition) return true;
  const type = schema.getType(name);
  const abstract = schema.getType(condition);
  return isAbstractType(abstract) && isCompositeType(type) && 'getFields' in type && schema.isSubType(abstract, type);
}
