import type { StoredDocument } from '../engine/engine.ts';
import { analyseFilter } from '../engine/filter-conditions.ts';
import { compileFilter } from '../engine/filter-test.ts';
import type { Filter } from '../query.ts';

/** Plain equality on top-level fields is compared here; whatever else there is goes to mingo. */
export function documentTest(filter: Filter): (document: StoredDocument) => boolean {
  if (isPlain(filter)) return (document) => equalsPlain(filter, document);
  analyseFilter(filter);
  return compileFilter(filter);
}

/** Whether a filter compares top-level fields with text, numbers and booleans, beside the ids. */
export function isPlain(filter: Filter): boolean {
  for (const path in filter) {
    if (path === '_id') continue;
    const type = typeof filter[path];
    if (type !== 'string' && type !== 'number' && type !== 'boolean') return false;
    if (path.startsWith('$') || path.includes('.')) return false;
  }
  return true;
}

export function equalsPlain(filter: Filter, document: StoredDocument): boolean {
  for (const path in filter) {
    if (path === '_id' || document[path] === filter[path]) continue;
    const list = document[path];
    // Equality with a list's element counts, as everywhere in MongoDB.
    if (!Array.isArray(list) || !list.includes(filter[path])) return false;
  }
  return true;
}
