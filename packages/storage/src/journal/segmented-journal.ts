import { setImmediate as nextTurn } from 'node:timers/promises';
import { BatchQueue } from './batch-queue.ts';
import { type Deferred, createDeferred } from './deferred.ts';
import type { DirectoryLock } from './directory-lock.ts';
import type { JournalPaths } from './file-names.ts';
import type { FilePort } from './file-port.ts';
import type { ChainPosition } from './frame.ts';
import type { Journal, JournalRecord, JournalSizes, SnapshotResult, SnapshotWriter } from './journal.ts';
import { StoreStoppedError } from './journal-errors.ts';
import type { JournalLimits } from './journal-options.ts';
import type { Recovered } from './recover.ts';
import { type Segment, createSegment } from './segment.ts';
import { FolderSyncError, publishSnapshot } from './publish-snapshot.ts';

export interface SegmentedJournalParts {
  readonly files: FilePort;
  readonly paths: JournalPaths;
  readonly lock: DirectoryLock;
  readonly recovered: Recovered;
  readonly limits: JournalLimits;
  readonly onStopped: (error: StoreStoppedError) => void;
  readonly randomNumber: () => number;
  readonly now: () => number;
}

/** A snapshot waits for its cut: the batch to be on disk and a new segment to begin after it. */
interface WantedCut {
  readonly number: number;
  readonly reached: Deferred<ChainPosition>;
}

/** The journal over segments: one loop writes, batch after batch, and everybody else waits for it. */
export class SegmentedJournal implements Journal {
  readonly #parts: SegmentedJournalParts;
  readonly #queue: BatchQueue;
  #segment: Segment;
  #failure: StoreStoppedError | null = null;
  #loop: Promise<void> | null = null;
  #isWriting = false;
  #wantedCut: WantedCut | null = null;
  #snapshot: Promise<unknown> | null = null;
  #closing: Promise<void> | null = null;
  #cut: number;
  #snapshotBytes: number;
  #bytesSinceSnapshot: number;
  #bytesSinceCut = 0;

  constructor(parts: SegmentedJournalParts) {
    this.#parts = parts;
    this.#segment = parts.recovered.segment;
    this.#queue = new BatchQueue(parts.limits, this.#segment.position.number);
    this.#cut = parts.recovered.cut;
    this.#snapshotBytes = parts.recovered.snapshotBytes;
    this.#bytesSinceSnapshot = parts.recovered.bytesSinceSnapshot;
  }

  get name(): string {
    return this.#parts.paths.name;
  }

  get currentBatch(): number {
    return this.#queue.current;
  }

  get durableBatch(): number {
    return this.#queue.durable;
  }

  get failure(): StoreStoppedError | null {
    return this.#failure;
  }

  get sizes(): JournalSizes {
    return {
      bytesSinceSnapshot: this.#bytesSinceSnapshot,
      batchesSinceSnapshot: this.#queue.durable - this.#cut,
      snapshotBytes: this.#snapshotBytes,
    };
  }

  enqueue(records: JournalRecord | readonly JournalRecord[]): number {
    this.#refuseUnlessOpen();
    const list = records instanceof Uint8Array ? [records] : records;
    if (list.length === 0) return this.#queue.current;
    const batch = this.#queue.add(list);
    this.#wake();
    return batch;
  }

  async append(records: JournalRecord | readonly JournalRecord[]): Promise<number> {
    const batch = this.enqueue(records);
    await this.whenDurable(batch);
    return batch;
  }

  whenDurable(batch: number = this.#queue.current): Promise<void> {
    return batch <= this.#queue.durable ? Promise.resolve() : this.#queue.whenSettled(batch);
  }

  async snapshot(writer: SnapshotWriter): Promise<SnapshotResult> {
    this.#refuseUnlessOpen();
    if (this.#snapshot !== null) throw new RangeError('A snapshot is under way. Wait for it before beginning another.');
    // No await up to here: the writer sees the state exactly as of the cut.
    const cut = this.#queue.seal();
    const records = writer(cut);
    const reached = createDeferred<ChainPosition>();
    this.#wantedCut = { number: cut, reached };
    this.#wake();
    const work = this.#writeSnapshot(reached.promise, records);
    this.#snapshot = work;
    try {
      return await work;
    } finally {
      this.#snapshot = null;
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    while (this.#loop !== null) await this.#loop;
    // The snapshot ends at its next checkpoint; nothing of it is needed.
    await this.#snapshot?.catch(() => undefined);
    while (this.#loop !== null) await this.#loop;
    // All that was acknowledged is on disk already, so an error here concerns nobody.
    await this.#segment.close().catch(() => undefined);
    await this.#parts.lock.release();
  }

  async #writeSnapshot(reached: Promise<ChainPosition>, records: ReturnType<SnapshotWriter>): Promise<SnapshotResult> {
    const { files, paths, randomNumber, now } = this.#parts;
    const cut = await reached;
    try {
      const checkpoint = (): void => this.#refuseUnlessOpen();
      const written = await publishSnapshot(files, paths, { cut, records, salt: randomNumber(), now, checkpoint });
      this.#cut = cut.number;
      this.#snapshotBytes = written.bytes;
      this.#bytesSinceSnapshot = this.#bytesSinceCut;
      return { cut: cut.number, ...written };
    } catch (error) {
      if (error instanceof FolderSyncError) this.#stop(error.cause);
      throw error instanceof FolderSyncError ? (this.#failure ?? error) : error;
    }
  }

  #refuseUnlessOpen(): void {
    if (this.#failure !== null) throw this.#failure;
    if (this.#closing === null) return;
    throw new StoreStoppedError('The store is closed. Send the request again once it is open.', false);
  }

  #wake(): void {
    this.#loop ??= this.#run();
  }

  async #run(): Promise<void> {
    try {
      do {
        // Whoever was woken by the last batch gets this turn to add to the next one.
        await nextTurn();
        await this.#rotateWhereDue();
      } while (await this.#writeBatch());
    } catch (error) {
      this.#stop(error);
    }
    this.#loop = null;
    // What came while this loop was ending begins a new one.
    if (this.#failure === null && (!this.#queue.isEmpty || this.#wantedCut !== null)) this.#wake();
  }

  /** @returns whether there was one */
  async #writeBatch(): Promise<boolean> {
    const batch = this.#failure === null ? this.#queue.take() : null;
    if (batch === null) return false;
    this.#isWriting = true;
    const bytes = await this.#segment.append(batch.records);
    this.#isWriting = false;
    this.#bytesSinceSnapshot += bytes;
    this.#bytesSinceCut += bytes;
    this.#queue.settle();
    return true;
  }

  async #rotateWhereDue(): Promise<void> {
    const { files, paths, limits, randomNumber } = this.#parts;
    const position = this.#segment.position;
    const cutReached = this.#wantedCut?.number === position.number;
    const full = this.#segment.bytes >= limits.segmentBytes && !this.#queue.isEmpty;
    if ((cutReached || full) && this.#segment.after < position.number) {
      const old = this.#segment;
      this.#segment = await createSegment(files, paths, position, randomNumber());
      await old.close();
    }
    if (!cutReached) return;
    this.#bytesSinceCut = 0;
    this.#wantedCut?.reached.resolve(position);
    this.#wantedCut = null;
  }

  /** Never retries: after a failed fsync nobody can tell what is on disk, and a second one may lie. */
  #stop(cause: unknown): void {
    if (this.#failure !== null) return;
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message =
      `The store stopped, because it could not write to ${this.#parts.paths.directory}: ${reason}. Mend the disk, then ` +
      'start again: everything that was acknowledged is found.';
    const failure = new StoreStoppedError(message, false, cause);
    const unknown = new StoreStoppedError(message, true, cause);
    this.#failure = failure;
    this.#queue.abandon((index) => (this.#isWriting && index === 0 ? unknown : failure));
    this.#wantedCut?.reached.reject(failure);
    this.#wantedCut = null;
    queueMicrotask(() => this.#parts.onStopped(failure));
  }
}
