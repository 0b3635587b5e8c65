import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { HiregraphError, type Logger } from '@hiregraph/kernel';
import fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import type { Registry } from 'prom-client';
import { closeUnusedConnections } from './unused-connections.ts';

/** What decides whether a process may be sent traffic. */
export type ReadinessCheck = () => Promise<{ readonly ready: boolean; readonly why?: string }>;

export interface HttpAppOptions {
  readonly logger: Logger;
  readonly metrics: Registry;
  readonly ready: ReadinessCheck;
  /** Bytes of a request's body at most. */
  readonly bodyLimit?: number;
  /** Sees each request before Fastify does, until the app closes; what it takes it answers itself. */
  readonly takes?: TakeRequest;
}

/**
 * @param handOn gives a request that was taken back to Fastify after all
 * @returns whether the request is its own
 */
export type TakeRequest = (request: IncomingMessage, response: ServerResponse, handOn: () => void) => boolean;

export const DEFAULT_BODY_LIMIT = 1_048_576;
/** Fastify's own. */
const KEEP_ALIVE_MS = 72_000;

declare module 'fastify' {
  interface FastifyRequest {
    /** The body's bytes as they came, for signatures. */
    rawBody?: Buffer;
  }
}

/**
 * The HTTP frame that gateway and subgraphs share: JSON errors for everything, `/health/live`, `/health/ready` and
 * `/metrics` (Prometheus text).
 */
export function createHttpApp(options: HttpAppOptions): FastifyInstance {
  const app = fastify({
    logger: false,
    bodyLimit: options.bodyLimit ?? DEFAULT_BODY_LIMIT,
    genReqId: () => randomUUID(),
    return503OnClosing: true,
    routerOptions: { ignoreTrailingSlash: true },
    ...(options.takes === undefined ? {} : { serverFactory: serverThatLets(options.takes) }),
  });
  parseJsonKeepingBytes(app);
  closeUnusedConnections(app);
  answerErrorsAsJson(app, options.logger);
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const { ready, why } = await options.ready();
    return reply.code(ready ? 200 : 503).send(ready ? { status: 'ready' } : { status: 'not ready', why });
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(options.metrics.contentType).send(await options.metrics.metrics()),
  );
  return app;
}

function parseJsonKeepingBytes(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = body as Buffer;
    request.rawBody = bytes;
    try {
      done(null, bytes.length === 0 ? undefined : parseJson(bytes));
    } catch (error) {
      done(error as Error);
    }
  });
}

/** @throws Error that is the caller's fault */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    const message = `The request's body is not JSON: ${error instanceof Error ? error.message : String(error)}`;
    throw Object.assign(new Error(message), { statusCode: 400, code: 'BAD_REQUEST' });
  }
}

/** As Fastify makes its own, with somebody who looks at each request first. */
function serverThatLets(takes: TakeRequest): NonNullable<FastifyServerOptions['serverFactory']> {
  return (handler) => {
    const server = createServer((request, response) => {
      // A server that closes says so to whoever still asks, which is Fastify's part.
      const toFastify = (): void => handler(request, response);
      if (!server.listening || !takes(request, response, toFastify)) toFastify();
    });
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    server.requestTimeout = 0;
    return server;
  };
}

function errorBody(message: string, code: string): object {
  return { errors: [{ message, extensions: { code } }] };
}

function answerErrorsAsJson(app: FastifyInstance, logger: Logger): void {
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send(
        errorBody(`There is nothing at ${request.method} ${request.url}. GraphQL is at POST /graphql.`, 'NOT_FOUND'),
      ),
  );
  app.setErrorHandler((error, request, reply) => {
    const { status, body } = errorAnswer(error, request.id, logger);
    return reply.code(status).send(body);
  });
}

/** How a failed request is answered: with the error where it is for callers, otherwise with an id to find it in the log. */
export function errorAnswer(raw: unknown, requestId: string, logger: Logger): { status: number; body: object } {
  // Whatever was thrown: what it lacks of these is undefined, and then it is a defect.
  const error = raw as Error & { readonly statusCode?: number; readonly code?: string };
  const status = error instanceof HiregraphError ? statusOf(error) : (error.statusCode ?? 500);
  if (status < 500 || error instanceof HiregraphError) {
    return { status, body: errorBody(error.message, error.code ?? 'BAD_REQUEST') };
  }
  logger.error({ requestId, error: error.stack ?? error.message }, 'An HTTP request failed on a defect');
  return {
    status,
    body: errorBody(`Something went wrong on our side. It has been logged as ${requestId}.`, 'INTERNAL_ERROR'),
  };
}

/** The HTTP status that goes with one of our errors outside GraphQL. */
export function statusOf(error: HiregraphError): number {
  switch (error.code) {
    case 'UNAUTHENTICATED':
      return 401;
    case 'FORBIDDEN':
      return 403;
    case 'NOT_FOUND':
      return 404;
    case 'OVERLOADED':
    case 'STORE_UNAVAILABLE':
    case 'UPSTREAM_UNAVAILABLE':
    case 'SUBGRAPH_UNAVAILABLE':
      return 503;
    case 'DEADLINE_EXCEEDED':
      return 504;
    case 'INTERNAL_ERROR':
      return 500;
    default:
      return 400;
  }
}
