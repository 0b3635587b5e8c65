import { join } from 'node:path';
import { startKafka } from '../src/servers/kafka-server.ts';
import { startMongodbCompatible } from '../src/servers/mongodb-compatible-server.ts';
import { repositoryRoot } from '../src/workspace/repository-root.ts';

/** A broker and a database of a suite's own, which begin empty. */
export interface OwnServers {
  /** Names them, and a folder for data, to a process of Hiregraph. */
  readonly environment: Readonly<Record<'MONGODB_URL' | 'KAFKA_BROKERS' | 'DATA_DIR', string>>;
  stop(): Promise<void>;
}

/** @param directory takes the data of both; the caller removes it */
export async function startOwnServers(directory: string): Promise<OwnServers> {
  const cacheDirectory = join(repositoryRoot, '.cache', 'servers');
  const progress = (): void => undefined;
  const database = await startMongodbCompatible({
    cacheDirectory,
    dataDirectory: join(directory, 'mongodb'),
    progress,
  });
  const broker = await startKafka({ cacheDirectory, dataDirectory: join(directory, 'kafka'), progress });
  return {
    environment: { MONGODB_URL: database.address, KAFKA_BROKERS: broker.address, DATA_DIR: join(directory, 'data') },
    stop: async () => {
      await Promise.all([database.stop(), broker.stop()]);
    },
  };
}
