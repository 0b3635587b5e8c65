import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Where `npm run servers` and the servers' suites keep Apache Kafka's jars. */
const JARS = join(ROOT, '.cache', 'servers', 'kafka-4.1.0');
const PROGRAM = fileURLToPath(new URL('./ReadTopic.java', import.meta.url));
const MOST_BYTES = 64 * 1024 * 1024;

/** One record as a client that is not ours sees it. */
export interface ForeignRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  readonly key: string;
  readonly payload: string;
}

/** Reads so many records with Apache Kafka's own client, in a group, and commits behind the last. */
export async function readWithJava(
  brokers: string,
  group: string,
  topic: string,
  records: number,
): Promise<readonly ForeignRecord[]> {
  if (!existsSync(JARS)) throw new Error(`${JARS} is not there: \`npm run servers\` fetches it.`);
  const words = ['-cp', join(JARS, '*'), PROGRAM, brokers, group, topic, String(records)];
  const { stdout } = await run('java', words, { maxBuffer: MOST_BYTES });
  return parsed(stdout);
}

/** @returns kcat's version; null where it is not installed */
export async function kcatVersion(): Promise<string | null> {
  const text = await run('kcat', ['-V']).then(
    ({ stdout }) => stdout,
    () => null,
  );
  return text === null ? null : (/Version (\S+)/u.exec(text)?.[1] ?? text);
}

/** Reads a topic from its beginning to its end with kcat. */
export async function readWithKcat(brokers: string, topic: string): Promise<readonly ForeignRecord[]> {
  const words = ['-C', '-b', brokers, '-t', topic, '-o', 'beginning', '-e', '-q', '-J'];
  const { stdout } = await run('kcat', words, { maxBuffer: MOST_BYTES });
  return parsed(stdout);
}

function parsed(lines: string): readonly ForeignRecord[] {
  return lines
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as ForeignRecord);
}
