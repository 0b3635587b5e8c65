import type { EventEnvelope, Logger } from '@hiregraph/kernel';
import type { OutboxSource } from '@hiregraph/storage';
import { backoff } from '../backoff.ts';
import type { EventBus } from '../event-bus.ts';
import { EventRefusedError } from '../event-consumer.ts';
import type { MessagingFailpoints } from '../failpoints.ts';
import type { MessagingMetrics } from '../metrics.ts';
import type { Scheduler } from '../scheduler.ts';
import type { Limiter } from './limiter.ts';
import type { RelayItem, RelayLine } from './relay-item.ts';
import type { RelayQueue } from './relay-queue.ts';

export interface ChannelParts {
  readonly topic: string;
  readonly queue: RelayQueue;
  readonly source: OutboxSource;
  readonly bus: Pick<EventBus, 'publish'>;
  readonly logger: Logger;
  readonly scheduler: Scheduler;
  readonly random: () => number;
  readonly metrics: MessagingMetrics;
  readonly limit: Limiter;
  readonly failpoints?: MessagingFailpoints;
  readonly batchEvents: number;
  /** Aborted when the relay is gone. */
  readonly signal: AbortSignal;
}

/** The next events of one aggregate, from its lowest pending sequence on. */
interface Slice {
  readonly item: RelayItem;
  readonly events: readonly EventEnvelope[];
  /** More is pending behind it. */
  readonly more: boolean;
  /** Acknowledged, parked or given up: not to be sent again from here. */
  settled: boolean;
}

const BACKOFF = { base: 100, cap: 5_000 };

/** Sends the events of one topic: one publish in flight, everything that waits meanwhile in the next. */
export class TopicChannel implements RelayLine {
  readonly #parts: ChannelParts;
  readonly #line: RelayItem[] = [];
  readonly #giveUp = new AbortController();
  #running = false;
  #failures = 0;
  #batchEvents: number;

  constructor(parts: ChannelParts) {
    this.#parts = parts;
    this.#batchEvents = parts.batchEvents;
  }

  enqueue(item: RelayItem): void {
    this.#line.push(item);
    if (this.#running) return;
    this.#running = true;
    void this.#run();
  }

  stopRetrying(): void {
    this.#giveUp.abort();
  }

  async #run(): Promise<void> {
    const { signal, scheduler, random } = this.#parts;
    while (this.#line.length > 0 && !signal.aborted) {
      const pause = this.#failures === 0 ? 0 : backoff(this.#failures, random, BACKOFF);
      if (pause > 0) await scheduler.wait(pause, AbortSignal.any([signal, this.#giveUp.signal]));
      await this.#sendNext();
    }
    this.#running = false;
  }

  async #sendNext(): Promise<void> {
    const { topic, logger, metrics, queue } = this.#parts;
    const slices = await this.#takeSlices();
    if (slices.length === 0) return;
    try {
      await this.#send(slices);
      this.#failures = 0;
      this.#batchEvents = Math.min(this.#parts.batchEvents, this.#batchEvents * 2);
    } catch (error) {
      this.#failures += 1;
      // The next try is half as large, in case it is the size that the broker cannot take.
      this.#batchEvents = Math.max(1, this.#batchEvents >> 1);
      metrics.count('relay_send_failures_total', { topic });
      logger.warn({ error, topic, failures: this.#failures }, 'Events could not be sent; they are sent again.');
      for (const { item, settled } of slices) {
        if (settled) continue;
        if (this.#giveUp.signal.aborted) queue.forget(item);
        else queue.requeue(item, topic);
      }
    }
  }

  async #takeSlices(): Promise<readonly Slice[]> {
    const items = this.#line.splice(0, this.#batchEvents);
    await Promise.all(items.map((item) => this.#readPending(item)));
    const slices: Slice[] = [];
    let room = this.#batchEvents;
    for (const [at, item] of items.entries()) {
      const events = item.events ?? [];
      if (room === 0) {
        this.#putBack(items.slice(at));
        break;
      }
      if (events.length === 0) this.#parts.queue.finish(item, this.#parts.topic, false);
      else slices.push({ item, events: events.slice(0, room), more: events.length > room, settled: false });
      room -= Math.min(room, events.length);
    }
    return slices;
  }

  /** To the front of the line, with what was read of them, unless more came since. */
  #putBack(items: readonly RelayItem[]): void {
    for (const item of items)
      Object.assign(item, { events: item.again ? null : item.events, taken: false, again: false });
    this.#line.unshift(...items);
  }

  /** Leaves nothing in the item where the outbox cannot be read: the sweeper comes back to it. */
  async #readPending(item: RelayItem): Promise<void> {
    const { source, limit, logger, topic } = this.#parts;
    item.taken = true;
    try {
      item.events ??= (await limit(() => source.pending(item.aggregate))).events;
      item.events = item.events.toSorted((a, b) => a.sequence - b.sequence);
    } catch (error) {
      logger.warn({ error, topic }, 'An outbox could not be read; the sweeper tries again.');
      Object.assign(item, { events: [], again: false });
    }
  }

  /** @throws what the bus threw, unless it refused an event for good: then that event's aggregate is parked */
  async #send(slices: readonly Slice[]): Promise<void> {
    const { bus, topic, metrics, failpoints, queue } = this.#parts;
    const events = slices.flatMap((slice) => slice.events);
    try {
      await bus.publish(topic, events);
    } catch (error) {
      if (!(error instanceof EventRefusedError)) throw error;
      const [first] = slices;
      if (slices.length === 1 && first !== undefined) {
        await this.#sendSingly(first);
        return;
      }
      const middle = slices.length >> 1;
      await this.#send(slices.slice(0, middle));
      await this.#send(slices.slice(middle));
      return;
    }
    metrics.count('relay_events_sent_total', { topic }, events.length);
    await failpoints?.('relay.after-send');
    for (const slice of slices) {
      slice.settled = true;
      void this.#pull(slice.item, slice.events).then((pulled) => {
        if (pulled) queue.finish(slice.item, topic, slice.more);
        else queue.forget(slice.item);
      });
    }
  }

  /** One after another, up to the one that the broker refuses: nothing of the aggregate goes out behind that. */
  async #sendSingly(slice: Slice): Promise<void> {
    const { bus, topic, queue, failpoints, metrics } = this.#parts;
    const { item, events, more } = slice;
    for (const event of events) {
      try {
        await bus.publish(topic, [event]);
      } catch (error) {
        if (!(error instanceof EventRefusedError)) throw error;
        slice.settled = true;
        this.#park(item, event, error);
        return;
      }
      metrics.count('relay_events_sent_total', { topic });
      await failpoints?.('relay.after-send');
      if (await this.#pull(item, [event])) continue;
      slice.settled = true;
      queue.forget(item);
      return;
    }
    slice.settled = true;
    queue.finish(item, topic, more);
  }

  #park(item: RelayItem, event: EventEnvelope, error: EventRefusedError): void {
    const { logger, queue, topic } = this.#parts;
    logger.error(
      { error, topic, eventId: event.id, eventType: event.type },
      'The broker refuses this event for good. Its aggregate is parked: nothing of it is sent until it is mended.',
    );
    queue.park(item);
  }

  async #pull(item: RelayItem, events: readonly EventEnvelope[]): Promise<boolean> {
    const { source, limit, logger, metrics, failpoints, topic } = this.#parts;
    try {
      await failpoints?.('relay.before-pull');
      const sequences = events.map((event) => event.sequence);
      await limit(() => source.pull(item.aggregate, sequences));
      return true;
    } catch (error) {
      metrics.count('relay_pull_failures_total', { topic });
      logger.warn({ error, topic }, 'Sent events could not be pulled from the outbox; they will be sent once more.');
      return false;
    }
  }
}
