import type { Clock, Lifecycle, Logger } from '@hiregraph/kernel';
import type { EventBus } from '../event-bus.ts';
import type { EventConsumer } from '../event-consumer.ts';
import type { MessagingMetrics } from '../metrics.ts';
import { type Scheduler, systemScheduler } from '../scheduler.ts';

export interface LagMeterOptions {
  readonly bus: Pick<EventBus, 'lag'>;
  readonly consumers: readonly Pick<EventConsumer, 'group' | 'topics'>[];
  readonly metrics: MessagingMetrics;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly scheduler?: Scheduler;
  /** Milliseconds between two measurements. Default 10,000. */
  readonly everyMilliseconds?: number;
}

const EVERY_MILLISECONDS = 10_000;

/**
 * Measures from time to time how many records each group has not committed yet, as `consumer_lag` by group, topic and
 * partition. In the background, not when the metrics are read: those must be there while the brokers are away, and then
 * the lag keeps its last value and `consumer_lag_measured_timestamp_seconds` stands still.
 */
export function createLagMeter(options: LagMeterOptions): Lifecycle {
  const { scheduler = systemScheduler, everyMilliseconds = EVERY_MILLISECONDS } = options;
  const stopping = new AbortController();
  let done: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      for (const consumer of options.consumers) await measure(options, consumer);
      await scheduler.wait(everyMilliseconds, stopping.signal);
    }
  }

  return {
    start: async () => {
      done = run();
    },
    // A question to brokers that are away is left alone: nobody waits for its answer any more.
    stop: async () => {
      stopping.abort();
      await Promise.race([done, scheduler.wait(0)]);
    },
  };
}

async function measure(
  { bus, metrics, clock, logger }: LagMeterOptions,
  { group, topics }: Pick<EventConsumer, 'group' | 'topics'>,
): Promise<void> {
  try {
    for (const [name, records] of Object.entries(await bus.lag(group, topics))) {
      const at = name.lastIndexOf('/');
      metrics.gauge('consumer_lag', { group, topic: name.slice(0, at), partition: name.slice(at + 1) }, records);
    }
    metrics.gauge('consumer_lag_measured_timestamp_seconds', { group }, clock.now() / 1000);
  } catch (error) {
    logger.debug({ error, group }, 'The lag of a group could not be measured; it is tried again.');
  }
}
