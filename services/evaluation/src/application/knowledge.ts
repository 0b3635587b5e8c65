import type { Asking } from './asking.ts';
import type { Learnt, OwnerQuestions } from './owner-questions.ts';
import type { KnownApplicationEntry, KnownJobEntry, Stores } from './stores.ts';

/**
 * What this service knows of jobs and applications: its projections, and where one lacks a row, the owner's answer, asked
 * once and kept. So nobody sees the lag between services.
 */
export interface Knowledge {
  /** One store query; absent ids are absent in the map. @throws UpstreamUnavailableError */
  jobs(asking: Asking, tenantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, KnownJobEntry>>;
  /** Asks the owner although there may be a row: its state forbids what may have just become possible. */
  refreshedJob(asking: Asking, tenantId: string, id: string): Promise<KnownJobEntry | null>;
  /** One store query; absent ids are absent in the map. @throws UpstreamUnavailableError */
  applications(
    asking: Asking,
    tenantId: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, KnownApplicationEntry>>;
  refreshedApplication(asking: Asking, tenantId: string, id: string): Promise<KnownApplicationEntry | null>;
}

interface Rows<Row> {
  loadMany(
    tenantId: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly id: string; readonly sequence: number; readonly state: Row }>>;
  learn(
    tenantId: string,
    id: string,
    event: { readonly sequence: number; readonly at: string },
    row: Row,
  ): Promise<void>;
}

type Ask<Row> = (asking: Asking, tenantId: string, id: string) => Promise<Learnt<Row> | null>;

function createRows<Row>(rows: Rows<Row>, ask: Ask<Row>) {
  type Entry = { readonly id: string; readonly sequence: number; readonly state: Row };

  async function refreshed(asking: Asking, tenantId: string, id: string): Promise<Entry | null> {
    const learnt = await ask(asking, tenantId, id);
    if (learnt === null) return null;
    const { sequence, at, row } = learnt;
    await rows.learn(tenantId, id, { sequence, at }, row);
    // An event may have brought a newer row meanwhile.
    return (await rows.loadMany(tenantId, [id])).get(id) ?? { id, sequence, state: row };
  }

  async function many(asking: Asking, tenantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Entry>> {
    const known = await rows.loadMany(tenantId, ids);
    const missing = [...new Set(ids)].filter((id) => !known.has(id));
    if (missing.length === 0) return known;
    const learnt = await Promise.all(missing.map((id) => refreshed(asking, tenantId, id)));
    return new Map([...known, ...learnt.filter((entry) => entry !== null).map((entry) => [entry.id, entry] as const)]);
  }

  return { many, refreshed };
}

export function createKnowledge(stores: Pick<Stores, 'jobs' | 'applications'>, questions: OwnerQuestions): Knowledge {
  const jobs = createRows(stores.jobs, questions.job);
  const applications = createRows(stores.applications, questions.application);
  return {
    jobs: jobs.many,
    refreshedJob: jobs.refreshed,
    applications: applications.many,
    refreshedApplication: applications.refreshed,
  };
}
