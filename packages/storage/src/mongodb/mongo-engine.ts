import { setTimeout as delay } from 'node:timers/promises';
import {
  type Clock,
  HiregraphError,
  type Logger,
  silentLogger,
  StoreUnavailableError,
  systemClock,
} from '@hiregraph/kernel';
import type { Collection, MongoClient, MongoClientOptions } from 'mongodb';
import type { DocumentShape } from '../engine/document-shape.ts';
import type { EngineCollection, EngineIndex, StorageEngine, StoredDocument } from '../engine/engine.ts';
import { type Migration, STORE_MIGRATIONS } from '../migrations/migration.ts';
import { runMigrations } from '../migrations/run-migrations.ts';
import { refuseHalfRestored } from './half-restored.ts';
import { loadDriver } from './load-driver.ts';
import { createMongoCollection } from './mongo-collection.ts';
import { toStorageError } from './mongo-failures.ts';
import { applyValidators } from './validators.ts';
import { verifyIndexes } from './verify-indexes.ts';

export interface MongoEngineOptions {
  /** A connection string as in https://www.mongodb.com/docs/manual/reference/connection-string/. */
  readonly url: string;
  /** One a service. */
  readonly database: string;
  readonly logger?: Logger;
  /** Milliseconds that one operation may take, and that a call waits for a connection that is still being made. */
  readonly timeout?: number;
  /** Connections at most. Default 20. */
  readonly poolSize?: number;
  /** The layout that this code works with; run before anything is served. Default: that of this version. */
  readonly migrations?: readonly Migration[];
  /** Ends the leases of migrations. Default: the system's. */
  readonly clock?: Clock;
  /** Opens a database that holds a part of a backup too: for the restore itself. */
  readonly opensHalfRestored?: boolean;
}

const TIMEOUT = 1_500;
const POOL_SIZE = 20;
const MIGRATION_PAUSE_MILLISECONDS = 250;
const RETRY_MILLISECONDS = { first: 250, most: 5_000 } as const;

/**
 * `timeoutMS` is not among these: the driver ignores it since 7.8. Writes are not retried by the driver, because after such a
 * retry its error no longer tells whether the first try was sent; the stores above retry by compare-and-set.
 */
function clientOptions(timeout: number, poolSize: number): MongoClientOptions {
  return {
    appName: 'hiregraph',
    maxPoolSize: poolSize,
    waitQueueTimeoutMS: 500,
    serverSelectionTimeoutMS: 2_000,
    connectTimeoutMS: 2_000,
    socketTimeoutMS: 2 * timeout,
    writeConcern: { w: 'majority', wtimeoutMS: timeout },
    readPreference: 'primary',
    retryWrites: false,
    retryReads: true,
    ignoreUndefined: true,
  };
}

/** A document store on MongoDB. Connects in the background: `start` returns at once, and calls wait a little. */
export function createMongoEngine(options: MongoEngineOptions): StorageEngine {
  const { url, database, logger = silentLogger, timeout = TIMEOUT, poolSize = POOL_SIZE } = options;
  const declared = new Map<string, { port: EngineCollection; indexes: EngineIndex[] }>();
  const shapes = new Map<string, DocumentShape>();
  const usable = new Map<string, Collection<StoredDocument>>();
  const stopping = new AbortController();
  let client: MongoClient | null = null;
  let preparing: Promise<void> | null = null;
  let defect: HiregraphError | null = null;
  let isMigrated = false;

  async function migrate(serving: MongoClient): Promise<void> {
    if (isMigrated) return;
    const { signal } = stopping;
    await runMigrations({
      database,
      migrations: options.migrations ?? STORE_MIGRATIONS,
      collection: (name) => {
        const collection = serving.db(database).collection<StoredDocument>(name);
        return createMongoCollection({ name, timeout, use: () => collection, indexes: [] });
      },
      clock: options.clock ?? systemClock,
      logger,
      signal,
      pause: () => delay(MIGRATION_PAUSE_MILLISECONDS, undefined, { signal }).catch(() => undefined),
    });
    isMigrated = true;
  }

  /** Creates what is missing and compares what is there. Without a socket timeout: building an index takes its time. */
  async function verifyAll(serving: MongoClient, builder: MongoClient): Promise<void> {
    try {
      await serving.connect();
      if (options.opensHalfRestored !== true) await refuseHalfRestored(serving.db(database));
      await migrate(serving);
      const fresh = [...shapes].filter(([name]) => !usable.has(name));
      await applyValidators(builder.db(database), new Map(fresh), logger);
      for (const [name, { indexes }] of declared) {
        if (usable.has(name)) continue;
        await verifyIndexes(builder.db(database), name, indexes);
        usable.set(name, serving.db(database).collection<StoredDocument>(name));
      }
    } finally {
      await builder.close();
    }
  }

  async function prepare(serving: MongoClient): Promise<void> {
    const { MongoClient: Client } = await loadDriver();
    const building = { ...clientOptions(timeout, 1), socketTimeoutMS: 0 };
    let pause: number = RETRY_MILLISECONDS.first;
    while (!stopping.signal.aborted && usable.size < declared.size) {
      try {
        await verifyAll(serving, new Client(url, building));
        logger.info({ database }, 'MongoDB is connected and its indexes are verified.');
      } catch (error) {
        const meaning = toStorageError(error, database, 'read');
        if (!(meaning instanceof StoreUnavailableError)) {
          defect =
            meaning instanceof HiregraphError
              ? meaning
              : new HiregraphError('INTERNAL_ERROR', 'MongoDB cannot be used.', { cause: error });
          logger.error({ error: defect, database }, 'MongoDB cannot be used as it is.');
          return;
        }
        logger.warn({ error: meaning, database, pause }, 'MongoDB cannot be reached yet; trying again.');
        await delay(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
        pause = Math.min(2 * pause, RETRY_MILLISECONDS.most);
      }
    }
  }

  function beginPreparing(serving: MongoClient): Promise<void> {
    preparing ??= prepare(serving).finally(() => {
      preparing = null;
    });
    return preparing;
  }

  async function waitFor(isReady: () => boolean): Promise<void> {
    if (stopping.signal.aborted || client === null) throw new StoreUnavailableError('The store is not running.');
    const abort = new AbortController();
    await Promise.race([
      beginPreparing(client),
      delay(timeout, undefined, { signal: abort.signal }).catch(() => undefined),
    ]);
    abort.abort();
    if (defect !== null) throw defect;
    if (!isReady()) throw new StoreUnavailableError('MongoDB cannot be reached. Try again in a moment.');
  }

  function use(name: string): Collection<StoredDocument> | Promise<Collection<StoredDocument>> {
    const ready = usable.get(name);
    if (ready !== undefined) return ready;
    return waitFor(() => usable.has(name)).then(() => usable.get(name) as Collection<StoredDocument>);
  }

  return {
    kind: 'mongodb',
    collection(name, indexes, shape) {
      if (shape !== undefined) shapes.set(name, shape);
      const known = declared.get(name);
      if (known !== undefined) {
        const fresh = indexes.filter((index) => !known.indexes.some((other) => other.name === index.name));
        known.indexes.push(...fresh);
        if (fresh.length > 0) usable.delete(name);
        return known.port;
      }
      const own = [...indexes];
      const port = createMongoCollection({ name, timeout, use: () => use(name), indexes: own });
      declared.set(name, { port, indexes: own });
      return port;
    },
    async start() {
      if (client !== null) return;
      const { MongoClient: Client } = await loadDriver();
      // Malformed settings are told at once, an absent server is waited for.
      client = new Client(url, clientOptions(timeout, poolSize));
      void beginPreparing(client);
    },
    async stop() {
      stopping.abort();
      await preparing;
      await client?.close();
      usable.clear();
    },
    ready: () => (usable.size === declared.size ? Promise.resolve() : waitFor(() => usable.size === declared.size)),
  };
}
