import type { OpenFile } from './file-port.ts';

const CHUNK_BYTES = 4 * 1024 * 1024;

/** Room in front of a chunk for the end of the one before, so that a block that lies across is in one piece. */
const HEADROOM_BYTES = 256 * 1024;

/** Reads a file from front to back, the next chunk being on its way while the last one is worked on. */
export class ReadAhead {
  readonly #file: OpenFile;
  readonly #size: number;
  #from: number;
  #ahead: Promise<Buffer> | null;
  #buffer: Buffer = Buffer.alloc(0);

  /** @param from where to begin, in bytes */
  constructor(file: OpenFile, size: number, from: number) {
    this.#file = file;
    this.#size = size;
    this.#from = from;
    this.#ahead = this.#readChunk();
  }

  /** @returns the bytes from the current place on: at least so many, fewer only at the end of the file */
  async peek(bytes: number): Promise<Buffer> {
    while (this.#buffer.byteLength < bytes && this.#ahead !== null) {
      const chunk = await this.#ahead;
      this.#ahead = this.#readChunk();
      this.#buffer = joined(this.#buffer, chunk);
    }
    return this.#buffer;
  }

  skip(bytes: number): void {
    this.#buffer = this.#buffer.subarray(bytes);
  }

  #readChunk(): Promise<Buffer> | null {
    const length = Math.min(CHUNK_BYTES, this.#size - this.#from);
    if (length <= 0) return null;
    const chunk = unaccountedBuffer(HEADROOM_BYTES + length);
    const reading = this.#file
      .read(chunk.subarray(HEADROOM_BYTES), this.#from)
      .then((read) => chunk.subarray(0, HEADROOM_BYTES + read));
    // Nobody waits for it any more when what came before is damaged.
    reading.catch(() => undefined);
    this.#from += length;
    return reading;
  }
}

/**
 * Memory that V8 does not count as hanging on its heap, as it does not for shared memory (BackingStore's
 * PerIsolateAccountingLength). Most of a snapshot stays, so that nothing is won by looking for garbage each time that
 * another 64 MB of it have come, as V8 would: half of the time of a large start went there.
 */
function unaccountedBuffer(bytes: number): Buffer {
  return Buffer.from(new SharedArrayBuffer(bytes));
}

function joined(rest: Buffer, chunk: Buffer): Buffer {
  const start = HEADROOM_BYTES - rest.byteLength;
  if (start < 0) return Buffer.concat([rest, chunk.subarray(HEADROOM_BYTES)]);
  rest.copy(chunk, start);
  return chunk.subarray(start);
}
