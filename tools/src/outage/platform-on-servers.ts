import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { inheritedEnvironment } from '../servers/env.ts';
import { repositoryRoot } from '../workspace/repository-root.ts';

const STARTS_WITHIN_MS = 90_000;

/** The platform in one process on real servers, as `npm start` runs it. */
export interface PlatformOnServers {
  readonly origin: string;
  /** A development token. */
  token(role: string): Promise<string>;
  /** What it wrote, for messages. */
  readonly output: () => string;
  stop(): Promise<void>;
}

export interface PlatformOnServersOptions {
  readonly mongodbUrl: string;
  readonly kafkaBrokers: string;
  /** Where it keeps its development keys. */
  readonly dataDirectory: string;
}

/** Starts it with an empty store on a free port. Rejects with what it said when it ends instead of getting ready. */
export async function startPlatformOnServers(options: PlatformOnServersOptions): Promise<PlatformOnServers> {
  const env = {
    ...environmentOf(options),
    MONGODB_URL: options.mongodbUrl,
    KAFKA_BROKERS: options.kafkaBrokers,
    KAFKA_REPLICATION_FACTOR: '1',
    KAFKA_MIN_INSYNC_REPLICAS: '1',
    PORT: '0',
  };
  const child = spawn(process.execPath, [...sourceFlags('platform/src/main.ts'), '--empty'], {
    cwd: repositoryRoot,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const origin = await new Promise<string>((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`The platform ${why}:\n${output}`));
    const timer = setTimeout(() => fail('was not ready in time'), STARTS_WITHIN_MS);
    const read = (chunk: Buffer): void => {
      output = (output + chunk.toString('utf8')).slice(-20_000);
      const found = /^ready (http:\/\/\S+)\/graphql$/mu.exec(output)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then((code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });
  return {
    origin,
    token: (role) => printedToken(role, options),
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function sourceFlags(entry: string): string[] {
  return ['--conditions=hiregraph-source', '--import', 'tsx', join(repositoryRoot, entry)];
}

function environmentOf({ dataDirectory }: PlatformOnServersOptions): NodeJS.ProcessEnv {
  const inherited = Object.entries(inheritedEnvironment()).filter(
    ([name]) => !/^(NODE_OPTIONS|NODE_ENV|JEST_WORKER_ID|TENANTS|JWKS_URL)$/u.test(name),
  );
  return { ...Object.fromEntries(inherited), DATA_DIR: dataDirectory, LOG_LEVEL: 'error' };
}

function printedToken(role: string, options: PlatformOnServersOptions): Promise<string> {
  const child = spawn(process.execPath, [...sourceFlags('platform/src/token-cli.ts'), '--role', role], {
    cwd: repositoryRoot,
    env: environmentOf(options),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(text.trim());
      else reject(new Error(`The token could not be made: it ended with ${code}.`));
    });
  });
}
