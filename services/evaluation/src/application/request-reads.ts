import DataLoader from 'dataloader';
import { permits, type Guarded, standingsOf, type Standing } from './access-rules.ts';
import { type Asking, tenantOf, userOf } from './asking.ts';
import { type Feedback, readFeedback } from './blind-rule.ts';
import type { Knowledge } from './knowledge.ts';
import type {
  KnownApplicationEntry,
  KnownJobRow,
  StoredInterview,
  StoredKit,
  StoredScorecard,
  Stores,
} from './stores.ts';

/**
 * The reads of one request: batched, so that a list costs one store query a collection, and made once. Callers without a
 * tenant get nothing.
 */
export interface RequestReads {
  readonly asking: Asking;
  job(id: string): Promise<KnownJobRow | null>;
  /** The job as its owner has it now; asked once a request. */
  refreshedJob(id: string): Promise<KnownJobRow | null>;
  application(id: string): Promise<KnownApplicationEntry | null>;
  interview(id: string): Promise<StoredInterview | null>;
  kit(id: string): Promise<StoredKit | null>;
  /** Without any right: show one only through what `feedback` allows. */
  scorecard(id: string): Promise<StoredScorecard | null>;
  /** Read in the order of the blind rule, for the caller. */
  feedback(applicationId: string): Promise<Feedback>;
  /** Forgets everything: a command has changed it. */
  forget(): void;
}

type Load<Item> = (ids: readonly string[]) => Promise<ReadonlyMap<string, Item>>;

function createLoader<Item>(load: Load<Item>): DataLoader<string, Item | null> {
  return new DataLoader(async (ids) => {
    const found = await load(ids);
    return ids.map((id) => found.get(id) ?? null);
  });
}

export function createRequestReads(stores: Stores, knowledge: Knowledge, asking: Asking): RequestReads {
  const { caller } = asking;
  /** Without a tenant there is nothing to load, and nobody to load it for. */
  const loaderOf = <Item>(load: (tenantId: string, ids: readonly string[]) => Promise<ReadonlyMap<string, Item>>) =>
    createLoader<Item>((ids) => load(tenantOf(caller), ids));
  const jobs = loaderOf((tenantId, ids) => knowledge.jobs(asking, tenantId, ids));
  const refreshed = new DataLoader<string, KnownJobRow | null>((ids) =>
    Promise.all(ids.map(async (id) => (await knowledge.refreshedJob(asking, tenantOf(caller), id))?.state ?? null)),
  );
  const applications = loaderOf((tenantId, ids) => knowledge.applications(asking, tenantId, ids));
  const interviews = loaderOf((tenantId, ids) => stores.interviews.loadMany(tenantId, ids));
  const kits = loaderOf((tenantId, ids) => stores.kits.loadMany(tenantId, ids));
  const scorecards = loaderOf((tenantId, ids) => stores.scorecards.loadMany(tenantId, ids));
  const feedback = new DataLoader<string, Feedback>((ids) =>
    readFeedback(stores, tenantOf(caller), userOf(caller), ids),
  );
  return {
    asking,
    job: async (id) => (await jobs.load(id))?.state ?? null,
    refreshedJob: (id) => refreshed.load(id),
    application: (id) => applications.load(id),
    interview: (id) => interviews.load(id),
    kit: (id) => kits.load(id),
    scorecard: (id) => scorecards.load(id),
    feedback: (id) => feedback.load(id),
    forget: () => {
      for (const loader of [jobs, refreshed, applications, interviews, kits, scorecards, feedback]) loader.clearAll();
    },
  };
}

/** What beside the job a caller's standing depends on. */
export interface Ties {
  readonly candidateId: string | null;
  readonly isInterviewer: boolean;
}

export const NO_TIES: Ties = { candidateId: null, isInterviewer: false };

/**
 * How the caller stands to something of a job. Where the hiring team as it is known here forbids what is asked, the
 * owner is asked once: the caller may have been put on the team a moment ago.
 * @param guarded what the caller wants to see or do
 */
export async function standingsTowards(
  reads: RequestReads,
  jobId: string,
  ties: Ties,
  guarded: Guarded,
): Promise<ReadonlySet<Standing>> {
  const { caller } = reads.asking;
  const job = await reads.job(jobId);
  const standings = standingsOf(caller, { job, ...ties });
  if (job === null || permits(guarded, standings) || !couldTeamHelp(reads.asking, job)) return standings;
  const refreshed = await reads.refreshedJob(jobId);
  return refreshed === null ? standings : standingsOf(caller, { job: refreshed, ...ties });
}

function couldTeamHelp({ caller }: Asking, job: KnownJobRow): boolean {
  if (caller.kind !== 'user' || caller.roles.includes('ADMIN')) return false;
  return job.confidential || caller.roles.includes('HIRING_MANAGER');
}
