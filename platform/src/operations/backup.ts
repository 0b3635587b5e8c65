import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock, toInstant } from '@hiregraph/kernel';
import { ConfigurationError } from '@hiregraph/subgraph';
import { platformConfig } from '../config.ts';
import { saveMongodb } from './mongodb-backup.ts';
import { withStorages } from './store-epoch.ts';
import { copyParts, makeBackupDirectory, writeManifest } from './backup-files.ts';
import { type CommandOptions, readCommandLine } from './command-line.ts';

const USAGE = 'npm run backup -- --to DIR';

/**
 * `npm run backup`: copies what a stopped platform keeps, stores and events at one moment.
 * @returns the exit code
 * @throws ConfigurationError for what cannot be copied; DirectoryLockedError, DumpError while the platform runs
 */
export async function saveBackup({ environment, words, print }: CommandOptions): Promise<number> {
  const line = readCommandLine(words, { to: 'text' }, USAGE);
  const to = line.text('to');
  if (to === undefined || line.positionals.length > 0) throw new ConfigurationError(['--to: is needed.', USAGE]);
  const { engines, logLevel } = platformConfig(environment, []);
  if (engines.kind === 'servers') {
    await saveMongodb(engines, to);
    print(`The databases of the platform are backed up in ${to}.`);
    return 0;
  }
  const { dataDirectory } = engines;
  if (!existsSync(join(dataDirectory, 'store'))) {
    throw new ConfigurationError([
      `DATA_DIR: ${dataDirectory} holds no data of a platform. Set it to the folder that the platform uses.`,
    ]);
  }
  await withStorages(engines, logLevel, async () => {
    await makeBackupDirectory(to);
    await copyParts(dataDirectory, to);
    await writeManifest(to, { takenAt: toInstant(systemClock.now()) });
  });
  print(`${dataDirectory} is backed up in ${to}.`);
  return 0;
}
