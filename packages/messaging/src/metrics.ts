/** What messaging counts and gauges; whoever runs it gives the names to a metrics library. */
export type MessagingMetric =
  | 'relay_events_sent_total'
  | 'relay_send_failures_total'
  | 'relay_pull_failures_total'
  | 'relay_aggregates_parked'
  | 'relay_left_to_sweeper_total'
  | 'relay_queue_length'
  | 'consumer_events_total'
  | 'consumer_retries_total'
  | 'consumer_dead_letters_total';

/** A small port for counters and gauges. Labels have few values: topics, groups, outcomes; never ids. */
export interface MessagingMetrics {
  count(metric: MessagingMetric, labels: Readonly<Record<string, string>>, by?: number): void;
  gauge(metric: MessagingMetric, labels: Readonly<Record<string, string>>, value: number): void;
}

export const noMetrics: MessagingMetrics = { count: () => undefined, gauge: () => undefined };
