import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, resolve } from 'node:path';
import { readEnvironment } from '../env.ts';

const root = resolve(import.meta.dirname, '../../../..');
const source = resolve(import.meta.dirname, '..');
/** Megabytes of the young generation, as the product has them; peers and floors get what a gateway gets. */
const YOUNG_SPACE = { gateway: 64, service: 16 };

/** Which core a process runs on; null where processes cannot be pinned here. */
export type Core = 0 | 1;

/** Whether a server gets a core of its own here, apart from its client. */
export const canPin = availableParallelism() >= 2 && spawnSync('taskset', ['-c', '1', 'true']).status === 0;

/** What the kernel has counted for a process, all its threads together. */
export interface ProcessFigures {
  readonly cpuSeconds: number;
  readonly residentBytes: number;
}

export interface BenchProcess<Facts> {
  readonly name: string;
  readonly facts: Facts;
  figures(): ProcessFigures;
  ask<Answer>(question: string, argument?: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

export interface ProcessOptions {
  /** The script's where not given. */
  readonly name?: string;
  /** Relative to tools/bench/src. */
  readonly script: string;
  readonly task: object;
  readonly core: Core;
  /** One of our services as a process of its own. */
  readonly isService?: boolean;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts a script of the bench, on one core where that is possible, and waits until it is ready.
 * @throws Error when it ends before that
 */
export async function startProcess<Facts>(options: ProcessOptions): Promise<BenchProcess<Facts>> {
  const young = YOUNG_SPACE[options.isService === true ? 'service' : 'gateway'];
  const node = [process.execPath, `--max-semi-space-size=${young}`, resolve(source, options.script)];
  const command = canPin ? ['taskset', '-c', String(options.core), ...node] : node;
  const child = spawn(command[0] ?? process.execPath, command.slice(1), {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...readEnvironment(),
      NODE_ENV: 'production',
      APOLLO_TELEMETRY_DISABLED: 'true',
    },
  });
  child.send(options.task);
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const facts = await new Promise<Facts>((resolveFacts, reject) => {
    const onEnd = (code: number | null): void => {
      const error = new Error(`${options.script} ended with code ${code}.`);
      reject(error);
      for (const { reject: refuse } of waiting.values()) refuse(error);
    };
    child.once('error', reject);
    child.once('exit', onEnd);
    child.on('message', (message: { ready?: Facts; id?: number; result?: unknown; error?: string }) => {
      if (message.ready !== undefined) {
        resolveFacts(message.ready);
        return;
      }
      const asked = waiting.get(message.id ?? 0);
      waiting.delete(message.id ?? 0);
      if (message.error === undefined) asked?.resolve(message.result);
      else asked?.reject(new Error(`${options.script}: ${message.error}`));
    });
  });
  return {
    name: options.name ?? basename(options.script, '.mjs'),
    facts,
    figures: () => figuresOf(child.pid ?? 0),
    ask: <Answer>(question: string, argument?: unknown) =>
      new Promise<Answer>((done, reject) => {
        const id = (lastId += 1);
        waiting.set(id, { resolve: (value) => done(value as Answer), reject });
        child.send({ id, question, argument });
      }),
    stop: async () => {
      if (child.connected) child.disconnect();
      const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(late);
    },
  };
}

/** Clock ticks a second of /proc/<pid>/stat (USER_HZ is 100 on every Linux that Node runs on). */
const TICKS = 100;

/** After proc(5): utime and stime are the 14th and 15th field of `stat`, VmRSS is in `status`. */
function figuresOf(pid: number): ProcessFigures {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const resident = /^VmRSS:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return {
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS,
    residentBytes: Number(resident?.[1] ?? 0) * 1024,
  };
}
