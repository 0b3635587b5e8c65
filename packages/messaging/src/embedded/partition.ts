import { partitionName } from '../position-vector.ts';
import { PartitionIndex } from './partition-index.ts';

/** One partition of a topic: where its records lie, and who wants to hear of new ones. */
export class Partition {
  readonly topic: string;
  readonly number: number;
  readonly name: string;
  readonly index = new PartitionIndex();
  readonly #listeners = new Set<() => void>();

  constructor(topic: string, number: number) {
    this.topic = topic;
    this.number = number;
    this.name = partitionName(topic, number);
  }

  /** Calls back after records became durable. @returns what ends it */
  onMore(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Resolves when one of the partitions gets more records, or the signal is aborted. */
export function whenMore(partitions: readonly Partition[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      for (const end of ends) end();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const ends = partitions.map((partition) => partition.onMore(done));
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
