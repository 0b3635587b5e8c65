import type { RecordPlace } from './record-log.ts';

const FIRST_CAPACITY = 64;

/** Where each record of one partition lies: 12 bytes a record, whatever the records hold. */
export class PartitionIndex {
  /** The offset of the first record kept. */
  #earliest = 0;
  #count = 0;
  #positions = new Float64Array(FIRST_CAPACITY);
  #lengths = new Uint32Array(FIRST_CAPACITY);
  /** The offset that the next record gets; ahead of `latest` while records are on their way to the disk. */
  #next = 0;

  get earliest(): number {
    return this.#earliest;
  }

  /** The offset behind the last durable record. */
  get latest(): number {
    return this.#earliest + this.#count;
  }

  /** Gives the next offset away. */
  take(): number {
    this.#next = Math.max(this.#next, this.latest);
    return this.#next++;
  }

  /** A durable record; the first one says where the partition begins. */
  add(offset: number, place: RecordPlace): void {
    if (this.#count === 0) this.#earliest = offset;
    else if (offset !== this.latest) throw new RangeError(`Offset ${offset} does not follow ${this.latest - 1}.`);
    if (this.#count === this.#positions.length) this.#grow();
    this.#positions[this.#count] = place.position;
    this.#lengths[this.#count] = place.bytes;
    this.#count += 1;
  }

  /** @param offset from `earliest` up to `latest`, exclusive */
  placeOf(offset: number): RecordPlace {
    const at = offset - this.#earliest;
    const position = at < this.#count ? this.#positions[at] : undefined;
    const bytes = this.#lengths[at];
    if (position === undefined || bytes === undefined) throw new RangeError(`Offset ${offset} is not kept.`);
    return { position, bytes };
  }

  /** Where an empty partition goes on, when all that it had was dropped. */
  startAt(offset: number): void {
    this.#earliest = offset;
  }

  /** Forgets the records before a position. @returns whether there were any */
  dropBefore(position: number): boolean {
    let dropped = 0;
    while (dropped < this.#count && (this.#positions[dropped] as number) < position) dropped++;
    if (dropped === 0) return false;
    this.#positions = this.#positions.slice(dropped);
    this.#lengths = this.#lengths.slice(dropped);
    this.#earliest += dropped;
    this.#count -= dropped;
    return true;
  }

  #grow(): void {
    const capacity = Math.max(FIRST_CAPACITY, this.#count * 2);
    const positions = new Float64Array(capacity);
    const lengths = new Uint32Array(capacity);
    positions.set(this.#positions.subarray(0, this.#count));
    lengths.set(this.#lengths.subarray(0, this.#count));
    this.#positions = positions;
    this.#lengths = lengths;
  }
}
