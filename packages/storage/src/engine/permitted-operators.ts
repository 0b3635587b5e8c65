import type { Filter } from '../query.ts';
import type { Update } from './engine.ts';
import { UnpermittedOperatorError } from './engine-errors.ts';

/** What filters may use; the contract suite runs every one of them on both engines. */
export const PERMITTED_FILTER_OPERATORS = [
  '$and',
  '$or',
  '$eq',
  '$ne',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$in',
  '$nin',
  '$exists',
  '$all',
  '$elemMatch',
] as const;

/** What updates may use. `$push` knows the modifiers below; `$pull` takes a condition on the elements. */
export const PERMITTED_UPDATE_OPERATORS = ['$set', '$unset', '$setOnInsert', '$inc', '$max', '$push', '$pull'] as const;
export const PERMITTED_PUSH_MODIFIERS = ['$each', '$slice'] as const;

const FILTER_SET: ReadonlySet<string> = new Set(PERMITTED_FILTER_OPERATORS);
const UPDATE_SET: ReadonlySet<string> = new Set(PERMITTED_UPDATE_OPERATORS);
const PUSH_SET: ReadonlySet<string> = new Set(PERMITTED_PUSH_MODIFIERS);

/** @throws UnpermittedOperatorError naming the operator */
export function assertPermittedFilter(filter: unknown): void {
  if (filter === null || typeof filter !== 'object' || filter instanceof Date) return;
  if (Array.isArray(filter)) {
    for (const part of filter) assertPermittedFilter(part);
    return;
  }
  for (const key in filter) {
    if (key.charCodeAt(0) === 36 && !FILTER_SET.has(key)) {
      throw new UnpermittedOperatorError(key, 'a filter', PERMITTED_FILTER_OPERATORS);
    }
    assertPermittedFilter((filter as Filter)[key]);
  }
}

/** @throws UnpermittedOperatorError naming the operator */
export function assertPermittedUpdate(update: Update): void {
  for (const operator in update) {
    if (!UPDATE_SET.has(operator)) {
      throw new UnpermittedOperatorError(operator, 'an update', PERMITTED_UPDATE_OPERATORS);
    }
    const fields = update[operator];
    if (operator === '$push') for (const path in fields) assertPermittedPush(fields[path]);
    if (operator === '$pull') for (const path in fields) assertPermittedFilter(fields[path]);
  }
}

function assertPermittedPush(value: unknown): void {
  if (value === null || typeof value !== 'object') return;
  for (const key in value) {
    if (key.startsWith('$') && !PUSH_SET.has(key)) {
      throw new UnpermittedOperatorError(key, '$push', PERMITTED_PUSH_MODIFIERS);
    }
  }
}
