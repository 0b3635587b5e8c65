import type { Instant } from '@hiregraph/kernel';
import type { Criterion } from './criterion.ts';
import type { JobProfile, TeamMember } from './job.ts';
import type { JobPostContent } from './job-post.ts';
import type { OpeningCloseReason, SeatHolder } from './opening.ts';
import type { Stage } from './stage.ts';

/** Why a hire gets no seat. */
export type HireRefusal = 'NO_SEAT_LEFT' | 'JOB_NOT_OPEN';

interface Happened<Type extends string> {
  readonly type: Type;
  readonly at: Instant;
}
type Fact<Type extends string, Fields extends object = object> = Happened<Type> & Readonly<Fields>;

/** Everything that can happen to a job. Folding them gives its state. */
export type JobEvent =
  | Fact<'JobDrafted', { profile: JobProfile; stages: readonly Stage[] }>
  | Fact<'JobUpdated', { changes: Partial<JobProfile> }>
  | Fact<'JobOpened'>
  | Fact<'JobHeld'>
  | Fact<'JobResumed'>
  | Fact<'JobClosed'>
  | Fact<'JobReopened'>
  | Fact<'JobArchived'>
  | Fact<'OpeningAdded', { openingId: string }>
  | Fact<'OpeningReserved', { openingId: string; holder: SeatHolder }>
  | Fact<'OpeningRefused', { holder: SeatHolder; because: HireRefusal }>
  | Fact<'OpeningFilled', { openingId: string; holder: SeatHolder }>
  | Fact<'OpeningReleased', { openingId: string; holder: SeatHolder; from: 'RESERVED' | 'FILLED' }>
  | Fact<'OpeningClosed', { openingId: string; reason: OpeningCloseReason }>
  | Fact<'StageAdded', { stage: Stage; position: number }>
  | Fact<'StageUpdated', { stageId: string; changes: Partial<Pick<Stage, 'name' | 'kind' | 'slaHours'>> }>
  | Fact<'StageRetired', { stageId: string }>
  | Fact<'StagesReordered', { stageIds: readonly string[] }>
  | Fact<'CriteriaSet', { criteria: readonly Criterion[] }>
  | Fact<'HiringTeamSet', { members: readonly TeamMember[] }>
  | Fact<'JobPostDrafted', { postId: string; content: JobPostContent }>
  | Fact<'JobPostUpdated', { postId: string; changes: Partial<JobPostContent> }>
  | Fact<'JobPostPublished', { postId: string }>
  | Fact<'JobPostUnpublished', { postId: string }>;

/**
 * Whether a reader of the job's own fields sees a change: raises its version. Posts count their own changes; of seats,
 * reserving one and letting it go again raise nothing.
 */
export function isVisible(event: JobEvent): boolean {
  switch (event.type) {
    case 'OpeningReserved':
    case 'OpeningRefused':
    case 'JobPostUpdated':
    case 'JobPostPublished':
    case 'JobPostUnpublished':
      return false;
    case 'OpeningReleased':
      return event.from === 'FILLED';
    default:
      return true;
  }
}
