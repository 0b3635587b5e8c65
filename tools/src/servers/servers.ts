/**
 * `npm run servers`: Apache Kafka and a MongoDB-compatible server on this machine, without Docker. Data is kept in
 * .data/servers; Ctrl-C ends both.
 */
import { join } from 'node:path';
import { repositoryRoot } from '../workspace/repository-root.ts';
import { startKafka } from './kafka-server.ts';
import type { LocalServer } from './local-server.ts';
import { startMongodbCompatible } from './mongodb-compatible-server.ts';

const cacheDirectory = join(repositoryRoot, '.cache', 'servers');
const data = join(repositoryRoot, '.data', 'servers');
const MONGODB_PORT = 27_117;
const KAFKA_PORT = 19_092;
const progress = (line: string): void => console.log(line);
const servers: LocalServer[] = [];

async function stop(): Promise<void> {
  console.log('Stopping …');
  await Promise.all(servers.map((server) => server.stop()));
}

async function start(): Promise<void> {
  servers.push(
    await startMongodbCompatible({
      cacheDirectory,
      dataDirectory: join(data, 'mongodb'),
      progress,
      port: MONGODB_PORT,
    }),
  );
  servers.push(await startKafka({ cacheDirectory, dataDirectory: join(data, 'kafka'), progress, port: KAFKA_PORT }));
  console.log('\nIn another terminal:\n');
  console.log(`  MONGODB_URL='${servers[0]?.address}' KAFKA_BROKERS=${servers[1]?.address} npm start\n`);
  console.log('Ctrl-C ends both servers.');
  // The servers' processes keep this one alive; a signal ends them, and then it ends by itself.
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
}

start().catch(async (error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
  await stop();
});
