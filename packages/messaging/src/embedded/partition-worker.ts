import type { Logger } from '@hiregraph/kernel';
import { backoff } from '../backoff.ts';
import type { GroupOptions, RecordBatch } from '../event-bus.ts';
import type { Scheduler } from '../scheduler.ts';
import type { BusState } from './bus-state.ts';
import { type Partition, whenMore } from './partition.ts';
import type { RecordReader } from './record-reader.ts';

export interface WorkerParts {
  readonly state: BusState;
  readonly reader: RecordReader;
  readonly scheduler: Scheduler;
  readonly random: () => number;
  readonly logger: Logger;
  readonly batchRecords: number;
  readonly batchBytes: number;
}

const BACKOFF = { base: 100, cap: 5_000 };

/** Hands one partition's records to one member of a group, a batch at a time, until it is stopped. */
export class PartitionWorker {
  readonly #partition: Partition;
  readonly #options: GroupOptions;
  readonly #parts: WorkerParts;
  readonly #stopping = new AbortController();
  readonly #done: Promise<void>;

  constructor(partition: Partition, options: GroupOptions, parts: WorkerParts) {
    this.#partition = partition;
    this.#options = options;
    this.#parts = parts;
    this.#done = this.#run();
  }

  /** Resolves when the batch in hand was finished by the member. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
  }

  get #committed(): number {
    const { earliest } = this.#partition.index;
    return Math.max(earliest, this.#parts.state.offset(this.#options.group, this.#partition.name) ?? earliest);
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    let failures = 0;
    while (!signal.aborted) {
      if (this.#committed >= this.#partition.index.latest) {
        await whenMore([this.#partition], signal);
        continue;
      }
      failures = (await this.#deliver()) ? 0 : failures + 1;
      if (failures > 0) await this.#parts.scheduler.wait(backoff(failures, this.#parts.random, BACKOFF), signal);
    }
  }

  /** @returns whether the group got further */
  async #deliver(): Promise<boolean> {
    const { reader, batchRecords, batchBytes, logger } = this.#parts;
    const from = this.#committed;
    try {
      const records = await reader.readRange(this.#partition, from, batchRecords, batchBytes);
      if (this.#stopping.signal.aborted) return true;
      await this.#options.onBatch(this.#batchOf(records));
    } catch (error) {
      const { group } = this.#options;
      logger.warn({ error, group, partition: this.#partition.name, from }, 'A batch failed and is delivered again.');
      return false;
    }
    return this.#committed > from;
  }

  #batchOf(records: RecordBatch['records']): RecordBatch {
    const { state } = this.#parts;
    return {
      topic: this.#partition.topic,
      partition: this.#partition.number,
      records,
      commit: async (nextOffset) => {
        state.setOffset(this.#options.group, this.#partition.name, nextOffset);
      },
      heartbeat: async () => undefined,
      stale: () => this.#stopping.signal.aborted,
    };
  }
}
