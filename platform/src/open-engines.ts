import { accessSync, constants, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Logger, ServiceName } from '@hiregraph/kernel';
import { createEmbeddedBus, createKafkaBus, type EventBus } from '@hiregraph/messaging';
import { createEmbeddedEngine, createMongoEngine, DirectoryLockedError, type StorageEngine } from '@hiregraph/storage';
import { ConfigurationError, type KafkaSettings } from '@hiregraph/subgraph';
import type { Engines } from './config.ts';
import { SERVICE_NAMES } from './create-platform.ts';

export interface OpenedEngines {
  readonly engines: Readonly<Record<ServiceName, StorageEngine>>;
  readonly bus: EventBus;
}

interface Surroundings {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Called when a disk failed and the platform must end. */
  readonly onStopped: (error: Error) => void;
  /** Opens databases that hold a part of a backup too: for the restore itself. */
  readonly opensHalfRestored?: boolean;
}

/** The stores and the bus of a configuration, not started yet. */
export function openEngines(config: Engines, surroundings: Surroundings): OpenedEngines {
  return config.kind === 'embedded'
    ? openEmbedded(config.dataDirectory, surroundings)
    : openServers(config.mongodbUrl, config.kafka, surroundings);
}

function forEachService(open: (name: ServiceName) => StorageEngine): Record<ServiceName, StorageEngine> {
  return { job: open('job'), candidate: open('candidate'), evaluation: open('evaluation') };
}

function openEmbedded(dataDirectory: string, { clock, logger, onStopped }: Surroundings): OpenedEngines {
  const directory = join(dataDirectory, 'store');
  return {
    engines: forEachService((name) => createEmbeddedEngine({ directory, name, clock, logger, onStopped })),
    bus: createEmbeddedBus({ directory: join(dataDirectory, 'bus'), clock, logger, onStopped }),
  };
}

/** A database a service: what belongs to one is never in reach of another. */
export const databaseOf = (name: ServiceName): string => `hiregraph_${name}`;

function openServers(url: string, kafka: KafkaSettings, { logger, opensHalfRestored }: Surroundings): OpenedEngines {
  const restoring = opensHalfRestored === undefined ? {} : { opensHalfRestored };
  return {
    engines: forEachService((name) => createMongoEngine({ url, database: databaseOf(name), logger, ...restoring })),
    bus: createKafkaBus({ ...kafka, clientId: 'hiregraph', logger }),
  };
}

/**
 * Makes sure that data can be written, and with `fresh` throws away what is there.
 * @throws ConfigurationError when the folder cannot be used, or another platform runs on it
 */
export async function prepareDataDirectory(dataDirectory: string, fresh: boolean): Promise<void> {
  try {
    mkdirSync(dataDirectory, { recursive: true });
    accessSync(dataDirectory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError([
      `DATA_DIR: ${dataDirectory} cannot be written to (${why}). Make it writable, or set DATA_DIR to another folder.`,
    ]);
  }
  if (!fresh) return;
  await refuseWhenLocked(join(dataDirectory, 'store'));
  for (const part of ['store', 'bus']) rmSync(join(dataDirectory, part), { recursive: true, force: true });
}

/** A store that is damaged may be thrown away; one that is in use must not be. */
async function refuseWhenLocked(directory: string): Promise<void> {
  const probe = createEmbeddedEngine({ directory, name: SERVICE_NAMES[0] });
  try {
    await probe.start();
    await probe.stop();
  } catch (error) {
    if (error instanceof DirectoryLockedError) throw error;
  }
}
