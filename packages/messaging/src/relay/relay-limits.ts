export interface RelayLimits {
  /** Aggregates that may wait or be on their way; what comes past it is left to the sweeper. Default 10,000. */
  readonly queuedAggregates: number;
  /** Events in one publish, at most. Default 500. */
  readonly batchEvents: number;
  /** Reads and pulls of the outbox at a time. Default 32. */
  readonly storeConcurrency: number;
  /** Aggregates that one sweep takes. Default 500. */
  readonly sweepAggregates: number;
  /** Milliseconds between sweeps, on average. Default 2,000. */
  readonly sweepMilliseconds: number;
  /** Entries older than this, in milliseconds, are the sweeper's. Default 5,000. */
  readonly staleMilliseconds: number;
  /** How long `stop` lets what is queued go out, in milliseconds. Default 5,000. */
  readonly drainMilliseconds: number;
}

export const DEFAULT_RELAY_LIMITS: RelayLimits = {
  queuedAggregates: 10_000,
  batchEvents: 500,
  storeConcurrency: 32,
  sweepAggregates: 500,
  sweepMilliseconds: 2_000,
  staleMilliseconds: 5_000,
  drainMilliseconds: 5_000,
};
