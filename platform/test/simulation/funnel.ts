import { APPLICATION_TOPIC } from '@hiregraph/contracts';
import type { EventEnvelope } from '@hiregraph/kernel';
import { type EventConsumer, SequenceGapError } from '@hiregraph/messaging';
import type { ProjectionStore, Storage } from '@hiregraph/storage';

export interface FunnelRow {
  readonly stageId: string;
  readonly transitions: number;
}

/** What outlives the processes of the funnel beside its rows; only mistaken ones keep anything here. */
export type SharedCounters = Map<string, number>;

export type MakeFunnel = (storage: Storage, counters: SharedCounters) => EventConsumer;

export const FUNNEL_ROWS = { collection: 'funnel', indexes: [] };
export const FUNNEL_GROUP = 'analyst.funnel';

/** An analyst's consumer: one guarded row an application, from which all counts are derived. */
export function createFunnel(storage: Storage): EventConsumer {
  return funnelConsumer(storage.projections<FunnelRow>(FUNNEL_ROWS), () => Promise.resolve());
}

/** @param after what is done behind the row, again with every repeat */
export function funnelConsumer(
  rows: ProjectionStore<FunnelRow>,
  after: (event: EventEnvelope) => Promise<void>,
): EventConsumer {
  return {
    group: FUNNEL_GROUP,
    topics: [APPLICATION_TOPIC],
    handle: async (event) => {
      const applied = { sequence: event.sequence, at: event.time };
      const result = await rows.apply(event.tenantid, event.subject, applied, (row) => rowAfter(row, event));
      if (result === 'gap') throw new SequenceGapError(event, null);
      await after(event);
    },
  };
}

function rowAfter(row: FunnelRow | null, { data }: EventEnvelope): FunnelRow {
  // Every event of an application carries the stage that it is in afterwards (contracts: applicationFacts).
  const { stage } = data as { readonly stage: { readonly id: string } };
  return { stageId: stage.id, transitions: (row?.transitions ?? 0) + 1 };
}
