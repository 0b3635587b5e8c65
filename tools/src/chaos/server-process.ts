import { setTimeout as delay } from 'node:timers/promises';
import type { LocalServer } from '../servers/local-server.ts';
import { isAlive, send, type StartedProcesses } from './started-processes.ts';
import type { Victim } from './victim.ts';

export interface ServerProcessOptions {
  readonly name: string;
  /** Starts it on its own data; tells its process as soon as there is one. */
  readonly launch: (onProcess: (processId: number) => void) => Promise<LocalServer>;
  readonly started: StartedProcesses;
}

const POLL_MILLISECONDS = 50;
const PAUSE_MILLISECONDS = 1_000;
const MOST_STARTS = 8;
const WATCH_MILLISECONDS = 500;

/** The broker or the database under a supervisor. */
export class ServerProcess implements Victim {
  readonly name: string;
  readonly #options: ServerProcessOptions;
  #processId: number | null = null;
  #server: LocalServer | null = null;
  #wanted = false;
  #starting: Promise<void> | null = null;
  #watch: NodeJS.Timeout | null = null;
  #endsByItself = 0;
  #failedStarts = 0;

  constructor(options: ServerProcessOptions) {
    this.name = options.name;
    this.#options = options;
  }

  get processId(): number | null {
    return this.#processId;
  }

  get endsByItself(): number {
    return this.#endsByItself;
  }

  get failedStarts(): number {
    return this.#failedStarts;
  }

  start(): Promise<void> {
    this.#wanted = true;
    this.#watch ??= setInterval(() => this.#look(), WATCH_MILLISECONDS);
    this.#starting ??= this.#untilReady().finally(() => {
      this.#starting = null;
    });
    return this.#starting;
  }

  async kill(): Promise<void> {
    this.#wanted = false;
    const id = this.#processId;
    if (id !== null) {
      send(id, 'SIGKILL');
      while (isAlive(id)) await delay(POLL_MILLISECONDS);
    }
    await this.#starting?.catch(() => undefined);
    this.#forget();
  }

  freeze(): void {
    if (this.#processId !== null) send(this.#processId, 'SIGSTOP');
  }

  thaw(): void {
    if (this.#processId !== null) send(this.#processId, 'SIGCONT');
  }

  async stop(): Promise<boolean> {
    this.#wanted = false;
    if (this.#watch !== null) clearInterval(this.#watch);
    this.#watch = null;
    await this.#starting?.catch(() => undefined);
    await this.#server?.stop();
    this.#forget();
    return true;
  }

  #forget(): void {
    if (this.#processId !== null) this.#options.started.remove(this.#processId);
    this.#server = null;
    this.#processId = null;
  }

  /** Asked again after every wait: somebody may have killed or stopped it meanwhile. */
  #isWanted(): boolean {
    return this.#wanted;
  }

  async #untilReady(): Promise<void> {
    for (let starts = 1; this.#isWanted(); starts++) {
      try {
        this.#server = await this.#options.launch((processId) => {
          this.#options.started.add(processId);
          this.#processId = processId;
        });
        return;
      } catch (error) {
        if (!this.#isWanted()) return;
        this.#forget();
        this.#failedStarts += 1;
        if (starts >= MOST_STARTS) throw error;
        await delay(PAUSE_MILLISECONDS);
      }
    }
  }

  /** A server may end by itself, on a full disk for one. */
  #look(): void {
    const id = this.#processId;
    if (!this.#wanted || this.#starting !== null || id === null || isAlive(id)) return;
    this.#endsByItself += 1;
    this.#forget();
    this.start().catch(() => undefined);
  }
}
