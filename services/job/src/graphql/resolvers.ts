import { connectionResolvers } from './connection-resolvers.ts';
import { directoryResolvers } from './directory-resolvers.ts';
import type { Resolvers } from './generated/resolver-types.ts';
import { jobResolvers } from './job-resolvers.ts';
import { mutationResolvers } from './mutation-resolvers.ts';
import { postResolvers } from './post-resolvers.ts';
import { queryResolvers } from './query-resolvers.ts';

/** The resolver map of this service. */
export const resolvers: Resolvers = {
  Query: queryResolvers,
  Mutation: mutationResolvers,
  ...jobResolvers,
  ...postResolvers,
  ...directoryResolvers,
  ...connectionResolvers,
};
