/** Bytes that lie in a larger buffer. */
export interface ByteRange {
  readonly block: Buffer;
  readonly start: number;
  readonly end: number;
}

const BLOCK_BYTES = 128 * 1024;

/** Puts many small pieces into few large buffers, for a buffer of its own costs more than most pieces. */
export function createByteArena(): (bytes: Uint8Array) => ByteRange {
  let block = Buffer.alloc(0);
  let used = 0;
  return (bytes) => {
    const size = bytes.byteLength;
    if (used + size > block.byteLength) {
      block = Buffer.allocUnsafeSlow(Math.max(size, BLOCK_BYTES));
      used = 0;
    }
    const start = used;
    block.set(bytes, start);
    used += size;
    return { block, start, end: used };
  };
}

const MOST_BYTES_A_UNIT = 3;

/** The same for texts, which become UTF-8 right where they lie, without a buffer of their own in between. */
export function createTextArena(): (text: string) => ByteRange {
  let block = Buffer.alloc(0);
  let used = 0;
  return (text) => {
    // Most texts fit whatever they consist of; only near the end of a block one is measured.
    if (used + text.length * MOST_BYTES_A_UNIT > block.byteLength) {
      const size = Buffer.byteLength(text);
      if (used + size > block.byteLength) {
        block = Buffer.allocUnsafeSlow(Math.max(size, BLOCK_BYTES));
        used = 0;
      }
    }
    const start = used;
    used += block.write(text, start);
    return { block, start, end: used };
  };
}
