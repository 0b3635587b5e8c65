import { ConfigurationError } from '@hiregraph/subgraph';
import { platformConfig } from '../config.ts';
import { readManifest } from './backup-files.ts';
import { type CommandOptions, readCommandLine } from './command-line.ts';
import { restoreEmbedded } from './restore-embedded.ts';
import { restoreMongodb } from './mongodb-backup.ts';
import { raiseEpoch } from './store-epoch.ts';

const USAGE = `npm run restore -- --from DIR [--replace]
npm run restore -- --raise-epoch`;

/**
 * `npm run restore`: puts a backup in the place of a stopped platform's data, and raises the stores' epoch, which is part of
 * every later event's source. `--raise-epoch` does the second alone, after other tools did the first.
 * @returns the exit code
 * @throws ConfigurationError, JournalCorruptError, DumpError before anything was changed; DirectoryLockedError while the
 *   embedded platform runs; StoreUnavailableError
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
  const order = { from, manifest: await readManifest(from), replaces: line.flag('replace'), print };
  if (config.engines.kind === 'servers') await restoreMongodb(config, config.engines, order);
  else await restoreEmbedded(config, config.engines.dataDirectory, order);
  return 0;
}
