import { type Instant, unreachable } from '@hiregraph/kernel';
import type { Rating } from './rating.ts';

export type ScorecardStatus = 'DRAFT' | 'SUBMITTED' | 'AMENDED';

export interface CriterionRating {
  readonly criterionId: string;
  readonly rating: Rating;
  readonly note: string | null;
}

/** What an interviewer says. */
export interface Judgement {
  readonly ratings: readonly CriterionRating[];
  readonly recommendation: Rating | null;
  readonly notes: string | null;
}

/** A judgement that can be submitted. */
export interface FinalJudgement extends Judgement {
  readonly recommendation: Rating;
}

export interface ScorecardRevision extends FinalJudgement {
  /** From 1. */
  readonly revision: number;
  readonly at: Instant;
  /** Whether the author had been shown others' scorecards of this application before. */
  readonly afterSeeingOthers: boolean;
}

/** What a scorecard is about; never changes. */
export interface ScorecardSubject {
  readonly interviewId: string;
  readonly applicationId: string;
  readonly jobId: string;
  readonly stageId: string | null;
  readonly interviewerId: string;
}

export interface ScorecardState extends ScorecardSubject {
  readonly status: ScorecardStatus;
  /** Whether it is a draft that is waited for. Lags the interview a little; whoever decides who is blind asks that. */
  readonly owed: boolean;
  /** The round of the interview's assignment that was taken in last. */
  readonly round: number;
  readonly requestedAt: Instant;
  /** The newest judgement: the draft, or the last revision. */
  readonly judgement: Judgement;
  readonly revisions: readonly ScorecardRevision[];
}

/** `interviewEnd` is the interview's end as it was known then, for those who measure how long feedback takes. */
interface Fact {
  readonly at: Instant;
  readonly interviewEnd: Instant | null;
}

export type ScorecardEvent =
  | (Fact & {
      readonly type: 'ScorecardRequested';
      readonly subject: ScorecardSubject;
      readonly round: number;
      readonly requestedAt: Instant;
    })
  | { readonly type: 'ScorecardDraftSaved'; readonly at: Instant; readonly judgement: Judgement }
  | (Fact & {
      readonly type: 'ScorecardSubmitted';
      readonly judgement: FinalJudgement;
      readonly afterSeeingOthers: boolean;
    })
  | (Fact & {
      readonly type: 'ScorecardAmended';
      readonly judgement: FinalJudgement;
      readonly afterSeeingOthers: boolean;
    })
  | (Fact & { readonly type: 'ScorecardReleased' });

const EMPTY: Judgement = { ratings: [], recommendation: null, notes: null };

/** Folds one fact into a scorecard; null before the first. */
export function evolveScorecard(state: ScorecardState | null, event: ScorecardEvent): ScorecardState {
  if (event.type === 'ScorecardRequested') {
    const { subject, round, requestedAt } = event;
    const base = state ?? { ...subject, status: 'DRAFT' as const, judgement: EMPTY, revisions: [] };
    return { ...base, owed: true, round, requestedAt };
  }
  if (state === null) throw new Error(`${event.type} before ScorecardRequested`);
  switch (event.type) {
    case 'ScorecardDraftSaved':
      return { ...state, judgement: event.judgement };
    case 'ScorecardSubmitted':
      return { ...withRevision(state, event), status: 'SUBMITTED', owed: false };
    case 'ScorecardAmended':
      return { ...withRevision(state, event), status: 'AMENDED' };
    case 'ScorecardReleased':
      return { ...state, owed: false };
    default:
      return unreachable(event);
  }
}

function withRevision(
  state: ScorecardState,
  { judgement, at, afterSeeingOthers }: { judgement: FinalJudgement; at: Instant; afterSeeingOthers: boolean },
): ScorecardState {
  const revision: ScorecardRevision = { ...judgement, revision: state.revisions.length + 1, at, afterSeeingOthers };
  return { ...state, judgement, revisions: [...state.revisions, revision] };
}

/** Whether a reader of the scorecard could see the change that an event made. */
export function isVisibleScorecardEvent(event: ScorecardEvent): boolean {
  return event.type !== 'ScorecardReleased';
}

export function isSubmitted({ status }: Pick<ScorecardState, 'status'>): boolean {
  return status !== 'DRAFT';
}
