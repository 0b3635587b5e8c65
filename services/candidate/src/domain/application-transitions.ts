import { DomainError } from '@hiregraph/kernel';
import type { Application, ApplicationStatus } from './application.ts';

export type ApplicationAction =
  | 'move'
  | 'reject'
  | 'unreject'
  | 'withdraw'
  | 'requestHire'
  | 'confirmHire'
  | 'refuseHire'
  | 'unhire'
  | 'transfer';

interface Rule {
  readonly from: readonly ApplicationStatus[];
  readonly to: ApplicationStatus;
  /** Whether it may be done while a hire is pending. */
  readonly whilePending: boolean;
  /** Completes "An application that is REJECTED cannot …". */
  readonly inWords: string;
}

/** What may be done in which status, and where it leads. */
export const APPLICATION_TRANSITIONS: Readonly<Record<ApplicationAction, Rule>> = {
  move: { from: ['ACTIVE'], to: 'ACTIVE', whilePending: false, inWords: 'be moved' },
  reject: { from: ['ACTIVE'], to: 'REJECTED', whilePending: false, inWords: 'be rejected' },
  unreject: { from: ['REJECTED'], to: 'ACTIVE', whilePending: false, inWords: 'be unrejected' },
  withdraw: { from: ['ACTIVE'], to: 'WITHDRAWN', whilePending: true, inWords: 'be withdrawn' },
  requestHire: { from: ['ACTIVE'], to: 'ACTIVE', whilePending: false, inWords: 'be hired' },
  confirmHire: { from: ['ACTIVE'], to: 'HIRED', whilePending: true, inWords: 'be hired' },
  refuseHire: { from: ['ACTIVE'], to: 'ACTIVE', whilePending: true, inWords: 'be refused a hire' },
  unhire: { from: ['HIRED'], to: 'ACTIVE', whilePending: false, inWords: 'be unhired' },
  transfer: { from: ['ACTIVE'], to: 'ACTIVE', whilePending: false, inWords: 'be transferred' },
};

/** @throws DomainError ILLEGAL_TRANSITION naming the status, HIRE_PENDING */
export function assertCanDo(action: ApplicationAction, state: Pick<Application, 'status' | 'hire'>): void {
  const rule = APPLICATION_TRANSITIONS[action];
  if (!rule.from.includes(state.status)) {
    throw new DomainError(
      'ILLEGAL_TRANSITION',
      `An application that is ${state.status} cannot ${rule.inWords}; only one that is ${rule.from.join(' or ')} can.`,
      { details: { status: state.status } },
    );
  }
  if (state.hire?.status === 'PENDING' && !rule.whilePending) {
    throw new DomainError(
      'HIRE_PENDING',
      'A hire is under way. Wait for its outcome, take it back with unhireApplication, or withdraw the application.',
      { details: { attempt: state.hire.attempt } },
    );
  }
}
