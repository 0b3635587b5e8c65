import type { EngineIndex, StoredDocument } from '../engine/engine.ts';
import { compileFilter } from '../engine/filter-test.ts';
import { type IndexFields, indexFields } from '../engine/index-shape.ts';
import { createCountedTree } from './counted-tree.ts';
import { compareValues, type Key, type KeyValue, toKeyValue } from '../engine/key-values.ts';

/** One declared index in memory: a sorted tree of keys, each with the document's id last. */
export interface MemoryIndex extends IndexFields {
  /** Whether any document ever had a list at that path: then one document may have several keys. */
  isMultikey(position: number): boolean;
  readonly size: number;
  /** @returns the id of another document that has the same unique key, or null */
  conflict(document: StoredDocument): string | null;
  replace(before: StoredDocument | null, after: StoredDocument | null): void;
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
    conflict(document) {
      if (spec.unique !== true) return null;
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
      const old = before === null ? [] : keysOf(before);
      const fresh = after === null ? [] : keysOf(after);
      const [oldKey, freshKey] = [old[0], fresh[0]];
      if (old.length === 1 && fresh.length === 1 && compare(oldKey as Key, freshKey as Key) === 0) return;
      for (const key of old) tree.delete(key);
      for (const key of fresh) tree.insert(key);
    },
    rank,
    walk: tree.walk,
    at: tree.at,
  };
}

/** Compares the first `length` parts, each in its direction. */
export function compareKeys(a: Key, b: Key, length: number, directions: readonly (1 | -1)[]): number {
  for (let position = 0; position < length; position++) {
    const order = compareValues(a[position] as KeyValue, b[position] as KeyValue);
    if (order !== 0) return directions[position] === -1 ? -order : order;
  }
  return 0;
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
