import type { Clock, Logger } from '@hiregraph/kernel';
import type { StorageEngine } from '../engine/engine.ts';
import type { Failpoints } from '../failpoints.ts';
import type { AggregateDefinition } from '../aggregate-store.ts';
import type { Committed } from '../outbox-source.ts';
import type { AggregateDocument } from './aggregate-document.ts';
import type { AggregateLimits } from './aggregate-limits.ts';

/** What every store of a service shares. */
export interface StoreContext {
  readonly engine: StorageEngine;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly limits: AggregateLimits;
  readonly failpoints: Failpoints | undefined;
  /** `/hiregraph/<service>/<store epoch>`; a promise only until the epoch has been read. */
  source(): string | Promise<string>;
  /** Tells the relay of a durable commit. */
  committed(committed: Committed): void;
}

/** @param events see Committed */
export function tellRelay(
  { committed }: Pick<StoreContext, 'committed'>,
  { topic, collection }: AggregateDefinition,
  { tenantId, _id }: AggregateDocument<unknown>,
  events: Committed['events'],
): void {
  if (topic !== null) committed({ collection, tenantId, id: _id, topic, events });
}
