import {
  type EventData,
  jobEvents,
  type JobFacts,
  newEvent,
  referenceEvents,
  type StageData,
} from '@hiregraph/contracts';
import { type Instant, type NewEvent, unreachable } from '@hiregraph/kernel';
import type { Job } from '../domain/job.ts';
import type { JobEvent } from '../domain/job-events.ts';
import { isPublished, type JobPost } from '../domain/job-post.ts';
import type { SeatHolder } from '../domain/opening.ts';
import type { RejectionReason, RejectionReasonEvent } from '../domain/rejection-reason.ts';
import type { UserEvent } from '../domain/user.ts';

/**
 * What the platform is told of one thing that happened to a job. What a post says is nobody's business before it is
 * published, and is asked for by schema then: drafting and editing one raise nothing, save that who takes applications
 * must know which answers a published post requires.
 * @param job the job right after the event
 */
export function jobContractEvents(event: JobEvent, job: Job): NewEvent[] {
  const { at } = event;
  switch (event.type) {
    case 'JobDrafted':
      return [newEvent(jobEvents.created, factsOf(job), at)];
    case 'JobUpdated':
      return [newEvent(jobEvents.updated, { ...factsOf(job), changed: Object.keys(event.changes) }, at)];
    case 'JobOpened':
      return [newEvent(jobEvents.opened, factsOf(job), at)];
    case 'JobHeld':
      return [newEvent(jobEvents.held, factsOf(job), at)];
    case 'JobResumed':
      return [newEvent(jobEvents.resumed, factsOf(job), at)];
    case 'JobClosed':
      return [newEvent(jobEvents.closed, factsOf(job), at)];
    case 'JobReopened':
      return [newEvent(jobEvents.reopened, factsOf(job), at)];
    case 'JobArchived':
      return [newEvent(jobEvents.archived, factsOf(job), at)];
    case 'OpeningAdded':
      return [newEvent(jobEvents['opening-added'], seatOf(job, event.openingId, null), at)];
    case 'OpeningReserved':
      return [newEvent(jobEvents['opening-reserved'], seatOf(job, event.openingId, event.holder), at)];
    case 'OpeningRefused':
      return [newEvent(jobEvents['opening-refused'], { ...event.holder, refusedBecause: event.because }, at)];
    case 'OpeningFilled':
      return [newEvent(jobEvents['opening-filled'], seatOf(job, event.openingId, event.holder), at)];
    case 'OpeningReleased':
      return [newEvent(jobEvents['opening-released'], seatOf(job, event.openingId, event.holder), at)];
    case 'OpeningClosed': {
      const seat = seatOf(job, event.openingId, null);
      return [newEvent(jobEvents['opening-closed'], { ...seat, reason: event.reason }, at)];
    }
    case 'StageAdded':
      return [newEvent(jobEvents['stage-added'], { ...planOf(job), stageId: event.stage.id }, at)];
    case 'StageUpdated':
      return [newEvent(jobEvents['stage-updated'], { ...planOf(job), stageId: event.stageId }, at)];
    case 'StageRetired':
      return [newEvent(jobEvents['stage-retired'], { ...planOf(job), stageId: event.stageId }, at)];
    case 'StagesReordered':
      return [newEvent(jobEvents['stage-reordered'], planOf(job), at)];
    case 'CriteriaSet': {
      const criteria = event.criteria.map(({ id, kind, weight, active }) => ({ id, kind, weight, active }));
      return [newEvent(jobEvents['criteria-set'], { criteria }, at)];
    }
    case 'HiringTeamSet':
      return [newEvent(jobEvents['hiring-team-set'], { members: [...event.members] }, at)];
    case 'JobPostPublished':
      return [newEvent(jobEvents['post-published'], askedIn(job, event.postId), at)];
    case 'JobPostUnpublished':
      return [newEvent(jobEvents['post-unpublished'], { postId: event.postId }, at)];
    case 'JobPostUpdated':
      if (event.changes.questions === undefined || !job.posts.some((post) => isAsking(post, event.postId))) return [];
      return [
        newEvent(jobEvents.updated, { ...factsOf(job), changed: ['posts'], post: askedIn(job, event.postId) }, at),
      ];
    case 'JobPostDrafted':
      return [];
    default:
      return unreachable(event);
  }
}

function isAsking(post: JobPost, postId: string): boolean {
  return post.id === postId && isPublished(post);
}

type AskedInPost = NonNullable<EventData<(typeof jobEvents)['updated']>['post']>;

function askedIn(job: Job, postId: string): AskedInPost {
  const questions = job.posts.find(({ id }) => id === postId)?.questions ?? [];
  return { postId, questions: questions.map(({ id, type, required }) => ({ id, type, required })) };
}

/** @param reason the reason right after the event */
export function reasonContractEvents(
  event: RejectionReasonEvent,
  reasonId: string,
  reason: RejectionReason,
): NewEvent[] {
  const data = { reasonId, side: reason.side };
  switch (event.type) {
    case 'RejectionReasonCreated':
      return [newEvent(referenceEvents['rejection-reason-created'], data, event.at)];
    case 'RejectionReasonRetired':
      return [newEvent(referenceEvents['rejection-reason-retired'], data, event.at)];
    default:
      return unreachable(event);
  }
}

/** Names stay in the directory: a user who is only renamed raises nothing. */
export function userContractEvents(event: UserEvent, userId: string): NewEvent[] {
  switch (event.type) {
    case 'UserCreated':
      return [newEvent(referenceEvents['user-created'], { userId }, event.at)];
    case 'UserNamed':
      return [];
    default:
      return unreachable(event);
  }
}

/** Stages as consumers know them: a position is a place in the whole pipeline, retired stages included. */
export function stageFactsOf(job: Pick<Job, 'stages'>): StageData[] {
  return job.stages.map((stage, position) => ({ ...stage, position }));
}

function planOf(job: Job): { stages: StageData[]; planVersion: number } {
  return { stages: stageFactsOf(job), planVersion: job.planVersion };
}

function factsOf(job: Job): JobFacts {
  const { status, department, employmentType, confidential } = job;
  return { status, department, employmentType, confidential, locations: [...job.locations], ...planOf(job) };
}

interface SeatData {
  openingId: string;
  openedAt: Instant;
  applicationId: string | null;
  attemptId: string | null;
}

function seatOf(job: Job, openingId: string, holder: SeatHolder | null): SeatData {
  const opening = job.openings.find(({ id }) => id === openingId);
  if (opening === undefined) throw new RangeError(`The opening ${openingId} is in an event and not in its job.`);
  const { applicationId = null, attemptId = null } = holder ?? {};
  return { openingId, openedAt: opening.openedAt, applicationId, attemptId };
}
