import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '@hiregraph/kernel';
import type { GraphQLEndpoint } from './graphql-endpoint.ts';
import { DEFAULT_BODY_LIMIT, errorAnswer, parseJson, type TakeRequest } from './http-app.ts';

export const GRAPHQL_PATH = '/graphql';
export const JSON_CONTENT_TYPE = 'application/json; charset=utf-8';

/**
 * Answers what gateways send, a JSON body of a known length within the limit, without the router, the hooks and the
 * reply of Fastify, which cost a subgraph as much as HTTP itself. Everything else is left to Fastify, which refuses it or
 * reads it in its own way.
 */
export function takePlainPosts(endpoint: GraphQLEndpoint, logger: Logger): TakeRequest {
  return (request, response) => {
    if (!isPlainPost(request)) return false;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    // A body that breaks off never ends, and nobody waits for an answer then.
    request.on('end', () => {
      const bytes = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
      void answer(endpoint, { request, response, bytes }, logger);
    });
    return true;
  };
}

function isPlainPost({ method, url, headers }: IncomingMessage): boolean {
  if (method !== 'POST' || url !== GRAPHQL_PATH || headers['content-type'] !== 'application/json') return false;
  const length = Number(headers['content-length']);
  return length > 0 && length <= DEFAULT_BODY_LIMIT;
}

interface PlainPost {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly bytes: Buffer;
}

async function answer(endpoint: GraphQLEndpoint, post: PlainPost, logger: Logger): Promise<void> {
  const { request, response, bytes } = post;
  try {
    const { status, text } = await endpoint({ headers: request.headers, bytes, body: parseJson(bytes) });
    send(response, status, text);
  } catch (error) {
    const { status, body } = errorAnswer(error, randomUUID(), logger);
    send(response, status, JSON.stringify(body));
  }
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': JSON_CONTENT_TYPE, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
