import { type Clock, type EventEnvelope, silentLogger } from '@hiregraph/kernel';
import {
  type AggregateDefinition,
  type AggregateStore,
  createEmbeddedEngine,
  declareQuery,
  type EmbeddedEngineOptions,
  openStorage,
  type ProjectionStore,
  type Storage,
} from '@hiregraph/storage';
import type { FilePort, ProcessIdentities } from '../../src/journal/index.ts';

/** An aggregate whose state is the plain fold of its events. */
export interface TallyState {
  readonly total: number;
  readonly count: number;
  readonly parity: 'even' | 'odd';
}

export const EMPTY: TallyState = { total: 0, count: 0, parity: 'even' };

export function add(state: TallyState, amount: number): TallyState {
  const total = state.total + amount;
  return { total, count: state.count + 1, parity: total % 2 === 0 ? 'even' : 'odd' };
}

export function fold(events: readonly EventEnvelope[]): TallyState {
  return events.reduce((state, event) => add(state, (event.data as { amount: number }).amount), EMPTY);
}

const TALLIES: AggregateDefinition = {
  name: 'tally',
  collection: 'tallies',
  topic: 'test.tally.v1',
  service: 'job',
  indexes: [{ name: 'byParity', keys: [['state.parity', 1]] }],
};

export const talliesByParity = declareQuery<string>({
  name: 'talliesByParity',
  index: 'byParity',
  filter: (parity) => ({ 'state.parity': parity }),
});

export interface SeenRow {
  readonly total: number;
}

export const TENANT = 'tenant_1';

export interface TallyStore {
  readonly storage: Storage;
  readonly tallies: AggregateStore<TallyState>;
  readonly rows: ProjectionStore<SeenRow>;
}

const SMALL = { snapshotBytes: 3_000, limits: { segmentBytes: 6_000, batchBytes: 3_000 } };

/**
 * Opens one life of the store.
 * @param sizes by default so small that a short run makes several snapshots, segments and batches
 */
export async function openTallies(
  clock: Clock,
  files: FilePort,
  processes: ProcessIdentities,
  sizes: Pick<EmbeddedEngineOptions, 'snapshotBytes' | 'limits'> = SMALL,
): Promise<TallyStore> {
  const engine = createEmbeddedEngine({
    directory: '/data',
    clock,
    files,
    processes,
    freeze: true,
    ...sizes,
  });
  const storage = openStorage({ engine, service: 'job', clock, logger: silentLogger, limits: { bucketRange: 2 } });
  const tallies = storage.aggregates<TallyState>(TALLIES);
  const rows = storage.projections<SeenRow>({ collection: 'seen', indexes: [] });
  await storage.start();
  return { storage, tallies, rows };
}
