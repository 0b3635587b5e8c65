import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
  valueFromASTUntyped,
} from 'graphql';
import {
  type BooleanVariable,
  type Guard,
  MAX_CONDITIONS,
  type OperationShape,
  refuseInheritedName,
  type Selection,
  UnsupportedPlanError,
} from './plan.ts';

export interface OperationSource {
  /** The API schema. */
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/**
 * Reads what the caller asked into the form that completion is compiled from. Selections that are alike (same response
 * name or fragment, same directives) are merged where the first of them stands, because the stock gateway does so
 * before it orders an answer's fields.
 * @throws UnsupportedPlanError for introspection, and for more conditions than are told apart
 */
export function readOperation(source: OperationSource): OperationShape {
  const rootType = source.schema.getRootType(source.operation.operation);
  if (rootType == null) throw new UnsupportedPlanError('no-root-type');
  const reader = createReader(source);
  const selections = reader.read([source.operation.selectionSet], rootType);
  return { rootType, selections, conditions: reader.conditions };
}

interface Reader {
  readonly conditions: BooleanVariable[];
  read(sets: readonly SelectionSetNode[], parent: GraphQLCompositeType): readonly Selection[];
}

function createReader({ schema, operation, fragments }: OperationSource): Reader {
  const conditions: BooleanVariable[] = [];
  const fragmentSelections = new Map<FragmentDefinitionNode, readonly Selection[]>();

  const conditionOf = (name: string): number => {
    const known = conditions.findIndex((condition) => condition.name === name);
    if (known >= 0) return known;
    if (conditions.length >= MAX_CONDITIONS) throw new UnsupportedPlanError('too-many-conditions');
    const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
    const value = definition?.defaultValue;
    conditions.push({ name, defaultValue: value === undefined ? undefined : valueFromASTUntyped(value) });
    return conditions.length - 1;
  };

  /** @returns null where a literal leaves the selection out for good */
  const guardsOf = (directives: readonly DirectiveNode[] | undefined): readonly Guard[] | null => {
    const guards: Guard[] = [];
    for (const { name, arguments: given } of directives ?? []) {
      if (name.value !== 'skip' && name.value !== 'include') continue;
      const expects = name.value === 'include';
      const value = given?.[0]?.value;
      if (value?.kind === 'Variable') guards.push({ condition: conditionOf(value.name.value), expects });
      else if (value?.kind !== 'BooleanValue') throw new UnsupportedPlanError('unreadable-condition');
      else if (value.value !== expects) return null;
    }
    return guards;
  };

  const readField = (
    nodes: readonly FieldNode[],
    parent: GraphQLCompositeType,
    guards: readonly Guard[],
  ): Selection => {
    const [node] = nodes as readonly [FieldNode, ...FieldNode[]];
    const name = node.name.value;
    const isTypename = name === TypeNameMetaFieldDef.name;
    if (name === '__schema' || name === '__type') throw new UnsupportedPlanError('introspection');
    const type = isTypename ? TypeNameMetaFieldDef.type : fieldTypeOf(parent, name);
    const named = getNamedType(type);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return {
      kind: 'field',
      guards,
      responseName: refuseInheritedName((node.alias ?? node.name).value),
      isTypename,
      type,
      selections: isCompositeType(named) ? read(sets, named) : [],
    };
  };

  const readAlike = (nodes: readonly SelectionNode[], parent: GraphQLCompositeType): readonly Selection[] => {
    const [node] = nodes as readonly [SelectionNode, ...SelectionNode[]];
    const guards = guardsOf(node.directives);
    if (guards === null) return [];
    if (node.kind === 'Field') return [readField(nodes as readonly FieldNode[], parent, guards)];
    if (node.kind === 'FragmentSpread') {
      const fragment = fragments[node.name.value];
      if (fragment === undefined) throw new UnsupportedPlanError('unknown-fragment');
      const type = compositeOf(fragment.typeCondition.name.value);
      return [{ kind: 'fragment', guards, type: type.name, selections: readFragment(fragment, type) }];
    }
    const type = node.typeCondition === undefined ? null : compositeOf(node.typeCondition.name.value);
    const sets = nodes.flatMap((each) => (each.kind === 'InlineFragment' ? each.selectionSet : []));
    return [{ kind: 'fragment', guards, type: type?.name ?? null, selections: read(sets, type ?? parent) }];
  };

  /** Once each: spreads within spreads would otherwise multiply. */
  const readFragment = (fragment: FragmentDefinitionNode, type: GraphQLCompositeType): readonly Selection[] => {
    const known = fragmentSelections.get(fragment);
    if (known !== undefined) return known;
    const selections = read([fragment.selectionSet], type);
    fragmentSelections.set(fragment, selections);
    return selections;
  };

  const compositeOf = (name: string): GraphQLCompositeType => {
    const type = schema.getType(name);
    if (!isCompositeType(type)) throw new UnsupportedPlanError('unknown-type');
    return type;
  };

  const read: Reader['read'] = (sets, parent) => {
    const alike = new Map<string, SelectionNode[]>();
    for (const node of sets.flatMap(({ selections }) => selections)) {
      const key = keyOf(node);
      const group = alike.get(key);
      if (group === undefined) alike.set(key, [node]);
      else group.push(node);
    }
    return [...alike.values()].flatMap((nodes) => readAlike(nodes, parent));
  };

  return { conditions, read };
}

function keyOf(node: SelectionNode): string {
  const directives = (node.directives ?? []).map(print).join(' ');
  if (node.kind === 'Field') return `${(node.alias ?? node.name).value} ${directives}`;
  if (node.kind === 'FragmentSpread') return `...${node.name.value} ${directives}`;
  return `... on ${node.typeCondition?.name.value ?? ''} ${directives}`;
}

function fieldTypeOf(parent: GraphQLCompositeType, name: string): GraphQLOutputType {
  const field = 'getFields' in parent ? parent.getFields()[name] : undefined;
  if (field === undefined) throw new UnsupportedPlanError('unknown-field');
  return field.type;
}
