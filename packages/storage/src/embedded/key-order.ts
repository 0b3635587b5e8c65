import { compareValues, type Key, type KeyValue } from '../engine/key-values.ts';

/** Compares the first `length` fields, each in its direction. */
export function compareKeys(a: Key, b: Key, length: number, directions: readonly (1 | -1)[]): number {
  if (a === b) return 0;
  for (let position = 0; position < length; position++) {
    const order = compareValues(a[position] as KeyValue, b[position] as KeyValue);
    if (order !== 0) return directions[position] === -1 ? -order : order;
  }
  return 0;
}

/**
 * A key in two parts. Indexes of a collection share both: a head (a tenant, a job, a status) stands before many documents,
 * and a tail (a moment and the document's id) ends one document's key in several indexes.
 */
export interface KeyParts {
  readonly head: Key;
  readonly tail: Key;
}

export interface KeyOrder {
  /** How many fields are in a head. */
  readonly headLength: number;
  compare(a: KeyParts, b: KeyParts): number;
  compareHeads(a: Key, b: Key): number;
  compareTails(a: Key, b: Key): number;
  /** Compares as many fields as the prefix has. */
  comparePrefix(head: Key, tail: Key, prefix: Key): number;
}

/** @param directions one a field */
export function createKeyOrder(headLength: number, directions: readonly (1 | -1)[]): KeyOrder {
  const tailDirections = directions.slice(headLength);
  const compareHeads = (a: Key, b: Key): number => {
    if (a === b) return 0;
    for (let position = 0; position < headLength; position++) {
      const here = a[position] as KeyValue;
      const there = b[position] as KeyValue;
      // The tenant's, and most often a job's and a status's too: equal ones are told with one look at both.
      if (here === there) continue;
      const order = compareValues(here, there);
      return directions[position] === -1 ? -order : order;
    }
    return 0;
  };
  const compareTails = (a: Key, b: Key): number => compareKeys(a, b, tailDirections.length, tailDirections);
  return {
    headLength,
    compareHeads,
    compareTails,
    compare: (a, b) => compareHeads(a.head, b.head) || compareTails(a.tail, b.tail),
    comparePrefix(head, tail, prefix) {
      const order = compareKeys(head, prefix, Math.min(headLength, prefix.length), directions);
      if (order !== 0 || prefix.length <= headLength) return order;
      for (let position = headLength; position < prefix.length; position++) {
        const here = compareValues(tail[position - headLength] as KeyValue, prefix[position] as KeyValue);
        if (here !== 0) return directions[position] === -1 ? -here : here;
      }
      return 0;
    },
  };
}
