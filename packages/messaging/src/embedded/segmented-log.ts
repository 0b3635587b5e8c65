import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { OverloadedError } from '@hiregraph/kernel';
import { type FilePort, StoreStoppedError, nodeFilePort, writeDurably } from '@hiregraph/storage';
import { BlockCache } from './block-cache.ts';
import { type ChainPosition, FRAME_HEAD_BYTES, RECORD_PREFIX_BYTES, encodeFrame } from './log-frame.ts';
import { partAt, retentionPoint } from './log-part.ts';
import type { DurableHandler, LogRetention, RecordLog, RecordPlace } from './record-log.ts';
import { recoverLog } from './recover-log.ts';
import { type Segment, createSegment } from './segment-file.ts';

const FRAME_BYTES = 4 * 1024 * 1024;

export interface SegmentedLogOptions {
  readonly directory: string;
  readonly files?: FilePort;
  /** Milliseconds since the Unix epoch, for retention by age. */
  readonly now: () => number;
  /** A segment that has reached this many bytes is closed, and the next one begun. */
  readonly segmentBytes: number;
  /** Bytes that may wait for the disk. */
  readonly pendingBytes: number;
  /** Called once when a failed write stops the log (not on close). */
  readonly onStopped?: (error: StoreStoppedError) => void;
  /** An unpredictable unsigned 32-bit number a call. Default: node:crypto. */
  readonly randomNumber?: () => number;
}

interface Group {
  readonly records: readonly Buffer[];
  readonly bytes: number;
  readonly resolve: () => void;
  readonly reject: (error: StoreStoppedError) => void;
}

/**
 * A log that only grows: the segments are the data, and there is no snapshot (the journal of packages/storage keeps a
 * state, which a snapshot makes short; here there is none). All that waits while one frame is on its way to the disk
 * goes into the next frame, which is begun only after the fsync of the one before. The caller holds the directory's lock.
 */
export class SegmentedLog implements RecordLog {
  readonly #options: SegmentedLogOptions;
  readonly #files: FilePort;
  readonly #randomNumber: () => number;
  readonly #blocks = new BlockCache();
  #onDurable: DurableHandler = () => undefined;
  #segments: Segment[] = [];
  #position: ChainPosition = { number: 0, checksum: 0 };
  #waiting: Group[] = [];
  #waitingBytes = 0;
  #loop: Promise<void> | null = null;
  #failure: StoreStoppedError | null = null;

  constructor(options: SegmentedLogOptions) {
    this.#options = options;
    this.#files = options.files ?? nodeFilePort;
    this.#randomNumber = options.randomNumber ?? ((): number => randomBytes(4).readUInt32LE());
  }

  async open(onDurable: DurableHandler): Promise<void> {
    const { segments, position } = await recoverLog(this.#files, this.#options.directory, onDurable);
    this.#segments = [...segments];
    this.#position = position;
    this.#onDurable = onDurable;
    if (segments.length === 0) await this.#beginSegment(0);
  }

  append(records: readonly Buffer[]): Promise<void> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    const bytes = records.reduce((sum, record) => sum + RECORD_PREFIX_BYTES + record.byteLength, 0);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ records, bytes, resolve, reject });
      this.#waitingBytes += bytes;
      this.#loop ??= this.#run();
    });
  }

  assertRoom(bytes: number): void {
    if (this.#waitingBytes === 0 || this.#waitingBytes + bytes <= this.#options.pendingBytes) return;
    throw new OverloadedError('As many events wait for the disk as may. None was taken; try again in a second.');
  }

  read(place: RecordPlace): Promise<Buffer> {
    const segment = partAt(this.#segments, place.position);
    return this.#blocks.read(segment, place.position - segment.base, place.bytes);
  }

  retentionPoint(retention: LogRetention, now: number): number {
    return retentionPoint(this.#segments, retention, now);
  }

  async dropBefore(position: number): Promise<void> {
    // The oldest first, each durably before the next: whatever fails or dies in between leaves a log without a gap.
    for (let oldest = this.#segments[0]; oldest !== undefined && oldest.base < position; oldest = this.#segments[0]) {
      if (this.#failure !== null) throw this.#failure;
      await this.#files.unlink(oldest.path);
      try {
        await this.#files.syncDirectory(this.#options.directory);
      } catch (error) {
        throw this.#stop(error, []);
      }
      this.#segments.shift();
      await oldest.file.close();
    }
  }

  async close(): Promise<void> {
    while (this.#loop !== null) await this.#loop;
    this.#failure ??= new StoreStoppedError('The event bus is stopped. Publish again once it runs.', false);
    // All that was acknowledged is on disk already, so an error here concerns nobody.
    await Promise.all(this.#segments.map(({ file }) => file.close().catch(() => undefined)));
    this.#segments = [];
  }

  async #run(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        // Whoever was woken by the last frame gets this turn to add to the next one.
        await nextTurn();
        await this.#writeFrame(this.#takeGroups());
      }
    } finally {
      // In the same turn in which nothing was waiting: a later append begins a new loop.
      this.#loop = null;
    }
  }

  #takeGroups(): readonly Group[] {
    let bytes = 0;
    let count = 0;
    for (const group of this.#waiting) {
      if (count > 0 && bytes + group.bytes > FRAME_BYTES) break;
      bytes += group.bytes;
      count += 1;
    }
    this.#waitingBytes -= bytes;
    return this.#waiting.splice(0, count);
  }

  async #writeFrame(groups: readonly Group[]): Promise<void> {
    try {
      const segment = await this.#segmentToWrite();
      const records = groups.flatMap((group) => group.records);
      const now = this.#options.now();
      const { bytes, after } = encodeFrame(records, this.#position, segment.salt, now);
      const start = segment.bytes;
      await writeDurably(segment.file, bytes, start);
      this.#position = after;
      segment.bytes += bytes.byteLength;
      segment.records += records.length;
      segment.newestAt = now;
      this.#handOut(records, segment.base + start + FRAME_HEAD_BYTES);
    } catch (error) {
      this.#stop(error, groups);
      return;
    }
    for (const group of groups) group.resolve();
  }

  #handOut(records: readonly Buffer[], start: number): void {
    let position = start;
    for (const record of records) {
      position += RECORD_PREFIX_BYTES;
      this.#onDurable(record, { position, bytes: record.byteLength });
      position += record.byteLength;
    }
  }

  async #segmentToWrite(): Promise<Segment> {
    const newest = this.#segments.at(-1);
    if (newest === undefined) return await this.#beginSegment(0);
    return newest.bytes < this.#options.segmentBytes ? newest : await this.#beginSegment(newest.base + newest.bytes);
  }

  async #beginSegment(base: number): Promise<Segment> {
    const head = { base, after: this.#position, salt: this.#randomNumber() };
    const segment = await createSegment(this.#files, this.#options.directory, head);
    this.#segments.push(segment);
    return segment;
  }

  /** Never retries: after a failed fsync nobody can tell what is on disk, and a second one may lie. */
  #stop(cause: unknown, writing: readonly Group[]): StoreStoppedError {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message =
      `The event bus stopped, because it could not write to ${this.#options.directory}: ${reason}. Mend the disk, then ` +
      'start again: everything that was acknowledged is found.';
    const failure = new StoreStoppedError(message, false, cause);
    this.#failure = failure;
    const unknown = new StoreStoppedError(message, true, cause);
    for (const group of writing) group.reject(unknown);
    for (const group of this.#waiting.splice(0)) group.reject(failure);
    this.#options.onStopped?.(failure);
    return failure;
  }
}
