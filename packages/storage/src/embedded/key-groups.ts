import type { StoredDocument } from '../engine/engine.ts';
import type { Key, KeyValue } from '../engine/key-values.ts';
import { isList, type PathReader } from './key-reader.ts';

/** All keys with one head; the tails are in order. */
export interface KeyGroup {
  readonly head: Key;
  readonly tails: Key[];
}

/** Branches by the values of a head, one level a field. */
type Level = Map<KeyValue, Level | KeyGroup>;

/** Collects keys by their heads: a look at each value in place of comparisons of whole keys. */
export interface KeyGroups {
  readonly groups: KeyGroup[];
  /** Adds the tail under every combination of the document's values. */
  add(document: StoredDocument, tail: Key): void;
}

/** @param onList told the position of a field in which a document has a list */
export function createKeyGroups(readers: readonly PathReader[], onList: (position: number) => void): KeyGroups {
  const groups: KeyGroup[] = [];
  const root: Level = new Map();
  const path: KeyValue[] = [];
  const last = readers.length - 1;
  const whole: KeyGroup = { head: [], tails: [] };
  if (last < 0) groups.push(whole);

  function place(level: Level, position: number, value: KeyValue, document: StoredDocument, tail: Key): void {
    path[position] = value;
    let next = level.get(value);
    if (next === undefined) {
      next = position < last ? new Map<KeyValue, Level | KeyGroup>() : { head: path.slice(), tails: [] };
      if (!(next instanceof Map)) groups.push(next);
      level.set(value, next);
    }
    if (next instanceof Map) descend(next, position + 1, document, tail);
    else next.tails.push(tail);
  }

  function descend(level: Level, position: number, document: StoredDocument, tail: Key): void {
    const value = (readers[position] as PathReader)(document);
    if (!isList(value)) {
      place(level, position, value, document, tail);
      return;
    }
    onList(position);
    for (const one of value) place(level, position, one, document, tail);
  }

  return {
    groups,
    add(document, tail) {
      if (last < 0) whole.tails.push(tail);
      else descend(root, 0, document, tail);
    },
  };
}
