import { EVENT_TYPES, JOB_TOPIC, jobEvents, newEvent } from '@hiregraph/contracts';
import type { EventEnvelope } from '@hiregraph/kernel';
import type { EventBus } from '@hiregraph/messaging';
import type { EngineCollection, ProjectionStore, Storage, StorageEngine } from '@hiregraph/storage';
import { FUNNEL_ROWS, funnelConsumer, type FunnelRow } from './funnel.ts';
import { SETUP } from './gather-faults.ts';
import type { Mutant } from './mutant.ts';

type Call = (...args: unknown[]) => unknown;

/** An engine one of whose calls is done in another way. */
function changedEngine(
  engine: StorageEngine,
  change: (method: string, call: Call, collection: string) => Call,
): StorageEngine {
  const changed = (collection: EngineCollection): EngineCollection =>
    new Proxy(collection, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof name !== 'string' || typeof value !== 'function') return value;
        return change(name, (...args) => (value as Call).apply(target, args), target.name);
      },
    });
  return { ...engine, collection: (name, indexes) => changed(engine.collection(name, indexes)) };
}

/** The events that a write brings; none where it is no write of an aggregate with events. */
function eventsOf(method: string, args: readonly unknown[]): readonly EventEnvelope[] {
  const [first, second] = args as [
    { history?: { event: EventEnvelope }[] },
    { $push?: { history?: { $each: { event: EventEnvelope }[] } } }?,
  ];
  const entries = method === 'insertOne' ? first.history : second?.$push?.history?.$each;
  return (entries ?? []).map(({ event }) => event);
}

async function publish(bus: EventBus, events: readonly EventEnvelope[]): Promise<void> {
  for (const event of events) {
    const topic = EVENT_TYPES.get(event.type)?.topic;
    if (topic !== undefined) await bus.publish(topic, [event]);
  }
}

/** Takes in whatever is delivered, as if it were the next. */
function withoutDeduplication(rows: ProjectionStore<FunnelRow>): ProjectionStore<FunnelRow> {
  return {
    ...rows,
    apply: async (tenantId, id, event, change) => {
      const known = await rows.load(tenantId, id);
      return await rows.apply(tenantId, id, { ...event, sequence: (known?.sequence ?? 0) + 1 }, change);
    },
  };
}

interface JobState {
  readonly openings: readonly {
    readonly id: string;
    readonly status: string;
    readonly openedAt: string;
    readonly holder?: { readonly applicationId: string; readonly attemptId: string };
  }[];
}

/** Opens every seat that is reserved just now, with the event that belongs to it. */
async function releaseReserved(storage: Storage, tick: number): Promise<void> {
  const definition = { name: 'job', collection: 'jobs', topic: JOB_TOPIC, service: 'job', indexes: [] } as const;
  const jobs = storage.aggregates<JobState>(definition);
  for await (const { _id, tenantId } of storage.systemScope('migration').collection('jobs').all()) {
    // Counted to what the scene set up, so that the seats have to tell, not that nobody asked.
    const command = { commandId: `timer-${tick}-${_id}`, trace: { correlationId: SETUP, causationId: SETUP } };
    await jobs.change(String(tenantId), _id, command, ({ state }, now) => {
      const reserved = state.openings.filter(({ status }) => status === 'RESERVED');
      if (reserved.length === 0) return null;
      const openings = state.openings.map(({ holder, ...seat }) =>
        seat.status === 'RESERVED' ? { ...seat, status: 'OPEN' } : { ...seat, ...(holder && { holder }) },
      );
      const events = reserved.map(({ id, openedAt, holder }) => {
        const { applicationId = null, attemptId = null } = holder ?? {};
        return newEvent(jobEvents['opening-released'], { openingId: id, openedAt, applicationId, attemptId }, now);
      });
      return { state: { ...state, openings }, events, visible: true };
    });
  }
}

/** Its claims stay open for ever, so that a repeat has only what is stored to go by. */
export const FORGETS_OUTCOMES: Mutant = {
  mistake: 'keeps no outcome with its claim',
  engine: (engine) =>
    changedEngine(engine, (method, call, collection) => async (...args) => {
      if (collection === 'command_claims' && method === 'updateOne') return true;
      return await call(...args);
    }),
};

export const MUTANTS: readonly Mutant[] = [
  {
    mistake: 'publishes events before it writes them',
    engine: (engine, bus) =>
      changedEngine(engine, (method, call) => async (...args) => {
        if (method === 'insertOne' || method === 'findOneAndUpdate') await publish(bus, eventsOf(method, args));
        return await call(...args);
      }),
  },
  {
    mistake: 'pulls events from the outbox before it sends them',
    source: (source) => ({
      ...source,
      onCommitted: (listener) => source.onCommitted((committed) => listener({ ...committed, events: null })),
      pending: async (aggregate) => {
        const found = await source.pending(aggregate);
        await source.pull(
          aggregate,
          found.events.map(({ sequence }) => sequence),
        );
        return found;
      },
    }),
  },
  {
    mistake: 'takes in again what it has taken in before',
    funnel: (storage) =>
      funnelConsumer(withoutDeduplication(storage.projections<FunnelRow>(FUNNEL_ROWS)), () => Promise.resolve()),
  },
  {
    mistake: 'writes without comparing the storage version',
    engine: (engine) =>
      changedEngine(engine, (method, call) => (filter, ...rest) => {
        if (method !== 'findOneAndUpdate') return call(filter, ...rest);
        const { storageVersion: _ignored, ...others } = filter as Record<string, unknown>;
        return call(others, ...rest);
      }),
  },
  {
    mistake: 'commits offsets before the effect',
    bus: (bus) => ({
      ...bus,
      subscribe: (options) =>
        bus.subscribe({
          ...options,
          onBatch: async (batch) => {
            const last = batch.records.at(-1);
            if (last !== undefined) await batch.commit(last.offset + 1);
            await options.onBatch({ ...batch, commit: () => Promise.resolve() });
          },
        }),
    }),
  },
  {
    mistake: 'counts by adding to a shared counter behind the row',
    funnel: (storage, counters) =>
      funnelConsumer(storage.projections<FunnelRow>(FUNNEL_ROWS), async ({ type }) => {
        counters.set(type, (counters.get(type) ?? 0) + 1);
      }),
  },
  {
    mistake: 'gives reserved seats back by the clock',
    timer: (storage, service, passage, scheduler) => {
      if (service !== 'job') return;
      const run = async (): Promise<void> => {
        for (let tick = 1; !passage.isDead(); tick++) {
          await scheduler.wait(100);
          await releaseReserved(storage, tick).catch(() => undefined);
        }
      };
      void run();
    },
  },
];
