import type { Instant } from '@hiregraph/kernel';

export const OPENING_STATUSES = ['OPEN', 'RESERVED', 'FILLED', 'CLOSED'] as const;
export type OpeningStatus = (typeof OPENING_STATUSES)[number];

export const OPENING_CLOSE_REASONS = ['CANCELLED', 'JOB_CLOSED', 'BUDGET', 'OTHER'] as const;
export type OpeningCloseReason = (typeof OPENING_CLOSE_REASONS)[number];

interface Seat {
  readonly id: string;
  readonly openedAt: Instant;
}

/** Who holds a seat: the application, and the hire attempt that took it (the id of its `hire-requested` event). */
export interface SeatHolder {
  readonly applicationId: string;
  readonly attemptId: string;
}

export type OpenOpening = Seat & { readonly status: 'OPEN' };
export type TakenOpening = Seat & { readonly status: 'RESERVED' | 'FILLED'; readonly holder: SeatHolder };
export type ClosedOpening = Seat & {
  readonly status: 'CLOSED';
  readonly closedAt: Instant;
  readonly closeReason: OpeningCloseReason;
};

/** One seat of a job. */
export type Opening = OpenOpening | TakenOpening | ClosedOpening;

export function isOpen(opening: Opening): opening is OpenOpening {
  return opening.status === 'OPEN';
}

export function isTaken(opening: Opening): opening is TakenOpening {
  return opening.status === 'RESERVED' || opening.status === 'FILLED';
}

/** An attempt's id is `<application id>:<sequence>`: attempts of one application are told apart by age from it alone. */
export function attemptSequence(attemptId: string): number {
  return Number(attemptId.slice(attemptId.lastIndexOf(':') + 1));
}
