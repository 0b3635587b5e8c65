import { type Instant, unreachable } from '@hiregraph/kernel';
import type { AnsweredHire, Job, JobProfile } from './job.ts';
import type { JobEvent } from './job-events.ts';
import type { JobPost } from './job-post.ts';
import { LIMITS } from './limits.ts';
import { attemptSequence, isTaken, type Opening, type SeatHolder } from './opening.ts';
import type { Stage } from './stage.ts';

/** Folds one event into the state. */
export function evolveJob(state: Job | null, event: JobEvent): Job {
  if (event.type === 'JobDrafted') return drafted(event);
  if (state === null) throw new RangeError(`${event.type} came before JobDrafted.`);
  switch (event.type) {
    case 'JobUpdated':
      return updated(state, event.changes, event.at);
    case 'JobOpened':
      return { ...state, status: 'OPEN', openedAt: state.openedAt ?? event.at };
    case 'JobHeld':
      return { ...state, status: 'ON_HOLD' };
    case 'JobResumed':
      return { ...state, status: 'OPEN' };
    case 'JobClosed':
      return { ...state, status: 'CLOSED', closedAt: event.at };
    case 'JobReopened':
      return { ...state, status: 'OPEN', closedAt: null };
    case 'JobArchived':
      return { ...state, status: 'ARCHIVED' };
    case 'OpeningReserved':
    case 'OpeningRefused':
      return {
        ...state,
        openings: evolveOpenings(state.openings, event),
        answeredHires: withAnswer(state.answeredHires, event.holder),
      };
    case 'OpeningAdded':
    case 'OpeningFilled':
    case 'OpeningReleased':
    case 'OpeningClosed':
      return { ...state, openings: evolveOpenings(state.openings, event) };
    case 'StageAdded':
    case 'StageUpdated':
    case 'StageRetired':
    case 'StagesReordered':
      return { ...state, stages: evolveStages(state.stages, event), planVersion: state.planVersion + 1 };
    case 'CriteriaSet':
      return { ...state, criteria: event.criteria };
    case 'HiringTeamSet':
      return { ...state, hiringTeam: event.members };
    case 'JobPostDrafted':
    case 'JobPostUpdated':
    case 'JobPostPublished':
    case 'JobPostUnpublished':
      return { ...state, posts: evolvePosts(state.posts, event) };
    default:
      return unreachable(event);
  }
}

/** Folds many. */
export function foldJob(state: Job | null, events: readonly JobEvent[]): Job | null {
  return events.reduce<Job | null>(evolveJob, state);
}

type EventOf<Type extends JobEvent['type']> = Extract<JobEvent, { type: Type }>;

function drafted(event: EventOf<'JobDrafted'>): Job {
  return {
    ...event.profile,
    status: 'DRAFT',
    openedAt: null,
    closedAt: null,
    planVersion: 1,
    stages: event.stages,
    openings: [],
    criteria: [],
    hiringTeam: [],
    posts: [],
    answeredHires: [],
  };
}

/** Fields of the job that its posts show, too. */
const SHOWN_IN_POSTS = ['department', 'locations', 'employmentType', 'remote'] as const satisfies (keyof JobProfile)[];

function updated(state: Job, changes: Partial<JobProfile>, at: Instant): Job {
  const isShown = SHOWN_IN_POSTS.some((field) => changes[field] !== undefined);
  return { ...state, ...changes, posts: isShown ? state.posts.map((post) => changedPost(post, {}, at)) : state.posts };
}

type OpeningEvent = EventOf<
  'OpeningAdded' | 'OpeningReserved' | 'OpeningRefused' | 'OpeningFilled' | 'OpeningReleased' | 'OpeningClosed'
>;

function evolveOpenings(openings: readonly Opening[], event: OpeningEvent): readonly Opening[] {
  const change = (openingId: string, to: (opening: Opening) => Opening): readonly Opening[] =>
    openings.map((opening) => (opening.id === openingId ? to(opening) : opening));
  switch (event.type) {
    case 'OpeningAdded':
      return [...openings, { id: event.openingId, status: 'OPEN', openedAt: event.at }];
    case 'OpeningRefused':
      return openings;
    case 'OpeningReserved':
      return change(event.openingId, ({ id, openedAt }) => ({
        id,
        openedAt,
        status: 'RESERVED',
        holder: event.holder,
      }));
    case 'OpeningFilled':
      return change(event.openingId, (opening) => (isTaken(opening) ? { ...opening, status: 'FILLED' } : opening));
    case 'OpeningReleased':
      return change(event.openingId, ({ id, openedAt }) => ({ id, openedAt, status: 'OPEN' }));
    case 'OpeningClosed': {
      const { at: closedAt, reason: closeReason } = event;
      return change(event.openingId, ({ id, openedAt }) => ({ id, openedAt, status: 'CLOSED', closedAt, closeReason }));
    }
    default:
      return unreachable(event);
  }
}

/** Old answers make room: their applications' events are in the job's history, which is looked at, too. */
function withAnswer(answered: readonly AnsweredHire[], holder: SeatHolder): readonly AnsweredHire[] {
  const { applicationId, attemptId } = holder;
  const others = answered.filter((one) => one.applicationId !== applicationId);
  return [...others, { applicationId, sequence: attemptSequence(attemptId) }].slice(-LIMITS.answeredHires);
}

type StageEvent = EventOf<'StageAdded' | 'StageUpdated' | 'StageRetired' | 'StagesReordered'>;

function evolveStages(stages: readonly Stage[], event: StageEvent): readonly Stage[] {
  const change = (stageId: string, changes: Partial<Stage>): readonly Stage[] =>
    stages.map((stage) => (stage.id === stageId ? { ...stage, ...changes } : stage));
  switch (event.type) {
    case 'StageAdded':
      return stages.toSpliced(event.position, 0, event.stage);
    case 'StageUpdated':
      return change(event.stageId, event.changes);
    case 'StageRetired':
      return change(event.stageId, { active: false });
    case 'StagesReordered': {
      const byId = new Map(stages.map((stage) => [stage.id, stage]));
      return event.stageIds.flatMap((stageId) => byId.get(stageId) ?? []);
    }
    default:
      return unreachable(event);
  }
}

type PostEvent = EventOf<'JobPostDrafted' | 'JobPostUpdated' | 'JobPostPublished' | 'JobPostUnpublished'>;

function evolvePosts(posts: readonly JobPost[], event: PostEvent): readonly JobPost[] {
  const { postId, at } = event;
  const change = (changes: Partial<JobPost>): readonly JobPost[] =>
    posts.map((post) => (post.id === postId ? changedPost(post, changes, at) : post));
  switch (event.type) {
    case 'JobPostDrafted': {
      const fresh = { status: 'DRAFT', publishedAt: null, version: 1, createdAt: at, updatedAt: at } as const;
      return [...posts, { id: postId, ...event.content, ...fresh }];
    }
    case 'JobPostUpdated':
      return change(event.changes);
    case 'JobPostPublished':
      return change({ status: 'PUBLISHED', publishedAt: at });
    case 'JobPostUnpublished':
      return change({ status: 'UNPUBLISHED' });
    default:
      return unreachable(event);
  }
}

function changedPost(post: JobPost, changes: Partial<JobPost>, at: Instant): JobPost {
  return { ...post, ...changes, version: post.version + 1, updatedAt: at };
}
