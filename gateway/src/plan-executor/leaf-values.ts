import { type GraphQLLeafType, isEnumType } from 'graphql';

/** Whether a value that a subgraph sent can stand for a leaf. */
export type IsLeafValue = (value: unknown) => boolean;

const INTEGER = /^-?\d+$/u;
const isInteger = (value: unknown): boolean =>
  typeof value === 'number' && (Number.isSafeInteger(value) || INTEGER.test(String(value)));
const isFloat = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isText = (value: unknown): boolean => typeof value === 'string';

const BUILT_IN: Readonly<Record<string, IsLeafValue>> = {
  String: isText,
  ID: (value) => typeof value === 'string' || isInteger(value),
  Int: isInteger,
  Float: isFloat,
  Boolean: (value) => typeof value === 'boolean',
};

/**
 * Leaves arrive serialised; they are only looked at. Values of an enum that the API hides are none. A scalar of our
 * own may be anything.
 */
export function leafValueOf(type: GraphQLLeafType): IsLeafValue {
  if (isEnumType(type)) return (value) => typeof value === 'string' && type.getValue(value) != null;
  return BUILT_IN[type.name] ?? (() => true);
}
