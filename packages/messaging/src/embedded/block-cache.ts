import type { Segment } from './segment-file.ts';

const BLOCK_BYTES = 256 * 1024;
const BLOCKS = 32;

/**
 * Reads stretches of segments through the blocks last used (8 MiB at most), since records of one partition lie among
 * those of the others, and whoever catches up goes through all of them.
 */
export class BlockCache {
  readonly #blocks = new Map<string, Promise<Buffer>>();

  /** @param offset in the file, in bytes */
  async read(segment: Segment, offset: number, bytes: number): Promise<Buffer> {
    const block = Math.floor(offset / BLOCK_BYTES);
    const start = offset - block * BLOCK_BYTES;
    if (start + bytes > BLOCK_BYTES) return await readFrom(segment, offset, bytes);
    const content = await this.#block(segment, block, start + bytes);
    return content.subarray(start, start + bytes);
  }

  /** @param needed the block is read again when what is cached of it is shorter: the segment has grown since */
  async #block(segment: Segment, block: number, needed: number): Promise<Buffer> {
    const key = `${segment.base}:${block}`;
    const cached = await this.#blocks.get(key);
    if (cached !== undefined && cached.byteLength >= needed) return cached;
    const offset = block * BLOCK_BYTES;
    const reading = readFrom(segment, offset, Math.min(BLOCK_BYTES, segment.bytes - offset));
    this.#remember(key, reading);
    return await reading;
  }

  #remember(key: string, reading: Promise<Buffer>): void {
    this.#blocks.delete(key);
    this.#blocks.set(key, reading);
    reading.catch(() => this.#blocks.delete(key));
    const [oldest] = this.#blocks.keys();
    if (this.#blocks.size > BLOCKS && oldest !== undefined) this.#blocks.delete(oldest);
  }
}

async function readFrom(segment: Segment, offset: number, bytes: number): Promise<Buffer> {
  const target = Buffer.allocUnsafeSlow(bytes);
  return target.subarray(0, await segment.file.read(target, offset));
}
