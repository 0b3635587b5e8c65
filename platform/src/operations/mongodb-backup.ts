import { join } from 'node:path';
import { systemClock, toInstant } from '@hiregraph/kernel';
import { contentsOf, dumpDatabases, endRestore, loadDump, verifyDump } from '@hiregraph/storage';
import { ConfigurationError } from '@hiregraph/subgraph';
import type { Engines, PlatformConfig } from '../config.ts';
import { SERVICE_NAMES } from '../create-platform.ts';
import { databaseOf } from '../open-engines.ts';
import { makeBackupDirectory, type RestoreOrder, writeManifest } from './backup-files.ts';
import { highestEpoch, raiseEpoch, withStorages } from './store-epoch.ts';

type Servers = Extract<Engines, { kind: 'servers' }>;

const DATABASES = SERVICE_NAMES.map(databaseOf);

/**
 * Copies the databases of all services into a new folder.
 * @throws ConfigurationError when there is nothing to copy, or no place for it; DumpError when something was written meanwhile
 */
export async function saveMongodb({ mongodbUrl: url }: Servers, directory: string): Promise<void> {
  const contents = await contentsOf(url, DATABASES);
  if (contents === 'nothing') {
    throw new ConfigurationError([
      'MONGODB_URL: this server holds no data of a platform. Set it to the one that the platform uses.',
    ]);
  }
  if (contents === 'half-restored') {
    throw new ConfigurationError([
      'MONGODB_URL: this server holds a part of a backup, since a restore was cut short. Run that restore again first.',
    ]);
  }
  await makeBackupDirectory(directory);
  const collections = await dumpDatabases({ url, databases: DATABASES, directory });
  await writeManifest(directory, { takenAt: toInstant(systemClock.now()), collections });
}

/**
 * Puts a backup in the place of what the databases hold; with `replaces`, what is there is first saved as a backup of its own.
 * @throws ConfigurationError, DumpError before anything was changed
 */
export async function restoreMongodb(
  config: PlatformConfig,
  engines: Servers,
  { from, manifest: { takenAt, collections }, replaces, print }: RestoreOrder,
): Promise<void> {
  if (collections === undefined) {
    throw new ConfigurationError([
      `--from ${from}: holds a backup of the embedded stores, and MONGODB_URL is set. Unset it to restore this backup.`,
    ]);
  }
  const url = engines.mongodbUrl;
  await verifyDump(from, collections);
  const contents = await contentsOf(url, DATABASES);
  if (contents === 'something' && !replaces) {
    throw new ConfigurationError([
      `MONGODB_URL: the databases ${DATABASES.join(', ')} hold data already. Say --replace to have it saved and replaced.`,
    ]);
  }
  const aside = join(config.dataDirectory, `replaced-${toInstant(systemClock.now()).replaceAll(/[-:.]/gu, '')}`);
  let known = 0;
  if (contents === 'something') {
    await saveMongodb(engines, aside);
    print(`What was there is saved in ${aside}.`);
    known = await withStorages(engines, config.logLevel, highestEpoch);
  }
  await loadDump({ url, databases: DATABASES, directory: from }, collections);
  const epoch = await raiseEpoch(config, engines, known, { opensHalfRestored: true });
  await endRestore(url, DATABASES);
  print(`The databases are as they were at ${takenAt}; their stores have the epoch ${epoch} now.`);
  print(
    'Kafka is ahead of them: delete the topics hiring.*, then run `npm run rebuild -- --service SERVICE --write` for',
  );
  print(`${SERVICE_NAMES.join(', ')} before the platform starts. docs/storage-operations.md says why.`);
}
