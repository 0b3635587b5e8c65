import type { MessagingMetric, MessagingMetrics, MetricLabels } from '@hiregraph/messaging';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

interface Described {
  readonly kind: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
}

const METRICS: Readonly<Record<MessagingMetric, Described>> = {
  relay_events_sent_total: { kind: 'counter', help: 'Events that the bus acknowledged.' },
  relay_send_failures_total: { kind: 'counter', help: 'Publishes that failed; they are repeated.' },
  relay_pull_failures_total: { kind: 'counter', help: 'Events that were sent and could not be taken from the outbox.' },
  relay_aggregates_parked: {
    kind: 'gauge',
    help: 'Aggregates of which the broker refused an event for good. Someone must act.',
  },
  relay_left_to_sweeper_total: { kind: 'counter', help: 'Aggregates that the full queue left to the sweeper.' },
  relay_queue_length: { kind: 'gauge', help: 'Aggregates that wait to be sent.' },
  outbox_oldest_seconds: { kind: 'gauge', help: 'How long the oldest event has waited to be sent; 0 when none waits.' },
  consumer_events_total: { kind: 'counter', help: 'Events that a consumer took in.' },
  consumer_retries_total: { kind: 'counter', help: 'Waits after a failure that may pass.' },
  consumer_dead_letters_total: { kind: 'counter', help: 'Events that went to the dead letters. Someone must act.' },
  consumer_delay_seconds: { kind: 'histogram', help: "From an event's time to its effect in a consumer." },
  consumer_lag: { kind: 'gauge', help: 'Records of a partition that a group has not committed yet.' },
  consumer_lag_measured_timestamp_seconds: { kind: 'gauge', help: 'When the lag of a group was measured last.' },
};

/** Their names, without the prefix. */
export const MESSAGING_METRICS: readonly string[] = Object.keys(METRICS);

/** From an effect right after the fact to one after an outage of an hour. */
const DELAY_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 3_600];
/** A store that hangs costs its figure, not the page. */
const READ_MILLISECONDS = 2_000;

interface GaugeReader {
  readonly labels: MetricLabels;
  readonly read: () => Promise<number>;
}

/** Gives the relay's and the consumers' figures to Prometheus, as `hiregraph_<metric>`. */
export function createMessagingMetrics(registry: Registry): MessagingMetrics {
  const counters = new Map<string, Counter>();
  const gauges = new Map<string, Gauge>();
  const histograms = new Map<string, Histogram>();
  const readers = new Map<string, GaugeReader[]>();
  const settings = (metric: MessagingMetric, labels: MetricLabels) => ({
    name: `hiregraph_${metric}`,
    help: METRICS[metric].help,
    labelNames: Object.keys(labels),
    registers: [registry],
  });
  const known = <T>(kept: Map<string, T>, metric: MessagingMetric, create: () => T): T => {
    const found = kept.get(metric) ?? create();
    kept.set(metric, found);
    return found;
  };
  return {
    count: (metric, labels, by = 1) =>
      known(counters, metric, () => new Counter(settings(metric, labels))).inc({ ...labels }, by),
    gauge: (metric, labels, value) =>
      known(gauges, metric, () => new Gauge(settings(metric, labels))).set({ ...labels }, value),
    observe: (metric, labels, value) =>
      known(histograms, metric, () => new Histogram({ ...settings(metric, labels), buckets: DELAY_SECONDS })).observe(
        { ...labels },
        value,
      ),
    gaugeOnRead: (metric, labels, read) => {
      const ofMetric = known<GaugeReader[]>(readers, metric, () => []);
      ofMetric.push({ labels, read });
      known(gauges, metric, () => {
        const gauge: Gauge = new Gauge({ ...settings(metric, labels), collect: () => readAll(gauge, ofMetric) });
        return gauge;
      });
    },
  };
}

async function readAll(gauge: Gauge, readers: readonly GaugeReader[]): Promise<void> {
  gauge.reset();
  await Promise.all(
    readers.map(async ({ labels, read }) => {
      const value = await inTime(read()).catch(() => null);
      if (value !== null) gauge.set({ ...labels }, value);
    }),
  );
}

/** @returns null when it takes too long */
async function inTime(work: Promise<number>): Promise<number | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), READ_MILLISECONDS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
