import { OutcomeUnknownError, StoreUnavailableError } from '@hiregraph/kernel';
import {
  type Defer,
  type EngineCollection,
  ID_INDEX,
  type ReadOptions,
  type StoredDocument,
  type Update,
  type UpdateOptions,
  type WriteOptions,
} from '../engine/engine.ts';
import { DuplicateKeyError } from '../engine/engine-errors.ts';
import { assertPermittedFilter } from '../engine/permitted-operators.ts';
import type { Filter } from '../query.ts';
import { applyUpdate } from './document-update.ts';
import { assertDocumentId, type MemoryCollection } from './memory-collection.ts';
import type { StoreRecord } from './record-codec.ts';
import type { StoreJournal } from './store-journal.ts';

export interface EmbeddedCollection extends EngineCollection {
  readonly memory: MemoryCollection;
  /** Deletes by id without a filter; for what has expired. */
  drop(ids: readonly string[]): void;
}

/**
 * The collection that callers see: memory at once, and an answer when all that it saw is on disk.
 * @param journalNow the journal of the running engine
 * @throws StoreUnavailableError from `journalNow` while the engine is not running
 */
export function createEmbeddedCollection(memory: MemoryCollection, journalNow: () => StoreJournal): EmbeddedCollection {
  const { name } = memory;
  /** Batches of documents that were written and may not be on disk yet. */
  const unsettled = new Map<string, number>();
  let newest = 0;

  function write(journal: StoreJournal, records: readonly StoreRecord[], ids: readonly string[]): number {
    const batch = journal.record(records);
    if (journal.durable >= newest) unsettled.clear();
    for (const id of ids) unsettled.set(id, batch);
    newest = batch;
    return batch;
  }

  /** Answers to reads and conflicts that saw a write wait for it; an unknown fate of that write is no answer to them. */
  async function settle(journal: StoreJournal, batch: number): Promise<void> {
    const waiting = journal.settled(batch);
    if (waiting === undefined) return;
    try {
      await waiting;
    } catch (error) {
      if (error instanceof OutcomeUnknownError) throw new StoreUnavailableError('The store has stopped.', error.cause);
      throw error;
    }
  }

  function running(): StoreJournal {
    const journal = journalNow();
    journal.assertRunning();
    return journal;
  }

  /** @param batch the newest that the read can have seen */
  async function readSettled<T>(read: () => T, batch = newest, defer?: Defer): Promise<T> {
    const journal = running();
    const result = read();
    if (batch <= journal.durable) return result;
    if (defer === undefined) await settle(journal, batch);
    else defer(settle(journal, batch));
    return result;
  }

  /** Documents that are named by their ids show no other's writes. */
  function seenBy(filter: Filter, { hint }: Pick<ReadOptions, 'hint'>): number {
    const listed = hint === ID_INDEX ? (filter._id as { readonly $in?: unknown } | undefined)?.$in : undefined;
    if (!Array.isArray(listed)) return newest;
    return (listed as readonly string[]).reduce((batch, id) => Math.max(batch, unsettled.get(id) ?? 0), 0);
  }

  async function written(journal: StoreJournal, batch: number, options: WriteOptions | undefined): Promise<void> {
    if (options?.settledByLaterWrite === true) return;
    if (options?.defer === undefined) await journal.settled(batch);
    else options.defer(Promise.resolve(journal.settled(batch)));
  }

  async function insert(document: StoredDocument, options?: WriteOptions): Promise<void> {
    const journal = running();
    assertDocumentId(document);
    try {
      if (memory.documents.has(document._id)) throw new DuplicateKeyError(name, ID_INDEX);
      memory.assertUnique(document);
    } catch (error) {
      await settle(journal, newest);
      throw error;
    }
    const batch = write(journal, [{ kind: 'put', collection: name, document }], [document._id]);
    memory.put(document);
    await written(journal, batch, options);
  }

  async function update(filter: Filter, change: Update, options?: UpdateOptions): Promise<StoredDocument | null> {
    const journal = running();
    const before = findToWrite(filter);
    if (before === null) {
      if (options?.upsert === true) return await upsert(filter, change, options);
      await settle(journal, newest);
      return null;
    }
    const after = applyUpdate(before, change);
    if (after === before) {
      await settle(journal, newest);
      return before;
    }
    try {
      memory.assertUnique(after);
    } catch (error) {
      await settle(journal, newest);
      throw error;
    }
    const id = before._id;
    const batch = write(journal, [{ kind: 'update', collection: name, id, update: withoutInsert(change) }], [id]);
    memory.put(after);
    await written(journal, batch, options);
    return after;
  }

  function findToWrite(filter: Filter): StoredDocument | null {
    if (typeof filter._id === 'string') return memory.findById(filter._id, filter);
    return memory.read(filter, { hint: ID_INDEX, limit: 1 })[0] ?? null;
  }

  async function upsert(filter: Filter, change: Update, options: UpdateOptions): Promise<StoredDocument> {
    const plain = Object.entries(filter).filter(([, value]) => value === null || typeof value !== 'object');
    const document = applyUpdate(Object.fromEntries(plain) as StoredDocument, change, true);
    await insert(document, options);
    return document;
  }

  function deleteNow(journal: StoreJournal, ids: readonly string[]): number {
    const batch = write(
      journal,
      ids.map((id) => ({ kind: 'delete', collection: name, id })),
      ids,
    );
    for (const id of ids) memory.delete(id);
    return batch;
  }

  async function remove(ids: readonly string[]): Promise<number> {
    const journal = running();
    if (ids.length === 0) await settle(journal, newest);
    else await journal.settled(deleteNow(journal, ids));
    return ids.length;
  }

  return {
    name,
    memory,
    async findOne(filter, options) {
      const { _id: id } = filter;
      if (typeof id !== 'string' || options.hint !== ID_INDEX) {
        const [first = null] = await readSettled(() => memory.read(filter, { ...options, limit: 1 }));
        return first;
      }
      const journal = running();
      const found = memory.findById(id, filter);
      // One document by its id need not wait for writes to others.
      const batch = unsettled.get(id) ?? 0;
      if (batch <= journal.durable) return found;
      if (options.defer === undefined) await settle(journal, batch);
      else options.defer(settle(journal, batch));
      return found;
    },
    find: (filter, options) => readSettled(() => memory.read(filter, options), seenBy(filter, options), options.defer),
    findEach: (filters, options) => readSettled(() => filters.map((filter) => memory.read(filter, options))),
    count: (filter, { hint }) => readSettled(() => memory.count(filter, hint)),
    countEach: (filters, { hint }) => readSettled(() => filters.map((filter) => memory.count(filter, hint))),
    insertOne: insert,
    findOneAndUpdate: update,
    updateOne: async (filter, change, options) => (await update(filter, change, options)) !== null,
    deleteOne: async (filter) => {
      assertPermittedFilter(filter);
      return (await remove(memory.read(filter, { hint: ID_INDEX, limit: 1 }).map(({ _id }) => _id))) === 1;
    },
    deleteMany: async (filter, { hint }) => await remove(memory.read(filter, { hint }).map(({ _id }) => _id)),
    explain: (filter, options) => readSettled(() => memory.explain(filter, options)),
    async *all() {
      const journal = running();
      const ids = [...memory.documents.keys()].sort();
      if (newest > journal.durable) await settle(journal, newest);
      for (const id of ids) {
        const document = memory.documents.get(id);
        if (document !== undefined) yield document;
      }
    },
    drop(ids) {
      if (ids.length > 0) deleteNow(running(), ids);
    },
  };
}

/** What an update does to a document that is there; the rest need not be in the journal. */
function withoutInsert(change: Update): Update {
  if (change.$setOnInsert === undefined) return change;
  const { $setOnInsert: _onlyForInserts, ...rest } = change;
  return rest;
}
