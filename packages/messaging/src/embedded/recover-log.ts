import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type FilePort, JournalCorruptError, type OpenFile } from '@hiregraph/storage';
import {
  type ChainPosition,
  FRAME_HEAD_BYTES,
  FRAME_MAGIC,
  type FrameHead,
  RECORD_PREFIX_BYTES,
  decodeFrameHead,
  isPayloadIntact,
} from './log-frame.ts';
import type { DurableHandler } from './record-log.ts';
import { SEGMENT_HEAD_BYTES, type Segment, decodeSegmentHead, findSegments, segmentPath } from './segment-file.ts';

export interface RecoveredLog {
  /** Oldest first; empty when the log is new. The last one is open for writing. */
  readonly segments: readonly Segment[];
  /** The last frame. */
  readonly position: ChainPosition;
}

interface Scan {
  readonly position: ChainPosition;
  /** Where the intact part ends, in bytes. */
  readonly end: number;
  /** Where its last frame begins; null when there is none. */
  readonly lastFrame: number | null;
  readonly records: number;
  readonly newestAt: number;
}

/**
 * Reads the segments from the oldest kept to the newest, checks all of it, hands out the records and mends the end, so
 * that everything handed out is on disk when this resolves.
 * @throws JournalCorruptError when acknowledged records are damaged or missing
 */
export async function recoverLog(files: FilePort, directory: string, onDurable: DurableHandler): Promise<RecoveredLog> {
  // Names too: the last process may have died between a rename and the fsync of the folder.
  await files.syncDirectory(directory);
  const { bases, leftovers } = findSegments(await files.list(directory));
  for (const name of leftovers) await files.unlink(join(directory, name));
  const segments: Segment[] = [];
  let position: ChainPosition | null = null;
  for (const base of bases) {
    const isNewest = base === bases.at(-1);
    const path = segmentPath(directory, base);
    refuseGap(path, segments.at(-1), base);
    const file = await files.open(path, isNewest ? 'write' : 'read', { writesThrough: isNewest });
    const source = await readWhole(file);
    const head = decodeSegmentHead(source, path, base);
    refuseUnlessFollows(path, head.after, position);
    const scan = scanSegment(source, { ...head, path }, isNewest, onDurable);
    if (isNewest) await mendEnd(file, source, scan);
    position = scan.position;
    segments.push({ ...head, path, file, bytes: scan.end, records: scan.records, newestAt: scan.newestAt });
    await nextTurn();
  }
  return { segments, position: position ?? { number: 0, checksum: 0 } };
}

function refuseGap(path: string, before: Segment | undefined, base: number): void {
  if (before === undefined || before.base + before.bytes === base) return;
  throw new JournalCorruptError(path, 0, `a segment is missing between ${before.path} and this one`);
}

function refuseUnlessFollows(path: string, after: ChainPosition, position: ChainPosition | null): void {
  if (position === null) return;
  if (after.number === position.number && after.checksum === position.checksum) return;
  throw new JournalCorruptError(path, 0, `the segment does not follow frame ${position.number} of the one before`);
}

type ScannedSegment = Pick<Segment, 'path' | 'base' | 'after' | 'salt'>;

function scanSegment(source: Buffer, segment: ScannedSegment, isNewest: boolean, onDurable: DurableHandler): Scan {
  const { path, base, salt } = segment;
  let position = segment.after;
  let end = SEGMENT_HEAD_BYTES;
  let lastFrame: number | null = null;
  let records = 0;
  let newestAt = 0;
  while (end < source.byteLength) {
    const head = decodeFrameHead(source, end, salt);
    if (head === null || !isPayloadIntact(source, end, head)) {
      refuseUnlessTorn(source, path, end, salt, isNewest);
      break;
    }
    if (head.number !== position.number + 1 || head.previousChecksum !== position.checksum) {
      throw new JournalCorruptError(path, end, `frame ${head.number} does not follow frame ${position.number}`);
    }
    handOut(source, path, base, end, head, onDurable);
    position = { number: head.number, checksum: head.checksum };
    lastFrame = end;
    end += FRAME_HEAD_BYTES + head.payloadBytes;
    records += head.records;
    newestAt = head.writtenAt;
  }
  return { position, end, lastFrame, records, newestAt };
}

function handOut(
  source: Buffer,
  path: string,
  base: number,
  start: number,
  head: FrameHead,
  onDurable: DurableHandler,
): void {
  const end = start + FRAME_HEAD_BYTES + head.payloadBytes;
  let at = start + FRAME_HEAD_BYTES;
  for (let left = head.records; left > 0; left--) {
    const from = at + RECORD_PREFIX_BYTES;
    const to = from <= end ? from + source.readUInt32LE(at) : from;
    if (to > end) throw new JournalCorruptError(path, at, 'the lengths inside this frame do not add up');
    onDurable(source.subarray(from, to), { position: base + from, bytes: to - from });
    at = to;
  }
}

/** A frame is written only after the one before is on disk: something intact behind a bad frame means it was whole once. */
function refuseUnlessTorn(source: Buffer, path: string, offset: number, salt: number, isNewest: boolean): void {
  if (!isNewest) throw new JournalCorruptError(path, offset, 'this frame is damaged, and a later segment exists');
  for (let at = source.indexOf(FRAME_MAGIC, offset + 1); at !== -1; at = source.indexOf(FRAME_MAGIC, at + 1)) {
    const head = decodeFrameHead(source, at, salt);
    if (head === null || !isPayloadIntact(source, at, head)) continue;
    throw new JournalCorruptError(
      path,
      offset,
      `this frame is damaged, and the intact frame ${head.number} follows it`,
    );
  }
}

/**
 * Cuts a torn frame off and writes the last whole one again before the fsync: that one may be in the system's memory
 * alone, and after a failed fsync the kernel may take it for clean, so that a second fsync would do nothing.
 */
async function mendEnd(file: OpenFile, source: Buffer, { end, lastFrame }: Scan): Promise<void> {
  if (source.byteLength > end) await file.truncate(end);
  if (lastFrame !== null) await file.write(source.subarray(lastFrame, end), lastFrame);
  await file.sync();
}

async function readWhole(file: OpenFile): Promise<Buffer> {
  const buffer = Buffer.allocUnsafeSlow(await file.size());
  return buffer.subarray(0, await file.read(buffer, 0));
}
