/**
 * `npm run with-servers -- COMMAND …`: starts both servers on free ports with empty data, runs the command with
 * MONGODB_URL, KAFKA_BROKERS and REQUIRE_SERVERS=1 set, and ends them.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../workspace/repository-root.ts';
import { inheritedEnvironment } from './env.ts';
import { startKafka } from './kafka-server.ts';
import type { LocalServer } from './local-server.ts';
import { startMongodbCompatible } from './mongodb-compatible-server.ts';

const cacheDirectory = join(repositoryRoot, '.cache', 'servers');
const progress = (line: string): void => console.error(line);

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function main(): Promise<void> {
  const [command, ...args] = process.argv.slice(2);
  if (command === undefined) throw new Error('Say what to run: npm run with-servers -- COMMAND …');
  const directory = mkdtempSync(join(tmpdir(), 'hiregraph-servers-'));
  const servers: LocalServer[] = [];
  try {
    const mongodb = await startMongodbCompatible({
      cacheDirectory,
      dataDirectory: join(directory, 'mongodb'),
      progress,
    });
    servers.push(mongodb);
    const kafka = await startKafka({ cacheDirectory, dataDirectory: join(directory, 'kafka'), progress });
    servers.push(kafka);
    const env = {
      ...inheritedEnvironment(),
      MONGODB_URL: mongodb.address,
      KAFKA_BROKERS: kafka.address,
      REQUIRE_SERVERS: '1',
    };
    process.exitCode = await run(command, args, env);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(directory, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
