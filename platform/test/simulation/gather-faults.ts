import { type EventEnvelope, NotFoundError, type ServiceName, silentLogger } from '@hiregraph/kernel';
import { EVENT_TYPES, TOPICS } from '@hiregraph/contracts';
import { createEmbeddedEngine, openStorage, type Storage } from '@hiregraph/storage';
import type { Service } from '@hiregraph/subgraph';
import {
  commandFaults,
  historyFaults,
  type IssuedCommand,
  type ProjectionDump,
  projectionFaults,
  readApplications,
  readHistories,
  readJobs,
  seatFaults,
  stageFaults,
  type StoredHistory,
  streamFaults,
} from '@hiregraph/testkit/oracle';
import { SERVICE_NAMES } from '../../src/create-platform.ts';
import { createFunnel, FUNNEL_ROWS, type SharedCounters } from './funnel.ts';
import { openServices, type World } from './simulated-process.ts';

export const SETUP = 'setup';

type Services = Readonly<Record<ServiceName, Service>>;

/** Everything that is wrong with a platform that has come to rest, as sentences. */
export async function gatherFaults(
  world: World,
  observer: Services,
  analyst: Storage,
  commands: readonly IssuedCommand[],
): Promise<readonly string[]> {
  const storages = SERVICE_NAMES.map((name) => observer[name].storage);
  const histories = await readHistories(storages, TOPICS);
  const published: EventEnvelope[] = [];
  for await (const { record } of world.bus.read({ topics: TOPICS, from: {}, live: false }))
    published.push(record.event);
  const applications = await readApplications(observer.candidate.storage);
  const jobs = await readJobs(observer.job.storage);
  const asked = histories.map((history) => ({
    ...history,
    events: history.events.filter(({ correlationid }) => correlationid !== SETUP),
  }));
  return [
    ...historyFaults(histories),
    ...streamFaults(histories, published),
    ...commandFaults(asked, commands),
    ...stageFaults(applications, histories),
    ...seatFaults(jobs, applications),
    ...(await rebuiltFaults(world, observer, analyst, histories)),
  ];
}

/** Feeds every history, once and in order, to services that have seen nothing yet, and compares the rows. */
async function rebuiltFaults(
  world: World,
  observer: Services,
  analyst: Storage,
  histories: readonly StoredHistory[],
): Promise<readonly string[]> {
  const fresh = openServices(world, () => createEmbeddedEngine({ clock: world.clock }));
  const freshAnalyst = openAnalyst(world, createEmbeddedEngine({ clock: world.clock }));
  const counters: SharedCounters = new Map();
  const funnel = (world.mutant.funnel ?? createFunnel)(freshAnalyst, counters);
  await freshAnalyst.start();
  for (const name of SERVICE_NAMES) await fresh[name].storage.start();
  const consumers = [funnel, ...SERVICE_NAMES.flatMap((name) => fresh[name].consumers)];
  for (const event of histories.flatMap(({ events }) => events)) {
    const topic = EVENT_TYPES.get(event.type)?.topic ?? '';
    for (const consumer of consumers) {
      if (!consumer.topics.includes(topic)) continue;
      // The row is written first; what follows from it in aggregates that are not there is not of interest here.
      await consumer.handle(event).catch((error: unknown) => {
        if (!(error instanceof NotFoundError)) throw error;
      });
    }
  }
  const faults: string[] = [];
  for (const name of SERVICE_NAMES) {
    for (const { collection, kind } of observer[name].storage.collections) {
      if (kind !== 'projections') continue;
      const [kept, rebuilt] = [
        await dump(observer[name].storage, collection),
        await dump(fresh[name].storage, collection),
      ];
      faults.push(...projectionFaults(`${name}.${collection}`, kept, rebuilt));
    }
  }
  const rows = [await dump(analyst, FUNNEL_ROWS.collection), await dump(freshAnalyst, FUNNEL_ROWS.collection)] as const;
  faults.push(...projectionFaults('analyst.funnel', ...rows));
  faults.push(
    ...projectionFaults('analyst.counters', Object.fromEntries(world.counters), Object.fromEntries(counters)),
  );
  await Promise.all([freshAnalyst.stop(), ...SERVICE_NAMES.map((name) => fresh[name].storage.stop())]);
  return faults;
}

async function dump(storage: Storage, collection: string): Promise<ProjectionDump> {
  const rows: Record<string, unknown> = {};
  for await (const row of storage.systemScope('export').collection(collection).all()) rows[row._id] = row;
  return rows;
}

/** The analyst's storage over an engine, with its rows opened. */
export function openAnalyst({ clock }: Pick<World, 'clock'>, engine: World['engines']['analyst']): Storage {
  const storage = openStorage({ engine, service: 'evaluation', clock, logger: silentLogger });
  createFunnel(storage);
  return storage;
}
