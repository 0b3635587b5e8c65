import { randomUUID } from 'node:crypto';
import type { Logger } from '@hiregraph/kernel';
import type { Admin, Consumer, EachBatchPayload } from 'kafkajs';
import { backoff } from '../backoff.ts';
import { BoundedQueue } from '../bounded-queue.ts';
import type { BusRecord, PositionVector, ReadOptions } from '../event-bus.ts';
import { findPositionFault, PositionGoneError, partitionName } from '../position-vector.ts';
import { systemScheduler } from '../scheduler.ts';
import type { KafkaClients } from './kafka-client.ts';
import { unavailable } from './kafka-errors.ts';
import { toRecords } from './kafka-records.ts';

export interface KafkaReadParts {
  readonly clients: KafkaClients;
  readonly logger: Logger;
  /** Aborted when the bus stops. */
  readonly stopping: AbortSignal;
}

export interface TopicBounds {
  readonly earliest: PositionVector;
  readonly latest: PositionVector;
}

type ReadItem = { readonly record: BusRecord; readonly position: PositionVector };

const QUEUED_RECORDS = 1_000;
const MAXIMUM_WAIT_MILLISECONDS = 200;
/** So often in a row a read is begun anew before it fails: brokers that have just started are a while about it. */
const RESTARTS = 5;
const BACKOFF = { base: 200, cap: 2_000 };
/** Groups of readers are known by this prefix: they never commit, and are removed when they end. */
const GROUP_PREFIX = 'hiregraph.read.';

/**
 * Reads topics from given positions. kafkajs reads in groups only, so every read joins one of its own, seeks, and never
 * commits. Partitions come in the order in which the brokers give them.
 * @throws PositionGoneError when a position is not kept (any more)
 */
export async function* readKafka(
  parts: KafkaReadParts,
  bounds: TopicBounds,
  options: ReadOptions,
): AsyncGenerator<ReadItem> {
  const fault = findPositionFault(options.from, bounds.earliest, bounds.latest);
  if (fault !== null) throw new PositionGoneError(fault, bounds.earliest);
  const start = { ...bounds.earliest, ...within(options.from, bounds.earliest) };
  const reader = new KafkaReader(parts, bounds, options, start);
  if (reader.isDone) return;
  try {
    await reader.begin();
    yield* reader.items();
  } finally {
    await reader.end();
  }
}

function within(from: PositionVector, known: PositionVector): PositionVector {
  return Object.fromEntries(Object.entries(from).filter(([partition]) => partition in known));
}

class KafkaReader {
  readonly #parts: KafkaReadParts;
  readonly #bounds: TopicBounds;
  readonly #options: ReadOptions;
  readonly #group = GROUP_PREFIX + randomUUID();
  readonly #queue = new BoundedQueue<BusRecord>(QUEUED_RECORDS, systemScheduler);
  readonly #over = new AbortController();
  #consumer: Consumer | null = null;
  /** In a row. */
  #crashes = 0;
  /** What was handed to the queue, and what was yielded. */
  readonly #fetched: Record<string, number>;
  readonly #position: Record<string, number>;

  constructor(parts: KafkaReadParts, bounds: TopicBounds, options: ReadOptions, start: PositionVector) {
    this.#parts = parts;
    this.#bounds = bounds;
    this.#options = options;
    this.#fetched = { ...start };
    this.#position = { ...start };
    for (const signal of [parts.stopping, options.signal]) {
      if (signal?.aborted) this.#finish();
      signal?.addEventListener('abort', this.#finish, { signal: this.#over.signal });
    }
    if (this.#isAtEnd(this.#fetched)) this.#finish();
  }

  get isDone(): boolean {
    return this.#over.signal.aborted;
  }

  async begin(): Promise<void> {
    const consumer = await this.#parts.clients.consumer({
      groupId: this.#group,
      maxWaitTimeInMs: MAXIMUM_WAIT_MILLISECONDS,
      restart: () => this.#mayRestart(),
    });
    this.#consumer = consumer;
    consumer.on(consumer.events.CRASH, ({ payload: { restart, error } }) => {
      if (!restart) this.#queue.fail(unavailable('broke off a read', error));
    });
    // Before anything is fetched, also after kafkajs began anew: a broker that has just started refuses the first join.
    consumer.on(consumer.events.GROUP_JOIN, () => {
      this.#crashes = 0;
      this.#seek(consumer);
    });
    await consumer.connect();
    await consumer.subscribe({ topics: [...this.#options.topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      eachBatch: (payload) => this.#onBatch(payload),
    });
  }

  async #mayRestart(): Promise<boolean> {
    this.#crashes += 1;
    if (this.#crashes > RESTARTS) return false;
    await systemScheduler.wait(backoff(this.#crashes, Math.random, BACKOFF), this.#over.signal);
    return !this.isDone;
  }

  #seek(consumer: Consumer): void {
    for (const [name, offset] of Object.entries(this.#fetched)) {
      const at = name.lastIndexOf('/');
      const partition = { topic: name.slice(0, at), partition: Number(name.slice(at + 1)) };
      consumer.seek({ ...partition, offset: String(offset) });
    }
  }

  async *items(): AsyncGenerator<ReadItem> {
    for await (const record of this.#queue) {
      const name = partitionName(record.topic, record.partition);
      if (!this.#options.live && record.offset >= (this.#bounds.latest[name] ?? 0)) continue;
      // A batch that a restart broke off comes again from its beginning.
      if (record.offset < (this.#position[name] ?? 0)) continue;
      this.#position[name] = record.offset + 1;
      yield { record, position: { ...this.#position } };
    }
  }

  async end(): Promise<void> {
    this.#finish();
    const { clients, logger } = this.#parts;
    if (this.#consumer === null) return;
    try {
      await clients.end(this.#consumer);
      await withAdmin(clients, (admin) => admin.deleteGroups([this.#group]));
    } catch (error) {
      logger.debug({ error, group: this.#group }, 'A group of a read could not be removed; Kafka forgets it in time.');
    }
  }

  readonly #finish = (): void => {
    this.#queue.end();
    this.#over.abort();
  };

  async #onBatch({ batch, resolveOffset, heartbeat, isRunning }: EachBatchPayload): Promise<void> {
    const { topic, partition, messages } = batch;
    const name = partitionName(topic, partition);
    const wanted = this.#fetched[name] ?? 0;
    const fresh = messages.filter(({ offset }) => Number(offset) >= wanted);
    // A compressed batch begins before the offset that was asked for; never behind it, unless retention was faster.
    const first = fresh[0] === undefined ? wanted : Number(fresh[0].offset);
    if (first > wanted) {
      const fault = { partition: name, wanted, earliest: first, latest: Number(batch.highWatermark) };
      this.#queue.fail(new PositionGoneError(fault, { ...this.#bounds.earliest, [name]: first }));
      return;
    }
    for (const record of toRecords(topic, partition, fresh, this.#parts.logger)) {
      while (!(await this.#queue.put(record, HEARTBEAT_MILLISECONDS)) && isRunning()) await heartbeat();
      if (this.isDone || !isRunning()) return;
    }
    const last = messages.at(-1)?.offset;
    if (last === undefined) return;
    // A batch that is known already too, or it would be fetched for ever.
    resolveOffset(last);
    this.#fetched[name] = Math.max(wanted, Number(last) + 1);
    await heartbeat();
    if (this.#isAtEnd(this.#fetched)) this.#queue.end();
  }

  #isAtEnd(position: PositionVector): boolean {
    if (this.#options.live) return false;
    return Object.entries(this.#bounds.latest).every(([name, end]) => (position[name] ?? 0) >= end);
  }
}

const HEARTBEAT_MILLISECONDS = 1_000;

/** Does something as an administrator, on a connection of its own. */
export async function withAdmin<T>(clients: KafkaClients, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = await clients.admin();
  try {
    await admin.connect();
    return await work(admin);
  } finally {
    await clients.end(admin);
  }
}
