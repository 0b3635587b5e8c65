import { crc32c } from './crc32c.ts';
import type { ChainPosition } from './frame.ts';

/**
 * The head of every segment and snapshot. All numbers are little-endian.
 *
 *     0  8 bytes  magic with the version of the format
 *     8  u64      number of the last batch before this file: the cut, for a snapshot
 *    16  u32      checksum of that batch
 *    20  u32      salt of the frames in this file
 *    24  u32      0, reserved
 *    28  u32      CRC-32C of the 28 bytes above
 *
 * Both kinds of file get their name only after the head is on disk, so a wrong one is corruption, never a torn write.
 */
export const FILE_HEADER_BYTES = 32;

export type FileKind = 'segment' | 'snapshot';

const MAGIC: Readonly<Record<FileKind, Buffer>> = {
  segment: Buffer.from('HGSEG\0\0\x01', 'latin1'),
  snapshot: Buffer.from('HGSNP\0\0\x01', 'latin1'),
};

export interface FileHeader {
  readonly kind: FileKind;
  readonly after: ChainPosition;
  readonly salt: number;
}

export function encodeFileHeader(header: FileHeader): Buffer {
  const bytes = Buffer.alloc(FILE_HEADER_BYTES);
  bytes.set(MAGIC[header.kind], 0);
  bytes.writeBigUInt64LE(BigInt(header.after.number), 8);
  bytes.writeUInt32LE(header.after.checksum, 16);
  bytes.writeUInt32LE(header.salt, 20);
  bytes.writeUInt32LE(crc32c(bytes, 0, 0, 28), 28);
  return bytes;
}

/** @returns null when the bytes are not the head of a file of this kind */
export function decodeFileHeader(bytes: Buffer, kind: FileKind): FileHeader | null {
  if (bytes.byteLength < FILE_HEADER_BYTES) return null;
  if (MAGIC[kind].compare(bytes, 0, 8) !== 0) return null;
  if (bytes.readUInt32LE(28) !== crc32c(bytes, 0, 0, 28)) return null;
  const after = { number: Number(bytes.readBigUInt64LE(8)), checksum: bytes.readUInt32LE(16) };
  return { kind, after, salt: bytes.readUInt32LE(20) };
}
