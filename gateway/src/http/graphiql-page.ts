import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { FastifyInstance } from 'fastify';

/** What the playground shows first. */
export interface PlaygroundOptions {
  readonly title: string;
  readonly defaultQuery: string;
  /** Shown as the request's headers; a development token, say. */
  readonly defaultHeaders?: Readonly<Record<string, string>>;
}

/** The page is one file with everything in it: nothing is loaded from elsewhere, so it works offline. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob: data:",
  "worker-src 'self' blob: data:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self' blob: data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves GraphiQL at `/`. For development: production has no playground. */
export function serveGraphiql(app: FastifyInstance, options: PlaygroundOptions): void {
  const page = renderGraphiQL({
    title: options.title,
    endpoint: '/graphql',
    defaultQuery: options.defaultQuery,
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: true,
    ...(options.defaultHeaders === undefined ? {} : { headers: JSON.stringify(options.defaultHeaders, null, 2) }),
  });
  app.get('/', (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', CONTENT_SECURITY_POLICY)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .send(page),
  );
}
