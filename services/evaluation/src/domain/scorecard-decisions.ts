import { DomainError, type Instant } from '@hiregraph/kernel';
import type { Assignment } from './assignment.ts';
import type { KnownJob } from './known-facts.ts';
import { checkedJudgement, type JudgementChange, mergedJudgement } from './judgement.ts';
import { LIMITS } from './limits.ts';
import { assertAtMost } from './bounded-text.ts';
import {
  isSubmitted,
  type FinalJudgement,
  type ScorecardEvent,
  type ScorecardState,
  type ScorecardSubject,
} from './scorecard.ts';

/** What the interview asks of one of its users, now. */
export interface Request {
  readonly assignment: Assignment;
  /** Whether it is still asked for (`isAsked`). */
  readonly asked: boolean;
  readonly interviewEnd: Instant | null;
}

/**
 * Brings a scorecard in line with its interview. Rounds only rise, and within one round release is final, so doing this
 * again, late, or beside another replica that knows more, is harmless.
 */
export function followAssignment(
  state: ScorecardState | null,
  subject: ScorecardSubject,
  { assignment, asked, interviewEnd }: Request,
  at: Instant,
): readonly ScorecardEvent[] {
  const released: ScorecardEvent = { type: 'ScorecardReleased', at, interviewEnd };
  const { round, since: requestedAt } = assignment;
  if (state !== null && (isSubmitted(state) || round < state.round)) return [];
  if (state !== null && round === state.round) return state.owed && !asked ? [released] : [];
  const requested: ScorecardEvent = { type: 'ScorecardRequested', at, interviewEnd, subject, round, requestedAt };
  const before = state?.owed === true ? [released] : [];
  return asked ? [...before, requested] : [...before, requested, released];
}

/** @throws DomainError ILLEGAL_TRANSITION, INVALID_INPUT, LIMIT_REACHED */
export function saveScorecardDraft(
  state: ScorecardState,
  change: JudgementChange,
  job: KnownJob,
  at: Instant,
): readonly ScorecardEvent[] {
  if (isSubmitted(state)) throw alreadySubmitted();
  assertOwed(state);
  return [
    { type: 'ScorecardDraftSaved', at, judgement: checkedJudgement(mergedJudgement(state.judgement, change), job) },
  ];
}

export interface Submission {
  readonly at: Instant;
  readonly interviewEnd: Instant | null;
  readonly afterSeeingOthers: boolean;
}

/** @throws DomainError ILLEGAL_TRANSITION, INVALID_INPUT, LIMIT_REACHED */
export function submitScorecard(
  state: ScorecardState,
  change: JudgementChange,
  job: KnownJob,
  submission: Submission,
): readonly ScorecardEvent[] {
  if (isSubmitted(state)) throw alreadySubmitted();
  assertOwed(state);
  return [{ type: 'ScorecardSubmitted', ...submission, judgement: finalJudgement(state, change, job) }];
}

/** @throws DomainError ILLEGAL_TRANSITION, INVALID_INPUT, LIMIT_REACHED */
export function amendScorecard(
  state: ScorecardState,
  change: JudgementChange,
  job: KnownJob,
  submission: Submission,
): readonly ScorecardEvent[] {
  if (!isSubmitted(state)) {
    throw new DomainError('ILLEGAL_TRANSITION', 'A draft is not amended but submitted: use submitScorecard.');
  }
  assertAtMost(state.revisions.length + 1, LIMITS.revisions, 'revisions of a scorecard', ['input']);
  return [{ type: 'ScorecardAmended', ...submission, judgement: finalJudgement(state, change, job) }];
}

function finalJudgement(state: ScorecardState, change: JudgementChange, job: KnownJob): FinalJudgement {
  const judgement = checkedJudgement(mergedJudgement(state.judgement, change), job);
  const { recommendation } = judgement;
  if (recommendation === null) {
    throw new DomainError(
      'INVALID_INPUT',
      'A scorecard is submitted with a recommendation. Give one; NO_DECISION says that you cannot tell.',
      { path: ['input', 'recommendation'] },
    );
  }
  return { ...judgement, recommendation };
}

function assertOwed(state: ScorecardState): void {
  if (state.owed) return;
  throw new DomainError(
    'ILLEGAL_TRANSITION',
    'This scorecard is owed no more: the interview did not take place, or you were taken off it.',
  );
}

function alreadySubmitted(): DomainError {
  return new DomainError('ILLEGAL_TRANSITION', 'This scorecard is submitted. Use amendScorecard to change it.');
}
