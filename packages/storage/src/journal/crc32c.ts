/**
 * CRC-32C (Castagnoli), the checksum of iSCSI, ext4 and most write-ahead logs. node:zlib only has the CRC-32 of
 * Ethernet, another polynomial.
 *
 * Sources: RFC 3720, section 12.1 and appendix B.4 (polynomial and test vectors); M. Kounavis and F. Berry, "A Systematic
 * Approach to Building High Performance, Software-based, CRC Generators" (ISCC 2005) for slicing by eight.
 */
const REFLECTED_POLYNOMIAL = 0x82f63b78;

/** Eight tables of 256 entries in one array: table k, entry b is the CRC of byte b followed by k zero bytes. */
const TABLE = createTable();

function createTable(): Int32Array {
  const table = new Int32Array(8 * 256);
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

/**
 * @param data the bytes from `start` (inclusive) to `end` (exclusive) are summed
 * @param seed the checksum of the bytes before, so that a sum can be made piece by piece; 0 at the beginning
 * @returns an unsigned 32-bit number
 */
export function crc32c(data: Uint8Array, seed = 0, start = 0, end = data.byteLength): number {
  const table = TABLE;
  let crc = ~seed;
  let at = start;
  // The casts say what the loop bounds and the masks prove: no index lies outside.
  for (const last = end - 7; at < last; at += 8) {
    const low =
      crc ^
      ((data[at] as number) |
        ((data[at + 1] as number) << 8) |
        ((data[at + 2] as number) << 16) |
        ((data[at + 3] as number) << 24));
    crc =
      (table[1792 + (low & 0xff)] as number) ^
      (table[1536 + ((low >>> 8) & 0xff)] as number) ^
      (table[1280 + ((low >>> 16) & 0xff)] as number) ^
      (table[1024 + (low >>> 24)] as number) ^
      (table[768 + (data[at + 4] as number)] as number) ^
      (table[512 + (data[at + 5] as number)] as number) ^
      (table[256 + (data[at + 6] as number)] as number) ^
      (table[data[at + 7] as number] as number);
  }
  for (; at < end; at++) crc = (crc >>> 8) ^ (table[(crc ^ (data[at] as number)) & 0xff] as number);
  return ~crc >>> 0;
}
