import type { IncomingMessage } from 'node:http';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { type Clock, HiregraphError, type Lifecycle, type Logger } from '@hiregraph/kernel';
import {
  createHttpApp,
  createLimitRule,
  DEFAULT_OPERATION_LIMITS,
  GRAPHQL_PATH,
  type OperationLimits,
  type ReadinessCheck,
  statusOf,
  type TakeRequest,
} from '@hiregraph/subgraph';
import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Registry } from 'prom-client';
import { keepTelemetryHome } from './env.ts';
import type { TokenVerifier } from './authentication/token-verifier.ts';
import { createBreaker } from './data-source/breaker.ts';
import { cancelledWith } from './data-source/cancellation.ts';
import { createSubgraphDataSource, type SubgraphDataSource } from './data-source/subgraph-data-source.ts';
import type { SubgraphTransport } from './data-source/subgraph-transport.ts';
import { createFastLane } from './fast-lane/fast-lane.ts';
import { createPersistedOperations, type PersistedOperations } from './fast-lane/persisted-operations.ts';
import { maskError } from './gateway-errors.ts';
import { createGatewayMetrics, type GatewayMetrics } from './gateway-metrics.ts';
import { type EventStreamSource, serveEventStream } from './http/event-stream.ts';
import { serveGraphQL } from './http/graphql-route.ts';
import { type PlaygroundOptions, serveGraphiql } from './http/graphiql-page.ts';
import { createCostLimitPlugin, DEFAULT_MAX_COST } from './limits/operation-cost.ts';
import { type CompiledGateway, createCompiledGateway } from './plan-executor/compiled-gateway.ts';
import { printResult } from './plan-executor/text-data.ts';
import { createExecutionObserver } from './plan-executor/execution-metrics.ts';
import type { LaneRequest } from './lane.ts';
import { createOrdinaryLane } from './ordinary-lane.ts';
import { type GatewayContext, gatewayContextOf } from './request-context.ts';

export interface GatewayOptions {
  readonly supergraph: string;
  /** The way to each subgraph, by its name in the supergraph. */
  readonly transports: Readonly<Record<string, SubgraphTransport>>;
  readonly verifier: TokenVerifier;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Registry;
  readonly ready: ReadinessCheck;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Null serves no playground and no introspection. */
  readonly playground: PlaygroundOptions | null;
  /** Null: this gateway has no event stream. */
  readonly events: EventStreamSource | null;
  readonly limits?: OperationLimits;
  readonly maxCost?: number;
  /** `stock` runs every plan with @apollo/gateway's own executor: to compare with, and to rule ours out. */
  readonly executor?: 'compiled' | 'stock';
  /** `ordinary` sends everything through Apollo Server: to compare with, and to rule the fast lane out. */
  readonly lanes?: 'both' | 'ordinary';
  /** Operations that clients may name by their hash from the start: text by SHA-256. */
  readonly persistedOperations?: ReadonlyMap<string, string>;
}

export interface GatewayServer extends Lifecycle {
  /** `http://host:port`; known once started. */
  readonly origin: string;
}

/** Plans with @apollo/gateway, serves with Apollo Server on Fastify. */
export function createGateway(options: GatewayOptions): GatewayServer {
  const metrics = createGatewayMetrics(options.metrics);
  let take: TakeRequest = () => false;
  const app = createHttpApp({ ...options, takes: (...taken) => take(...taken) });
  const sources = createSources(options, metrics);
  const observeExecution = createExecutionObserver(options.metrics);
  const planner = createPlanner(options, sources, observeExecution);
  const { persistedOperations: registered } = options;
  const persisted = createPersistedOperations(registered === undefined ? {} : { registered });
  const apollo = createApollo(options, { metrics, app, planner, persisted });
  let origin = '';
  let isPlanning = false;
  return {
    get origin() {
      return origin;
    },
    start: async () => {
      await apollo.start();
      isPlanning = true;
      const contextOf = createContextMaker(options);
      const ordinary = createOrdinaryLane({ apollo, contextOf });
      const lanes = createFastLane({
        find: planner.find,
        persisted,
        maxCost: options.maxCost ?? DEFAULT_MAX_COST,
        sources,
        ordinary: ordinary.answer,
        contextOf,
        metrics,
        observeExecution,
      });
      const { overHttp } = ordinary;
      if (options.lanes === 'ordinary') app.route({ method: ['GET', 'POST'], url: GRAPHQL_PATH, handler: overHttp });
      else take = serveGraphQL(app, { lanes, overHttp, logger: options.logger });
      if (options.playground) serveGraphiql(app, options.playground);
      if (options.events) {
        serveEventStream(app, { source: options.events, verifier: options.verifier, logger: options.logger });
      }
      origin = await app.listen({ host: options.host, port: options.port });
    },
    stop: async () => {
      // Apollo Server refuses to stop what never started.
      if (isPlanning) await apollo.stop();
      await app.close();
      await Promise.all(Object.values(options.transports).map((transport) => transport.close()));
    },
  };
}

/** A way to each subgraph of the supergraph. */
function createSources(options: GatewayOptions, metrics: GatewayMetrics): ReadonlyMap<string, SubgraphDataSource> {
  return new Map(
    Object.entries(options.transports).map(([name, transport]) => {
      const breaker = createBreaker({ clock: options.clock });
      const source = createSubgraphDataSource({
        name,
        transport,
        breaker,
        logger: options.logger,
        observe: (milliseconds, outcome) => {
          metrics.observeFetch(name, milliseconds, outcome);
          metrics.observeBreaker(name, breaker.state());
        },
      });
      return [name, source] as const;
    }),
  );
}

/** The stock gateway plans; plans that it made before run compiled. */
function createPlanner(
  options: GatewayOptions,
  sources: ReadonlyMap<string, SubgraphDataSource>,
  observe: ReturnType<typeof createExecutionObserver>,
): CompiledGateway {
  return createCompiledGateway({
    open: (experimental_didResolveQueryPlan) => {
      keepTelemetryHome();
      return new ApolloGateway({
        supergraphSdl: options.supergraph,
        buildService: ({ name }) => sourceNamed(name, sources),
        experimental_didResolveQueryPlan,
        logger: quiet(options.logger),
      });
    },
    deadlineOf: (context) => (context as GatewayContext).deadline,
    observe,
    logger: options.logger,
    ...(options.executor === undefined ? {} : { executor: options.executor }),
  });
}

function sourceNamed(name: string, sources: ReadonlyMap<string, SubgraphDataSource>): SubgraphDataSource {
  const source = sources.get(name);
  if (source !== undefined) return source;
  throw new HiregraphError('INTERNAL_ERROR', `The supergraph has a subgraph "${name}" that no transport leads to.`);
}

interface ApolloParts {
  readonly metrics: GatewayMetrics;
  readonly app: FastifyInstance;
  readonly planner: CompiledGateway;
  readonly persisted: PersistedOperations;
}

function createApollo(
  options: GatewayOptions,
  { metrics, app, planner, persisted }: ApolloParts,
): ApolloServer<GatewayContext> {
  const limits = options.limits ?? DEFAULT_OPERATION_LIMITS;
  return new ApolloServer<GatewayContext>({
    gateway: planner,
    persistedQueries: { cache: persisted.cache },
    introspection: options.playground !== null,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: quiet(options.logger),
    parseOptions: { maxLexicalTokens: limits.maxTokens },
    validationRules: [createLimitRule(limits)],
    formatError: maskError,
    stringifyResult: printResult,
    plugins: [
      fastifyApolloDrainPlugin<GatewayContext>(app),
      createCostLimitPlugin(options.maxCost ?? DEFAULT_MAX_COST),
      metrics.plugin,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}

/** Apollo logs texts; ours are structured. Its chatter at start is of no interest. */
function quiet(logger: Logger): { debug: Log; info: Log; warn: Log; error: Log } {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (message) => logger.warn({ from: 'apollo' }, String(message)),
    error: (message) => logger.error({ from: 'apollo' }, String(message)),
  };
}
type Log = (message?: unknown) => void;

type MakeContext = (request: LaneRequest) => Promise<GatewayContext>;

/** A request whose context failed in the fast lane is asked about again by the ordinary one: it is told the same. */
function createContextMaker({ verifier, clock }: GatewayOptions): MakeContext {
  const failures = new WeakMap<IncomingMessage, Error>();
  return async ({ raw, headers, channel }) => {
    const known = failures.get(raw);
    if (known !== undefined) throw known;
    try {
      return await gatewayContextOf(headers, verifier, clock, cancelledWith(channel));
    } catch (error) {
      const failure = error instanceof HiregraphError ? toHttpError(error) : error;
      if (failure instanceof Error) failures.set(raw, failure);
      throw failure;
    }
  };
}

/** An error thrown in a context would be HTTP 500 unless it says otherwise. */
function toHttpError(error: HiregraphError): GraphQLError {
  return new GraphQLError(error.message, { extensions: { code: error.code, http: { status: statusOf(error) } } });
}
