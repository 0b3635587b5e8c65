import { applicationEvents, type ApplicationFacts, isEvent } from '@hiregraph/contracts';
import type { EventEnvelope } from '@hiregraph/kernel';
import type { ApplicationStatus } from '../domain/known-facts.ts';
import type { KnownApplicationRow } from './stores.ts';

/** The application's status after each event that its interviews could mind; the others leave it as it is. */
const STATUS_AFTER: Readonly<Record<string, ApplicationStatus>> = {
  [applicationEvents.submitted.type]: 'ACTIVE',
  [applicationEvents['stage-changed'].type]: 'ACTIVE',
  [applicationEvents.rejected.type]: 'REJECTED',
  [applicationEvents.unrejected.type]: 'ACTIVE',
  [applicationEvents.withdrawn.type]: 'WITHDRAWN',
  [applicationEvents.hired.type]: 'HIRED',
  [applicationEvents.unhired.type]: 'ACTIVE',
  [applicationEvents.transferred.type]: 'ACTIVE',
};

/** Whether the application's interviews have to look at what happened. */
export function concernsInterviews(event: EventEnvelope): boolean {
  return event.type in STATUS_AFTER && event.type !== applicationEvents.submitted.type;
}

/** The stage that the application left with this event; null where it left none. */
export function leftStageId(event: EventEnvelope): string | null {
  return isEvent(applicationEvents['stage-changed'], event) ? event.data.from.id : null;
}

/** An application's row after an event of the application. */
export function changedApplication(before: KnownApplicationRow | null, event: EventEnvelope): KnownApplicationRow {
  // Every event of an application that this version knows carries these facts; a later version's may not.
  const facts = event.data as Partial<ApplicationFacts>;
  const status = STATUS_AFTER[event.type] ?? before?.status ?? 'ACTIVE';
  return {
    jobId: facts.jobId ?? before?.jobId ?? '',
    candidateId: facts.candidateId ?? before?.candidateId ?? '',
    stageId: facts.stage?.id ?? before?.stageId ?? '',
    status,
    changedAt: event.time,
  };
}
