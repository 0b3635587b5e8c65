import { UnindexedQueryError } from '../engine/engine-errors.ts';
import type { Filter } from '../query.ts';
import { type IndexPlan, planRead } from './index-plan.ts';
import type { MemoryIndex } from './memory-index.ts';

/** How many documents a plan finds, where standing in its runs is all that is asked; otherwise null. */
export function sizeOf(plan: IndexPlan): number | null {
  return plan.residual || plan.duplicates ? null : lengthOf(plan);
}

function lengthOf({ runs }: IndexPlan): number {
  return runs.reduce((sum, run) => sum + run.to - run.from, 0);
}

/** Counts what a plan finds, document by document. */
export type CountRuns = (index: MemoryIndex, plan: IndexPlan, filter: Filter) => number;

/**
 * Counts without those that a filter leaves out by `$nin` (the confidential jobs, of a list over all jobs) as all less
 * those that it leaves out. Those are few: where no index knows their number they are looked at one by one, if they lie
 * closer together than all.
 * @returns null where the hinted index does not know the number of all, or nothing would be won
 */
export function countByDifference(
  collection: string,
  indexes: Iterable<MemoryIndex>,
  hinted: MemoryIndex,
  filter: Filter,
  countRuns: CountRuns,
): number | null {
  const excluding = Object.keys(filter).filter((path) => excludedBy(filter[path]) !== null);
  const [path] = excluding;
  if (path === undefined || excluding.length > 1) return null;
  const all = countWith(collection, hinted, { ...filter, [path]: undefined });
  if (all === null) return null;
  const excluded = { ...filter, [path]: { $in: excludedBy(filter[path]) } };
  let closest: { readonly index: MemoryIndex; readonly plan: IndexPlan; readonly length: number } | null = null;
  for (const index of indexes) {
    const plan = planWhereServed(collection, index, excluded);
    if (plan === null) continue;
    const count = sizeOf(plan);
    if (count !== null) return all - count;
    const length = lengthOf(plan);
    if (length < (closest?.length ?? all)) closest = { index, plan, length };
  }
  return closest === null ? null : all - countRuns(closest.index, closest.plan, excluded);
}

/** @returns what a condition that does nothing else leaves out; null for other conditions */
function excludedBy(condition: unknown): readonly unknown[] | null {
  if (condition === null || typeof condition !== 'object') return null;
  const { $nin, ...others } = condition as Readonly<Record<string, unknown>>;
  return Array.isArray($nin) && Object.values(others).every((operand) => operand === undefined) ? $nin : null;
}

function countWith(collection: string, index: MemoryIndex, filter: Filter): number | null {
  const plan = planWhereServed(collection, index, filter);
  return plan === null ? null : sizeOf(plan);
}

function planWhereServed(collection: string, index: MemoryIndex, filter: Filter): IndexPlan | null {
  try {
    return planRead(collection, index, filter, undefined, null);
  } catch (error) {
    if (error instanceof UnindexedQueryError) return null;
    throw error;
  }
}
