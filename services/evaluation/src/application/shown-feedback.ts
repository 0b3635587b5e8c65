import { andThen, type Awaitable, BatchLoader } from '@hiregraph/subgraph';
import { type FeedbackSummary, summariseFeedback, type WeightedCriterion } from '../domain/feedback-summary.ts';
import type { FinalJudgement } from '../domain/scorecard.ts';
import { assertMaySee, permits, type Standing, standingsOf } from './access-rules.ts';
import { findApplications, type SeenApplication } from './application-access.ts';
import { MOST_LISTED } from './application-interviews.ts';
import { tenantOf, userOf } from './asking.ts';
import type { RequestReads } from './request-reads.ts';
import type { Showing, Sightings } from './sightings.ts';
import type { KnownJobRow, StoredScorecard } from './stores.ts';
import { visibleFeedback, type VisibleFeedback } from './visible-feedback.ts';

/** What the caller is shown of an application's feedback; it is on record already. */
export interface ShownFeedback extends VisibleFeedback {
  readonly standings: ReadonlySet<Standing>;
  /** The criteria of the application's job first, then those of the jobs that it came from. */
  criteria(): readonly WeightedCriterion[];
}

/** The feedback that a request shows: batched over applications, each decided and put on record once. */
export interface ShownFeedbacks {
  /** Null where the application is not the caller's to know of. */
  of(applicationId: string): Awaitable<ShownFeedback | null>;
  forget(): void;
}

export function createShownFeedbacks(reads: RequestReads, sightings: Sightings): ShownFeedbacks {
  const loader = new BatchLoader<string, ShownFeedback | null>((ids) => decideAll(reads, sightings, ids));
  return { of: (id) => loader.load(id), forget: () => loader.clearAll() };
}

const NOTHING: VisibleFeedback = { own: [], others: null, roundTheRule: false };

/** One batch: each application is decided by itself, and nothing is shown before it is on record. */
async function decideAll(
  reads: RequestReads,
  sightings: Sightings,
  ids: readonly string[],
): Promise<readonly (ShownFeedback | null)[]> {
  const userId = userOf(reads.asking.caller);
  const seen = await findApplications(reads, ids, 'Application.scorecards');
  if (userId === null) return seen.map((one) => one && { ...NOTHING, standings: one.standings, criteria: () => [] });
  const jobs = await jobRowsOf(reads, seen);
  const decided = seen.map((one) => one && decide(reads, one, userId, jobs));
  const showings: Showing[] = [];
  for (const [place, one] of decided.entries()) {
    if (!one?.others?.length) continue;
    showings.push({ applicationId: ids[place] as string, others: one.others, roundTheRule: one.roundTheRule });
  }
  if (showings.length > 0) await sightings.record(reads.asking, tenantOf(reads.asking.caller), userId, showings);
  return decided;
}

type JobRows = ReadonlyMap<string, KnownJobRow | null>;

/** The rows of all jobs that these applications or their scorecards hang on. */
async function jobRowsOf(reads: RequestReads, seen: readonly (SeenApplication | null)[]): Promise<JobRows> {
  const ids = new Set<string>();
  for (const one of seen) {
    if (one === null) continue;
    ids.add(one.application.state.jobId);
    for (const { state } of one.feedback.scorecards) ids.add(state.jobId);
  }
  const list = [...ids];
  const rows = await reads.jobs(list);
  return new Map(list.map((id, place) => [id, rows[place] ?? null]));
}

function decide(reads: RequestReads, seen: SeenApplication, userId: string, jobs: JobRows): ShownFeedback {
  const { standings, application, feedback } = seen;
  const ties = { candidateId: null, isInterviewer: standings.has('INTERVIEWER') };
  const isReadable = (jobId: string): boolean =>
    permits('Application.scorecards', reads.standings(jobs.get(jobId) ?? null, ties));
  // Towards its own job the standing may be newer than the row: the owner may have been asked.
  const { own, others, roundTheRule } = visibleFeedback(
    feedback,
    userId,
    standings,
    (jobId) => jobId === application.state.jobId || isReadable(jobId),
  );
  return { own, others, roundTheRule, standings, criteria: () => criteriaOf(seen, jobs) };
}

function criteriaOf({ application, feedback }: SeenApplication, jobs: JobRows): readonly WeightedCriterion[] {
  const jobIds = new Set([application.state.jobId, ...feedback.scorecards.map(({ state }) => state.jobId)]);
  return [...jobIds].flatMap((id) => jobs.get(id)?.criteria ?? []);
}

/** @returns a list of the caller's own; null where the application is not theirs to know of. @throws ForbiddenError */
export function scorecardsOf(shown: ShownFeedbacks, applicationId: string): Awaitable<StoredScorecard[] | null> {
  return andThen(shown.of(applicationId), (feedback) => {
    if (feedback === null) return null;
    assertMaySee('Application.scorecards', feedback.standings);
    return inOrder(feedback).slice(0, MOST_LISTED);
  });
}

/** Own and others', each of which is in the order of ids already. */
function inOrder({ own, others }: VisibleFeedback): readonly StoredScorecard[] {
  if (others === null || others.length === 0) return own;
  return own.length === 0 ? others : [...own, ...others].sort(byId);
}

/** @returns null where the application is not the caller's to know of, and while they owe. @throws ForbiddenError */
export async function feedbackSummaryOf(shown: ShownFeedbacks, applicationId: string): Promise<FeedbackSummary | null> {
  const feedback = await shown.of(applicationId);
  if (feedback === null) return null;
  assertMaySee('Application.feedbackSummary', feedback.standings);
  if (feedback.others === null) return null;
  const judgements = inOrder(feedback)
    .map(({ state }) => state.revisions.at(-1))
    .filter((revision): revision is FinalJudgement & NonNullable<typeof revision> => revision !== undefined);
  return summariseFeedback(judgements, feedback.criteria());
}

/**
 * One scorecard by its id: its author's at any time, anybody else's only as `shown` allows.
 * @returns null where it is absent or not the caller's to see
 */
export async function findScorecard(
  reads: RequestReads,
  shown: ShownFeedbacks,
  id: string,
): Promise<StoredScorecard | null> {
  const { caller } = reads.asking;
  if (caller.kind !== 'user') return null;
  const scorecard = await reads.scorecard(id);
  if (scorecard === null) return null;
  const feedback = await shown.of(scorecard.state.applicationId);
  // Never the copy that was read by id: only what was read in the blind rule's order may be shown.
  const visible = [...(feedback?.own ?? []), ...(feedback?.others ?? [])].find((one) => one.id === id);
  if (visible !== undefined) return visible;
  return scorecard.state.interviewerId === caller.userId && (await mayStillRead(reads, scorecard)) ? scorecard : null;
}

/** An author keeps their own drafts and judgements, unless the job became confidential and they are not on its team. */
async function mayStillRead(reads: RequestReads, { state }: StoredScorecard): Promise<boolean> {
  const job = await reads.job(state.jobId);
  const standings = standingsOf(reads.asking.caller, { job, candidateId: null, isInterviewer: true });
  return permits('Query.scorecard', standings);
}

function byId(a: StoredScorecard, b: StoredScorecard): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
