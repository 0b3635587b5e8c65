import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Clock, createDeadline, DEADLINE_CAPS, type Deadline, type Trace } from '@hiregraph/kernel';
import { INTERNAL_HEADERS, type InternalIdentity } from './internal-identity.ts';
import type { Subgraph } from './subgraph.ts';

export interface GraphQLEndpointOptions {
  readonly subgraph: Pick<Subgraph, 'name' | 'execute'>;
  readonly identity: InternalIdentity;
  readonly clock: Clock;
}

/** A request to a subgraph as HTTP brought it. */
interface GraphQLPost {
  readonly headers: IncomingHttpHeaders;
  /** The body's bytes as they came: that is what was signed. */
  readonly bytes: Buffer;
  /** What the bytes say. */
  readonly body: unknown;
}

interface GraphQLAnswer {
  readonly status: 200 | 400;
  /** JSON. */
  readonly text: string;
}

/** @throws UnauthenticatedError where the identity is not signed for this request */
export type GraphQLEndpoint = (post: GraphQLPost) => Promise<GraphQLAnswer>;

/**
 * A subgraph's GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft, application/json): what was asked
 * goes to the executor that in-process callers use, so that limits and errors are the same either way, and the answer is
 * serialised once. 400 says that nothing was executed.
 */
export function createGraphQLEndpoint({ subgraph, identity, clock }: GraphQLEndpointOptions): GraphQLEndpoint {
  return async ({ headers, bytes, body }) => {
    const caller = await identity.verify(header(headers, INTERNAL_HEADERS.identity), subgraph.name, bytes);
    const asked = readBody(body);
    const result = await subgraph.execute({
      ...asked,
      caller,
      deadline: deadlineOf(headers, clock),
      trace: traceOf(headers),
    });
    return { status: 'data' in result ? 200 : 400, text: JSON.stringify(result) };
  };
}

interface Asked {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

function readBody(body: unknown): Asked {
  const { query, operationName, variables } = (isObject(body) ? body : {}) as Readonly<Record<string, unknown>>;
  if (typeof query !== 'string' || query === '') throw badRequest('"query", a text, is missing');
  if (operationName != null && typeof operationName !== 'string') throw badRequest('"operationName" is no text');
  if (variables != null && !isObject(variables)) throw badRequest('"variables" is no object');
  return {
    query,
    operationName: operationName ?? undefined,
    variables: variables == null ? undefined : (variables as Readonly<Record<string, unknown>>),
  };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function badRequest(what: string): Error {
  const message = `${what}. Post a JSON object with query, and where they are needed operationName and variables.`;
  return Object.assign(new Error(message), { statusCode: 400, code: 'BAD_REQUEST' });
}

function header(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function deadlineOf(headers: IncomingHttpHeaders, clock: Clock): Deadline {
  const remaining = Number(header(headers, INTERNAL_HEADERS.deadline) ?? DEADLINE_CAPS.subgraph);
  const cap = Number.isFinite(remaining) && remaining >= 0 ? remaining : DEADLINE_CAPS.subgraph;
  return createDeadline(clock, Math.min(cap, DEADLINE_CAPS.subgraph));
}

function traceOf(headers: IncomingHttpHeaders): Trace {
  const correlationId = header(headers, INTERNAL_HEADERS.correlation) ?? randomUUID();
  const traceparent = header(headers, INTERNAL_HEADERS.traceparent);
  return {
    correlationId,
    causationId: header(headers, INTERNAL_HEADERS.causation) ?? correlationId,
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}
