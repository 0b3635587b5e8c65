/** Caps of an aggregate; each has an error of its own. */
export interface AggregateLimits {
  /** Events that wait to be sent. Past it: TooManyPendingEventsError, retryable. */
  readonly pendingEvents: number;
  /** JSON bytes of one event, envelope and all. Past it: EventTooLargeError. */
  readonly eventBytes: number;
  /** JSON bytes of a document. Past it: DocumentTooLargeError. */
  readonly documentBytes: number;
  /** Commands without events that are remembered. */
  readonly quietCommands: number;
  /** Sequences in one bucket of old history; as many stay in the document. */
  readonly bucketRange: number;
}

export const AGGREGATE_LIMITS: AggregateLimits = {
  pendingEvents: 256,
  eventBytes: 16_384,
  documentBytes: 1_000_000,
  quietCommands: 64,
  bucketRange: 64,
};
