import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { StartedProcesses } from './started-processes.ts';
import type { Victim } from './victim.ts';

export interface PlatformProcessOptions {
  readonly name: string;
  /** The repository's root; the entry is relative to it. */
  readonly root: string;
  readonly entry: string;
  /** What runs the entry; relative to the root too. The one that npm uses where not given. */
  readonly launcher?: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
  readonly started: StartedProcesses;
}

const LAUNCHER = 'tools/launch/source.mjs';
const PAUSE_MILLISECONDS = 1_000;
const STARTS_WITHIN_MILLISECONDS = 180_000;
const STOPS_WITHIN_MILLISECONDS = 40_000;

/** A process of the platform under a supervisor: it is started again whenever it ends. */
export class PlatformProcess implements Victim {
  readonly name: string;
  readonly #options: PlatformProcessOptions;
  readonly #log: WriteStream;
  #child: ChildProcess | null = null;
  #ended: Promise<void> = Promise.resolve();
  #wanted = false;
  #starting: Promise<void> | null = null;
  #endsByItself = 0;
  #failedStarts = 0;

  constructor(options: PlatformProcessOptions) {
    this.name = options.name;
    this.#options = options;
    this.#log = createWriteStream(options.logFile, { flags: 'a' });
    // A run goes on without a log, on a disk that is full, say; its report does not depend on it.
    this.#log.once('error', (error) => console.error(`The log of ${options.name} ends here: ${error.message}`));
  }

  get processId(): number | null {
    return this.#child?.pid ?? null;
  }

  get endsByItself(): number {
    return this.#endsByItself;
  }

  get failedStarts(): number {
    return this.#failedStarts;
  }

  start(): Promise<void> {
    this.#wanted = true;
    this.#starting ??= this.#untilReady().finally(() => {
      this.#starting = null;
    });
    return this.#starting;
  }

  async kill(): Promise<void> {
    this.#wanted = false;
    this.#child?.kill('SIGKILL');
    await this.#ended;
    await this.#starting?.catch(() => undefined);
  }

  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child?.kill('SIGCONT');
  }

  async stop(): Promise<boolean> {
    this.#wanted = false;
    const child = this.#child;
    if (child === null) return true;
    child.kill('SIGTERM');
    const patience = setTimeout(() => child.kill('SIGKILL'), STOPS_WITHIN_MILLISECONDS);
    await this.#ended;
    clearTimeout(patience);
    return child.exitCode === 0;
  }

  /** Asked again after every wait: somebody may have killed or stopped it meanwhile. */
  #isWanted(): boolean {
    return this.#wanted;
  }

  async #untilReady(): Promise<void> {
    const limit = Date.now() + STARTS_WITHIN_MILLISECONDS;
    while (this.#isWanted()) {
      if (await this.#startOnce(limit)) return;
      // Killed while it started, or ended by itself.
      if (!this.#isWanted()) return;
      this.#failedStarts += 1;
      if (Date.now() > limit)
        throw new Error(`${this.name} did not get ready in time. Its log is ${this.#options.logFile}.`);
      await delay(PAUSE_MILLISECONDS);
    }
  }

  /** @returns whether it got ready before it ended */
  #startOnce(limit: number): Promise<boolean> {
    const { root, entry, args, environment, started, launcher = LAUNCHER } = this.#options;
    const command = ['--conditions=hiregraph-source', launcher, entry, ...args];
    const child = spawn(process.execPath, command, { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    if (child.pid !== undefined) started.add(child.pid);
    this.#child = child;
    this.#log.write(`\n--- ${new Date().toISOString()} process ${child.pid ?? 'none'}\n`);
    return new Promise((resolve) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), limit - Date.now());
      let ready = false;
      const settle = (value: boolean): void => {
        clearTimeout(timer);
        ready = value;
        resolve(value);
      };
      this.#ended = new Promise((gone) => {
        child.once('close', (code, signal) => {
          this.#child = null;
          if (child.pid !== undefined) started.remove(child.pid);
          if (ready && this.#wanted) this.#surprised();
          if (!ready) settle(false);
          // Whoever waited for the end may read its log.
          this.#log.write(`--- ended with ${code ?? signal ?? 'nothing'}\n`, () => gone());
        });
      });
      child.once('error', (error) => this.#log.write(`${String(error)}\n`));
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => {
        this.#log.write(chunk);
        if (ready) return;
        said += chunk.toString('utf8');
        if (/^ready /mu.test(said)) settle(true);
      });
      child.stderr.on('data', (chunk: Buffer) => this.#log.write(chunk));
    });
  }

  /** Nobody asked it to end: its supervisor starts it again, and the report tells. */
  #surprised(): void {
    this.#endsByItself += 1;
    this.start().catch(() => undefined);
  }
}
