import type { EngineIndex, StoredDocument } from '../engine/engine.ts';
import { compileFilter } from '../engine/filter-test.ts';
import { type IndexFields, indexFields } from '../engine/index-shape.ts';
import type { Key } from '../engine/key-values.ts';
import { createKeyGroups, type KeyGroup } from './key-groups.ts';
import { createKeyOrder, type KeyOrder, type KeyParts } from './key-order.ts';
import { createValueReader } from './key-reader.ts';
import { createKeyTree, type KeyTree } from './key-tree.ts';
import { createKeyPartCaches, createPartMaker, type KeyPartCache } from './key-part-cache.ts';
import { createSharedTails, type SharedTails, type TailOrder } from './shared-tails.ts';

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
  /**
   * Makes the index over all these documents at once, in place of what it held.
   * @param shared made of the same documents, where several indexes are filled
   */
  fill(documents: Iterable<StoredDocument>, shared?: SharedTails): void;
  /** @returns a unique key that two documents have, or null */
  repeated(): Key | null;
  /** How many keys lie before everything (or, with `past`, also before and among all) that begins with the prefix. */
  rank(prefix: Key, past: boolean): number;
  walk(rank: number, direction: 1 | -1, visit: (key: Key) => boolean): void;
  at(rank: number): Key | undefined;
}

/** The fields of a key that make its tail: the id, and what a list is sorted by. */
const TAIL_LENGTH = 2;

/** @param caches those of the collection, so that its indexes share heads and tails */
export function createMemoryIndex(spec: EngineIndex, caches = createKeyPartCaches()): MemoryIndex {
  const { paths, directions } = indexFields(spec);
  const headLength = Math.max(0, paths.length - TAIL_LENGTH);
  const headPart = createPartMaker(paths.slice(0, headLength), caches);
  const tailPart = createPartMaker(paths.slice(headLength), caches);
  const multikey = paths.map(() => false);
  const partial = spec.partial === undefined ? null : compileFilter(spec.partial);
  const watched = watchedPaths(spec, paths).map((path) => ({ field: fieldOf(path), valueOf: createValueReader(path) }));
  const order = createKeyOrder(headLength, directions);
  const tree = createKeyTree(order);
  const markHead = (position: number): void => {
    multikey[position] = true;
  };

  /** @param known parts that other indexes have made of the same document; null where there is no key at all */
  function partsOf(document: StoredDocument, known: KeyPartCache | null): Parts | null {
    if (partial !== null && !partial(document)) return null;
    const heads = headPart(document, known);
    const tails = tailPart(document, known);
    for (const position of heads.listed) multikey[position] = true;
    for (const position of tails.listed) multikey[headLength + position] = true;
    return { heads: heads.keys, tails: tails.keys };
  }

  /** Documents are immutable and share what an update left alone: the same values by identity make the same keys. */
  function isUntouched(before: StoredDocument, after: StoredDocument): boolean {
    for (const { field, valueOf } of watched) {
      if (field !== null && before[field] === after[field]) continue;
      if (!Object.is(valueOf(before), valueOf(after))) return false;
    }
    return true;
  }

  const rank = (prefix: Key, past: boolean): number => {
    const tie = past ? -1 : 1;
    return tree.rank((head, tail) => order.comparePrefix(head, tail, prefix) || tie);
  };

  function groupsIn({ places, tails }: TailOrder, { documents, columnOf }: SharedTails): readonly KeyGroup[] {
    const { groups, add } = createKeyGroups(paths.slice(0, headLength).map(columnOf), markHead);
    for (const place of places) {
      if (partial === null || partial(documents[place])) add(place, tails[place] as Key);
    }
    return groups.sort((a, b) => order.compareHeads(a.head, b.head));
  }

  function sortedOneByOne(documents: Iterable<StoredDocument>): readonly KeyGroup[] {
    const keys: KeyParts[] = [];
    for (const document of documents) keys.push(...keysOf(partsOf(document, null)));
    return keys.sort(order.compare).map(({ head, tail }) => ({ head, tails: [tail] }));
  }

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
      for (const { head, tail } of keysOf(partsOf(document, caches.entering))) {
        const prefix = [...head, ...tail].slice(0, spec.keys.length);
        const found = tree.at(rank(prefix, false));
        if (found === undefined || order.comparePrefix(found.head, found.tail, prefix) !== 0) continue;
        // A unique key has one owner, save that a document being replaced is its own.
        if (found.tail.at(-1) !== document._id) return String(found.tail.at(-1));
      }
      return null;
    },
    replace(before, after) {
      if (before !== null && after !== null && isUntouched(before, after)) return;
      const old = before === null ? null : partsOf(before, caches.leaving);
      const fresh = after === null ? null : partsOf(after, caches.entering);
      if (old === null || fresh === null) {
        for (const key of keysOf(old)) tree.delete(key);
        for (const key of keysOf(fresh)) tree.insert(key);
      } else {
        replaceKeys(tree, keysOf(old), keysOf(fresh), order);
      }
    },
    fill(documents, shared = createSharedTails(documents)) {
      const inOrder = shared.orderOf(paths.slice(headLength), directions.slice(headLength));
      tree.fill(inOrder === null ? sortedOneByOne(shared.documents) : groupsIn(inOrder, shared));
    },
    repeated() {
      if (spec.unique !== true) return null;
      let last: Key | null = null;
      let found: Key | null = null;
      tree.walk(0, 1, (head, tail) => {
        const isSame = last !== null && order.comparePrefix(head, tail, last.slice(0, spec.keys.length)) === 0;
        const key = [...head, ...tail];
        if (isSame && last?.at(-1) !== key.at(-1)) found = key;
        last = key;
        return found === null;
      });
      return found;
    },
    rank,
    walk: (start, direction, visit) => tree.walk(start, direction, (head, tail) => visit([...head, ...tail])),
    at(place) {
      const found = tree.at(place);
      return found === undefined ? undefined : [...found.head, ...found.tail];
    },
  };
}

/** A document has every head with every tail as a key. */
interface Parts {
  readonly heads: readonly Key[];
  readonly tails: readonly Key[];
}

function keysOf(parts: Parts | null): readonly KeyParts[] {
  const keys: KeyParts[] = [];
  if (parts !== null) for (const head of parts.heads) for (const tail of parts.tails) keys.push({ head, tail });
  return keys;
}

/** Changes only the keys that differ: of a document with a list, most stay. */
function replaceKeys(
  tree: KeyTree,
  before: readonly KeyParts[],
  after: readonly KeyParts[],
  { compare }: KeyOrder,
): void {
  const old = before.length > 1 ? before.toSorted(compare) : before;
  const fresh = after.length > 1 ? after.toSorted(compare) : after;
  const added: KeyParts[] = [];
  let at = 0;
  for (const key of fresh) {
    while (at < old.length && compare(old[at] as KeyParts, key) < 0) tree.delete(old[at++] as KeyParts);
    if (at < old.length && compare(old[at] as KeyParts, key) === 0) at++;
    else added.push(key);
  }
  while (at < old.length) tree.delete(old[at++] as KeyParts);
  for (const key of added) tree.insert(key);
}

/** Where a path begins; null for an operator, which depends on the whole document. */
function fieldOf(path: string): string | null {
  if (path.startsWith('$')) return null;
  const end = path.indexOf('.');
  return end === -1 ? path : path.slice(0, end);
}

/** What decides on a document's keys, beside its id, which never changes. */
function watchedPaths(spec: EngineIndex, paths: readonly string[]): readonly string[] {
  return [...new Set([...paths, ...Object.keys(spec.partial ?? {})])].filter((path) => path !== '_id');
}
