import { applicationList } from './application-list.ts';
import type { JobResolvers, PipelineStageResolvers } from './generated/resolver-types.ts';
import { seenJob, seenStage } from './seen.ts';

/** What this service contributes to a job. */
export const jobResolvers: JobResolvers = {
  __resolveReference: ({ id }, context) => seenJob(context, id),
  id: ({ id }) => id,
  applications: async ({ id }, args, context) => {
    if ((await seenJob(context, id)) === null) return null;
    return applicationList(context, { field: 'Job.applications', parentId: id, criteria: { jobIds: [id] } }, args);
  },
  stageCounts: async ({ id }, _args, context) => {
    if ((await seenJob(context, id)) === null) return null;
    const job = await context.loaders.job.load(id);
    if (job === null) return null;
    const counts = await context.loaders.stageCounts.load(job);
    return counts.map(({ stageId, count }) => ({ stage: { id: stageId }, count }));
  },
};

/** What this service contributes to a stage. */
export const stageResolvers: PipelineStageResolvers = {
  __resolveReference: ({ id }, context) => seenStage(context, id),
  id: ({ id }) => id,
  applications: async ({ id }, args, context) => {
    const job = (await seenStage(context, id)) === null ? null : await context.loaders.jobOfStage.load(id);
    if (job === null) return null;
    return applicationList(
      context,
      { field: 'PipelineStage.applications', parentId: id, criteria: { stageId: id, jobIds: [job.id] } },
      args,
    );
  },
};
