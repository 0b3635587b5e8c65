import type { Filter, Sort } from '../query.ts';
import type { EngineIndex } from './engine.ts';
import { UnindexedQueryError } from './engine-errors.ts';
import { analyseFilter, type Conditions, type Range } from './filter-conditions.ts';
import { assertPartialImplied } from './partial-index.ts';

type Refuse = (reason: string) => never;

/** An index's fields in order, `_id` last in any case. */
export interface IndexFields {
  readonly spec: EngineIndex;
  readonly paths: readonly string[];
  readonly directions: readonly (1 | -1)[];
}

export function indexFields(spec: EngineIndex): IndexFields {
  const paths = spec.keys.map(([path]) => path);
  const directions = spec.keys.map(([, direction]) => direction);
  if (paths.at(-1) !== '_id') {
    paths.push('_id');
    directions.push(1);
  }
  return { spec, paths, directions };
}

export interface SortField {
  readonly path: string;
  readonly direction: 1 | -1;
  /** The field's place in the index. */
  readonly position: number;
}

/** How an index serves a read: an equality prefix, then at most one range, then the sort. */
export interface ReadShape {
  readonly conditions: Conditions;
  /** How many of the index's fields are fixed by equality. */
  readonly length: number;
  /** The range on the field behind them. */
  readonly range: Range | null;
  readonly sort: readonly SortField[] | null;
  /** Whether the index is read backward. */
  readonly backward: boolean;
  /** Conditions that hold for everything in the index, because it is partial. */
  readonly covered: number;
}

/**
 * Finds out whether an index serves a read without a scan or a sort. Both engines ask this, so that a query which one
 * of them would refuse never works on the other.
 * @param isMultikey whether documents have lists at that place; unknown counts as no
 * @throws UnindexedQueryError saying why not; UnpermittedOperatorError
 */
export function shapeRead(
  collection: string,
  index: IndexFields,
  filter: Filter,
  sort: Sort | undefined,
  isMultikey: (position: number) => boolean = () => false,
): ReadShape {
  const refuse: Refuse = (reason) => {
    throw new UnindexedQueryError(collection, index.spec.name, reason);
  };
  const { paths, spec } = index;
  const conditions = analyseFilter(filter);
  const unfixed = paths.findIndex((path) => !conditions.points.has(path));
  const length = unfixed === -1 ? paths.length : unfixed;
  const range = conditions.ranges.get(paths[length] ?? '') ?? null;
  if (length === 0 && range === null) refuse(`nothing is asked of its first field, ${paths[0]}`);
  const fields = sort === undefined ? null : sortFields(index, sort);
  const listed = fields?.find(({ position }) => position >= length && isMultikey(position));
  if (listed !== undefined) refuse(`${listed.path} holds lists, which have no order`);
  const settled = spec.partial === undefined ? [] : assertPartialImplied(spec.partial, filter, refuse);
  const fixed = paths.slice(0, length);
  return {
    conditions,
    length,
    range,
    sort: fields,
    backward: fields !== null && readsBackward(index, fields, length, refuse),
    covered: settled.filter((path) => conditions.points.has(path) && !fixed.includes(path)).length,
  };
}

function sortFields({ paths }: IndexFields, sort: Sort): readonly SortField[] {
  return sort.map(([path, direction]) => ({ path, direction, position: paths.indexOf(path) }));
}

/** The fields that equality leaves free must follow in the index's order, all of them its way or all the other way. */
function readsBackward(index: IndexFields, fields: readonly SortField[], length: number, refuse: Refuse): boolean {
  const free = fields.filter(({ position }) => position < 0 || position >= length);
  const [first] = free;
  const backward = first !== undefined && index.directions[first.position] !== first.direction;
  free.forEach((field, offset) => {
    if (field.position !== length + offset) {
      refuse(`its order after the equality prefix is ${index.paths.slice(length).join(', ')}, not ${field.path}`);
    }
    if ((index.directions[field.position] === field.direction) === backward) {
      refuse(`its directions are not those of the sort, nor their exact reverse (${field.path})`);
    }
  });
  return backward;
}
