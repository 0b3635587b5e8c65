import { randomUUID } from 'node:crypto';
import { type Clock, createDeadline, DEADLINE_CAPS, type Deadline, type Trace } from '@hiregraph/kernel';
import type { FastifyRequest, RouteHandlerMethod } from 'fastify';
import { INTERNAL_HEADERS, type InternalIdentity } from './internal-identity.ts';
import type { Subgraph } from './subgraph.ts';

export interface GraphQLEndpointOptions {
  readonly subgraph: Pick<Subgraph, 'name' | 'execute'>;
  readonly identity: InternalIdentity;
  readonly clock: Clock;
}

const CONTENT_TYPE = 'application/json; charset=utf-8';

/**
 * A subgraph's GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft, application/json): what was asked
 * goes to the executor that in-process callers use, so that limits and errors are the same either way, and the answer is
 * serialised once. 400 says that nothing was executed.
 *
 * @throws UnauthenticatedError from the handler where the identity is not signed for this request
 */
export function createGraphQLEndpoint({ subgraph, identity, clock }: GraphQLEndpointOptions): RouteHandlerMethod {
  return async (request, reply) => {
    const token = header(request, INTERNAL_HEADERS.identity);
    const caller = await identity.verify(token, subgraph.name, request.rawBody ?? '');
    const asked = readBody(request.body);
    const result = await subgraph.execute({
      ...asked,
      caller,
      deadline: deadlineOf(request, clock),
      trace: traceOf(request),
    });
    void reply.code('data' in result ? 200 : 400).header('content-type', CONTENT_TYPE);
    return JSON.stringify(result);
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

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function deadlineOf(request: FastifyRequest, clock: Clock): Deadline {
  const remaining = Number(header(request, INTERNAL_HEADERS.deadline) ?? DEADLINE_CAPS.subgraph);
  const cap = Number.isFinite(remaining) && remaining >= 0 ? remaining : DEADLINE_CAPS.subgraph;
  return createDeadline(clock, Math.min(cap, DEADLINE_CAPS.subgraph));
}

function traceOf(request: FastifyRequest): Trace {
  const correlationId = header(request, INTERNAL_HEADERS.correlation) ?? randomUUID();
  const traceparent = header(request, INTERNAL_HEADERS.traceparent);
  return {
    correlationId,
    causationId: header(request, INTERNAL_HEADERS.causation) ?? correlationId,
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}
