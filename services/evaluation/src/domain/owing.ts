import type { Instant } from '@hiregraph/kernel';
import type { Assignment } from './assignment.ts';
import type { InterviewState, InterviewStatus } from './interview.ts';

/** Interviews that did not take place: nobody owes anything for them. */
export function releasesEverybody(status: InterviewStatus): boolean {
  return status === 'CANCELLED' || status === 'NO_SHOW';
}

/** Whether the interview asks this assignment's user for a scorecard, submitted or not. */
export function isAsked(status: InterviewStatus, assignment: Assignment): boolean {
  return assignment.standing !== 'OFF' && !releasesEverybody(status);
}

/** An interview with its id, as far as owing goes. */
export interface AskingInterview {
  readonly id: string;
  readonly state: Pick<InterviewState, 'status' | 'assignments'>;
}

/** One scorecard that one user owes. */
export interface Debt {
  readonly interviewId: string;
  readonly userId: string;
  readonly since: Instant;
}

/**
 * The owing rule: a user owes a scorecard from assignment until they submit it, the interview is cancelled or a no-show,
 * or somebody else takes them off it.
 * @param hasSubmitted whether the user's scorecard of that interview is submitted; the scorecards themselves tell
 */
export function debtsOf(
  interviews: readonly AskingInterview[],
  hasSubmitted: (interviewId: string, userId: string) => boolean,
): readonly Debt[] {
  const debts: Debt[] = [];
  for (const { id, state } of interviews) {
    for (const assignment of state.assignments) {
      const { interviewerId, since } = assignment;
      if (!isAsked(state.status, assignment) || hasSubmitted(id, interviewerId)) continue;
      debts.push({ interviewId: id, userId: interviewerId, since });
    }
  }
  return debts;
}

/** Whether some debt of this user ended otherwise than by submitting: see the blind rule's argument. */
export function wasReleased(interviews: readonly AskingInterview[], userId: string): boolean {
  return interviews.some(({ state }) =>
    state.assignments.some((one) => one.interviewerId === userId && !isAsked(state.status, one)),
  );
}
