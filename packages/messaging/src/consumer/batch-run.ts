import { type Clock, HiregraphError, type Instant, type Logger, toInstant } from '@hiregraph/kernel';
import { backoff } from '../backoff.ts';
import { reasonOf } from '../dead-letters/dead-letter-reason.ts';
import type { DeadLetter, DeadLetterReason, DeadLetterStore, ParkedRef } from '../dead-letters/dead-letter-store.ts';
import { follow, park } from '../dead-letters/parking.ts';
import type { BusRecord, RecordBatch } from '../event-bus.ts';
import type { EventConsumer } from '../event-consumer.ts';
import type { MessagingFailpoints } from '../failpoints.ts';
import type { MessagingMetrics, MetricLabels } from '../metrics.ts';
import type { Scheduler } from '../scheduler.ts';
import type { ConsumerLimits } from './consumer-limits.ts';
import { ContiguousPrefix } from './contiguous-prefix.ts';
import { PartitionPause } from './partition-pause.ts';
import type { SourceEpochs } from './source-epochs.ts';

export interface BatchParts {
  readonly consumer: EventConsumer;
  readonly deadLetters: DeadLetterStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly scheduler: Scheduler;
  readonly random: () => number;
  readonly metrics: MessagingMetrics;
  readonly failpoints?: MessagingFailpoints;
  readonly sourceEpochs?: SourceEpochs;
  readonly limits: ConsumerLimits;
  /** Aborted when the runner stops. */
  readonly stopping: AbortSignal;
}

/** A record with its place in the batch. */
interface Entry {
  readonly index: number;
  readonly record: BusRecord;
}

const FOLLOWS: DeadLetterReason = { kind: 'follows', code: null, message: 'An earlier event of this key is parked.' };

/** One batch of one partition on its way through a consumer. */
export class BatchRun {
  readonly #batch: RecordBatch;
  readonly #parts: BatchParts;
  readonly #prefix: ContiguousPrefix;
  readonly #pause: PartitionPause;
  readonly #labels: MetricLabels;
  #parked = new Set<string>();
  /** Events taken in and not counted yet. */
  #uncounted = 0;
  /** Why the batch was left in the middle; null while it was not. */
  #left: { readonly error: unknown } | null = null;

  constructor(batch: RecordBatch, parts: BatchParts) {
    this.#batch = batch;
    this.#parts = parts;
    this.#prefix = new ContiguousPrefix(batch);
    this.#pause = new PartitionPause(batch, parts.scheduler, parts.stopping);
    this.#labels = { group: parts.consumer.group, topic: batch.topic };
  }

  /**
   * Resolves when every record is done, or the batch had to be left; what is not committed is delivered again.
   * @throws what made going on impossible (the membership was lost, say)
   */
  async run(): Promise<void> {
    const { deadLetters, limits } = this.#parts;
    this.#parked = new Set(await deadLetters.parkedAmong(this.#batch.records.map((record) => this.#refOf(record))));
    const lanes = lanesOf(this.#batch.records);
    const workers = Array.from({ length: Math.min(limits.keyConcurrency, lanes.length) }, () => this.#work(lanes));
    await Promise.all(workers);
    this.#count();
    // A partition that was taken away belongs to somebody else; a runner that stops still has its own.
    if (!this.#batch.stale() || this.#parts.stopping.aborted) await this.#prefix.commit();
    if (this.#left !== null) throw this.#left.error;
  }

  async #work(lanes: (readonly Entry[])[]): Promise<void> {
    try {
      for (let lane = lanes.shift(); lane !== undefined; lane = lanes.shift()) {
        for (const { record, index } of lane) {
          if (this.#pause.isUnderWay) await this.#pause.whenOver();
          if (this.#mustLeave || !(await this.#settle(record))) return;
          this.#prefix.done(index);
          if (this.#prefix.uncommitted >= this.#parts.limits.commitRecords) {
            this.#count();
            await this.#prefix.commit();
          }
          await this.#batch.heartbeat();
        }
      }
    } catch (error) {
      this.#left ??= { error };
    }
  }

  get #mustLeave(): boolean {
    return this.#left !== null || this.#parts.stopping.aborted || this.#batch.stale();
  }

  /** @returns true when the record's effect or its dead letter is in place; false when the batch has to be left before */
  async #settle(record: BusRecord): Promise<boolean> {
    const { deadLetters, failpoints, logger, metrics, consumer } = this.#parts;
    const reason = await this.#untilItWorks(record, () => this.#handle(record));
    if (reason === 'left' || reason === null) return reason === null;
    logger.error(
      { topic: record.topic, eventId: record.event.id, eventType: record.event.type, reason },
      'An event cannot be taken in. Its key is parked: mend the cause, then replay its dead letters.',
    );
    metrics.count('consumer_dead_letters_total', { group: consumer.group, kind: reason.kind });
    const letter = this.#letter(record, reason);
    if ((await this.#untilItWorks(record, () => park(deadLetters, letter, failpoints))) === 'left') return false;
    this.#parked.add(record.key);
    return true;
  }

  /** @returns null when the event is done with; why it has to be parked otherwise */
  async #handle(record: BusRecord): Promise<DeadLetterReason | null> {
    const { consumer, deadLetters, failpoints, metrics, clock, sourceEpochs } = this.#parts;
    await sourceEpochs?.admit(record.event.tenantid, record.event.source);
    if (this.#parked.has(record.key)) {
      if (await follow(deadLetters, this.#letter(record, FOLLOWS))) {
        metrics.count('consumer_dead_letters_total', { group: consumer.group, kind: FOLLOWS.kind });
        return null;
      }
      this.#parked.delete(record.key);
    }
    try {
      await consumer.handle(record.event);
    } catch (error) {
      if (error instanceof HiregraphError && error.retryable) throw error;
      return reasonOf(error);
    }
    await failpoints?.('consumer.after-effect');
    this.#uncounted += 1;
    const delay = clock.now() - Date.parse(record.event.time);
    metrics.observe('consumer_delay_seconds', this.#labels, Math.max(0, delay) / 1000);
    return null;
  }

  /** As often as offsets are committed: a metrics library takes longer over one count than some events do. */
  #count(): void {
    if (this.#uncounted > 0) this.#parts.metrics.count('consumer_events_total', this.#labels, this.#uncounted);
    this.#uncounted = 0;
  }

  /** Pauses the partition after each failure. An error of the pause itself (the membership is lost) passes. */
  async #untilItWorks<T>(record: BusRecord, work: () => Promise<T>): Promise<T | 'left'> {
    const { logger, metrics, consumer, random, limits } = this.#parts;
    for (let attempt = 1; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        const { id, type } = record.event;
        logger.warn({ error, eventId: id, eventType: type, attempt }, 'An event waits; it is tried again in a while.');
        metrics.count('consumer_retries_total', { group: consumer.group });
      }
      await this.#pause.take(backoff(attempt, random, { base: limits.backoffBase, cap: limits.backoffCap }));
      if (this.#mustLeave) return 'left';
    }
  }

  #letter(record: BusRecord, reason: DeadLetterReason): DeadLetter {
    const { event, topic, partition, offset } = record;
    return { ...this.#refOf(record), event, topic, partition, offset, reason, failedAt: this.#now() };
  }

  #refOf({ key, event }: BusRecord): ParkedRef {
    return { group: this.#parts.consumer.group, tenantId: event.tenantid, key };
  }

  #now(): Instant {
    return toInstant(this.#parts.clock.now());
  }
}

/** The records of each key, in order; keys in the order in which they come up. */
function lanesOf(records: readonly BusRecord[]): (readonly Entry[])[] {
  const lanes = new Map<string, Entry[]>();
  for (const [index, record] of records.entries()) {
    const lane = lanes.get(record.key);
    if (lane === undefined) lanes.set(record.key, [{ index, record }]);
    else lane.push({ index, record });
  }
  return [...lanes.values()];
}
