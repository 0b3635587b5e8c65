import { DomainError, NotFoundError } from '@hiregraph/kernel';
import { assertAtMost, wholeNumber } from './bounded-text.ts';
import type { DecisionContext } from './decision-context.ts';
import type { Job } from './job.ts';
import type { JobEvent } from './job-events.ts';
import { assertNotArchived } from './job-transitions.ts';
import { LIMITS } from './limits.ts';
import type { OpeningCloseReason } from './opening.ts';

/** Adds seats, each with an event of its own. */
export function addOpenings(job: Job, count: number, context: DecisionContext): JobEvent[] {
  assertNotArchived(job);
  wholeNumber(count, 1, LIMITS.openingsAtOnce, ['input', 'count']);
  assertAtMost(job.openings.length + count, LIMITS.openings, 'openings, closed ones included', ['input', 'count']);
  return newOpenings(count, context);
}

/** The events that add so many seats. */
export function newOpenings(count: number, { now, newId }: DecisionContext): JobEvent[] {
  return Array.from({ length: count }, (_, index) => ({
    type: 'OpeningAdded',
    at: now,
    openingId: newId('opening', `opening:${index}`),
  }));
}

/** Closes a free seat without a hire. */
export function closeOpening(
  job: Job,
  openingId: string,
  reason: OpeningCloseReason,
  { now }: DecisionContext,
): JobEvent[] {
  assertNotArchived(job);
  const path = ['input', 'openingId'];
  const opening = job.openings.find(({ id }) => id === openingId);
  if (opening === undefined) throw new NotFoundError('opening', path);
  if (opening.status === 'RESERVED') {
    const message = 'This seat is RESERVED for a hire that is under way. Wait for its outcome, or cancel the hire.';
    throw new DomainError('SEAT_RESERVED', message, { path });
  }
  if (opening.status !== 'OPEN') {
    const message = `closeOpening needs the seat to be OPEN; it is ${opening.status}.`;
    throw new DomainError('ILLEGAL_TRANSITION', message, { path, details: { status: opening.status } });
  }
  return [{ type: 'OpeningClosed', at: now, openingId, reason }];
}
