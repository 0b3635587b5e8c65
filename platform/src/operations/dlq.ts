import { SERVICE_NAMES } from '../create-platform.ts';
import type { ServiceName, Tenant } from '@hiregraph/kernel';
import { type DeadLetter, listParkedKeys, type ParkedRef, replayDeadLetters } from '@hiregraph/messaging';
import { ConfigurationError } from '@hiregraph/subgraph';
import { type CommandLine, type CommandOptions, findTenant, oneTenant, readCommandLine } from './command-line.ts';
import { type Installation, withInstallation } from './installation.ts';

const USAGE = `npm run dlq -- list [--group GROUP] [--tenant SLUG]
npm run dlq -- show --group GROUP --key KEY [--tenant SLUG]
npm run dlq -- replay --group GROUP --key KEY [--tenant SLUG]
npm run dlq -- replay --group GROUP --all [--tenant SLUG]`;

const KINDS = { group: 'text', key: 'text', tenant: 'text', all: 'flag' } as const;
/** As many as the store gives at once. */
const MOST = 100;

/** One command about dead letters. */
type Act = (installation: Installation, line: CommandLine, print: (line: string) => void) => Promise<number>;

const ACTS: Readonly<Record<string, Act>> = { list, show, replay };

/**
 * `npm run dlq`: what lies in the dead letters, and handling it once its cause is mended.
 * @returns the exit code: 1 when a replay left letters behind
 * @throws ConfigurationError for a command line that makes no sense
 */
export async function dlq({ environment, words, print }: CommandOptions): Promise<number> {
  const line = readCommandLine(words, KINDS, USAGE);
  const [verb = '', ...more] = line.positionals;
  const act = Object.hasOwn(ACTS, verb) ? ACTS[verb] : undefined;
  if (act === undefined || more.length > 0) {
    throw new ConfigurationError([`"${line.positionals.join(' ')}": there is no such command.`, USAGE]);
  }
  refuseUnfitting(verb, line);
  return await withInstallation(environment, (installation) => act(installation, line, print));
}

/** Before anything is opened. */
function refuseUnfitting(verb: string, line: CommandLine): void {
  const all = line.flag('all');
  const key = line.text('key');
  if (all && verb !== 'replay') throw new ConfigurationError(['--all: only replay takes it.', USAGE]);
  if (verb === 'list') {
    if (key !== undefined) throw new ConfigurationError(['--key: list shows every key; use show for one.', USAGE]);
    return;
  }
  if (line.text('group') === undefined) {
    throw new ConfigurationError(['--group: is needed; `npm run dlq -- list` names the groups.', USAGE]);
  }
  if (all && key !== undefined) {
    throw new ConfigurationError(['--key and --all: exclude each other. Give the one that you mean.', USAGE]);
  }
  if (!all && key === undefined) {
    throw new ConfigurationError(['--key: is needed; `npm run dlq -- list` names the parked keys.', USAGE]);
  }
}

async function list(installation: Installation, line: CommandLine, print: (line: string) => void): Promise<number> {
  const { tenants, services, deadLetters } = installation;
  const name = line.text('tenant');
  const group = line.text('group') ?? null;
  const owners = group === null ? SERVICE_NAMES : [ownerOf(services, group)];
  let parked = 0;
  for (const tenant of name === undefined ? tenants : [findTenant(tenants, name)]) {
    for (const owner of owners) {
      const keys = await listParkedKeys(deadLetters[owner], tenant.id, group, MOST);
      parked += keys.length;
      for (const { group: own, key, letters, since, reason } of keys) {
        const waiting = letters === MOST ? `${MOST} or more` : String(letters);
        print(`${tenant.slug}  ${own}  ${key}  ${waiting} waiting since ${since}`);
        print(`  ${reason.kind}: ${reason.message}`);
      }
      if (keys.length === MOST) print(`Of ${owner} in ${tenant.slug} only the ${MOST} oldest keys are shown.`);
    }
  }
  if (parked === 0) print('No key is parked: every event was taken in.');
  return 0;
}

async function show(installation: Installation, line: CommandLine, print: (line: string) => void): Promise<number> {
  const { group, refOf, store } = target(installation, line);
  const ref = refOf(line.text('key') ?? '');
  const letters = await store.letters(ref, MOST);
  if (letters.length === 0) {
    throw new ConfigurationError([
      `--key ${ref.key}: nothing of it lies in the dead letters of ${group}. \`npm run dlq -- list\` names what does.`,
    ]);
  }
  for (const letter of letters) print(describe(letter));
  if (letters.length === MOST) print(`Only the first ${MOST} are shown.`);
  return 0;
}

function describe({ event, topic, partition, offset, failedAt, reason }: DeadLetter): string {
  return [
    `${event.id}  ${event.type}`,
    `  from     ${topic}/${partition} at offset ${offset}, source ${event.source}`,
    `  failed   ${failedAt}`,
    `  because  ${reason.kind}${reason.code === null ? '' : ` (${reason.code})`}: ${reason.message}`,
    `  data     ${JSON.stringify(event.data)}`,
  ].join('\n');
}

async function replay(installation: Installation, line: CommandLine, print: (line: string) => void): Promise<number> {
  const { tenant, group, owner, refOf, store } = target(installation, line);
  const key = line.text('key');
  const { consumers } = installation.services[owner];
  const parked = await store.list(tenant.id, group, MOST);
  if (key !== undefined && (await store.find(refOf(key))) === null) {
    throw new ConfigurationError([
      `--key ${key}: is not parked in ${group} of ${tenant.slug}. \`npm run dlq -- list\` names what is.`,
    ]);
  }
  const refs = key === undefined ? parked : [refOf(key)];
  if (refs.length === 0) print(`No key of ${group} is parked in ${tenant.slug}.`);
  let left = 0;
  for (const ref of refs) {
    const { handled, stoppedBy } = await replayDeadLetters(store, consumers, ref);
    if (stoppedBy === null) {
      print(`${ref.key}: ${handled} handled; the key is released.`);
      continue;
    }
    left += 1;
    const why = stoppedBy.error instanceof Error ? stoppedBy.error.message : String(stoppedBy.error);
    print(`${ref.key}: ${handled} handled, then stopped at ${stoppedBy.letter.event.id}: ${why}`);
  }
  if (key === undefined && parked.length === MOST) print(`These were the ${MOST} oldest keys. Run it again for more.`);
  if (left > 0) print(`${left} still parked. Mend the cause, then replay again.`);
  return left > 0 ? 1 : 0;
}

/** Whose dead letters a command is about. */
function target({ tenants, services, deadLetters }: Installation, line: CommandLine) {
  const group = line.text('group') ?? '';
  const owner = ownerOf(services, group);
  const tenant: Tenant = oneTenant(tenants, line.text('tenant'));
  const refOf = (key: string): ParkedRef => ({ group, tenantId: tenant.id, key });
  return { tenant, group, owner, refOf, store: deadLetters[owner] };
}

function ownerOf(services: Installation['services'], group: string): ServiceName {
  const groupsOf = (name: ServiceName): readonly string[] => services[name].consumers.map((consumer) => consumer.group);
  const owner = SERVICE_NAMES.find((name) => groupsOf(name).includes(group));
  if (owner !== undefined) return owner;
  const known = SERVICE_NAMES.flatMap(groupsOf).join(', ');
  throw new ConfigurationError([`--group ${group}: there is no such consumer group. Known: ${known}.`]);
}
