import type { AggregateStore, Reads, StoredAggregate } from '../aggregate-store.ts';
import { ID_INDEX } from '../engine/engine.ts';
import { createReads, type Explains } from '../reads/stored-reads.ts';
import { tenantFilter } from '../reads/tenant-filter.ts';
import { createChanges } from './aggregate-changes.ts';
import type { AggregateCollection } from './aggregate-collection.ts';
import { type AggregateDocument, LOG_FIELDS, toAggregate } from './aggregate-document.ts';
import { createAggregateWriter } from './aggregate-writer.ts';
import { mergeHistory } from './history-buckets.ts';
import { type StoreContext, tellRelay } from './store-context.ts';

/** The AggregateStore over an engine's collection. */
export function createAggregateStore<State extends object>(
  context: StoreContext,
  collection: AggregateCollection,
): AggregateStore<State> & Explains {
  const { definition, documents, buckets } = collection;
  const readsOf = <View>(hidden: readonly string[]): Reads<StoredAggregate<View>> & Explains =>
    createReads({
      collection: documents,
      indexes: definition.indexes,
      toItem: toAggregate<View>,
      without: [...LOG_FIELDS, ...hidden],
    });
  const reads = readsOf<State>([]);
  const commit = createAggregateWriter<State>(context, collection);
  const announcePending = (document: AggregateDocument<unknown>): void => {
    if (document.outbox.length > 0) tellRelay(context, definition, document, null);
  };
  const { clock } = context;
  const changes = createChanges<State>({ collection, clock, commit, load: reads.load, announcePending });

  const historyMany: AggregateStore<State>['historyMany'] = async (tenantId, ids) => {
    if (ids.length === 0) return new Map();
    const filter = tenantFilter(tenantId, { _id: { $in: [...new Set(ids)] } });
    const found = (await documents.find(filter, {
      hint: ID_INDEX,
      without: ['state'],
    })) as readonly AggregateDocument<State>[];
    // The document is read first: what leaves it afterwards is in a bucket by then.
    const moved = await buckets.read(
      tenantId,
      found.filter(({ movedThrough }) => movedThrough > 0).map(({ _id }) => _id),
    );
    return new Map(found.map(({ _id, history }) => [_id, mergeHistory(history, moved.get(_id) ?? [])]));
  };

  return {
    definition,
    ...reads,
    without: <View>(paths: readonly string[]) => readsOf<View>(paths.map((path) => `state.${path}`)),
    commit,
    historyMany,
    history: async (tenantId, id) => (await historyMany(tenantId, [id])).get(id) ?? [],
    ...changes,
  };
}
