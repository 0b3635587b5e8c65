import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { TOPICS } from '@hiregraph/contracts';
import {
  type Clock,
  type Lifecycle,
  type Logger,
  type ServiceName,
  StoreUnavailableError,
  systemClock,
  type Tenant,
} from '@hiregraph/kernel';
import {
  createStoredDeadLetters,
  createStoredSourceEpochs,
  type DeadLetterStore,
  type EventBus,
  type SourceEpochs,
} from '@hiregraph/messaging';
import { openStorage, type Storage } from '@hiregraph/storage';
import { ConfigurationError, createLogger, type Environment, type Service } from '@hiregraph/subgraph';
import { type PlatformConfig, platformConfig } from '../config.ts';
import { DEFAULT_PARTITIONS, SERVICE_NAMES } from '../create-platform.ts';
import { createServices } from '../create-services.ts';
import { openEngines } from '../open-engines.ts';

/** What an operator's command works on: the stores of every service, with nobody served and no consumer running. */
export interface Installation {
  readonly services: Readonly<Record<ServiceName, Service>>;
  readonly deadLetters: Readonly<Record<ServiceName, DeadLetterStore>>;
  /** Which life of every owner's store each service goes by. */
  readonly sourceEpochs: Readonly<Record<ServiceName, SourceEpochs>>;
  /** Not started: a command that needs it does so, by `withBus`. */
  readonly bus: EventBus;
  /** Of a topic that is not there yet. */
  readonly partitions: number;
  readonly tenants: readonly Tenant[];
  readonly clock: Clock;
  readonly logger: Logger;
}

const SECRET_BYTES = 32;
const READY_MILLISECONDS = 120_000;
const READY_PAUSE_MILLISECONDS = 250;

/**
 * Opens what the platform of this environment keeps, does the work and closes it again.
 * @throws ConfigurationError when there is nothing to open; DirectoryLockedError while a platform runs on the same folder
 */
export async function withInstallation<T>(
  environment: Environment,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const config = platformConfig(environment, []);
  refuseWithoutStore(config);
  const installation = openInstallation(config);
  const storages = SERVICE_NAMES.map((name) => installation.services[name].storage);
  return await whileRunning(storages, async () => {
    await untilReady(storages);
    return await work(installation);
  });
}

/**
 * Waits for stores longer than a request would: the first to open a restored MongoDB builds its indexes.
 * @throws StoreUnavailableError when they are not ready after two minutes
 */
export async function untilReady(storages: readonly Storage[], clock: Clock = systemClock): Promise<void> {
  const until = clock.now() + READY_MILLISECONDS;
  for (const storage of storages) {
    for (;;) {
      try {
        await storage.ready();
        break;
      } catch (error) {
        if (!(error instanceof StoreUnavailableError) || clock.now() >= until) throw error;
        await delay(READY_PAUSE_MILLISECONDS);
      }
    }
  }
}

/**
 * Does the work with the bus running and the live topics there, empty where somebody has deleted them. Brokers that do not
 * answer are waited for, and the log says so.
 */
export async function withBus<T>({ bus, partitions }: Installation, work: () => Promise<T>): Promise<T> {
  return await whileRunning([bus], async () => {
    await bus.ensureTopics(TOPICS.map((name) => ({ name, partitions })));
    return await work();
  });
}

/** Starts the parts in order, does the work, and stops what was started, last first. */
export async function whileRunning<T>(parts: readonly Lifecycle[], work: () => Promise<T>): Promise<T> {
  const [first, ...rest] = parts;
  if (first === undefined) return await work();
  await first.start();
  try {
    return await whileRunning(rest, work);
  } finally {
    await first.stop();
  }
}

/** A command must not leave an empty store behind where somebody mistyped a folder. */
function refuseWithoutStore({ engines }: PlatformConfig): void {
  if (engines.kind === 'servers' || existsSync(join(engines.dataDirectory, 'store'))) return;
  throw new ConfigurationError([
    `DATA_DIR: ${engines.dataDirectory} holds no data of a platform. Set DATA_DIR to the folder that the platform uses, or MONGODB_URL and KAFKA_BROKERS where it runs on servers.`,
  ]);
}

function openInstallation(config: PlatformConfig): Installation {
  const clock = systemClock;
  const logger = createLogger({ name: 'hiregraph-operations', level: config.logLevel });
  // A write that fails rejects where it was asked for, and so ends the command.
  const { engines, bus } = openEngines(config.engines, { clock, logger, onStopped: () => undefined });
  const services = createServices({
    storageOf: (name) => openStorage({ engine: engines[name], service: name, clock, logger }),
    tenants: config.tenants,
    clock,
    logger,
    // No cursor leaves a command.
    cursorSecret: randomBytes(SECRET_BYTES).toString('hex'),
  });
  const lettersOf = (service: ServiceName): DeadLetterStore =>
    createStoredDeadLetters({ storage: services[service].storage, service, clock });
  const epochsOf = (service: ServiceName): SourceEpochs =>
    createStoredSourceEpochs({ storage: services[service].storage, service, clock });
  return {
    services,
    sourceEpochs: { job: epochsOf('job'), candidate: epochsOf('candidate'), evaluation: epochsOf('evaluation') },
    deadLetters: { job: lettersOf('job'), candidate: lettersOf('candidate'), evaluation: lettersOf('evaluation') },
    bus,
    partitions: config.engines.kind === 'servers' ? config.engines.kafka.partitions : DEFAULT_PARTITIONS,
    tenants: config.tenants,
    clock,
    logger,
  };
}
