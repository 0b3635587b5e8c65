import { setTimeout as delay } from 'node:timers/promises';
import type { Platform } from '../../create-platform.ts';

type Settling = Pick<Platform, 'services' | 'bus' | 'whenRelayed'>;

const POLL_MILLISECONDS = 1;
/** In milliseconds. */
const PATIENCE = 60_000;

/**
 * Waits until every event has reached every service, and what it led to as well.
 * @throws Error when that does not come to an end
 */
export async function settle(platform: Settling): Promise<void> {
  const patience = new AbortController();
  const late = delay(PATIENCE, 'late' as const, { signal: patience.signal });
  const settled = untilSettled(platform, patience.signal);
  try {
    if ((await Promise.race([settled, late])) === 'late') {
      throw new Error(
        'Events of the sample company do not reach all services. Look into the log for what holds them up.',
      );
    }
  } finally {
    patience.abort();
    late.catch(() => undefined);
  }
}

async function untilSettled(platform: Settling, signal: AbortSignal): Promise<void> {
  let quiet = 0;
  // Twice: what the last events led to is written before their offsets are, and may be under way after the first look.
  while (quiet < 2 && !signal.aborted) {
    await platform.whenRelayed();
    quiet = (await eventsUnderWay(platform)) === 0 ? quiet + 1 : 0;
    if (quiet === 0) await delay(POLL_MILLISECONDS);
  }
}

async function eventsUnderWay({ services, bus }: Settling): Promise<number> {
  const consumers = Object.values(services).flatMap((service) => service.consumers);
  const lags = await Promise.all(consumers.map(({ group, topics }) => bus.lag(group, topics)));
  return lags.flatMap((lag) => Object.values(lag)).reduce((sum, one) => sum + one, 0);
}
