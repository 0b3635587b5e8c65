import { StoreUnavailableError } from '@hiregraph/kernel';
import { type LogPart, partAt, retentionPoint } from './log-part.ts';
import type { DurableHandler, LogRetention, RecordLog, RecordPlace } from './record-log.ts';

const CHUNK_BYTES = 1024 * 1024;

interface Chunk extends LogPart {
  readonly bytes: Buffer;
  used: number;
}

/** A log in memory, outside of the JavaScript heap; gone with the process. For tests and trials. */
export class MemoryLog implements RecordLog {
  readonly #now: () => number;
  #chunks: Chunk[] = [];
  #onDurable: DurableHandler = () => undefined;
  #closed = false;

  constructor(now: () => number) {
    this.#now = now;
  }

  async open(onDurable: DurableHandler): Promise<void> {
    this.#onDurable = onDurable;
  }

  async append(records: readonly Buffer[]): Promise<void> {
    if (this.#closed) throw new StoreUnavailableError('The event bus is stopped. Publish again once it runs.');
    for (const record of records) {
      const chunk = this.#chunkFor(record.byteLength);
      const place = { position: chunk.base + chunk.used, bytes: record.byteLength };
      chunk.used += record.copy(chunk.bytes, chunk.used);
      chunk.records += 1;
      chunk.newestAt = this.#now();
      this.#onDurable(record, place);
    }
  }

  assertRoom(): void {
    // Nothing ever waits for memory.
  }

  async read(place: RecordPlace): Promise<Buffer> {
    const chunk = partAt(this.#chunks, place.position);
    const start = place.position - chunk.base;
    return chunk.bytes.subarray(start, start + place.bytes);
  }

  retentionPoint(retention: LogRetention, now: number): number {
    return retentionPoint(this.#chunks, retention, now);
  }

  async dropBefore(position: number): Promise<void> {
    this.#chunks = this.#chunks.filter((chunk) => chunk.base >= position);
  }

  async close(): Promise<void> {
    this.#closed = true;
  }

  #chunkFor(bytes: number): Chunk {
    const last = this.#chunks.at(-1);
    if (last !== undefined && last.used + bytes <= last.bytes.byteLength) return last;
    const base = last === undefined ? 0 : last.base + last.bytes.byteLength;
    const chunk: Chunk = {
      base,
      bytes: Buffer.allocUnsafeSlow(Math.max(CHUNK_BYTES, bytes)),
      used: 0,
      records: 0,
      newestAt: this.#now(),
    };
    this.#chunks.push(chunk);
    return chunk;
  }
}
