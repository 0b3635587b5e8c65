export interface EventFeedLimits {
  /** Readers at a time; past it: OverloadedError. Default 100. */
  readonly readers: number;
  /** Items that wait for a reader, each. Default 500. */
  readonly bufferedItems: number;
  /** A reader whose buffer is full and who takes nothing for so long, in milliseconds, is cut off. Default 30,000. */
  readonly patienceMilliseconds: number;
  /** So many records that are not the reader's own give it a checkpoint. Default 1,000. */
  readonly checkpointRecords: number;
}

export const DEFAULT_EVENT_FEED_LIMITS: EventFeedLimits = {
  readers: 100,
  bufferedItems: 500,
  patienceMilliseconds: 30_000,
  checkpointRecords: 1_000,
};
