import type { ApplicationFacts } from '@hiregraph/contracts';
import { type EventEnvelope, type Instant, NotFoundError } from '@hiregraph/kernel';
import { type CommandScope, type Defer, DuplicateKeyError } from '@hiregraph/storage';
import type { Actor } from '../domain/actor.ts';
import type { Application, ApplicationOrigin } from '../domain/application.ts';
import { submitApplication } from '../domain/application-decisions.ts';
import { consideredFor } from '../domain/candidate-decisions.ts';
import { isAccepting } from './accepting.ts';
import { begun, decidedOnApplication } from './decided.ts';
import type { KnownJob, StoredApplication } from './stores.ts';
import type { UseCase } from './use-case.ts';

export interface Beginning {
  readonly tenantId: string;
  readonly job: KnownJob;
  /** The candidate was made a moment ago, by this command and for this job: no application of theirs could stand in. */
  readonly isNewCandidate?: boolean;
  readonly origin: Omit<ApplicationOrigin, 'late'>;
  readonly stageId: string | null;
  readonly actor: Actor;
  readonly note: string | null;
}

/**
 * Begins an application, unless the candidate has an active one, or was hired, for that job: then it is that one.
 * The job was open by what is known. Where it closed meanwhile, the application is taken all the same, and flagged.
 */
export async function beginApplication(
  useCase: UseCase,
  command: CommandScope,
  beginning: Beginning,
): Promise<StoredApplication> {
  const { stores } = useCase;
  const { tenantId, job, origin, stageId, actor, note } = beginning;
  if (beginning.isNewCandidate !== true) {
    const present = await presentApplication(useCase, tenantId, origin, command.beforeAnswer);
    if (present !== null) return present;
    await noteConsidered(useCase, command, tenantId, origin);
  }
  const late = !(await isStillAccepting(useCase, tenantId, job, origin.postId));
  const id = command.newId('application');
  const decide = (now: Instant) =>
    begun(
      decidedOnApplication(null, submitApplication({ ...origin, late }, job.state, stageId, { at: now, actor, note })),
    );
  try {
    const { aggregate } = await stores.applications.create(tenantId, id, command, decide);
    if (late || (await isStillAccepting(useCase, tenantId, job, origin.postId))) return aggregate;
    return await flagLate(useCase, command, tenantId, id);
  } catch (error) {
    if (!(error instanceof DuplicateKeyError)) throw error;
    const winner = await presentApplication(useCase, tenantId, origin);
    if (winner === null) throw error;
    return winner;
  }
}

/** An application that an earlier try began, and for which job that was: it may have been transferred since. */
export interface Begun {
  readonly application: StoredApplication;
  readonly jobId: string;
}

/**
 * What an earlier try of this command began; null where it began nothing. Asked before any rule: the job may be closed by
 * now, and another application stand in for the one that was answered, or would have been.
 */
export async function begunBefore(useCase: UseCase, command: CommandScope, tenantId: string): Promise<Begun | null> {
  if (!command.repeated) return null;
  const id = command.newId('application');
  const found = await useCase.stores.applications.applied(tenantId, id, command);
  if (found === null) return null;
  const { aggregate: application, events } = found;
  const { jobId } = (events[0] as EventEnvelope<string, ApplicationFacts>).data;
  const job = await useCase.jobs.find(tenantId, { id: jobId });
  // The earlier try may have been cut off before it looked whether the job had closed meanwhile.
  const closedBefore =
    job !== null && job.at <= application.createdAt && !isAccepting(job.state, application.state.postId);
  return { application: closedBefore ? await flagLate(useCase, command, tenantId, id) : application, jobId };
}

/** The application that stands in for a new one: the candidate's active one for this job, or the one they were hired by. */
async function presentApplication(
  { stores }: UseCase,
  tenantId: string,
  ids: { readonly candidateId: string; readonly jobId: string },
  defer?: Defer,
): Promise<StoredApplication | null> {
  const found = await stores.applications.ofCandidateForJob(tenantId, ids, ['ACTIVE', 'HIRED'], defer);
  return found.find(({ state }) => state.status === 'ACTIVE') ?? found[0] ?? null;
}

/** Written first: a candidate may be listed for a job without an application for a moment, never the other way round. */
export async function noteConsidered(
  { stores }: UseCase,
  command: CommandScope,
  tenantId: string,
  { candidateId, jobId }: { readonly candidateId: string; readonly jobId: string },
): Promise<void> {
  const candidate = await stores.candidates.load(tenantId, candidateId, command.beforeAnswer);
  if (candidate === null) throw new NotFoundError('candidate', ['input', 'candidateId']);
  if (consideredFor(candidate.state, jobId) === candidate.state) return;
  await stores.candidates.change(tenantId, candidateId, command.ahead(`considered:${jobId}`), ({ state }) => {
    const next = consideredFor(state, jobId);
    return next === state ? null : { state: { ...state, ...next }, events: [], visible: false };
  });
}

async function isStillAccepting(
  { jobs }: UseCase,
  tenantId: string,
  job: KnownJob,
  postId: string | null,
): Promise<boolean> {
  const now = await jobs.find(tenantId, { id: job.id });
  return now === null || isAccepting(now.state, postId);
}

async function flagLate(
  { stores }: UseCase,
  command: CommandScope,
  tenantId: string,
  id: string,
): Promise<StoredApplication> {
  const { aggregate } = await stores.applications.change(tenantId, id, command.sub('late'), ({ state }) =>
    lateFlag(state),
  );
  return aggregate;
}

/** No event: that a job closed, and when, its own events tell everybody. */
export function lateFlag(state: Application): { state: Application; events: readonly []; visible: true } | null {
  return state.late ? null : { state: { ...state, late: true }, events: [], visible: true };
}
