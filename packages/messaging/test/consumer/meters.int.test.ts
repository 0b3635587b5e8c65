import { describe, expect, test } from '@jest/globals';
import { createManualClock, silentLogger, StoreUnavailableError } from '@hiregraph/kernel';
import {
  createConsumerRunner,
  createEmbeddedBus,
  createLagMeter,
  createMemoryDeadLetters,
  type MessagingMetrics,
  meterOutbox,
} from '@hiregraph/messaging';
import { createManualScheduler, testEvent, testEvents, waitUntil } from '@hiregraph/testkit';

/** Keeps the last value of everything, under `metric label=value …`. */
function keptMetrics(): MessagingMetrics & {
  readonly values: Map<string, number>;
  readonly readers: (() => Promise<number>)[];
} {
  const values = new Map<string, number>();
  const readers: (() => Promise<number>)[] = [];
  const keyOf = (metric: string, labels: Readonly<Record<string, string>>): string =>
    [metric, ...Object.entries(labels).map((label) => label.join('='))].join(' ');
  const keep = (metric: string, labels: Readonly<Record<string, string>>, value: number): void => {
    values.set(keyOf(metric, labels), value);
  };
  return {
    values,
    readers,
    count: (metric, labels, by = 1) => {
      keep(metric, labels, (values.get(keyOf(metric, labels)) ?? 0) + by);
    },
    gauge: keep,
    observe: keep,
    gaugeOnRead: (_metric, _labels, read) => {
      readers.push(read);
    },
  };
}

describe('what is measured of events on their way', () => {
  test('is the lag of every partition of a group, and from the fact to the effect', async () => {
    const clock = createManualClock('2026-01-05T08:01:00.000Z');
    const scheduler = createManualScheduler(clock);
    const metrics = keptMetrics();
    const bus = createEmbeddedBus({ clock, logger: silentLogger });
    await bus.start();
    await bus.ensureTopics([{ name: 't', partitions: 2 }]);
    await bus.publish('t', testEvents('app_1', 1, 3));
    const handled: string[] = [];
    const consumer = {
      group: 'g',
      topics: ['t'],
      handle: async ({ id }: { readonly id: string }) => {
        handled.push(id);
      },
    };
    const parts = { bus, clock, logger: silentLogger, metrics, consumers: [consumer] };
    const meter = createLagMeter({ ...parts, scheduler });
    await meter.start();
    const lags = (): readonly (number | undefined)[] =>
      [0, 1].map((partition) => metrics.values.get(`consumer_lag group=g topic=t partition=${partition}`));
    await waitUntil('a first measurement', () => metrics.values.has('consumer_lag_measured_timestamp_seconds group=g'));
    expect([...lags()].sort()).toEqual([0, 3]);
    const runner = createConsumerRunner({ ...parts, deadLetters: createMemoryDeadLetters() });
    await runner.start();
    await waitUntil('all events', async () => Object.values(await bus.lag('g', ['t'])).every((lag) => lag === 0));
    await scheduler.advance(10_000);
    await waitUntil('another measurement', () => lags().every((lag) => lag === 0));
    // The third happened at 08:00:03.
    expect(metrics.values.get('consumer_delay_seconds group=g topic=t')).toBe(57);
    await meter.stop();
    await runner.stop();
    await bus.stop();
  });

  test('are dead letters, from nought on, so that the first one is an increase', async () => {
    const clock = createManualClock('2026-01-05T08:00:00.000Z');
    const bus = createEmbeddedBus({ clock, logger: silentLogger });
    const metrics = keptMetrics();
    const letters = (kind: string): number | undefined =>
      metrics.values.get(`consumer_dead_letters_total group=g kind=${kind}`);
    const handle = (): Promise<never> => Promise.reject(new TypeError('A defect.'));
    const runner = createConsumerRunner({
      bus,
      clock,
      logger: silentLogger,
      metrics,
      consumers: [{ group: 'g', topics: ['t'], handle }],
      deadLetters: createMemoryDeadLetters(),
    });
    await bus.start();
    await bus.ensureTopics([{ name: 't', partitions: 1 }]);
    await runner.start();
    expect(['failed', 'gap', 'follows'].map(letters)).toEqual([0, 0, 0]);
    await bus.publish('t', testEvents('app_1', 1, 2));
    await waitUntil('both', async () => Object.values(await bus.lag('g', ['t'])).every((lag) => lag === 0));
    expect(['failed', 'gap', 'follows'].map(letters)).toEqual([1, 0, 1]);
    await runner.stop();
    await bus.stop();
  });

  test('goes on after the bus was away, and leaves the last lag meanwhile', async () => {
    const clock = createManualClock('2026-01-05T08:00:00.000Z');
    const scheduler = createManualScheduler(clock);
    const metrics = keptMetrics();
    const answers: (number | null)[] = [4, null, 2];
    const bus = {
      lag: async () => {
        const records = answers.shift();
        if (records === null || records === undefined) throw new StoreUnavailableError('The brokers are away.');
        return { 't/0': records };
      },
    };
    const meter = createLagMeter({
      bus,
      consumers: [{ group: 'g', topics: ['t'] }],
      metrics,
      clock,
      logger: silentLogger,
      scheduler,
    });
    const measured = async (left: number): Promise<number | undefined> => {
      await waitUntil('the measurement', () => answers.length === left);
      await new Promise((resolve) => setImmediate(resolve));
      return metrics.values.get('consumer_lag group=g topic=t partition=0');
    };
    await meter.start();
    expect(await measured(2)).toBe(4);
    const first = metrics.values.get('consumer_lag_measured_timestamp_seconds group=g');
    await scheduler.advance(10_000);
    expect(await measured(1)).toBe(4);
    expect(metrics.values.get('consumer_lag_measured_timestamp_seconds group=g')).toBe(first);
    await scheduler.advance(10_000);
    expect(await measured(0)).toBe(2);
    await meter.stop();
  });

  test('is how long the oldest event waits in the outbox', async () => {
    const clock = createManualClock('2026-01-05T08:00:31.000Z');
    const metrics = keptMetrics();
    const aggregate = { collection: 'c', tenantId: 't', id: 'app_1' };
    const outbox = { waits: true };
    const source = {
      findStale: async () => (outbox.waits ? [aggregate] : []),
      pending: async () => ({ topic: 't', events: [testEvent('app_1', 1), testEvent('app_1', 2)] }),
    };
    meterOutbox(source, clock, metrics);
    expect(await metrics.readers[0]?.()).toBe(30);
    outbox.waits = false;
    expect(await metrics.readers[0]?.()).toBe(0);
  });
});
