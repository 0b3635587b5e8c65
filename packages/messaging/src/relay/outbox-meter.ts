import { type Clock, toInstant } from '@hiregraph/kernel';
import type { OutboxSource } from '@hiregraph/storage';
import type { MessagingMetrics } from '../metrics.ts';

/**
 * Shows as `outbox_oldest_seconds` how long the oldest event has waited to be sent (0 when none waits). Asked of the
 * store when the metrics are read, so that it counts what crashed and replaced relays left as well.
 */
export function meterOutbox(
  source: Pick<OutboxSource, 'findStale' | 'pending'>,
  clock: Clock,
  metrics: MessagingMetrics,
): void {
  metrics.gaugeOnRead('outbox_oldest_seconds', {}, async () => {
    const now = clock.now();
    const [oldest] = await source.findStale(toInstant(now + 1), 1);
    if (oldest === undefined) return 0;
    const { events } = await source.pending(oldest);
    // Sent in the meantime.
    const time = events[0]?.time;
    return time === undefined ? 0 : Math.max(0, (now - Date.parse(time)) / 1000);
  });
}
