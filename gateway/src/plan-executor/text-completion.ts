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
  isScalarType,
} from 'graphql';
import type { JsonObject } from './json.ts';
import { leafValueOf } from './leaf-values.ts';
import { type CompleteToText, readTypename, type TextScope, writeObjectCompletion } from './object-completion.ts';
import type { Selection } from './plan.ts';
import { type SelectedField, selectFields } from './selected-fields.ts';

/**
 * Generates the completion of an object of a known type straight to JSON text: nothing is built that would only be read
 * once more to be printed. Of a value that is not as the schema promises it makes `undefined`, and
 * `careful-completion.ts`, which knows what is to become of it, has to look at it again. Nulls where they may be are as
 * promised.
 */
export function generateText(
  selections: readonly Selection[],
  typename: string | null,
  parent: GraphQLCompositeType,
  scope: TextScope,
): CompleteToText {
  const source = createFunctionSource();
  const fields = selectFields(selections, typename, parent, scope);
  source.line("let text = '';");
  // What stands before a value is known here: the brace or the comma, and the quote that ends the text before it. The
  // fewer parts a text is put together from, the less there is to allocate and to copy.
  let end = '';
  for (const [index, field] of fields.entries()) {
    const before = `${end}${index === 0 ? '{' : ','}${keyOf(field.name)}:`;
    end = field.isTypename ? writeTypename(source, field, before, scope) : writeField(source, field, before, scope);
  }
  source.line(fields.length === 0 ? "return '{}';" : `return text + ${JSON.stringify(`${end}}`)};`);
  return source.build(['object']) as CompleteToText;
}

/** @returns what is still to be written after the value, before anything else */
function writeField(source: FunctionSource, field: SelectedField, before: string, scope: TextScope): string {
  const value = source.fresh();
  source.line(`const ${value} = object[${keyOf(field.name)}];`);
  if (isNonNullType(field.type) && isQuoted(field.type.ofType)) {
    writeQuoted(source, field.type.ofType, value, before, scope);
    return '"';
  }
  writeValue(source, field.type, field.selections, { value, before: JSON.stringify(before) }, scope);
  return '';
}

/** @returns as `writeField` does */
function writeTypename(source: FunctionSource, field: SelectedField, before: string, scope: TextScope): string {
  const name = source.fresh();
  const read = source.constant((object: JsonObject) => readTypename(object, field.name, field.parent, scope));
  source.line(`const ${name} = ${read}(object); if (${name} === undefined) return undefined;`);
  append(source, JSON.stringify(`${before}"`), name);
  return '"';
}

/** Whether every value of the type is a text. */
function isQuoted(type: GraphQLOutputType): type is GraphQLLeafType {
  return isEnumType(type) || (isScalarType(type) && type.name === 'String');
}

/** Writes such a value without the quote that ends it; one that is null is not valid either. */
function writeQuoted(
  source: FunctionSource,
  type: GraphQLLeafType,
  value: string,
  before: string,
  { isPlain }: TextScope,
): void {
  const isValid = isEnumType(type) ? `${source.constant(leafValueOf(type))}(${value})` : `typeof ${value} === 'string'`;
  const text = isEnumType(type) || isPlain ? value : `${source.constant(escaped)}(${value})`;
  source.line(`if (!(${isValid})) return undefined;`);
  append(source, JSON.stringify(`${before}"`), text);
}

/** Parts are put to the whole one by one: ropes that hang together to the left are the quickest to be made one text. */
function append(source: FunctionSource, before: string, value: string): void {
  source.line(`text = text + ${before} + ${value};`);
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
  scope: TextScope,
): void {
  const isNull = `${place.value} === null || ${place.value} === undefined`;
  if (isNonNullType(type)) source.line(`if (${isNull}) return undefined;`);
  else source.line(`if (${isNull}) text = text + ${place.before} + 'null'; else {`);
  const nullable = getNullableType(type);
  if (isListType(nullable)) writeList(source, nullable.ofType, selections, place, scope);
  else if (isLeafType(nullable)) writeLeaf(source, nullable, place, scope);
  else if (isCompositeType(nullable)) writeObject(source, nullable, selections, place, scope);
  if (!isNonNullType(type)) source.line('}');
}

function writeList(
  source: FunctionSource,
  type: GraphQLOutputType,
  selections: readonly Selection[],
  { value, before }: Place,
  scope: TextScope,
): void {
  const [index, element, comma] = [source.fresh(), source.fresh(), source.fresh()];
  source.line(`if (!Array.isArray(${value})) return undefined;`);
  source.line(`text = text + ${before} + '['; let ${comma} = '';`);
  source.line(`for (let ${index} = 0; ${index} < ${value}.length; ${index}++) {`);
  source.line(`const ${element} = ${value}[${index}];`);
  writeValue(source, type, selections, { value: element, before: comma }, scope);
  source.line(`${comma} = ','; }`);
  source.line("text += ']';");
}

function writeLeaf(source: FunctionSource, type: GraphQLLeafType, { value, before }: Place, scope: TextScope): void {
  const isValid = source.constant(leafValueOf(type));
  const quoted = scope.isPlain ? `'"' + ${value} + '"'` : `${source.constant(quote)}(${value})`;
  if (isEnumType(type)) {
    source.line(`if (!${isValid}(${value})) return undefined; text = text + ${before} + '"' + ${value} + '"';`);
    return;
  }
  switch (type.name) {
    case 'String':
      source.line(`if (typeof ${value} !== 'string') return undefined; text = text + ${before} + ${quoted};`);
      return;
    case 'Boolean':
      source.line(`if (typeof ${value} !== 'boolean') return undefined; text = text + ${before} + ${value};`);
      return;
    case 'Int':
    case 'Float':
      source.line(`if (!${isValid}(${value})) return undefined; text = text + ${before} + ${value};`);
      return;
    case 'ID':
      source.line(`if (typeof ${value} === 'string') text = text + ${before} + ${quoted};`);
      source.line(`else if (${isValid}(${value})) text = text + ${before} + ${value}; else return undefined;`);
      return;
    default:
      append(source, before, `(typeof ${value} === 'string' ? ${quoted} : JSON.stringify(${value}))`);
  }
}

/** What JSON may not have in a text as it is. Surrogates are left to the engine, which knows the lone ones. */
// eslint-disable-next-line no-control-regex -- these are meant
const TO_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;

function quote(text: string): string {
  return TO_ESCAPE.test(text) ? JSON.stringify(text) : `"${text}"`;
}

function escaped(text: string): string {
  return TO_ESCAPE.test(text) ? JSON.stringify(text).slice(1, -1) : text;
}

function writeObject(
  source: FunctionSource,
  type: GraphQLCompositeType,
  selections: readonly Selection[],
  { value, before }: Place,
  scope: TextScope,
): void {
  const own = writeObjectCompletion(source, { type, selections, scope }, value, generateText);
  append(source, before, own);
}
