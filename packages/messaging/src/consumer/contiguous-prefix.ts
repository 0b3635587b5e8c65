import type { RecordBatch } from '../event-bus.ts';

/**
 * Commits offsets of a batch whose records are done in any order: never behind a record before which one is not done.
 * One commit at a time, each further than the one before.
 */
export class ContiguousPrefix {
  readonly #batch: RecordBatch;
  readonly #done: boolean[];
  /** Records from the start that are all done. */
  #prefix = 0;
  #committed = 0;
  #committing: Promise<void> = Promise.resolve();

  constructor(batch: RecordBatch) {
    this.#batch = batch;
    this.#done = new Array<boolean>(batch.records.length).fill(false);
  }

  /** @param index of the record in the batch */
  done(index: number): void {
    this.#done[index] = true;
    while (this.#done[this.#prefix] === true) this.#prefix += 1;
  }

  /** Records that are done, all before them too, and not committed. */
  get uncommitted(): number {
    return this.#prefix - this.#committed;
  }

  commit(): Promise<void> {
    this.#committing = this.#committing.then(async () => {
      const prefix = this.#prefix;
      const last = this.#batch.records[prefix - 1];
      if (last === undefined || prefix === this.#committed) return;
      await this.#batch.commit(last.offset + 1);
      this.#committed = prefix;
    });
    return this.#committing;
  }
}
