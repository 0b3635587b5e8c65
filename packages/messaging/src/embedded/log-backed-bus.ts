import { type Clock, type EventEnvelope, type Logger, StoreUnavailableError } from '@hiregraph/kernel';
import type { EventBus, GroupMember, GroupOptions, PositionVector, ReadOptions, TopicSpec } from '../event-bus.ts';
import { EventRefusedError } from '../event-consumer.ts';
import { partitionOf } from '../partitioner.ts';
import type { Scheduler } from '../scheduler.ts';
import { decodeHead, encodeRecord } from './bus-record-codec.ts';
import { BusState, type OpenStateJournal } from './bus-state.ts';
import { ConsumerGroup } from './consumer-group.ts';
import type { EmbeddedBusLimits } from './embedded-bus-limits.ts';
import type { Partition } from './partition.ts';
import { earliestOf, latestOf, readLog } from './read-log.ts';
import type { LogRetention, RecordLog, RecordPlace } from './record-log.ts';
import { RecordReader } from './record-reader.ts';
import { TopicPartitions } from './topic-partitions.ts';

/** An EventBus within one process. */
export interface EmbeddedBus extends EventBus {
  /** Drops what retention does not ask for. */
  applyRetention(): Promise<void>;
}

export interface LogBackedBusParts {
  readonly log: RecordLog;
  /** Null keeps topics and offsets in memory. */
  readonly openJournal: OpenStateJournal | null;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly scheduler: Scheduler;
  readonly random: () => number;
  readonly limits: EmbeddedBusLimits;
  readonly retention: LogRetention | undefined;
}

/** An event as JSON. */
interface Body {
  readonly text: string;
  /** In UTF-8. */
  readonly bytes: number;
}

const RETENTION_MILLISECONDS = 600_000;

/** The bus over whatever keeps its records. */
export class LogBackedBus implements EmbeddedBus {
  readonly #parts: LogBackedBusParts;
  readonly #state: BusState;
  readonly #log: RecordLog;
  readonly #reader: RecordReader;
  readonly #topics = new TopicPartitions();
  readonly #groups = new Map<string, ConsumerGroup>();
  readonly #stopping = new AbortController();
  #running = false;

  constructor(parts: LogBackedBusParts) {
    this.#parts = parts;
    this.#log = parts.log;
    this.#state = new BusState(parts);
    this.#reader = new RecordReader(parts.log, parts.limits.recentBytes);
  }

  async start(): Promise<void> {
    await this.#state.open();
    for (const [topic, partitions] of this.#state.topics) this.#topics.add(topic, partitions);
    for (const { name, index } of this.#topics.all) index.startAt(this.#state.floor(name));
    try {
      await this.#log.open((record, place) => this.#onDurable(record, place));
    } catch (error) {
      await this.#state.close();
      throw error;
    }
    this.#running = true;
    await this.applyRetention();
    if (this.#parts.retention !== undefined) void this.#retainFromTimeToTime();
  }

  async stop(): Promise<void> {
    this.#running = false;
    this.#stopping.abort();
    await Promise.all([...this.#groups.values()].map((group) => group.stop()));
    await this.#log.close();
    await this.#state.close();
  }

  async ensureTopics(specs: readonly TopicSpec[]): Promise<void> {
    for (const { name, partitions } of specs) {
      if (this.#topics.verify(name, partitions)) continue;
      await this.#state.addTopic(name, partitions);
      this.#topics.add(name, partitions);
    }
  }

  async publish(topic: string, events: readonly EventEnvelope[]): Promise<void> {
    this.#refuseUnlessRunning();
    if (events.length === 0) return;
    const bodies = events.map((event) => this.#bodyOf(event));
    this.#log.assertRoom(bodies.reduce((sum, { bytes }) => sum + bytes, 0));
    const partitions = this.#topics.of(topic);
    // Offsets are given away and records handed over in one turn: they are written in the order of the offsets.
    const records = events.map((event, at) => {
      const partition = partitions[partitionOf(event.subject, partitions.length)] as Partition;
      const head = { topic, partition: partition.number, offset: partition.index.take() };
      const { text, bytes } = bodies[at] as Body;
      return encodeRecord(head, text, bytes);
    });
    await this.#log.append(records);
  }

  async subscribe(options: GroupOptions): Promise<GroupMember> {
    this.#refuseUnlessRunning();
    const partitions = options.topics.flatMap((topic) => this.#topics.of(topic));
    for (const { name, index } of partitions) {
      // Kept at once, so that a member that comes back begins where it first began.
      const isNew = this.#state.offset(options.group, name) === null;
      if (isNew && options.from === 'latest') this.#state.setOffset(options.group, name, index.latest);
    }
    return await this.#groupOf(options.group).join(options);
  }

  async *read(options: ReadOptions): ReturnType<typeof readLog> {
    this.#refuseUnlessRunning();
    const partitions = options.topics.flatMap((topic) => this.#topics.of(topic));
    yield* readLog({ partitions, reader: this.#reader, stopping: this.#stopping.signal }, options);
  }

  async earliest(topics: readonly string[]): Promise<PositionVector> {
    return earliestOf(topics.flatMap((topic) => this.#topics.of(topic)));
  }

  async latest(topics: readonly string[]): Promise<PositionVector> {
    return latestOf(topics.flatMap((topic) => this.#topics.of(topic)));
  }

  async lag(group: string, topics: readonly string[]): Promise<PositionVector> {
    const partitions = topics.flatMap((topic) => this.#topics.of(topic));
    return Object.fromEntries(
      partitions.map(({ name, index }) => {
        const committed = Math.max(index.earliest, this.#state.offset(group, name) ?? index.earliest);
        return [name, Math.max(0, index.latest - committed)];
      }),
    );
  }

  async applyRetention(): Promise<void> {
    const { retention, clock } = this.#parts;
    if (retention === undefined) return;
    const point = this.#log.retentionPoint(retention, clock.now());
    const floors = this.#topics.dropBefore(point);
    if (floors.size === 0) return;
    // First the floors: a partition that lost all its records must not begin anew at 0.
    await this.#state.setFloors(floors);
    await this.#log.dropBefore(point);
  }

  #onDurable(record: Buffer, place: RecordPlace): void {
    const { topic, partition: number, offset } = decodeHead(record);
    const partition = this.#topics.of(topic)[number] as Partition;
    partition.index.add(offset, place);
    if (!this.#running) return;
    this.#reader.remember(record, place);
    partition.notify();
  }

  #bodyOf(event: EventEnvelope): Body {
    const text = JSON.stringify(event);
    const bytes = Buffer.byteLength(text);
    if (bytes <= this.#parts.limits.eventBytes) return { text, bytes };
    throw new EventRefusedError(
      `Event ${event.id} has ${bytes} bytes, and at most ${this.#parts.limits.eventBytes} are taken.`,
    );
  }

  #groupOf(name: string): ConsumerGroup {
    const { logger, random, scheduler, limits } = this.#parts;
    const { batchRecords, batchBytes } = limits;
    const parts = { state: this.#state, reader: this.#reader, scheduler, random, logger, batchRecords, batchBytes };
    const group = this.#groups.get(name) ?? new ConsumerGroup(parts, (topic) => this.#topics.of(topic));
    this.#groups.set(name, group);
    return group;
  }

  #refuseUnlessRunning(): void {
    if (!this.#running) throw new StoreUnavailableError('The event bus is not running. Try again once it is.');
  }

  async #retainFromTimeToTime(): Promise<void> {
    const { signal } = this.#stopping;
    await this.#parts.scheduler.wait(RETENTION_MILLISECONDS, signal);
    while (!signal.aborted) {
      await this.applyRetention().catch((error: unknown) => {
        this.#parts.logger.error({ error }, 'Old events could not be dropped; the log goes on growing.');
      });
      await this.#parts.scheduler.wait(RETENTION_MILLISECONDS, signal);
    }
  }
}
