import type { LaneRequest } from '../lane.ts';
import type { CompiledGateway } from '../plan-executor/compiled-gateway.ts';
import type { PreparedOperation } from '../plan-executor/prepared-operation.ts';
import type { Variables } from '../plan-executor/run.ts';
import type { PersistedOperations } from './persisted-operations.ts';

/** A request that the fast lane can answer. */
export interface FastRequest {
  readonly operation: PreparedOperation;
  readonly variables: Variables;
  /** One bit for each condition of the operation. */
  readonly conditions: number;
  readonly contentType: string;
}

/** Why a request goes the ordinary way; a label of a metric. */
export interface OrdinaryRequest {
  readonly reason: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';
/** What widespread clients say that they accept, and what Apollo Server answers them. A test compares. */
export const ANSWER_TYPES: ReadonlyMap<string, string> = new Map([
  ['', JSON_TYPE],
  ['*/*', JSON_TYPE],
  ['application/json', JSON_TYPE],
  ['application/json, */*', JSON_TYPE],
  ['application/json, multipart/mixed', JSON_TYPE],
  ['application/json, text/plain, */*', JSON_TYPE],
  ['application/graphql-response+json', GRAPHQL_TYPE],
  ['application/graphql-response+json, application/json', GRAPHQL_TYPE],
  ['application/graphql-response+json,application/json;q=0.9', GRAPHQL_TYPE],
  ['application/graphql-response+json, application/json;q=0.9', GRAPHQL_TYPE],
  [
    'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
    GRAPHQL_TYPE,
  ],
]);

const NO_VARIABLES: Variables = {};
const ordinary = (reason: string): OrdinaryRequest => ({ reason });
const METHOD = ordinary('method');
const ACCEPT = ordinary('accept');
const BODY = ordinary('body');
const REGISTERING = ordinary('registering');
const NOT_PERSISTED = ordinary('not-persisted');
const VARIABLES = ordinary('invalid-variables');
const CONDITION = ordinary('condition-not-boolean');
const COST = ordinary('cost');

/** Reads requests; whatever is out of the ordinary is left to Apollo Server, which knows what to say to it. */
export function createRequestReader(
  find: CompiledGateway['find'],
  persisted: PersistedOperations,
  maxCost: number,
): (request: Pick<LaneRequest, 'method' | 'headers' | 'body'>) => FastRequest | OrdinaryRequest {
  return (request) => {
    // A body that was read as JSON came as application/json, which browsers do not send to other sites unasked: this
    // is all that Apollo Server's CSRF rule wants to know.
    if (request.method !== 'POST') return METHOD;
    const contentType = ANSWER_TYPES.get(request.headers.accept ?? '');
    if (contentType === undefined) return ACCEPT;
    const { body } = request;
    if (!isRecord(body)) return BODY;
    const name = body['operationName'] ?? undefined;
    if (name !== undefined && typeof name !== 'string') return BODY;
    const variables = body['variables'] ?? NO_VARIABLES;
    if (!isRecord(variables)) return BODY;
    const source = sourceOf(body, persisted);
    if (typeof source !== 'string') return source;
    const operation = find(source, name);
    if ('reason' in operation) return operation;
    if (operation.checkVariables(variables).length > 0) return VARIABLES;
    const conditions = operation.plan.readConditions(variables);
    if (conditions === null) return CONDITION;
    return operation.costOf(variables) > maxCost ? COST : { operation, variables, conditions, contentType };
  };
}

function sourceOf(body: Readonly<Record<string, unknown>>, persisted: PersistedOperations): string | OrdinaryRequest {
  const query = body['query'] ?? undefined;
  const extensions = body['extensions'] ?? undefined;
  if (extensions !== undefined && !isRecord(extensions)) return BODY;
  const named = extensions?.['persistedQuery'];
  if (named === undefined || named === null) return typeof query === 'string' ? query : BODY;
  if (query !== undefined) return REGISTERING;
  if (!isRecord(named) || named['version'] !== 1 || typeof named['sha256Hash'] !== 'string') return BODY;
  return persisted.find(named['sha256Hash']) ?? NOT_PERSISTED;
}

/** An object as JSON has them. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);
}
