import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { labelled } from '@hiregraph/messaging';
import { Registry } from 'prom-client';
import { createMessagingMetrics, MESSAGING_METRICS } from '../src/messaging-metrics.ts';

const docs = (name: string): string => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');

describe("messaging's metrics", () => {
  test('keep services of one process apart', async () => {
    const registry = new Registry();
    const metrics = createMessagingMetrics(registry);
    for (const [at, service] of ['job', 'candidate'].entries()) {
      const own = labelled(metrics, { service });
      own.gauge('relay_queue_length', {}, at + 1);
      own.count('relay_events_sent_total', { topic: 't' }, at + 3);
      own.observe('consumer_delay_seconds', { group: 'g', topic: 't' }, 0.02);
    }
    const page = await registry.metrics();
    expect(page).toContain('hiregraph_relay_queue_length{service="job"} 1');
    expect(page).toContain('hiregraph_relay_queue_length{service="candidate"} 2');
    expect(page).toContain('hiregraph_relay_events_sent_total{service="candidate",topic="t"} 4');
    expect(page).toContain('hiregraph_consumer_delay_seconds_bucket{le="0.025",service="job",group="g",topic="t"} 1');
  });

  test('read a gauge with the page, and leave out what cannot be read', async () => {
    const registry = new Registry();
    const metrics = createMessagingMetrics(registry);
    const read = { value: 7, fails: false };
    metrics.gaugeOnRead('outbox_oldest_seconds', { service: 'job' }, () =>
      read.fails ? Promise.reject(new Error('The store is away.')) : Promise.resolve(read.value),
    );
    metrics.gaugeOnRead('outbox_oldest_seconds', { service: 'candidate' }, () => Promise.resolve(0));
    expect(await registry.metrics()).toContain('hiregraph_outbox_oldest_seconds{service="job"} 7');
    read.value = 9;
    expect(await registry.metrics()).toContain('hiregraph_outbox_oldest_seconds{service="job"} 9');
    read.fails = true;
    const page = await registry.metrics();
    expect(page).not.toContain('hiregraph_outbox_oldest_seconds{service="job"}');
    expect(page).toContain('hiregraph_outbox_oldest_seconds{service="candidate"} 0');
  });

  test('are all told of, and every alert is about one that exists', () => {
    const names = MESSAGING_METRICS.map((name) => `hiregraph_${name}`);
    for (const name of MESSAGING_METRICS) expect(docs('observability.md')).toContain(`\`${name}\``);
    const asked = docs('alerts.yml').match(/hiregraph_[a-z_]+/gu) ?? [];
    expect(asked.length).toBeGreaterThan(5);
    for (const name of asked) expect(names).toContain(name.replace(/_bucket$/u, ''));
  });
});
