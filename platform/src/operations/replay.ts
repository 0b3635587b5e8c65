import { TOPICS } from '@hiregraph/contracts';
import { ConfigurationError } from '@hiregraph/subgraph';
import { SERVICE_NAMES } from '../create-platform.ts';
import { type CommandOptions, readCommandLine } from './command-line.ts';
import { withBus, withInstallation } from './installation.ts';
import { newRun, replayTopic, replayTopicName } from './replay-topic.ts';

const USAGE = 'npm run replay -- --topic TOPIC [--run NAME]';
const KINDS = { topic: 'text', run: 'text' } as const;

/**
 * `npm run replay`: writes all that a topic ever carried, as its owner keeps it, to `<topic>.replay.<run>`.
 * @throws ConfigurationError for a command line that makes no sense
 */
export async function replay({ environment, words, print }: CommandOptions): Promise<number> {
  const line = readCommandLine(words, KINDS, USAGE);
  if (line.positionals.length > 0) {
    throw new ConfigurationError([`"${line.positionals.join(' ')}": is no option of this command.`, USAGE]);
  }
  const topic = knownTopic(line.text('topic'));
  const run = runName(line.text('run'));
  return await withInstallation(environment, async (installation) => {
    const { bus, services } = installation;
    const storages = SERVICE_NAMES.map((name) => services[name].storage);
    const done = await withBus(installation, () => replayTopic(bus, storages, topic, replayTopicName(topic, run)));
    print(`${done.events} events of ${done.aggregates} aggregates lie on ${done.replayTopic}.`);
    print('A rebuild reads that topic to its end, and then the live one from these offsets:');
    print(JSON.stringify(done.liveFrom));
    return 0;
  });
}

function knownTopic(name: string | undefined): string {
  const known = TOPICS.find((topic) => topic === name);
  if (known !== undefined) return known;
  const problem = name === undefined ? '--topic: is needed.' : `--topic ${name}: there is no such topic.`;
  throw new ConfigurationError([`${problem} One of ${TOPICS.join(', ')}.`, USAGE]);
}

function runName(given: string | undefined): string {
  const name = given ?? newRun();
  if (/^[a-z0-9][a-z0-9-]{0,39}$/u.test(name)) return name;
  throw new ConfigurationError([
    `--run ${name}: must be 1 to 40 of a-z, 0-9 and -, since it ends the name of a topic. Leave it out for a new one.`,
  ]);
}
