import { DomainError } from '@hiregraph/kernel';
import type { InterviewState, InterviewStatus } from './interview.ts';

export type InterviewAction =
  | 'schedule'
  | 'reschedule'
  | 'setInterviewers'
  | 'complete'
  | 'passEnd'
  | 'receiveLastFeedback'
  | 'cancel'
  | 'markNoShow'
  | 'raiseAttention';

/**
 * What may be done in which status, and where it leads; null: the status stays. An interview that was called off or
 * missed is over for good: another one is planned instead, so that its feedback stays what it was.
 */
export const INTERVIEW_TRANSITIONS: Readonly<
  Record<InterviewAction, { readonly from: readonly InterviewStatus[]; readonly to: InterviewStatus | null }>
> = {
  schedule: { from: ['TO_SCHEDULE'], to: 'SCHEDULED' },
  reschedule: { from: ['SCHEDULED', 'AWAITING_FEEDBACK'], to: 'SCHEDULED' },
  setInterviewers: { from: ['TO_SCHEDULE', 'SCHEDULED', 'AWAITING_FEEDBACK'], to: null },
  complete: { from: ['SCHEDULED'], to: 'AWAITING_FEEDBACK' },
  passEnd: { from: ['SCHEDULED'], to: 'AWAITING_FEEDBACK' },
  receiveLastFeedback: { from: ['AWAITING_FEEDBACK'], to: 'COMPLETE' },
  cancel: { from: ['TO_SCHEDULE', 'SCHEDULED', 'AWAITING_FEEDBACK'], to: 'CANCELLED' },
  markNoShow: { from: ['SCHEDULED', 'AWAITING_FEEDBACK'], to: 'NO_SHOW' },
  raiseAttention: { from: ['TO_SCHEDULE', 'SCHEDULED'], to: null },
};

const IN_WORDS: Readonly<Record<InterviewAction, string>> = {
  schedule: 'be scheduled',
  reschedule: 'be rescheduled',
  setInterviewers: 'get other interviewers',
  complete: 'be completed',
  passEnd: 'end',
  receiveLastFeedback: 'be completed',
  cancel: 'be cancelled',
  markNoShow: 'be marked as a no-show',
  raiseAttention: 'need attention',
};

export function canDo(action: InterviewAction, status: InterviewStatus): boolean {
  return INTERVIEW_TRANSITIONS[action].from.includes(status);
}

/** @throws DomainError ILLEGAL_TRANSITION naming the status and those in which it may be done */
export function assertCanDo(action: InterviewAction, { status }: Pick<InterviewState, 'status'>): void {
  if (canDo(action, status)) return;
  throw new DomainError(
    'ILLEGAL_TRANSITION',
    `An interview that is ${status} cannot ${IN_WORDS[action]}; only one that is ${INTERVIEW_TRANSITIONS[action].from.join(' or ')} can.`,
    { details: { status } },
  );
}
