import { type Clock, type EventEnvelope, type Instant, toInstant } from '@hiregraph/kernel';
import type { Committed, OutboxSource, PendingAggregate } from '@hiregraph/storage';
import { TEST_TENANT, testEvent } from '@hiregraph/testkit';

interface Entry {
  readonly event: EventEnvelope;
  readonly at: Instant;
}

/** Outboxes in memory, as a store keeps them: what was committed, and what of it still waits. */
export class MemoryOutbox implements OutboxSource {
  readonly topic: string;
  readonly #clock: Clock;
  readonly #pending = new Map<string, Entry[]>();
  readonly #last = new Map<string, number>();
  readonly #listeners = new Set<(committed: Committed) => void>();
  readonly committed: EventEnvelope[] = [];

  constructor(clock: Clock, topic = 'hiring.application.v1') {
    this.#clock = clock;
    this.topic = topic;
  }

  /** Writes events of an aggregate, durably, and tells nobody. @returns what the relay is told about it */
  write(id: string, count = 1, data?: unknown): Committed {
    const first = (this.#last.get(id) ?? 0) + 1;
    const at = toInstant(this.#clock.now());
    const events = Array.from({ length: count }, (_, index) => testEvent(id, first + index, data));
    const waiting = this.#pending.get(id) ?? [];
    this.#pending.set(id, [...waiting, ...events.map((event) => ({ event, at }))]);
    this.#last.set(id, first + count - 1);
    this.committed.push(...events);
    const aggregate = { collection: 'applications', tenantId: TEST_TENANT, id };
    return { ...aggregate, topic: this.topic, events: waiting.length === 0 ? events : null };
  }

  /** Writes and tells the relay. */
  commit(id: string, count = 1, data?: unknown): void {
    this.announce(this.write(id, count, data));
  }

  announce(committed: Committed): void {
    for (const listener of this.#listeners) listener(committed);
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /** How many events wait, over all aggregates. */
  get waiting(): number {
    return [...this.#pending.values()].reduce((sum, entries) => sum + entries.length, 0);
  }

  onCommitted(listener: (committed: Committed) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  async pending({ id }: PendingAggregate): Promise<{ topic: string; events: readonly EventEnvelope[] }> {
    return { topic: this.topic, events: (this.#pending.get(id) ?? []).map(({ event }) => event) };
  }

  async pull({ id }: PendingAggregate, sequences: readonly number[]): Promise<void> {
    const left = (this.#pending.get(id) ?? []).filter(({ event }) => !sequences.includes(event.sequence));
    this.#pending.set(id, left);
  }

  async findStale(olderThan: Instant, limit: number): Promise<readonly PendingAggregate[]> {
    const stale = [...this.#pending].filter(([, entries]) => entries.some(({ at }) => at < olderThan));
    return stale.slice(0, limit).map(([id]) => ({ collection: 'applications', tenantId: TEST_TENANT, id }));
  }
}
