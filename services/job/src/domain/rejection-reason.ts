import { DomainError, type Instant, unreachable } from '@hiregraph/kernel';
import { requiredLine } from './bounded-text.ts';
import { LIMITS } from './limits.ts';

export const REJECTION_SIDES = ['COMPANY', 'CANDIDATE'] as const;
export type RejectionSide = (typeof REJECTION_SIDES)[number];

/** Why an application is rejected. */
export interface RejectionReason {
  readonly label: string;
  readonly side: RejectionSide;
  readonly active: boolean;
}

export type RejectionReasonEvent =
  | {
      readonly type: 'RejectionReasonCreated';
      readonly at: Instant;
      readonly label: string;
      readonly side: RejectionSide;
    }
  | { readonly type: 'RejectionReasonRetired'; readonly at: Instant };

/** Folds one event into the state. */
export function evolveRejectionReason(state: RejectionReason | null, event: RejectionReasonEvent): RejectionReason {
  switch (event.type) {
    case 'RejectionReasonCreated':
      return { label: event.label, side: event.side, active: true };
    case 'RejectionReasonRetired':
      if (state === null) throw new RangeError(`${event.type} came before RejectionReasonCreated.`);
      return { ...state, active: false };
    default:
      return unreachable(event);
  }
}

/** @throws DomainError INVALID_INPUT */
export function createRejectionReason(label: string, side: RejectionSide, now: Instant): RejectionReasonEvent[] {
  const line = requiredLine(label, LIMITS.reasonLabel, ['input', 'label']);
  return [{ type: 'RejectionReasonCreated', at: now, label: line, side }];
}

/** @throws DomainError ILLEGAL_TRANSITION when it is retired already */
export function retireRejectionReason(reason: RejectionReason, now: Instant): RejectionReasonEvent[] {
  if (!reason.active) {
    throw new DomainError('ILLEGAL_TRANSITION', 'This reason is retired already.', { path: ['input', 'reasonId'] });
  }
  return [{ type: 'RejectionReasonRetired', at: now }];
}
