import type { Logger } from '@hiregraph/kernel';
import type { Journal, RecoveryHandler } from '@hiregraph/storage';
import type { Scheduler } from '../scheduler.ts';

/** What the bus knows beside the records. One journal record holds one of these as JSON. */
type Fact =
  | { readonly kind: 'topic'; readonly topic: string; readonly partitions: number }
  | { readonly kind: 'offset'; readonly group: string; readonly partition: string; readonly offset: number }
  /** The records before this offset were dropped by retention. */
  | { readonly kind: 'floor'; readonly partition: string; readonly offset: number };

/** How long commits of offsets are gathered before they are written, in milliseconds. */
const GATHER_MILLISECONDS = 20;
const SNAPSHOT_BYTES = 1024 * 1024;

/** Opens the journal that the state is kept in. */
export type OpenStateJournal = (recovery: RecoveryHandler) => Promise<Journal>;

export interface BusStateParts {
  /** Null keeps it in memory. */
  readonly openJournal: OpenStateJournal | null;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
}

/**
 * Topics, committed offsets and retention's floors. Topics and floors are durable when their call resolves. Offsets are
 * written shortly after: one that a crash swallows only brings records again, which consumers expect anyway, and no
 * batch waits for a disk.
 */
export class BusState {
  readonly #parts: BusStateParts;
  readonly #facts = new Map<string, Fact>();
  readonly #unwritten = new Set<string>();
  readonly #closing = new AbortController();
  #journal: Journal | null = null;
  #writing: Promise<void> | null = null;

  constructor(parts: BusStateParts) {
    this.#parts = parts;
  }

  /** Takes the journal's lock too, so that no other process has the bus open. */
  async open(): Promise<void> {
    if (this.#parts.openJournal === null) return;
    const take = (bytes: Buffer): void => {
      this.#take(JSON.parse(bytes.toString('utf8')) as Fact);
    };
    this.#journal = await this.#parts.openJournal({ snapshotRecord: take, record: take });
  }

  get topics(): ReadonlyMap<string, number> {
    const facts = [...this.#facts.values()].filter((fact) => fact.kind === 'topic');
    return new Map(facts.map((fact) => [fact.topic, fact.partitions]));
  }

  async addTopic(topic: string, partitions: number): Promise<void> {
    await this.#record([{ kind: 'topic', topic, partitions }]);
  }

  /** @param partition `topic/partition` */
  offset(group: string, partition: string): number | null {
    const fact = this.#facts.get(`offset ${group} ${partition}`);
    return fact?.kind === 'offset' ? fact.offset : null;
  }

  setOffset(group: string, partition: string, offset: number): void {
    const fact: Fact = { kind: 'offset', group, partition, offset };
    this.#unwritten.add(this.#take(fact));
    if (this.#journal !== null) this.#writing ??= this.#write();
  }

  floor(partition: string): number {
    const fact = this.#facts.get(`floor ${partition}`);
    return fact?.kind === 'floor' ? fact.offset : 0;
  }

  async setFloors(floors: ReadonlyMap<string, number>): Promise<void> {
    await this.#record([...floors].map(([partition, offset]) => ({ kind: 'floor', partition, offset })));
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#writing;
    await this.#journal?.close();
    this.#journal = null;
  }

  #take(fact: Fact): string {
    const key = keyOf(fact);
    this.#facts.set(key, fact);
    return key;
  }

  async #record(facts: readonly Fact[]): Promise<void> {
    for (const fact of facts) this.#take(fact);
    await this.#journal?.append(facts.map(encode));
  }

  async #write(): Promise<void> {
    try {
      while (this.#unwritten.size > 0) {
        await this.#parts.scheduler.wait(GATHER_MILLISECONDS, this.#closing.signal);
        const facts = [...this.#unwritten].flatMap((key) => this.#facts.get(key) ?? []);
        this.#unwritten.clear();
        await this.#journal?.append(facts.map(encode));
        await this.#snapshotWhereDue();
      }
    } catch (error) {
      this.#parts.logger.error({ error }, 'Committed offsets cannot be written; records will be delivered again.');
    } finally {
      this.#writing = null;
    }
  }

  async #snapshotWhereDue(): Promise<void> {
    if (this.#journal === null || this.#journal.sizes.bytesSinceSnapshot < SNAPSHOT_BYTES) return;
    await this.#journal.snapshot(() => [...this.#facts.values()].map(encode));
  }
}

function keyOf(fact: Fact): string {
  switch (fact.kind) {
    case 'topic':
      return `topic ${fact.topic}`;
    case 'offset':
      return `offset ${fact.group} ${fact.partition}`;
    case 'floor':
      return `floor ${fact.partition}`;
  }
}

function encode(fact: Fact): Buffer {
  return Buffer.from(JSON.stringify(fact));
}
