import type { MessagingMetric, MessagingMetrics } from '@hiregraph/messaging';
import { Counter, Gauge, type Registry } from 'prom-client';

interface Described {
  readonly kind: 'counter' | 'gauge';
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
  consumer_events_total: { kind: 'counter', help: 'Events that a consumer took in.' },
  consumer_retries_total: { kind: 'counter', help: 'Waits after a failure that may pass.' },
  consumer_dead_letters_total: { kind: 'counter', help: 'Events that went to the dead letters. Someone must act.' },
};

/** Gives the relay's and the consumers' figures to Prometheus, as `hiregraph_<metric>`. */
export function createMessagingMetrics(registry: Registry): MessagingMetrics {
  const counters = new Map<string, Counter>();
  const gauges = new Map<string, Gauge>();
  const settings = (metric: MessagingMetric, labels: Readonly<Record<string, string>>) => ({
    name: `hiregraph_${metric}`,
    help: METRICS[metric].help,
    labelNames: Object.keys(labels),
    registers: [registry],
  });
  return {
    count: (metric, labels, by = 1) => {
      let counter = counters.get(metric);
      if (counter === undefined) counters.set(metric, (counter = new Counter(settings(metric, labels))));
      counter.inc({ ...labels }, by);
    },
    gauge: (metric, labels, value) => {
      let gauge = gauges.get(metric);
      if (gauge === undefined) gauges.set(metric, (gauge = new Gauge(settings(metric, labels))));
      gauge.set({ ...labels }, value);
    },
  };
}
