import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { repositoryRoot } from '../../src/workspace/repository-root.ts';
import type { SecuredKafka } from './secured-kafka.ts';
import { SCRAM_USER } from './secured-listener.ts';

/** Where `startKafka` keeps Apache Kafka's jars. */
const JARS = join(repositoryRoot, '.cache', 'servers', 'kafka-4.1.0', '*');
const PROGRAM = fileURLToPath(new URL('./CutTopics.java', import.meta.url));

/** Drops every record of some topics, with Apache Kafka's own client. */
export async function cutTopics(
  { address, listener, directory }: SecuredKafka,
  topics: readonly string[],
): Promise<void> {
  const { username, password } = SCRAM_USER;
  const module = 'org.apache.kafka.common.security.scram.ScramLoginModule';
  const settings = join(directory, 'administrator.properties');
  writeFileSync(
    settings,
    [
      `bootstrap.servers=${address}`,
      'security.protocol=SASL_SSL',
      'ssl.truststore.type=PEM',
      `ssl.truststore.location=${listener.authorityFile}`,
      'sasl.mechanism=SCRAM-SHA-512',
      `sasl.jaas.config=${module} required username="${username}" password="${password}";`,
      '',
    ].join('\n'),
  );
  await promisify(execFile)('java', ['-cp', JARS, PROGRAM, settings, ...topics]);
}
