import { join } from 'node:path';
import { systemClock } from '@hiregraph/kernel';
import { createStoredSourceEpochs } from '@hiregraph/messaging';
import { ConfigurationError } from '@hiregraph/subgraph';
import { type PlatformConfig, platformConfig } from '../config.ts';
import { SERVICE_NAMES } from '../create-platform.ts';
import { epochAfter, highestEpoch, withStorages } from './backup-epoch.ts';
import { copyParts, moveParts, namesIn, readManifest, removeLeftover } from './backup-files.ts';
import { type CommandOptions, readCommandLine } from './command-line.ts';

const USAGE = `npm run restore -- --from DIR [--replace]
npm run restore -- --raise-epoch`;

/**
 * `npm run restore`: puts a backup in the place of a stopped platform's data, and raises the stores' epoch, which is part of
 * every later event's source. `--raise-epoch` does the second alone, after MongoDB's own tools did the first.
 * @returns the exit code
 * @throws ConfigurationError, JournalCorruptError before anything was changed; DirectoryLockedError while the platform runs
 */
export async function restoreBackup({ environment, words, print }: CommandOptions): Promise<number> {
  const line = readCommandLine(words, { from: 'text', replace: 'flag', 'raise-epoch': 'flag' }, USAGE);
  const from = line.text('from');
  const raises = line.flag('raise-epoch');
  if (line.positionals.length > 0 || raises === (from !== undefined) || (raises && line.flag('replace'))) {
    throw new ConfigurationError(['--from DIR, or --raise-epoch: is needed, one of them.', USAGE]);
  }
  const config = platformConfig(environment, []);
  if (from === undefined) {
    print(`The stores have the epoch ${await raiseEpoch(config, config.engines, 0)} now.`);
    return 0;
  }
  const dataDirectory = embeddedDirectory(config);
  const { takenAt } = await readManifest(from);
  const hasData = (await namesIn(dataDirectory)).some((name) => name === 'store' || name === 'bus');
  if (hasData && !line.flag('replace')) {
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
  print(`${dataDirectory} is as it was at ${takenAt}; its stores have the epoch ${epoch} now.`);
  if (hasData) print(`What was there before lies in ${aside}.`);
  return 0;
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

async function raiseEpoch(
  { logLevel }: PlatformConfig,
  engines: PlatformConfig['engines'],
  known: number,
): Promise<number> {
  const epoch = epochAfter(Math.max(known, await withStorages(engines, logLevel, highestEpoch)));
  return await withStorages(engines, logLevel, highestEpoch, epoch);
}

function embeddedDirectory({ engines }: PlatformConfig): string {
  if (engines.kind === 'embedded') return engines.dataDirectory;
  throw new ConfigurationError([
    'MONGODB_URL: bring the databases back with mongorestore, then run `npm run restore -- --raise-epoch`: see docs/storage-operations.md.',
  ]);
}
