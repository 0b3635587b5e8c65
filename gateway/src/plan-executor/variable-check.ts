import {
  getNullableType,
  type GraphQLError,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getVariableValues,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import type { Variables } from './run.ts';

/** @returns what is wrong with the caller's variables; empty where nothing is */
export type CheckVariables = (variables: Variables) => readonly GraphQLError[];

type IsSurely = (value: unknown) => boolean;

const isText: IsSurely = (value) => typeof value === 'string';
/** Values of which nobody doubts that they are of their type. All others are looked at by graphql-js. */
const SURELY: Readonly<Record<string, IsSurely>> = {
  String: isText,
  ID: isText,
  Boolean: (value) => typeof value === 'boolean',
  Int: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  Float: (value) => Number.isFinite(value),
};

/** Checks variables as the stock gateway does, with a short way for plain ones. */
export function compileVariableCheck(schema: GraphQLSchema, operation: OperationDefinitionNode): CheckVariables {
  const definitions = operation.variableDefinitions ?? [];
  const checks = definitions.map(({ variable, type, defaultValue }) => {
    const declared = typeFromAST(schema, type);
    return {
      name: variable.name.value,
      // Only what is not given at all takes the default: a variable that is there and undefined is a null.
      mayBeAbsent: isInputType(declared) && (defaultValue !== undefined || !isNonNullType(declared)),
      isFine: isInputType(declared) ? compileCheck(declared, false) : () => false,
    };
  });
  return (variables) => {
    if (
      checks.every(({ name, mayBeAbsent, isFine }) =>
        Object.hasOwn(variables, name) ? isFine(variables[name]) : mayBeAbsent,
      )
    ) {
      return [];
    }
    return getVariableValues(schema, definitions, variables).errors ?? [];
  };
}

function compileCheck(type: GraphQLInputType, hasDefault: boolean, known: KnownTypes = new Map()): IsSurely {
  const surely = compileSurely(getNullableType(type), known);
  if (!isNonNullType(type)) return (value) => value == null || surely(value);
  return hasDefault ? (value) => value === undefined || surely(value) : surely;
}

/** Input types may hold themselves. */
type KnownTypes = Map<string, IsSurely>;

function compileSurely(type: GraphQLInputType, known: KnownTypes): IsSurely {
  if (isListType(type)) {
    const element = compileCheck(type.ofType, false, known);
    return (value) => Array.isArray(value) && value.every((each) => element(each));
  }
  if (isEnumType(type)) return (value) => typeof value === 'string' && type.getValue(value) != null;
  if (isInputObjectType(type)) return compileObject(type, known);
  return ('name' in type ? SURELY[type.name] : undefined) ?? (() => false);
}

function compileObject(type: GraphQLInputObjectType, known: KnownTypes): IsSurely {
  const before = known.get(type.name);
  if (before !== undefined) return before;
  // `@oneOf` has a rule of its own.
  const isPlain = !type.isOneOf;
  const fields = new Map<string, IsSurely>();
  const isFine: IsSurely = (value) => {
    if (!isPlain || typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const given = value as Readonly<Record<string, unknown>>;
    for (const name in given) if (!fields.has(name)) return false;
    for (const [name, check] of fields) if (!check(given[name])) return false;
    return true;
  };
  known.set(type.name, isFine);
  for (const { name, type: fieldType, defaultValue } of Object.values(type.getFields())) {
    // A null that stands for itself is no default's place.
    fields.set(name, compileCheck(fieldType, defaultValue !== undefined, known));
  }
  return isFine;
}
