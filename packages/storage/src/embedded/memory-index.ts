import type { EngineIndex, StoredDocument } from '../engine/engine.ts';
import { compileFilter } from '../engine/filter-test.ts';
import { type IndexFields, indexFields } from '../engine/index-shape.ts';
import { type CountedTree, createCountedTree } from './counted-tree.ts';
import { type Key, type KeyValue, toKeyValue } from '../engine/key-values.ts';
import { compareKeys } from './key-order.ts';
import { sortKeys } from './sort-keys.ts';

/** One declared index in memory: a sorted tree of keys, each with the document's id last. */
export interface MemoryIndex extends IndexFields {
  /** Whether any document ever had a list at that path: then one document may have several keys. */
  isMultikey(position: number): boolean;
  readonly size: number;
  /**
   * @param before the document that this one replaces; null for a new one
   * @returns the id of another document that has the same unique key, or null
   */
  conflict(before: StoredDocument | null, document: StoredDocument): string | null;
  replace(before: StoredDocument | null, after: StoredDocument | null): void;
  /** Makes the index over all these documents at once, in place of what it held. */
  fill(documents: Iterable<StoredDocument>): void;
  /** @returns a unique key that two documents have, or null */
  repeated(): Key | null;
  /** How many keys lie before everything (or, with `past`, also before and among all) that begins with the prefix. */
  rank(prefix: Key, past: boolean): number;
  walk(rank: number, direction: 1 | -1, visit: (key: Key) => boolean): void;
  at(rank: number): Key | undefined;
}

export function createMemoryIndex(spec: EngineIndex): MemoryIndex {
  const { paths, directions } = indexFields(spec);
  const read = paths.map(createPathReader);
  const multikey = paths.map(() => false);
  const partial = spec.partial === undefined ? null : compileFilter(spec.partial);
  const watched = watchedPaths(spec, paths).map(createValueReader);
  const compare = (a: Key, b: Key): number => compareKeys(a, b, a.length, directions);
  const tree = createCountedTree<Key>(compare);

  function keysOf(document: StoredDocument): readonly Key[] {
    if (partial !== null && !partial(document)) return [];
    let keys: KeyValue[][] = [[]];
    for (let position = 0; position < read.length; position++) {
      const value = readAt(read, position, document);
      if (isList(value)) {
        multikey[position] = true;
        keys = keys.flatMap((key) => value.map((one) => [...key, one]));
      } else {
        for (const key of keys) key.push(value);
      }
    }
    return keys;
  }

  /** Documents are immutable and share what an update left alone: the same values by identity make the same keys. */
  function isUntouched(before: StoredDocument, after: StoredDocument): boolean {
    for (const valueOf of watched) if (!Object.is(valueOf(before), valueOf(after))) return false;
    return true;
  }

  const rank = (prefix: Key, past: boolean): number => {
    const tie = past ? -1 : 1;
    return tree.rank((entry) => compareKeys(entry, prefix, prefix.length, directions) || tie);
  };

  return {
    spec,
    paths,
    directions,
    isMultikey: (position) => multikey[position] === true,
    get size() {
      return tree.size;
    },
    conflict(before, document) {
      if (spec.unique !== true || (before !== null && isUntouched(before, document))) return null;
      for (const key of keysOf(document)) {
        const prefix = key.slice(0, spec.keys.length);
        const found = tree.at(rank(prefix, false));
        if (found === undefined || compareKeys(found, prefix, prefix.length, directions) !== 0) continue;
        // A unique key has one owner, save that a document being replaced is its own.
        if (found.at(-1) !== document._id) return String(found.at(-1));
      }
      return null;
    },
    replace(before, after) {
      if (before !== null && after !== null && isUntouched(before, after)) return;
      const old = before === null ? [] : keysOf(before);
      const fresh = after === null ? [] : keysOf(after);
      if (old.length === 0 || fresh.length === 0) {
        for (const key of old) tree.delete(key);
        for (const key of fresh) tree.insert(key);
      } else {
        replaceKeys(tree, old, fresh, compare);
      }
    },
    fill(documents) {
      const keys: Key[] = [];
      for (const document of documents) for (const key of keysOf(document)) keys.push(key);
      tree.fill(sortKeys(keys, directions));
    },
    repeated() {
      if (spec.unique !== true) return null;
      let last: Key | null = null;
      let found: Key | null = null;
      tree.walk(0, 1, (key) => {
        const same = last !== null && compareKeys(last, key, spec.keys.length, directions) === 0;
        if (same && last?.at(-1) !== key.at(-1)) found = key;
        last = key;
        return found === null;
      });
      return found;
    },
    rank,
    walk: tree.walk,
    at: tree.at,
  };
}

/** Changes only the keys that differ: of a document with a list, most stay. */
function replaceKeys(
  tree: CountedTree<Key>,
  before: readonly Key[],
  after: readonly Key[],
  compare: (a: Key, b: Key) => number,
): void {
  const old = before.length > 1 ? before.toSorted(compare) : before;
  const fresh = after.length > 1 ? after.toSorted(compare) : after;
  const added: Key[] = [];
  let at = 0;
  for (const key of fresh) {
    while (at < old.length && compare(old[at] as Key, key) < 0) tree.delete(old[at++] as Key);
    if (at < old.length && compare(old[at] as Key, key) === 0) at++;
    else added.push(key);
  }
  while (at < old.length) tree.delete(old[at++] as Key);
  for (const key of added) tree.insert(key);
}

/** What decides on a document's keys, beside its id, which never changes. */
function watchedPaths(spec: EngineIndex, paths: readonly string[]): readonly string[] {
  return [...new Set([...paths, ...Object.keys(spec.partial ?? {})])].filter((path) => path !== '_id');
}

/** Reads what a dotted path leads to; where a list lies on the way, that list. */
function createValueReader(path: string): (document: StoredDocument) => unknown {
  // An operator on the whole document (`$or`) depends on all of it.
  if (path.startsWith('$')) return (document) => document;
  const segments = path.split('.');
  return (document) => {
    let current: unknown = document;
    for (const segment of segments) {
      if (current === null || typeof current !== 'object' || Array.isArray(current)) return current;
      current = (current as Record<string, unknown>)[segment];
    }
    return current;
  };
}

type PathReader = (document: unknown) => KeyValue | readonly KeyValue[];

function readAt(
  readers: readonly PathReader[],
  position: number,
  document: StoredDocument,
): KeyValue | readonly KeyValue[] {
  return (readers[position] as PathReader)(document);
}

function isList(value: KeyValue | readonly KeyValue[]): value is readonly KeyValue[] {
  return Array.isArray(value);
}

/** Reads a dotted path; a list on the way or at the end gives one key an element, as MongoDB's multikey indexes do. */
function createPathReader(path: string): PathReader {
  const segments = path.split('.');
  const readFrom = (value: unknown, depth: number): KeyValue | readonly KeyValue[] => {
    let current = value;
    for (let index = depth; ; index++) {
      if (Array.isArray(current)) return readList(current, index);
      if (index === segments.length) return toKeyValue(current, path);
      if (current === null || typeof current !== 'object') return null;
      current = (current as Record<string, unknown>)[segments[index] as string];
    }
  };
  const readList = (list: readonly unknown[], depth: number): readonly KeyValue[] => {
    const found = new Set<KeyValue>();
    for (const element of list) {
      const value = depth === segments.length ? toKeyValue(element, path) : readFrom(element, depth);
      for (const one of Array.isArray(value) ? (value as readonly KeyValue[]) : [value as KeyValue]) found.add(one);
    }
    return found.size === 0 ? [null] : [...found];
  };
  return (document) => readFrom(document, 0);
}
