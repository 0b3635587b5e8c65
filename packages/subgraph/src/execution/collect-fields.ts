import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  type SelectionSetNode,
} from 'graphql';

/** What decides about the fields of a selection, beside the type of the object. */
export interface CollectionScope {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode | undefined>>;
  /** The variables that `@skip` and `@include` ask about. */
  readonly conditions: ReadonlyMap<string, boolean>;
}

/** The fields that are asked of an object, by their names in the answer (GraphQL October 2021, 6.3.2 CollectFields). */
export function collectFields(
  selectionSets: readonly SelectionSetNode[],
  type: GraphQLObjectType,
  scope: CollectionScope,
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const node of selections) {
      if (!isIncluded(node.directives, scope.conditions)) continue;
      if (node.kind === 'Field') {
        const key = node.alias?.value ?? node.name.value;
        const known = fields.get(key);
        if (known === undefined) fields.set(key, [node]);
        else known.push(node);
      } else if (node.kind === 'InlineFragment') {
        if (applies(node.typeCondition?.name.value, type, scope.schema)) collect(node.selectionSet);
      } else if (!visited.has(node.name.value)) {
        visited.add(node.name.value);
        const fragment = scope.fragments[node.name.value];
        if (fragment !== undefined && applies(fragment.typeCondition.name.value, type, scope.schema)) {
          collect(fragment.selectionSet);
        }
      }
    }
  };
  for (const selectionSet of selectionSets) collect(selectionSet);
  return fields;
}

function applies(condition: string | undefined, type: GraphQLObjectType, schema: GraphQLSchema): boolean {
  if (condition === undefined || condition === type.name) return true;
  const named = schema.getType(condition);
  return isAbstractType(named) && schema.isSubType(named, type);
}

function isIncluded(
  directives: readonly DirectiveNode[] | undefined,
  conditions: ReadonlyMap<string, boolean>,
): boolean {
  for (const directive of directives ?? []) {
    const asked = directive.name.value;
    if (asked !== 'skip' && asked !== 'include') continue;
    const value = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
    const holds =
      value?.kind === 'BooleanValue' ? value.value : value?.kind === 'Variable' && conditions.get(value.name.value);
    if (holds === (asked === 'skip')) return false;
  }
  return true;
}
