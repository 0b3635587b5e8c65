import {
  GraphQLBoolean,
  type GraphQLEnumType,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLString,
  isEnumType,
} from 'graphql';
import { dateTimeScalar } from '../date-time-scalar.ts';
import type { FunctionSource } from './function-source.ts';

const MAX_INT = 2_147_483_647;

/** The type of values that a built-in scalar answers as they are. */
const UNCHANGED: ReadonlyMap<unknown, (value: unknown) => boolean> = new Map<unknown, (value: unknown) => boolean>([
  [GraphQLString.serialize, (value) => typeof value === 'string'],
  [GraphQLID.serialize, (value) => typeof value === 'string'],
  [dateTimeScalar.serialize, (value) => typeof value === 'string'],
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
    const names = namesOf(type);
    return (value) => names.get(value) ?? serialize(value);
  }
  const isUnchanged = UNCHANGED.get(type.serialize);
  return isUnchanged === undefined ? serialize : (value) => (isUnchanged(value) ? value : serialize(value));
}

/** The same tests in generated code. */
const USUAL: ReadonlyMap<unknown, (value: string) => string> = new Map<unknown, (value: string) => string>([
  [GraphQLString.serialize, (value) => `typeof ${value} === 'string'`],
  [GraphQLID.serialize, (value) => `typeof ${value} === 'string'`],
  [dateTimeScalar.serialize, (value) => `typeof ${value} === 'string'`],
  [GraphQLBoolean.serialize, (value) => `typeof ${value} === 'boolean'`],
  [GraphQLInt.serialize, (value) => `typeof ${value} === 'number' && (${value} | 0) === ${value}`],
]);

/**
 * Generated code that answers what a leaf's value mostly is.
 * @param value the variable that holds it
 * @param answered where it goes
 * @param other the statement for all else
 */
export function usualLeaf(
  type: GraphQLLeafType,
  source: FunctionSource,
  value: string,
  answered: string,
  other: string,
): string {
  if (isEnumType(type)) {
    const name = source.fresh();
    const names = source.constant(namesOf(type));
    return `const ${name} = ${names}.get(${value}); if (${name} !== undefined) ${answered} = ${name}; else ${other}`;
  }
  const test = USUAL.get(type.serialize);
  return test === undefined ? other : `if (${test(value)}) ${answered} = ${value}; else ${other}`;
}

function namesOf(type: GraphQLEnumType): ReadonlyMap<unknown, string> {
  return new Map<unknown, string>(type.getValues().map(({ value, name }) => [value, name]));
}
