import { type Clock, type Logger, type ServiceName, systemClock } from '@hiregraph/kernel';
import { openStorage, type Storage } from '@hiregraph/storage';
import { createLogger } from '@hiregraph/subgraph';
import type { Engines, PlatformConfig } from '../config.ts';
import { SERVICE_NAMES } from '../create-platform.ts';
import { openEngines } from '../open-engines.ts';
import { untilReady, whileRunning } from './installation.ts';

const MILLISECONDS = 1000;

interface WithStoragesOptions {
  /** The least epoch that the stores have from then on. */
  readonly epoch?: number;
  readonly opensHalfRestored?: boolean;
}

/** The stores of an installation, and their events, with nobody served: for looking after them as a whole. */
export async function withStorages<T>(
  engines: Engines,
  logLevel: PlatformConfig['logLevel'],
  work: (storages: readonly Storage[]) => Promise<T>,
  { epoch, opensHalfRestored = false }: WithStoragesOptions = {},
): Promise<T> {
  const clock: Clock = systemClock;
  const logger: Logger = createLogger({ name: 'hiregraph-operations', level: logLevel });
  const opened = openEngines(engines, { clock, logger, onStopped: () => undefined, opensHalfRestored });
  const storageOf = (service: ServiceName): Storage =>
    openStorage({ engine: opened.engines[service], service, clock, logger, ...(epoch === undefined ? {} : { epoch }) });
  const storages = SERVICE_NAMES.map(storageOf);
  // Of the events' folder too, nobody else may be the writer.
  const parts = engines.kind === 'embedded' ? [...storages, opened.bus] : storages;
  return await whileRunning(parts, async () => {
    await untilReady(storages);
    return await work(storages);
  });
}

export const highestEpoch = (storages: readonly Storage[]): Promise<number> =>
  Promise.resolve(Math.max(...storages.map(({ epoch }) => epoch)));

/** Gives the stores an epoch that none of them has had. @param known the highest of lost ones that are known; 0 for none */
export async function raiseEpoch(
  { logLevel }: Pick<PlatformConfig, 'logLevel'>,
  engines: Engines,
  known: number,
  options: Omit<WithStoragesOptions, 'epoch'> = {},
): Promise<number> {
  const epoch = epochAfter(Math.max(known, await withStorages(engines, logLevel, highestEpoch, options)));
  return await withStorages(engines, logLevel, highestEpoch, { ...options, epoch });
}

/**
 * An epoch that no store of this installation has had: above the known ones, and, since those of a lost store are not
 * known, not below the seconds since 1970.
 */
function epochAfter(known: number, clock: Clock = systemClock): number {
  return Math.max(known + 1, Math.floor(clock.now() / MILLISECONDS));
}
