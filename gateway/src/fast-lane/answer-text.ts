import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { maskError } from '../gateway-errors.ts';
import type { TextResult } from '../plan-executor/complete-run.ts';
import { printAnswer } from '../plan-executor/text-data.ts';

/** An answer as it is sent. */
export interface AnswerText {
  readonly status: number;
  readonly text: string;
  /** As the caller sees them, for the metrics. */
  readonly errors: readonly GraphQLFormattedError[];
  /** Headers that an error asks for. */
  readonly headers: ReadonlyMap<string, string>;
}

const NONE: readonly GraphQLFormattedError[] = [];
const NO_HEADERS: ReadonlyMap<string, string> = new Map();

/** Puts an answer together as Apollo Server 5 does (`requestPipeline.ts`, `errorNormalize.ts`, `runHttpQuery.ts`). */
export function answerTextOf({ data, errors, extensions }: TextResult): AnswerText {
  if (errors === undefined && extensions === undefined) {
    return { status: 200, text: `{"data":${data}}\n`, errors: NONE, headers: NO_HEADERS };
  }
  const head = newHead();
  const formatted = errors?.map((error) => format(error, head));
  // Nothing ran, as far as the caller can tell.
  if (data === undefined && errors !== undefined && errors.length > 0) head.status ??= 400;
  return {
    status: head.status ?? 200,
    text: printAnswer({ errors: formatted, data, extensions }),
    errors: formatted ?? NONE,
    headers: head.headers,
  };
}

/** What there is to say where running the operation failed as a whole. */
export function failureTextOf(error: unknown): AnswerText {
  const head = newHead();
  const cause = error instanceof Error ? error : new GraphQLError(`Unexpected error value: ${String(error)}`);
  const failure = cause instanceof GraphQLError ? cause : new GraphQLError(cause.message, { originalError: cause });
  const errors = [format(failure, head)];
  return { status: head.status ?? 500, text: `${JSON.stringify({ errors })}\n`, errors, headers: head.headers };
}

interface Head {
  status: number | undefined;
  readonly headers: Map<string, string>;
}

function newHead(): Head {
  return { status: undefined, headers: new Map() };
}

function format(error: unknown, head: Head): GraphQLFormattedError {
  const own = error instanceof GraphQLError ? error : new GraphQLError(String(error));
  const { http, ...extensions } = { ...own.extensions, code: own.extensions['code'] ?? 'INTERNAL_SERVER_ERROR' };
  if (http === undefined) return maskError({ ...own.toJSON(), extensions });
  if (!isHead(http)) return maskError({ ...own.toJSON(), extensions: { ...own.extensions, ...extensions } });
  if (http.status) head.status = http.status;
  for (const [name, value] of http.headers ?? []) head.headers.set(name.toLowerCase(), value);
  return maskError({ ...own.toJSON(), extensions });
}

function isHead(http: unknown): http is { readonly status?: number; readonly headers?: ReadonlyMap<string, string> } {
  return (
    typeof http === 'object' &&
    http !== null &&
    (!('status' in http) || typeof http.status === 'number') &&
    (!('headers' in http) || http.headers instanceof Map)
  );
}
