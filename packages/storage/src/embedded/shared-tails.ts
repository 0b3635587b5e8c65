import type { StoredDocument } from '../engine/engine.ts';
import type { Key, KeyValue } from '../engine/key-values.ts';
import { compareKeys } from './key-order.ts';
import { createPathReader, isList } from './key-reader.ts';

/** Documents in the order of their tails. */
export interface TailOrder {
  readonly documents: readonly StoredDocument[];
  readonly tails: readonly Key[];
}

/** What several indexes over the same documents have in common: the ends of their keys, and the order of these. */
export interface SharedTails {
  readonly documents: readonly StoredDocument[];
  /** @returns null where a document has a list there, and so several tails */
  orderOf(paths: readonly string[], directions: readonly (1 | -1)[]): TailOrder | null;
}

/** @param documents all that an index is to be made of */
export function createSharedTails(documents: Iterable<StoredDocument>): SharedTails {
  const all = [...documents];
  const known = new Map<string, TailOrder | null>();
  return {
    documents: all,
    orderOf(paths, directions) {
      const name = paths.map((path, position) => `${path} ${directions[position]}`).join();
      let order = known.get(name);
      if (order === undefined) {
        order = orderedBy(all, paths, directions);
        known.set(name, order);
      }
      return order;
    },
  };
}

function orderedBy(
  all: readonly StoredDocument[],
  paths: readonly string[],
  directions: readonly (1 | -1)[],
): TailOrder | null {
  const readers = paths.map(createPathReader);
  const tails: Key[] = [];
  for (const document of all) {
    const tail: KeyValue[] = [];
    for (const read of readers) {
      const value = read(document);
      if (isList(value)) return null;
      tail.push(value);
    }
    tails.push(tail.slice());
  }
  const places = Uint32Array.from(all, (_, place) => place);
  places.sort((a, b) => compareKeys(tails[a] as Key, tails[b] as Key, readers.length, directions));
  const documents: StoredDocument[] = [];
  const sorted: Key[] = [];
  for (const place of places) {
    documents.push(all[place] as StoredDocument);
    sorted.push(tails[place] as Key);
  }
  return { documents, tails: sorted };
}

/** Gives the indexes that a document is put into one tail for those whose keys end alike. */
export interface TailCache {
  tailsOf(name: string, document: StoredDocument, make: () => Tails): Tails;
}

export interface Tails {
  readonly keys: readonly Key[];
  /** The positions at which the document has a list. */
  readonly listed: readonly number[];
}

export function createTailCache(): TailCache {
  let latest: StoredDocument | null = null;
  const known = new Map<string, Tails>();
  return {
    tailsOf(name, document, make) {
      if (document !== latest) known.clear();
      latest = document;
      let tails = known.get(name);
      if (tails === undefined) {
        tails = make();
        known.set(name, tails);
      }
      return tails;
    },
  };
}
