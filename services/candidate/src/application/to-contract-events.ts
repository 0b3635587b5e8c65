import { type ApplicationFacts, applicationEvents, candidateEvents, newEvent } from '@hiregraph/contracts';
import { type NewEvent, secondsBetween, unreachable } from '@hiregraph/kernel';
import type { Application, ApplicationEvent } from '../domain/application.ts';
import type { Candidate, CandidateEvent } from '../domain/candidate.ts';

/** What stays with the history entry and never goes on a topic. */
export interface TransitionMemo {
  readonly note?: string;
}

/**
 * The event as consumers get it.
 * @param after the application with this event folded in
 */
export function toContractEvent(event: ApplicationEvent, after: Application): NewEvent {
  const { at, note } = event;
  const memo: TransitionMemo & Record<string, unknown> = note === null ? {} : { note };
  const make: typeof newEvent = (type, data, time) =>
    note === null ? newEvent(type, data, time) : newEvent(type, data, time, memo);
  const facts = factsOf(event, after);
  switch (event.type) {
    case 'ApplicationSubmitted': {
      const { source, creditedTo, late } = event.origin;
      return make(applicationEvents.submitted, { ...facts, channel: source.channel, creditedTo, late }, at);
    }
    case 'ApplicationMoved': {
      const { from, to, enteredFromAt, secondsInFrom, direction, planVersion } = event;
      const data = { ...facts, from, to, enteredFromAt, secondsInFrom, direction, planVersion };
      return make(applicationEvents['stage-changed'], data, at);
    }
    case 'ApplicationRejected':
      return make(applicationEvents.rejected, { ...facts, reasonId: event.reasonId, side: event.side }, at);
    case 'ApplicationUnrejected':
      return make(applicationEvents.unrejected, facts, at);
    case 'ApplicationWithdrawn':
      return make(applicationEvents.withdrawn, { ...facts, attemptId: event.attempt }, at);
    case 'HireRequested':
      return make(applicationEvents['hire-requested'], facts, at);
    case 'HireRefused': {
      const { attempt: attemptId, refusedBecause } = event;
      return make(applicationEvents['hire-refused'], { ...facts, attemptId, refusedBecause }, at);
    }
    case 'ApplicationHired': {
      const { attempt: attemptId, seat, from, enteredFromAt, secondsInFrom, planVersion } = event;
      const opening = { openingId: seat.openingId, openingOpenedAt: seat.openedAt };
      const data = { ...facts, attemptId, ...opening, from, enteredFromAt, secondsInFrom, planVersion };
      return make(applicationEvents.hired, data, at);
    }
    case 'ApplicationUnhired': {
      const { attempt: attemptId, openingId, from, enteredFromAt, secondsInFrom } = event;
      return make(
        applicationEvents.unhired,
        { ...facts, attemptId, openingId, from, enteredFromAt, secondsInFrom },
        at,
      );
    }
    case 'ApplicationTransferred': {
      const { fromJobId, toJobId, from, to, enteredFromAt, secondsInFrom, planVersion } = event;
      const data = { ...facts, fromJobId, from, toJobId, to, enteredFromAt, secondsInFrom, planVersion };
      return make(applicationEvents.transferred, data, at);
    }
    default:
      return unreachable(event);
  }
}

/** What every event carries. For a fact that ends a stay, the stay that it ended, since the stage is still that one. */
function factsOf(event: ApplicationEvent, after: Application): ApplicationFacts {
  return {
    jobId: after.jobId,
    candidateId: after.candidateId,
    stage: after.stage,
    enteredAt: after.enteredAt,
    secondsInStage: secondsBetween(after.enteredAt, event.at),
    appliedAt: after.appliedAt,
    actor: event.actor,
  };
}

/** @param after the candidate with this event folded in */
export function toCandidateContractEvent(event: CandidateEvent, after: Candidate): NewEvent {
  switch (event.type) {
    case 'CandidateCreated':
      return newEvent(candidateEvents.created, { channel: after.source?.channel ?? null }, event.at);
    case 'CandidateUpdated':
      return newEvent(candidateEvents.updated, { changed: Object.keys(event.changes) }, event.at);
    case 'CandidateTagged':
      return newEvent(candidateEvents.tagged, { tagCount: event.tags.length }, event.at);
    default:
      return unreachable(event);
  }
}
