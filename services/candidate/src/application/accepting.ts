import { DomainError } from '@hiregraph/kernel';
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
