/**
 * CRC-32C (Castagnoli), the checksum of iSCSI, ext4 and most write-ahead logs. node:zlib only has the CRC-32 of
 * Ethernet, another polynomial.
 *
 * Sources: RFC 3720, section 12.1 and appendix B.4 (polynomial and test vectors); M. Kounavis and F. Berry, "A Systematic
 * Approach to Building High Performance, Software-based, CRC Generators" (ISCC 2005) for slicing by eight; here by
 * sixteen, read in words of four bytes.
 */
const REFLECTED_POLYNOMIAL = 0x82f63b78;

/** Sixteen tables of 256 entries in one array: table k, entry b is the CRC of byte b followed by k zero bytes. */
const TABLE = createTable();

function createTable(): Int32Array {
  const table = new Int32Array(16 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ REFLECTED_POLYNOMIAL : crc >>> 1;
    table[byte] = crc;
  }
  for (let index = 256; index < table.length; index++) {
    const shorter = table[index - 256] as number;
    table[index] = (shorter >>> 8) ^ (table[shorter & 0xff] as number);
  }
  return table;
}

/** What sixteen bytes make of the sum: the bytes of each word, from the first table to the last. */
function step(table: Int32Array, first: number, second: number, third: number, fourth: number): number {
  // The casts say what the masks prove: no index lies outside.
  return (
    (table[3840 + (first & 0xff)] as number) ^
    (table[3584 + ((first >>> 8) & 0xff)] as number) ^
    (table[3328 + ((first >>> 16) & 0xff)] as number) ^
    (table[3072 + (first >>> 24)] as number) ^
    (table[2816 + (second & 0xff)] as number) ^
    (table[2560 + ((second >>> 8) & 0xff)] as number) ^
    (table[2304 + ((second >>> 16) & 0xff)] as number) ^
    (table[2048 + (second >>> 24)] as number) ^
    (table[1792 + (third & 0xff)] as number) ^
    (table[1536 + ((third >>> 8) & 0xff)] as number) ^
    (table[1280 + ((third >>> 16) & 0xff)] as number) ^
    (table[1024 + (third >>> 24)] as number) ^
    (table[768 + (fourth & 0xff)] as number) ^
    (table[512 + ((fourth >>> 8) & 0xff)] as number) ^
    (table[256 + ((fourth >>> 16) & 0xff)] as number) ^
    (table[fourth >>> 24] as number)
  );
}

/**
 * @param data the bytes from `start` (inclusive) to `end` (exclusive) are summed
 * @param seed the checksum of the bytes before, so that a sum can be made piece by piece; 0 at the beginning
 * @returns an unsigned 32-bit number
 */
export function crc32c(data: Uint8Array, seed = 0, start = 0, end = data.byteLength): number {
  const table = TABLE;
  let crc = ~seed;
  let at = start;
  if (end - start >= 64) {
    const words = new DataView(data.buffer, data.byteOffset, data.byteLength);
    for (const last = end - 15; at < last; at += 16) {
      const first = crc ^ words.getInt32(at, true);
      crc = step(
        table,
        first,
        words.getInt32(at + 4, true),
        words.getInt32(at + 8, true),
        words.getInt32(at + 12, true),
      );
    }
  }
  for (; at < end; at++) crc = (crc >>> 8) ^ (table[(crc ^ (data[at] as number)) & 0xff] as number);
  return ~crc >>> 0;
}
