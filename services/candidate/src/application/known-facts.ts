import type { Stage } from '../domain/pipeline.ts';

export type JobStatus = 'DRAFT' | 'OPEN' | 'ON_HOLD' | 'CLOSED' | 'ARCHIVED';
export type TeamRole = 'HIRING_MANAGER' | 'RECRUITER' | 'COORDINATOR' | 'INTERVIEWER';

/** A question of a published post that has to be answered. */
export interface RequiredQuestion {
  readonly postId: string;
  readonly questionId: string;
}

export interface TeamMember {
  readonly userId: string;
  readonly role: TeamRole;
}

/** What this service knows of a job, from its events or its owner's answer. */
export interface JobRow {
  readonly status: JobStatus;
  readonly confidential: boolean;
  readonly planVersion: number;
  /** In order, retired ones included. */
  readonly stages: readonly Stage[];
  readonly hiringTeam: readonly TeamMember[];
  readonly publishedPosts: readonly string[];
  /** Absent in rows of before job told of them. */
  readonly requiredQuestions?: readonly RequiredQuestion[];
  /** What rows are found by; follow from the fields above. */
  readonly stageIds: readonly string[];
  readonly teamUserIds: readonly string[];
}

/** A job's row with what it is found by. */
export function jobRow(facts: Omit<JobRow, 'stageIds' | 'teamUserIds'>): JobRow {
  return {
    ...facts,
    stageIds: facts.stages.map(({ id }) => id),
    teamUserIds: [...new Set(facts.hiringTeam.map(({ userId }) => userId))],
  };
}

/** What this service knows of an interview: who may look at the application because of it. */
export interface InterviewRow {
  readonly applicationId: string;
  readonly interviewerIds: readonly string[];
  readonly status: string;
}

/** What this service knows of a rejection reason. */
export interface ReasonRow {
  readonly side: 'COMPANY' | 'CANDIDATE';
  readonly active: boolean;
}
