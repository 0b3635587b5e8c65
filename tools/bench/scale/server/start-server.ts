import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command, Reply, ServerReport } from './protocol.ts';

export interface Server {
  readonly origin: string;
  readonly token: string;
  /** From the process's begin until it served. */
  readonly startMilliseconds: number;
  readonly first: ServerReport;
  report(collectGarbage?: boolean): Promise<ServerReport>;
  /** Resolves when every relay has sent what it knew of. */
  idle(): Promise<void>;
  /** Lets every sync of a store take 20 ms and counts them. @returns how many there were until now */
  countWaits(on: boolean): Promise<void>;
  waits(): Promise<number>;
  /** @param file where to write the CPU profile that was begun before; null begins one */
  profile(file: string | null): Promise<void>;
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly heapMegabytes: number;
}

const launcher = fileURLToPath(new URL('../../../launch/source.mjs', import.meta.url));
const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** How processes of the bench are started: as `npm start` starts the platform, one bundle of the sources. */
export function forkSource(
  entry: string,
  args: readonly string[],
  nodeArguments: readonly string[] = [],
): ChildProcess {
  const path = relative(root, fileURLToPath(new URL(entry, import.meta.url)));
  return fork(launcher, [path, ...args], {
    cwd: root,
    execArgv: ['--conditions=hiregraph-source', ...nodeArguments],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** As in `npm start`: with room for what some hundred writes leave behind, most of it is gone when it is looked for. */
const YOUNG_SPACE = '--max-semi-space-size=64';

/** Starts the platform on a data directory and waits until it serves. */
export async function startServer(dataDirectory: string, options: ServerOptions): Promise<Server> {
  const began = performance.now();
  const child = forkSource(
    './serve.ts',
    [dataDirectory],
    [`--max-old-space-size=${options.heapMegabytes}`, YOUNG_SPACE, '--expose-gc'],
  );
  const first = await nextReport(child);
  const startMilliseconds = performance.now() - began;
  const ask = async (command: Command): Promise<Reply> => {
    const reply = nextReply(child);
    child.send(command);
    return await reply;
  };
  return {
    origin: first.origin,
    token: first.token,
    startMilliseconds,
    first,
    report: async (collectGarbage = false) => {
      const reply = await ask({ name: 'report', collectGarbage });
      if (reply.name !== 'report') throw new Error(`The server answered ${reply.name} instead of a report.`);
      return reply.report;
    },
    idle: async () => {
      await ask({ name: 'idle' });
    },
    countWaits: async (on) => {
      await ask({ name: 'count-waits', on });
    },
    waits: async () => {
      const reply = await ask({ name: 'waits' });
      return reply.name === 'waits' ? reply.released : 0;
    },
    profile: async (file) => {
      await ask({ name: 'profile', file });
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.send({ name: 'stop' } satisfies Command);
      await ended;
    },
  };
}

async function nextReport(child: ChildProcess): Promise<ServerReport> {
  const reply = await nextReply(child);
  if (reply.name !== 'report') throw new Error(`The server answered ${reply.name} instead of a report.`);
  return reply.report;
}

async function nextReply(child: ChildProcess): Promise<Reply> {
  const controller = new AbortController();
  const { signal } = controller;
  try {
    return await Promise.race([
      once(child, 'message', { signal }).then(([reply]) => reply as Reply),
      once(child, 'exit', { signal }).then(([code]) => {
        throw new Error(`The server's process ended with ${String(code)}. What it wrote stands above.`);
      }),
    ]);
  } finally {
    controller.abort();
  }
}
