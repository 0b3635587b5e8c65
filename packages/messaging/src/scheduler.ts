import { setMaxListeners } from 'node:events';

/** Waiting, injected as the clock is, so that tests decide when time passes. */
export interface Scheduler {
  /**
   * Resolves after so many milliseconds, or at once when the signal is or becomes aborted. Never rejects: who waits
   * looks at the signal.
   */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemScheduler: Scheduler = {
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) {
        resolve();
        return;
      }
      const done = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      if (signal === undefined) return;
      // Every key of every partition may wait for its next attempt on the one signal that stops them all: no leak.
      setMaxListeners(0, signal);
      signal.addEventListener('abort', done);
    }),
};
