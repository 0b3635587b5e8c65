import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { Logger } from '@hiregraph/kernel';
import {
  errorAnswer,
  GRAPHQL_PATH,
  JSON_CONTENT_TYPE,
  type PlainPost,
  sendText,
  type TakeRequest,
  takePlainPosts,
} from '@hiregraph/subgraph';
import type { FastifyInstance, FastifyReply, RouteHandlerMethod } from 'fastify';
import type { Lane, LaneAnswer } from '../lane.ts';
import { laneRequestOf } from '../ordinary-lane.ts';

/** What answers requests for operations. */
export interface GraphQLRoute {
  readonly lanes: Lane;
  /** For what no lane answers. */
  readonly overHttp: RouteHandlerMethod;
  readonly logger: Logger;
}

/** What is known of a plain post that Fastify has to answer after all. */
interface HandedOn {
  readonly bytes: Buffer;
  /** The lanes had it, and leave it to Apollo's HTTP layer. */
  readonly isDecided: boolean;
}

/**
 * Serves the endpoint. Plain posts, which are most, are read and answered without Fastify; it has the others, and those
 * plain ones that only Apollo's HTTP layer, which stands behind it, can answer.
 * @returns what is to look at each request before Fastify does
 */
export function serveGraphQL(app: FastifyInstance, { lanes, overHttp, logger }: GraphQLRoute): TakeRequest {
  const handedOn = new WeakMap<IncomingMessage, HandedOn>();
  app.route({
    method: ['GET', 'POST'],
    url: GRAPHQL_PATH,
    preParsing: (request, _reply, payload, done) => {
      const known = handedOn.get(request.raw);
      done(null, known === undefined ? payload : Readable.from(known.bytes));
    },
    handler: async function (request, reply) {
      const isDecided = handedOn.get(request.raw)?.isDecided === true;
      const answered = isDecided ? null : await lanes(laneRequestOf(request, reply));
      return answered === null ? overHttp.call(this, request, reply) : putOn(reply, answered);
    },
  });
  const handOn = ({ request, bytes, handOn: toFastify }: PlainPost, isDecided: boolean): void => {
    handedOn.set(request, { bytes, isDecided });
    toFastify();
  };
  const answer = async (post: PlainPost): Promise<void> => {
    const { request, response, bytes } = post;
    const body = jsonIn(bytes);
    if (body === undefined) {
      handOn(post, false);
      return;
    }
    try {
      const { method, headers } = request;
      const answered = await lanes({ raw: request, method, headers, body, channel: response });
      if (answered === null) handOn(post, true);
      else send(response, answered);
    } catch (error) {
      const failed = errorAnswer(error, randomUUID(), logger);
      sendText(response, failed.status, JSON.stringify(failed.body), JSON_CONTENT_TYPE);
    }
  };
  return takePlainPosts((post) => void answer(post));
}

/** @returns undefined where it is no JSON, which is Fastify's to say */
function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, { status, text, headers, contentType }: LaneAnswer): void {
  for (const [name, value] of headers) response.setHeader(name, value);
  sendText(response, status, text, contentType);
}

/** @returns the text to send */
function putOn(reply: FastifyReply, { status, text, headers, contentType }: LaneAnswer): string {
  void reply.code(status).header('content-type', contentType);
  for (const [name, value] of headers) void reply.header(name, value);
  return text;
}
