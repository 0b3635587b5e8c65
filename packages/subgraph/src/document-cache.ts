import { createBoundedCache } from '@hiregraph/kernel';
import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import { createLimitRule, type OperationLimits } from './operation-limits.ts';

/** A document that was parsed and validated, or what was wrong with it. */
export type PreparedDocument =
  | { readonly ok: true; readonly document: DocumentNode }
  | { readonly ok: false; readonly errors: readonly GraphQLError[] };

const MAX_BYTES = 32 * 1_048_576;
/** An AST takes about so much for each character, its tokens included. */
const BYTES_A_CHARACTER = 64;

/**
 * Parses and validates each document once, and answers one object for one text. What was not used for longest is
 * dropped, so that memory stays bounded.
 */
export function createDocumentCache(
  schema: GraphQLSchema,
  limits: OperationLimits,
): (query: string) => PreparedDocument {
  const cache = createBoundedCache<string, PreparedDocument>(MAX_BYTES);
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
    if (known !== undefined) return known;
    const prepared = prepare(query);
    cache.set(query, prepared, query.length * BYTES_A_CHARACTER);
    return prepared;
  };
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  error.extensions.code ??= code;
  return error;
}
