import { crc32 } from 'node:zlib';

/**
 * The checksum of the log's frames. A log has no snapshot and is read whole at every start, so the sum that node:zlib
 * computes in native code is worth more here than CRC-32C's better distribution: both find every burst of up to 32 bits.
 * @returns an unsigned 32-bit number
 */
export function checksum(bytes: Uint8Array, seed = 0): number {
  return crc32(bytes, seed);
}
