import { HiregraphError, StoreUnavailableError } from '@hiregraph/kernel';
import { Partition } from './partition.ts';

const MAXIMUM_PARTITIONS = 1024;
const MAXIMUM_NAME_BYTES = 249;

/** The partitions of every topic of the embedded bus. */
export class TopicPartitions {
  readonly #topics = new Map<string, readonly Partition[]>();

  get all(): readonly Partition[] {
    return [...this.#topics.values()].flat();
  }

  /** @throws StoreUnavailableError (retryable) for a topic that was not made (yet) */
  of(topic: string): readonly Partition[] {
    const partitions = this.#topics.get(topic);
    if (partitions !== undefined) return partitions;
    throw new StoreUnavailableError(`There is no topic ${topic}. Name it to ensureTopics before it is used.`);
  }

  add(topic: string, partitions: number): void {
    this.#topics.set(
      topic,
      Array.from({ length: partitions }, (_, number) => new Partition(topic, number)),
    );
  }

  /**
   * @returns whether the topic is there already, just so
   * @throws HiregraphError when it has another number of partitions, or cannot be made
   */
  verify(topic: string, partitions: number): boolean {
    const present = this.#topics.get(topic)?.length;
    if (present === partitions) return true;
    if (present !== undefined) throw new PartitionsChangedError(topic, present, partitions);
    const isCount = Number.isInteger(partitions) && partitions >= 1 && partitions <= MAXIMUM_PARTITIONS;
    if (!isCount || topic === '' || Buffer.byteLength(topic) > MAXIMUM_NAME_BYTES) {
      throw new HiregraphError('INTERNAL_ERROR', `Topic "${topic}" with ${partitions} partitions cannot be made.`);
    }
    return false;
  }

  /** Forgets the records before a position. @returns the partitions that lost some, with their new first offset */
  dropBefore(position: number): ReadonlyMap<string, number> {
    const floors = new Map<string, number>();
    for (const { name, index } of this.all) if (index.dropBefore(position)) floors.set(name, index.earliest);
    return floors;
  }
}

/** Partitions are never added in place: keys would move, and their order would be lost. */
export class PartitionsChangedError extends HiregraphError {
  constructor(topic: string, present: number, wanted: number) {
    super(
      'INTERNAL_ERROR',
      `Topic ${topic} has ${present} partitions, not ${wanted}. Partitions are never added in place, because keys would ` +
        `move and lose their order. Configure ${present}, or make a topic of another name.`,
    );
  }
}
