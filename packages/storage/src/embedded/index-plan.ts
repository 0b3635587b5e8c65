import type { CursorPosition } from '@hiregraph/kernel';
import { UnindexedQueryError } from '../engine/engine-errors.ts';
import type { Range } from '../engine/filter-conditions.ts';
import { type ReadShape, type SortField, shapeRead } from '../engine/index-shape.ts';
import { compareValues, type Key, type KeyValue, toKeyValue } from '../engine/key-values.ts';
import type { Filter, Sort } from '../query.ts';
import { recallForm, rememberForm } from './equality-plan.ts';
import type { MemoryIndex } from './memory-index.ts';

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
 * Plans a read on one index and no other, as runs of its keys.
 * @throws UnindexedQueryError saying why the index cannot serve it
 */
export function planRead(
  collection: string,
  index: MemoryIndex,
  filter: Filter,
  sort: Sort | undefined,
  after: CursorPosition | null,
): IndexPlan {
  const known = recallForm(index, filter, sort);
  const shape = known?.shape ?? shapeRead(collection, index, filter, sort, index.isMultikey);
  if (known === null) rememberForm(index, filter, sort, shape);
  const prefixes = known === null ? equalityPrefixes(collection, index, shape) : [known.prefix];
  const multikeyRange = shape.range !== null && index.isMultikey(shape.length);
  // Two bounds on a list may be met by two elements of it: only one of them can narrow the run.
  const narrowing = multikeyRange && shape.range.lower !== undefined ? { lower: shape.range.lower } : shape.range;
  const direction = shape.backward ? -1 : 1;
  const runs = prefixes
    .map((prefix) => runOf(index, prefix, narrowing ?? {}, shape, after))
    .filter((run) => run.from < run.to);
  return {
    runs,
    direction,
    residual: needsDocument(shape, narrowing),
    duplicates: multikeyRange || (prefixes.length > 1 && hasMultikeyPrefix(index, shape.length)),
    compare: shape.sort === null ? null : compareBy(shape.sort),
  };
}

function hasMultikeyPrefix(index: MemoryIndex, length: number): boolean {
  for (let position = 0; position < length; position++) if (index.isMultikey(position)) return true;
  return false;
}

function equalityPrefixes(collection: string, index: MemoryIndex, { conditions, length }: ReadShape): readonly Key[] {
  let prefixes: KeyValue[][] = [[]];
  for (const path of index.paths.slice(0, length)) {
    const values = conditions.points.get(path) ?? [];
    if (values.length === 1) for (const prefix of prefixes) prefix.push(values[0] as KeyValue);
    else prefixes = prefixes.flatMap((prefix) => values.map((value) => [...prefix, value]));
    if (prefixes.length > MOST_RUNS) {
      throw new UnindexedQueryError(collection, index.spec.name, `its lists make more than ${MOST_RUNS} combinations`);
    }
  }
  return prefixes;
}

/** Whether any condition is not settled by standing in the runs. */
function needsDocument({ conditions, length, range, covered }: ReadShape, narrowing: Range | null): boolean {
  if (conditions.others > 0) return true;
  const sides = (one: Range | null): number => (one?.lower === undefined ? 0 : 1) + (one?.upper === undefined ? 0 : 1);
  let open = conditions.points.size - length;
  for (const one of conditions.ranges.values()) open += one === range ? sides(one) - sides(narrowing) : sides(one);
  return open > covered;
}

function compareBy(sort: readonly SortField[]): (a: Key, b: Key) => number {
  return (a, b) => {
    for (const { position, direction } of sort) {
      const order = compareValues(a[position] as KeyValue, b[position] as KeyValue);
      if (order !== 0) return order * direction;
    }
    return 0;
  };
}

function runOf(
  index: MemoryIndex,
  prefix: Key,
  range: Range,
  { sort, backward }: ReadShape,
  after: CursorPosition | null,
): KeyRun {
  const { from, to } = rangeRun(index, prefix, range);
  if (sort === null || after === null) return { from, to };
  const start = startAfter(prefix, sort, after);
  if (start === 'all') return { from, to };
  if (start === 'none') return { from, to: from };
  if (backward) return { from, to: Math.min(to, index.rank(start, false)) };
  return { from: Math.max(from, index.rank(start, true)), to };
}

/** Where a run begins behind a position: everywhere, nowhere, or behind a key. */
function startAfter(prefix: Key, sort: readonly SortField[], after: CursorPosition): 'all' | 'none' | Key {
  const start = [...prefix];
  for (const [at, field] of sort.entries()) {
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
