import { checksum } from './checksum.ts';

/**
 * A frame holds the records that one fsync made durable. All numbers are little-endian.
 *
 *     0  u32  magic, no valid UTF-8: it never occurs in an event
 *     4  u32  length of the payload in bytes
 *     8  u64  number of the frame, from 1
 *    16  u32  count of records
 *    20  u64  when it was written, in milliseconds since the Unix epoch
 *    28  u32  checksum of the payload
 *    32  u32  checksum of the frame before (the chain)
 *    36  u32  checksum of the frame: of the 36 bytes above, begun with the segment's salt
 *    40       payload: a record's length (u32) and its bytes, as often as there are records
 */
export const FRAME_HEAD_BYTES = 40;
export const RECORD_PREFIX_BYTES = 4;
export const FRAME_MAGIC = Buffer.from([0xff, 0x48, 0x47, 0xfe]);

/** The place in the chain of frames: what the next one must say to follow. */
export interface ChainPosition {
  /** The number of the last frame; 0 before the first. */
  readonly number: number;
  /** Its checksum; 0 before the first. */
  readonly checksum: number;
}

export interface FrameHead {
  readonly payloadBytes: number;
  readonly number: number;
  readonly records: number;
  readonly writtenAt: number;
  readonly payloadChecksum: number;
  readonly previousChecksum: number;
  readonly checksum: number;
}

export interface EncodedFrame {
  readonly bytes: Buffer;
  readonly after: ChainPosition;
}

/**
 * @param after the frame that this one follows
 * @param writtenAt milliseconds since the Unix epoch
 */
export function encodeFrame(
  records: readonly Buffer[],
  after: ChainPosition,
  salt: number,
  writtenAt: number,
): EncodedFrame {
  const payloadBytes = records.reduce((sum, record) => sum + RECORD_PREFIX_BYTES + record.byteLength, 0);
  const bytes = Buffer.allocUnsafe(FRAME_HEAD_BYTES + payloadBytes);
  let at = FRAME_HEAD_BYTES;
  for (const record of records) {
    at = bytes.writeUInt32LE(record.byteLength, at);
    at += record.copy(bytes, at);
  }
  const number = after.number + 1;
  FRAME_MAGIC.copy(bytes, 0);
  bytes.writeUInt32LE(payloadBytes, 4);
  bytes.writeBigUInt64LE(BigInt(number), 8);
  bytes.writeUInt32LE(records.length, 16);
  bytes.writeBigUInt64LE(BigInt(writtenAt), 20);
  bytes.writeUInt32LE(checksum(bytes.subarray(FRAME_HEAD_BYTES)), 28);
  bytes.writeUInt32LE(after.checksum, 32);
  const sum = checksum(bytes.subarray(0, 36), salt);
  bytes.writeUInt32LE(sum, 36);
  return { bytes, after: { number, checksum: sum } };
}

/** @returns the head at `offset`, or null when there is none or its checksum is wrong */
export function decodeFrameHead(source: Buffer, offset: number, salt: number): FrameHead | null {
  if (offset + FRAME_HEAD_BYTES > source.byteLength) return null;
  if (FRAME_MAGIC.compare(source, offset, offset + FRAME_MAGIC.byteLength) !== 0) return null;
  const sum = source.readUInt32LE(offset + 36);
  if (sum !== checksum(source.subarray(offset, offset + 36), salt)) return null;
  return {
    payloadBytes: source.readUInt32LE(offset + 4),
    number: Number(source.readBigUInt64LE(offset + 8)),
    records: source.readUInt32LE(offset + 16),
    writtenAt: Number(source.readBigUInt64LE(offset + 20)),
    payloadChecksum: source.readUInt32LE(offset + 28),
    previousChecksum: source.readUInt32LE(offset + 32),
    checksum: sum,
  };
}

/** @returns whether the payload behind the head at `offset` is whole and has its checksum */
export function isPayloadIntact(source: Buffer, offset: number, head: FrameHead): boolean {
  const start = offset + FRAME_HEAD_BYTES;
  const end = start + head.payloadBytes;
  return end <= source.byteLength && checksum(source.subarray(start, end)) === head.payloadChecksum;
}
