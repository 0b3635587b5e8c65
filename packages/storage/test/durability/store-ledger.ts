import { isDeepStrictEqual } from 'node:util';
import type { EventEnvelope } from '@hiregraph/kernel';
import { fold, talliesByParity, type TallyStore, TENANT } from './tally-store.ts';

/** The store broke what it had promised. */
export class BrokenStoreError extends Error {
  override readonly name = 'BrokenStoreError';
}

function demand(holds: boolean, what: () => string): void {
  if (!holds) throw new BrokenStoreError(what());
}

/** The oracle: what was acknowledged must be found, and nothing that was never asked for. */
export class StoreLedger {
  /** Acknowledged events by aggregate, as text. */
  readonly #events = new Map<string, Map<number, string>>();
  /** Pulls by aggregate: true when acknowledged, false when only asked for. */
  readonly #pulled = new Map<string, Map<number, boolean>>();
  /** Commands by key: the tally that each made. */
  readonly #made = new Map<string, string>();
  readonly #rows = new Map<string, number>();

  get tallies(): readonly string[] {
    return [...this.#events.keys()];
  }

  get commands(): ReadonlyMap<string, string> {
    return this.#made;
  }

  acknowledged(id: string, events: readonly EventEnvelope[]): void {
    const known = this.#events.get(id) ?? new Map<number, string>();
    for (const event of events) known.set(event.sequence, JSON.stringify(event));
    this.#events.set(id, known);
  }

  pulling(id: string, sequences: readonly number[], done: boolean): void {
    const known = this.#pulled.get(id) ?? new Map<number, boolean>();
    for (const sequence of sequences) known.set(sequence, done || known.get(sequence) === true);
    this.#pulled.set(id, known);
  }

  completed(key: string, id: string): void {
    this.#made.set(key, id);
  }

  applied(id: string, sequence: number): void {
    this.#rows.set(id, Math.max(sequence, this.#rows.get(id) ?? 0));
  }

  rowSequence(id: string): number {
    return this.#rows.get(id) ?? 0;
  }

  /** Judges a recovered store. What is found now has been read by somebody, so from here on it must stay. */
  async judge(store: TallyStore): Promise<void> {
    for (const id of this.tallies) await this.#judgeTally(store, id);
    for (const [id, sequence] of this.#rows) {
      const row = await store.rows.load(TENANT, id);
      demand(
        (row?.sequence ?? 0) >= sequence,
        () => `the row ${id} fell back to ${row?.sequence ?? 0} from ${sequence}`,
      );
      this.applied(id, row?.sequence ?? 0);
    }
    await judgeIndexes(store, this.tallies);
  }

  async #judgeTally(store: TallyStore, id: string): Promise<void> {
    const tally = await store.tallies.load(TENANT, id);
    demand(tally !== null, () => `${id} was acknowledged and is gone`);
    const events = (await store.tallies.history(TENANT, id)).map(({ event }) => event);
    events.forEach((event, index) => {
      demand(event.sequence === index + 1, () => `event ${index + 1} of ${id} has the sequence ${event.sequence}`);
    });
    for (const [sequence, text] of this.#events.get(id) ?? []) {
      demand(JSON.stringify(events[sequence - 1]) === text, () => `event ${sequence} of ${id} is lost or changed`);
    }
    demand(
      tally?.lastSequence === events.length,
      () => `${id} counts ${tally?.lastSequence} events of ${events.length}`,
    );
    demand(isDeepStrictEqual(tally?.state, fold(events)), () => `the state of ${id} is not the fold of its events`);
    this.acknowledged(id, events);
    await this.#judgeOutbox(store, id, events);
  }

  async #judgeOutbox(store: TallyStore, id: string, events: readonly EventEnvelope[]): Promise<void> {
    const pending = await store.storage.outbox.pending({ collection: 'tallies', tenantId: TENANT, id });
    const waiting = new Map(pending.events.map((event) => [event.sequence, event]));
    for (const event of events) {
      const pulled = this.#pulled.get(id)?.get(event.sequence);
      const there = waiting.get(event.sequence);
      demand(
        pulled !== undefined || there !== undefined,
        () => `event ${event.sequence} of ${id} left the outbox unsent`,
      );
      demand(pulled !== true || there === undefined, () => `event ${event.sequence} of ${id} came back to the outbox`);
      demand(there === undefined || isDeepStrictEqual(there, event), () => `event ${event.sequence} of ${id} changed`);
      if (there === undefined) this.pulling(id, [event.sequence], true);
    }
  }
}

/** Every tally is found under its parity and under no other: indexes were rebuilt to fit the documents. */
async function judgeIndexes(store: TallyStore, ids: readonly string[]): Promise<void> {
  const found = new Map<string, string>();
  for (const parity of ['even', 'odd']) {
    for (const tally of await store.tallies.list(TENANT, talliesByParity, parity)) {
      demand(tally.state.parity === parity, () => `${tally.id} is indexed as ${parity}`);
      demand(!found.has(tally.id), () => `${tally.id} is indexed twice`);
      found.set(tally.id, parity);
    }
  }
  for (const id of ids) demand(found.has(id), () => `${id} is in no index`);
}
