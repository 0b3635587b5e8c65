import { type Clock, type Logger, toInstant } from '@hiregraph/kernel';
import type { OutboxSource, PendingAggregate } from '@hiregraph/storage';
import type { Scheduler } from '../scheduler.ts';
import type { Limiter } from './limiter.ts';
import type { RelayLimits } from './relay-limits.ts';
import type { RelayQueue } from './relay-queue.ts';

export interface SweeperParts {
  readonly source: OutboxSource;
  readonly queue: RelayQueue;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly random: () => number;
  readonly logger: Logger;
  readonly limit: Limiter;
  readonly limits: RelayLimits;
}

/** Finds, from time to time, aggregates with events that should long have been sent, and queues them. */
export class Sweeper {
  readonly #parts: SweeperParts;
  readonly #stopping = new AbortController();
  #done: Promise<void> = Promise.resolve();

  constructor(parts: SweeperParts) {
    this.#parts = parts;
  }

  /** The first sweep comes at once: a crash may have left something. */
  start(): void {
    this.#done = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
  }

  async #run(): Promise<void> {
    const { scheduler, random, limits, queue } = this.#parts;
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const mayBeMore = await this.#sweep();
      // From half to one and a half of the interval, so that the sweepers of several replicas do not march in step.
      const pause = scheduler.wait(limits.sweepMilliseconds * (0.5 + random()), signal);
      await (mayBeMore ? Promise.race([queue.whenIdle(), pause]) : pause);
    }
  }

  /** @returns whether there may be more to find at once */
  async #sweep(): Promise<boolean> {
    const { source, queue, clock, limits, logger } = this.#parts;
    const olderThan = toInstant(clock.now() - limits.staleMilliseconds);
    // Parked aggregates stay stale; they must not crowd out the others.
    const wanted = limits.sweepAggregates + queue.parked.length;
    try {
      const found = await source.findStale(olderThan, wanted);
      const fresh = found.filter((aggregate) => !queue.isKnown(aggregate));
      await Promise.all(fresh.map((aggregate) => this.#enqueue(aggregate)));
      return found.length >= wanted && fresh.length > 0;
    } catch (error) {
      logger.warn({ error }, 'The outboxes could not be swept; the next sweep tries again.');
      return false;
    }
  }

  async #enqueue(aggregate: PendingAggregate): Promise<void> {
    const { source, queue, limit } = this.#parts;
    if (queue.isFull) return;
    const { topic, events } = await limit(() => source.pending(aggregate));
    // The fast path may have got hold of it meanwhile.
    if (events.length > 0 && !queue.isKnown(aggregate)) queue.add({ ...aggregate, topic, events });
  }
}
