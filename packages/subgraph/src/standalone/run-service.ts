import { TOPICS } from '@hiregraph/contracts';
import { createCursorCodec, type ServiceName, systemClock } from '@hiregraph/kernel';
import { createKafkaBus } from '@hiregraph/messaging';
import { createMongoEngine, openStorage, type Storage } from '@hiregraph/storage';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { createInternalIdentity } from '../internal-identity.ts';
import { createMessagingMetrics } from '../messaging-metrics.ts';
import { createHttpOwnerClient } from '../owner-client.ts';
import { createLogger } from '../pino-logger.ts';
import { createTenantDirectory, type ServiceEnvironment } from '../request.ts';
import type { Service } from '../service.ts';
import { createServiceHost } from '../service-host.ts';
import { createSubgraphServer } from '../subgraph-server.ts';
import type { ServiceConfig } from './service-config.ts';

export interface RunningService {
  /** The GraphQL endpoint. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Runs one service as a process of its own: MongoDB and Kafka behind it, signed HTTP before it. */
export async function runService(
  name: ServiceName,
  config: ServiceConfig,
  create: (options: { environment: ServiceEnvironment; storage: Storage }) => Service,
): Promise<RunningService> {
  const clock = systemClock;
  const logger = createLogger({ name: `hiregraph-${name}`, level: config.logLevel });
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const identity = createInternalIdentity(config.internalTokenSecret);
  const engine = createMongoEngine({ url: config.mongodbUrl, database: `hiregraph_${name}`, logger });
  const bus = createKafkaBus({ ...config.kafka, clientId: `hiregraph-${name}`, logger });
  const storage = openStorage({ engine, service: name, clock, logger });
  const service = create({
    storage,
    environment: {
      clock,
      logger,
      cursors: createCursorCodec(config.cursorSecret),
      tenants: createTenantDirectory(config.tenants),
      owners: createHttpOwnerClient(config.ownerUrls, identity),
    },
  });
  const host = createServiceHost({ service, bus, clock, logger, metrics: createMessagingMetrics(metrics) });
  const server = createSubgraphServer({
    subgraph: service.subgraph,
    identity,
    clock,
    logger,
    metrics,
    // Ready means that requests can be answered: that takes the store, and not Kafka, which only delays events.
    ready: async () => {
      try {
        await engine.ready();
        return { ready: true };
      } catch (error) {
        return { ready: false, why: error instanceof Error ? error.message : String(error) };
      }
    },
    host: config.host,
    port: config.port,
  });
  await bus.start();
  // Not awaited: a service starts and serves without Kafka, and topics are asked for until the brokers answer.
  void bus
    .ensureTopics(TOPICS.map((topic) => ({ name: topic, partitions: config.kafka.partitions })))
    .catch((error: unknown) => {
      logger.error({ error: String(error) }, 'The topics could not be verified. The error says what to mend.');
    });
  await host.start();
  await server.start();
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await host.stop();
      await bus.stop();
    },
  };
}
