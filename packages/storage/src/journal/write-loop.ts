import { setImmediate as nextTurn } from 'node:timers/promises';
import { BatchQueue } from './batch-queue.ts';
import { type Deferred, createDeferred } from './deferred.ts';
import type { JournalPaths } from './file-names.ts';
import type { FilePort } from './file-port.ts';
import type { ChainPosition } from './frame.ts';
import { StoreStoppedError, reasonOf } from './journal-errors.ts';
import type { JournalLimits } from './journal-options.ts';
import { type Segment, createSegment } from './segment.ts';

export interface WriteLoopParts {
  readonly files: FilePort;
  readonly paths: JournalPaths;
  readonly limits: JournalLimits;
  readonly onStopped: (error: StoreStoppedError) => void;
  readonly randomNumber: () => number;
}

/** A batch is on disk, and the one after it begins a new segment. */
export interface ReachedCut {
  readonly position: ChainPosition;
  /** `WriteLoop.bytes` at that moment. */
  readonly bytes: number;
}

interface WantedCut {
  readonly number: number;
  readonly reached: Deferred<ReachedCut>;
}

/** Writes the queue to segments, batch after batch; everybody else waits for it. Stops for good at the first failure. */
export class WriteLoop {
  readonly queue: BatchQueue;
  readonly #parts: WriteLoopParts;
  #segment: Segment;
  #failure: StoreStoppedError | null = null;
  #running: Promise<void> | null = null;
  #isWriting = false;
  #wantedCut: WantedCut | null = null;
  #bytes = 0;

  constructor(parts: WriteLoopParts, segment: Segment) {
    this.#parts = parts;
    this.#segment = segment;
    this.queue = new BatchQueue(parts.limits, segment.position.number);
  }

  get failure(): StoreStoppedError | null {
    return this.#failure;
  }

  /** Bytes of batches that were written since the start. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Something is in the queue. */
  wake(): void {
    this.#running ??= this.#run();
  }

  /** @param number a sealed batch, or the newest one on disk; one cut at a time */
  whenCut(number: number): Promise<ReachedCut> {
    const reached = createDeferred<ReachedCut>();
    this.#wantedCut = { number, reached };
    this.wake();
    return reached.promise;
  }

  async whenIdle(): Promise<void> {
    for (let running = this.#running; running !== null; running = this.#running) await running;
  }

  /** All that was acknowledged is on disk already, so an error here concerns nobody. */
  async close(): Promise<void> {
    await this.#segment.close().catch(() => undefined);
  }

  /** Never retries: after a failed fsync nobody can tell what is on disk, and a second one may lie. */
  stop(cause: unknown): void {
    if (this.#failure !== null) return;
    const message =
      `The store stopped, because it could not write to ${this.#parts.paths.directory}: ${reasonOf(cause)}. Mend the ` +
      'disk, then start again: everything that was acknowledged is found.';
    const failure = new StoreStoppedError(message, false, cause);
    const unknown = new StoreStoppedError(message, true, cause);
    this.#failure = failure;
    this.queue.abandon((index) => (this.#isWriting && index === 0 ? unknown : failure));
    this.#wantedCut?.reached.reject(failure);
    this.#wantedCut = null;
    queueMicrotask(() => {
      this.#parts.onStopped(failure);
    });
  }

  async #run(): Promise<void> {
    try {
      do {
        // Whoever was woken by the last batch gets this turn to add to the next one.
        await nextTurn();
        await this.#rotateWhereDue();
      } while (await this.#writeBatch());
    } catch (error) {
      this.stop(error);
    }
    this.#running = null;
    // What came while this loop was ending begins a new one.
    if (this.#failure === null && (!this.queue.isEmpty || this.#wantedCut !== null)) this.wake();
  }

  /** @returns whether there was one */
  async #writeBatch(): Promise<boolean> {
    const batch = this.#failure === null ? this.queue.take() : null;
    if (batch === null) return false;
    this.#isWriting = true;
    this.#bytes += await this.#segment.append(batch.records);
    this.#isWriting = false;
    this.queue.settle();
    return true;
  }

  async #rotateWhereDue(): Promise<void> {
    const { files, paths, limits, randomNumber } = this.#parts;
    const position = this.#segment.position;
    const cutReached = this.#wantedCut?.number === position.number;
    const full = this.#segment.bytes >= limits.segmentBytes && !this.queue.isEmpty;
    if ((cutReached || full) && this.#segment.after < position.number) {
      const old = this.#segment;
      this.#segment = await createSegment(files, paths, position, randomNumber());
      await old.close();
    }
    if (!cutReached) return;
    this.#wantedCut?.reached.resolve({ position, bytes: this.#bytes });
    this.#wantedCut = null;
  }
}
