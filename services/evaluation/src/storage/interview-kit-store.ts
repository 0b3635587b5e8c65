import { type AggregateDefinition, declareQuery, type Storage } from '@hiregraph/storage';
import type { InterviewKitStore } from '../application/stores.ts';
import type { InterviewKitState } from '../domain/interview-kit.ts';

export const interviewKitDefinition: AggregateDefinition = {
  name: 'interview kit',
  collection: 'interviewKits',
  topic: null,
  service: 'evaluation',
  indexes: [
    { name: 'byJob', keys: [['state.jobId', 1]] },
    {
      name: 'byJobAndStage',
      keys: [
        ['state.jobId', 1],
        ['state.stageId', 1],
      ],
    },
  ],
};

/** A job's kits, the oldest first. */
export const kitsOfJob = declareQuery<string>({
  name: 'kitsOfJob',
  index: 'byJob',
  filter: (jobId) => ({ 'state.jobId': jobId }),
  sort: [['_id', 1]],
});

/** The kits for one stage of a job, the newest first. */
export const kitsOfStage = declareQuery<{ readonly jobId: string; readonly stageId: string }>({
  name: 'kitsOfStage',
  index: 'byJobAndStage',
  filter: ({ jobId, stageId }) => ({ 'state.jobId': jobId, 'state.stageId': stageId }),
  sort: [['_id', -1]],
});

export function openInterviewKitStore(storage: Storage): InterviewKitStore {
  const store = storage.aggregates<InterviewKitState>(interviewKitDefinition);
  return {
    ...store,
    pagesOfJobs: (tenantId, jobIds, request) => store.pageEach(tenantId, kitsOfJob, jobIds, request),
    countsOfJobs: (tenantId, jobIds) => store.countEach(tenantId, kitsOfJob, jobIds),
    positionOf: (kit) => store.positionOf(kitsOfJob, kit),
    newestOfStage: async (tenantId, jobId, stageId) => {
      const { items } = await store.page(tenantId, kitsOfStage, { jobId, stageId }, { first: 1, after: null });
      return items[0] ?? null;
    },
  };
}
