import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname } from 'node:path';
import { inheritedEnvironment } from './env.ts';

/** A real server, started on this machine for development and tests. */
export interface LocalServer {
  /** What to put into MONGODB_URL or KAFKA_BROKERS. */
  readonly address: string;
  readonly processId: number;
  readonly logFile: string;
  /** Ends it cleanly; after `graceMilliseconds` for good. */
  stop(): Promise<void>;
}

/** Tells a person what is going on. */
export type Progress = (line: string) => void;

/** A free TCP port of the loopback interface. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('No port was given.'));
        else resolve(address.port);
      });
    });
  });
}

/** Runs a command to its end; its output goes to a log file and, when it fails, into the error. */
export function runToEnd(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let tail = '';
    const keep = (chunk: Buffer): void => {
      tail = (tail + chunk.toString()).slice(-4_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) =>
      reject(new Error(`${command} could not be started: ${error.message}. Is it installed?`)),
    );
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}:\n${tail}`)),
    );
  });
}

export interface LaunchOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly address: string;
  readonly logFile: string;
  /** Resolves once the server answers; called again until it does. */
  readonly probe: () => Promise<boolean>;
  readonly startTimeoutMilliseconds?: number;
  readonly graceMilliseconds?: number;
  /** Told as soon as there is a process, before it answers. */
  readonly onProcess?: (processId: number) => void;
}

const POLL_MS = 100;

/** Starts a server and waits until it answers. @throws Error where another answers in its place already */
export async function launch(options: LaunchOptions): Promise<LocalServer> {
  const { name, address } = options;
  // Or it would seem ready while it ends for want of its port.
  if (await options.probe().catch(() => false)) {
    throw new Error(
      `${name} was not started: somebody answers at ${address} already. End that one first (\`npm run servers\` in another terminal, perhaps).`,
    );
  }
  mkdirSync(dirname(options.logFile), { recursive: true });
  const log = createWriteStream(options.logFile, { flags: 'a' });
  const child = spawn(options.command, options.args, {
    env: { ...inheritedEnvironment(), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.pid !== undefined) options.onProcess?.(child.pid);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  // A log that cannot be written, on a disk that is full, costs only itself: what is said is read on, or the server would wait.
  log.once('error', () => {
    for (const said of [child.stdout, child.stderr]) said.unpipe(log).resume();
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      log.end();
      resolve();
    });
    child.once('error', () => resolve());
  });
  const server: LocalServer = {
    address: options.address,
    processId: child.pid ?? 0,
    logFile: options.logFile,
    stop: () => end(child, ended, options.graceMilliseconds ?? 10_000),
  };
  try {
    await untilAnswering(child, options);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function untilAnswering(child: ChildProcess, options: LaunchOptions): Promise<void> {
  const limit = Date.now() + (options.startTimeoutMilliseconds ?? 60_000);
  while (!(await options.probe().catch(() => false))) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      throw new Error(`${options.name} ended while it was starting. Its log is ${options.logFile}.`);
    }
    if (Date.now() > limit) throw new Error(`${options.name} did not answer in time. Its log is ${options.logFile}.`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function end(child: ChildProcess, ended: Promise<void>, grace: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill('SIGTERM');
  // A stopped process (SIGSTOP) would never see the signal.
  child.kill('SIGCONT');
  const timer = setTimeout(() => child.kill('SIGKILL'), grace);
  await ended;
  clearTimeout(timer);
}

/** Whether something listens on a port of the loopback interface. */
export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const settle = (value: boolean): void => {
      socket.destroy();
      resolve(value);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}
