import { randomUUID } from 'node:crypto';
import type { Clock, Lifecycle, Logger } from '@hiregraph/kernel';
import type { Registry } from 'prom-client';
import { registerExecutionMetrics } from './execution/execution-counts.ts';
import { createGraphQLEndpoint, type GraphQLEndpoint } from './graphql-endpoint.ts';
import { createHttpApp, errorAnswer, parseJson, type ReadinessCheck } from './http-app.ts';
import type { InternalIdentity } from './internal-identity.ts';
import { GRAPHQL_PATH, JSON_CONTENT_TYPE, type PlainPost, sendText, takePlainPosts } from './plain-posts.ts';
import type { Subgraph } from './subgraph.ts';

export interface SubgraphServerOptions {
  readonly subgraph: Subgraph;
  readonly identity: InternalIdentity;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Registry;
  readonly ready: ReadinessCheck;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface SubgraphServer extends Lifecycle {
  /** The GraphQL endpoint; known once started. */
  readonly url: string;
}

/** Serves one subgraph over HTTP, to callers with a signed internal identity only. */
export function createSubgraphServer(options: SubgraphServerOptions): SubgraphServer {
  registerExecutionMetrics(options.metrics, [options.subgraph]);
  const endpoint = createGraphQLEndpoint(options);
  const app = createHttpApp({
    ...options,
    takes: takePlainPosts((post) => void answer(endpoint, post, options.logger)),
  });
  app.post(GRAPHQL_PATH, async ({ headers, rawBody = Buffer.alloc(0), body }, reply) => {
    const { status, text } = await endpoint({ headers, bytes: rawBody, body });
    return reply.code(status).header('content-type', JSON_CONTENT_TYPE).send(text);
  });
  let url = '';
  return {
    get url() {
      return url;
    },
    start: async () => {
      url = `${await app.listen({ host: options.host, port: options.port })}/graphql`;
    },
    stop: () => app.close(),
  };
}

/** What gateways send is answered by Node's server alone. */
async function answer(endpoint: GraphQLEndpoint, post: PlainPost, logger: Logger): Promise<void> {
  const { request, response, bytes } = post;
  try {
    const { status, text } = await endpoint({ headers: request.headers, bytes, body: parseJson(bytes) });
    sendText(response, status, text, JSON_CONTENT_TYPE);
  } catch (error) {
    const { status, body } = errorAnswer(error, randomUUID(), logger);
    sendText(response, status, JSON.stringify(body), JSON_CONTENT_TYPE);
  }
}
