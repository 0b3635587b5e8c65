import { seenInterview } from '../application/interview-access.ts';
import { findScorecard } from '../application/shown-feedback.ts';
import type {
  CriterionFeedbackResolvers,
  RatingDistributionResolvers,
  ScorecardRatingResolvers,
  ScorecardResolvers,
} from './generated/resolver-types.ts';
import { applicationReference } from './interview-resolvers.ts';

export const scorecardResolvers: ScorecardResolvers = {
  __resolveReference: ({ id }, { request }) => findScorecard(request.reads, request.shown, id),
  interview: async ({ state }, _arguments, { request }) => {
    const interview = await request.reads.interview(state.interviewId);
    return interview === null ? null : await seenInterview(request.reads, interview);
  },
  application: ({ state }, _arguments, { request }) =>
    applicationReference(request.reads, state.applicationId, state.jobId),
  interviewer: ({ state }) => ({ id: state.interviewerId }),
  ratings: ({ state }) => [...state.judgement.ratings],
  recommendation: ({ state }) => state.judgement.recommendation,
  notes: ({ state }) => state.judgement.notes,
  status: ({ state }) => state.status,
  requestedAt: ({ state }) => state.requestedAt,
  submittedAt: ({ state }) => state.revisions[0]?.at ?? null,
  revisions: ({ state }) => [...state.revisions],
};

export const scorecardRatingResolvers: ScorecardRatingResolvers = {
  criterion: ({ criterionId }) => ({ id: criterionId }),
};

export const criterionFeedbackResolvers: CriterionFeedbackResolvers = {
  criterion: ({ criterionId }) => ({ id: criterionId }),
};

export const ratingDistributionResolvers: RatingDistributionResolvers = {
  definitelyNot: (counts) => counts.DEFINITELY_NOT,
  no: (counts) => counts.NO,
  noDecision: (counts) => counts.NO_DECISION,
  yes: (counts) => counts.YES,
  strongYes: (counts) => counts.STRONG_YES,
};
