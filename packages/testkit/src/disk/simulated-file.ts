import type { SeededRandom } from '../seeded-random.ts';

type Change =
  | { readonly kind: 'write'; readonly position: number; readonly data: Buffer }
  | { readonly kind: 'truncate'; readonly length: number };

/** Sizes in which a torn write is torn, in bytes: small ones, because tests write little. */
const SECTOR_BYTES: readonly number[] = [8, 64, 512, 4096];

/** The content of a file: as the processes see it, and as it is on the platter. */
export class SimulatedFile {
  #cached: Buffer = Buffer.alloc(0);
  #durable: Buffer = Buffer.alloc(0);
  #pending: Change[] = [];

  /** What a process reads. */
  get content(): Buffer {
    return this.#cached;
  }

  write(data: Uint8Array, position: number): void {
    const change: Change = { kind: 'write', position, data: Buffer.from(data) };
    this.#cached = applied(this.#cached, change);
    this.#pending.push(change);
  }

  truncate(length: number): void {
    const change: Change = { kind: 'truncate', length };
    this.#cached = applied(this.#cached, change);
    this.#pending.push(change);
  }

  sync(): void {
    this.#durable = this.#pending.reduce(applied, this.#durable);
    this.#pending = [];
  }

  /**
   * A failed fsync as Linux does it: some of the data is on disk, and the rest is taken for clean; it can be read, and
   * no later fsync will write it.
   */
  failSync(random: SeededRandom): void {
    this.#durable = this.#torn(random);
    this.#pending = [];
  }

  /** Power is lost: what was synced stays, and an arbitrary, torn part of the rest. */
  losePower(random: SeededRandom): void {
    this.#durable = this.#torn(random);
    this.#cached = this.#durable;
    this.#pending = [];
  }

  /** Flips all bits of one byte, on the platter too. */
  damage(offset: number): void {
    const copy = Buffer.from(this.#cached);
    copy.writeUInt8(copy.readUInt8(offset) ^ 0xff, offset);
    this.#cached = copy;
    this.#durable = copy;
  }

  #torn(random: SeededRandom): Buffer {
    let content = this.#durable;
    for (const change of this.#pending) {
      const fate = random.below(4);
      if (fate === 0) continue;
      if (fate === 1) content = applied(content, change);
      else if (change.kind === 'write') content = tearWrite(content, change.position, change.data, random);
      else if (random.chance(0.5)) content = applied(content, change);
    }
    return content;
  }
}

function applied(content: Buffer, change: Change): Buffer {
  if (change.kind === 'truncate') return resized(content, change.length);
  const grown = resized(content, Math.max(content.byteLength, change.position + change.data.byteLength));
  grown.set(change.data, change.position);
  return grown;
}

/** Sectors arrive in any order: each is there or not, and the length may have grown before any of them came. */
function tearWrite(content: Buffer, position: number, data: Buffer, random: SeededRandom): Buffer {
  const sector = SECTOR_BYTES[random.below(SECTOR_BYTES.length)] ?? 512;
  let torn = content;
  if (random.chance(0.3)) torn = resizedWithRemains(torn, position + data.byteLength, random);
  for (let start = 0; start < data.byteLength; ) {
    const end = Math.min(data.byteLength, start + sector - ((position + start) % sector));
    if (random.chance(0.6)) {
      torn = resizedWithRemains(torn, position + start, random);
      torn = applied(torn, { kind: 'write', position: position + start, data: data.subarray(start, end) });
    }
    start = end;
  }
  return torn;
}

/** Blocks that were never written hold zeros, or what was there before. */
function resizedWithRemains(content: Buffer, length: number, random: SeededRandom): Buffer {
  if (content.byteLength >= length) return content;
  const grown = resized(content, length);
  if (random.chance(0.5)) grown.fill(random.below(256), content.byteLength);
  return grown;
}

function resized(content: Buffer, length: number): Buffer {
  const copy = Buffer.alloc(length);
  content.copy(copy);
  return copy;
}
