import type { StoredDocument } from '../engine/engine.ts';
import type { Key } from '../engine/key-values.ts';
import { combinationsOf, createPathReader } from './key-reader.ts';

/** The heads, or the tails, of one document's keys. */
export interface KeyPart {
  readonly keys: readonly Key[];
  /** The positions at which the document has a list. */
  readonly listed: readonly number[];
}

/** Gives the indexes of a collection one part for those whose keys begin or end alike. */
export interface KeyPartCache {
  /** @param part a number from `KeyPartCaches.numberOf` */
  partOf(part: number, document: StoredDocument, make: () => KeyPart): KeyPart;
}

/** The parts of the document that a write puts into the indexes, and of the one that it takes out. */
export interface KeyPartCaches {
  readonly entering: KeyPartCache;
  readonly leaving: KeyPartCache;
  /** The number that stands for the values at these paths, in this order. */
  numberOf(paths: readonly string[]): number;
}

export function createKeyPartCaches(): KeyPartCaches {
  const numbers = new Map<string, number>();
  return {
    entering: createKeyPartCache(),
    leaving: createKeyPartCache(),
    numberOf(paths) {
      const name = paths.join();
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      return number;
    },
  };
}

function createKeyPartCache(): KeyPartCache {
  let latest: StoredDocument | null = null;
  let known: (KeyPart | undefined)[] = [];
  return {
    partOf(number, document, make) {
      if (document !== latest) {
        known = [];
        latest = document;
      }
      return (known[number] ??= make());
    },
  };
}

/** Reads a part of a document's keys, or takes it from the cache. */
export type PartMaker = (document: StoredDocument, known: KeyPartCache | null) => KeyPart;

/** @param paths what the part is made of */
export function createPartMaker(paths: readonly string[], caches: KeyPartCaches): PartMaker {
  const readers = paths.map(createPathReader);
  const number = caches.numberOf(paths);
  return (document, known) => {
    const make = (): KeyPart => {
      const listed: number[] = [];
      return { keys: combinationsOf(readers, document, (position) => listed.push(position)), listed };
    };
    return known === null ? make() : known.partOf(number, document, make);
  };
}
