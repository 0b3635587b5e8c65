import { DomainError, type Instant } from '@hiregraph/kernel';
import { assignAll, isAwaited } from './assignment.ts';
import { assertAtMost, distinctIds } from './bounded-text.ts';
import type { InterviewEvent, InterviewState, Slot } from './interview.ts';
import { assertCanDo, canDo } from './interview-transitions.ts';
import { isOnTeam, type KnownApplication, type KnownJob } from './known-facts.ts';
import { LIMITS } from './limits.ts';
import { checkedSlot } from './slot.ts';
import { UnknownToJobError } from './unknown-to-job-error.ts';

/** A decision's circumstances: when, and who asked for it (a user id). */
export interface Asked {
  readonly at: Instant;
  readonly by: string;
}

export interface PlanInterview {
  readonly applicationId: string;
  /** Undefined: the application's own stage. */
  readonly stageId: string | null | undefined;
  readonly kitId: string | null;
  readonly interviewerIds: readonly string[];
}

export interface PlanningFacts {
  readonly application: KnownApplication;
  /** The sequence of the application's newest event that is known. */
  readonly applicationSequence: number;
  readonly job: KnownJob;
}

/** @throws DomainError ILLEGAL_TRANSITION, INVALID_INPUT, LIMIT_REACHED */
export function planInterview(command: PlanInterview, facts: PlanningFacts, asked: Asked): readonly InterviewEvent[] {
  const { application, job } = facts;
  if (application.status !== 'ACTIVE') {
    throw new DomainError(
      'ILLEGAL_TRANSITION',
      `Interviews are planned for active applications only; this one is ${application.status}.`,
      { path: ['input', 'applicationId'], details: { status: application.status } },
    );
  }
  const stageId = command.stageId === undefined ? application.stageId : command.stageId;
  if (stageId !== null && command.stageId !== undefined && !job.stages.some((stage) => stage.id === stageId)) {
    throw new UnknownToJobError("This is no stage of the application's job.", ['input', 'stageId']);
  }
  return [
    {
      type: 'InterviewPlanned',
      ...asked,
      applicationId: command.applicationId,
      jobId: application.jobId,
      stageId,
      kitId: command.kitId,
      interviewerIds: checkedInterviewers(command.interviewerIds, job),
      applicationSequence: facts.applicationSequence,
    },
  ];
}

export function scheduleInterview(state: InterviewState, slot: Slot, asked: Asked): readonly InterviewEvent[] {
  assertCanDo('schedule', state);
  return [{ type: 'InterviewScheduled', ...asked, slot: checkedSlot(slot) }];
}

/** @param change what is undefined stays as it was */
export function rescheduleInterview(
  state: InterviewState,
  change: { start: Instant; end: Instant; timeZone: string | undefined; location: string | null | undefined },
  asked: Asked,
): readonly InterviewEvent[] {
  assertCanDo('reschedule', state);
  assertAtMost(state.revisions.length + 1, LIMITS.revisions, 'revisions of an interview', ['input']);
  const slot = checkedSlot({
    start: change.start,
    end: change.end,
    timeZone: change.timeZone ?? state.slot?.timeZone ?? '',
    location: change.location === undefined ? (state.slot?.location ?? null) : change.location,
  });
  return [{ type: 'InterviewRescheduled', ...asked, slot }];
}

/** @returns no event where it would change nothing, not even what somebody owes */
export function setInterviewers(
  state: InterviewState,
  interviewerIds: readonly string[],
  job: KnownJob,
  asked: Asked,
): readonly InterviewEvent[] {
  assertCanDo('setInterviewers', state);
  const ids = checkedInterviewers(interviewerIds, job, state.interviewerIds);
  const assignments = assignAll(state.assignments, ids, asked.by, asked.at);
  assertAtMost(assignments.length, LIMITS.assignments, 'people who were ever interviewers of one interview', [
    'input',
    'interviewerIds',
  ]);
  const same =
    ids.length === state.interviewerIds.length &&
    ids.every((id, index) => state.interviewerIds[index] === id) &&
    assignments.every((assignment, index) => assignment.standing === state.assignments[index]?.standing);
  if (same) return [];
  const set: InterviewEvent = { type: 'InterviewersSet', ...asked, interviewerIds: ids };
  const over = canDo('receiveLastFeedback', state.status) && !assignments.some(isAwaited);
  return over ? [set, { type: 'InterviewCompleted', at: asked.at }] : [set];
}

/** Asked by a person. One that is over already is what was wanted. */
export function completeInterview(state: InterviewState, at: Instant): readonly InterviewEvent[] {
  if (state.status === 'AWAITING_FEEDBACK') return [];
  assertCanDo('complete', state);
  return ended(state, at);
}

/** Asked by the clock: harmless whenever and however often. */
export function passEnd(state: InterviewState, at: Instant): readonly InterviewEvent[] {
  if (!canDo('passEnd', state.status) || state.slot === null || !isOver(state.slot, at)) return [];
  return ended(state, at);
}

function isOver({ end }: Slot, at: Instant): boolean {
  return end <= at;
}

function ended(state: InterviewState, at: Instant): readonly InterviewEvent[] {
  const awaited: InterviewEvent = { type: 'FeedbackAwaited', at };
  return state.assignments.some(isAwaited) ? [awaited] : [awaited, { type: 'InterviewCompleted', at }];
}

/** The interview learns that a user has submitted their scorecard. Harmless when repeated. */
export function receiveFeedback(state: InterviewState, interviewerId: string, at: Instant): readonly InterviewEvent[] {
  const assignment = state.assignments.find((one) => one.interviewerId === interviewerId);
  if (assignment?.feedbackAt !== null) return [];
  const received: InterviewEvent = { type: 'FeedbackReceived', at, interviewerId };
  const others = state.assignments.some((one) => one !== assignment && isAwaited(one));
  const last = !others && canDo('receiveLastFeedback', state.status);
  return last ? [received, { type: 'InterviewCompleted', at }] : [received];
}

export function cancelInterview(state: InterviewState, at: Instant): readonly InterviewEvent[] {
  assertCanDo('cancel', state);
  return [{ type: 'InterviewCancelled', at }];
}

export function markNoShow(state: InterviewState, at: Instant): readonly InterviewEvent[] {
  assertCanDo('markNoShow', state);
  return [{ type: 'CandidateMissed', at }];
}

/** @param already who interviews already: a team that changed since does not make their interview invalid */
function checkedInterviewers(
  given: readonly string[],
  job: KnownJob,
  already: readonly string[] = [],
): readonly string[] {
  const path = ['input', 'interviewerIds'];
  const ids = distinctIds(given, LIMITS.id, path);
  assertAtMost(ids.length, LIMITS.interviewers, 'interviewers', path);
  const stranger = job.confidential ? ids.find((id) => !isOnTeam(job, id) && !already.includes(id)) : undefined;
  if (stranger !== undefined) {
    throw new UnknownToJobError(
      `The job is confidential, and ${stranger} is not on its hiring team, so they could not see the interview. Add them to the team first.`,
      [...path, String(given.indexOf(stranger))],
    );
  }
  return ids;
}
