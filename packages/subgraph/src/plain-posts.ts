import type { IncomingMessage, ServerResponse } from 'node:http';
import { DEFAULT_BODY_LIMIT, type TakeRequest } from './http-app.ts';

export const GRAPHQL_PATH = '/graphql';
export const JSON_CONTENT_TYPE = 'application/json; charset=utf-8';

const CONTENT_TYPES = new Set(['application/json', JSON_CONTENT_TYPE, 'application/json;charset=utf-8']);

/** A post of JSON whose bytes are all there. */
export interface PlainPost {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly bytes: Buffer;
  /** Gives it to Fastify after all, which finds the stream of its body at its end. */
  readonly handOn: () => void;
}

/**
 * Takes posts to the GraphQL endpoint whose body is JSON of a known length within the limit, without the router, the
 * hooks and the reply of Fastify, which cost as much as HTTP itself. Everything else is left to Fastify, which refuses it
 * or reads it in its own way.
 */
export function takePlainPosts(answer: (post: PlainPost) => void): TakeRequest {
  return (request, response, handOn) => {
    if (!isPlainPost(request)) return false;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    // A body that breaks off never ends, and nobody waits for an answer then.
    request.on('end', () => {
      const bytes = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
      answer({ request, response, bytes, handOn });
    });
    return true;
  };
}

function isPlainPost({ method, url, headers }: IncomingMessage): boolean {
  if (method !== 'POST' || url !== GRAPHQL_PATH || !CONTENT_TYPES.has(headers['content-type'] ?? '')) return false;
  const length = Number(headers['content-length']);
  return length > 0 && length <= DEFAULT_BODY_LIMIT;
}

/** Answers with a text, all at once. */
export function sendText(response: ServerResponse, status: number, text: string, contentType: string): void {
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
