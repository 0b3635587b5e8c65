import { randomUUID } from 'node:crypto';
import { BadUserInputError, HiregraphError, type Logger, OverloadedError } from '@hiregraph/kernel';
import { GraphQLError } from 'graphql';

/** An error's message when its cause is nobody's business outside. */
export const OPAQUE_MESSAGE = 'Something went wrong on our side. It has been logged under the given errorId.';

/**
 * The one place where errors become GraphQL errors. Ours keep code and message; GraphQL's own (syntax, validation,
 * variables) are the caller's; everything else becomes opaque, with an id to find it in the log.
 */
export function toPublicError(error: GraphQLError, logger: Logger): GraphQLError {
  const original = deepestOriginal(error);
  if (original instanceof HiregraphError) {
    if (original.code === 'INTERNAL_ERROR') return opaque(error, original, logger);
    return rebuilt(error, original.message, {
      code: original.code,
      ...(original.retryable ? { retryable: true } : {}),
      ...(original instanceof BadUserInputError ? { argument: original.inputPath } : {}),
      ...(original instanceof OverloadedError ? { retryAfterSeconds: original.retryAfterSeconds } : {}),
      ...original.details,
    });
  }
  if (original instanceof GraphQLError || original === undefined) {
    const code = error.extensions.code ?? (original instanceof GraphQLError ? original.extensions.code : undefined);
    if (code !== undefined) return rebuilt(error, error.message, { ...error.extensions, code });
    // Without a path it never reached a resolver: the request itself was at fault.
    if (error.path === undefined) return rebuilt(error, error.message, { code: 'BAD_USER_INPUT' });
  }
  return opaque(error, original ?? error, logger);
}

function deepestOriginal(error: GraphQLError): Error | undefined {
  let original: Error | undefined = error.originalError ?? undefined;
  while (original instanceof GraphQLError && original.originalError) original = original.originalError;
  return original;
}

function rebuilt(error: GraphQLError, message: string, extensions: Record<string, unknown>): GraphQLError {
  return new GraphQLError(message, {
    ...(error.nodes === undefined ? {} : { nodes: error.nodes }),
    ...(error.source === undefined ? {} : { source: error.source }),
    ...(error.positions === undefined ? {} : { positions: error.positions }),
    ...(error.path === undefined ? {} : { path: error.path }),
    extensions,
  });
}

function opaque(error: GraphQLError, cause: Error, logger: Logger): GraphQLError {
  const errorId = randomUUID();
  logger.error(
    { errorId, path: error.path?.join('.'), error: cause.stack ?? cause.message },
    'A request failed on a defect',
  );
  return rebuilt(error, OPAQUE_MESSAGE, { code: 'INTERNAL_ERROR', errorId });
}
