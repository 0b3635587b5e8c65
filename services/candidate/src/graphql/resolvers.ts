import {
  actorResolvers,
  applicationResolvers,
  rejectionResolvers,
  transitionResolvers,
} from './application-resolvers.ts';
import { candidateResolvers } from './candidate-resolvers.ts';
import { connectionResolvers } from './connection-resolvers.ts';
import type { Resolvers } from './generated/resolver-types.ts';
import { jobResolvers, stageResolvers } from './job-resolvers.ts';
import { mutationResolvers } from './mutation-resolvers.ts';
import type { ApplicationNode, CandidateNode, TransitionNode } from './nodes.ts';
import { queryResolvers } from './query-resolvers.ts';

export const resolvers: Resolvers = {
  Query: queryResolvers,
  Mutation: mutationResolvers,
  Candidate: candidateResolvers,
  CandidateConnection: connectionResolvers<CandidateNode>(),
  Application: applicationResolvers,
  ApplicationConnection: connectionResolvers<ApplicationNode>(),
  ApplicationRejection: rejectionResolvers,
  StageTransition: transitionResolvers,
  StageTransitionConnection: connectionResolvers<TransitionNode>(),
  TransitionActor: actorResolvers,
  Job: jobResolvers,
  PipelineStage: stageResolvers,
};
