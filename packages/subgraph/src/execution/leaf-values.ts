import { GraphQLBoolean, GraphQLID, GraphQLInt, type GraphQLLeafType, GraphQLString, isEnumType } from 'graphql';

const MAX_INT = 2_147_483_647;

/** The type of values that a built-in scalar answers as they are. */
const UNCHANGED: ReadonlyMap<unknown, (value: unknown) => boolean> = new Map<unknown, (value: unknown) => boolean>([
  [GraphQLString.serialize, (value) => typeof value === 'string'],
  [GraphQLID.serialize, (value) => typeof value === 'string'],
  [GraphQLBoolean.serialize, (value) => typeof value === 'boolean'],
  [
    GraphQLInt.serialize,
    (value) => Number.isInteger(value) && (value as number) <= MAX_INT && (value as number) >= -MAX_INT - 1,
  ],
]);

/** Serialises the values of a leaf type. @throws for a value that the type does not have, and where it gives none */
export function leafSerializer(type: GraphQLLeafType): (value: unknown) => unknown {
  const serialize = (value: unknown): unknown => {
    if (value instanceof Error) throw value;
    const serialized: unknown = type.serialize(value);
    if (serialized !== null && serialized !== undefined) return serialized;
    throw new Error(`${type.name} serialised a value that is not null as ${String(serialized)}.`);
  };
  if (isEnumType(type)) {
    const names = new Map<unknown, string>(type.getValues().map(({ value, name }) => [value, name]));
    return (value) => names.get(value) ?? serialize(value);
  }
  const isUnchanged = UNCHANGED.get(type.serialize);
  return isUnchanged === undefined ? serialize : (value) => (isUnchanged(value) ? value : serialize(value));
}
