import type { Instant } from '@hiregraph/kernel';
import type { Job } from './job.ts';
import type { JobEvent } from './job-events.ts';
import { isOpen, isTaken, type SeatHolder, type TakenOpening } from './opening.ts';

/**
 * The job's side of a hire (protocols.md, Hire). A seat goes OPEN → RESERVED → FILLED for one attempt, and back to OPEN
 * only when that attempt ends. Attempts of one application are numbered by the sequence of their `hire-requested`
 * event, so that a stale one is known from its id alone.
 */

/**
 * Reserves the oldest free seat for an attempt, or refuses it; the job is unchanged then. An attempt that holds a seat
 * already gets nothing new, and an older one of the same application never takes a newer one's place.
 */
export function reserveOpening(job: Job, holder: SeatHolder, now: Instant): JobEvent[] {
  const held = job.openings.filter(isTaken).filter((opening) => opening.holder.applicationId === holder.applicationId);
  if (held.some((opening) => attemptSequence(opening.holder.attemptId) >= attemptSequence(holder.attemptId))) return [];
  const released = held.map((opening) => release(opening, now));
  if (job.status !== 'OPEN') {
    return [...released, { type: 'OpeningRefused', at: now, holder, because: 'JOB_NOT_OPEN' }];
  }
  const free = held[0] ?? job.openings.find(isOpen);
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

/** An attempt's id is `<application id>:<sequence>`. */
function attemptSequence(attemptId: string): number {
  return Number(attemptId.slice(attemptId.lastIndexOf(':') + 1));
}
