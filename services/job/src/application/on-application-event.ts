import { APPLICATION_TOPIC, applicationEvents, isEvent } from '@hiregraph/contracts';
import type { EventEnvelope, Instant, Logger } from '@hiregraph/kernel';
import { type EventConsumer, SequenceGapError } from '@hiregraph/messaging';
import type { SagaFailpoints } from '@hiregraph/subgraph';
import { fillOpening, releaseOlderAttempts, releaseOpening, reserveOpening } from '../domain/hire-decisions.ts';
import type { Job } from '../domain/job.ts';
import type { JobEvent } from '../domain/job-events.ts';
import type { ApplicationRow, Stores } from './stores.ts';
import { jobDecision } from './to-decision.ts';

type React = (job: Job, now: Instant) => readonly JobEvent[];

/** What an event asks of which job; null where it asks nothing. */
interface Reaction {
  readonly jobId: string;
  readonly step: 'seat' | 'fill' | 'release';
  readonly react: React;
}

/**
 * The job's side of the hire saga (protocols.md, Hire): reserves or refuses a seat for a hire that was asked for, fills it
 * when the candidate was hired, and gives it back when the attempt ended. Never on a timer.
 */
export function createApplicationConsumer(
  { jobs, applications }: Stores,
  logger: Logger,
  failpoints?: SagaFailpoints,
): EventConsumer {
  return {
    group: 'job.applications',
    topics: [APPLICATION_TOPIC],
    async handle(event) {
      const applied = { sequence: event.sequence, at: event.time };
      const result = await applications.apply(event.tenantid, event.subject, applied, (row) => rowAfter(row, event));
      if (result === 'gap') throw new SequenceGapError(event, null);
      const reaction = reactionTo(event);
      if (reaction === null) return;
      await failpoints?.(`hire.before-${reaction.step}`);
      // The event's id is the command's: a redelivered event finds itself in the job's history and changes nothing.
      const command = { commandId: event.id, trace: traceOf(event), repeated: true };
      const { changed, aggregate } = await jobs.change(event.tenantid, reaction.jobId, command, (stored, now) =>
        jobDecision(stored.state, reaction.react(stored.state, now)),
      );
      await failpoints?.(`hire.after-${reaction.step}`);
      if (!changed && isEvent(applicationEvents.hired, event) && !isFilled(aggregate.state, event.data.openingId)) {
        logger.error(
          { eventId: event.id, jobId: reaction.jobId },
          'A hire came for a seat that its attempt does not hold',
        );
      }
    },
  };
}

function reactionTo(event: EventEnvelope): Reaction | null {
  const applicationId = event.subject;
  if (isEvent(applicationEvents['hire-requested'], event)) {
    const holder = { applicationId, attemptId: event.id };
    return { jobId: event.data.jobId, step: 'seat', react: (job, now) => reserveOpening(job, holder, now) };
  }
  if (isEvent(applicationEvents.hired, event)) {
    const holder = { applicationId, attemptId: event.data.attemptId };
    return { jobId: event.data.jobId, step: 'fill', react: (job, now) => fillOpening(job, holder, now) };
  }
  if (isEvent(applicationEvents['hire-refused'], event) || isEvent(applicationEvents.unhired, event)) {
    const holder = { applicationId, attemptId: event.data.attemptId };
    return { jobId: event.data.jobId, step: 'release', react: (job, now) => releaseOpening(job, holder, now) };
  }
  if (isEvent(applicationEvents.withdrawn, event)) {
    const { jobId, attemptId } = event.data;
    if (attemptId === null) return null;
    return { jobId, step: 'release', react: (job, now) => releaseOpening(job, { applicationId, attemptId }, now) };
  }
  // These carry no attempt: whatever an older one still holds is over.
  const releaseOlder: React = (job, now) => releaseOlderAttempts(job, applicationId, event.sequence, now);
  if (isEvent(applicationEvents.rejected, event))
    return { jobId: event.data.jobId, step: 'release', react: releaseOlder };
  if (isEvent(applicationEvents.transferred, event))
    return { jobId: event.data.fromJobId, step: 'release', react: releaseOlder };
  return null;
}

function rowAfter(row: ApplicationRow | null, event: EventEnvelope): ApplicationRow {
  // Every event of an application that this version knows carries its job (contracts: applicationFacts).
  const { jobId = row?.jobId ?? '' } = event.data as { readonly jobId?: string };
  const isRequest = isEvent(applicationEvents['hire-requested'], event);
  return { jobId, attemptId: isRequest ? event.id : (row?.attemptId ?? null) };
}

function traceOf(event: EventEnvelope): { correlationId: string; causationId: string; traceparent?: string } {
  const trace = { correlationId: event.correlationid, causationId: event.id };
  return event.traceparent === undefined ? trace : { ...trace, traceparent: event.traceparent };
}

function isFilled(job: Job, openingId: string): boolean {
  return job.openings.some(({ id, status }) => id === openingId && status === 'FILLED');
}
