import { DomainError } from '@hiregraph/kernel';
import type { Answer } from '../domain/application.ts';
import type { JobRow } from './known-facts.ts';

/** Whether a job takes applications: OPEN, and with its post published where one applies through a post. */
export function isAccepting(job: JobRow, postId: string | null): boolean {
  return job.status === 'OPEN' && (postId === null || job.publishedPosts.includes(postId));
}

/** @throws DomainError NOT_ACCEPTING_APPLICATIONS */
export function assertAccepting(job: JobRow, postId: string | null, path: readonly string[]): void {
  if (isAccepting(job, postId)) return;
  throw new DomainError(
    'NOT_ACCEPTING_APPLICATIONS',
    postId === null
      ? `This job takes no applications: it is ${job.status}, not OPEN. Open, resume or reopen it first.`
      : "This job takes no applications any more. Look at the company's published posts for others.",
    { path },
  );
}

/**
 * Refuses an application that leaves out what the post requires. Said before anything is looked up of the person, so that
 * the refusal is the same for everybody.
 * @throws DomainError INVALID_INPUT, with the ids of the questions
 */
export function assertAnswered(job: JobRow, postId: string, answers: readonly Answer[], path: readonly string[]): void {
  const answered = new Set(answers.map(({ questionId }) => questionId));
  const missing = (job.requiredQuestions ?? [])
    .filter((question) => question.postId === postId && !answered.has(question.questionId))
    .map(({ questionId }) => questionId);
  if (missing.length === 0) return;
  throw new DomainError(
    'INVALID_INPUT',
    `This post requires an answer to ${missing.length === 1 ? 'a question' : `${missing.length} questions`} that has none. ` +
      `Answer ${missing.join(', ')} (JobPost.questions has the texts), and send the application again.`,
    { path, details: { questionIds: missing } },
  );
}
