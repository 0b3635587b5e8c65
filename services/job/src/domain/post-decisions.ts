import { DomainError, NotFoundError } from '@hiregraph/kernel';
import { assertAtMost, assertDistinct, requiredLine, requiredText } from './bounded-text.ts';
import type { DecisionContext } from './decision-context.ts';
import type { Job } from './job.ts';
import type { JobEvent } from './job-events.ts';
import { isPublished, type JobPost, type JobPostContent, type JobPostQuestion, type QuestionType } from './job-post.ts';
import { assertNotArchived } from './job-transitions.ts';
import { LIMITS } from './limits.ts';
import { assertTextFits } from './text-budget.ts';

/** A question as people ask for it. */
export interface QuestionDraft {
  readonly id?: string | null | undefined;
  readonly text: string;
  readonly type: QuestionType;
  readonly required?: boolean | null | undefined;
}

/** A post as people ask for it. */
export interface PostDraft {
  /** The job's own where not given. */
  readonly title?: string | null | undefined;
  readonly body?: string | null | undefined;
  readonly questions?: readonly QuestionDraft[] | null | undefined;
}

const POST_ID = ['input', 'postId'];

/** Drafts a post. */
export function createJobPost(job: Job, draft: PostDraft, context: DecisionContext): JobEvent[] {
  assertNotArchived(job);
  assertAtMost(job.posts.length + 1, LIMITS.posts, 'posts', ['input']);
  const content: JobPostContent = {
    title: requiredLine(draft.title ?? job.title, LIMITS.title, ['input', 'title']),
    body: bodyOf(draft.body ?? ''),
    questions: questionsOf(draft.questions ?? [], [], context),
  };
  const { now, newId } = context;
  const event: JobEvent = { type: 'JobPostDrafted', at: now, postId: newId('jobPost'), content };
  assertTextFits({ criteria: job.criteria, posts: [...job.posts, { ...content } as JobPost] }, ['input', 'body']);
  return [event];
}

/** Changes what is given of a post, published ones too. */
export function updateJobPost(job: Job, postId: string, given: PostDraft, context: DecisionContext): JobEvent[] {
  assertNotArchived(job);
  const post = postOf(job, postId);
  const next: JobPostContent = {
    title: given.title == null ? post.title : requiredLine(given.title, LIMITS.title, ['input', 'title']),
    body: given.body == null ? post.body : bodyOf(given.body),
    questions: given.questions == null ? post.questions : questionsOf(given.questions, post.questions, context),
  };
  if (isPublished(post)) assertHasText(next.body);
  const changes = {
    ...(next.title === post.title ? {} : { title: next.title }),
    ...(next.body === post.body ? {} : { body: next.body }),
    ...(JSON.stringify(next.questions) === JSON.stringify(post.questions) ? {} : { questions: next.questions }),
  };
  if (Object.keys(changes).length === 0) return [];
  const posts = job.posts.map((one) => (one.id === postId ? { ...one, ...next } : one));
  assertTextFits({ criteria: job.criteria, posts }, ['input', 'body']);
  return [{ type: 'JobPostUpdated', at: context.now, postId, changes }];
}

/** Publishes a post of an open job that is not confidential. */
export function publishJobPost(job: Job, postId: string, { now }: DecisionContext): JobEvent[] {
  const post = postOf(job, postId);
  if (isPublished(post)) throw illegal('The post is PUBLISHED already.');
  if (job.status !== 'OPEN') throw illegal(`Publishing a post needs its job to be OPEN; it is ${job.status}.`);
  if (job.confidential) {
    throw illegal('The job is confidential, and nothing of it is public. Make it not confidential first.');
  }
  assertHasText(post.body);
  return [{ type: 'JobPostPublished', at: now, postId }];
}

/** Takes a published post back. */
export function unpublishJobPost(job: Job, postId: string, { now }: DecisionContext): JobEvent[] {
  const post = postOf(job, postId);
  if (!isPublished(post)) throw illegal(`Only a PUBLISHED post can be taken back; this one is ${post.status}.`);
  return [{ type: 'JobPostUnpublished', at: now, postId }];
}

/** What hold, close and confidentiality do to posts, in the same write. */
export function unpublishAll(job: Job, { now }: DecisionContext): JobEvent[] {
  return job.posts.filter(isPublished).map(({ id }) => ({ type: 'JobPostUnpublished', at: now, postId: id }));
}

function postOf(job: Job, postId: string): JobPost {
  const post = job.posts.find(({ id }) => id === postId);
  if (post === undefined) throw new NotFoundError('job post', POST_ID);
  return post;
}

function illegal(message: string): DomainError {
  return new DomainError('ILLEGAL_TRANSITION', message, { path: POST_ID });
}

/** A text is kept as it was written: an import's spans count its characters. */
function bodyOf(body: string): string {
  const size = Buffer.byteLength(body, 'utf8');
  if (size <= LIMITS.postBytes) return body;
  const message = `This text has ${size} bytes; at most ${LIMITS.postBytes} are allowed. Shorten it.`;
  throw new DomainError('INVALID_INPUT', message, { path: ['input', 'body'], details: { limit: LIMITS.postBytes } });
}

function assertHasText(body: string): void {
  if (body.trim() !== '') return;
  throw new DomainError('INVALID_INPUT', 'A published post needs a text. Give it a body first.', {
    path: ['input', 'body'],
  });
}

function questionsOf(
  drafts: readonly QuestionDraft[],
  known: readonly JobPostQuestion[],
  { newId }: DecisionContext,
): JobPostQuestion[] {
  const list = ['input', 'questions'];
  assertAtMost(drafts.length, LIMITS.questions, 'questions in a post', list);
  assertDistinct(
    drafts.map(({ id }, index) => id ?? `#${index}`),
    'question',
    (index) => [...list, String(index), 'id'],
  );
  return drafts.map(({ id, text, type, required }, index) => {
    const path = [...list, String(index)];
    if (id != null && !known.some((question) => question.id === id))
      throw new NotFoundError('question', [...path, 'id']);
    return {
      id: id ?? newId('question', `question:${index}`),
      text: requiredText(text, LIMITS.questionText, [...path, 'text']),
      type,
      required: required ?? false,
    };
  });
}
