import { type Instant, unreachable } from '@hiregraph/kernel';
import { type Assignment, assignAll, receiveFeedback } from './assignment.ts';

export const INTERVIEW_STATUSES = [
  'TO_SCHEDULE',
  'SCHEDULED',
  'AWAITING_FEEDBACK',
  'COMPLETE',
  'CANCELLED',
  'NO_SHOW',
] as const;
export type InterviewStatus = (typeof INTERVIEW_STATUSES)[number];

export type AttentionReason = 'MOVED' | 'REJECTED' | 'WITHDRAWN' | 'HIRED' | 'TRANSFERRED';

/** When and where. */
export interface Slot {
  readonly start: Instant;
  readonly end: Instant;
  /** An IANA name. */
  readonly timeZone: string;
  readonly location: string | null;
}

/** One slot that the interview was given. */
export interface Revision extends Slot {
  /** From 1. */
  readonly revision: number;
  readonly at: Instant;
  /** The user who gave it. */
  readonly by: string;
}

export interface InterviewState {
  readonly applicationId: string;
  /** The job that it was planned for; stays when the application goes on for another one. */
  readonly jobId: string;
  readonly stageId: string | null;
  readonly kitId: string | null;
  readonly status: InterviewStatus;
  /** Who interviews now. */
  readonly interviewerIds: readonly string[];
  /** Everybody who ever did, with what they owe: the one source of the blind rule. */
  readonly assignments: readonly Assignment[];
  /** Null while it is to schedule. */
  readonly slot: Slot | null;
  /** The slot's start, or '' while there is none: what lists are ordered by, so that no order ever meets a null. */
  readonly agenda: string;
  readonly revisions: readonly Revision[];
  readonly attention: { readonly reason: AttentionReason; readonly since: Instant } | null;
  /** The application's newest event that was looked at; older ones can raise no attention any more. */
  readonly applicationSequence: number;
}

export type InterviewEvent =
  | {
      readonly type: 'InterviewPlanned';
      readonly at: Instant;
      readonly by: string;
      readonly applicationId: string;
      readonly jobId: string;
      readonly stageId: string | null;
      readonly kitId: string | null;
      readonly interviewerIds: readonly string[];
      readonly applicationSequence: number;
    }
  | { readonly type: 'InterviewScheduled'; readonly at: Instant; readonly by: string; readonly slot: Slot }
  | { readonly type: 'InterviewRescheduled'; readonly at: Instant; readonly by: string; readonly slot: Slot }
  | {
      readonly type: 'InterviewersSet';
      readonly at: Instant;
      readonly by: string;
      readonly interviewerIds: readonly string[];
    }
  | { readonly type: 'FeedbackAwaited'; readonly at: Instant }
  | { readonly type: 'FeedbackReceived'; readonly at: Instant; readonly interviewerId: string }
  | { readonly type: 'InterviewCompleted'; readonly at: Instant }
  | { readonly type: 'InterviewCancelled'; readonly at: Instant }
  | { readonly type: 'CandidateMissed'; readonly at: Instant }
  | {
      readonly type: 'AttentionRaised';
      readonly at: Instant;
      readonly reason: AttentionReason;
      readonly since: Instant;
      readonly applicationSequence: number;
    }
  | { readonly type: 'AttentionLowered'; readonly at: Instant; readonly applicationSequence: number }
  | { readonly type: 'ApplicationFollowed'; readonly at: Instant; readonly applicationSequence: number };

type PlannedEvent = Extract<InterviewEvent, { type: 'InterviewPlanned' }>;

function planned(event: PlannedEvent): InterviewState {
  const { applicationId, jobId, stageId, kitId, interviewerIds, applicationSequence } = event;
  return {
    applicationId,
    jobId,
    stageId,
    kitId,
    status: 'TO_SCHEDULE',
    interviewerIds,
    assignments: assignAll([], interviewerIds, event.by, event.at),
    slot: null,
    agenda: '',
    revisions: [],
    attention: null,
    applicationSequence,
  };
}

function withSlot(state: InterviewState, { slot, at, by }: { slot: Slot; at: Instant; by: string }): InterviewState {
  const revision: Revision = { ...slot, revision: state.revisions.length + 1, at, by };
  return {
    ...state,
    status: 'SCHEDULED',
    slot,
    agenda: slot.start,
    revisions: [...state.revisions, revision],
    attention: null,
  };
}

/** Folds one fact into an interview; null before the first. */
export function evolveInterview(state: InterviewState | null, event: InterviewEvent): InterviewState {
  if (event.type === 'InterviewPlanned') return planned(event);
  if (state === null) throw new Error(`${event.type} before InterviewPlanned`);
  switch (event.type) {
    case 'InterviewScheduled':
    case 'InterviewRescheduled':
      return withSlot(state, event);
    case 'InterviewersSet': {
      const { interviewerIds, by, at } = event;
      return { ...state, interviewerIds, assignments: assignAll(state.assignments, interviewerIds, by, at) };
    }
    case 'FeedbackAwaited':
      return { ...state, status: 'AWAITING_FEEDBACK', attention: null };
    case 'FeedbackReceived':
      return { ...state, assignments: receiveFeedback(state.assignments, event.interviewerId, event.at) };
    case 'InterviewCompleted':
      return { ...state, status: 'COMPLETE' };
    case 'InterviewCancelled':
      return { ...state, status: 'CANCELLED', attention: null };
    case 'CandidateMissed':
      return { ...state, status: 'NO_SHOW', attention: null };
    case 'AttentionRaised': {
      const { reason, since, applicationSequence } = event;
      return { ...state, attention: { reason, since }, applicationSequence };
    }
    case 'AttentionLowered':
      return { ...state, attention: null, applicationSequence: event.applicationSequence };
    case 'ApplicationFollowed':
      return { ...state, applicationSequence: event.applicationSequence };
    default:
      return unreachable(event);
  }
}

/** Whether a reader of the interview could see the change that an event made. */
export function isVisibleInterviewEvent(event: InterviewEvent, before: InterviewState | null): boolean {
  if (event.type === 'FeedbackReceived' || event.type === 'ApplicationFollowed') return false;
  if (event.type !== 'InterviewersSet' || before === null) return true;
  // Releasing somebody who had taken themselves off shows in nothing but what is owed.
  return (
    event.interviewerIds.length !== before.interviewerIds.length ||
    event.interviewerIds.some((id, index) => before.interviewerIds[index] !== id)
  );
}
