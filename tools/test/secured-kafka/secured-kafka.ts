import { join } from 'node:path';
import { startKafka } from '../../src/servers/kafka-server.ts';
import { repositoryRoot } from '../../src/workspace/repository-root.ts';
import { makeSecuredListener, type SecuredListener } from './secured-listener.ts';

/** Apache Kafka with nothing but a secured listener for others. */
export interface SecuredKafka {
  readonly address: string;
  readonly listener: SecuredListener;
  /** For everything that belongs to it. */
  readonly directory: string;
  stop(): Promise<void>;
}

export async function startSecuredKafka(directory: string): Promise<SecuredKafka> {
  const listener = await makeSecuredListener(directory);
  const server = await startKafka({
    cacheDirectory: join(repositoryRoot, '.cache', 'servers'),
    dataDirectory: join(directory, 'kafka'),
    progress: () => undefined,
    security: listener.security,
  });
  return { address: server.address, listener, directory, stop: () => server.stop() };
}
