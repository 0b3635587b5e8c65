import { type Logger, OutcomeUnknownError } from '@hiregraph/kernel';
import { type Journal, type JournalOptions, openJournal, StoreStoppedError } from '../journal/index.ts';
import type { MemoryCollection } from './memory-collection.ts';
import { createTextArena } from './byte-arena.ts';
import { encodeRecord, RECORD_FORMAT, recordText, type StoreRecord } from './record-codec.ts';
import { createStoreReplay } from './store-replay.ts';

/** Makes writes durable in the order in which they happened in memory. */
export interface StoreJournal {
  /** The batch of the newest write; only grows. */
  readonly newest: number;
  /** Everything up to this batch is on disk. */
  readonly durable: number;
  /** @returns the batch @throws OverloadedError, StoreUnavailableError; then nothing may change in memory either */
  record(records: readonly StoreRecord[]): number;
  /** Undefined when that batch is on disk. A write's fate is unknown when this rejects with OutcomeUnknownError. */
  settled(batch: number): Promise<void> | undefined;
  /** @throws StoreUnavailableError once the journal has stopped: memory may then hold what the disk does not */
  assertRunning(): void;
  close(): Promise<void>;
}

/** Without a directory: nothing is kept, so nothing is waited for. */
export const noJournal: StoreJournal = {
  newest: 0,
  durable: 0,
  record: () => 0,
  settled: () => undefined,
  assertRunning: () => undefined,
  close: async () => undefined,
};

export interface StoreJournalOptions {
  readonly journal: Omit<JournalOptions, 'recovery'>;
  readonly logger: Logger;
  /** Bytes of journal after which a snapshot is taken, unless the last one was larger. */
  readonly snapshotBytes: number;
  readonly collection: (name: string) => MemoryCollection;
  readonly collections: () => Iterable<MemoryCollection>;
}

/** Opens the journal and brings memory to what it says. */
export async function openStoreJournal(options: StoreJournalOptions): Promise<StoreJournal> {
  const journal = await openJournal({
    ...options.journal,
    recovery: createStoreReplay(options.collection, options.collections),
  });
  for (const collection of options.collections()) collection.fillIndexes();
  if (journal.currentBatch === 0) await journal.append(encodeRecord({ kind: 'format', version: RECORD_FORMAT }));
  const snapshots = createSnapshots(journal, options);
  const write = createTextArena();
  const encode = (record: StoreRecord): Uint8Array => {
    const { block, start, end } = write(recordText(record));
    return block.subarray(start, end);
  };
  return {
    get newest() {
      return journal.currentBatch;
    },
    get durable() {
      return journal.durableBatch;
    },
    record(records) {
      const batch = journal.enqueue(records.map(encode));
      snapshots.consider();
      return batch;
    },
    settled: (batch) => (batch <= journal.durableBatch ? undefined : waitFor(journal, batch)),
    assertRunning() {
      if (journal.failure !== null) throw journal.failure;
    },
    async close() {
      await journal.close();
      await snapshots.finished();
    },
  };
}

async function waitFor(journal: Journal, batch: number): Promise<void> {
  try {
    await journal.whenDurable(batch);
  } catch (error) {
    // What was on its way when the disk failed may be found at the next start, or not.
    if (error instanceof StoreStoppedError && !error.outcomeUnknown) throw error;
    throw new OutcomeUnknownError(error);
  }
}

/** Takes a snapshot when the journal has outgrown both a fixed size and the last snapshot. */
function createSnapshots(
  journal: Journal,
  options: StoreJournalOptions,
): { consider(): void; finished(): Promise<void> } {
  let running: Promise<void> | null = null;
  const take = async (): Promise<void> => {
    try {
      const { records, bytes } = await journal.snapshot(() => snapshotRecords([...options.collections()]));
      options.logger.debug({ records, bytes }, 'A snapshot of the store was taken.');
    } catch (error) {
      if (journal.failure === null)
        options.logger.warn({ error }, 'A snapshot failed; the journal goes on without it.');
    } finally {
      for (const collection of options.collections()) collection.endSnapshot();
      running = null;
    }
  };
  return {
    consider() {
      const { bytesSinceSnapshot, snapshotBytes } = journal.sizes;
      if (running !== null || bytesSinceSnapshot < Math.max(options.snapshotBytes, snapshotBytes)) return;
      // Begun in a turn of its own: the write that made it due is not in memory yet.
      running = new Promise((resolve) => setImmediate(resolve)).then(take);
    },
    finished: async () => {
      await running;
    },
  };
}

/** The cut is made here and now, over all collections; the records are made one by one as they are asked for. */
function snapshotRecords(collections: readonly MemoryCollection[]): Iterable<Uint8Array> {
  const cuts = collections.map((collection) => collection.snapshot());
  return (function* () {
    yield encodeRecord({ kind: 'format', version: RECORD_FORMAT });
    for (const records of cuts) yield* records;
  })();
}
