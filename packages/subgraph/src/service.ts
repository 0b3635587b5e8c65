import type { Lifecycle, ServiceName } from '@hiregraph/kernel';
import type { EventConsumer } from '@hiregraph/messaging';
import type { Storage } from '@hiregraph/storage';
import type { Subgraph } from './subgraph.ts';

/**
 * One running service: its schema with an executor, its store, and what it does with others' events. The host (platform
 * or the service's own main.ts) owns the engine, the bus, the relay and the consumer runner, and wires them to it.
 * `start` and `stop` are for the service's own timers.
 */
export interface Service extends Lifecycle {
  readonly name: ServiceName;
  readonly subgraph: Subgraph;
  readonly storage: Storage;
  readonly consumers: readonly EventConsumer[];
}
