import { crc32c } from './crc32c.ts';
import type { JournalRecord } from './journal.ts';

/**
 * A frame holds one whole batch. All numbers are little-endian.
 *
 *     0  u32  magic
 *     4  u32  length of the payload in bytes
 *     8  u64  number of the batch
 *    16  u32  count of records
 *    20  u32  CRC-32C of the payload
 *    24  u32  checksum of the batch before (the chain)
 *    28  u32  checksum of the batch: CRC-32C of the 28 bytes above, begun with the file's salt
 *    32       payload: a record's length (u32) and its bytes, as often as there are records
 *
 * The salt is random per file: bytes inside a record that look like a frame (a copied journal, an attack) do not pass.
 */
export const FRAME_HEADER_BYTES = 32;
export const RECORD_PREFIX_BYTES = 4;
export const FRAME_MAGIC = Buffer.from('HGB1');

/** The place in a chain of frames: what the next frame must say to follow. */
export interface ChainPosition {
  /** The number of the last batch; 0 before the first. */
  readonly number: number;
  /** Its checksum; 0 before the first. */
  readonly checksum: number;
}

export interface FrameHeader {
  readonly payloadBytes: number;
  readonly number: number;
  readonly records: number;
  readonly payloadChecksum: number;
  readonly previousChecksum: number;
  readonly checksum: number;
}

/** @returns the bytes that a frame of these records takes */
export function frameBytes(records: readonly JournalRecord[]): number {
  let bytes = FRAME_HEADER_BYTES;
  for (const record of records) bytes += RECORD_PREFIX_BYTES + record.byteLength;
  return bytes;
}

/**
 * Packs many records into one frame.
 * @param target at least `frameBytes(records)` long
 * @param after the frame that this one follows
 * @returns the position after this frame, for the next one
 */
export function encodeFrame(
  target: Buffer,
  records: readonly JournalRecord[],
  after: ChainPosition,
  salt: number,
): ChainPosition & { readonly bytes: number } {
  let at = FRAME_HEADER_BYTES;
  for (const record of records) {
    at = target.writeUInt32LE(record.byteLength, at);
    target.set(record, at);
    at += record.byteLength;
  }
  const number = after.number + 1;
  target.set(FRAME_MAGIC, 0);
  target.writeUInt32LE(at - FRAME_HEADER_BYTES, 4);
  target.writeBigUInt64LE(BigInt(number), 8);
  target.writeUInt32LE(records.length, 16);
  target.writeUInt32LE(crc32c(target, 0, FRAME_HEADER_BYTES, at), 20);
  target.writeUInt32LE(after.checksum, 24);
  const checksum = crc32c(target, salt, 0, 28);
  target.writeUInt32LE(checksum, 28);
  return { number, checksum, bytes: at };
}

/** @returns the header at `offset`, or null when there is none or its checksum is wrong */
export function decodeFrameHeader(source: Buffer, offset: number, salt: number): FrameHeader | null {
  if (offset + FRAME_HEADER_BYTES > source.byteLength) return null;
  if (!hasMagic(source, offset)) return null;
  const checksum = source.readUInt32LE(offset + 28);
  if (checksum !== crc32c(source, salt, offset, offset + 28)) return null;
  return {
    payloadBytes: source.readUInt32LE(offset + 4),
    number: Number(source.readBigUInt64LE(offset + 8)),
    records: source.readUInt32LE(offset + 16),
    payloadChecksum: source.readUInt32LE(offset + 20),
    previousChecksum: source.readUInt32LE(offset + 24),
    checksum,
  };
}

/** @returns whether the payload after the header at `offset` is whole and has its checksum */
export function isPayloadIntact(source: Buffer, offset: number, header: FrameHeader): boolean {
  const start = offset + FRAME_HEADER_BYTES;
  const end = start + header.payloadBytes;
  return end <= source.byteLength && crc32c(source, 0, start, end) === header.payloadChecksum;
}

/**
 * Unpacks a frame whose payload is intact.
 * @returns views of `source`, not copies; null when the lengths inside do not add up
 */
export function decodeRecords(source: Buffer, offset: number, header: FrameHeader): readonly Buffer[] | null {
  const end = offset + FRAME_HEADER_BYTES + header.payloadBytes;
  const records: Buffer[] = [];
  let at = offset + FRAME_HEADER_BYTES;
  while (at + RECORD_PREFIX_BYTES <= end) {
    const start = at + RECORD_PREFIX_BYTES;
    at = start + source.readUInt32LE(at);
    if (at > end) return null;
    records.push(source.subarray(start, at));
  }
  return at === end && records.length === header.records ? records : null;
}

function hasMagic(source: Buffer, offset: number): boolean {
  return FRAME_MAGIC.compare(source, offset, offset + FRAME_MAGIC.byteLength) === 0;
}
