import { UnpermittedOperatorError } from './engine-errors.ts';
import { PERMITTED_FILTER_OPERATORS } from './permitted-operators.ts';
import type { Filter } from '../query.ts';
import { type KeyValue, toKeyValue } from './key-values.ts';

export interface Range {
  lower?: { readonly value: KeyValue; readonly inclusive: boolean };
  upper?: { readonly value: KeyValue; readonly inclusive: boolean };
}

/** A filter, taken apart into what an index can serve and the number of conditions that need a look at the document. */
export interface Conditions {
  /** Equality and $in: the values that a path may have. */
  readonly points: Map<string, readonly KeyValue[]>;
  readonly ranges: Map<string, Range>;
  /** Conditions of other kinds. */
  others: number;
}

const PERMITTED: ReadonlySet<string> = new Set(PERMITTED_FILTER_OPERATORS);

/** @throws UnpermittedOperatorError */
export function analyseFilter(filter: Filter): Conditions {
  const conditions: Conditions = { points: new Map(), ranges: new Map(), others: 0 };
  collect(filter, conditions);
  return conditions;
}

function collect(filter: Filter, into: Conditions): void {
  for (const key in filter) {
    const value = filter[key];
    if (value === undefined) continue;
    if (key === '$and') {
      for (const part of value as readonly Filter[]) collect(part, into);
    } else if (key.startsWith('$')) {
      if (key !== '$or') refuse(key);
      into.others++;
    } else {
      addCondition(key, value, into);
    }
  }
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value !== 'object' || value instanceof Date;
}

function addCondition(path: string, value: unknown, into: Conditions): void {
  if (isScalar(value)) {
    addPoints(path, [value], into);
    return;
  }
  if (Array.isArray(value) || !Object.keys(value as object).some((key) => key.startsWith('$'))) {
    into.others++;
    return;
  }
  for (const [operator, operand] of Object.entries(value as Record<string, unknown>)) {
    if (operand === undefined) continue;
    if (!PERMITTED.has(operator)) refuse(operator);
    if (operator === '$eq' && isScalar(operand)) addPoints(path, [operand], into);
    else if (operator === '$in' && (operand as readonly unknown[]).every(isScalar)) {
      addPoints(path, operand as readonly unknown[], into);
    } else if (RANGE_OPERATORS.has(operator)) addRange(path, operator, toKeyValue(operand, path), into);
    else into.others++;
  }
}

function addPoints(path: string, values: readonly unknown[], into: Conditions): void {
  const keys = [...new Set(values.map((value) => toKeyValue(value, path)))];
  // Null also stands for what is missing or empty in an index: only the document tells them apart.
  if (into.points.has(path) || keys.includes(null)) into.others++;
  if (!into.points.has(path)) into.points.set(path, keys);
}

const RANGE_OPERATORS: ReadonlySet<string> = new Set(['$gt', '$gte', '$lt', '$lte']);

function addRange(path: string, operator: string, value: KeyValue, into: Conditions): void {
  const range = into.ranges.get(path) ?? {};
  const bound = { value, inclusive: operator.endsWith('e') };
  const side = operator.startsWith('$g') ? 'lower' : 'upper';
  // A second bound on one side, or null, which compares with nothing but itself, is left to the document.
  if (range[side] !== undefined || value === null) into.others++;
  range[side] ??= bound;
  into.ranges.set(path, range);
}

function refuse(operator: string): never {
  throw new UnpermittedOperatorError(operator, 'a filter', PERMITTED_FILTER_OPERATORS);
}
