import type { Clock, Lifecycle, Logger } from '@hiregraph/kernel';
import { DEAD_LETTER_KINDS, type DeadLetterStore } from '../dead-letters/dead-letter-store.ts';
import type { EventBus, GroupMember } from '../event-bus.ts';
import type { EventConsumer } from '../event-consumer.ts';
import type { MessagingFailpoints } from '../failpoints.ts';
import { type MessagingMetrics, noMetrics } from '../metrics.ts';
import { type Scheduler, systemScheduler } from '../scheduler.ts';
import { type BatchParts, BatchRun } from './batch-run.ts';
import type { SourceEpochs } from './source-epochs.ts';
import { type ConsumerLimits, DEFAULT_CONSUMER_LIMITS } from './consumer-limits.ts';

export interface ConsumerRunnerOptions {
  readonly bus: Pick<EventBus, 'subscribe'>;
  readonly consumers: readonly EventConsumer[];
  readonly deadLetters: DeadLetterStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly scheduler?: Scheduler;
  readonly random?: () => number;
  readonly metrics?: MessagingMetrics;
  readonly failpoints?: MessagingFailpoints;
  /** Which life of each source's store to go by. Without them sources are not compared. */
  readonly sourceEpochs?: SourceEpochs;
  readonly limits?: Partial<ConsumerLimits>;
}

/**
 * Runs consumers on the bus (protocols.md, Consumers). Events of one key are handled one after another, keys beside each
 * other; the offset is committed behind the last record before which everything is done. A retryable failure pauses the
 * partition with backoff; any other parks the key. `stop` finishes what is in hand, within a deadline.
 */
export function createConsumerRunner(options: ConsumerRunnerOptions): Lifecycle {
  return new BusConsumerRunner(options);
}

class BusConsumerRunner implements Lifecycle {
  readonly #options: ConsumerRunnerOptions;
  readonly #limits: ConsumerLimits;
  readonly #scheduler: Scheduler;
  readonly #stopping = new AbortController();
  readonly #members: GroupMember[] = [];
  #stopped: Promise<void> | null = null;

  constructor(options: ConsumerRunnerOptions) {
    this.#options = options;
    this.#limits = { ...DEFAULT_CONSUMER_LIMITS, ...options.limits };
    this.#scheduler = options.scheduler ?? systemScheduler;
  }

  async start(): Promise<void> {
    const { bus, consumers } = this.#options;
    for (const consumer of consumers) {
      const parts = this.#partsFor(consumer);
      const { group, topics } = consumer;
      // An alert on the increase of a counter sees the first event only where a zero stands before it.
      for (const kind of DEAD_LETTER_KINDS) parts.metrics.count('consumer_dead_letters_total', { group, kind }, 0);
      const member = await bus.subscribe({
        group,
        topics,
        from: 'earliest',
        onBatch: (batch) => new BatchRun(batch, parts).run(),
      });
      this.#members.push(member);
    }
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    this.#stopping.abort();
    const deadline = new AbortController();
    const late = this.#scheduler.wait(this.#limits.stopMilliseconds, deadline.signal).then(() => 'late' as const);
    const left = Promise.all(this.#members.map((member) => member.stop())).then(() => 'left' as const);
    if ((await Promise.race([left, late])) === 'late') {
      this.#options.logger.warn({}, 'A handler did not end in time; its event will be delivered again.');
    }
    deadline.abort();
  }

  #partsFor(consumer: EventConsumer): BatchParts {
    const { deadLetters, clock, random = Math.random, metrics = noMetrics, failpoints, sourceEpochs } = this.#options;
    return {
      consumer,
      deadLetters,
      clock,
      logger: this.#options.logger.child({ group: consumer.group }),
      scheduler: this.#scheduler,
      random,
      metrics,
      limits: this.#limits,
      stopping: this.#stopping.signal,
      ...(failpoints && { failpoints }),
      ...(sourceEpochs && { sourceEpochs }),
    };
  }
}
