import { setTimeout as delay } from 'node:timers/promises';

/** Lets at most so many through a second, whoever asks; a turn that nobody took is not made up for. */
export function createPace(perSecond: number): () => Promise<void> {
  let next = 0;
  return async () => {
    const now = performance.now();
    const turn = Math.max(now, next);
    next = turn + 1_000 / perSecond;
    if (turn > now) await delay(turn - now);
  };
}
