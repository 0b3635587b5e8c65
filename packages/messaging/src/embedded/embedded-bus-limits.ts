export interface EmbeddedBusLimits {
  /** An event larger than this, in bytes of JSON, is refused for good. Default 1 MiB, as Kafka's. */
  readonly eventBytes: number;
  /** Bytes that may wait for the disk; past it a publish is refused, retryably. Default 32 MiB. */
  readonly pendingBytes: number;
  /** How much of the log's end is kept in memory. Default 8 MiB. */
  readonly recentBytes: number;
  /** A segment that has reached this many bytes is closed. Default 32 MiB. */
  readonly segmentBytes: number;
  /** The most that a group's member is handed at once. Default 256 records, 1 MiB. */
  readonly batchRecords: number;
  readonly batchBytes: number;
}

const MEBIBYTE = 1024 * 1024;

export const DEFAULT_EMBEDDED_BUS_LIMITS: EmbeddedBusLimits = {
  eventBytes: MEBIBYTE,
  pendingBytes: 32 * MEBIBYTE,
  recentBytes: 8 * MEBIBYTE,
  segmentBytes: 32 * MEBIBYTE,
  batchRecords: 256,
  batchBytes: MEBIBYTE,
};
