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
} from 'graphql';
import { readTypename } from './fast-completion.ts';
import { createFunctionSource, type FunctionSource, keyOf } from './function-source.ts';
import type { JsonObject } from './json.ts';
import { leafValueOf } from './leaf-values.ts';
import { writeObjectCompletion } from './object-completion.ts';
import type { Selection } from './plan.ts';
import { type SelectedField, type SelectionScope, selectFields } from './selected-fields.ts';

/**
 * What `fast-completion.ts` does, straight to JSON text: nothing is built that would only be read once more to be
 * printed. Undefined where the value is not as the schema promises.
 */
export type CompleteToText = (value: unknown) => string | undefined;

/** Generates the completion of an object of a known type to JSON text. */
export function generateText(
  selections: readonly Selection[],
  typename: string | null,
  parent: GraphQLCompositeType,
  scope: SelectionScope,
): CompleteToText {
  const source = createFunctionSource();
  const fields = selectFields(selections, typename, parent, scope);
  source.line("let text = '';");
  for (const [index, field] of fields.entries()) {
    // What stands before a value is known here, the brace or the comma included.
    const before = `${index === 0 ? '{' : ','}${keyOf(field.name)}:`;
    if (field.isTypename) writeTypename(source, field, before, scope);
    else writeField(source, field, before, scope);
  }
  source.line(fields.length === 0 ? "return '{}';" : "return text + '}';");
  return source.build(['object']) as CompleteToText;
}

function writeField(source: FunctionSource, field: SelectedField, before: string, scope: SelectionScope): void {
  const value = source.fresh();
  source.line(`const ${value} = object[${keyOf(field.name)}];`);
  writeValue(source, field.type, field.selections, { value, before: JSON.stringify(before) }, scope);
}

function writeTypename(source: FunctionSource, field: SelectedField, before: string, scope: SelectionScope): void {
  const name = source.fresh();
  const read = source.constant((object: JsonObject) => readTypename(object, field.name, field.parent, scope));
  source.line(`const ${name} = ${read}(object); if (${name} === undefined) return undefined;`);
  source.line(`text += ${JSON.stringify(`${before}"`)} + ${name} + '"';`);
}

interface Place {
  /** The name of the variable that the value is in. */
  readonly value: string;
  /** An expression for what stands before it. */
  readonly before: string;
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
  else source.line(`if (${isNull}) text += ${place.before} + 'null'; else {`);
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
  { value, before }: Place,
  scope: SelectionScope,
): void {
  const [index, element, comma] = [source.fresh(), source.fresh(), source.fresh()];
  source.line(`if (!Array.isArray(${value})) return undefined;`);
  source.line(`text += ${before} + '['; let ${comma} = '';`);
  source.line(`for (let ${index} = 0; ${index} < ${value}.length; ${index}++) {`);
  source.line(`const ${element} = ${value}[${index}];`);
  writeValue(source, type, selections, { value: element, before: comma }, scope);
  source.line(`${comma} = ','; }`);
  source.line("text += ']';");
}

function writeLeaf(source: FunctionSource, type: GraphQLLeafType, { value, before }: Place): void {
  const isValid = source.constant(leafValueOf(type));
  const quoted = `${source.constant(quote)}(${value})`;
  if (isEnumType(type)) {
    source.line(`if (!${isValid}(${value})) return undefined; text += ${before} + '"' + ${value} + '"';`);
    return;
  }
  switch (type.name) {
    case 'String':
      source.line(`if (typeof ${value} !== 'string') return undefined; text += ${before} + ${quoted};`);
      return;
    case 'Boolean':
      source.line(`if (typeof ${value} !== 'boolean') return undefined; text += ${before} + ${value};`);
      return;
    case 'Int':
    case 'Float':
      source.line(`if (!${isValid}(${value})) return undefined; text += ${before} + ${value};`);
      return;
    case 'ID':
      source.line(`if (typeof ${value} === 'string') text += ${before} + ${quoted};`);
      source.line(`else if (${isValid}(${value})) text += ${before} + ${value}; else return undefined;`);
      return;
    default:
      source.line(`text += ${before} + (typeof ${value} === 'string' ? ${quoted} : JSON.stringify(${value}));`);
  }
}

/** What JSON may not have in a text as it is. Surrogates are left to the engine, which knows the lone ones. */
// eslint-disable-next-line no-control-regex -- these are meant
const TO_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;

function quote(text: string): string {
  return TO_ESCAPE.test(text) ? JSON.stringify(text) : `"${text}"`;
}

function writeObject(
  source: FunctionSource,
  type: GraphQLCompositeType,
  selections: readonly Selection[],
  { value, before }: Place,
  scope: SelectionScope,
): void {
  const own = writeObjectCompletion(source, { type, selections, scope }, value, generateText);
  source.line(`text += ${before} + ${own};`);
}
