import { setTimeout as delay } from 'node:timers/promises';

const PATIENCE_MILLISECONDS = 25_000;

/**
 * Waits until a condition holds. The patience bounds a hang only; no test depends on how long it takes.
 * @param what for the message, as in "waited for …"
 */
export async function waitUntil(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MILLISECONDS;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await delay(2);
  }
}
