import type { EventEnvelope } from '@hiregraph/kernel';
import type { Storage } from '@hiregraph/storage';
import type { SettledApplication, SettledJob, SettledStatus } from './hiring-faults.ts';
import type { StoredHistory } from './stream-faults.ts';

/** What the oracle looks at in a stored aggregate; each kind has some of it. */
interface StoredState {
  readonly _id: string;
  readonly lastSequence: number;
  readonly state: {
    readonly jobId: string;
    readonly status: string;
    readonly stage: { readonly id: string };
    readonly hire: { readonly status: string } | null;
    readonly opening: { readonly openingId: string } | null;
    readonly openings: readonly {
      readonly id: string;
      readonly status: string;
      readonly holder?: { readonly applicationId: string };
    }[];
  };
}

/** Every aggregate's frozen events, with the number that its document says is the last. */
export async function readHistories(
  storages: readonly Storage[],
  topics: readonly string[],
): Promise<readonly StoredHistory[]> {
  const histories: StoredHistory[] = [];
  for (const storage of storages) {
    const last = new Map<string, number>();
    for (const { collection, kind } of storage.collections) {
      if (kind !== 'aggregates') continue;
      for (const { _id, lastSequence } of await readDocuments(storage, collection)) last.set(_id, lastSequence);
    }
    for (const topic of topics) {
      for await (const events of storage.frozenEvents(topic)) {
        const id = subjectOf(events);
        histories.push({ id, lastSequence: last.get(id) ?? 0, events });
      }
    }
  }
  return histories;
}

export async function readApplications(candidate: Storage): Promise<readonly SettledApplication[]> {
  return (await readDocuments(candidate, 'applications')).map(({ _id, state }) => ({
    id: _id,
    jobId: state.jobId,
    status: state.status,
    stageId: state.stage.id,
    hireStatus: state.hire?.status ?? null,
    openingId: state.opening?.openingId ?? null,
  }));
}

export async function readJobs(job: Storage): Promise<readonly SettledJob[]> {
  return (await readDocuments(job, 'jobs')).map(({ _id, state }) => ({
    id: _id,
    seats: state.openings.map(({ id, status, holder }) => ({
      id,
      status,
      applicationId: holder?.applicationId ?? null,
    })),
  }));
}

export async function readInterviews(evaluation: Storage): Promise<readonly SettledStatus[]> {
  return (await readDocuments(evaluation, 'interviews')).map(({ _id, state }) => ({ id: _id, status: state.status }));
}

async function readDocuments(storage: Storage, collection: string): Promise<readonly StoredState[]> {
  const found: StoredState[] = [];
  // What lies there is what the services wrote; the oracle looks at these fields alone.
  for await (const stored of storage.systemScope('export').collection(collection).all()) found.push(stored as never);
  return found;
}

function subjectOf(events: readonly EventEnvelope[]): string {
  return events[0]?.subject ?? '';
}
