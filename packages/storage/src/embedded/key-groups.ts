import type { Key, KeyValue } from '../engine/key-values.ts';
import { isList } from './key-reader.ts';
import type { Column } from './shared-tails.ts';

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
  /** Adds the tail under every combination of the values of the document at that place. */
  add(place: number, tail: Key): void;
}

/**
 * @param columns the values of each field of a head
 * @param onList told the position of a field in which a document has a list
 */
export function createKeyGroups(columns: readonly Column[], onList: (position: number) => void): KeyGroups {
  const groups: KeyGroup[] = [];
  const root: Level = new Map();
  const path: KeyValue[] = [];
  const last = columns.length - 1;
  const whole: KeyGroup = { head: [], tails: [] };
  if (last < 0) groups.push(whole);

  function put(level: Level, position: number, value: KeyValue, place: number, tail: Key): void {
    path[position] = value;
    const known = level.get(value);
    if (position < last) {
      const next = (known as Level | undefined) ?? new Map<KeyValue, Level | KeyGroup>();
      if (known === undefined) level.set(value, next);
      descend(next, position + 1, place, tail);
    } else if (known !== undefined) {
      (known as KeyGroup).tails.push(tail);
    } else {
      // A list that begins with one element has room for no more; many groups stay like that.
      const group: KeyGroup = { head: path.slice(), tails: [tail] };
      groups.push(group);
      level.set(value, group);
    }
  }

  function descend(level: Level, position: number, place: number, tail: Key): void {
    const value = (columns[position] as Column)[place] as KeyValue | readonly KeyValue[];
    if (!isList(value)) {
      put(level, position, value, place, tail);
      return;
    }
    onList(position);
    for (const one of value) put(level, position, one, place, tail);
  }

  return {
    groups,
    add(place, tail) {
      if (last < 0) whole.tails.push(tail);
      else descend(root, 0, place, tail);
    },
  };
}
