import type { StoredDocument } from '../engine/engine.ts';
import type { Key, KeyValue } from '../engine/key-values.ts';
import { compareKeys } from './key-order.ts';
import { createPathReader, isList } from './key-reader.ts';

/** The values that documents have at one path, in the order of the documents. */
export type Column = readonly (KeyValue | readonly KeyValue[])[];

/** Documents, by their places in the list of all, in the order of their tails. */
export interface TailOrder {
  readonly places: Uint32Array;
  /** The tail of the document at each place. */
  readonly tails: readonly Key[];
}

/** What several indexes over the same documents have in common, while they are filled. */
export interface SharedTails {
  readonly documents: readonly StoredDocument[];
  columnOf(path: string): Column;
  /** @returns null where a document has a list there, and so several tails */
  orderOf(paths: readonly string[], directions: readonly (1 | -1)[]): TailOrder | null;
}

/** @param all the documents that indexes are to be made of */
export function createSharedTails(all: Iterable<StoredDocument>): SharedTails {
  const documents = [...all];
  const columns = new Map<string, Column>();
  const orders = new Map<string, TailOrder | null>();
  const columnOf = (path: string): Column => {
    const known = columns.get(path) ?? documents.map(createPathReader(path));
    columns.set(path, known);
    return known;
  };
  return {
    documents,
    columnOf,
    orderOf(paths, directions) {
      const name = paths.map((path, position) => `${path} ${directions[position]}`).join();
      let order = orders.get(name);
      if (order === undefined) {
        order = orderedBy(documents.length, paths.map(columnOf), directions);
        orders.set(name, order);
      }
      return order;
    },
  };
}

function orderedBy(count: number, columns: readonly Column[], directions: readonly (1 | -1)[]): TailOrder | null {
  const tails: Key[] = [];
  for (let place = 0; place < count; place++) {
    const tail = columns.map((column) => column[place] as KeyValue | readonly KeyValue[]);
    if (tail.some(isList)) return null;
    tails.push(tail as Key);
  }
  const places = Uint32Array.from(tails, (_, place) => place);
  places.sort((a, b) => compareKeys(tails[a] as Key, tails[b] as Key, columns.length, directions));
  return { places, tails };
}
