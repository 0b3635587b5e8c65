import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import { isPlain } from '../data-source/plain-answer.ts';
import {
  createEntityErrorLocator,
  createRootErrorLocator,
  type LocateError,
  toCallerErrors,
  toGraphQLError,
} from './fetch-errors.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import { compileMerge, copyOfShape } from './merge.ts';
import type { FetchNode } from './plan.ts';
import { compileRepresentations } from './representations.ts';
import { compileRewrites } from './rewrites.ts';
import type { Run, Step, Variables } from './run.ts';
import { compileTargets, MalformedAnswerError } from './targets.ts';
import type { TypeMatcher } from './type-matcher.ts';
import type { WriteMap } from './write-map.ts';

/** Takes the `data` of an answer into the run. */
type TakeData = (data: unknown) => void;

/** Compiles one fetch: gather what to ask for, ask, merge. */
export function compileFetch(fetch: FetchNode, writes: WriteMap, matches: TypeMatcher): Step {
  return fetch.requires === null
    ? compileRootFetch(fetch, writes, matches)
    : compileEntityFetch(fetch, fetch.requires, writes, matches);
}

/** Of root fields. Mostly merged into the root itself, at times into several objects that have a root type. */
function compileRootFetch(fetch: FetchNode, writes: WriteMap, matches: TypeMatcher): Step {
  const targets = compileTargets(fetch.path);
  const merge = compileMerge(fetch, writes);
  const adapt = compileOutput(fetch, matches);
  const locate = createRootErrorLocator(fetch.path);
  return (run) => {
    const objects = targets.collect(run.root);
    if (objects.length === 0) return undefined;
    return ask(run, fetch, pickVariables(fetch.variables, run.variables), locate, (data) => {
      const answered = adapt(data);
      if (isJsonObject(answered)) for (const object of objects) merge(object, answered);
    });
  };
}

/** Of entities, by their representations. */
function compileEntityFetch(
  fetch: FetchNode,
  requires: NonNullable<FetchNode['requires']>,
  writes: WriteMap,
  matches: TypeMatcher,
): Step {
  const targets = compileTargets(fetch.path);
  const represent = compileRepresentations(requires, fetch.inputRewrites, matches);
  const merge = compileMerge(fetch, writes);
  const adapt = compileOutput(fetch, matches);
  return (run) => {
    const objects = targets.collect(run.root);
    if (objects.length === 0) return undefined;
    const { list, targets: represented } = represent(objects);
    if (list.length === 0) return undefined;
    const variables = pickVariables(fetch.variables, run.variables);
    variables['representations'] = list;
    const locate = createEntityErrorLocator(fetch.path, targets, run.root, represented);
    return ask(run, fetch, variables, locate, (data) => {
      let isMalformed = false;
      const entities = entitiesOf(data, list.length);
      for (let index = 0; index < entities.length; index++) {
        const entity = entities[index];
        if (entity == null) continue;
        isMalformed ||= !isJsonObject(entity);
        for (const target of represented[index] ?? []) {
          const object = objects[target] as JsonObject;
          const answered = adapt(entity, object['__typename']);
          if (isJsonObject(answered)) merge(object, answered);
        }
      }
      // The others are not to suffer for it.
      if (isMalformed) throw new MalformedAnswerError('A subgraph answered an entity that is no object.');
    });
  };
}

function entitiesOf(data: unknown, expected: number): readonly unknown[] {
  const entities = isJsonObject(data) ? data['_entities'] : undefined;
  if (!Array.isArray(entities)) throw new Error('Expected "data._entities" in response to be an array');
  if (entities.length !== expected) throw new Error(`Expected "data._entities" to contain ${expected} elements`);
  return entities;
}

/** Rewrites are done on a copy; what they go by is the type, which the object that asked knows if the answer does not. */
function compileOutput(fetch: FetchNode, matches: TypeMatcher): (answer: unknown, typename?: unknown) => unknown {
  const rewrite = compileRewrites(fetch.outputRewrites, matches);
  if (rewrite === null) return (answer) => answer;
  return (answer, typename) => {
    const own = copyOfShape(answer, fetch.shape);
    if (isJsonObject(own) && typename !== undefined) own['__typename'] ??= typename;
    rewrite(own);
    return own;
  };
}

function pickVariables(names: readonly string[], given: Variables): JsonObject {
  const picked: JsonObject = {};
  for (const name of names) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}

function ask(
  run: Run,
  fetch: FetchNode,
  variables: JsonObject,
  locate: LocateError,
  take: TakeData,
): Promise<void> | undefined {
  const settle = (answer: ExecutionResult): void => {
    if (run.isOver) return;
    run.isPlain &&= isPlain(answer);
    try {
      const errors = answer.errors as readonly GraphQLFormattedError[] | undefined;
      if (errors) run.errors.push(...toCallerErrors(errors, fetch.subgraph, locate));
      if (answer.data) take(answer.data);
    } catch (error) {
      run.errors.push(toGraphQLError(error));
    }
  };
  const fail = (error: unknown): void => {
    run.errors.push(toGraphQLError(error));
  };
  try {
    const answer = run.ask(fetch.subgraph, {
      document: fetch.document,
      operationName: fetch.operationName,
      variables,
    });
    if (answer instanceof Promise) return answer.then(settle, fail);
    settle(answer);
  } catch (error) {
    fail(error);
  }
  return undefined;
}
