import { type FunctionSource, keyOf } from '@hiregraph/subgraph';
import { type GraphQLCompositeType, isCompositeType, isObjectType } from 'graphql';
import type { JsonObject } from './json.ts';
import type { Selection } from './plan.ts';
import type { SelectionScope } from './selected-fields.ts';

/** Makes something of an object's value; `undefined` where the value is not as the schema promises. */
export type CompleteObject<Completed> = (value: unknown) => Completed | undefined;

/** Generates the completion of an object of a known type; without a name where the value may not say what it is. */
export type GenerateCompletion<Completed> = (
  selections: readonly Selection[],
  typename: string | null,
  parent: GraphQLCompositeType,
  scope: SelectionScope,
) => CompleteObject<Completed>;

/** What an object that does not say its type is, where the schema leaves no choice. */
export function typenameOf(type: GraphQLCompositeType): string | null {
  return isObjectType(type) ? type.name : null;
}

/**
 * Writes the completion of a value that has to be an object, by the type that it says it is.
 * @param value the name of the variable that it is in; not null
 * @returns the name of the variable that has what was made of it, which is not `undefined`
 */
export function writeObjectCompletion<Completed>(
  source: FunctionSource,
  { type, selections, scope }: { type: GraphQLCompositeType; selections: readonly Selection[]; scope: SelectionScope },
  value: string,
  generate: GenerateCompletion<Completed>,
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
function completeByType<Completed>(
  selections: readonly Selection[],
  type: GraphQLCompositeType,
  scope: SelectionScope,
  generate: GenerateCompletion<Completed>,
): CompleteObject<Completed> {
  const known = new Map<string, CompleteObject<Completed>>();
  const completionOf = (typename: string): CompleteObject<Completed> | null => {
    const found = scope.schema.getType(typename);
    if (!isCompositeType(found)) return null;
    const complete = generate(selections, typename, found, scope);
    known.set(typename, complete);
    return complete;
  };
  let untyped: CompleteObject<Completed> | undefined;
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
