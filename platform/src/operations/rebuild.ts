import type { ServiceName } from '@hiregraph/kernel';
import type { Storage } from '@hiregraph/storage';
import { ConfigurationError } from '@hiregraph/subgraph';
import { SERVICE_NAMES } from '../create-platform.ts';
import { type CommandOptions, readCommandLine } from './command-line.ts';
import { type Installation, withBus, withInstallation } from './installation.ts';
import { compareRows, dumpProjections, type RowDifference } from './projection-rows.ts';
import { rebuildProjections } from './rebuild-projections.ts';
import { newRun } from './replay-topic.ts';

const USAGE = `npm run rebuild -- --service SERVICE [--write]
  SERVICE: ${SERVICE_NAMES.join(', ')}`;
const KINDS = { service: 'text', write: 'flag' } as const;
const MOST_SHOWN = 20;

/**
 * `npm run rebuild`: builds a service's projections again from the owners' histories, compares them with what the service
 * keeps, and with `--write` puts right what differs.
 * @returns the exit code: 1 when something differs still
 * @throws ConfigurationError for a command line that makes no sense
 */
export async function rebuild({ environment, words, print }: CommandOptions): Promise<number> {
  const line = readCommandLine(words, KINDS, USAGE);
  if (line.positionals.length > 0) {
    throw new ConfigurationError([`"${line.positionals.join(' ')}": is no option of this command.`, USAGE]);
  }
  const service = knownService(line.text('service'));
  return await withInstallation(environment, (installation) =>
    withBus(installation, async () => {
      const { storage } = installation.services[service];
      const before = await dumpProjections(storage);
      const rebuilt = await rebuildProjections(installation, service, newRun());
      // A row that came while this ran, beside a running platform, may tell of what the replay could not know.
      const isOld = ({ kind, row }: RowDifference): boolean => kind !== 'extra' || before.has(row.name);
      const differences = compareRows(await dumpProjections(storage), rebuilt).filter(isOld);
      print(`${rebuilt.size} rows of ${service} were rebuilt; ${differences.length} differ from what it keeps.`);
      for (const { kind, row } of differences.slice(0, MOST_SHOWN)) print(`  ${kind}: ${row.name}`);
      if (differences.length > MOST_SHOWN) print(`  and ${differences.length - MOST_SHOWN} more`);
      if (line.flag('write')) {
        const code = differences.length === 0 ? 0 : await writeAll(storage, differences, print);
        await acceptEpochs(installation, service);
        return code;
      }
      if (differences.length > 0) {
        print('Nothing was changed. Run it again with --write to put the rebuilt rows in their place.');
        return 1;
      }
      return 0;
    }),
  );
}

/** The service's rows tell of the owners' stores as they are now: whatever life they are in, events go on from here. */
async function acceptEpochs({ services, sourceEpochs, tenants }: Installation, service: ServiceName): Promise<void> {
  for (const owner of SERVICE_NAMES) {
    const { storage } = services[owner];
    await storage.ready();
    for (const { id } of tenants) await sourceEpochs[service].accept(id, owner, storage.epoch);
  }
}

async function writeAll(
  storage: Storage,
  differences: readonly RowDifference[],
  print: (line: string) => void,
): Promise<number> {
  const mendable = differences.filter(({ kind }) => kind !== 'extra');
  for (const { row } of mendable) {
    const { collection, tenantId, id, sequence, at, state } = row;
    const indexes = storage.collections.find((opened) => opened.collection === collection)?.indexes ?? [];
    await storage.projections({ collection, indexes }).restore(tenantId, id, { sequence, at }, state);
  }
  print(`${mendable.length} rows were written.`);
  const extra = differences.length - mendable.length;
  if (extra > 0) print(`${extra} extra rows were left: no event of the owners tells of them.`);
  return extra > 0 ? 1 : 0;
}

function knownService(name: string | undefined): ServiceName {
  const known = SERVICE_NAMES.find((service) => service === name);
  if (known !== undefined) return known;
  const problem = name === undefined ? '--service: is needed.' : `--service ${name}: there is no such service.`;
  throw new ConfigurationError([problem, USAGE]);
}
