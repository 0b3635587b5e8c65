import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accepts, freePort, launch, type LocalServer, type Progress, runToEnd } from './local-server.ts';

const REQUIREMENTS = fileURLToPath(new URL('../../servers/mongodb-compatible-requirements.txt', import.meta.url));
const VERSION = 'secantusdb-0.7.0b3';

export interface MongodbCompatibleServerOptions {
  /** Where downloads are kept between runs. */
  readonly cacheDirectory: string;
  /** Where this server keeps its data and its log. */
  readonly dataDirectory: string;
  readonly progress: Progress;
  /** Any free one where not given. */
  readonly port?: number;
  /** False loses acknowledged writes at a kill: what the fault suite must notice. */
  readonly syncOnCommit?: boolean;
  /** Told as soon as there is a process, before it answers. */
  readonly onProcess?: (processId: number) => void;
}

/** Installs SecantusDB into a virtual environment, once; versions and hashes are pinned. */
async function install({ cacheDirectory, progress }: MongodbCompatibleServerOptions): Promise<string> {
  const environment = join(cacheDirectory, VERSION);
  const program = join(environment, 'bin', 'secantusd-py');
  const complete = join(environment, 'complete');
  if (existsSync(complete)) return program;
  progress('MongoDB-compatible server: installing SecantusDB 0.7.0b3 with pip (once) …');
  rmSync(environment, { recursive: true, force: true });
  mkdirSync(cacheDirectory, { recursive: true });
  await runToEnd('python3', ['-m', 'venv', environment]);
  const pip = join(environment, 'bin', 'pip');
  await runToEnd(pip, ['install', '--quiet', '--no-deps', '--require-hashes', '-r', REQUIREMENTS]);
  writeFileSync(complete, '');
  return program;
}

/**
 * Starts a server that speaks MongoDB's wire protocol over WiredTiger. It is for correctness and faults, never for speed;
 * whatever MONGODB_URL names replaces it.
 */
export async function startMongodbCompatible(options: MongodbCompatibleServerOptions): Promise<LocalServer> {
  const program = await install(options);
  const port = options.port ?? (await freePort());
  const storage = join(options.dataDirectory, 'data');
  mkdirSync(storage, { recursive: true });
  options.progress('MongoDB-compatible server: starting …');
  const server = await launch({
    name: 'The MongoDB-compatible server',
    command: program,
    args: [
      '--port',
      String(port),
      '--storage-path',
      storage,
      ...(options.syncOnCommit === false ? [] : ['--sync-on-commit']),
    ],
    address: `mongodb://127.0.0.1:${port}/?directConnection=true`,
    logFile: join(options.dataDirectory, 'mongodb-compatible.log'),
    probe: () => accepts(port),
    ...(options.onProcess === undefined ? {} : { onProcess: options.onProcess }),
  });
  options.progress(`MongoDB-compatible server: ready at ${server.address}`);
  return server;
}
