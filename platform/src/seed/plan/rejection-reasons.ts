import { refTo, type SeedRef } from './seed-plan.ts';

interface Reason {
  readonly label: string;
  readonly side: 'COMPANY' | 'CANDIDATE';
}

/** What the sample company says no for, and candidates. */
export const REJECTION_REASONS = {
  experience: { label: 'Experience does not match', side: 'COMPANY' },
  mustHave: { label: 'A must-have is missing', side: 'COMPANY' },
  assessment: { label: 'The exercise did not convince', side: 'COMPANY' },
  teamwork: { label: 'Not a fit for the way we work', side: 'COMPANY' },
  language: { label: 'Language level not sufficient', side: 'COMPANY' },
  stronger: { label: 'Another candidate was stronger', side: 'COMPANY' },
  noShow: { label: 'Did not come to the interview', side: 'COMPANY' },
  filled: { label: 'The position was filled', side: 'COMPANY' },
  otherOffer: { label: 'Accepted another offer', side: 'CANDIDATE' },
  salary: { label: 'Salary below expectations', side: 'CANDIDATE' },
  location: { label: 'Location does not suit', side: 'CANDIDATE' },
  silence: { label: 'No answer any more', side: 'CANDIDATE' },
} as const satisfies Readonly<Record<string, Reason>>;

export type ReasonName = keyof typeof REJECTION_REASONS;

/**
 * Made first and retired last, and nobody can take that back: where it stands tells whether a store is seeded, and
 * wholly.
 */
export const FIRST_AND_LAST_REASON: Reason = { label: 'Take-home task not handed in', side: 'COMPANY' };

export function reasonRef(name: ReasonName): SeedRef {
  return refTo(`reason:${name}`);
}
