import type { Instant, TeamRole } from '@hiregraph/kernel';
import type { Criterion } from './criterion.ts';
import type { JobPost } from './job-post.ts';
import type { Opening } from './opening.ts';
import type { Stage } from './stage.ts';

export const EMPLOYMENT_TYPES = ['FULL_TIME', 'PART_TIME', 'CONTRACT', 'TEMPORARY', 'INTERNSHIP'] as const;
export type EmploymentType = (typeof EMPLOYMENT_TYPES)[number];

export const JOB_STATUSES = ['DRAFT', 'OPEN', 'ON_HOLD', 'CLOSED', 'ARCHIVED'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** What people write about a job itself. */
export interface JobProfile {
  /** What it is called inside the company. */
  readonly title: string;
  readonly department: string | null;
  readonly locations: readonly string[];
  readonly employmentType: EmploymentType;
  readonly remote: boolean;
  readonly confidential: boolean;
}

export interface TeamMember {
  readonly userId: string;
  readonly role: TeamRole;
}

/**
 * What a company hires for: one aggregate with its seats, pipeline, criteria, hiring team and posts.
 *
 * Posts are part of it, texts included, since hold, close and confidentiality unpublish them in the very write that
 * changes the job: no reader ever meets a published post of a closed job. `LIMITS.textBytes` keeps the document small.
 */
export interface Job extends JobProfile {
  readonly status: JobStatus;
  /** When it was first opened. */
  readonly openedAt: Instant | null;
  /** Set while it is closed or archived. */
  readonly closedAt: Instant | null;
  /** Rises with every change to stages. */
  readonly planVersion: number;
  /** In order; retired ones keep their place. Exactly one is of kind HIRED, and it is the last active one. */
  readonly stages: readonly Stage[];
  /** The oldest first. */
  readonly openings: readonly Opening[];
  /** Active ones first, in order; then inactive ones, the newest first. */
  readonly criteria: readonly Criterion[];
  readonly hiringTeam: readonly TeamMember[];
  /** The oldest first. */
  readonly posts: readonly JobPost[];
  /** For each application the newest hire attempt that was answered, the last answered at the end. No field of the API. */
  readonly answeredHires: readonly AnsweredHire[];
}

/** Which of an application's hire attempts was answered, by the sequence of its `hire-requested` event. */
export interface AnsweredHire {
  readonly applicationId: string;
  readonly sequence: number;
}

/** What a user does for a job; null when they are not on its team. */
export function teamRoleOf(job: Pick<Job, 'hiringTeam'>, userId: string): TeamRole | null {
  return job.hiringTeam.find((member) => member.userId === userId)?.role ?? null;
}
