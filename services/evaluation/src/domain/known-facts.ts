import type { TeamRole } from '@hiregraph/kernel';

/** What this service knows of a job, from its events or its owner's answer. */
export interface KnownJob {
  readonly confidential: boolean;
  readonly hiringTeam: readonly { readonly userId: string; readonly role: TeamRole }[];
  readonly stages: readonly { readonly id: string; readonly position: number }[];
  readonly criteria: readonly { readonly id: string; readonly weight: number; readonly active: boolean }[];
}

export type ApplicationStatus = 'ACTIVE' | 'REJECTED' | 'WITHDRAWN' | 'HIRED';

/** What this service knows of an application. */
export interface KnownApplication {
  readonly jobId: string;
  readonly candidateId: string;
  readonly stageId: string;
  readonly status: ApplicationStatus;
}

export function isOnTeam(job: KnownJob, userId: string): boolean {
  return job.hiringTeam.some((member) => member.userId === userId);
}
