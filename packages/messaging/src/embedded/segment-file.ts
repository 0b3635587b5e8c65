import { join } from 'node:path';
import { type FilePort, JournalCorruptError, type OpenFile, writeDurably } from '@hiregraph/storage';
import { checksum } from './checksum.ts';
import type { ChainPosition } from './log-frame.ts';
import type { LogPart } from './log-part.ts';

/**
 * The head of a segment. All numbers are little-endian.
 *
 *     0  8 bytes  magic with the version of the format
 *     8  u64      base: the position of the file's first byte in the whole log
 *    16  u64      number of the last frame before this file
 *    24  u32      checksum of that frame
 *    28  u32      salt of the frames in this file, so that remains of another file do not pass for frames
 *    32  u32      checksum of the 32 bytes above
 *
 * A file gets its name only after its head is on disk, so a wrong head is corruption, never a torn write.
 */
export const SEGMENT_HEAD_BYTES = 36;
const MAGIC = Buffer.from('HGLOG\0\0\x01', 'latin1');
const NAME = /^events\.([0-9]{16})\.segment$/;
const LEFTOVER = /^events\.[0-9]{16}\.segment\.tmp$/;

export interface SegmentHead {
  readonly base: number;
  readonly after: ChainPosition;
  readonly salt: number;
}

/** One segment on disk. */
export interface Segment extends LogPart, SegmentHead {
  readonly path: string;
  readonly file: OpenFile;
  /** Length in bytes. */
  bytes: number;
}

/** @returns the bases of the segments among the names in a directory, oldest first, and what an interrupted creation left */
export function findSegments(names: readonly string[]): { readonly bases: number[]; readonly leftovers: string[] } {
  const bases = names.flatMap((name) => NAME.exec(name)?.[1] ?? []).map(Number);
  return { bases: bases.sort((a, b) => a - b), leftovers: names.filter((name) => LEFTOVER.test(name)) };
}

export function segmentPath(directory: string, base: number): string {
  return join(directory, `events.${String(base).padStart(16, '0')}.segment`);
}

/** Makes an empty segment; its name is durable when this resolves. */
export async function createSegment(files: FilePort, directory: string, head: SegmentHead): Promise<Segment> {
  const path = segmentPath(directory, head.base);
  const temporary = `${path}.tmp`;
  const file = await files.open(temporary, 'create', { writesThrough: true });
  try {
    await writeDurably(file, encodeHead(head), 0);
    await files.rename(temporary, path);
    await files.syncDirectory(directory);
    return { ...head, path, file, bytes: SEGMENT_HEAD_BYTES, records: 0, newestAt: 0 };
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
}

/** @throws JournalCorruptError when the bytes are not the head of the segment that the path names */
export function decodeSegmentHead(bytes: Buffer, path: string, base: number): SegmentHead {
  const isHead =
    bytes.byteLength >= SEGMENT_HEAD_BYTES &&
    MAGIC.compare(bytes, 0, 8) === 0 &&
    bytes.readUInt32LE(32) === checksum(bytes.subarray(0, 32)) &&
    Number(bytes.readBigUInt64LE(8)) === base;
  if (!isHead) throw new JournalCorruptError(path, 0, 'this is not the head of the segment that its name says');
  const after = { number: Number(bytes.readBigUInt64LE(16)), checksum: bytes.readUInt32LE(24) };
  return { base, after, salt: bytes.readUInt32LE(28) };
}

function encodeHead(head: SegmentHead): Buffer {
  const bytes = Buffer.alloc(SEGMENT_HEAD_BYTES);
  MAGIC.copy(bytes, 0);
  bytes.writeBigUInt64LE(BigInt(head.base), 8);
  bytes.writeBigUInt64LE(BigInt(head.after.number), 16);
  bytes.writeUInt32LE(head.after.checksum, 24);
  bytes.writeUInt32LE(head.salt, 28);
  bytes.writeUInt32LE(checksum(bytes.subarray(0, 32)), 32);
  return bytes;
}
