import type { Instant } from '@hiregraph/kernel';

/**
 * What became of one user as an interviewer of one interview.
 * - ON: interviews.
 * - LEFT: took themselves off. Owes on, and stays blind, until they submit or somebody else sets the interviewers
 *   without them: otherwise one could read the others' scores first by stepping aside for a moment.
 * - OFF: taken off by somebody else; owes nothing.
 */
export type Standing = 'ON' | 'LEFT' | 'OFF';

export interface Assignment {
  readonly interviewerId: string;
  readonly standing: Standing;
  /** From 1; one more each time that the user is put on again after having been taken off. */
  readonly round: number;
  /** When this round began: since when the scorecard is owed. */
  readonly since: Instant;
  /** When the interview learnt of the submitted scorecard; the scorecard itself decides. */
  readonly feedbackAt: Instant | null;
}

/** Whether the interview waits for this user's scorecard, as far as the interview knows. */
export function isAwaited(assignment: Assignment): boolean {
  return assignment.standing !== 'OFF' && assignment.feedbackAt === null;
}

/**
 * Who stands how once somebody has set the interviewers.
 * @param by the user who set them: only others can take a user's debt away
 */
export function assignAll(
  before: readonly Assignment[],
  interviewerIds: readonly string[],
  by: string,
  at: Instant,
): readonly Assignment[] {
  const wanted = new Set(interviewerIds);
  const known = new Set(before.map((assignment) => assignment.interviewerId));
  const kept = before.map((assignment): Assignment => {
    if (wanted.has(assignment.interviewerId)) return putOn(assignment, at);
    return assignment.standing === 'OFF' ? assignment : takeOff(assignment, by);
  });
  const added = interviewerIds
    .filter((id) => !known.has(id))
    .map((interviewerId): Assignment => ({ interviewerId, standing: 'ON', round: 1, since: at, feedbackAt: null }));
  return [...kept, ...added];
}

function putOn(assignment: Assignment, at: Instant): Assignment {
  if (assignment.standing === 'ON') return assignment;
  if (assignment.standing === 'LEFT') return { ...assignment, standing: 'ON' };
  return { ...assignment, standing: 'ON', round: assignment.round + 1, since: at };
}

function takeOff(assignment: Assignment, by: string): Assignment {
  return { ...assignment, standing: assignment.interviewerId === by ? 'LEFT' : 'OFF' };
}

export function receiveFeedback(
  assignments: readonly Assignment[],
  interviewerId: string,
  at: Instant,
): readonly Assignment[] {
  return assignments.map((assignment) =>
    assignment.interviewerId === interviewerId && assignment.feedbackAt === null
      ? { ...assignment, feedbackAt: at }
      : assignment,
  );
}
