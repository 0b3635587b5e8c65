import type { ManualClock } from '@hiregraph/kernel';
import type { Scheduler } from '@hiregraph/messaging';

interface Waiting {
  readonly at: number;
  readonly done: () => void;
}

/** Waits end when the test moves the clock, never by themselves. */
export interface ManualScheduler extends Scheduler {
  /** How many wait now. */
  readonly waiting: number;
  /** The milliseconds that each wait asked for, in the order in which they began. */
  readonly asked: readonly number[];
  /** Moves the clock on, ending the waits on the way, each at its time. */
  advance(milliseconds: number): Promise<void>;
  /** Moves the clock to the end of the wait that ends first; nothing where nobody waits. */
  advanceToNext(): Promise<void>;
}

/** @param clock moved by the scheduler, so that waits and times agree */
export function createManualScheduler(clock: ManualClock): ManualScheduler {
  const waits = new Set<Waiting>();
  const asked: number[] = [];
  const next = (): Waiting | undefined => [...waits].sort((a, b) => a.at - b.at)[0];
  async function advanceTo(time: number): Promise<void> {
    for (let first = next(); first !== undefined && first.at <= time; first = next()) {
      clock.set(Math.max(clock.now(), first.at));
      first.done();
      await settle();
    }
    clock.set(Math.max(clock.now(), time));
    await settle();
  }
  return {
    get waiting() {
      return waits.size;
    },
    asked,
    advance: (milliseconds) => advanceTo(clock.now() + milliseconds),
    advanceToNext: async () => {
      const first = next();
      if (first !== undefined) await advanceTo(first.at);
    },
    wait: (milliseconds, signal) => {
      asked.push(milliseconds);
      return new Promise((resolve) => {
        const done = (): void => {
          waits.delete(wait);
          signal?.removeEventListener('abort', done);
          resolve();
        };
        const wait: Waiting = { at: clock.now() + milliseconds, done };
        waits.add(wait);
        signal?.addEventListener('abort', done);
        if (signal?.aborted) done();
      });
    },
  };
}

/** Lets everything that needs no time go on until it waits for something. */
export async function settle(turns = 20): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
}
