import {
  interviewConnectionResolvers,
  interviewKitConnectionResolvers,
  scorecardConnectionResolvers,
} from './connection-resolvers.ts';
import { applicationResolvers, jobResolvers } from './contributed-resolvers.ts';
import type { Resolvers } from './generated/resolver-types.ts';
import { interviewKitResolvers, interviewQuestionResolvers } from './interview-kit-resolvers.ts';
import { interviewResolvers, interviewRevisionResolvers, owedFeedbackResolvers } from './interview-resolvers.ts';
import { mutationResolvers } from './mutation-resolvers.ts';
import { interviewFactsResolvers, queryResolvers } from './query-resolvers.ts';
import {
  criterionFeedbackResolvers,
  ratingDistributionResolvers,
  scorecardRatingResolvers,
  scorecardResolvers,
} from './scorecard-resolvers.ts';

/** The resolvers of the evaluation subgraph; what is not named here is read from the parent as it is. */
export const resolvers: Partial<Resolvers> = {
  Query: queryResolvers,
  Mutation: mutationResolvers,
  Application: applicationResolvers,
  Job: jobResolvers,
  Interview: interviewResolvers,
  InterviewRevision: interviewRevisionResolvers,
  OwedFeedback: owedFeedbackResolvers,
  InterviewKit: interviewKitResolvers,
  InterviewQuestion: interviewQuestionResolvers,
  Scorecard: scorecardResolvers,
  ScorecardRating: scorecardRatingResolvers,
  CriterionFeedback: criterionFeedbackResolvers,
  RatingDistribution: ratingDistributionResolvers,
  InterviewConnection: interviewConnectionResolvers,
  ScorecardConnection: scorecardConnectionResolvers,
  InterviewKitConnection: interviewKitConnectionResolvers,
  InterviewFacts: interviewFactsResolvers,
};
