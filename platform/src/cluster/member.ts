import { setTimeout as delay } from 'node:timers/promises';
import { type Child, type ChildOptions, startChild } from './child.ts';

export interface MemberOptions extends ChildOptions {
  /** It ended before it had ever served: starting it again would not mend that. */
  readonly onHopeless: (error: Error) => void;
}

/** A place in the cluster: one process at a time, started anew when it ends by itself. */
export interface Member {
  readonly name: string;
  /** Its GraphQL endpoint, once it may be sent requests; a later process at this place has the same. */
  readonly ready: Promise<string>;
  stop(): Promise<void>;
  kill(): void;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
/** Whoever served as long as this ended for a new reason. */
const SETTLED_MS = 30_000;
const LOOK_EVERY_MS = 250;
const SAY_EVERY_MS = 5_000;

export function startMember(options: MemberOptions): Member {
  return new RestartedMember(options);
}

class RestartedMember implements Member {
  readonly name: string;
  readonly ready: Promise<string>;
  readonly #options: MemberOptions;
  readonly #stopping = new AbortController();
  readonly #running: Promise<void>;
  #child: Child | null = null;
  #onReady: (url: string) => void = () => undefined;

  constructor(options: MemberOptions) {
    this.name = options.name;
    this.#options = options;
    this.ready = new Promise((resolve) => {
      this.#onReady = resolve;
    });
    this.#running = this.#keepRunning();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#child?.stop();
    await this.#running;
  }

  kill(): void {
    this.#stopping.abort();
    this.#child?.kill();
  }

  async #keepRunning(): Promise<void> {
    const { name, report, onHopeless } = this.#options;
    let environment = this.#options.environment;
    let hasServed = false;
    for (let pause = FIRST_PAUSE_MS; !this.#isStopping(); pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      const begun = performance.now();
      const child = startChild({ ...this.#options, environment });
      this.#child = child;
      const url = await child.url;
      if (url !== null) {
        hasServed = true;
        // The others know this address: whoever follows takes it over.
        environment = { ...environment, PORT: new URL(url).port };
        void this.#tellWhenHealthy(child, url);
      }
      const how = await child.ended;
      if (this.#isStopping()) return;
      if (!hasServed) {
        onHopeless(
          new Error(`"${name}" ended with ${how} before it served, so the others were stopped; its words stand above.`),
        );
        return;
      }
      if (performance.now() - begun > SETTLED_MS) pause = FIRST_PAUSE_MS;
      report(`"${name}" ended with ${how}. It is started again in ${pause / 1_000} s.`);
      await delay(pause, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
    }
  }

  #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** A process listens before its store is ready. */
  async #tellWhenHealthy(child: Child, url: string): Promise<void> {
    const { name, report } = this.#options;
    const gone = new AbortController();
    void child.ended.then(() => gone.abort());
    let said = performance.now();
    while (!gone.signal.aborted) {
      const why = await whyNotReady(new URL(url).origin);
      if (why === null) {
        this.#onReady(url);
        return;
      }
      if (performance.now() - said > SAY_EVERY_MS) {
        said = performance.now();
        report(`Waiting for "${name}": ${why}`);
      }
      await delay(LOOK_EVERY_MS);
    }
  }
}

/** @returns null when it is ready */
async function whyNotReady(origin: string): Promise<string | null> {
  try {
    const answer = await fetch(`${origin}/health/ready`, { signal: AbortSignal.timeout(SAY_EVERY_MS) });
    const { why } = (await answer.json()) as { readonly why?: string };
    return answer.ok ? null : (why ?? `it answered with HTTP ${answer.status}.`);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
