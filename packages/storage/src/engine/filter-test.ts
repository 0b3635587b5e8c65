import { Context } from 'mingo/core';
import { $all, $elemMatch } from 'mingo/operators/query/array';
import { $eq, $gt, $gte, $in, $lt, $lte, $ne, $nin } from 'mingo/operators/query/comparison';
import { $exists } from 'mingo/operators/query/element';
import { $and, $or } from 'mingo/operators/query/logical';
import { Query } from 'mingo/query';
import type { Filter } from '../query.ts';
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
export function compileFilter(filter: Filter): (document: unknown) => boolean {
  const query = new Query(filter, { context });
  return (document) => query.test(document as Record<string, unknown>);
}
