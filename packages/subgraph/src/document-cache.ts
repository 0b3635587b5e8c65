import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import { createLimitRule, type OperationLimits } from './operation-limits.ts';

/** A document that was parsed and validated, or what was wrong with it. */
export type PreparedDocument =
  | { readonly ok: true; readonly document: DocumentNode }
  | { readonly ok: false; readonly errors: readonly GraphQLError[] };

const MAX_DOCUMENTS = 1_000;
/** Longer documents are one-off; caching them would let one caller fill the memory. */
const MAX_CACHED_LENGTH = 20_000;

/**
 * Parses and validates each document once. The least recently used is dropped, so that memory stays bounded.
 */
export function createDocumentCache(
  schema: GraphQLSchema,
  limits: OperationLimits,
): (query: string) => PreparedDocument {
  const cache = new Map<string, PreparedDocument>();
  const rules = [...specifiedRules, createLimitRule(limits)];
  const prepare = (query: string): PreparedDocument => {
    try {
      const document = parse(query, { maxTokens: limits.maxTokens });
      const errors = validate(schema, document, rules).map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
      return errors.length > 0 ? { ok: false, errors } : { ok: true, document };
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return { ok: false, errors: [withCode(error, 'GRAPHQL_PARSE_FAILED')] };
    }
  };
  return (query) => {
    const known = cache.get(query);
    if (known) {
      cache.delete(query);
      cache.set(query, known);
      return known;
    }
    const prepared = prepare(query);
    if (query.length <= MAX_CACHED_LENGTH) {
      cache.set(query, prepared);
      const oldest = cache.keys().next();
      if (cache.size > MAX_DOCUMENTS && !oldest.done) cache.delete(oldest.value);
    }
    return prepared;
  };
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  error.extensions.code ??= code;
  return error;
}
