import { NotFoundError } from '@hiregraph/kernel';
import type { InterviewState } from '../domain/interview.ts';
import { type Guarded, permits, type Standing } from './access-rules.ts';
import { userOf } from './asking.ts';
import { type RequestReads, standingsTowards, type Ties } from './request-reads.ts';
import type { StoredInterview } from './stores.ts';

/** An interview that the caller may know of, and how they stand to it. */
export interface SeenInterview {
  readonly interview: StoredInterview;
  readonly standings: ReadonlySet<Standing>;
}

/**
 * Whether a user interviews here: is an interviewer, took themselves off but still owes, or has judged it. Whom somebody
 * else took off before that does not.
 */
export function isInterviewerOf({ assignments }: InterviewState, userId: string | null): boolean {
  const assignment = assignments.find(({ interviewerId }) => interviewerId === userId);
  return assignment !== undefined && (assignment.standing !== 'OFF' || assignment.feedbackAt !== null);
}

async function tiesTo(reads: RequestReads, { state }: StoredInterview): Promise<Ties> {
  const { caller } = reads.asking;
  // A candidate is shown times; an interview without one is none of theirs yet.
  if (caller.kind === 'candidate' && state.slot !== null) {
    const application = await reads.application(state.applicationId);
    return { candidateId: application?.state.candidateId ?? null, isInterviewer: false };
  }
  return { candidateId: null, isInterviewer: isInterviewerOf(state, userOf(caller)) };
}

/** @returns null where it is not the caller's to know of */
export async function seenInterview(
  reads: RequestReads,
  interview: StoredInterview,
  guarded: Guarded = 'Query.interview',
): Promise<SeenInterview | null> {
  const ties = await tiesTo(reads, interview);
  const standings = await standingsTowards(reads, interview.state.jobId, ties, guarded);
  return permits(guarded, standings) ? { interview, standings } : null;
}

/** @returns null where it is absent or not the caller's to know of */
export async function findInterview(reads: RequestReads, id: string): Promise<SeenInterview | null> {
  if (reads.asking.caller.kind === 'anonymous') return null;
  const interview = await reads.interview(id);
  return interview === null ? null : await seenInterview(reads, interview);
}

/**
 * An interview for a command.
 * @throws NotFoundError where it is absent, or the caller may not do this with it
 */
export async function getInterviewFor(
  reads: RequestReads,
  id: string,
  guarded: Guarded,
  path: readonly string[] = ['input', 'interviewId'],
): Promise<SeenInterview> {
  const interview = await reads.interview(id);
  const seen = interview === null ? null : await seenInterview(reads, interview, guarded);
  if (seen === null) throw new NotFoundError('interview', path);
  return seen;
}
