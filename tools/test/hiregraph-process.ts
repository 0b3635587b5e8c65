import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { repositoryRoot } from '../src/workspace/repository-root.ts';

/** A command of the repository as a process of its own, as npm runs it. */
export interface HiregraphProcess {
  readonly processId: number;
  /** The origin that its line `ready …` names; rejects with what it said when it ends before. */
  readonly ready: Promise<string>;
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  signal(signal: NodeJS.Signals): void;
  /** What it said so far, on both outputs. */
  output(): string;
  /** Waits until it has said something. */
  said(what: RegExp): Promise<void>;
}

const LAUNCH = ['--conditions=hiregraph-source'];
const LONGEST_MS = 600_000;
const POLL_MS = 50;

function environmentWith(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(NODE_OPTIONS|NODE_ENV|JEST_WORKER_ID)$/u.test(name),
  );
  return { ...Object.fromEntries(inherited), ...more };
}

/**
 * @param launcher a file of tools/launch, with its arguments
 * @param root whose: this repository, or an earlier release of it
 */
export function startHiregraph(
  launcher: readonly [string, ...string[]],
  environment: Readonly<Record<string, string>>,
  root = repositoryRoot,
): HiregraphProcess {
  const [file, ...args] = launcher;
  const child = spawn(process.execPath, [...LAUNCH, `tools/launch/${file}`, ...args], {
    cwd: root,
    env: environmentWith({ PORT: '0', ...environment }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return followed(child);
}

function followed(child: ChildProcessByStdio<null, Readable, Readable>): HiregraphProcess {
  let output = '';
  let hasEnded = false;
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => {
      hasEnded = true;
      resolve({ code, signal });
    });
  });
  const said = (what: RegExp): Promise<void> =>
    until(`${what}`, () => {
      if (what.test(output)) return true;
      if (hasEnded) throw new Error(`It ended without saying ${what}:\n${output}`);
      return false;
    });
  const READY = /^ready (http:\/\/\S+)\/graphql$/mu;
  const ready = said(READY).then(() => READY.exec(output)?.[1] ?? '');
  // A test that waits for the end alone does not ask for it.
  ready.catch(() => undefined);
  return {
    processId: child.pid ?? 0,
    ready,
    ended,
    signal: (signal) => child.kill(signal),
    output: () => output,
    said,
  };
}

/** Waits until something holds. @throws Error when it never does */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const limit = Date.now() + LONGEST_MS;
  while (!(await holds())) {
    if (Date.now() > limit) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** A development token, by the command that people have for it. */
export async function developmentToken(dataDirectory: string, role: string): Promise<string> {
  const cli = ['tools/launch/source.mjs', 'platform/src/token-cli.ts', '--role', role];
  const environment = { cwd: repositoryRoot, env: environmentWith({ DATA_DIR: dataDirectory }) };
  return (await promisify(execFile)(process.execPath, [...LAUNCH, ...cli], environment)).stdout.trim();
}

/** Processes that a process has started, by what their command line ends with. */
export function childrenOf(processId: number): ReadonlyMap<number, string> {
  const children = readFileSync(`/proc/${processId}/task/${processId}/children`, 'utf8').split(' ').filter(Boolean);
  return new Map(
    children.map((child) => [Number(child), readFileSync(`/proc/${child}/cmdline`, 'utf8').split('\0').at(-2) ?? '']),
  );
}

export function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}
