import { randomUUID } from 'node:crypto';
import { HiregraphError, type Logger } from '@hiregraph/kernel';
import fastify, { type FastifyInstance } from 'fastify';
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
}

const DEFAULT_BODY_LIMIT = 1_048_576;

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
      done(null, bytes.length === 0 ? undefined : JSON.parse(bytes.toString('utf8')));
    } catch (error) {
      const message = `The request's body is not JSON: ${error instanceof Error ? error.message : String(error)}`;
      done(Object.assign(new Error(message), { statusCode: 400, code: 'BAD_REQUEST' }));
    }
  });
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
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const status = error instanceof HiregraphError ? statusOf(error) : (error.statusCode ?? 500);
    if (status < 500 || error instanceof HiregraphError) {
      return reply.code(status).send(errorBody(error.message, error.code ?? 'BAD_REQUEST'));
    }
    logger.error({ requestId: request.id, error: error.stack ?? error.message }, 'An HTTP request failed on a defect');
    return reply
      .code(status)
      .send(errorBody(`Something went wrong on our side. It has been logged as ${request.id}.`, 'INTERNAL_ERROR'));
  });
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
