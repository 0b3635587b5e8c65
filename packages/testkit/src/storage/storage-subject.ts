import { type Clock, createManualClock, type ManualClock, silentLogger } from '@hiregraph/kernel';
import {
  type AggregateLimits,
  type AggregateStore,
  type Explains,
  type Failpoints,
  openStorage,
  type ProjectionStore,
  type Storage,
  type StorageEngine,
} from '@hiregraph/storage';
import { TICKET_ROWS, TICKETS, type TicketRow, type TicketState } from './ticket-store.ts';

/** An engine with an empty store, and what a suite may ask of it beside. */
export interface EngineUnderTest {
  readonly engine: StorageEngine;
  /** Deletes what has expired by the clock; absent where only the server decides when. */
  readonly removeExpired?: () => void;
}

/** Gives a new, empty engine each time. */
export type MakeEngine = (options: { readonly clock: Clock }) => EngineUnderTest | Promise<EngineUnderTest>;

/** A started storage with the stores of the suites. */
export interface StorageSubject {
  readonly storage: Storage;
  readonly clock: ManualClock;
  readonly tickets: AggregateStore<TicketState> & Explains;
  readonly rows: ProjectionStore<TicketRow> & Explains;
  readonly underTest: EngineUnderTest;
  /** Another storage over the same store, as another process of the service would have it. Not to be stopped. */
  sibling(options?: { readonly epoch?: number }): Pick<StorageSubject, 'storage' | 'tickets'>;
  /** A tenant that nobody has used. */
  tenant(): string;
}

export interface SubjectOptions {
  readonly limits?: Partial<AggregateLimits>;
  readonly failpoints?: Failpoints;
}

export type OpenSubject = (options?: SubjectOptions) => Promise<StorageSubject>;

const START = '2026-03-01T08:00:00.000Z';
let tenants = 0;

/** @returns a storage that can serve; the caller stops it */
export async function openSubject(makeEngine: MakeEngine, options: SubjectOptions = {}): Promise<StorageSubject> {
  const clock = createManualClock(START);
  const underTest = await makeEngine({ clock });
  const openAnother = (more: { readonly epoch?: number } = {}): Storage =>
    openStorage({ engine: underTest.engine, service: 'job', clock, logger: silentLogger, ...options, ...more });
  const storage = openAnother();
  const tickets = storage.aggregates<TicketState>(TICKETS);
  const rows = storage.projections<TicketRow>(TICKET_ROWS);
  await storage.start();
  await storage.ready();
  return {
    storage,
    clock,
    tickets,
    rows,
    underTest,
    sibling: (more) => {
      const another = openAnother(more);
      return { storage: another, tickets: another.aggregates<TicketState>(TICKETS) };
    },
    tenant: () => {
      tenants++;
      return `tenant_${tenants}`;
    },
  };
}
