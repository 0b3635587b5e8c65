import { type FragmentDefinitionNode, type OperationDefinitionNode, parse, type SelectionSetNode } from 'graphql';
import { type ResponseShape, refuseInheritedName, UnsupportedPlanError } from './plan.ts';

type Shape = Map<string, Shape | null>;

/**
 * Reads from a fetch's document which names its answer can have, whatever types are found.
 * @param document as sent to the subgraph
 * @param ofEntities the document asks `_entities`: the shape is that of one entity
 */
export function readResponseShape(document: string, ofEntities: boolean): ResponseShape {
  const { definitions } = parse(document, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | null = null;
  for (const definition of definitions) {
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
    if (definition.kind === 'OperationDefinition') operation = definition;
  }
  if (operation === null) throw new UnsupportedPlanError('unreadable-fetch');
  const shape: Shape = new Map();
  collect(operation.selectionSet, fragments, shape);
  if (!ofEntities) return shape;
  const entities = shape.get('_entities');
  if (entities == null) throw new UnsupportedPlanError('unreadable-fetch');
  return entities;
}

function collect(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  shape: Shape,
): void {
  for (const selection of selections) {
    if (selection.kind === 'InlineFragment') {
      collect(selection.selectionSet, fragments, shape);
    } else if (selection.kind === 'FragmentSpread') {
      const fragment = fragments.get(selection.name.value);
      if (fragment === undefined) throw new UnsupportedPlanError('unreadable-fetch');
      collect(fragment.selectionSet, fragments, shape);
    } else {
      const name = refuseInheritedName((selection.alias ?? selection.name).value);
      if (selection.selectionSet === undefined) {
        shape.set(name, null);
      } else {
        const inner: Shape = shape.get(name) ?? new Map<string, Shape | null>();
        shape.set(name, inner);
        collect(selection.selectionSet, fragments, inner);
      }
    }
  }
}
