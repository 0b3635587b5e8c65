import type { Instant } from '@hiregraph/kernel';
import type { Job } from './job.ts';
import type { JobEvent } from './job-events.ts';
import { attemptSequence, isOpen, isTaken, type SeatHolder, type TakenOpening } from './opening.ts';

/**
 * The job's side of a hire (protocols.md, Hire). A seat goes OPEN → RESERVED → FILLED for one attempt, and back to OPEN
 * only when that attempt ends. Attempts of one application are numbered by the sequence of their `hire-requested`
 * event, so that a stale one is known from its id alone.
 */

/**
 * Reserves the oldest free seat for an attempt, or refuses it; no seat is changed then. Each attempt is answered once: one
 * that was answered, or is older than one that was, gets nothing new, whatever became of its seat since. An older
 * attempt's seat, were there one, goes to the newer.
 */
export function reserveOpening(job: Job, holder: SeatHolder, now: Instant): JobEvent[] {
  const { applicationId, attemptId } = holder;
  const answered = job.answeredHires.find((one) => one.applicationId === applicationId);
  if (answered !== undefined && answered.sequence >= attemptSequence(attemptId)) return [];
  const held = job.openings.filter(isTaken).find((opening) => opening.holder.applicationId === applicationId);
  const released = held === undefined ? [] : [release(held, now)];
  if (job.status !== 'OPEN') {
    return [...released, { type: 'OpeningRefused', at: now, holder, because: 'JOB_NOT_OPEN' }];
  }
  const free = held ?? job.openings.find(isOpen);
  if (free === undefined) return [{ type: 'OpeningRefused', at: now, holder, because: 'NO_SEAT_LEFT' }];
  return [...released, { type: 'OpeningReserved', at: now, openingId: free.id, holder }];
}

/** Fills the seat that the attempt reserved. Nothing where it is filled already, or the attempt holds none. */
export function fillOpening(job: Job, holder: SeatHolder, now: Instant): JobEvent[] {
  const opening = heldBy(job, holder);
  if (opening?.status !== 'RESERVED') return [];
  return [{ type: 'OpeningFilled', at: now, openingId: opening.id, holder: opening.holder }];
}

/** Gives back the seat that the attempt holds, reserved or filled. */
export function releaseOpening(job: Job, holder: SeatHolder, now: Instant): JobEvent[] {
  const opening = heldBy(job, holder);
  return opening === undefined ? [] : [release(opening, now)];
}

/** Gives back what the application's attempts from before an event of its own hold. */
export function releaseOlderAttempts(job: Job, applicationId: string, sequence: number, now: Instant): JobEvent[] {
  return job.openings
    .filter(isTaken)
    .filter(({ holder }) => holder.applicationId === applicationId && attemptSequence(holder.attemptId) < sequence)
    .map((opening) => release(opening, now));
}

function heldBy(job: Job, { applicationId, attemptId }: SeatHolder): TakenOpening | undefined {
  return job.openings
    .filter(isTaken)
    .find(({ holder }) => holder.applicationId === applicationId && holder.attemptId === attemptId);
}

function release(opening: TakenOpening, at: Instant): JobEvent {
  return { type: 'OpeningReleased', at, openingId: opening.id, holder: opening.holder, from: opening.status };
}
