import { DomainError } from '@hiregraph/kernel';
import type { Job, JobStatus } from './job.ts';

/** What moves a job from one status to another: DRAFT → OPEN ⇄ ON_HOLD → CLOSED → ARCHIVED, OPEN → CLOSED, CLOSED → OPEN. */
export const JOB_TRANSITIONS = {
  openJob: { from: ['DRAFT'], to: 'OPEN', event: 'JobOpened' },
  holdJob: { from: ['OPEN'], to: 'ON_HOLD', event: 'JobHeld' },
  resumeJob: { from: ['ON_HOLD'], to: 'OPEN', event: 'JobResumed' },
  closeJob: { from: ['OPEN', 'ON_HOLD'], to: 'CLOSED', event: 'JobClosed' },
  reopenJob: { from: ['CLOSED'], to: 'OPEN', event: 'JobReopened' },
  archiveJob: { from: ['CLOSED'], to: 'ARCHIVED', event: 'JobArchived' },
} as const satisfies Readonly<
  Record<string, { readonly from: readonly JobStatus[]; readonly to: JobStatus; readonly event: string }>
>;

export type JobTransition = keyof typeof JOB_TRANSITIONS;

/** @throws DomainError ILLEGAL_TRANSITION naming the status that is and those that would do */
export function assertTransition(job: Job, transition: JobTransition): void {
  const from: readonly JobStatus[] = JOB_TRANSITIONS[transition].from;
  if (from.includes(job.status)) return;
  throw new DomainError(
    'ILLEGAL_TRANSITION',
    `${transition} needs the job to be ${from.join(' or ')}; it is ${job.status}.`,
    { path: ['input', 'jobId'], details: { status: job.status, needed: from } },
  );
}

/** What is archived is not changed any more. @throws DomainError ILLEGAL_TRANSITION */
export function assertNotArchived(job: Job): void {
  if (job.status !== 'ARCHIVED') return;
  throw new DomainError('ILLEGAL_TRANSITION', 'This job is ARCHIVED and cannot be changed any more. Make a new one.', {
    details: { status: job.status },
  });
}
