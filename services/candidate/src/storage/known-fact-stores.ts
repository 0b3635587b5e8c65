import { declareQuery, type ProjectionDefinition, type Storage } from '@hiregraph/storage';
import type { InterviewRow, JobRow, ReasonRow } from '../application/known-facts.ts';
import type { KnownInterviewStore, KnownJobStore, KnownReasonStore } from '../application/stores.ts';

export const knownJobDefinition: ProjectionDefinition = {
  collection: 'jobs',
  indexes: [
    { name: 'byConfidentiality', keys: [['state.confidential', 1]] },
    { name: 'byTeamUser', keys: [['state.teamUserIds', 1]] },
    { name: 'byPost', keys: [['state.publishedPosts', 1]] },
    { name: 'byStage', keys: [['state.stageIds', 1]] },
  ],
};

export const knownInterviewDefinition: ProjectionDefinition = {
  collection: 'interviews',
  indexes: [{ name: 'byInterviewer', keys: [['state.interviewerIds', 1]] }],
};

export const knownReasonDefinition: ProjectionDefinition = { collection: 'rejection_reasons', indexes: [] };

/** Jobs are made by people; a tenant with more than this needs another way to hide them from lists. */
const MOST_JOBS = 10_000;
const MOST_INTERVIEWS = 10_000;

export const confidentialJobs = declareQuery<null>({
  name: 'confidentialJobs',
  index: 'byConfidentiality',
  filter: () => ({ 'state.confidential': true }),
  cap: MOST_JOBS,
});

export const jobsOfTeamUser = declareQuery<string>({
  name: 'jobsOfTeamUser',
  index: 'byTeamUser',
  filter: (userId) => ({ 'state.teamUserIds': userId }),
  cap: MOST_JOBS,
});

export const jobOfPost = declareQuery<string>({
  name: 'jobOfPost',
  index: 'byPost',
  filter: (postId) => ({ 'state.publishedPosts': postId }),
});

export const jobsOfStages = declareQuery<readonly string[]>({
  name: 'jobsOfStages',
  index: 'byStage',
  filter: (stageIds) => ({ 'state.stageIds': { $in: stageIds } }),
  cap: 1_000,
});

export const interviewsOfInterviewer = declareQuery<string>({
  name: 'interviewsOfInterviewer',
  index: 'byInterviewer',
  filter: (userId) => ({ 'state.interviewerIds': userId, 'state.status': { $ne: 'CANCELLED' } }),
  cap: MOST_INTERVIEWS,
});

export function openKnownJobStore(storage: Storage): KnownJobStore {
  const store = storage.projections<JobRow>(knownJobDefinition);
  return {
    ...store,
    confidential: (tenantId) => store.list(tenantId, confidentialJobs, null),
    ofTeamUser: (tenantId, userId) => store.list(tenantId, jobsOfTeamUser, userId),
    ofPost: async (tenantId, postId) => (await store.list(tenantId, jobOfPost, postId))[0] ?? null,
    ofStages: async (tenantId, stageIds) =>
      stageIds.length === 0 ? [] : store.list(tenantId, jobsOfStages, [...new Set(stageIds)]),
  };
}

export function openKnownInterviewStore(storage: Storage): KnownInterviewStore {
  const store = storage.projections<InterviewRow>(knownInterviewDefinition);
  return {
    ...store,
    ofInterviewer: (tenantId, userId) => store.list(tenantId, interviewsOfInterviewer, userId),
  };
}

export function openKnownReasonStore(storage: Storage): KnownReasonStore {
  return storage.projections<ReasonRow>(knownReasonDefinition);
}
