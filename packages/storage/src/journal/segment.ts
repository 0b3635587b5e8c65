import { FILE_HEADER_BYTES, encodeFileHeader } from './file-header.ts';
import type { JournalPaths } from './file-names.ts';
import { type FilePort, type OpenFile, writeDurably } from './file-port.ts';
import { type ChainPosition, encodeFrame, frameBytes } from './frame.ts';
import type { JournalRecord } from './journal.ts';

/** A scratch buffer past this size is not kept. */
const KEPT_BYTES = 1024 * 1024;

/** The file that batches are appended to. Any failure leaves it unusable; the journal stops then. */
export class Segment {
  readonly path: string;
  /** The batch before the first one of this file. */
  readonly after: number;
  readonly #file: OpenFile;
  readonly #salt: number;
  #position: ChainPosition;
  #end: number;
  #scratch = Buffer.alloc(0);

  constructor(path: string, file: OpenFile, after: number, salt: number, position: ChainPosition, end: number) {
    this.path = path;
    this.after = after;
    this.#file = file;
    this.#salt = salt;
    this.#position = position;
    this.#end = end;
  }

  /** The last batch on disk. */
  get position(): ChainPosition {
    return this.#position;
  }

  /** Length in bytes. */
  get bytes(): number {
    return this.#end;
  }

  /**
   * Writes one batch and waits until it is on disk: with one call at a time, batch n+1 is never begun before n is there.
   * @returns the bytes that it took
   */
  async append(records: readonly JournalRecord[]): Promise<number> {
    const target = this.#scratchOf(frameBytes(records));
    const { bytes, number, checksum } = encodeFrame(target, records, this.#position, this.#salt);
    await writeDurably(this.#file, target.subarray(0, bytes), this.#end);
    this.#position = { number, checksum };
    this.#end += bytes;
    return bytes;
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  #scratchOf(bytes: number): Buffer {
    if (bytes <= this.#scratch.byteLength) return this.#scratch;
    const buffer = Buffer.allocUnsafeSlow(bytes);
    if (bytes <= KEPT_BYTES) this.#scratch = buffer;
    return buffer;
  }
}

/** Makes the segment that begins after a batch. It has its name only when its head is on disk. */
export async function createSegment(
  files: FilePort,
  paths: JournalPaths,
  after: ChainPosition,
  salt: number,
): Promise<Segment> {
  const path = paths.file('segment', after.number);
  const temporary = paths.temporary(path);
  const file = await files.open(temporary, 'create', { writesThrough: true });
  try {
    await writeDurably(file, encodeFileHeader({ kind: 'segment', after, salt }), 0);
    await files.rename(temporary, path);
    await files.syncDirectory(paths.directory);
    return new Segment(path, file, after.number, salt, after, FILE_HEADER_BYTES);
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
}
