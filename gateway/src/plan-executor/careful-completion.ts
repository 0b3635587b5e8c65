import {
  getNullableType,
  GraphQLError,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { isJsonObject, type JsonObject } from './json.ts';
import { leafValueOf } from './leaf-values.ts';
import { readTypename, typenameOf } from './object-completion.ts';
import type { OperationShape, Selection } from './plan.ts';
import { fragmentApplies, isMet, type SelectionScope } from './selected-fields.ts';
import { MalformedAnswerError, type ResponsePath } from './targets.ts';

/** What of an answer was not as the schema promises. */
export interface CompletionNote {
  readonly path: ResponsePath;
  readonly message: string;
}

export interface CarefulResult {
  readonly data: JsonObject | null;
  readonly notes: readonly CompletionNote[];
}

/**
 * Completes what is not as the schema promises: nulls stand for what is invalid, and rise to the next place that may be
 * null. It goes selection by selection, in the order and with the notes of the stock gateway, and is asked only after
 * the generated completion gave up.
 * @throws MalformedAnswerError where there is an object, a list or a leaf in another one's place
 */
export function completeCarefully(
  { rootType, selections }: OperationShape,
  root: JsonObject,
  scope: SelectionScope,
): CarefulResult {
  const work: Work = { scope, path: [], notes: [] };
  const data: JsonObject = {};
  const isWhole = completeSelections(
    work,
    { input: root, typename: rootType.name, selections, output: data },
    rootType,
  );
  return { data: isWhole ? data : null, notes: work.notes };
}

/** In the form in which they leave the gateway. */
export function toNoteErrors(notes: readonly CompletionNote[]): readonly GraphQLError[] {
  return notes.map(({ path, message }) => new GraphQLError(message, { path, extensions: { code: 'INVALID_GRAPHQL' } }));
}

interface Work {
  readonly scope: SelectionScope;
  readonly path: (string | number)[];
  readonly notes: CompletionNote[];
}

/** An object on its way from `input` to `output`. */
interface ObjectInWork {
  readonly input: JsonObject;
  /** Null where it does not say its type, and the schema leaves a choice. */
  readonly typename: string | null;
  readonly selections: readonly Selection[];
  /** Selections of one field may come one after the other, so it may hold some of them already. */
  readonly output: JsonObject;
}

/** What became of a value. */
interface Completed {
  readonly value: unknown;
  /** A null that must not be. */
  readonly rises: boolean;
  /** It was noted before: it is not noted again on its way up. */
  readonly isNoted: boolean;
}

const NULL: Completed = { value: null, rises: false, isNoted: false };
const NOTED_NULL: Completed = { value: null, rises: false, isNoted: true };
const RISING_NULL: Completed = { value: null, rises: true, isNoted: true };

function fine(value: unknown): Completed {
  return { value, rises: false, isNoted: false };
}

/** @returns false where the object as a whole is null */
function completeSelections(work: Work, object: ObjectInWork, parent: GraphQLCompositeType): boolean {
  const { input, output, typename } = object;
  for (const selection of object.selections) {
    if (!selection.guards.every((guard) => isMet(guard, work.scope.conditions))) continue;
    if (selection.kind === 'fragment') {
      if (!fragmentApplies(selection.type, typename, parent, work.scope.schema)) continue;
      const type = selection.type === null ? parent : work.scope.schema.getType(selection.type);
      const inner = { ...object, selections: selection.selections };
      if (!completeSelections(work, inner, isCompositeType(type) ? type : parent)) return false;
    } else if (selection.isTypename) {
      output[selection.responseName] ??= readTypename(input, selection.responseName, parent, work.scope);
      if (output[selection.responseName] === undefined) return false;
    } else {
      const name = selection.responseName;
      work.path.push(name);
      const completed = completeValue(work, output[name], selection.type, input[name], { selection, parent });
      work.path.pop();
      output[name] = completed.value;
      if (completed.rises) return false;
    }
  }
  return true;
}

interface FieldInWork {
  readonly selection: Extract<Selection, { kind: 'field' }>;
  readonly parent: GraphQLCompositeType;
}

/** @param before what an earlier selection of the same field made of it */
function completeValue(
  work: Work,
  before: unknown,
  type: GraphQLOutputType,
  input: unknown,
  field: FieldInWork,
): Completed {
  const hasSelections = field.selection.selections.length > 0;
  if (before === null || (before !== undefined && !hasSelections)) return fine(before);
  const nullable = getNullableType(type);
  const completed = input == null ? NULL : completeNullable(work, before, nullable, input, field);
  if (!isNonNullType(type) || completed.value !== null) return completed;
  if (!completed.isNoted) note(work, `Cannot return null for non-nullable ${placeOf(work, nullable, field)}.`);
  return RISING_NULL;
}

function completeNullable(
  work: Work,
  before: unknown,
  type: GraphQLOutputType,
  input: unknown,
  field: FieldInWork,
): Completed {
  if (isListType(type)) return completeList(work, before, type.ofType, input, field);
  if (isCompositeType(type)) return completeObject(work, before, type, input, field);
  if (!isLeafType(type) || leafValueOf(type)(input)) return fine(input);
  note(work, `Invalid value found for ${placeOf(work, type, field)}.`);
  return NOTED_NULL;
}

/** An element that must not be null makes the list null, after the others have been looked at. */
function completeList(
  work: Work,
  before: unknown,
  type: GraphQLOutputType,
  input: unknown,
  field: FieldInWork,
): Completed {
  if (!Array.isArray(input)) throw new MalformedAnswerError(`A subgraph answered no list for one of ${String(type)}.`);
  const earlier: readonly unknown[] = Array.isArray(before) ? before : [];
  const list: unknown[] = [];
  let isNoted = false;
  let rises = false;
  for (const [index, entry] of input.entries()) {
    work.path.push(index);
    const completed = completeValue(work, earlier[index], type, entry, field);
    work.path.pop();
    list.push(completed.value);
    isNoted ||= completed.isNoted;
    rises ||= completed.rises;
  }
  return { value: rises ? null : list, rises: false, isNoted };
}

function completeObject(
  work: Work,
  before: unknown,
  type: GraphQLCompositeType,
  input: unknown,
  field: FieldInWork,
): Completed {
  if (typeof input !== 'object') throw new MalformedAnswerError(`A subgraph answered no object for ${type.name}.`);
  const source: JsonObject = isJsonObject(input) ? input : {};
  const said = source['__typename'];
  if (said !== undefined && typeof said !== 'string') throw new MalformedAnswerError('A __typename is no text.');
  const typename = said === '' ? null : (said ?? null);
  const found = typename === null ? type : work.scope.schema.getType(typename);
  if (!isCompositeType(found)) {
    // It may be a type that the API hides, so it is not named.
    note(work, `Invalid __typename found for object at ${placeOf(work, type, field)}.`);
    return NOTED_NULL;
  }
  const output: JsonObject = isJsonObject(before) ? before : {};
  const { selections } = field.selection;
  const object = { input: source, typename: typename ?? typenameOf(type), selections, output };
  return completeSelections(work, object, found) ? fine(output) : NOTED_NULL;
}

function note({ path, notes }: Work, message: string): void {
  notes.push({ path: [...path], message });
}

function placeOf({ path }: Work, type: GraphQLOutputType, { parent }: FieldInWork): string {
  const last = path.at(-1);
  return typeof last === 'number'
    ? `array element of type ${String(type)} at index ${last}`
    : `field ${parent.name}.${String(last)}`;
}
