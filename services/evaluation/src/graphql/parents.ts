import type { SeenInterview } from '../application/interview-access.ts';
import type { StoredKit, StoredScorecard } from '../application/stores.ts';
import type { CriterionFeedback, FeedbackSummary, RatingSummary } from '../domain/feedback-summary.ts';
import type { ScorecardRevision } from '../domain/scorecard.ts';
import type { ListParent } from './list-parent.ts';

/** An object of another service, by its id. */
export interface ReferenceParent {
  readonly id: string;
}

export interface InterviewListParent extends ListParent<SeenInterview> {
  /** False for those who see counts alone. */
  readonly maySeeNodes: boolean;
}
export type ScorecardListParent = ListParent<StoredScorecard>;
export type InterviewKitListParent = ListParent<StoredKit>;

// The generated types have types of these names already.
export type ScorecardRevisionParent = ScorecardRevision;
export type FeedbackSummaryParent = FeedbackSummary;
export type CriterionFeedbackParent = CriterionFeedback;
export type RatingSummaryParent = RatingSummary;
