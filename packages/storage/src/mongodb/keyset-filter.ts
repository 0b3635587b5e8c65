import type { CursorPosition } from '@hiregraph/kernel';
import type { Filter, Sort } from '../query.ts';

/**
 * Narrows a filter to what lies behind a position in a total order: lexicographic comparison, spelt out, since MongoDB
 * compares no tuples. The bound on the first field is implied by the rest; with it the index scan starts at the position
 * instead of at the beginning.
 */
export function keysetFilter(filter: Filter, sort: Sort, after: CursorPosition): Filter {
  const alternatives: Filter[] = [];
  for (let depth = 0; depth < sort.length; depth++) {
    const [path, direction] = sort[depth] as Sort[number];
    const equal = sort.slice(0, depth).map(([before], index) => ({ [before]: after[index] ?? null }));
    for (const behind of behindValue(path, direction, after[depth] ?? null)) {
      alternatives.push({ $and: [...equal, behind] });
    }
  }
  return { $and: [filter, ...firstBound(sort, after), { $or: alternatives }] };
}

/** Null sorts before every value, and a comparison with a value never matches it. */
function behindValue(path: string, direction: 1 | -1, value: CursorPosition[number]): readonly Filter[] {
  if (value === null) return direction === 1 ? [{ [path]: { $ne: null } }] : [];
  return direction === 1 ? [{ [path]: { $gt: value } }] : [{ [path]: { $lt: value } }, { [path]: null }];
}

function firstBound(sort: Sort, after: CursorPosition): readonly Filter[] {
  const [[path, direction] = ['', 1]] = sort;
  const value = after[0] ?? null;
  if (value === null) return [];
  // "Not above" keeps the nulls at the end of a descending order, "at most" would not.
  return [direction === 1 ? { [path]: { $gte: value } } : { [path]: { $not: { $gt: value } } }];
}
