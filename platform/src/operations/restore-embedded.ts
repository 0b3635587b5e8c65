import { join } from 'node:path';
import { systemClock } from '@hiregraph/kernel';
import { createStoredSourceEpochs } from '@hiregraph/messaging';
import { ConfigurationError } from '@hiregraph/subgraph';
import type { PlatformConfig } from '../config.ts';
import { SERVICE_NAMES } from '../create-platform.ts';
import { copyParts, moveParts, namesIn, type RestoreOrder, removeLeftover } from './backup-files.ts';
import { highestEpoch, raiseEpoch, withStorages } from './store-epoch.ts';

/**
 * Puts the copied folders in the place of those in the data directory.
 * @throws ConfigurationError, JournalCorruptError before anything was changed; DirectoryLockedError while the platform runs
 */
export async function restoreEmbedded(
  config: PlatformConfig,
  dataDirectory: string,
  { from, manifest, replaces, print }: RestoreOrder,
): Promise<void> {
  if (manifest.collections !== undefined) {
    throw new ConfigurationError([
      `--from ${from}: holds a backup of MongoDB, and the data lies in files here. Set MONGODB_URL and KAFKA_BROKERS to restore it.`,
    ]);
  }
  const hasData = (await namesIn(dataDirectory)).some((name) => name === 'store' || name === 'bus');
  if (hasData && !replaces) {
    throw new ConfigurationError([
      `DATA_DIR: ${dataDirectory} holds data already. Say --replace to put it aside, or set DATA_DIR to another folder.`,
    ]);
  }
  const known = hasData ? await withStorages(config.engines, config.logLevel, highestEpoch) : 0;
  const restoring = join(dataDirectory, 'restoring');
  await removeLeftover(restoring);
  await copyParts(from, restoring);
  // Reads every frame of the copy, so a damaged backup replaces nothing.
  const epoch = await raiseEpoch(config, { kind: 'embedded', dataDirectory: restoring }, known);
  await acceptEpoch(config, restoring, epoch);
  const aside = join(dataDirectory, `replaced-by-${epoch}`);
  if (hasData) await moveParts(dataDirectory, aside);
  await moveParts(restoring, dataDirectory);
  await removeLeftover(restoring);
  print(`${dataDirectory} is as it was at ${manifest.takenAt}; its stores have the epoch ${epoch} now.`);
  if (hasData) print(`What was there before lies in ${aside}.`);
}

/** Stores, events and consumers' positions come back together, so no consumer knows of anything that is lost. */
async function acceptEpoch({ logLevel, tenants }: PlatformConfig, dataDirectory: string, epoch: number): Promise<void> {
  await withStorages({ kind: 'embedded', dataDirectory }, logLevel, async (storages) => {
    for (const [at, storage] of storages.entries()) {
      const service = SERVICE_NAMES[at] ?? 'job';
      const epochs = createStoredSourceEpochs({ storage, service, clock: systemClock });
      for (const owner of SERVICE_NAMES) for (const { id } of tenants) await epochs.accept(id, owner, epoch);
    }
  });
}
