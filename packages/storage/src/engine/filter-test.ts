import { Context } from 'mingo/core';
import { $all, $elemMatch } from 'mingo/operators/query/array';
import { $eq, $gt, $gte, $in, $lt, $lte, $ne, $nin } from 'mingo/operators/query/comparison';
import { $exists } from 'mingo/operators/query/element';
import { $and, $or } from 'mingo/operators/query/logical';
import { Query } from 'mingo/query';
import type { Filter } from '../query.ts';
import { compileNative, type DocumentTest } from './native-condition.ts';
import type { PERMITTED_FILTER_OPERATORS } from './permitted-operators.ts';

/** The permitted operators and no others: mingo copies its context for every filter, so a small one is a fast one. */
const operators: Record<(typeof PERMITTED_FILTER_OPERATORS)[number], unknown> = {
  $and,
  $or,
  $eq,
  $ne,
  $gt,
  $gte,
  $lt,
  $lte,
  $in,
  $nin,
  $exists,
  $all,
  $elemMatch,
};

const context = Context.init({ query: operators as never });

/** Whether a filter matches a value, in MongoDB's sense. For filters that have been checked. */
export function compileFilter(filter: Filter): DocumentTest {
  const tests = Object.keys(filter).flatMap((key) => testsOf(key, filter[key]));
  const [first, second] = tests;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  return (document) => {
    for (const test of tests) if (!test(document)) return false;
    return true;
  };
}

/** All of these must hold. */
function testsOf(key: string, condition: unknown): readonly DocumentTest[] {
  if ((key === '$and' || key === '$or') && isListOfFilters(condition)) {
    const parts = condition.map(compileFilter);
    return key === '$and' ? parts : [(document) => parts.some((part) => part(document))];
  }
  if (key.startsWith('$')) return [compileGeneral({ [key]: condition })];
  if (!isOperators(condition)) return [testOf(key, '$eq', condition, { [key]: condition })];
  return Object.keys(condition).map((operator) =>
    testOf(key, operator, condition[operator], { [key]: { [operator]: condition[operator] } }),
  );
}

function isListOfFilters(value: unknown): value is readonly Filter[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => one !== null && typeof one === 'object');
}

function isOperators(condition: unknown): condition is Readonly<Record<string, unknown>> {
  if (condition === null || typeof condition !== 'object' || Array.isArray(condition)) return false;
  const keys = Object.keys(condition);
  return keys.length > 0 && keys.every((key) => key.startsWith('$'));
}

/** @param whole the same condition as a filter */
function testOf(path: string, operator: string, operand: unknown, whole: Filter): DocumentTest {
  const native = compileNative(path, operator, operand, (positive) =>
    compileGeneral({ [path]: { [positive]: operand } }),
  );
  return native ?? compileGeneral(whole);
}

/** Every permitted operator on every document, by mingo. */
export function compileGeneral(filter: Filter): DocumentTest {
  const query = new Query(filter, { context });
  return (document) => query.test(document as Record<string, unknown>);
}
