import {
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { CompletionIssues } from './completion-issues.ts';
import { readTypename, typenameOf } from './fast-completion.ts';
import type { JsonObject } from './json.ts';
import { leafValueOf } from './leaf-values.ts';
import type { Selection } from './plan.ts';
import { type SelectedField, type SelectionScope, selectFields } from './selected-fields.ts';
import { MalformedAnswerError } from './targets.ts';

/**
 * Makes the caller's value of a merged one: what was asked and no more, in the order asked, with nulls where a value
 * is not what the schema promises. Returns `undefined`, which is no value, where a null must rise to what is around.
 */
export type Complete = (value: unknown, issues: CompletionIssues) => unknown;

/**
 * Compiles the completion of a selection, type by type as they are met. Every list and object of the result is new;
 * of the merged values only leaves are in it.
 */
export function compileSelection(
  selections: readonly Selection[],
  type: GraphQLCompositeType,
  scope: SelectionScope,
): Complete {
  const byType = new Map<string, Complete>();
  let untyped: Complete | undefined;
  const completeTyped = (value: JsonObject, typename: string, issues: CompletionIssues): unknown => {
    let complete = byType.get(typename);
    if (complete === undefined) {
      const found = scope.schema.getType(typename);
      // Not a type of the API. It may be one that the API hides, so it is not named.
      if (!isCompositeType(found)) return issues.unknownType(type);
      complete = compileFields(selections, typename, found, scope);
      byType.set(typename, complete);
    }
    return complete(value, issues);
  };
  return (value, issues) => {
    if (typeof value !== 'object') throw new MalformedAnswerError(`A subgraph answered no object for ${type.name}.`);
    const source = (Array.isArray(value) ? NOTHING : value) as JsonObject;
    const typename = source['__typename'];
    if (typeof typename === 'string' && typename !== '') return completeTyped(source, typename, issues) ?? null;
    if (typename !== undefined && typename !== '') throw new MalformedAnswerError('A __typename is no text.');
    untyped ??= compileFields(selections, typenameOf(type), type, scope);
    return untyped(source, issues) ?? null;
  };
}

const NOTHING: JsonObject = Object.freeze({});

interface CompiledField {
  readonly name: string;
  readonly parent: GraphQLCompositeType;
  readonly complete: Complete;
}

/** @returns a completion whose `undefined` says that the object as a whole is null */
export function compileFields(
  selections: readonly Selection[],
  typename: string | null,
  parent: GraphQLCompositeType,
  scope: SelectionScope,
): Complete {
  const fields = selectFields(selections, typename, parent, scope).map((field) => compileField(field, scope));
  return (value, issues) => {
    const source = value as JsonObject;
    const result: JsonObject = {};
    for (const { name, parent: on, complete, isTypename } of fields) {
      issues.enterField(name, on);
      const completed = complete(isTypename ? source : source[name], issues);
      issues.leave();
      if (completed === undefined) return undefined;
      result[name] = completed;
    }
    return result;
  };
}

function compileField(field: SelectedField, scope: SelectionScope): CompiledField & { readonly isTypename: boolean } {
  const { name, parent, type, selections, isTypename } = field;
  const complete = isTypename ? compileTypename(field, scope) : compileValue(type, selections, scope);
  return { name, parent, complete, isTypename };
}

function compileTypename(field: SelectedField, scope: SelectionScope): Complete {
  return (value) => readTypename(value as JsonObject, field, scope);
}

function compileValue(type: GraphQLOutputType, selections: readonly Selection[], scope: SelectionScope): Complete {
  const nullable = compileNullable(getNullableType(type), selections, scope);
  if (!isNonNullType(type)) return (value, issues) => (value == null ? null : nullable(value, issues));
  return (value, issues) => (value == null ? issues.missing(type.ofType) : (nullable(value, issues) ?? undefined));
}

/** Of a value that is not null. */
function compileNullable(type: GraphQLOutputType, selections: readonly Selection[], scope: SelectionScope): Complete {
  if (isListType(type)) return compileList(compileValue(type.ofType, selections, scope), type.ofType);
  if (isLeafType(type)) {
    const isValue = leafValueOf(type);
    return (value, issues) => (isValue(value) ? value : issues.invalid(type));
  }
  if (isCompositeType(type)) return compileSelection(selections, type, scope);
  throw new TypeError(`${String(type)} is no output type.`);
}

/** An element that must not be null makes the list null, after the others have been looked at. */
function compileList(element: Complete, type: GraphQLOutputType): Complete {
  return (value, issues) => {
    if (!Array.isArray(value))
      throw new MalformedAnswerError(`A subgraph answered no list for one of ${String(type)}.`);
    let isWhole = true;
    const result: unknown[] = [];
    for (const [index, entry] of value.entries()) {
      issues.enterElement(index);
      const completed = element(entry, issues);
      issues.leave();
      if (completed === undefined) isWhole = false;
      result.push(completed);
    }
    return isWhole ? result : null;
  };
}
