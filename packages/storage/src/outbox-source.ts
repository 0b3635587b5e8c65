import type { EventEnvelope, Instant } from '@hiregraph/kernel';

/** Which aggregate has events to send. */
export interface PendingAggregate {
  readonly collection: string;
  readonly tenantId: string;
  readonly id: string;
}

/** Told right after a commit was acknowledged as durable. */
export interface Committed extends PendingAggregate {
  readonly topic: string;
  /** The events of this write, when they are all that is pending; null when older ones are pending too. */
  readonly events: readonly EventEnvelope[] | null;
}

/** What the relay needs of a store; implemented by the storage layer for all aggregates of a service. */
export interface OutboxSource {
  /** Calls back after each commit that made events. Returns what ends it. */
  onCommitted(listener: (committed: Committed) => void): () => void;
  /** The pending events in sequence order, read with majority concern. */
  pending(aggregate: PendingAggregate): Promise<{ readonly topic: string; readonly events: readonly EventEnvelope[] }>;
  /** Removes sequences from the outbox, after the broker acknowledged them. Changes no version. */
  pull(aggregate: PendingAggregate, sequences: readonly number[]): Promise<void>;
  /** Aggregates whose oldest pending event is older than that, over all tenants (system scope). */
  findStale(olderThan: Instant, limit: number): Promise<readonly PendingAggregate[]>;
}
