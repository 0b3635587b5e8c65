import { mutationPayload, type UserErrorView } from '@hiregraph/subgraph';
import type { JobContext } from './context.ts';
import {
  type JobNode,
  openingNode,
  type OpeningNode,
  type PostNode,
  type ReasonNode,
  stageNode,
  type StageNode,
  type UserNode,
} from './nodes.ts';

/**
 * Payloads of mutations: what was changed, read and authorised anew after the command, and, beside a refusal, the object
 * as it is now where the caller may see it.
 */
type Payload<Fields> = Promise<Fields & { userErrors: UserErrorView[] }>;

/** `mutationPayload` with a list that the generated types take. */
export async function payloadOf<Fields extends object>(
  ...given: Parameters<typeof mutationPayload<Fields>>
): Payload<Fields> {
  const payload = await mutationPayload(...given);
  return { ...payload, userErrors: payload.userErrors.slice() };
}

/** Reads behind whatever this request has read before. */
function fresh(context: JobContext): JobContext['loaders'] {
  context.loaders.clear();
  return context.loaders;
}

export async function seenJob(context: JobContext, jobId: string): Promise<JobNode | null> {
  const stored = await fresh(context).job.load(jobId);
  return stored === null ? null : { stored };
}

export async function seenPost(context: JobContext, postId: string): Promise<PostNode | null> {
  return await fresh(context).post.load(postId);
}

export function seenOpenings(job: JobNode | null, openingIds: readonly string[]): OpeningNode[] {
  if (job === null) return [];
  return openingIds.flatMap((openingId) => openingNode(job.stored, openingId) ?? []);
}

export function jobPayload(
  context: JobContext,
  jobId: string | null,
  work: () => Promise<{ jobId: string }>,
): Payload<{ job: JobNode | null }> {
  return payloadOf<{ job: JobNode | null }>(
    { job: null },
    async () => ({ job: await seenJob(context, (await work()).jobId) }),
    async () => ({ job: jobId === null ? null : await seenJob(context, jobId) }),
  );
}

export interface StageFields {
  job: JobNode | null;
  stage: StageNode | null;
}

export function stagePayload(
  context: JobContext,
  target: { readonly jobId: string } | { readonly stageId: string },
  work: () => Promise<{ jobId: string; stageId: string }>,
): Payload<StageFields> {
  const withStage = (job: JobNode | null, stageId: string): StageFields => ({
    job,
    stage: job === null ? null : stageNode(job.stored, stageId),
  });
  return payloadOf<StageFields>(
    { job: null, stage: null },
    async () => {
      const { jobId, stageId } = await work();
      return withStage(await seenJob(context, jobId), stageId);
    },
    async () => {
      if ('jobId' in target) return { job: await seenJob(context, target.jobId) };
      const stored = await fresh(context).jobOfStage.load(target.stageId);
      return withStage(stored === null ? null : { stored }, target.stageId);
    },
  );
}

export interface OpeningFields {
  job: JobNode | null;
  opening: OpeningNode | null;
}

export function openingPayload(
  context: JobContext,
  openingId: string,
  work: () => Promise<unknown>,
): Payload<OpeningFields> {
  const seen = async (): Promise<OpeningFields> => {
    const stored = await fresh(context).jobOfOpening.load(openingId);
    return stored === null
      ? { job: null, opening: null }
      : { job: { stored }, opening: openingNode(stored, openingId) };
  };
  return payloadOf<OpeningFields>(
    { job: null, opening: null },
    async () => {
      await work();
      return await seen();
    },
    seen,
  );
}

export function postPayload(
  context: JobContext,
  postId: string | null,
  work: () => Promise<{ postId: string }>,
): Payload<{ jobPost: PostNode | null }> {
  return payloadOf<{ jobPost: PostNode | null }>(
    { jobPost: null },
    async () => ({ jobPost: await seenPost(context, (await work()).postId) }),
    async () => ({ jobPost: postId === null ? null : await seenPost(context, postId) }),
  );
}

export function reasonPayload(
  context: JobContext,
  reasonId: string | null,
  work: () => Promise<{ reasonId: string }>,
): Payload<{ rejectionReason: ReasonNode | null }> {
  const seen = async (id: string): Promise<{ rejectionReason: ReasonNode | null }> => {
    const stored = await fresh(context).reason.load(id);
    return { rejectionReason: stored === null ? null : { stored } };
  };
  return payloadOf<{ rejectionReason: ReasonNode | null }>(
    { rejectionReason: null },
    async () => seen((await work()).reasonId),
    async () => (reasonId === null ? {} : seen(reasonId)),
  );
}

export function userPayload(
  context: JobContext,
  userId: string | null,
  work: () => Promise<{ userId: string }>,
): Payload<{ user: UserNode | null }> {
  const seen = async (id: string): Promise<{ user: UserNode | null }> => {
    const stored = await fresh(context).user.load(id);
    return { user: stored === null ? null : { stored } };
  };
  return payloadOf<{ user: UserNode | null }>(
    { user: null },
    async () => seen((await work()).userId),
    async () => (userId === null ? {} : seen(userId)),
  );
}
