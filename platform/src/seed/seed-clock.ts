import { AsyncLocalStorage } from 'node:async_hooks';
import { type Clock, systemClock } from '@hiregraph/kernel';

/** Time as the seed tells it. All times in whole milliseconds since the Unix epoch. */
export interface SimulatedTime {
  /** Sets what everything that runs by itself (consumers, timers) takes for now; never goes back. */
  advanceTo(moment: number): void;
  /**
   * Runs some work for which it is that moment from beginning to end, whatever runs beside it: so work of different
   * moments can run at once, and each writes down its own time.
   */
  during<T>(moment: number, work: () => Promise<T>): Promise<T>;
}

/** The clock of a platform that may be seeded: the system's time, save while the past is simulated. */
export interface SeedClock extends Clock {
  /** @param start the moment to begin at @throws Error while time is simulated already */
  simulate(start: number): SimulatedTime;
  /** Back to the system's time, for everything that still runs too. */
  release(): void;
}

interface Moment {
  readonly at: number;
  over: boolean;
}

/** @param clock what to show while nothing is simulated */
export function createSeedClock(clock: Clock = systemClock): SeedClock {
  const moments = new AsyncLocalStorage<Moment>();
  let elsewhere: number | null = null;

  async function during<T>(instant: number, work: () => Promise<T>): Promise<T> {
    const at = Math.floor(instant);
    const moment: Moment = { at, over: false };
    try {
      return await moments.run(moment, work);
    } finally {
      // What the work left running goes on with everybody's time.
      moment.over = true;
    }
  }

  return {
    now: () => {
      if (elsewhere === null) return clock.now();
      const moment = moments.getStore();
      return moment === undefined || moment.over ? elsewhere : moment.at;
    },
    simulate: (start) => {
      if (elsewhere !== null) throw new Error('Time is simulated already: release the clock first.');
      elsewhere = Math.floor(start);
      return {
        advanceTo: (moment) => {
          elsewhere = Math.max(Math.floor(moment), elsewhere ?? 0);
        },
        during,
      };
    },
    release: () => {
      elsewhere = null;
      // Following contexts costs every promise a little; nobody needs it any more.
      moments.disable();
    },
  };
}
