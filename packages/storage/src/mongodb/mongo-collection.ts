import type { Collection } from 'mongodb';
import { OutcomeUnknownError, StoreUnavailableError } from '@hiregraph/kernel';
import {
  type EngineCollection,
  type EngineIndex,
  ID_INDEX,
  type ReadOptions,
  type StoredDocument,
  type Update,
  type UpdateOptions,
} from '../engine/engine.ts';
import { UnindexedQueryError } from '../engine/engine-errors.ts';
import { indexFields, shapeRead } from '../engine/index-shape.ts';
import { assertPermittedFilter, assertPermittedUpdate } from '../engine/permitted-operators.ts';
import type { Filter } from '../query.ts';
import { toExplanation } from './mongo-explanation.ts';
import { type Operation, toStorageError } from './mongo-failures.ts';
import {
  countEachPipeline,
  findEachPipeline,
  MOST_FILTERS,
  positionedFilter,
  SLOT,
  toMongoSort,
} from './mongo-pipelines.ts';

export interface MongoCollectionOptions {
  readonly name: string;
  /** The driver's collection, once connected and with its indexes verified. */
  readonly use: () => Promise<Collection<StoredDocument>> | Collection<StoredDocument>;
  /** Milliseconds that one operation may take. */
  readonly timeout: number;
  /** As declared, for refusing what they cannot serve. */
  readonly indexes: readonly EngineIndex[];
}

const BY_ID: EngineIndex = { name: ID_INDEX, keys: [['_id', 1]] };

/** The port over the driver's Collection: filters checked, a deadline on every call, errors put into our words. */
export function createMongoCollection({ name, use, timeout, indexes }: MongoCollectionOptions): EngineCollection {
  async function run<T>(
    operation: Operation,
    work: (collection: Collection<StoredDocument>) => Promise<T>,
  ): Promise<T> {
    const collection = await use();
    try {
      return await within(work(collection), operation, timeout);
    } catch (error) {
      throw toStorageError(error, name, operation);
    }
  }

  /** @throws UnindexedQueryError */
  function assertServed(filter: Filter, { hint, sort }: Pick<ReadOptions, 'hint' | 'sort'>): void {
    assertPermittedFilter(filter);
    const spec = hint === ID_INDEX ? BY_ID : indexes.find((index) => index.name === hint);
    if (spec === undefined) throw new UnindexedQueryError(name, hint, 'no such index is declared');
    shapeRead(name, indexFields(spec), filter, sort);
  }

  const readConcern = ({ majority }: Pick<ReadOptions, 'majority'>): { readConcern?: { level: 'majority' } } =>
    majority === true ? { readConcern: { level: 'majority' } } : {};

  function cursorOptions(options: ReadOptions): Record<string, unknown> {
    return {
      hint: options.hint,
      maxTimeMS: timeout,
      ...(options.sort === undefined ? {} : { sort: toMongoSort(options.sort) }),
      ...(options.limit === undefined ? {} : { limit: options.limit }),
      ...(options.without === undefined ? {} : { projection: hidden(options.without) }),
      ...readConcern(options),
    };
  }

  const find = async (filter: Filter, options: ReadOptions): Promise<readonly StoredDocument[]> => {
    assertServed(filter, options);
    return await run('read', (collection) =>
      collection.find(positionedFilter(filter, options), cursorOptions(options)).toArray(),
    );
  };

  async function aggregateEach<T>(
    filters: readonly Filter[],
    options: ReadOptions,
    pipelineOf: (part: readonly Filter[]) => Record<string, unknown>[],
  ): Promise<readonly T[][]> {
    for (const filter of filters) assertServed(filter, options);
    const parts = chunks(filters, MOST_FILTERS);
    const answers = await Promise.all(
      parts.map((part) =>
        run('read', (collection) =>
          collection
            .aggregate(pipelineOf(part), { hint: options.hint, maxTimeMS: timeout, ...readConcern(options) })
            .toArray(),
        ),
      ),
    );
    return parts.flatMap((part, index) => bySlot<T>(part.length, answers[index] ?? []));
  }

  async function findOneAndUpdate(
    filter: Filter,
    update: Update,
    options?: UpdateOptions,
  ): Promise<StoredDocument | null> {
    assertPermittedFilter(filter);
    assertPermittedUpdate(update);
    return await run('write', (collection) =>
      collection.findOneAndUpdate(filter, update, {
        returnDocument: 'after',
        upsert: options?.upsert === true,
        ...(options?.without === undefined ? {} : { projection: hidden(options.without) }),
      }),
    );
  }

  return {
    name,
    find,
    findOne: async (filter, options) => (await find(filter, { ...options, limit: 1 }))[0] ?? null,
    findEach: async (filters, options) => {
      const [only] = filters;
      if (filters.length === 1 && only !== undefined) return [await find(only, options)];
      return await aggregateEach<StoredDocument>(filters, options, (part) => findEachPipeline(name, part, options));
    },
    count: async (filter, { hint }) => {
      assertServed(filter, { hint });
      return await run('read', (collection) => collection.countDocuments(filter, { hint, maxTimeMS: timeout }));
    },
    countEach: async (filters, options) => {
      const counts = await aggregateEach<{ count: number }>(filters, options, (part) => countEachPipeline(name, part));
      return counts.map(([found]) => found?.count ?? 0);
    },
    insertOne: async (document) => {
      await run('write', (collection) => collection.insertOne(document));
    },
    findOneAndUpdate,
    updateOne: async (filter, update, options) => {
      assertPermittedFilter(filter);
      assertPermittedUpdate(update);
      const result = await run('write', (collection) =>
        collection.updateOne(filter, update, { upsert: options?.upsert === true }),
      );
      return result.matchedCount + result.upsertedCount > 0;
    },
    deleteOne: async (filter) => {
      assertPermittedFilter(filter);
      return (await run('write', (collection) => collection.deleteOne(filter))).deletedCount > 0;
    },
    deleteMany: async (filter, { hint }) => {
      assertServed(filter, { hint });
      return (await run('write', (collection) => collection.deleteMany(filter, { hint }))).deletedCount;
    },
    explain: async (filter, options) => {
      assertServed(filter, options);
      const explain = await run('read', (collection) =>
        collection.find(positionedFilter(filter, options), cursorOptions(options)).explain('executionStats'),
      );
      return toExplanation(explain);
    },
    async *all() {
      const collection = await use();
      // Nobody is told what a failover could take back.
      yield* collection.find({}, { hint: '_id_', sort: { _id: 1 }, readConcern: { level: 'majority' } });
    },
  };
}

function hidden(fields: readonly string[]): Record<string, 0> {
  return Object.fromEntries(fields.map((field) => [field, 0 as const]));
}

function chunks<T>(values: readonly T[], size: number): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let start = 0; start < values.length; start += size) parts.push(values.slice(start, start + size));
  return parts;
}

function bySlot<T>(slots: number, found: readonly Record<string, unknown>[]): T[][] {
  const result: T[][] = Array.from({ length: slots }, () => []);
  for (const { [SLOT]: slot, ...document } of found) result[slot as number]?.push(document as T);
  return result;
}

/**
 * The driver bounds stages (finding a server, waiting for a connection, the socket), not the whole; this does. A write that
 * outlasts it is left to finish by itself, and nobody is told that it failed.
 */
async function within<T>(work: Promise<T>, operation: Operation, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const reason = new Error(`MongoDB did not answer within ${milliseconds} ms.`);
      reject(operation === 'write' ? new OutcomeUnknownError(reason) : new StoreUnavailableError(reason.message));
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
