import { type Clock, type Logger, silentLogger, StoreUnavailableError, systemClock } from '@hiregraph/kernel';
import type { StorageEngine, StoredDocument } from '../engine/engine.ts';
import type { FilePort, JournalLimits, JournalOptions } from '../journal/index.ts';
import { createEmbeddedCollection, type EmbeddedCollection } from './embedded-collection.ts';
import { createMemoryCollection } from './memory-collection.ts';
import { noJournal, openStoreJournal, type StoreJournal } from './store-journal.ts';

export interface EmbeddedEngineOptions {
  /** Where the journal lies. Without it everything is gone when the process ends (tests). */
  readonly directory?: string;
  /** The journal's name; several engines with different names may share a directory. Default `store`. */
  readonly name?: string;
  /** Decides when documents expire. Default: the system's. */
  readonly clock?: Clock;
  readonly logger?: Logger;
  /** Freezes every document, so that a caller who changes one is thrown at. For tests. */
  readonly freeze?: boolean;
  /** Bytes of journal after which a snapshot is due. Default 16 MiB. */
  readonly snapshotBytes?: number;
  readonly files?: FilePort;
  readonly limits?: Partial<JournalLimits>;
  readonly processes?: JournalOptions['processes'];
  /** Told once when the disk failed; from then on every call is refused. */
  readonly onStopped?: (error: StoreUnavailableError) => void;
}

const EXPIRY_INTERVAL_MILLISECONDS = 60_000;
const DEFAULT_SNAPSHOT_BYTES = 16 * 1024 * 1024;

export interface EmbeddedEngine extends StorageEngine {
  /** Deletes what has expired by now. Runs once a minute by itself. */
  removeExpired(): void;
}

/**
 * The document store that needs no server: documents and declared indexes in memory, and a journal that is on disk
 * before anybody is answered.
 */
export function createEmbeddedEngine(options: EmbeddedEngineOptions = {}): EmbeddedEngine {
  const { clock = systemClock, logger = silentLogger } = options;
  const collections = new Map<string, EmbeddedCollection>();
  let journal: StoreJournal | null = null;
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;

  const journalNow = (): StoreJournal => {
    if (journal !== null) return journal;
    throw new StoreUnavailableError(stopped ? 'The store has been stopped.' : 'The store has not been started yet.');
  };

  function collectionOf(name: string): EmbeddedCollection {
    const known = collections.get(name);
    if (known !== undefined) return known;
    const made = createEmbeddedCollection(createMemoryCollection(name, options.freeze === true), journalNow);
    collections.set(name, made);
    return made;
  }

  async function open(): Promise<StoreJournal> {
    if (options.directory === undefined) return noJournal;
    return await openStoreJournal({
      journal: journalOptions(options, options.directory),
      logger,
      snapshotBytes: options.snapshotBytes ?? DEFAULT_SNAPSHOT_BYTES,
      collection: (name) => collectionOf(name).memory,
      collections: () => [...collections.values()].map(({ memory }) => memory),
    });
  }

  function removeExpired(): void {
    const now = clock.now();
    for (const collection of collections.values()) collection.drop(expiredIn(collection, now));
  }

  return {
    kind: 'embedded',
    collection(name, indexes) {
      const collection = collectionOf(name);
      for (const index of indexes) collection.memory.addIndex(index);
      return collection;
    },
    async start() {
      if (journal !== null) return;
      journal = await open();
      timer = setInterval(() => {
        try {
          removeExpired();
        } catch (error) {
          logger.warn({ error }, 'What has expired could not be deleted; it is tried again in a minute.');
        }
      }, EXPIRY_INTERVAL_MILLISECONDS);
      timer.unref();
    },
    async stop() {
      if (timer !== null) clearInterval(timer);
      const closing = journal;
      journal = null;
      stopped = true;
      await closing?.close();
    },
    async ready() {
      journalNow().assertRunning();
    },
    removeExpired,
  };
}

function journalOptions(options: EmbeddedEngineOptions, directory: string): Omit<JournalOptions, 'recovery'> {
  return {
    directory,
    name: options.name ?? 'store',
    ...(options.files === undefined ? {} : { files: options.files }),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ...(options.processes === undefined ? {} : { processes: options.processes }),
    ...(options.onStopped === undefined ? {} : { onStopped: options.onStopped }),
  };
}

function expiredIn({ memory }: EmbeddedCollection, now: number): readonly string[] {
  return memory.indexes
    .filter((index) => index.expireAfterSeconds !== undefined)
    .flatMap((index) => {
      const [[path] = ['']] = index.keys;
      const before = new Date(now - (index.expireAfterSeconds ?? 0) * 1000);
      return memory
        .read({ [path]: { $lte: before } }, { hint: index.name })
        .map((document: StoredDocument) => document._id);
    });
}
