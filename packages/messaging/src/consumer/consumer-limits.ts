export interface ConsumerLimits {
  /** Keys of one batch that are handled at a time. Default 8. */
  readonly keyConcurrency: number;
  /** The offset is committed in the middle of a batch too, when so many records are done. Default 100. */
  readonly commitRecords: number;
  /** The first wait after a retryable failure, in milliseconds, and the longest. Default 100 and 30,000. */
  readonly backoffBase: number;
  readonly backoffCap: number;
  /** How long `stop` waits for what is in hand, in milliseconds. Default 5,000. */
  readonly stopMilliseconds: number;
}

export const DEFAULT_CONSUMER_LIMITS: ConsumerLimits = {
  keyConcurrency: 8,
  commitRecords: 100,
  backoffBase: 100,
  backoffCap: 30_000,
  stopMilliseconds: 5_000,
};
