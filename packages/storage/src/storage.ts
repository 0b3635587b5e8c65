import {
  type Clock,
  createIdGenerator,
  type EventEnvelope,
  type IdGenerator,
  type Lifecycle,
  type Logger,
  type ServiceName,
  StoreUnavailableError,
} from '@hiregraph/kernel';
import {
  type AggregateCollection,
  bucketCollectionName,
  openAggregateCollection,
} from './aggregates/aggregate-collection.ts';
import { AGGREGATE_LIMITS, type AggregateLimits } from './aggregates/aggregate-limits.ts';
import type { StoreContext } from './aggregates/store-context.ts';
import { createAggregateStore } from './aggregates/stored-aggregate-store.ts';
import type { AggregateDefinition, AggregateStore } from './aggregate-store.ts';
import type { CommandRunner } from './command-runner.ts';
import type { StorageEngine } from './engine/engine.ts';
import type { Failpoints } from './failpoints.ts';
import { CLAIM_COLLECTION, CLAIM_INDEXES, createCommandRunner } from './idempotency/stored-command-runner.ts';
import type { OutboxSource } from './outbox-source.ts';
import { frozenEvents } from './outbox/frozen-events.ts';
import { createOutboxSource } from './outbox/stored-outbox-source.ts';
import type { ProjectionDefinition, ProjectionStore } from './projection-store.ts';
import { createProjectionStore } from './projections/stored-projection-store.ts';
import type { IndexSpec } from './query.ts';
import type { Explains } from './reads/stored-reads.ts';
import { readEpoch, SYSTEM_COLLECTION } from './store-epoch.ts';
import { createSystemScope, type SystemPurpose, type SystemScope } from './system-scope.ts';

export interface StorageOptions {
  /** Belongs to this storage: started and stopped with it. */
  readonly engine: StorageEngine;
  readonly service: ServiceName;
  /** The lowest epoch that the store may have; where it has a lower one it is raised. Given after a restore. */
  readonly epoch?: number;
  readonly clock: Clock;
  /** Real time, by which servers delete what has expired. Default: `clock`; another one where that tells of the past. */
  readonly wallClock?: Clock;
  readonly ids?: IdGenerator;
  readonly logger: Logger;
  readonly failpoints?: Failpoints;
  readonly limits?: Partial<AggregateLimits>;
}

/** A collection that a service has opened, with its indexes as declared; what the explain suite walks over. */
export interface OpenedCollection {
  readonly collection: string;
  readonly kind: 'aggregates' | 'projections';
  readonly indexes: readonly IndexSpec[];
}

/** All that one service keeps. Stores are opened before `start`, so that their indexes are there from the first read. */
export interface Storage extends Lifecycle {
  readonly engine: StorageEngine['kind'];
  aggregates<State extends object>(definition: AggregateDefinition): AggregateStore<State> & Explains;
  projections<Row extends object>(definition: ProjectionDefinition): ProjectionStore<Row> & Explains;
  readonly commands: CommandRunner;
  readonly outbox: OutboxSource;
  /**
   * The frozen events of a topic's aggregates, of all tenants: one aggregate after another, each with its events in
   * sequence order, whether they were sent or still wait. What is written meanwhile may be missing.
   */
  frozenEvents(topic: string): AsyncIterable<readonly EventEnvelope[]>;
  /** Part of every event's source. @throws StoreUnavailableError until it has been read */
  readonly epoch: number;
  readonly collections: readonly OpenedCollection[];
  /** Resolves when the store can serve; what a readiness probe asks. @throws StoreUnavailableError */
  ready(): Promise<void>;
  /** A named way past the tenants. */
  systemScope(purpose: SystemPurpose): SystemScope;
  /** Resolves when nothing is under way in the background (moves of history, completions of claims). */
  idle(): Promise<void>;
}

/** Opens the storage of one service over an engine. Nothing is read or written before `start`. */
export function openStorage(options: StorageOptions): Storage {
  const { engine, service, clock, logger, failpoints } = options;
  const aggregates = new Map<string, AggregateCollection>();
  const opened = new Map<string, OpenedCollection>();
  const system = engine.collection(SYSTEM_COLLECTION, []);
  const isOpen = (name: string): boolean => isKnown(name, opened, aggregates);
  const outbox = createOutboxSource({
    collections: aggregates,
    scope: createSystemScope(engine, 'sweeper', isOpen),
    logger,
    failpoints,
  });
  const commands = createCommandRunner({
    claims: engine.collection(CLAIM_COLLECTION, CLAIM_INDEXES),
    clock,
    wallClock: options.wallClock ?? clock,
    ids: options.ids ?? createIdGenerator(clock),
    logger,
    failpoints,
  });
  let epoch: number | null = null;

  async function loadEpoch(): Promise<number> {
    epoch ??= await readEpoch(system, options.epoch);
    return epoch;
  }
  const sourceOf = (known: number): string => `/hiregraph/${service}/${known}`;
  let source: string | null = null;

  const context: StoreContext = {
    engine,
    clock,
    logger,
    limits: { ...AGGREGATE_LIMITS, ...options.limits },
    failpoints,
    source: () => {
      if (source !== null) return source;
      return loadEpoch().then((known) => {
        source = sourceOf(known);
        return source;
      });
    },
    committed: outbox.committed,
  };

  async function idle(): Promise<void> {
    await commands.idle();
    for (const { buckets } of aggregates.values()) await buckets.idle();
  }

  return {
    engine: engine.kind,
    aggregates<State extends object>(definition: AggregateDefinition) {
      const collection = aggregates.get(definition.collection) ?? openAggregateCollection(context, definition);
      aggregates.set(definition.collection, collection);
      const { collection: name, indexes } = definition;
      opened.set(name, { collection: name, kind: 'aggregates', indexes });
      return createAggregateStore<State>(context, collection);
    },
    projections<Row extends object>(definition: ProjectionDefinition) {
      const { collection, indexes } = definition;
      opened.set(collection, { collection, kind: 'projections', indexes });
      return createProjectionStore<Row>(engine, definition);
    },
    commands,
    outbox,
    frozenEvents: (topic) => frozenEvents(aggregates.values(), createSystemScope(engine, 'replay', isOpen), topic),
    get epoch() {
      if (epoch === null) throw new StoreUnavailableError('The store has not been read yet. Try again in a moment.');
      return epoch;
    },
    get collections() {
      return [...opened.values()];
    },
    async ready() {
      await engine.ready();
      await loadEpoch();
    },
    systemScope: (purpose) => createSystemScope(engine, purpose, isOpen),
    idle,
    async start() {
      await engine.start();
      // A server may be away for now: its epoch is read with the first commit then.
      if (engine.kind === 'embedded') await loadEpoch();
    },
    async stop() {
      await idle();
      await engine.stop();
    },
  };
}

function isKnown(
  name: string,
  opened: ReadonlyMap<string, OpenedCollection>,
  aggregates: ReadonlyMap<string, AggregateCollection>,
): boolean {
  if (opened.has(name) || name === CLAIM_COLLECTION || name === SYSTEM_COLLECTION) return true;
  return [...aggregates.values()].some(({ definition }) => bucketCollectionName(definition) === name);
}
