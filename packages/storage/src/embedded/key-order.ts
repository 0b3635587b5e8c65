import { compareValues, type Key, type KeyValue } from '../engine/key-values.ts';

/** Compares the fields from `from` to before `length`, each in its direction. */
export function compareKeys(a: Key, b: Key, length: number, directions: readonly (1 | -1)[], from = 0): number {
  for (let position = from; position < length; position++) {
    const order = compareValues(a[position] as KeyValue, b[position] as KeyValue);
    if (order !== 0) return directions[position] === -1 ? -order : order;
  }
  return 0;
}
