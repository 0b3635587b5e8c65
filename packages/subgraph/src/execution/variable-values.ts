import {
  type GraphQLError,
  GraphQLBoolean,
  GraphQLID,
  type GraphQLInputType,
  GraphQLInt,
  type GraphQLSchema,
  GraphQLString,
  getVariableValues,
  isInputType,
  isListType,
  isNonNullType,
  isScalarType,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';

type Values = Readonly<Record<string, unknown>>;

export type CoercedVariables =
  | { readonly errors: readonly GraphQLError[]; readonly coerced?: never }
  | { readonly coerced: Values; readonly errors?: never };

/** Brings what the caller sent into the form of the variables' types, or says what does not fit. */
export type CoerceVariables = (inputs: Values) => CoercedVariables;

const MAX_ERRORS = 50;
const MAX_INT = 2_147_483_647;

/** Whether a value is one of the type as it stands, so that coercion would give the same. */
type IsCoerced = (value: unknown) => boolean;

/**
 * Compiles the coercion of an operation's variables. Values of the plain types that most operations have are looked at
 * only; anything else, and whatever does not fit, is graphql-js' business.
 */
export function compileVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
): CoerceVariables {
  const variables = definitions.map((definition) => {
    const type = typeFromAST(schema, definition.type as never) as GraphQLInputType | undefined;
    const isCoerced = type !== undefined && isInputType(type) ? plainCheck(type) : null;
    return { name: definition.variable.name.value, isCoerced, isOptional: isOptional(definition) };
  });
  const coerce: CoerceVariables = (inputs) => getVariableValues(schema, definitions, inputs, { maxErrors: MAX_ERRORS });
  if (variables.some(({ isCoerced }) => isCoerced === null)) return coerce;
  return (inputs) => {
    const coerced: Record<string, unknown> = {};
    for (const { name, isCoerced, isOptional } of variables) {
      if (!Object.hasOwn(inputs, name)) {
        if (!isOptional) return coerce(inputs);
      } else if (isCoerced?.(inputs[name]) === true) {
        coerced[name] = inputs[name];
      } else {
        return coerce(inputs);
      }
    }
    return { coerced };
  };
}

/** May be left out, and is then not there. */
function isOptional({ type, defaultValue }: VariableDefinitionNode): boolean {
  return type.kind !== 'NonNullType' && defaultValue === undefined;
}

const PLAIN: ReadonlyMap<unknown, IsCoerced> = new Map<unknown, IsCoerced>([
  [GraphQLString.parseValue, (value) => typeof value === 'string'],
  [GraphQLID.parseValue, (value) => typeof value === 'string'],
  [GraphQLBoolean.parseValue, (value) => typeof value === 'boolean'],
  [
    GraphQLInt.parseValue,
    (value) => Number.isInteger(value) && (value as number) <= MAX_INT && (value as number) >= -MAX_INT - 1,
  ],
]);

/** Null for types whose values coercion may change. */
function plainCheck(type: GraphQLInputType): IsCoerced | null {
  if (isNonNullType(type)) {
    const inner = plainCheck(type.ofType);
    return inner && ((value) => value !== null && value !== undefined && inner(value));
  }
  if (isListType(type)) {
    const inner = plainCheck(type.ofType);
    return inner && ((value) => value === null || (Array.isArray(value) && value.every(inner)));
  }
  // Representations: the gateway's own business, taken as they are.
  const check =
    isScalarType(type) && type.name === '_Any' ? isRepresentation : PLAIN.get((type as typeof GraphQLID).parseValue);
  return check === undefined ? null : (value) => value === null || check(value);
}

const isRepresentation: IsCoerced = (value) => typeof value === 'object' && value !== null;
