import type { StoredDocument, Update } from '../engine/engine.ts';
import { UnsupportedValueError } from '../engine/engine-errors.ts';
import { compileFilter } from '../engine/filter-test.ts';
import { assertPermittedUpdate } from '../engine/permitted-operators.ts';
import type { Filter } from '../query.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a path held, to what it is to hold. Returning ABSENT removes it; returning the same value changes nothing. */
type Change = (value: unknown) => unknown;
const ABSENT = Symbol('absent');

/**
 * Applies MongoDB update operators by copying what lies on the changed paths and sharing all else.
 * Deterministic: the journal keeps the update and replays it.
 * @param inserting also applies $setOnInsert
 * @returns the same document when nothing changed
 * @throws UnpermittedOperatorError, UnsupportedValueError
 */
export function applyUpdate(document: StoredDocument, update: Update, inserting = false): StoredDocument {
  assertPermittedUpdate(update);
  const draft: Draft = { document, own: new Set() };
  for (const operator in update) {
    if (operator === '$setOnInsert' && !inserting) continue;
    const fields = update[operator] as Fields;
    for (const path in fields) changePath(draft, path, changeOf(operator, path, fields[path]));
  }
  return draft.document as StoredDocument;
}

/** The document so far, and those of its objects that this update has copied: they are changed in place. */
interface Draft {
  document: Fields;
  readonly own: Set<object>;
}

function changeOf(operator: string, path: string, operand: unknown): Change {
  switch (operator) {
    case '$set':
    case '$setOnInsert':
      return () => operand;
    case '$unset':
      return () => ABSENT;
    case '$inc':
      return (value) => ((value as number | undefined) ?? 0) + (operand as number);
    case '$max':
      return (value) => (value === undefined || (value as number) < (operand as number) ? operand : value);
    case '$push':
      return (value) => pushed(listAt(value, path), operand);
    default:
      return (value) => (value === undefined ? ABSENT : pulled(listAt(value, path), operand));
  }
}

function changePath(draft: Draft, path: string, change: Change): void {
  const segments = path.split('.');
  const last = segments.length - 1;
  let holder: Fields | undefined = draft.document;
  for (let depth = 0; depth < last; depth++) holder = objectAt(holder[segments[depth] as string], path) ?? NOTHING;
  const name = segments[last] as string;
  const before = holder[name];
  const after = change(before);
  if (after === ABSENT ? !(name in holder) : Object.is(after, before) && name in holder) return;
  draft.document = written(draft.own, draft.document, segments, 0, after) as Fields;
}

const NOTHING: Fields = Object.freeze({});

function objectAt(value: unknown, path: string): Fields | undefined {
  if (value === undefined || (value !== null && typeof value === 'object' && !Array.isArray(value))) {
    return value as Fields | undefined;
  }
  throw new UnsupportedValueError(
    `The path ${path} leads through a value that is no object; an update may only step through objects.`,
  );
}

/** What holds the path, with that value at its end. */
function written(
  own: Set<object>,
  holder: Fields | undefined,
  segments: readonly string[],
  depth: number,
  value: unknown,
): unknown {
  if (depth === segments.length) return value;
  const name = segments[depth] as string;
  const inner = written(own, holder?.[name] as Fields | undefined, segments, depth + 1, value);
  if (holder !== undefined && inner !== ABSENT && own.has(holder)) {
    (holder as Record<string, unknown>)[name] = inner;
    return holder;
  }
  const copy = inner === ABSENT ? without(holder as Fields, name) : { ...holder, [name]: inner };
  own.add(copy);
  return copy;
}

function without(fields: Fields, name: string): Fields {
  const { [name]: _removed, ...rest } = fields;
  return rest;
}

function listAt(value: unknown, path: string): readonly unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw new UnsupportedValueError(`The field ${path} is no list; $push and $pull need one.`);
}

interface PushModifiers {
  readonly $each?: readonly unknown[];
  /** Zero or negative: keeps that many of the newest. */
  readonly $slice?: number;
}

function pushed(list: readonly unknown[], operand: unknown): readonly unknown[] {
  const modifiers = operand as PushModifiers | null;
  if (modifiers === null || typeof modifiers !== 'object' || modifiers.$each === undefined) return [...list, operand];
  const all = [...list, ...modifiers.$each];
  if (modifiers.$slice === undefined) return all;
  return modifiers.$slice < 0 ? all.slice(modifiers.$slice) : all.slice(0, modifiers.$slice);
}

function pulled(list: readonly unknown[], condition: unknown): readonly unknown[] {
  const matches = elementTest(condition);
  const kept = list.filter((element) => !matches(element));
  return kept.length === list.length ? list : kept;
}

function elementTest(condition: unknown): (element: unknown) => boolean {
  if (condition === null || typeof condition !== 'object') return (element) => element === condition;
  const onElement = Object.keys(condition).some((key) => key.startsWith('$'));
  const matches = compileFilter(onElement ? { element: condition } : (condition as Filter));
  return (element) => {
    if (onElement) return matches({ element });
    return element !== null && typeof element === 'object' && matches(element);
  };
}
