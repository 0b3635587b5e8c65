import type { AggregateDefinition } from '../aggregate-store.ts';
import { AGGREGATE_SHAPE } from '../engine/document-shape.ts';
import { type EngineCollection, type EngineIndex, ID_INDEX } from '../engine/engine.ts';
import { toEngineIndex } from '../reads/tenant-indexes.ts';
import { tenantFilter } from '../reads/tenant-filter.ts';
import type { AggregateDocument } from './aggregate-document.ts';
import { BUCKET_INDEXES, createHistoryBuckets, type HistoryBuckets } from './history-buckets.ts';
import type { StoreContext } from './store-context.ts';

/** For the sweeper: aggregates with pending events, by how long they wait. Over all tenants, so without tenantId. */
export const PENDING_INDEX: EngineIndex = {
  name: 'pendingEvents',
  keys: [['outbox.at', 1]],
  partial: { 'outbox.at': { $exists: true } },
};

/** Where one kind of aggregate lies: its documents, and the buckets of their old history. */
export interface AggregateCollection {
  readonly definition: AggregateDefinition;
  readonly documents: EngineCollection;
  readonly buckets: HistoryBuckets;
  /** The whole document, logs and all. */
  loadWhole(tenantId: string, id: string): Promise<AggregateDocument<unknown> | null>;
}

export function bucketCollectionName(definition: AggregateDefinition): string {
  return `${definition.collection}_history`;
}

export function openAggregateCollection(context: StoreContext, definition: AggregateDefinition): AggregateCollection {
  const { engine, limits, logger, failpoints } = context;
  const documents = engine.collection(
    definition.collection,
    [...definition.indexes.map(toEngineIndex), ...(definition.topic === null ? [] : [PENDING_INDEX])],
    AGGREGATE_SHAPE,
  );
  const buckets = createHistoryBuckets({
    aggregates: documents,
    buckets: engine.collection(bucketCollectionName(definition), BUCKET_INDEXES),
    range: limits.bucketRange,
    logger,
    failpoints,
  });
  return {
    definition,
    documents,
    buckets,
    async loadWhole(tenantId, id) {
      const found = await documents.findOne(tenantFilter(tenantId, { _id: id }), { hint: ID_INDEX });
      return found as AggregateDocument<unknown> | null;
    },
  };
}
