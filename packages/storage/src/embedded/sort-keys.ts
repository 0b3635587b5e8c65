import { compareValues, type Key, type KeyValue } from '../engine/key-values.ts';
import { compareKeys } from './key-order.ts';

/** Below this, comparing costs less than grouping. */
const FEW = 32;

/**
 * Sorts the keys of an index. The first fields of most indexes have few values (a tenant, a status, a job), so keys are put
 * into groups of equal values first and the groups are sorted, field by field; what is left is compared from the field
 * on in which it differs. One pass a field in place of a comparison of all fields at every step.
 * @param directions a direction a field
 */
export function sortKeys(keys: Key[], directions: readonly (1 | -1)[]): Key[] {
  const sorted: Key[] = [];
  append(keys, 0, directions, sorted);
  return sorted;
}

function append(keys: Key[], field: number, directions: readonly (1 | -1)[], into: Key[]): void {
  const groups = keys.length > FEW && field < directions.length - 1 ? groupsOf(keys, field) : null;
  if (groups === null) {
    keys.sort((a, b) => compareKeys(a, b, a.length, directions, field));
    for (const key of keys) into.push(key);
    return;
  }
  const values = [...groups.keys()].sort(compareValues);
  if (directions[field] === -1) values.reverse();
  for (const value of values) append(groups.get(value) ?? [], field + 1, directions, into);
}

/** @returns null where nearly every key has a value of its own: grouping would sort nothing */
function groupsOf(keys: readonly Key[], field: number): Map<KeyValue, Key[]> | null {
  const groups = new Map<KeyValue, Key[]>();
  const most = keys.length >> 1;
  for (const key of keys) {
    const value = key[field] as KeyValue;
    const group = groups.get(value);
    if (group !== undefined) {
      group.push(key);
    } else {
      if (groups.size >= most) return null;
      groups.set(value, [key]);
    }
  }
  return groups;
}
