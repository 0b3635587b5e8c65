import type { RecordBatch } from '../event-bus.ts';
import type { Scheduler } from '../scheduler.ts';

/** Between heartbeats, in milliseconds; well below any session timeout. */
const HEARTBEAT_MILLISECONDS = 1_000;

/** The pause of a partition after a retryable failure: who failed waits in it, and nobody begins another record. */
export class PartitionPause {
  readonly #batch: RecordBatch;
  readonly #scheduler: Scheduler;
  readonly #stopping: AbortSignal;
  readonly #pauses = new Set<Promise<void>>();

  constructor(batch: RecordBatch, scheduler: Scheduler, stopping: AbortSignal) {
    this.#batch = batch;
    this.#scheduler = scheduler;
    this.#stopping = stopping;
  }

  /** Pauses for so many milliseconds; shorter when the batch has to be left. */
  async take(milliseconds: number): Promise<void> {
    const pause = this.#wait(milliseconds);
    this.#pauses.add(pause);
    try {
      await pause;
    } finally {
      this.#pauses.delete(pause);
    }
  }

  get isUnderWay(): boolean {
    return this.#pauses.size > 0;
  }

  async whenOver(): Promise<void> {
    while (this.#pauses.size > 0) await Promise.all(this.#pauses);
  }

  async #wait(milliseconds: number): Promise<void> {
    for (let left = milliseconds; left > 0 && !this.#stopping.aborted && !this.#batch.stale(); ) {
      const slice = Math.min(left, HEARTBEAT_MILLISECONDS);
      await this.#scheduler.wait(slice, this.#stopping);
      left -= slice;
      await this.#batch.heartbeat();
    }
  }
}
