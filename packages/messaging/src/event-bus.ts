import type { EventEnvelope, Lifecycle } from '@hiregraph/kernel';

/** Where a reader stands: the next offset of every partition of every topic it reads, as `topic/partition` → offset. */
export type PositionVector = Readonly<Record<string, number>>;

export interface TopicSpec {
  readonly name: string;
  readonly partitions: number;
}

/** One record as it lies on a topic. */
export interface BusRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  /** The aggregate's id. */
  readonly key: string;
  readonly event: EventEnvelope;
}

/** What a consumer group's member is handed: records of one partition, in offset order. */
export interface RecordBatch {
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly BusRecord[];
  /** Commits the offset behind a record: everything before it counts as done. */
  commit(nextOffset: number): Promise<void>;
  /** Keeps the membership alive in a long batch. */
  heartbeat(): Promise<void>;
  /** True once the partition was taken away or the consumer stops: leave without committing more. */
  readonly stale: () => boolean;
}

export interface GroupOptions {
  readonly group: string;
  readonly topics: readonly string[];
  /** Where a group without offsets begins. */
  readonly from: 'earliest' | 'latest';
  /** Awaited per partition, one batch at a time. A rejection delivers the batch again, from the committed offset. */
  readonly onBatch: (batch: RecordBatch) => Promise<void>;
}

export interface GroupMember {
  stop(): Promise<void>;
}

export interface ReadOptions {
  readonly topics: readonly string[];
  /** Absent partitions are read from their earliest record. */
  readonly from: PositionVector;
  /** True: goes on waiting for new records; false: ends at the end as it was when reading began. */
  readonly live: boolean;
  readonly signal?: AbortSignal;
}

/**
 * The port to a durable, partitioned log with consumer groups. Ordered per key; delivery is at least once.
 * A publish resolves when every record is durable (all in-sync replicas, or the fsync of the embedded engine); a
 * rejected publish may have landed all the same.
 */
export interface EventBus extends Lifecycle {
  /** Creates what is missing and verifies the rest. */
  ensureTopics(topics: readonly TopicSpec[]): Promise<void>;
  /**
   * @throws HiregraphError with `retryable` true when sending again may help; EventRefusedError when this event never will be taken
   */
  publish(topic: string, events: readonly EventEnvelope[]): Promise<void>;
  subscribe(options: GroupOptions): Promise<GroupMember>;
  /** Reads without a group, from given positions. Each record with the position vector behind it. */
  read(options: ReadOptions): AsyncIterable<{ readonly record: BusRecord; readonly position: PositionVector }>;
  /** The earliest offsets still kept, and the ends. */
  earliest(topics: readonly string[]): Promise<PositionVector>;
  latest(topics: readonly string[]): Promise<PositionVector>;
  /** Records not yet committed by a group, per `topic/partition`. */
  lag(group: string, topics: readonly string[]): Promise<PositionVector>;
}
