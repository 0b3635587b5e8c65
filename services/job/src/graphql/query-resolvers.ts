import type { QueryResolvers } from './generated/resolver-types.ts';

export const queryResolvers: QueryResolvers = {
  me: async (_parent, _arguments, context) => {
    const stored = await context.application.directory.me(context);
    return stored === null ? null : { stored };
  },
  users: (_parent, list, { caller, application }) => application.queries.users(caller, list),
  job: async (_parent, { id }, { caller, application }) => {
    const stored = await application.queries.job(caller, id);
    return stored === null ? null : { stored };
  },
  jobs: (_parent, list, { caller, application }) => application.queries.jobs(caller, list),
  rejectionReasons: (_parent, list, { caller, application }) => application.queries.rejectionReasons(caller, list),
  jobPost: (_parent, { id, company }, { caller, application }) => application.posts.post(caller, id, company),
  publishedJobPosts: (_parent, list, { application }) => application.posts.published(list),
  jobFacts: async (_parent, by, { caller, application }) => {
    const stored = await application.queries.jobFacts(caller, by);
    return stored === null ? null : { stored };
  },
  rejectionReasonFacts: async (_parent, { id }, { caller, application }) => {
    const stored = await application.queries.rejectionReasonFacts(caller, id);
    return stored === null ? null : { stored };
  },
};
