import type { DirectoryLock } from './directory-lock.ts';
import type {
  Journal,
  JournalRecord,
  JournalSizes,
  SnapshotRecords,
  SnapshotResult,
  SnapshotWriter,
} from './journal.ts';
import { StoreStoppedError } from './journal-errors.ts';
import { FolderSyncError, publishSnapshot } from './publish-snapshot.ts';
import type { Recovered } from './recover.ts';
import { type ReachedCut, WriteLoop, type WriteLoopParts } from './write-loop.ts';

export interface SegmentedJournalParts extends WriteLoopParts {
  readonly lock: DirectoryLock;
  readonly recovered: Recovered;
  readonly now: () => number;
}

/** The newest snapshot, and what would have to be replayed after it. */
interface SnapshotState {
  readonly cut: number;
  readonly bytes: number;
  /** What `WriteLoop.bytes` was at its cut; negative for one from before the opening. */
  readonly writtenAtCut: number;
}

/** The journal over segments. */
export class SegmentedJournal implements Journal {
  readonly #parts: SegmentedJournalParts;
  readonly #loop: WriteLoop;
  #latest: SnapshotState;
  #underWay: Promise<unknown> | null = null;
  #closing: Promise<void> | null = null;

  constructor(parts: SegmentedJournalParts) {
    const { cut, snapshotBytes, bytesSinceSnapshot, segment } = parts.recovered;
    this.#parts = parts;
    this.#loop = new WriteLoop(parts, segment);
    this.#latest = { cut, bytes: snapshotBytes, writtenAtCut: -bytesSinceSnapshot };
  }

  get name(): string {
    return this.#parts.paths.name;
  }

  get currentBatch(): number {
    return this.#loop.queue.current;
  }

  get durableBatch(): number {
    return this.#loop.queue.durable;
  }

  get failure(): StoreStoppedError | null {
    return this.#loop.failure;
  }

  get sizes(): JournalSizes {
    return {
      bytesSinceSnapshot: this.#loop.bytes - this.#latest.writtenAtCut,
      batchesSinceSnapshot: this.durableBatch - this.#latest.cut,
      snapshotBytes: this.#latest.bytes,
    };
  }

  enqueue(records: JournalRecord | readonly JournalRecord[]): number {
    this.#refuseUnlessOpen();
    const list = records instanceof Uint8Array ? [records] : records;
    if (list.length === 0) return this.currentBatch;
    const batch = this.#loop.queue.add(list);
    this.#loop.wake();
    return batch;
  }

  async append(records: JournalRecord | readonly JournalRecord[]): Promise<number> {
    const batch = this.enqueue(records);
    await this.whenDurable(batch);
    return batch;
  }

  whenDurable(batch: number = this.currentBatch): Promise<void> {
    return batch <= this.durableBatch ? Promise.resolve() : this.#loop.queue.whenSettled(batch);
  }

  async snapshot(writer: SnapshotWriter): Promise<SnapshotResult> {
    this.#refuseUnlessOpen();
    if (this.#underWay !== null) throw new RangeError('A snapshot is under way. Wait for it before beginning another.');
    // No await up to here: the writer sees the state exactly as of the cut.
    const cut = this.#loop.queue.seal();
    const records = writer(cut);
    const work = this.#writeSnapshot(this.#loop.whenCut(cut), records);
    this.#underWay = work;
    try {
      return await work;
    } finally {
      this.#underWay = null;
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#loop.whenIdle();
    // A snapshot ends at its next checkpoint; nothing of it is needed.
    await this.#underWay?.catch(() => undefined);
    await this.#loop.whenIdle();
    await this.#loop.close();
    await this.#parts.lock.release();
  }

  async #writeSnapshot(reached: Promise<ReachedCut>, records: SnapshotRecords): Promise<SnapshotResult> {
    const { files, paths, randomNumber, now } = this.#parts;
    const { position, bytes: writtenAtCut } = await reached;
    const checkpoint = (): void => {
      this.#refuseUnlessOpen();
    };
    try {
      const source = { cut: position, records, salt: randomNumber(), now, checkpoint };
      const written = await publishSnapshot(files, paths, source);
      this.#latest = { cut: position.number, bytes: written.bytes, writtenAtCut };
      return { cut: position.number, ...written };
    } catch (error) {
      if (!(error instanceof FolderSyncError)) throw error;
      this.#loop.stop(error.cause);
      throw this.#loop.failure ?? error;
    }
  }

  #refuseUnlessOpen(): void {
    if (this.failure !== null) throw this.failure;
    if (this.#closing === null) return;
    throw new StoreStoppedError('The store is closed. Send the request again once it is open.', false);
  }
}
