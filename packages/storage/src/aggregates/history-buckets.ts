import type { Logger } from '@hiregraph/kernel';
import type { HistoryEntry } from '../aggregate-store.ts';
import { type EngineCollection, type EngineIndex, ID_INDEX, type StoredDocument } from '../engine/engine.ts';
import { type Failpoints, reach } from '../failpoints.ts';
import { tenantFilter } from '../reads/tenant-filter.ts';
import type { AggregateDocument } from './aggregate-document.ts';
import { historySize } from './history-entries.ts';

/** Old history of one aggregate: the sequences `k * range + 1` to `(k + 1) * range`. Its id is `<aggregate id>:<k>`. */
interface BucketDocument extends StoredDocument {
  readonly tenantId: string;
  readonly aggregateId: string;
  readonly entries: readonly HistoryEntry[];
}

const BY_AGGREGATE = 'byAggregate';

export const BUCKET_INDEXES: readonly EngineIndex[] = [
  {
    name: BY_AGGREGATE,
    keys: [
      ['tenantId', 1],
      ['aggregateId', 1],
      ['_id', 1],
    ],
  },
];

export interface HistoryBuckets {
  /** Begins to move old history, if there is enough of it; returns at once. Failures are retried at a later write. */
  consider(document: AggregateDocument<unknown>): void;
  /** The moved entries of those aggregates that have any, by aggregate. */
  read(tenantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, readonly HistoryEntry[]>>;
  hasCommand(tenantId: string, id: string, commandId: string): Promise<boolean>;
  /** Resolves when no move is under way. */
  idle(): Promise<void>;
}

export interface HistoryBucketsOptions {
  readonly aggregates: EngineCollection;
  readonly buckets: EngineCollection;
  /** Sequences in a bucket; as many of the newest always stay in the document. */
  readonly range: number;
  readonly logger: Logger;
  readonly failpoints: Failpoints | undefined;
}

/**
 * Moves history out of documents so that they stay small: writes the bucket, waits for its acknowledgement, then
 * removes those sequences. A crash in between leaves entries in both, which readers merge by sequence.
 */
export function createHistoryBuckets(options: HistoryBucketsOptions): HistoryBuckets {
  const { aggregates, buckets, range, logger } = options;
  const moving = new Map<string, Promise<void>>();

  /** @returns the document after the move; null when nothing could be moved now */
  async function moveOne(tenantId: string, id: string): Promise<AggregateDocument<unknown> | null> {
    const stored = await aggregates.findOne(tenantFilter(tenantId, { _id: id }), { hint: ID_INDEX, majority: true });
    const document = stored as AggregateDocument<unknown> | null;
    if (document === null || !isDue(document, range)) return null;
    const start = document.movedThrough;
    const end = start + range;
    if (document.outbox.some(({ sequence }) => sequence <= end)) return null;
    const entries = document.history.filter(({ sequence }) => sequence > start && sequence <= end);
    await buckets.updateOne(
      tenantFilter(tenantId, { _id: `${id}:${start / range}` }),
      { $set: { aggregateId: id, entries } },
      { upsert: true },
    );
    await reach(options.failpoints, 'history.after-bucket');
    // Guarded by movedThrough, so that of two who move the same bucket one removes it from the document.
    const after = await aggregates.findOneAndUpdate(tenantFilter(tenantId, { _id: id, movedThrough: start }), {
      $pull: { history: { sequence: { $gt: start, $lte: end } } },
      $set: { movedThrough: end },
      $inc: { historyBytes: -historySize(entries) },
    });
    return after as AggregateDocument<unknown> | null;
  }

  async function moveAll(tenantId: string, id: string): Promise<void> {
    try {
      for (let after = await moveOne(tenantId, id); after !== null; ) after = await moveOne(tenantId, id);
    } catch (error) {
      logger.warn({ error, aggregate: id }, 'Old history was not moved to its bucket; a later change tries again.');
    } finally {
      moving.delete(id);
    }
  }

  return {
    consider(document) {
      if (!isDue(document, range) || moving.has(document._id)) return;
      moving.set(document._id, moveAll(document.tenantId, document._id));
    },
    async read(tenantId, ids) {
      if (ids.length === 0) return new Map();
      const found = await buckets.find(tenantFilter(tenantId, { aggregateId: { $in: ids } }), { hint: BY_AGGREGATE });
      const byAggregate = new Map<string, HistoryEntry[]>();
      for (const bucket of found as readonly BucketDocument[]) {
        const entries = byAggregate.get(bucket.aggregateId) ?? [];
        entries.push(...bucket.entries);
        byAggregate.set(bucket.aggregateId, entries);
      }
      return byAggregate;
    },
    async hasCommand(tenantId, id, commandId) {
      const filter = tenantFilter(tenantId, { aggregateId: id, 'entries.commandId': commandId });
      return (await buckets.count(filter, { hint: BY_AGGREGATE })) > 0;
    },
    async idle() {
      while (moving.size > 0) await Promise.all(moving.values());
    },
  };
}

/** Whether a whole bucket can go while as many newer sequences stay. */
function isDue(document: AggregateDocument<unknown>, range: number): boolean {
  return document.lastSequence - document.movedThrough >= 2 * range;
}

/** Merges what the document and its buckets hold, by sequence; an entry that is in both counts once. */
export function mergeHistory(recent: readonly HistoryEntry[], moved: readonly HistoryEntry[]): readonly HistoryEntry[] {
  if (moved.length === 0) return recent;
  const bySequence = new Map<number, HistoryEntry>();
  for (const entry of moved) bySequence.set(entry.sequence, entry);
  for (const entry of recent) bySequence.set(entry.sequence, entry);
  return [...bySequence.values()].sort((a, b) => a.sequence - b.sequence);
}
