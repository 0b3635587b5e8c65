import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { JsonObject } from './json.ts';
import type { ResponsePath, Targets } from './targets.ts';

type ErrorPath = ResponsePath | undefined;

/** Finds where in the answer an error belongs that a subgraph reports for its own. One may belong to several places. */
export type LocateError = (path: unknown) => readonly ErrorPath[];

/** For a fetch of root fields: its own path is put in front. */
export function createRootErrorLocator(fetchPath: readonly string[]): LocateError {
  return (path) => [Array.isArray(path) ? [...fetchPath, ...(path as ResponsePath)] : undefined];
}

/**
 * For a fetch of entities: `_entities`, 3, `name` is the name of every object that the fourth representation stands
 * for. The places are looked up at the first error only.
 */
export function createEntityErrorLocator(
  fetchPath: readonly string[],
  targets: Targets,
  root: JsonObject,
  represented: readonly (readonly number[])[],
): LocateError {
  let places: readonly ResponsePath[] | undefined;
  return (path) => {
    if (!Array.isArray(path)) return [undefined];
    const [, index, ...rest] = path as ResponsePath;
    if (typeof index !== 'number') return [[...fetchPath, ...(path as ResponsePath)]];
    places ??= targets.locate(root);
    const objects = represented[index];
    if (objects === undefined) return [rest];
    return objects.map((object) => [...(places?.[object] ?? []), ...rest]);
  };
}

/** The caller's form of a subgraph's errors: its code and message, our path, and which subgraph it was (for the log). */
export function toCallerErrors(
  errors: readonly GraphQLFormattedError[],
  subgraph: string,
  locate: LocateError,
): readonly GraphQLError[] {
  return errors.flatMap((error) => locate(error.path).map((path) => toCallerError(error, subgraph, path)));
}

function toCallerError(error: GraphQLFormattedError, subgraph: string, path: ErrorPath): GraphQLError {
  const { message, extensions } = error;
  return new GraphQLError(message === '' ? `Error while fetching subquery from service "${subgraph}"` : message, {
    ...(error instanceof Error ? { originalError: error } : {}),
    ...(path === undefined ? {} : { path }),
    extensions: { ...extensions, serviceName: subgraph, code: extensions?.['code'] ?? 'DOWNSTREAM_SERVICE_ERROR' },
  });
}

/** Whatever else went wrong with a fetch costs the fetch's own fields only. */
export function toGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(cause.message, { originalError: cause });
}
