import type { StoreStoppedError } from './journal-errors.ts';

/** Records are opaque to the journal. They must not be changed after they were handed over. */
export type JournalRecord = Uint8Array;

/**
 * Yields the records that describe the whole state as of the cut. The journal gives the event loop back between
 * records, so a plain generator will do; the state must not change under it (a copy of references to immutable
 * documents, made inside the call, is right).
 */
export type SnapshotRecords = AsyncIterable<JournalRecord> | Iterable<JournalRecord>;

/**
 * Called synchronously by `snapshot`, with the number of the last batch that the snapshot has to cover: every record
 * enqueued before is at or before the cut, every later one after it.
 */
export type SnapshotWriter = (cut: number) => SnapshotRecords;

/**
 * Gets back what was written: first the records of the newest snapshot (if any), then the records after its cut, in
 * the order in which they were enqueued. The buffers share memory with larger ones: copy what is kept for long.
 */
export interface RecoveryHandler {
  snapshotRecord(record: Buffer): void;
  /** @param batch the number of the batch that the record belongs to */
  record(record: Buffer, batch: number): void;
  /**
   * The newest snapshot turned out to be damaged halfway: everything that was handed out so far is void, and an older
   * one follows, or the records from the beginning. A handler without this gets nothing of a snapshot before all of it
   * was checked, which takes a second reading.
   */
  discardSnapshot?(): void;
}

export interface SnapshotResult {
  /** The last batch that the snapshot covers. */
  readonly cut: number;
  readonly records: number;
  readonly bytes: number;
}

/** Sizes since the last snapshot, for deciding when the next one is due. */
export interface JournalSizes {
  /** Bytes of batches that an open would have to replay. */
  readonly bytesSinceSnapshot: number;
  /** Batches that an open would have to replay. */
  readonly batchesSinceSnapshot: number;
  /** Bytes of the newest snapshot; 0 without one. */
  readonly snapshotBytes: number;
}

/**
 * An append-only log of batches of records. Batch numbers start at 1, rise by one and survive reopening.
 *
 * A store over it changes its memory right after `enqueue` returned, in the same turn, and answers (also reads,
 * conflicts and refusals) only after `whenDurable(batch)` of the newest batch that the answer saw.
 */
export interface Journal {
  readonly name: string;
  /** The batch that the newest enqueued record belongs to; 0 when there has never been one. */
  readonly currentBatch: number;
  /** The newest batch that is on disk; everything recovered counts. */
  readonly durableBatch: number;
  /** Why the journal stopped; null while it runs. */
  readonly failure: StoreStoppedError | null;
  readonly sizes: JournalSizes;

  /**
   * Takes records that become durable together or not at all, in the order of the calls.
   * @returns the number of the batch that they belong to
   * @throws OverloadedError (retryable; nothing was taken) past the limit of pending records or bytes
   * @throws RecordsTooLargeError when they exceed that limit by themselves
   * @throws StoreStoppedError after a failed write or fsync, and after close
   */
  enqueue(records: JournalRecord | readonly JournalRecord[]): number;

  /**
   * `enqueue` and `whenDurable` in one: resolves with the number of the batch when the records are on disk. All
   * errors come as a rejection.
   */
  append(records: JournalRecord | readonly JournalRecord[]): Promise<number>;

  /**
   * @param batch by default the current batch
   * @returns resolves when the batch is on disk, at once when it is already
   * @throws StoreStoppedError (as a rejection) when the batch can no longer become durable
   * @throws RangeError when no such batch was ever begun
   */
  whenDurable(batch?: number): Promise<void>;

  /**
   * Writes a snapshot beside the running journal and drops the segments that it covers. One at a time: a second call
   * while one is under way throws a RangeError. A failure leaves the journal running and nothing half done, save a
   * failed fsync of the folder, which stops the journal.
   */
  snapshot(writer: SnapshotWriter): Promise<SnapshotResult>;

  /** Writes what is pending, releases the lock. Calling it twice is harmless. */
  close(): Promise<void>;
}
