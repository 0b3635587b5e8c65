import { setTimeout as delay } from 'node:timers/promises';
import type { Platform } from '../../create-platform.ts';

type Settling = Pick<Platform, 'services' | 'bus' | 'whenRelayed'>;

/** As many milliseconds as there are events on their way, up to this. */
const LONGEST_PAUSE_MILLISECONDS = 50;
/** Milliseconds in which at least one more event has to arrive. */
const PATIENCE = 120_000;

/**
 * Waits until every event has reached every service, and what it led to as well.
 * @throws Error when for two minutes none does
 */
export async function settle(platform: Settling): Promise<void> {
  let quiet = 0;
  let fewest = Infinity;
  let limit = performance.now() + PATIENCE;
  // Twice: what the last events led to is written before their offsets are, and may be under way after the first look.
  while (quiet < 2) {
    await within(limit, platform.whenRelayed());
    const left = await within(limit, eventsUnderWay(platform));
    quiet = left === 0 ? quiet + 1 : 0;
    if (left < fewest) limit = performance.now() + PATIENCE;
    fewest = Math.min(fewest, left);
    if (quiet === 0) await delay(Math.min(left, LONGEST_PAUSE_MILLISECONDS));
  }
}

/** @param limit of `performance.now()` */
async function within<T>(limit: number, work: Promise<T>): Promise<T> {
  const patience = new AbortController();
  const late = delay(Math.max(0, limit - performance.now()), null, { signal: patience.signal }).then(() => {
    throw new Error(
      'Events of the sample company do not reach all services. Look into the log for what holds them up.',
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    patience.abort();
    late.catch(() => undefined);
    work.catch(() => undefined);
  }
}

async function eventsUnderWay({ services, bus }: Settling): Promise<number> {
  const consumers = Object.values(services).flatMap((service) => service.consumers);
  const lags = await Promise.all(consumers.map(({ group, topics }) => bus.lag(group, topics)));
  return lags.flatMap((lag) => Object.values(lag)).reduce((sum, one) => sum + one, 0);
}
