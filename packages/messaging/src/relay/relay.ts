import type { Clock, Lifecycle, Logger } from '@hiregraph/kernel';
import type { OutboxSource, PendingAggregate } from '@hiregraph/storage';
import type { EventBus } from '../event-bus.ts';
import type { MessagingFailpoints } from '../failpoints.ts';
import { type MessagingMetrics, noMetrics } from '../metrics.ts';
import { type Scheduler, systemScheduler } from '../scheduler.ts';
import { createLimiter } from './limiter.ts';
import { DEFAULT_RELAY_LIMITS, type RelayLimits } from './relay-limits.ts';
import { RelayQueue } from './relay-queue.ts';
import { Sweeper } from './sweeper.ts';
import { TopicChannel } from './topic-channel.ts';

export interface RelayOptions {
  readonly source: OutboxSource;
  readonly bus: Pick<EventBus, 'publish'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly scheduler?: Scheduler;
  readonly random?: () => number;
  readonly metrics?: MessagingMetrics;
  readonly failpoints?: MessagingFailpoints;
  readonly limits?: Partial<RelayLimits>;
}

export interface Relay extends Lifecycle {
  /** Resolves when nothing is queued and nothing on its way. What is left to the sweeper does not count. */
  whenIdle(): Promise<void>;
  /** Aggregates of which the broker refused an event for good; nothing of theirs goes out until a restart. */
  readonly parked: readonly PendingAggregate[];
}

/**
 * Brings events from the outboxes of a store to the bus (protocols.md, Relay). Right after a commit the aggregate's
 * pending events are sent, all that came meanwhile in one publish a topic, one publish in flight a topic; after the
 * acknowledgement they are pulled from the outbox by id. A sweeper picks up what a crash, an outage or a full queue left.
 *
 * Any number of relays may work on one store: what two of them send twice, consumers drop; nothing is pulled that was
 * not acknowledged, and what one relay sends of an aggregate begins at its lowest pending sequence.
 */
export function createRelay(options: RelayOptions): Relay {
  return new OutboxRelay(options);
}

class OutboxRelay implements Relay {
  readonly #options: RelayOptions;
  readonly #limits: RelayLimits;
  readonly #scheduler: Scheduler;
  readonly #queue: RelayQueue;
  readonly #sweeper: Sweeper;
  readonly #stopping = new AbortController();
  #unsubscribe: () => void = () => undefined;
  #stopped: Promise<void> | null = null;

  constructor(options: RelayOptions) {
    const { source, bus, clock, logger, failpoints, random = Math.random, metrics = noMetrics } = options;
    this.#options = options;
    this.#limits = { ...DEFAULT_RELAY_LIMITS, ...options.limits };
    this.#scheduler = options.scheduler ?? systemScheduler;
    const limit = createLimiter(this.#limits.storeConcurrency);
    const { signal } = this.#stopping;
    const shared = { source, logger, random, metrics, limit, signal, scheduler: this.#scheduler };
    this.#queue = new RelayQueue(this.#limits.queuedAggregates, metrics, (topic, queue) => {
      const { batchEvents } = this.#limits;
      return new TopicChannel({ ...shared, topic, queue, bus, batchEvents, ...(failpoints && { failpoints }) });
    });
    this.#sweeper = new Sweeper({ ...shared, queue: this.#queue, clock, limits: this.#limits });
  }

  get parked(): readonly PendingAggregate[] {
    return this.#queue.parked;
  }

  async start(): Promise<void> {
    this.#unsubscribe = this.#options.source.onCommitted((committed) => this.#queue.add(committed));
    this.#sweeper.start();
  }

  whenIdle(): Promise<void> {
    return this.#queue.whenIdle();
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    this.#unsubscribe();
    await this.#sweeper.stop();
    this.#queue.stopRetrying();
    const deadline = new AbortController();
    await Promise.race([this.#queue.whenIdle(), this.#scheduler.wait(this.#limits.drainMilliseconds, deadline.signal)]);
    deadline.abort();
    // Whatever did not go out lies in the outbox; the next relay's sweeper finds it.
    this.#stopping.abort();
  }
}
