import type { DecisionContext } from '../domain/decision-context.ts';
import type { Job } from '../domain/job.ts';
import type { JobEvent } from '../domain/job-events.ts';
import {
  createJobPost,
  type PostDraft,
  publishJobPost,
  unpublishJobPost,
  updateJobPost,
} from '../domain/post-decisions.ts';
import type { MutationName } from './access-rules.ts';
import { changeJob, jobOfPart } from './change-job.ts';
import { type Asking, assertVersion, type CommandInput, runCommand } from './run-command.ts';
import type { Stores } from './stores.ts';

type Given<T> = T | null | undefined;

export interface CreateJobPost extends CommandInput, PostDraft {
  readonly jobId: string;
  /** The job's. */
  readonly expectedVersion?: Given<number>;
}

interface OfPost extends CommandInput {
  readonly postId: string;
  /** The post's. */
  readonly expectedVersion?: Given<number>;
}

export interface UpdateJobPost extends OfPost, PostDraft {}

/** The mutations of a job's posts. Each answers ids; the caller loads and authorises anew. */
export interface PostCommands {
  createJobPost(asking: Asking, input: CreateJobPost): Promise<{ postId: string }>;
  updateJobPost(asking: Asking, input: UpdateJobPost): Promise<{ postId: string }>;
  publishJobPost(asking: Asking, input: OfPost): Promise<{ postId: string }>;
  unpublishJobPost(asking: Asking, input: OfPost): Promise<{ postId: string }>;
}

const POST_ID = ['input', 'postId'];

export function createPostCommands({ jobs, commands }: Stores): PostCommands {
  const changePost = (
    asking: Asking,
    mutation: MutationName,
    input: OfPost,
    decide: (job: Job, context: DecisionContext) => readonly JobEvent[],
  ): Promise<{ postId: string }> =>
    runCommand(commands, asking, mutation, input, async (command) => {
      const { postId, expectedVersion } = input;
      const { id: jobId } = await jobOfPart(jobs, command, 'posts', postId, 'job post', POST_ID);
      await changeJob(jobs, command, mutation, { jobId, path: POST_ID }, (job, context) => {
        const post = job.posts.find(({ id }) => id === postId);
        if (post !== undefined) assertVersion(post.version, expectedVersion);
        return decide(job, context);
      });
      return { postId };
    });

  return {
    createJobPost: (asking, input) =>
      runCommand(commands, asking, 'createJobPost', input, async (command) => {
        await changeJob(jobs, command, 'createJobPost', { ...input, path: ['input', 'jobId'] }, (job, context) =>
          createJobPost(job, input, context),
        );
        return { postId: command.scope.newId('jobPost') };
      }),
    updateJobPost: (asking, input) =>
      changePost(asking, 'updateJobPost', input, (job, context) => updateJobPost(job, input.postId, input, context)),
    publishJobPost: (asking, input) =>
      changePost(asking, 'publishJobPost', input, (job, context) => publishJobPost(job, input.postId, context)),
    unpublishJobPost: (asking, input) =>
      changePost(asking, 'unpublishJobPost', input, (job, context) => unpublishJobPost(job, input.postId, context)),
  };
}
