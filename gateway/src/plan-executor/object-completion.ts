import { type FunctionSource, keyOf } from '@hiregraph/subgraph';
import { type GraphQLCompositeType, isCompositeType, isObjectType } from 'graphql';
import type { JsonObject } from './json.ts';
import type { Selection } from './plan.ts';
import type { SelectionScope } from './selected-fields.ts';

/** What is fixed before the completion to text is generated. */
export interface TextScope extends SelectionScope {
  /** No text of the answer has a character that JSON wants escaped: they need not be looked at one by one. */
  readonly isPlain: boolean;
}

/** The JSON text of an object; `undefined` where the value is not as the schema promises. */
export type CompleteToText = (value: unknown) => string | undefined;

/** Generates the completion of an object of a known type; without a name where the value may not say what it is. */
type GenerateText = (
  selections: readonly Selection[],
  typename: string | null,
  parent: GraphQLCompositeType,
  scope: TextScope,
) => CompleteToText;

/** What an object that does not say its type is, where the schema leaves no choice. */
export function typenameOf(type: GraphQLCompositeType): string | null {
  return isObjectType(type) ? type.name : null;
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

/**
 * Writes the completion of a value that has to be an object, by the type that it says it is.
 * @param value the name of the variable that it is in; not null
 * @returns the name of the variable that has its text, which is not `undefined`
 */
export function writeObjectCompletion(
  source: FunctionSource,
  { type, selections, scope }: { type: GraphQLCompositeType; selections: readonly Selection[]; scope: TextScope },
  value: string,
  generate: GenerateText,
): string {
  const completed = source.fresh();
  const other = source.constant(completeByType(selections, type, scope, generate));
  source.line(`if (typeof ${value} !== 'object' || Array.isArray(${value})) return undefined;`);
  if (isObjectType(type)) {
    const own = source.constant(generate(selections, type.name, type, scope));
    const typename = source.fresh();
    source.line(`const ${typename} = ${value}.__typename;`);
    const isOwn = `${typename} === undefined || ${typename} === ${keyOf(type.name)}`;
    source.line(`const ${completed} = ${isOwn} ? ${own}(${value}) : ${other}(${value});`);
  } else {
    source.line(`const ${completed} = ${other}(${value});`);
  }
  source.line(`if (${completed} === undefined) return undefined;`);
  return completed;
}

/** For what may be of several types: each is generated when it is first met. */
function completeByType(
  selections: readonly Selection[],
  type: GraphQLCompositeType,
  scope: TextScope,
  generate: GenerateText,
): CompleteToText {
  const known = new Map<string, CompleteToText>();
  const completionOf = (typename: string): CompleteToText | null => {
    const found = scope.schema.getType(typename);
    if (!isCompositeType(found)) return null;
    const complete = generate(selections, typename, found, scope);
    known.set(typename, complete);
    return complete;
  };
  let untyped: CompleteToText | undefined;
  return (value) => {
    const typename = (value as JsonObject)['__typename'];
    if (typename === undefined) {
      untyped ??= generate(selections, typenameOf(type), type, scope);
      return untyped(value);
    }
    if (typeof typename !== 'string' || typename === '') return undefined;
    const complete = known.get(typename) ?? completionOf(typename);
    return complete === null ? undefined : complete(value);
  };
}
