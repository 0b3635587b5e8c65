import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const LAUNCHER = fileURLToPath(new URL('../../../tools/launch/start.mjs', import.meta.url));
/** Ends a process with the one that started it, however that one ends: Ctrl-C does not reach a group of its own. */
const END_WITH_PARENT = new URL('../../../tools/launch/end-with-parent.mjs', import.meta.url).href;
const STARTS_WITHIN_MS = 60_000;
const POLL_MS = 10;

/** How a process ended, with whatever it had started itself. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The platform as a process of its own, as `npm start` runs it. */
export interface PlatformProcess {
  readonly origin: string;
  readonly processId: number;
  /**
   * Sends a signal and waits until no process is left.
   * @param to the started process alone (the default), or its whole group, as Ctrl-C on a terminal does
   */
  end(signal: NodeJS.Signals, to?: 'process' | 'group'): Promise<Ending>;
  readonly output: () => string;
}

export interface ProcessOptions {
  readonly dataDirectory: string;
  readonly flags?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Under npm, as a person types it; without, npm's own half second is saved. */
  readonly throughNpm?: boolean;
}

const alive = new Set<number>();

/** Starts the platform on a free port. Rejects with what it said when it ends instead of getting ready. */
export async function startPlatformProcess(options: ProcessOptions): Promise<PlatformProcess> {
  const child = spawnPlatform(options);
  const processId = child.pid ?? 0;
  alive.add(processId);
  let output = '';
  const ended = new Promise<Ending>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve({ code, signal }));
  }).then(async (ending) => {
    while (isGroupAlive(processId)) await delay(POLL_MS);
    alive.delete(processId);
    return ending;
  });
  const ready = new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => {
      process.kill(-processId, 'SIGKILL');
      reject(new Error(`Not ready in time:\n${output}`));
    }, STARTS_WITHIN_MS);
    const read = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      const origin = /^ready (http:\/\/\S+)\/graphql$/mu.exec(output)?.[1];
      if (origin === undefined) return;
      clearTimeout(timer);
      resolve(origin);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    ended.then(
      ({ code }) => {
        clearTimeout(timer);
        reject(new Error(`It ended with ${code}:\n${output}`));
      },
      (error: unknown) => reject(error instanceof Error ? error : new Error(String(error))),
    );
  });
  const origin = await ready;
  return {
    origin,
    processId,
    end: (signal, to = 'process') => {
      process.kill(to === 'group' ? -processId : processId, signal);
      return ended;
    },
    output: () => output,
  };
}

/** For `afterAll`: a test that failed half-way leaves nothing running. */
export function killPlatformProcesses(): void {
  for (const processId of alive) {
    if (isGroupAlive(processId)) process.kill(-processId, 'SIGKILL');
  }
  alive.clear();
}

function isGroupAlive(processId: number): boolean {
  try {
    return process.kill(-processId, 0);
  } catch {
    return false;
  }
}

/** Each in a process group of its own, so that whatever it starts can be found. */
function spawnPlatform({
  dataDirectory,
  flags = ['--empty'],
  environment = {},
  throughNpm,
}: ProcessOptions): ChildProcess {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(NODE_OPTIONS|NODE_ENV|JEST_WORKER_ID)$/u.test(name)),
  );
  const underNpm = {
    command: 'npm',
    args: ['start', '--'],
    variables: { NODE_OPTIONS: `--import=${END_WITH_PARENT}` },
  };
  const alone = {
    command: process.execPath,
    args: ['--conditions=hiregraph-source', `--import=${END_WITH_PARENT}`, LAUNCHER],
    variables: {},
  };
  const { command, args, variables } = throughNpm === true ? underNpm : alone;
  return spawn(command, [...args, ...flags], {
    cwd: ROOT,
    env: { ...inherited, PORT: '0', DATA_DIR: dataDirectory, ...variables, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
}
