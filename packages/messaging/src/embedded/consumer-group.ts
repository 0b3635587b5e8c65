import type { GroupMember, GroupOptions } from '../event-bus.ts';
import type { Partition } from './partition.ts';
import { PartitionWorker, type WorkerParts } from './partition-worker.ts';

interface Assignment {
  readonly member: GroupOptions;
  readonly worker: PartitionWorker;
}

/**
 * The members of one group in this process. Partitions are dealt out in turn among those who subscribed to the topic; a
 * partition changes hands only when its batch in hand is finished, so no key is ever handled twice at a time.
 */
export class ConsumerGroup {
  readonly #parts: WorkerParts;
  readonly #partitionsOf: (topic: string) => readonly Partition[];
  readonly #members = new Set<GroupOptions>();
  readonly #assignments = new Map<Partition, Assignment>();
  #balancing: Promise<void> = Promise.resolve();

  constructor(parts: WorkerParts, partitionsOf: (topic: string) => readonly Partition[]) {
    this.#parts = parts;
    this.#partitionsOf = partitionsOf;
  }

  async join(options: GroupOptions): Promise<GroupMember> {
    // An object of its own for each member, should one options object be used twice.
    const member = { ...options };
    this.#members.add(member);
    await this.#rebalance();
    return {
      stop: async () => {
        if (this.#members.delete(member)) await this.#rebalance();
      },
    };
  }

  async stop(): Promise<void> {
    this.#members.clear();
    await this.#rebalance();
  }

  #rebalance(): Promise<void> {
    this.#balancing = this.#balancing.then(() => this.#balance());
    return this.#balancing;
  }

  async #balance(): Promise<void> {
    const wanted = this.#deal();
    const revoked = [...this.#assignments].filter(([partition, { member }]) => wanted.get(partition) !== member);
    await Promise.all(
      revoked.map(async ([partition, { worker }]) => {
        await worker.stop();
        this.#assignments.delete(partition);
      }),
    );
    for (const [partition, member] of wanted) {
      if (this.#assignments.has(partition)) continue;
      this.#assignments.set(partition, { member, worker: new PartitionWorker(partition, member, this.#parts) });
    }
  }

  #deal(): ReadonlyMap<Partition, GroupOptions> {
    const dealt = new Map<Partition, GroupOptions>();
    const topics = new Set([...this.#members].flatMap((member) => member.topics));
    for (const topic of topics) {
      const members = [...this.#members].filter((member) => member.topics.includes(topic));
      for (const [at, partition] of this.#partitionsOf(topic).entries()) {
        const member = members[at % members.length];
        if (member !== undefined) dealt.set(partition, member);
      }
    }
    return dealt;
  }
}
