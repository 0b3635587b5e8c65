import { assertNoContactData, DomainError } from '@hiregraph/kernel';
import { assertDistinct, optionalLine, publicLabel, requiredLine, wholeNumber } from './bounded-text.ts';
import { type CriterionDraft, mergedCriteria } from './criteria-decisions.ts';
import type { DecisionContext } from './decision-context.ts';
import { assertTeam } from './hiring-team-decisions.ts';
import type { Job, JobProfile, TeamMember } from './job.ts';
import type { JobEvent } from './job-events.ts';
import { assertNotArchived, assertTransition, JOB_TRANSITIONS, type JobTransition } from './job-transitions.ts';
import { LIMITS } from './limits.ts';
import { isOpen } from './opening.ts';
import { newOpenings } from './opening-decisions.ts';
import { newPipeline } from './pipeline-decisions.ts';
import { unpublishAll } from './post-decisions.ts';
import { canBeEntered, type StageDraft } from './stage.ts';
import { assertPlanFits, assertTextFits } from './text-budget.ts';

/** A job as people ask for it. What is not given has the meaning that the API documents. */
export interface JobDraft {
  readonly profile: JobProfile;
  readonly openings: number;
  readonly stages?: readonly StageDraft[] | null | undefined;
  readonly hiringTeam: readonly TeamMember[];
  readonly criteria: readonly CriterionDraft[];
}

/** Drafts a job, with pipeline, seats, hiring team and criteria. */
export function draftJob(draft: JobDraft, context: DecisionContext): JobEvent[] {
  const { now } = context;
  const profile = checkedProfile(draft.profile);
  wholeNumber(draft.openings, 0, LIMITS.openingsAtOnce, ['input', 'openings']);
  assertTeam(draft.hiringTeam, ['input', 'hiringTeam']);
  const criteria = mergedCriteria([], draft.criteria, context);
  assertTextFits({ criteria, posts: [] }, ['input', 'criteria']);
  const stages = newPipeline(draft.stages, context);
  assertPlanFits({ ...profile, stages }, ['input', 'stages']);
  return [
    { type: 'JobDrafted', at: now, profile, stages },
    ...newOpenings(draft.openings, context),
    ...(draft.hiringTeam.length === 0 ? [] : [{ type: 'HiringTeamSet', at: now, members: draft.hiringTeam } as const]),
    ...(criteria.length === 0 ? [] : [{ type: 'CriteriaSet', at: now, criteria } as const]),
  ];
}

/** Changes what is given of a job's own fields. A confidential job has nothing public, so its posts are taken back. */
export function updateJob(
  job: Job,
  given: { readonly [Field in keyof JobProfile]?: JobProfile[Field] | undefined },
  context: DecisionContext,
): JobEvent[] {
  assertNotArchived(job);
  const defined = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const next = checkedProfile({ ...profileOf(job), ...defined });
  const changes = changedFields(job, next);
  if (Object.keys(changes).length === 0) return [];
  assertPlanFits({ ...next, stages: job.stages }, ['input', 'locations']);
  const updated: JobEvent = { type: 'JobUpdated', at: context.now, changes };
  return changes.confidential === true ? [...unpublishAll(job, context), updated] : [updated];
}

/** Carries a job from one status to another, as the table allows. */
export function changeStatus(job: Job, transition: JobTransition, context: DecisionContext): JobEvent[] {
  assertTransition(job, transition);
  const { to, event } = JOB_TRANSITIONS[transition];
  if (to === 'OPEN') assertCanOpen(job);
  if (to === 'ARCHIVED') assertNothingReserved(job);
  const happened: JobEvent = { type: event, at: context.now };
  return to === 'ON_HOLD' || to === 'CLOSED' ? [...unpublishAll(job, context), happened] : [happened];
}

function assertCanOpen(job: Job): void {
  const path = ['input', 'jobId'];
  if (!job.stages.some(canBeEntered)) {
    const message = 'This job has no active stage that applications can enter. Add one that is neither LEAD nor HIRED.';
    throw new DomainError('ILLEGAL_TRANSITION', message, { path });
  }
  if (!job.openings.some(isOpen)) {
    throw new DomainError('NO_SEAT_LEFT', 'This job has no open seat. Add one with addOpenings first.', { path });
  }
}

function assertNothingReserved(job: Job): void {
  if (!job.openings.some(({ status }) => status === 'RESERVED')) return;
  const message = 'A hire for this job is under way and holds a seat. Archive the job when it is over.';
  throw new DomainError('SEAT_RESERVED', message, { path: ['input', 'jobId'] });
}

function checkedProfile(profile: JobProfile): JobProfile {
  const locations = profile.locations.map((name, index) =>
    publicLabel(name, LIMITS.label, ['input', 'locations', String(index)]),
  );
  assertDistinct(locations, 'location', (index) => ['input', 'locations', String(index)]);
  if (locations.length > LIMITS.locations) {
    const message = `A job has at most ${LIMITS.locations} locations, not ${locations.length}.`;
    throw new DomainError('LIMIT_REACHED', message, { path: ['input', 'locations'] });
  }
  const department = optionalLine(profile.department, LIMITS.label, ['input', 'department']);
  if (department !== null) assertNoContactData(department, ['input', 'department']);
  const title = requiredLine(profile.title, LIMITS.title, ['input', 'title']);
  assertNoContactData(title, ['input', 'title']);
  return { ...profile, title, department, locations };
}

function profileOf({ title, department, locations, employmentType, remote, confidential }: Job): JobProfile {
  return { title, department, locations, employmentType, remote, confidential };
}

function changedFields(job: Job, next: JobProfile): Partial<JobProfile> {
  const isSame = (field: keyof JobProfile): boolean => JSON.stringify(job[field]) === JSON.stringify(next[field]);
  const fields = Object.entries(next).filter(([field]) => !isSame(field as keyof JobProfile));
  return Object.fromEntries(fields);
}
