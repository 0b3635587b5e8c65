import type { CursorPosition } from '@hiregraph/kernel';
import { UnindexedQueryError } from '../engine/engine-errors.ts';
import type { Filter, Sort } from '../query.ts';
import { analyseFilter, type Conditions, type Range } from './filter-conditions.ts';
import type { MemoryIndex } from './memory-index.ts';
import { compareValues, type Key, type KeyValue, toKeyValue } from './key-values.ts';
import { assertPartialImplied } from './partial-index.ts';

/** A run of keys in an index, as ranks: `from` inclusive, `to` exclusive. */
export interface KeyRun {
  readonly from: number;
  readonly to: number;
}

/** How an index serves one read. */
export interface IndexPlan {
  readonly runs: readonly KeyRun[];
  readonly direction: 1 | -1;
  /** Whether documents must still be tested against the filter. */
  readonly residual: boolean;
  /** Whether one document may come up twice. */
  readonly duplicates: boolean;
  /** The result's order, for merging several runs; null where none was asked for. */
  readonly compare: ((a: Key, b: Key) => number) | null;
}

const MOST_RUNS = 1_000;

/**
 * Plans a read on one index and no other: the equality prefix, then one range, then the sort.
 * @throws UnindexedQueryError saying why the index cannot serve it
 */
export function planRead(
  collection: string,
  index: MemoryIndex,
  filter: Filter,
  sort: Sort | undefined,
  after: CursorPosition | null,
): IndexPlan {
  const refuse = (reason: string): never => {
    throw new UnindexedQueryError(collection, index.spec.name, reason);
  };
  const conditions = analyseFilter(filter);
  const { prefixes, length } = equalityPrefixes(index, conditions, refuse);
  const range = conditions.ranges.get(index.paths[length] ?? '') ?? null;
  if (length === 0 && range === null) refuse(`nothing is asked of its first field, ${index.paths[0]}`);
  const multikeyRange = range !== null && index.isMultikey(length);
  const order = sort === undefined ? null : planSort(index, sort, length, refuse);
  const listed = order?.fields.find(({ position }) => position >= length && index.isMultikey(position));
  if (listed !== undefined) refuse(`${listed.path} holds lists, which have no order`);
  const partial = index.spec.partial;
  const settled = partial === undefined ? [] : assertPartialImplied(partial, filter, refuse);
  const covered = settled.filter((path) => conditions.points.has(path) && !index.paths.slice(0, length).includes(path));
  const bounded = range === null ? {} : multikeyRange && range.lower !== undefined ? { lower: range.lower } : range;
  const runs = prefixes.map((prefix) => runOf(index, prefix, bounded, order, after)).filter((run) => run.from < run.to);
  return {
    runs,
    direction: order?.direction ?? 1,
    residual: needsDocument(conditions, length, range, bounded, covered.length),
    duplicates: multikeyRange || (prefixes.length > 1 && prefixPositions(index, length)),
    compare: order?.compare ?? null,
  };
}

function prefixPositions(index: MemoryIndex, length: number): boolean {
  for (let position = 0; position < length; position++) if (index.isMultikey(position)) return true;
  return false;
}

function equalityPrefixes(
  index: MemoryIndex,
  { points }: Conditions,
  refuse: (reason: string) => never,
): { prefixes: Key[]; length: number } {
  let prefixes: KeyValue[][] = [[]];
  let length = 0;
  for (; length < index.paths.length; length++) {
    const values = points.get(index.paths[length] as string);
    if (values === undefined) break;
    if (values.length === 1) for (const prefix of prefixes) prefix.push(values[0] as KeyValue);
    else prefixes = prefixes.flatMap((prefix) => values.map((value) => [...prefix, value]));
    if (prefixes.length > MOST_RUNS) refuse(`its $in lists make more than ${MOST_RUNS} combinations`);
  }
  return { prefixes, length };
}

/** Whether any condition is not settled by standing in the index range. */
function needsDocument(
  conditions: Conditions,
  length: number,
  range: Range | null,
  bounded: Range,
  covered: number,
): boolean {
  if (conditions.others > 0) return true;
  const sides = (one: Range): number => (one.lower === undefined ? 0 : 1) + (one.upper === undefined ? 0 : 1);
  let open = conditions.points.size - length;
  for (const one of conditions.ranges.values()) open += one === range ? sides(one) - sides(bounded) : sides(one);
  return open > covered;
}

interface Order {
  readonly direction: 1 | -1;
  readonly fields: readonly { readonly position: number; readonly direction: 1 | -1; readonly path: string }[];
  readonly compare: (a: Key, b: Key) => number;
}

function planSort(index: MemoryIndex, sort: Sort, length: number, refuse: (reason: string) => never): Order {
  const fields = sort.map(([path, direction]) => ({ path, direction, position: index.paths.indexOf(path) }));
  const free = fields.filter((field) => field.position < 0 || field.position >= length);
  const first = free[0];
  const backward = first !== undefined && index.directions[first.position] !== first.direction;
  free.forEach((field, offset) => {
    if (field.position !== length + offset) {
      refuse(`its order after the equality prefix is ${index.paths.slice(length).join(', ')}, not ${field.path}`);
    }
    const sameWay = index.directions[field.position] === field.direction;
    if (sameWay === backward)
      refuse(`its directions are not those of the sort, nor their exact reverse (${field.path})`);
  });
  return {
    direction: backward ? -1 : 1,
    fields,
    compare: (a, b) => {
      for (const { position, direction } of fields) {
        const order = compareValues(a[position] as KeyValue, b[position] as KeyValue);
        if (order !== 0) return order * direction;
      }
      return 0;
    },
  };
}

function runOf(
  index: MemoryIndex,
  prefix: Key,
  range: Range,
  order: Order | null,
  after: CursorPosition | null,
): KeyRun {
  let { from, to } = rangeRun(index, prefix, range);
  if (order === null || after === null) return { from, to };
  const start = startAfter(prefix, order, after);
  if (start === 'all') return { from, to };
  if (start === 'none') return { from, to: from };
  if (order.direction === 1) from = Math.max(from, index.rank(start, true));
  else to = Math.min(to, index.rank(start, false));
  return { from, to };
}

/** Where a run begins behind a position: everywhere, nowhere, or behind a key. */
function startAfter(prefix: Key, order: Order, after: CursorPosition): 'all' | 'none' | Key {
  const start = [...prefix];
  for (let at = 0; at < order.fields.length; at++) {
    const field = order.fields[at] as Order['fields'][number];
    const value = toKeyValue(after[at], field.path);
    if (field.position >= prefix.length) {
      start.push(value);
      continue;
    }
    const side = compareValues(prefix[field.position] as KeyValue, value) * field.direction;
    if (side > 0) return 'all';
    if (side < 0) return 'none';
  }
  return start;
}

/** The run of a prefix, narrowed by a range on the next field. A range stays within its bound's type, as in MongoDB. */
function rangeRun(index: MemoryIndex, prefix: Key, { lower, upper }: Range): KeyRun {
  const sample = lower?.value ?? upper?.value;
  if (sample === undefined || sample === null) return { from: index.rank(prefix, false), to: index.rank(prefix, true) };
  const descending = index.directions[prefix.length] === -1;
  const low = lower ?? lowestOf(sample);
  const high = upper ?? highestOf(sample);
  const [first, last] = descending ? [high, low] : [low, high];
  return {
    from: index.rank([...prefix, first.value], !first.inclusive),
    to: index.rank([...prefix, last.value], last.inclusive),
  };
}

type Bound = NonNullable<Range['lower']>;

function lowestOf(sample: KeyValue): Bound {
  const value = typeof sample === 'string' ? '' : typeof sample === 'number' ? Number.NEGATIVE_INFINITY : false;
  return { value, inclusive: true };
}

function highestOf(sample: KeyValue): Bound {
  // Numbers sort before text and text before booleans, so the first value of the next type ends the range.
  if (typeof sample === 'number') return { value: '', inclusive: false };
  if (typeof sample === 'string') return { value: false, inclusive: false };
  return { value: true, inclusive: true };
}
