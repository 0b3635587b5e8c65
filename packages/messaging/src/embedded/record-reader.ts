import type { BusRecord } from '../event-bus.ts';
import { decodeRecord } from './bus-record-codec.ts';
import type { Partition } from './partition.ts';
import type { RecordLog, RecordPlace } from './record-log.ts';

interface Recent {
  readonly bytes: Buffer;
  record: BusRecord | null;
}

/**
 * Gives records back by place. The newest are kept in memory, since whoever follows live wants just those, and each of
 * them is parsed once, however many groups read it.
 */
export class RecordReader {
  readonly #log: RecordLog;
  readonly #recentBytes: number;
  readonly #recent = new Map<number, Recent>();
  #held = 0;

  /** @param recentBytes how much of the log's end is kept in memory */
  constructor(log: RecordLog, recentBytes: number) {
    this.#log = log;
    this.#recentBytes = recentBytes;
  }

  remember(bytes: Buffer, place: RecordPlace): void {
    this.#recent.set(place.position, { bytes, record: null });
    this.#held += bytes.byteLength;
    for (const [position, oldest] of this.#recent) {
      if (this.#held <= this.#recentBytes) return;
      this.#recent.delete(position);
      this.#held -= oldest.bytes.byteLength;
    }
  }

  async read(place: RecordPlace): Promise<BusRecord> {
    return this.#recentAt(place) ?? decodeRecord(await this.#log.read(place));
  }

  #recentAt({ position }: RecordPlace): BusRecord | null {
    const recent = this.#recent.get(position);
    if (recent === undefined) return null;
    recent.record ??= decodeRecord(recent.bytes);
    return recent.record;
  }

  /** Records of one partition from an offset on, at least one where there is one. */
  async readRange(partition: Partition, from: number, records: number, bytes: number): Promise<readonly BusRecord[]> {
    const end = Math.min(partition.index.latest, from + records);
    const batch: BusRecord[] = [];
    let size = 0;
    for (let offset = from; offset < end && size < bytes; offset++) {
      const place = partition.index.placeOf(offset);
      size += place.bytes;
      batch.push(this.#recentAt(place) ?? (await this.read(place)));
    }
    return batch;
  }
}
