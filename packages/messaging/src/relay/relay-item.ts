import type { EventEnvelope } from '@hiregraph/kernel';
import type { PendingAggregate } from '@hiregraph/storage';

/** An aggregate whose events wait to be sent, or are on their way. */
export interface RelayItem {
  readonly key: string;
  readonly aggregate: PendingAggregate;
  /** All that is pending, as far as known; null: to be read from the outbox. */
  events: readonly EventEnvelope[] | null;
  /** Taken from the queue: being sent or pulled. */
  taken: boolean;
  /** More was committed while it was taken. */
  again: boolean;
}

/** Where the items of one topic wait for their turn. */
export interface RelayLine {
  enqueue(item: RelayItem): void;
  /** From now on, what cannot be sent is left to the sweeper at once. */
  stopRetrying(): void;
}
