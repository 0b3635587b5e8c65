import type { ReadOptions } from '../engine/engine.ts';
import type { Filter, Sort } from '../query.ts';
import { keysetFilter } from './keyset-filter.ts';

type Stage = Readonly<Record<string, unknown>>;

/** The field that says which of many filters a document came from. */
export const SLOT = '__slot';

/** MongoDB allows 1,000 stages; this stays well below, and a longer request becomes several. */
export const MOST_FILTERS = 100;

export function toMongoSort(sort: Sort): Record<string, 1 | -1> {
  return Object.fromEntries(sort);
}

/** The filter with the page's position in it. */
export function positionedFilter(filter: Filter, { sort, after }: ReadOptions): Filter {
  return sort === undefined || after === undefined || after === null ? filter : keysetFilter(filter, sort, after);
}

/** Many finds in one aggregate: each in a $unionWith of its own, so that each has its own sort and limit. */
export function findEachPipeline(collection: string, filters: readonly Filter[], options: ReadOptions): Stage[] {
  return union(
    collection,
    filters.map((filter) => [
      { $match: positionedFilter(filter, options) },
      ...(options.sort === undefined ? [] : [{ $sort: toMongoSort(options.sort) }]),
      ...(options.limit === undefined ? [] : [{ $limit: options.limit }]),
      ...(options.without === undefined || options.without.length === 0 ? [] : [{ $unset: [...options.without] }]),
    ]),
  );
}

export function countEachPipeline(collection: string, filters: readonly Filter[]): Stage[] {
  return union(
    collection,
    filters.map((filter) => [{ $match: filter }, { $group: { _id: null, count: { $sum: 1 } } }]),
  );
}

function union(collection: string, parts: readonly (readonly Stage[])[]): Stage[] {
  const slotted = parts.map((part, slot) => [...part, { $set: { [SLOT]: { $literal: slot } } }]);
  const [first = [], ...others] = slotted;
  return [...first, ...others.map((pipeline) => ({ $unionWith: { coll: collection, pipeline } }))];
}
