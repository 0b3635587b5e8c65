import { TOPICS } from '@hiregraph/contracts';
import { type Logger, type ServiceName, systemClock } from '@hiregraph/kernel';
import { createEventFeed, createKafkaBus } from '@hiregraph/messaging';
import { createInternalIdentity, createLogger, createTenantDirectory } from '@hiregraph/subgraph';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { openDevelopmentIssuer } from './authentication/development-issuer.ts';
import { verifierForDevelopment, verifierForProvider } from './authentication/identity-provider.ts';
import type { TokenVerifier } from './authentication/token-verifier.ts';
import type { EventStreamConfig, GatewayConfig } from './config.ts';
import { createHttpTransport } from './data-source/http-transport.ts';
import { readPersistedOperations } from './fast-lane/persisted-operations.ts';
import { createGateway } from './gateway.ts';
import type { EventStreamSource } from './http/event-stream.ts';
import { createFeedEventStream } from './http/feed-event-stream.ts';
import { loadSupergraph } from './supergraph.ts';

export interface RunningGateway {
  readonly url: string;
  stop(): Promise<void>;
}

const PLAYGROUND_QUERY = '# Set a token under "Headers": {"authorization": "Bearer …"}\n{ me { id name } }\n';

/**
 * Runs the gateway as a process of its own, before subgraphs over HTTP. It starts with all of them down, and with Kafka
 * down too, which only `/events` needs.
 */
export async function runGateway(config: GatewayConfig): Promise<RunningGateway> {
  const logger = createLogger({ name: 'hiregraph-gateway', level: config.logLevel });
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const identity = createInternalIdentity(config.internalTokenSecret);
  const transportTo = (subgraph: ServiceName) =>
    createHttpTransport({ url: config.subgraphUrls[subgraph], subgraph, identity });
  const events = config.events && kafkaEvents(config.events, logger);
  const gateway = createGateway({
    supergraph: loadSupergraph(),
    transports: { job: transportTo('job'), candidate: transportTo('candidate'), evaluation: transportTo('evaluation') },
    verifier: verifierOf(config),
    clock: systemClock,
    logger,
    metrics,
    ready: () => Promise.resolve({ ready: true }),
    host: config.host,
    port: config.port,
    playground: config.nodeEnvironment === 'production' ? null : { title: 'Hiregraph', defaultQuery: PLAYGROUND_QUERY },
    events: events?.source ?? null,
    ...(config.persistedOperations === null
      ? {}
      : { persistedOperations: readPersistedOperations(config.persistedOperations) }),
  });
  await gateway.start();
  return {
    url: `${gateway.origin}/graphql`,
    stop: async () => {
      await gateway.stop();
      await events?.stop();
    },
  };
}

interface KafkaEvents {
  readonly source: EventStreamSource;
  stop(): Promise<void>;
}

/** The bus is never started: that connects a producer, and the gateway only reads. */
function kafkaEvents({ kafka, cursorSecret }: EventStreamConfig, logger: Logger): KafkaEvents {
  const bus = createKafkaBus({ ...kafka, clientId: 'hiregraph-gateway', logger });
  const feed = createEventFeed({ bus, topics: TOPICS, cursorSecret, logger });
  return { source: createFeedEventStream(feed), stop: () => bus.stop() };
}

function verifierOf(config: GatewayConfig): TokenVerifier {
  const directory = createTenantDirectory(config.tenants);
  const parts = {
    findTenant: (name: string) => directory.findById(name) ?? directory.findBySlug(name),
    clock: systemClock,
  };
  if (config.identityProvider !== null) return verifierForProvider(config.identityProvider, parts);
  const { dataDirectory, nodeEnvironment } = config;
  return verifierForDevelopment(openDevelopmentIssuer({ dataDirectory, nodeEnvironment, clock: systemClock }), parts);
}
