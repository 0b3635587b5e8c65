import type { JobTransition } from '../domain/job-transitions.ts';
import type { MutationResolvers } from './generated/resolver-types.ts';
import type { JobNode, OpeningNode, PostNode } from './nodes.ts';
import {
  jobPayload,
  openingPayload,
  payloadOf,
  postPayload,
  reasonPayload,
  seenJob,
  seenOpenings,
  seenPost,
  stagePayload,
  userPayload,
} from './payloads.ts';

interface OpeningsFields {
  job: JobNode | null;
  openings: OpeningNode[];
}

interface ImportFields {
  job: JobNode | null;
  jobPost: PostNode | null;
}

type ChangeStatusResolver = NonNullable<Extract<MutationResolvers['openJob'], (...given: never[]) => unknown>>;

const changeStatus =
  (transition: JobTransition): ChangeStatusResolver =>
  (_parent, { input }, context) =>
    jobPayload(context, input.jobId, () => context.application.jobs.changeStatus(context, transition, input));

export const mutationResolvers: MutationResolvers = {
  createJob: (_parent, { input }, context) =>
    jobPayload(context, null, () => context.application.jobs.createJob(context, input)),
  updateJob: (_parent, { input }, context) =>
    jobPayload(context, input.jobId, () => context.application.jobs.updateJob(context, input)),
  openJob: changeStatus('openJob'),
  holdJob: changeStatus('holdJob'),
  resumeJob: changeStatus('resumeJob'),
  closeJob: changeStatus('closeJob'),
  reopenJob: changeStatus('reopenJob'),
  archiveJob: changeStatus('archiveJob'),
  addOpenings: (_parent, { input }, context) =>
    payloadOf<OpeningsFields>(
      { job: null, openings: [] },
      async () => {
        const { jobId, openingIds } = await context.application.jobs.addOpenings(context, input);
        const job = await seenJob(context, jobId);
        return { job, openings: seenOpenings(job, openingIds) };
      },
      async () => ({ job: await seenJob(context, input.jobId) }),
    ),
  closeOpening: (_parent, { input }, context) =>
    openingPayload(context, input.openingId, () => context.application.jobs.closeOpening(context, input)),
  addStage: (_parent, { input }, context) =>
    stagePayload(context, { jobId: input.jobId }, () => context.application.jobs.addStage(context, input)),
  updateStage: (_parent, { input }, context) =>
    stagePayload(context, { stageId: input.stageId }, () => context.application.jobs.updateStage(context, input)),
  retireStage: (_parent, { input }, context) =>
    stagePayload(context, { stageId: input.stageId }, () => context.application.jobs.retireStage(context, input)),
  reorderStages: (_parent, { input }, context) =>
    jobPayload(context, input.jobId, () => context.application.jobs.reorderStages(context, input)),
  setHiringTeam: (_parent, { input }, context) =>
    jobPayload(context, input.jobId, () => context.application.jobs.setHiringTeam(context, input)),
  setCriteria: (_parent, { input }, context) =>
    jobPayload(context, input.jobId, () => context.application.jobs.setCriteria(context, input)),
  createJobPost: (_parent, { input }, context) =>
    postPayload(context, null, () => context.application.jobs.createJobPost(context, input)),
  updateJobPost: (_parent, { input }, context) =>
    postPayload(context, input.postId, () => context.application.jobs.updateJobPost(context, input)),
  publishJobPost: (_parent, { input }, context) =>
    postPayload(context, input.postId, () => context.application.jobs.publishJobPost(context, input)),
  unpublishJobPost: (_parent, { input }, context) =>
    postPayload(context, input.postId, () => context.application.jobs.unpublishJobPost(context, input)),
  createRejectionReason: (_parent, { input }, context) =>
    reasonPayload(context, null, () => context.application.reasons.createRejectionReason(context, input)),
  retireRejectionReason: (_parent, { input }, context) =>
    reasonPayload(context, input.reasonId, () => context.application.reasons.retireRejectionReason(context, input)),
  upsertUser: (_parent, { input }, context) =>
    userPayload(context, input.userId ?? null, () => context.application.directory.upsertUser(context, input)),
  importJobPosting: (_parent, { input }, context) =>
    payloadOf<ImportFields>({ job: null, jobPost: null }, async () => {
      const { jobId, postId } = await context.application.jobs.importJobPosting(context, input);
      return { job: await seenJob(context, jobId), jobPost: await seenPost(context, postId) };
    }),
};
