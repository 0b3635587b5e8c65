import {
  type InterviewFacts,
  interviewEvents,
  newEvent,
  type ScorecardFacts,
  scorecardEvents,
} from '@hiregraph/contracts';
import { type NewEvent, unreachable } from '@hiregraph/kernel';
import type { InterviewEvent, InterviewState } from '../domain/interview.ts';
import type { InterviewKitEvent } from '../domain/interview-kit.ts';
import type { ScorecardEvent, ScorecardState } from '../domain/scorecard.ts';

function interviewFacts(state: InterviewState): InterviewFacts {
  const { applicationId, jobId, stageId, interviewerIds, slot, revisions, status } = state;
  return {
    applicationId,
    jobId,
    stageId,
    interviewerIds: [...interviewerIds],
    start: slot?.start ?? null,
    end: slot?.end ?? null,
    revision: revisions.length,
    status,
  };
}

/**
 * @param state the interview after the event
 * @returns null for what concerns this service alone
 */
export function interviewContractEvent(event: InterviewEvent, state: InterviewState): NewEvent | null {
  const facts = interviewFacts(state);
  switch (event.type) {
    case 'InterviewPlanned':
      return newEvent(interviewEvents.planned, facts, event.at);
    case 'InterviewScheduled':
      return newEvent(interviewEvents.scheduled, facts, event.at);
    case 'InterviewRescheduled':
      return newEvent(interviewEvents.rescheduled, facts, event.at);
    case 'InterviewersSet':
      return newEvent(interviewEvents['interviewers-set'], facts, event.at);
    case 'FeedbackAwaited':
      return newEvent(interviewEvents['awaiting-feedback'], facts, event.at);
    case 'InterviewCompleted':
      return newEvent(interviewEvents.completed, facts, event.at);
    case 'InterviewCancelled':
      return newEvent(interviewEvents.cancelled, facts, event.at);
    case 'CandidateMissed':
      return newEvent(interviewEvents['no-show'], facts, event.at);
    case 'AttentionRaised':
      return newEvent(interviewEvents.flagged, { ...facts, reason: event.reason, since: event.since }, event.at);
    case 'AttentionLowered':
    case 'ApplicationFollowed':
    case 'FeedbackReceived':
      return null;
    default:
      return unreachable(event);
  }
}

/**
 * @param state the scorecard after the event
 * @returns null for drafts
 */
export function scorecardContractEvent(event: ScorecardEvent, state: ScorecardState): NewEvent | null {
  if (event.type === 'ScorecardDraftSaved') return null;
  const { interviewId, applicationId, jobId, stageId, interviewerId, requestedAt } = state;
  const { interviewEnd } = event;
  const facts: ScorecardFacts = {
    interviewId,
    applicationId,
    jobId,
    stageId,
    interviewerId,
    requestedAt,
    interviewEnd,
  };
  switch (event.type) {
    case 'ScorecardRequested':
      return newEvent(scorecardEvents.requested, facts, event.at);
    case 'ScorecardSubmitted':
      return newEvent(scorecardEvents.submitted, facts, event.at);
    case 'ScorecardAmended':
      return newEvent(scorecardEvents.amended, facts, event.at);
    case 'ScorecardReleased':
      return newEvent(scorecardEvents.released, facts, event.at);
    default:
      return unreachable(event);
  }
}

/** Kits raise no events. */
export function interviewKitContractEvent(_event: InterviewKitEvent): null {
  return null;
}
