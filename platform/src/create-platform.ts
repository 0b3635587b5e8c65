import { randomBytes } from 'node:crypto';
import { TOPICS } from '@hiregraph/contracts';
import {
  createFeedEventStream,
  createGateway,
  createInProcessTransport,
  type GatewayServer,
  loadSupergraph,
  type PlaygroundOptions,
  type TokenVerifier,
} from '@hiregraph/gateway';
import type { Clock, Lifecycle, Logger, ServiceName, Tenant } from '@hiregraph/kernel';
import { createEventFeed, type EventBus } from '@hiregraph/messaging';
import { openStorage, type StorageEngine } from '@hiregraph/storage';
import {
  createMessagingMetrics,
  createServiceHost,
  registerExecutionMetrics,
  type Service,
  type ServiceHost,
} from '@hiregraph/subgraph';
import { Registry } from 'prom-client';
import { createServices } from './create-services.ts';

export const SERVICE_NAMES = ['job', 'candidate', 'evaluation'] as const satisfies readonly ServiceName[];

export interface PlatformOptions {
  /** The document store of each service. Started and stopped with the platform. */
  readonly engines: Readonly<Record<ServiceName, StorageEngine>>;
  /** Started and stopped with the platform. */
  readonly bus: EventBus;
  /** Partitions of a topic that does not exist yet. */
  readonly partitions?: number;
  readonly tenants: readonly Tenant[];
  readonly verifier: TokenVerifier;
  readonly clock: Clock;
  /** Real time, where `clock` may tell of the past. Default: `clock`. */
  readonly wallClock?: Clock;
  readonly logger: Logger;
  /** Null: made anew, so that cursors last as long as the process. */
  readonly cursorSecret: string | null;
  readonly host: string;
  readonly port: number;
  readonly playground: PlaygroundOptions | null;
  /** Operations that clients may name by their hash from the start: text by SHA-256. */
  readonly persistedOperations?: ReadonlyMap<string, string>;
}

/** The whole platform in one process. */
export interface Platform extends Lifecycle {
  readonly gateway: GatewayServer;
  readonly services: Readonly<Record<ServiceName, Service>>;
  readonly bus: EventBus;
  readonly metrics: Registry;
  /** Stores, bus, relays and consumers, without serving anybody yet. */
  startServices(): Promise<void>;
  /** Opens the gateway's port. */
  startServing(): Promise<void>;
  /** Resolves when every relay has sent what it knew of. */
  whenRelayed(): Promise<void>;
}

export const DEFAULT_PARTITIONS = 6;
/** Longer than brokers take that are there; shorter than anybody waits for a start. */
const TOPICS_PATIENCE_MS = 10_000;
const SECRET_BYTES = 32;

/** Builds gateway and services; nothing runs until `start`. */
export function createPlatform(options: PlatformOptions): Platform {
  const { bus, clock, logger, wallClock = clock } = options;
  const metrics = new Registry();
  // Before the services build their schemas: it keeps the names of all of them narrow.
  const supergraph = loadSupergraph();
  const cursorSecret = options.cursorSecret ?? randomBytes(SECRET_BYTES).toString('hex');
  const services = createServices({
    storageOf: (name) => openStorage({ engine: options.engines[name], service: name, clock, wallClock, logger }),
    tenants: options.tenants,
    clock,
    logger,
    cursorSecret,
  });
  registerExecutionMetrics(
    metrics,
    SERVICE_NAMES.map((name) => services[name].subgraph),
  );
  const messagingMetrics = createMessagingMetrics(metrics);
  const hosts = SERVICE_NAMES.map((name) => {
    const service = services[name];
    return createServiceHost({
      service,
      bus,
      clock,
      logger,
      metrics: messagingMetrics,
    });
  });
  const gateway = createGateway({
    supergraph,
    transports: Object.fromEntries(
      SERVICE_NAMES.map((name) => [name, createInProcessTransport(services[name].subgraph)]),
    ),
    verifier: options.verifier,
    clock,
    logger,
    metrics,
    ready: () => readiness(options),
    host: options.host,
    port: options.port,
    playground: options.playground,
    events: createFeedEventStream(createEventFeed({ bus, topics: TOPICS, cursorSecret, logger })),
    ...(options.persistedOperations === undefined ? {} : { persistedOperations: options.persistedOperations }),
  });
  return {
    gateway,
    services,
    bus,
    metrics,
    whenRelayed: async () => {
      await Promise.all(hosts.map((host) => host.whenRelayed()));
    },
    startServices: () => startServices(options, hosts),
    startServing: () => gateway.start(),
    start: async () => {
      await startServices(options, hosts);
      await gateway.start();
    },
    stop: () => stopAll(options, hosts, gateway),
  };
}

/** Ready means that requests can be answered: that takes the stores, and not the bus, which only delays events. */
async function readiness({ engines }: PlatformOptions): Promise<{ ready: boolean; why?: string }> {
  try {
    await Promise.all(SERVICE_NAMES.map((name) => engines[name].ready()));
    return { ready: true };
  } catch (error) {
    return { ready: false, why: error instanceof Error ? error.message : String(error) };
  }
}

async function startServices(options: PlatformOptions, hosts: readonly ServiceHost[]): Promise<void> {
  await options.bus.start();
  await ensureTopics(options);
  for (const host of hosts) await host.start();
}

/** Waits for brokers that answer; goes on without those that do not, and they are asked until they do. */
async function ensureTopics({ bus, logger, partitions = DEFAULT_PARTITIONS }: PlatformOptions): Promise<void> {
  const ensured = bus.ensureTopics(TOPICS.map((name) => ({ name, partitions }))).then(() => 'ensured' as const);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), TOPICS_PATIENCE_MS);
  });
  const outcome = await Promise.race([ensured, late]).finally(() => clearTimeout(timer));
  if (outcome === 'ensured') return;
  logger.warn({}, 'The brokers do not answer. The platform serves without them; events and hires wait.');
  ensured.catch((error: unknown) => {
    logger.error({ error }, 'The topics could not be verified. The error says what to mend.');
  });
}

async function stopAll(options: PlatformOptions, hosts: readonly ServiceHost[], gateway: GatewayServer): Promise<void> {
  await gateway.stop();
  await Promise.all(hosts.map((host) => host.stop()));
  await options.bus.stop();
}
