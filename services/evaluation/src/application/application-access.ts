import type { Awaitable } from '@hiregraph/subgraph';
import { type Guarded, permits, type Standing } from './access-rules.ts';
import { userOf } from './asking.ts';
import type { Feedback } from './blind-rule.ts';
import { isInterviewerOf } from './interview-access.ts';
import { type RequestReads, standingsByRow, type Ties } from './request-reads.ts';
import type { KnownApplicationEntry } from './stores.ts';

/** An application that the caller may know of, and how they stand to it. */
export interface SeenApplication {
  readonly application: KnownApplicationEntry;
  readonly feedback: Feedback;
  readonly standings: ReadonlySet<Standing>;
}

/**
 * @param guarded what the caller wants to see
 * @returns null where it is absent or not the caller's to know of
 */
export async function findApplication(
  reads: RequestReads,
  id: string,
  guarded: Guarded = 'Application.id',
): Promise<SeenApplication | null> {
  if (reads.asking.caller.kind === 'anonymous') return null;
  // Side by side: neither needs the other, and each is one batch for a list of applications.
  const [application, feedback] = await Promise.all([reads.application(id), reads.feedback(id)]);
  if (application === null) return null;
  const { jobId } = application.state;
  const job = await reads.job(jobId);
  const standings = await standingsByRow(reads, { jobId, job }, tiesTo(reads, application, feedback), guarded);
  return seenAs(application, feedback, standings);
}

/** `findApplication` for a list that is known as one: each decided by itself, waiting only where an owner is asked. */
export async function findApplications(
  reads: RequestReads,
  ids: readonly string[],
  guarded: Guarded = 'Application.id',
): Promise<readonly (SeenApplication | null)[]> {
  if (reads.asking.caller.kind === 'anonymous') return ids.map(() => null);
  const [applications, feedbacks] = await Promise.all([reads.applications(ids), reads.feedbacks(ids)]);
  const jobIds = applications.map((application) => application?.state.jobId ?? null);
  const known = jobIds.filter((id) => id !== null);
  const jobs = await reads.jobs(known);
  let next = 0;
  const standings = applications.map((application, place): Awaitable<ReadonlySet<Standing>> | null => {
    if (application === null) return null;
    const row = { jobId: application.state.jobId, job: jobs[next++] ?? null };
    return standingsByRow(reads, row, tiesTo(reads, application, feedbacks[place] as Feedback), guarded);
  });
  const settled = standings.some((one) => one instanceof Promise)
    ? await Promise.all(standings.map((one) => Promise.resolve(one)))
    : standings;
  return applications.map((application, place) => {
    const own = settled[place] as ReadonlySet<Standing> | null;
    return application === null || own === null ? null : seenAs(application, feedbacks[place] as Feedback, own);
  });
}

function tiesTo({ asking }: RequestReads, { state }: KnownApplicationEntry, { interviews }: Feedback): Ties {
  const userId = userOf(asking.caller);
  const isInterviewer = interviews.some((interview) => isInterviewerOf(interview.state, userId));
  return { candidateId: state.candidateId, isInterviewer };
}

/** Whoever merely may read the job knows nothing of who applied for it. */
function seenAs(
  application: KnownApplicationEntry,
  feedback: Feedback,
  standings: ReadonlySet<Standing>,
): SeenApplication | null {
  return permits('Application.id', standings) ? { application, feedback, standings } : null;
}
