import type { ReadShape, SortField } from '../engine/index-shape.ts';
import { type Key, toKeyValue } from '../engine/key-values.ts';
import type { Filter, Sort } from '../query.ts';
import type { MemoryIndex } from './memory-index.ts';

/** The form of a read that asks for nothing but plain equality on the first fields of an index. */
interface EqualityForm {
  readonly sort: Sort | undefined;
  /** The filter's paths, in its order. */
  readonly paths: readonly string[];
  /** The same, in the index's. */
  readonly prefix: readonly string[];
  readonly shape: ReadShape;
}

/** Reads of one kind come one behind the other (a list under many parents), so the last form is mostly the next. */
const lastForms = new WeakMap<MemoryIndex, EqualityForm>();

/** Remembers the form of a read whose every condition is settled by standing behind the prefix, whatever its values. */
export function rememberForm(index: MemoryIndex, filter: Filter, sort: Sort | undefined, shape: ReadShape): void {
  const paths = plainPaths(filter);
  const { conditions, length, range, covered } = shape;
  // What a partial index holds depends on values.
  if (paths === null || index.spec.partial !== undefined) return;
  if (range !== null || covered > 0 || conditions.others > 0 || length !== paths.length) return;
  lastForms.set(index, { sort, paths, prefix: index.paths.slice(0, length), shape });
}

/** The prefix and shape of a read of the form that was remembered last; null for all others. */
export function recallForm(
  index: MemoryIndex,
  filter: Filter,
  sort: Sort | undefined,
): { readonly prefix: Key; readonly shape: ReadShape } | null {
  const form = lastForms.get(index);
  if (form === undefined || form.sort !== sort || !hasForm(filter, form.paths)) return null;
  const { shape, prefix } = form;
  // Documents with lists may have come meanwhile; then it is planned, and refused, anew.
  if (shape.sort?.some((field) => isListed(index, field, shape.length)) === true) return null;
  return { prefix: prefix.map((path) => toKeyValue(filter[path], path)), shape };
}

function isListed(index: MemoryIndex, { position }: SortField, length: number): boolean {
  return position >= length && index.isMultikey(position);
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function hasForm(filter: Filter, paths: readonly string[]): boolean {
  let at = 0;
  for (const path in filter) {
    if (path !== paths[at] || !isPlain(filter[path])) return false;
    at++;
  }
  return at === paths.length;
}

function plainPaths(filter: Filter): readonly string[] | null {
  const paths = Object.keys(filter);
  return paths.every((path) => !path.startsWith('$') && isPlain(filter[path])) ? paths : null;
}
