import type { Logger } from '@hiregraph/kernel';
import type { EachBatchPayload } from 'kafkajs';
import type { BusRecord, RecordBatch } from '../event-bus.ts';
import type { Scheduler } from '../scheduler.ts';
import { toRecords } from './kafka-records.ts';

const HEARTBEAT_MILLISECONDS = 1_000;

/** A batch of kafkajs as our port has it. Its position follows what is committed: the rest is delivered again. */
export class KafkaBatch implements RecordBatch {
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly BusRecord[];
  readonly #payload: EachBatchPayload;
  readonly #isCurrent: () => boolean;
  readonly #isStopping: () => boolean;
  readonly #first: number;
  readonly #end: number;
  #next: number;
  #detached = false;

  /**
   * @param isCurrent whether the partition is still ours, as far as known
   * @param isStopping whether the member stops
   */
  constructor(payload: EachBatchPayload, logger: Logger, isCurrent: () => boolean, isStopping: () => boolean) {
    const { topic, partition, messages } = payload.batch;
    this.topic = topic;
    this.partition = partition;
    this.records = toRecords(topic, partition, messages, logger);
    this.#payload = payload;
    this.#isCurrent = isCurrent;
    this.#isStopping = isStopping;
    this.#first = Number(messages[0]?.offset ?? 0);
    this.#end = Number(messages.at(-1)?.offset ?? -1) + 1;
    this.#next = this.#first;
  }

  get hasProgress(): boolean {
    return this.#next > this.#first;
  }

  readonly stale = (): boolean => this.#isStopping() || !this.#isCurrent() || !this.#payload.isRunning();

  async commit(nextOffset: number): Promise<void> {
    // Of an older generation: the commit would count for the new one, in which the partition may be another's.
    if (!this.#isCurrent()) return;
    const partitions = [{ partition: this.partition, offset: String(nextOffset) }];
    await this.#payload.commitOffsetsIfNecessary({ topics: [{ topic: this.topic, partitions }] });
    if (!this.#isCurrent()) return;
    this.#next = nextOffset;
    this.#payload.resolveOffset(String(nextOffset - 1));
  }

  async heartbeat(): Promise<void> {
    // Beside the fetching, the fetches keep the membership alive and hear of a rebalance.
    if (!this.#detached) await this.#payload.heartbeat();
  }

  /** From now on it runs beside the fetching. */
  detach(): void {
    this.#detached = true;
  }

  /** Messages at the end that are no events have nobody who would commit behind them. */
  async skipMalformedEnd(): Promise<void> {
    const last = this.records.at(-1)?.offset ?? this.#first - 1;
    const isDone = this.records.length === 0 || this.#next > last;
    if (isDone && this.#next < this.#end) await this.commit(this.#end);
  }

  async wait(milliseconds: number, scheduler: Scheduler, signal: AbortSignal): Promise<void> {
    for (let left = milliseconds; left > 0 && !this.stale(); left -= HEARTBEAT_MILLISECONDS) {
      await scheduler.wait(Math.min(left, HEARTBEAT_MILLISECONDS), signal);
      await this.heartbeat();
    }
  }
}
