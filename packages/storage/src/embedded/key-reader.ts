import type { StoredDocument } from '../engine/engine.ts';
import { type Key, type KeyValue, toKeyValue } from '../engine/key-values.ts';

export type PathReader = (document: unknown) => KeyValue | readonly KeyValue[];

export function isList(value: KeyValue | readonly KeyValue[]): value is readonly KeyValue[] {
  return Array.isArray(value);
}

/** Reads a dotted path; a list on the way or at the end gives one key an element, as MongoDB's multikey indexes do. */
export function createPathReader(path: string): PathReader {
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

/** Reads what a dotted path leads to; where a list lies on the way, that list. */
export function createValueReader(path: string): (document: StoredDocument) => unknown {
  // An operator on the whole document (`$or`) depends on all of it.
  if (path.startsWith('$')) return (document) => document;
  const segments = path.split('.');
  return (document) => {
    let current: unknown = document;
    for (const segment of segments) {
      if (current === null || typeof current !== 'object' || Array.isArray(current)) return current;
      current = (current as Record<string, unknown>)[segment];
    }
    return current;
  };
}

/** Every combination of the values that a document has at some paths: one, unless there are lists. */
export function combinationsOf(
  readers: readonly PathReader[],
  document: StoredDocument,
  onList: (position: number) => void,
): readonly Key[] {
  // Of its final size from the beginning: a list that grows has room for more.
  const only = new Array<KeyValue>(readers.length);
  for (let position = 0; position < readers.length; position++) {
    const value = (readers[position] as PathReader)(document);
    if (isList(value)) return everyCombination(readers, document, onList);
    only[position] = value;
  }
  return [only];
}

function everyCombination(
  readers: readonly PathReader[],
  document: StoredDocument,
  onList: (position: number) => void,
): readonly Key[] {
  let keys = [new Array<KeyValue>(readers.length)];
  for (let position = 0; position < readers.length; position++) {
    const value = (readers[position] as PathReader)(document);
    if (isList(value)) {
      onList(position);
      keys = eachWith(keys, position, value);
    } else {
      for (const key of keys) key[position] = value;
    }
  }
  return keys;
}

/** Copies of all keys for every value. */
function eachWith(keys: readonly KeyValue[][], position: number, values: readonly KeyValue[]): KeyValue[][] {
  const all: KeyValue[][] = [];
  for (const key of keys) {
    for (const value of values) {
      const copy = key.slice();
      copy[position] = value;
      all.push(copy);
    }
  }
  return all;
}
