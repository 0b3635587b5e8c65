/** A promise of the journal was broken. */
export class BrokenPromiseError extends Error {
  override readonly name = 'BrokenPromiseError';
}

/** What was recovered, in the order in which it was handed out. */
export interface FoundRecord {
  readonly text: string;
  /** Null for a record of a snapshot. */
  readonly batch: number | null;
}

/** The oracle: keeps what was handed to a journal and what was acknowledged, and judges what is found later. */
export class JournalLedger {
  #texts: string[] = [];
  #batches: number[] = [];
  #acknowledged = 0;
  #serial = 0;

  /** All records up to now, as a store would hold them in memory. */
  get state(): readonly string[] {
    return this.#texts;
  }

  /** @returns a record text that was never used before */
  nextText(padding: number): string {
    this.#serial++;
    return `${this.#serial}:${'x'.repeat(padding)}`;
  }

  enqueued(texts: readonly string[], batch: number): void {
    for (const text of texts) {
      this.#texts.push(text);
      this.#batches.push(batch);
    }
  }

  acknowledged(batch: number): void {
    const count = this.#batches.findLastIndex((number) => number <= batch) + 1;
    this.#acknowledged = Math.max(this.#acknowledged, count);
  }

  /** Judges a finished recovery. What is found now has been served, so from here on it must stay. */
  recovered(found: readonly FoundRecord[]): void {
    found.forEach(({ text, batch }, index) => {
      const expected = this.#texts[index];
      if (text !== expected) broken(`record ${index} is ${text}, expected ${expected ?? 'nothing'}`);
      if (batch !== null && batch !== this.#batches[index]) broken(`${text} is in batch ${batch}`);
    });
    if (found.length < this.#acknowledged) {
      broken(`${this.#acknowledged} records were acknowledged, and ${found.length} are found`);
    }
    const last = this.#batches[found.length - 1];
    if (last !== undefined && last === this.#batches[found.length]) broken(`a part of batch ${last} is found`);
    this.#texts = this.#texts.slice(0, found.length);
    this.#batches = this.#batches.slice(0, found.length);
    this.#acknowledged = found.length;
  }
}

function broken(what: string): never {
  throw new BrokenPromiseError(what);
}
