import type { Committed, PendingAggregate } from '@hiregraph/storage';
import type { MessagingMetrics } from '../metrics.ts';
import type { RelayItem, RelayLine } from './relay-item.ts';

/**
 * Which aggregates have events to send, an aggregate once, bounded. Every topic has a channel that works its line off;
 * an aggregate stays known until its events were pulled, so that none is read again in between.
 */
export class RelayQueue {
  readonly #limit: number;
  readonly #metrics: MessagingMetrics;
  readonly #createChannel: (topic: string, queue: RelayQueue) => RelayLine;
  readonly #channels = new Map<string, RelayLine>();
  readonly #items = new Map<string, RelayItem>();
  readonly #parked = new Map<string, PendingAggregate>();
  #idle: (() => void)[] = [];

  constructor(
    limit: number,
    metrics: MessagingMetrics,
    createChannel: (topic: string, queue: RelayQueue) => RelayLine,
  ) {
    this.#limit = limit;
    this.#metrics = metrics;
    this.#createChannel = createChannel;
    metrics.gauge('relay_aggregates_parked', {}, 0);
    metrics.gaugeOnRead('relay_queue_length', {}, async () => this.#items.size);
  }

  get parked(): readonly PendingAggregate[] {
    return [...this.#parked.values()];
  }

  /** Whether a sweeper should leave it alone: known already, or parked. */
  isKnown(aggregate: PendingAggregate): boolean {
    const key = keyOf(aggregate);
    return this.#items.has(key) || this.#parked.has(key);
  }

  get isFull(): boolean {
    return this.#items.size >= this.#limit;
  }

  add({ topic, events, collection, tenantId, id }: Committed): void {
    const key = keyOf({ collection, tenantId, id });
    if (this.#parked.has(key)) return;
    const known = this.#items.get(key);
    if (known !== undefined) {
      if (known.taken) known.again = true;
      else known.events = events;
      return;
    }
    if (this.isFull) {
      this.#metrics.count('relay_left_to_sweeper_total', { topic });
      return;
    }
    const item = { key, aggregate: { collection, tenantId, id }, events, taken: false, again: false };
    this.#items.set(key, item);
    this.#channelOf(topic).enqueue(item);
  }

  /** It is done with for now; where more came meanwhile, it queues again. */
  finish(item: RelayItem, topic: string, more: boolean): void {
    if (item.again || more) {
      this.requeue(item, topic);
      return;
    }
    this.forget(item);
  }

  /** To the end of the line, to be read from the outbox again. */
  requeue(item: RelayItem, topic: string): void {
    Object.assign(item, { events: null, taken: false, again: false });
    this.#channelOf(topic).enqueue(item);
  }

  /** Leaves it to the sweeper, if there is anything left of it. */
  forget(item: RelayItem): void {
    this.#items.delete(item.key);
    if (this.#items.size > 0) return;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  park(item: RelayItem): void {
    this.#parked.set(item.key, item.aggregate);
    this.#metrics.gauge('relay_aggregates_parked', {}, this.#parked.size);
    this.forget(item);
  }

  whenIdle(): Promise<void> {
    if (this.#items.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  /** From now on, what cannot be sent is left to the sweeper at once. */
  stopRetrying(): void {
    for (const channel of this.#channels.values()) channel.stopRetrying();
  }

  #channelOf(topic: string): RelayLine {
    const channel = this.#channels.get(topic) ?? this.#createChannel(topic, this);
    this.#channels.set(topic, channel);
    return channel;
  }
}

function keyOf({ collection, tenantId, id }: PendingAggregate): string {
  return `${collection} ${tenantId} ${id}`;
}
