import { OverloadedError } from '@hiregraph/kernel';
import { type Deferred, createDeferred } from './deferred.ts';
import { RECORD_PREFIX_BYTES } from './frame.ts';
import type { JournalRecord } from './journal.ts';
import { RecordsTooLargeError, type StoreStoppedError } from './journal-errors.ts';
import type { JournalLimits } from './journal-options.ts';

/** Records that become durable together. */
export interface Batch {
  readonly number: number;
  readonly records: readonly JournalRecord[];
  readonly bytes: number;
}

interface QueuedBatch extends Batch {
  readonly records: JournalRecord[];
  bytes: number;
  sealed: boolean;
  readonly durable: Deferred<void>;
}

/**
 * The batches that are not on disk yet, in order: the first may be on its way, the last takes new records until it is
 * sealed. Bounded in records and in bytes.
 */
export class BatchQueue {
  readonly #limits: JournalLimits;
  readonly #batches: QueuedBatch[] = [];
  #durable: number;
  #bytes = 0;
  #records = 0;

  /** @param durable the number of the newest batch on disk */
  constructor(limits: JournalLimits, durable: number) {
    this.#limits = limits;
    this.#durable = durable;
  }

  get durable(): number {
    return this.#durable;
  }

  get current(): number {
    return this.#durable + this.#batches.length;
  }

  get isEmpty(): boolean {
    return this.#batches.length === 0;
  }

  /** @returns the number of the batch that took the records */
  add(records: readonly JournalRecord[]): number {
    let bytes = 0;
    for (const record of records) bytes += RECORD_PREFIX_BYTES + record.byteLength;
    this.#refusePastLimits(records.length, bytes);
    const batch = this.#openBatch();
    for (const record of records) batch.records.push(record);
    batch.bytes += bytes;
    if (batch.bytes >= this.#limits.batchBytes) batch.sealed = true;
    this.#bytes += bytes;
    this.#records += records.length;
    return batch.number;
  }

  /** Closes the newest batch: later records go to another one. @returns its number */
  seal(): number {
    const last = this.#batches.at(-1);
    if (last !== undefined) last.sealed = true;
    return this.current;
  }

  /** Seals the oldest batch and hands it out for writing; it stays in the queue until `settle`. */
  take(): Batch | null {
    const first = this.#batches[0];
    if (first === undefined) return null;
    first.sealed = true;
    return first;
  }

  /** The batch that was taken is on disk. */
  settle(): void {
    const first = this.#batches.shift();
    if (first === undefined) return;
    this.#durable = first.number;
    this.#bytes -= first.bytes;
    this.#records -= first.records.length;
    first.durable.resolve();
  }

  /** No batch will ever become durable. @param errorOf the error for the batch at that place in the queue */
  abandon(errorOf: (index: number) => StoreStoppedError): void {
    this.#batches.forEach((batch, index) => {
      batch.sealed = true;
      batch.durable.reject(errorOf(index));
    });
  }

  /** @param number a batch that is not durable yet */
  whenSettled(number: number): Promise<void> {
    const batch = this.#batches[number - this.#durable - 1];
    if (batch === undefined) {
      throw new RangeError(
        `Batch ${number} was never begun: the newest is ${this.current}. Wait for one from enqueue.`,
      );
    }
    return batch.durable.promise;
  }

  #openBatch(): QueuedBatch {
    const last = this.#batches.at(-1);
    if (last !== undefined && !last.sealed) return last;
    const number = this.current + 1;
    const batch: QueuedBatch = { number, records: [], bytes: 0, sealed: false, durable: createDeferred() };
    this.#batches.push(batch);
    return batch;
  }

  #refusePastLimits(records: number, bytes: number): void {
    const { maximumPendingBytes, maximumPendingRecords } = this.#limits;
    if (bytes > maximumPendingBytes) throw new RecordsTooLargeError(bytes, maximumPendingBytes);
    if (records > maximumPendingRecords) throw new RecordsTooLargeError(bytes, maximumPendingBytes);
    if (this.#bytes + bytes > maximumPendingBytes || this.#records + records > maximumPendingRecords) {
      throw new OverloadedError(
        `${this.#records} changes wait for the disk, as many as may. Nothing was changed; try again in a second.`,
      );
    }
  }
}
