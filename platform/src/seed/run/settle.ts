import { setTimeout as delay } from 'node:timers/promises';
import type { Platform } from '../../create-platform.ts';

const POLL_MILLISECONDS = 1;
/** In milliseconds. */
const PATIENCE = 60_000;

/**
 * Waits until every event has reached every service, and what it led to as well.
 * @throws Error when that does not come to an end
 */
export async function settle(platform: Pick<Platform, 'services' | 'bus' | 'whenRelayed'>): Promise<void> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    await platform.whenRelayed();
    if ((await eventsUnderWay(platform)) === 0) {
      // What the last events led to was written before their offsets were; so nothing is queued when this returns.
      await platform.whenRelayed();
      if ((await eventsUnderWay(platform)) === 0) return;
    }
    if (performance.now() > end) throw new Error('Events of the sample company do not reach all services.');
    await delay(POLL_MILLISECONDS);
  }
}

async function eventsUnderWay({ services, bus }: Pick<Platform, 'services' | 'bus'>): Promise<number> {
  const consumers = Object.values(services).flatMap((service) => service.consumers);
  const lags = await Promise.all(consumers.map(({ group, topics }) => bus.lag(group, topics)));
  return lags.flatMap((lag) => Object.values(lag)).reduce((sum, one) => sum + one, 0);
}
