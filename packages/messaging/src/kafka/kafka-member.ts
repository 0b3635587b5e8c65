import type { Logger } from '@hiregraph/kernel';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import { backoff } from '../backoff.ts';
import type { GroupMember, GroupOptions } from '../event-bus.ts';
import { partitionName } from '../position-vector.ts';
import type { Scheduler } from '../scheduler.ts';
import type { KafkaClients } from './kafka-client.ts';
import { isKafkaError } from './kafka-errors.ts';
import { KafkaBatch } from './kafka-batch.ts';

export interface MemberParts {
  readonly clients: KafkaClients;
  readonly logger: Logger;
  readonly scheduler: Scheduler;
  readonly random: () => number;
}

const BACKOFF = { base: 200, cap: 5_000 };
/** A batch that takes longer is finished beside the fetching, so that it holds up no other partition. */
const PATIENCE_MILLISECONDS = 1_000;
const MAXIMUM_WAIT_MILLISECONDS = 500;
const PARTITIONS_AT_A_TIME = 16;

/**
 * One member of a consumer group. Connects, and begins anew after whatever happens, until it is stopped. kafkajs fetches
 * from a broker again only when all batches that it got from it are done; so one that takes long (a partition that is
 * paused after a failure, say) has its partition paused and goes on by itself.
 */
export class KafkaMembership implements GroupMember {
  readonly #options: GroupOptions;
  readonly #parts: MemberParts;
  readonly #stopping = new AbortController();
  readonly #failures = new Map<string, number>();
  /** Batches that still run, by partition. */
  readonly #running = new Map<string, Promise<void>>();
  readonly #done: Promise<void>;
  #consumer: Consumer | null = null;
  /** Rises when the group begins to deal out its partitions anew, and when it has done so: older batches are stale. */
  #generation = 0;

  constructor(options: GroupOptions, parts: MemberParts) {
    this.#options = options;
    this.#parts = parts;
    this.#done = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
  }

  async #run(): Promise<void> {
    const { scheduler, random, logger } = this.#parts;
    const { signal } = this.#stopping;
    for (let failures = 0; !signal.aborted; ) {
      try {
        const joined = await this.#live();
        failures = joined ? 1 : failures + 1;
      } catch (error) {
        failures += 1;
        logger.warn({ error, group: this.#options.group }, 'A consumer could not begin; it is tried again.');
      }
      await scheduler.wait(backoff(failures, random, BACKOFF), signal);
    }
  }

  /** One life of a consumer. @returns whether it ever joined its group */
  async #live(): Promise<boolean> {
    const { group } = this.#options;
    const { signal } = this.#stopping;
    const config = { groupId: group, maxWaitTimeInMs: MAXIMUM_WAIT_MILLISECONDS };
    const consumer = await this.#parts.clients.consumer(config);
    const life = { joined: false };
    const over = new AbortController();
    const crashed = new Promise<void>((resolve) => {
      consumer.on(consumer.events.CRASH, () => resolve());
      over.signal.addEventListener('abort', () => resolve());
      signal.addEventListener('abort', () => resolve(), { signal: over.signal });
    });
    consumer.on(consumer.events.GROUP_JOIN, () => {
      life.joined = true;
      this.#begin(consumer);
    });
    consumer.on(consumer.events.REBALANCING, () => {
      this.#generation += 1;
    });
    try {
      // Brokers that are away are not waited for when it is time to stop.
      await Promise.race([this.#join(consumer), crashed]);
      await crashed;
    } finally {
      this.#consumer = null;
      await this.#end(consumer);
      over.abort();
    }
    return life.joined;
  }

  async #join(consumer: Consumer): Promise<void> {
    const { topics, from } = this.#options;
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: from === 'earliest' });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: PARTITIONS_AT_A_TIME,
      eachBatch: (payload) => this.#onBatch(consumer, payload),
    });
  }

  #begin(consumer: Consumer): void {
    this.#generation += 1;
    this.#consumer = consumer;
    const paused = consumer.paused();
    if (paused.length > 0) consumer.resume(paused);
  }

  /** Lets what is in hand end and leaves the group, which hands the partitions on at once. */
  async #end(consumer: Consumer): Promise<void> {
    await Promise.all(this.#running.values());
    if (!(await this.#parts.clients.end(consumer))) {
      this.#parts.logger.warn({ group: this.#options.group }, 'A consumer could not leave its group in order.');
    }
    this.#generation += 1;
  }

  async #onBatch(consumer: Consumer, payload: EachBatchPayload): Promise<void> {
    const { topic, partition } = payload.batch;
    const name = partitionName(topic, partition);
    if (this.#stopping.signal.aborted) return;
    const earlier = this.#running.get(name);
    // Of a time before the partitions were dealt out anew: it ends with the record in its hand.
    if (earlier !== undefined) await earlier;
    const generation = this.#generation;
    const isCurrent = (): boolean => this.#generation === generation;
    const batch = new KafkaBatch(payload, this.#parts.logger, isCurrent, () => this.#stopping.signal.aborted);
    const work = this.#deliver(batch, name);
    const settled = work.then(
      () => undefined,
      () => undefined,
    );
    this.#running.set(name, settled);
    void settled.then(() => this.#running.delete(name));
    const patience = new AbortController();
    const late = this.#parts.scheduler.wait(PATIENCE_MILLISECONDS, patience.signal).then(() => 'late' as const);
    const outcome = await Promise.race([work.finally(() => patience.abort()), late]);
    if (outcome !== 'late' || !this.#running.has(name)) return;
    batch.detach();
    consumer.pause([{ topic, partitions: [partition] }]);
    void settled.then(() => {
      // Fetching goes on behind what was committed; where the partition is another's by now, this changes nothing.
      if (this.#consumer === consumer) consumer.resume([{ topic, partitions: [partition] }]);
    });
  }

  /** Waits after a batch that got nowhere, so that it is not delivered again at once. */
  async #deliver(batch: KafkaBatch, name: string): Promise<void> {
    const { logger, scheduler, random } = this.#parts;
    try {
      if (batch.records.length > 0) await this.#options.onBatch(batch);
      await batch.skipMalformedEnd();
    } catch (error) {
      if (isKafkaError(error)) {
        // The membership may be lost: whatever else is in hand ends too.
        this.#generation += 1;
        throw error;
      }
      logger.warn({ error, group: this.#options.group, partition: name }, 'A batch failed and is delivered again.');
    }
    if (batch.hasProgress) {
      this.#failures.delete(name);
      return;
    }
    const failures = (this.#failures.get(name) ?? 0) + 1;
    this.#failures.set(name, failures);
    await batch.wait(backoff(failures, random, BACKOFF), scheduler, this.#stopping.signal);
  }
}
