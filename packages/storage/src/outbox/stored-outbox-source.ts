import { HiregraphError, type Instant, type Logger } from '@hiregraph/kernel';
import type { AggregateCollection } from '../aggregates/aggregate-collection.ts';
import { PENDING_INDEX } from '../aggregates/aggregate-collection.ts';
import type { AggregateDocument } from '../aggregates/aggregate-document.ts';
import { ID_INDEX } from '../engine/engine.ts';
import { type Failpoints, reach } from '../failpoints.ts';
import type { Committed, OutboxSource, PendingAggregate } from '../outbox-source.ts';
import { tenantFilter } from '../reads/tenant-filter.ts';
import type { SystemScope } from '../system-scope.ts';

export interface StoredOutboxSource extends OutboxSource {
  committed(committed: Committed): void;
}

export interface OutboxOptions {
  /** By collection name; grows as stores are opened. */
  readonly collections: ReadonlyMap<string, AggregateCollection>;
  readonly scope: SystemScope;
  readonly logger: Logger;
  readonly failpoints: Failpoints | undefined;
}

/** The OutboxSource over all aggregates of a service. */
export function createOutboxSource({ collections, scope, logger, failpoints }: OutboxOptions): StoredOutboxSource {
  const listeners = new Set<(committed: Committed) => void>();

  function collectionOf({ collection }: PendingAggregate): AggregateCollection & { readonly topic: string } {
    const found = collections.get(collection);
    const topic = found?.definition.topic ?? null;
    if (found !== undefined && topic !== null) return { ...found, topic };
    throw new HiregraphError(
      'INTERNAL_ERROR',
      `${collection} is no collection of aggregates with events. Open its store first.`,
    );
  }

  async function stalePart(
    { definition }: AggregateCollection,
    olderThan: Instant,
    limit: number,
  ): Promise<readonly { readonly at: Instant; readonly pending: PendingAggregate }[]> {
    const found = await scope
      .collection(definition.collection)
      .find(
        { 'outbox.at': { $lt: olderThan } },
        { hint: PENDING_INDEX.name, limit, majority: true, without: ['state', 'history', 'quietCommands'] },
      );
    return (found as readonly AggregateDocument<unknown>[]).map((document) => ({
      at: document.outbox[0]?.at ?? olderThan,
      pending: { collection: definition.collection, tenantId: document.tenantId, id: document._id },
    }));
  }

  return {
    committed(committed) {
      for (const listener of listeners) {
        try {
          listener(committed);
        } catch (error) {
          logger.warn(
            { error, aggregate: committed.id },
            'Nobody took note of a commit; the sweeper will send its events.',
          );
        }
      }
    },
    onCommitted(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    async pending(aggregate) {
      const { topic, documents } = collectionOf(aggregate);
      const found = await documents.findOne(tenantFilter(aggregate.tenantId, { _id: aggregate.id }), {
        hint: ID_INDEX,
        majority: true,
        without: ['state', 'quietCommands'],
      });
      if (found === null) return { topic, events: [] };
      const { outbox, history } = found as AggregateDocument<unknown>;
      const waiting = new Set(outbox.map(({ sequence }) => sequence));
      const entries = history.filter(({ sequence }) => waiting.has(sequence));
      return { topic, events: entries.map(({ event }) => event).sort((a, b) => a.sequence - b.sequence) };
    },
    async pull(aggregate, sequences) {
      if (sequences.length === 0) return;
      const { documents, buckets } = collectionOf(aggregate);
      if (failpoints !== undefined) await reach(failpoints, 'outbox.before-pull');
      const after = await documents.findOneAndUpdate(
        tenantFilter(aggregate.tenantId, { _id: aggregate.id }),
        { $pull: { outbox: { sequence: { $in: sequences } } } },
        { without: ['state', 'history', 'quietCommands'] },
      );
      if (failpoints !== undefined) await reach(failpoints, 'outbox.after-pull');
      // Pending events hold back the move of old history; now they may not any more.
      if (after !== null) buckets.consider(after as AggregateDocument<unknown>);
    },
    async findStale(olderThan, limit) {
      const published = [...collections.values()].filter(({ definition }) => definition.topic !== null);
      const parts = await Promise.all(published.map((collection) => stalePart(collection, olderThan, limit)));
      const oldestFirst = parts.flat().sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
      return oldestFirst.slice(0, limit).map(({ pending }) => pending);
    },
  };
}
