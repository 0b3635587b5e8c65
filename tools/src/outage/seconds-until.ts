import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 250;

/**
 * Asks again and again whether something holds. A question that fails counts as no: it goes to the platform under load, whose
 * store may be late with one answer of many, and that says nothing of what is asked.
 * @param from when the clock began, as performance.now() tells it
 * @param patience seconds
 * @returns seconds since `from`, or null when it does not come about within the patience
 */
export async function secondsUntil(
  from: number,
  patience: number,
  holds: () => Promise<boolean>,
): Promise<number | null> {
  for (;;) {
    const elapsed = (performance.now() - from) / 1000;
    if (await holds().catch(() => false)) return elapsed;
    if (elapsed > patience) return null;
    await delay(POLL_MS);
  }
}
