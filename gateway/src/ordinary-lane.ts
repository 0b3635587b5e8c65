import type { ApolloServer, GraphQLRequest } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { type AnswerText, failureTextOf } from './fast-lane/answer-text.ts';
import { ANSWER_TYPES, isRecord } from './fast-lane/read-request.ts';
import type { Lane, LaneRequest } from './lane.ts';
import { printResult } from './plan-executor/text-data.ts';
import type { GatewayContext } from './request-context.ts';

export interface OrdinaryLaneOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly contextOf: (request: LaneRequest) => Promise<GatewayContext>;
}

/** Of `Accept` headers; past them they are learned anew. */
const MAX_LEARNED = 1_000;
const LONGEST_ACCEPT = 300;
const JSON_TYPES = new Set(ANSWER_TYPES.values());

/** Through Apollo Server. */
export interface OrdinaryLane {
  readonly answer: Lane;
  /** What the other does not answer goes over Apollo's HTTP layer. */
  readonly overHttp: RouteHandlerMethod;
}

/**
 * Answers through Apollo Server. A plain request, of which the only question to Apollo's HTTP layer is what type of
 * answer its `Accept` header gets, asks that once for each header; then its operation goes straight to Apollo's pipeline.
 * The HTTP layer has everything else, and what it says to it.
 */
export function createOrdinaryLane({ apollo, contextOf }: OrdinaryLaneOptions): OrdinaryLane {
  const apollosOwn = fastifyApolloHandler(apollo, {
    context: (request, reply) => contextOf(laneRequestOf(request, reply)),
  });
  const answerTypes = new Map(ANSWER_TYPES);
  const learn = (accept: string, reply: FastifyReply): void => {
    const type = reply.getHeader('content-type');
    if (reply.statusCode !== 200 || typeof type !== 'string' || !JSON_TYPES.has(type)) return;
    if (accept.length > LONGEST_ACCEPT) return;
    if (answerTypes.size >= MAX_LEARNED) answerTypes.clear();
    answerTypes.set(accept, type);
  };
  return {
    answer: async (request) => {
      const contentType = answerTypes.get(request.headers.accept ?? '');
      const operation = contentType === undefined ? null : plainOperationOf(request);
      const context = operation === null ? null : await contextOf(request).catch(() => null);
      if (contentType === undefined || operation === null || context === null) return null;
      const { status, text, headers } = await execute(apollo, operation, context);
      // Apollo Server makes a getter for each request, by which the engine keeps the context until the next full
      // collection. All that belongs to the connection would be kept by it.
      context.cancellation?.release();
      return { status, text, headers, contentType };
    },
    overHttp: async function (request, reply) {
      const text: unknown = await apollosOwn.call(this, request, reply);
      learn(request.headers.accept ?? '', reply);
      return text;
    },
  };
}

/** A request as Fastify read it. */
export function laneRequestOf({ raw, method, headers, body }: FastifyRequest, reply: FastifyReply): LaneRequest {
  return { raw, method, headers, body, channel: reply.raw };
}

/** @returns null where Apollo's HTTP layer may have something to say */
function plainOperationOf({ method, body }: LaneRequest): GraphQLRequest | null {
  if (method !== 'POST' || !isRecord(body)) return null;
  const { query, operationName, variables, extensions } = body;
  const isPlain =
    (query == null || typeof query === 'string') &&
    (operationName == null || typeof operationName === 'string') &&
    (variables == null || isRecord(variables)) &&
    (extensions == null || isRecord(extensions)) &&
    Object.keys(body).length > 0;
  if (!isPlain) return null;
  return {
    query: query ?? undefined,
    operationName: operationName ?? undefined,
    variables: variables ?? undefined,
    extensions: extensions ?? undefined,
  } as GraphQLRequest;
}

async function execute(
  apollo: ApolloServer<GatewayContext>,
  operation: GraphQLRequest,
  contextValue: GatewayContext,
): Promise<Omit<AnswerText, 'errors'>> {
  try {
    const { body, http } = await apollo.executeOperation(operation, { contextValue });
    if (body.kind !== 'single') throw new Error('A gateway answers in one piece.');
    return { status: http.status ?? 200, text: printResult(body.singleResult), headers: http.headers };
  } catch (error) {
    return failureTextOf(error);
  }
}
