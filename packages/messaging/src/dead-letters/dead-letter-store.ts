import type { EventEnvelope, Instant } from '@hiregraph/kernel';

/** One key of one consumer group; within a tenant, as everything is. */
export interface ParkedRef {
  readonly group: string;
  readonly tenantId: string;
  /** The aggregate's id. */
  readonly key: string;
}

/**
 * - failed: handling it failed in a way that would repeat
 * - gap: events before it are missing
 * - follows: an earlier event of its key lies here
 */
export type DeadLetterKind = (typeof DEAD_LETTER_KINDS)[number];
export const DEAD_LETTER_KINDS = ['failed', 'gap', 'follows'] as const;

export interface DeadLetterReason {
  readonly kind: DeadLetterKind;
  /** The error's code; UNKNOWN for an error that is none of ours. Null for `follows`. */
  readonly code: string | null;
  readonly message: string;
}

/** An event that a group could not take in, kept until it is replayed. */
export interface DeadLetter extends ParkedRef {
  readonly event: EventEnvelope;
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly failedAt: Instant;
  readonly reason: DeadLetterReason;
}

/** The durable marker `parked(group, key)`: while it is there, events of that key go to the dead letters. */
export interface ParkedKey extends ParkedRef {
  readonly since: Instant;
  /** Why the first event was parked. */
  readonly reason: DeadLetterReason;
  /** Rises with every touch; what `unmark` compares. */
  readonly version: number;
}

/**
 * Where markers and dead letters lie. Every write is durable when it resolves; errors that may pass are retryable
 * HiregraphErrors. `Parking` and `replayDeadLetters` keep the order of writes that makes them correct together.
 */
export interface DeadLetterStore {
  /** Which of these keys of one group are parked. */
  parkedAmong(refs: readonly ParkedRef[]): Promise<ReadonlySet<string>>;
  find(ref: ParkedRef): Promise<ParkedKey | null>;
  /** Parks a key; harmless when it is parked already. */
  mark(ref: ParkedRef, since: Instant, reason: DeadLetterReason): Promise<void>;
  /** Raises the marker's version. @returns false when the key is not parked */
  touch(ref: ParkedRef): Promise<boolean>;
  /** Takes the marker away, if it still has that version. */
  unmark(ref: ParkedRef, version: number): Promise<boolean>;
  /** Keeps a letter; the same event of the same group is kept once, with what came last. */
  put(letter: DeadLetter): Promise<void>;
  /** The first letters of a key, in sequence order. */
  letters(ref: ParkedRef, limit: number): Promise<readonly DeadLetter[]>;
  /** Harmless when it is gone. */
  remove(letter: DeadLetter): Promise<void>;
  /** The parked keys of a tenant, oldest first. */
  list(tenantId: string, group: string | null, limit: number): Promise<readonly ParkedKey[]>;
}
