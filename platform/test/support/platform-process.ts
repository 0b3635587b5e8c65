import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const STARTS_WITHIN_MS = 60_000;

/** The platform as a process of its own, as `npm start` runs it. */
export interface PlatformProcess {
  readonly origin: string;
  readonly processId: number;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  readonly output: () => string;
}

export interface ProcessOptions {
  readonly dataDirectory: string;
  readonly flags?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts the platform on a free port. Rejects with what it said when it ends instead of getting ready. */
export async function startPlatformProcess(options: ProcessOptions): Promise<PlatformProcess> {
  const child = spawnPlatform(options);
  let output = '';
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const ready = new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Not ready in time:\n${output}`)), STARTS_WITHIN_MS);
    const read = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      const origin = /^ready (http:\/\/\S+)\/graphql$/mu.exec(output)?.[1];
      if (origin === undefined) return;
      clearTimeout(timer);
      resolve(origin);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void ended.then(({ code }) => {
      clearTimeout(timer);
      reject(new Error(`It ended with ${code}:\n${output}`));
    });
  });
  const origin = await ready;
  return {
    origin,
    processId: child.pid ?? 0,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
    output: () => output,
  };
}

function spawnPlatform({ dataDirectory, flags = ['--empty'], environment = {} }: ProcessOptions): ChildProcess {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(NODE_OPTIONS|NODE_ENV|JEST_WORKER_ID)$/u.test(name)),
  );
  return spawn(process.execPath, ['--conditions=hiregraph-source', '--import', 'tsx', MAIN, ...flags], {
    cwd: ROOT,
    env: { ...inherited, PORT: '0', DATA_DIR: dataDirectory, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
