import type { Caller } from '@hiregraph/kernel';
import { type Awaitable, BatchLoader } from '@hiregraph/subgraph';
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
 * The reads of one request: batched, so that a list costs one store query a collection, and made once. What was read
 * already is there without a promise, and a list that is known as one is read at once. Callers without a tenant get
 * nothing.
 */
export interface RequestReads {
  readonly asking: Asking;
  job(id: string): Awaitable<KnownJobRow | null>;
  jobs(ids: readonly string[]): Awaitable<readonly (KnownJobRow | null)[]>;
  /** The job as its owner has it now; asked once a request. */
  refreshedJob(id: string): Awaitable<KnownJobRow | null>;
  application(id: string): Awaitable<KnownApplicationEntry | null>;
  applications(ids: readonly string[]): Awaitable<readonly (KnownApplicationEntry | null)[]>;
  interview(id: string): Awaitable<StoredInterview | null>;
  kit(id: string): Awaitable<StoredKit | null>;
  /** Without any right: show one only through what `feedback` allows. */
  scorecard(id: string): Awaitable<StoredScorecard | null>;
  /** Read in the order of the blind rule, for the caller. */
  feedback(applicationId: string): Awaitable<Feedback>;
  feedbacks(applicationIds: readonly string[]): Awaitable<readonly Feedback[]>;
  /** `standingsOf` the caller, computed once for what it depends on. */
  standings(job: KnownJobRow | null, ties: Ties): ReadonlySet<Standing>;
  /** Forgets everything: a command has changed it. */
  forget(): void;
}

type Load<Item> = (tenantId: string, ids: readonly string[]) => Promise<ReadonlyMap<string, Item>>;

export function createRequestReads(stores: Stores, knowledge: Knowledge, asking: Asking): RequestReads {
  const { caller } = asking;
  /** Without a tenant there is nothing to load, and nobody to load it for. */
  const loaderOf = <Found, Item>(load: Load<Found>, toItem: (found: Found) => Item) =>
    new BatchLoader<string, Item | null>(async (ids) => {
      const found = await load(tenantOf(caller), ids);
      return ids.map((id) => {
        const one = found.get(id);
        return one === undefined ? null : toItem(one);
      });
    });
  const jobs = loaderOf(
    (tenantId, ids) => knowledge.jobs(asking, tenantId, ids),
    ({ state }) => state,
  );
  const refreshed = new BatchLoader<string, KnownJobRow | null>((ids) =>
    Promise.all(ids.map(async (id) => (await knowledge.refreshedJob(asking, tenantOf(caller), id))?.state ?? null)),
  );
  const itself = <Item>(item: Item): Item => item;
  const applications = loaderOf((tenantId, ids) => knowledge.applications(asking, tenantId, ids), itself);
  const interviews = loaderOf((tenantId, ids) => stores.interviews.loadMany(tenantId, ids), itself);
  const kits = loaderOf((tenantId, ids) => stores.kits.loadMany(tenantId, ids), itself);
  const scorecards = loaderOf((tenantId, ids) => stores.scorecards.loadMany(tenantId, ids), itself);
  const feedback = new BatchLoader<string, Feedback>((ids) =>
    readFeedback(stores, tenantOf(caller), userOf(caller), ids),
  );
  return {
    asking,
    job: (id) => jobs.load(id),
    jobs: (ids) => jobs.loadMany(ids),
    refreshedJob: (id) => refreshed.load(id),
    application: (id) => applications.load(id),
    applications: (ids) => applications.loadMany(ids),
    interview: (id) => interviews.load(id),
    kit: (id) => kits.load(id),
    scorecard: (id) => scorecards.load(id),
    feedback: (id) => feedback.load(id),
    feedbacks: (ids) => feedback.loadMany(ids),
    standings: rememberStandings(caller),
    forget: () => {
      for (const loader of [jobs, refreshed, applications, interviews, kits, scorecards, feedback]) loader.clearAll();
    },
  };
}

/** A user's standing depends on the job and on whether they interview; the others' costs nothing to compute. */
function rememberStandings(caller: Caller): RequestReads['standings'] {
  if (caller.kind !== 'user') return (job, ties) => standingsOf(caller, { job, ...ties });
  const interviewers = new Map<KnownJobRow | null, ReadonlySet<Standing>>();
  const others = new Map<KnownJobRow | null, ReadonlySet<Standing>>();
  return (job, ties) => {
    const remembered = ties.isInterviewer ? interviewers : others;
    let standings = remembered.get(job);
    if (standings === undefined) remembered.set(job, (standings = standingsOf(caller, { job, ...ties })));
    return standings;
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
  const job = await reads.job(jobId);
  return await standingsByRow(reads, { jobId, job }, ties, guarded);
}

/** The same where the job's row is at hand: a promise only where the owner has to be asked. */
export function standingsByRow(
  reads: RequestReads,
  { jobId, job }: { readonly jobId: string; readonly job: KnownJobRow | null },
  ties: Ties,
  guarded: Guarded,
): Awaitable<ReadonlySet<Standing>> {
  const standings = reads.standings(job, ties);
  if (job === null || permits(guarded, standings) || !couldTeamHelp(reads.asking, job)) return standings;
  return refreshedStandings(reads, jobId, ties, standings);
}

async function refreshedStandings(
  reads: RequestReads,
  jobId: string,
  ties: Ties,
  known: ReadonlySet<Standing>,
): Promise<ReadonlySet<Standing>> {
  const refreshed = await reads.refreshedJob(jobId);
  return refreshed === null ? known : reads.standings(refreshed, ties);
}

function couldTeamHelp({ caller }: Asking, job: KnownJobRow): boolean {
  if (caller.kind !== 'user' || caller.roles.includes('ADMIN')) return false;
  return job.confidential || caller.roles.includes('HIRING_MANAGER');
}
