import { type Guarded, permits, type Standing } from './access-rules.ts';
import { userOf } from './asking.ts';
import { isInterviewerOf } from './interview-access.ts';
import { type RequestReads, standingsTowards } from './request-reads.ts';
import type { KnownApplicationEntry } from './stores.ts';

/** An application that the caller may know of, and how they stand to it. */
export interface SeenApplication {
  readonly application: KnownApplicationEntry;
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
  const { caller } = reads.asking;
  if (caller.kind === 'anonymous') return null;
  // Side by side: neither needs the other, and each is one batch for a list of applications.
  const [application, feedback] = await Promise.all([reads.application(id), reads.feedback(id)]);
  if (application === null) return null;
  const userId = userOf(caller);
  const isInterviewer = feedback.interviews.some(({ state }) => isInterviewerOf(state, userId));
  const ties = { candidateId: application.state.candidateId, isInterviewer };
  const standings = await standingsTowards(reads, application.state.jobId, ties, guarded);
  // Whoever merely may read the job knows nothing of who applied for it.
  return permits('Application.id', standings) ? { application, standings } : null;
}
