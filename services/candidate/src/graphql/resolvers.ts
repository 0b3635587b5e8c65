import {
  actorResolvers,
  applicationResolvers,
  rejectionResolvers,
  transitionResolvers,
} from './application-resolvers.ts';
import { candidateResolvers } from './candidate-resolvers.ts';
import type { Resolvers } from './generated/resolver-types.ts';
import { jobResolvers, stageResolvers } from './job-resolvers.ts';
import { mutationResolvers } from './mutation-resolvers.ts';
import { queryResolvers } from './query-resolvers.ts';

export const resolvers: Resolvers = {
  Query: queryResolvers,
  Mutation: mutationResolvers,
  Candidate: candidateResolvers,
  CandidateConnection: { totalCount: (page) => page.count() },
  Application: applicationResolvers,
  ApplicationConnection: { totalCount: (page) => page.count() },
  ApplicationRejection: rejectionResolvers,
  StageTransition: transitionResolvers,
  StageTransitionConnection: { totalCount: (page) => page.count() },
  TransitionActor: actorResolvers,
  Job: jobResolvers,
  PipelineStage: stageResolvers,
};
