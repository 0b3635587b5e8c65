/** What messaging counts and gauges; whoever runs it gives the names to a metrics library. */
export type MessagingMetric =
  | 'relay_events_sent_total'
  | 'relay_send_failures_total'
  | 'relay_pull_failures_total'
  | 'relay_aggregates_parked'
  | 'relay_left_to_sweeper_total'
  | 'relay_queue_length'
  | 'outbox_oldest_seconds'
  | 'consumer_events_total'
  | 'consumer_retries_total'
  | 'consumer_dead_letters_total'
  | 'consumer_delay_seconds'
  | 'consumer_lag'
  | 'consumer_lag_measured_timestamp_seconds';

export type MetricLabels = Readonly<Record<string, string>>;

/** A small port to a metrics library. Labels have few values: topics, partitions, groups, outcomes; never ids. */
export interface MessagingMetrics {
  count(metric: MessagingMetric, labels: MetricLabels, by?: number): void;
  gauge(metric: MessagingMetric, labels: MetricLabels, value: number): void;
  /** One of many values whose distribution is of interest. */
  observe(metric: MessagingMetric, labels: MetricLabels, value: number): void;
  /**
   * A gauge whose value is asked for whenever somebody reads the metrics.
   * @param read a rejection leaves the value out
   */
  gaugeOnRead(metric: MessagingMetric, labels: MetricLabels, read: () => Promise<number>): void;
}

const nothing = (): void => undefined;

export const noMetrics: MessagingMetrics = { count: nothing, gauge: nothing, observe: nothing, gaugeOnRead: nothing };

/** The same with labels of its own on everything, so that several services of one process do not mix. */
export function labelled(metrics: MessagingMetrics, own: MetricLabels): MessagingMetrics {
  return {
    count: (metric, labels, by) => metrics.count(metric, { ...own, ...labels }, by),
    gauge: (metric, labels, value) => metrics.gauge(metric, { ...own, ...labels }, value),
    observe: (metric, labels, value) => metrics.observe(metric, { ...own, ...labels }, value),
    gaugeOnRead: (metric, labels, read) => metrics.gaugeOnRead(metric, { ...own, ...labels }, read),
  };
}
