import type { Debt } from '../domain/owing.ts';
import { assertMaySee, permits } from './access-rules.ts';
import { findApplication } from './application-access.ts';
import { userOf } from './asking.ts';
import { type SeenInterview, seenInterview } from './interview-access.ts';
import type { RequestReads } from './request-reads.ts';

/** Plain lists of an application's things end here. */
export const MOST_LISTED = 100;

async function visibleInterviews(reads: RequestReads, applicationId: string): Promise<readonly SeenInterview[]> {
  const { interviews } = await reads.feedback(applicationId);
  const visible = await Promise.all(interviews.map((interview) => seenInterview(reads, interview)));
  return visible.filter((one) => one !== null);
}

/** @returns null where the application is not the caller's to know of. @throws ForbiddenError */
export async function interviewsOf(
  reads: RequestReads,
  applicationId: string,
): Promise<readonly SeenInterview[] | null> {
  const seen = await findApplication(reads, applicationId, 'Application.interviews');
  if (seen === null) return null;
  assertMaySee('Application.interviews', seen.standings);
  return (await visibleInterviews(reads, applicationId)).slice(0, MOST_LISTED);
}

/** A debt as the caller sees it. */
export interface SeenDebt {
  readonly debt: Debt;
  readonly interview: SeenInterview;
}

/**
 * Who owes a scorecard: all for those who plan interviews, their own for those who merely hold them.
 * @returns null where the application is not the caller's to know of
 * @throws ForbiddenError
 */
export async function owedFeedbackOf(reads: RequestReads, applicationId: string): Promise<readonly SeenDebt[] | null> {
  const seen = await findApplication(reads, applicationId, 'Application.owedFeedback');
  if (seen === null) return null;
  assertMaySee('Application.owedFeedback', seen.standings);
  const visible = await visibleInterviews(reads, applicationId);
  const interviews = new Map(visible.map((one) => [one.interview.id, one]));
  const { debts } = await reads.feedback(applicationId);
  const userId = userOf(reads.asking.caller);
  const seesAll = permits('Mutation.setInterviewers', seen.standings);
  return debts
    .filter((debt) => seesAll || debt.userId === userId)
    .flatMap((debt) => {
      const interview = interviews.get(debt.interviewId);
      return interview === undefined ? [] : [{ debt, interview }];
    })
    .sort((a, b) => (a.debt.since < b.debt.since ? -1 : a.debt.since > b.debt.since ? 1 : 0))
    .slice(0, MOST_LISTED);
}
