import { createFunctionSource, type FunctionSource, keyOf } from '@hiregraph/subgraph';
import {
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLLeafType,
  type GraphQLOutputType,
  isCompositeType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { JsonObject } from './json.ts';
import { leafValueOf } from './leaf-values.ts';
import { writeObjectCompletion } from './object-completion.ts';
import type { Selection } from './plan.ts';
import { type SelectedField, type SelectionScope, selectFields } from './selected-fields.ts';

/**
 * Completes a value that is as the schema promises. Of any other it makes `undefined`, and `careful-completion.ts`,
 * which knows what is to become of it, has to look at it again. Nulls where they may be are as promised.
 */
export type CompleteFast = (value: unknown) => unknown;

/** Generates the completion of an object of a known type. */
export function generateFields(
  selections: readonly Selection[],
  typename: string | null,
  parent: GraphQLCompositeType,
  scope: SelectionScope,
): CompleteFast {
  const source = createFunctionSource();
  const properties = selectFields(selections, typename, parent, scope).map((field) => {
    const completed = source.fresh();
    if (field.isTypename) writeTypename(source, field, completed, scope);
    else writeField(source, field, completed, scope);
    return `${keyOf(field.name)}: ${completed}`;
  });
  source.line(`return { ${properties.join(', ')} };`);
  return source.build(['object']) as CompleteFast;
}

function writeField(source: FunctionSource, field: SelectedField, completed: string, scope: SelectionScope): void {
  const value = source.fresh();
  source.line(`const ${value} = object[${keyOf(field.name)}]; let ${completed};`);
  writeValue(source, field.type, field.selections, { value, completed }, scope);
}

function writeTypename(source: FunctionSource, field: SelectedField, completed: string, scope: SelectionScope): void {
  const read = source.constant((object: JsonObject) => readTypename(object, field.name, field.parent, scope));
  source.line(`const ${completed} = ${read}(object); if (${completed} === undefined) return undefined;`);
}

/**
 * The root's is never fetched, and one of an object may be an interface that a subgraph takes for an object: then
 * there is none.
 */
export function readTypename(
  object: JsonObject,
  name: string,
  parent: GraphQLCompositeType,
  { schema }: SelectionScope,
): string | undefined {
  const said = object[name] ?? object['__typename'];
  const type = (typeof said === 'string' ? schema.getType(said) : undefined) ?? parent;
  return isObjectType(type) ? type.name : undefined;
}

/** The names of the variables that a value is in, and that its completion is to be put into. */
interface Place {
  readonly value: string;
  readonly completed: string;
}

function writeValue(
  source: FunctionSource,
  type: GraphQLOutputType,
  selections: readonly Selection[],
  place: Place,
  scope: SelectionScope,
): void {
  const isNull = `${place.value} === null || ${place.value} === undefined`;
  if (isNonNullType(type)) source.line(`if (${isNull}) return undefined;`);
  else source.line(`if (${isNull}) ${place.completed} = null; else {`);
  const nullable = getNullableType(type);
  if (isListType(nullable)) writeList(source, nullable.ofType, selections, place, scope);
  else if (isLeafType(nullable)) writeLeaf(source, nullable, place);
  else if (isCompositeType(nullable)) writeObject(source, nullable, selections, place, scope);
  if (!isNonNullType(type)) source.line('}');
}

function writeList(
  source: FunctionSource,
  type: GraphQLOutputType,
  selections: readonly Selection[],
  { value, completed }: Place,
  scope: SelectionScope,
): void {
  const [list, index, element, done] = [source.fresh(), source.fresh(), source.fresh(), source.fresh()];
  source.line(`if (!Array.isArray(${value})) return undefined;`);
  source.line(`const ${list} = new Array(${value}.length);`);
  source.line(`for (let ${index} = 0; ${index} < ${list}.length; ${index}++) {`);
  source.line(`const ${element} = ${value}[${index}]; let ${done};`);
  writeValue(source, type, selections, { value: element, completed: done }, scope);
  source.line(`${list}[${index}] = ${done}; }`);
  source.line(`${completed} = ${list};`);
}

function writeLeaf(source: FunctionSource, type: GraphQLLeafType, { value, completed }: Place): void {
  if (!isEnumType(type) && (type.name === 'String' || type.name === 'Boolean')) {
    source.line(`if (typeof ${value} !== '${type.name.toLowerCase()}') return undefined;`);
  } else {
    const isText = !isEnumType(type) && type.name === 'ID' ? `typeof ${value} !== 'string' && ` : '';
    source.line(`if (${isText}!${source.constant(leafValueOf(type))}(${value})) return undefined;`);
  }
  source.line(`${completed} = ${value};`);
}

function writeObject(
  source: FunctionSource,
  type: GraphQLCompositeType,
  selections: readonly Selection[],
  { value, completed }: Place,
  scope: SelectionScope,
): void {
  const own = writeObjectCompletion(source, { type, selections, scope }, value, generateFields);
  source.line(`${completed} = ${own};`);
}
