import type { Instant } from '@hiregraph/kernel';

export const JOB_POST_STATUSES = ['DRAFT', 'PUBLISHED', 'UNPUBLISHED'] as const;
export type JobPostStatus = (typeof JOB_POST_STATUSES)[number];

export const QUESTION_TYPES = ['TEXT', 'LONG_TEXT', 'YES_NO', 'NUMBER', 'LINK'] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** Something that applicants are asked. */
export interface JobPostQuestion {
  readonly id: string;
  readonly text: string;
  readonly type: QuestionType;
  readonly required: boolean;
}

/** What people write in a post. */
export interface JobPostContent {
  readonly title: string;
  readonly body: string;
  readonly questions: readonly JobPostQuestion[];
}

/** A job's public text. It shows facts of its job too, so that its version also counts their changes. */
export interface JobPost extends JobPostContent {
  readonly id: string;
  readonly status: JobPostStatus;
  /** When it was last published. */
  readonly publishedAt: Instant | null;
  readonly version: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

export function isPublished(post: JobPost): boolean {
  return post.status === 'PUBLISHED';
}
