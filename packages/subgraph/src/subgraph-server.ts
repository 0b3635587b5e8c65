import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import {
  type Caller,
  type Clock,
  createDeadline,
  DEADLINE_CAPS,
  type Deadline,
  HiregraphError,
  type Lifecycle,
  type Logger,
  type Trace,
} from '@hiregraph/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Registry } from 'prom-client';
import { registerExecutionMetrics } from './execution/execution-counts.ts';
import { createHttpApp, type ReadinessCheck, statusOf } from './http-app.ts';
import { INTERNAL_HEADERS, type InternalIdentity } from './internal-identity.ts';
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

interface HttpContext {
  readonly caller: Caller;
  readonly deadline: Deadline;
  readonly trace: Trace;
}

/** Serves one subgraph over HTTP, to callers with a signed internal identity only. */
export function createSubgraphServer(options: SubgraphServerOptions): SubgraphServer {
  registerExecutionMetrics(options.metrics, [options.subgraph]);
  const app = createHttpApp(options);
  const apollo = createApollo(options, app);
  let url = '';
  return {
    get url() {
      return url;
    },
    start: async () => {
      await apollo.start();
      app.route({
        method: 'POST',
        url: '/graphql',
        handler: fastifyApolloHandler(apollo, { context: (request) => contextOf(request, options) }),
      });
      url = `${await app.listen({ host: options.host, port: options.port })}/graphql`;
    },
    stop: async () => {
      await apollo.stop();
      await app.close();
    },
  };
}

function createApollo(options: SubgraphServerOptions, app: FastifyInstance): ApolloServer<HttpContext> {
  const { subgraph } = options;
  return new ApolloServer<HttpContext>({
    // The executor option: Apollo parses, validates and speaks HTTP; operations run in the subgraph's own executor.
    gateway: {
      load: () =>
        Promise.resolve({
          executor: async ({ document, request, context, operationName }) => {
            // Apollo types the context loosely; it is what `contextOf` made.
            const { caller, deadline, trace } = context as HttpContext;
            const operation = { document, operationName: operationName ?? undefined, variables: request.variables };
            return await subgraph.executePrepared({ ...operation, caller, deadline, trace });
          },
        }),
      onSchemaLoadOrUpdate: (callback) => {
        callback({ apiSchema: subgraph.schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      stop: () => Promise.resolve(),
    },
    introspection: true,
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: subgraph.limits.maxTokens },
    plugins: [
      fastifyApolloDrainPlugin<HttpContext>(app),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

async function contextOf(request: FastifyRequest, options: SubgraphServerOptions): Promise<HttpContext> {
  try {
    const token = header(request, INTERNAL_HEADERS.identity);
    const caller = await options.identity.verify(token, options.subgraph.name, request.rawBody ?? '');
    const remaining = Number(header(request, INTERNAL_HEADERS.deadline) ?? DEADLINE_CAPS.subgraph);
    const cap = Number.isFinite(remaining) && remaining >= 0 ? remaining : DEADLINE_CAPS.subgraph;
    const correlationId = header(request, INTERNAL_HEADERS.correlation) ?? randomUUID();
    const traceparent = header(request, INTERNAL_HEADERS.traceparent);
    return {
      caller,
      deadline: createDeadline(options.clock, Math.min(cap, DEADLINE_CAPS.subgraph)),
      trace: {
        correlationId,
        causationId: header(request, INTERNAL_HEADERS.causation) ?? correlationId,
        ...(traceparent === undefined ? {} : { traceparent }),
      },
    };
  } catch (error) {
    if (!(error instanceof HiregraphError)) throw error;
    // An error thrown here would be HTTP 500 unless it says otherwise.
    throw new GraphQLError(error.message, {
      extensions: { code: error.code, http: { status: statusOf(error) } },
    });
  }
}
