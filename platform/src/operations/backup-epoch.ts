import { type Clock, type Logger, type ServiceName, systemClock } from '@hiregraph/kernel';
import { openStorage, type Storage } from '@hiregraph/storage';
import { createLogger } from '@hiregraph/subgraph';
import type { Engines, PlatformConfig } from '../config.ts';
import { SERVICE_NAMES } from '../create-platform.ts';
import { openEngines } from '../open-engines.ts';
import { whileRunning } from './installation.ts';

const MILLISECONDS = 1000;

/** The stores of an installation, and their events, with nobody served: for looking after them as a whole. */
export async function withStorages<T>(
  engines: Engines,
  logLevel: PlatformConfig['logLevel'],
  work: (storages: readonly Storage[]) => Promise<T>,
  epoch?: number,
): Promise<T> {
  const clock: Clock = systemClock;
  const logger: Logger = createLogger({ name: 'hiregraph-operations', level: logLevel });
  const opened = openEngines(engines, { clock, logger, onStopped: () => undefined });
  const storageOf = (service: ServiceName): Storage =>
    openStorage({ engine: opened.engines[service], service, clock, logger, ...(epoch === undefined ? {} : { epoch }) });
  const storages = SERVICE_NAMES.map(storageOf);
  // Of the events' folder too, nobody else may be the writer.
  const parts = engines.kind === 'embedded' ? [...storages, opened.bus] : storages;
  return await whileRunning(parts, async () => {
    for (const storage of storages) await storage.ready();
    return await work(storages);
  });
}

export const highestEpoch = (storages: readonly Storage[]): Promise<number> =>
  Promise.resolve(Math.max(...storages.map(({ epoch }) => epoch)));

/**
 * An epoch that no store of this installation has had: above the known ones, and, since those of a lost store are not
 * known, not below the seconds since 1970.
 */
export function epochAfter(known: number, clock: Clock = systemClock): number {
  return Math.max(known + 1, Math.floor(clock.now() / MILLISECONDS));
}
