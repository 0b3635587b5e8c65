import type { EventEnvelope } from '@hiregraph/kernel';
import type { AggregateCollection } from '../aggregates/aggregate-collection.ts';
import type { AggregateDocument } from '../aggregates/aggregate-document.ts';
import { mergeHistory } from '../aggregates/history-buckets.ts';
import type { SystemScope } from '../system-scope.ts';

/**
 * The events of every aggregate that publishes on a topic, as they were frozen with their change (protocols.md,
 * Aggregates). One aggregate at a time, its events in sequence order.
 */
export async function* frozenEvents(
  collections: Iterable<AggregateCollection>,
  scope: SystemScope,
  topic: string,
): AsyncGenerator<readonly EventEnvelope[], undefined> {
  for (const { definition, buckets } of collections) {
    if (definition.topic !== topic) continue;
    for await (const stored of scope.collection(definition.collection).all()) {
      const { _id, tenantId, history, movedThrough } = stored as AggregateDocument<unknown>;
      // The document was read first: what left it afterwards is in a bucket by now.
      const moved = movedThrough > 0 ? await buckets.read(tenantId, [_id]) : new Map<string, never[]>();
      const entries = mergeHistory(history, moved.get(_id) ?? []);
      if (entries.length > 0) yield entries.map(({ event }) => event);
    }
  }
}
