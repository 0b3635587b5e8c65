import { UnindexedQueryError } from '../engine/engine-errors.ts';
import type { Filter } from '../query.ts';
import { type IndexPlan, planRead } from './index-plan.ts';
import type { MemoryIndex } from './memory-index.ts';

/** How many documents a plan finds, where standing in its runs is all that is asked; otherwise null. */
export function sizeOf({ residual, duplicates, runs }: IndexPlan): number | null {
  return residual || duplicates ? null : runs.reduce((sum, run) => sum + run.to - run.from, 0);
}

/**
 * Counts without those that a filter leaves out by `$nin` (the confidential jobs, of a list over all jobs) as all less
 * those that it leaves out, where indexes know both.
 * @returns null where they do not
 */
export function countByDifference(
  collection: string,
  indexes: Iterable<MemoryIndex>,
  hinted: MemoryIndex,
  filter: Filter,
): number | null {
  const excluding = Object.keys(filter).filter((path) => excludedBy(filter[path]) !== null);
  const [path] = excluding;
  if (path === undefined || excluding.length > 1) return null;
  const all = countWith(collection, hinted, { ...filter, [path]: undefined });
  if (all === null) return null;
  const excluded = { ...filter, [path]: { $in: excludedBy(filter[path]) } };
  for (const index of indexes) {
    const count = countWith(collection, index, excluded);
    if (count !== null) return all - count;
  }
  return null;
}

/** @returns what a condition that does nothing else leaves out; null for other conditions */
function excludedBy(condition: unknown): readonly unknown[] | null {
  if (condition === null || typeof condition !== 'object') return null;
  const { $nin, ...others } = condition as Readonly<Record<string, unknown>>;
  return Array.isArray($nin) && Object.values(others).every((operand) => operand === undefined) ? $nin : null;
}

function countWith(collection: string, index: MemoryIndex, filter: Filter): number | null {
  try {
    return sizeOf(planRead(collection, index, filter, undefined, null));
  } catch (error) {
    if (error instanceof UnindexedQueryError) return null;
    throw error;
  }
}
