import { DomainError, NotFoundError } from '@hiregraph/kernel';
import { followApplication } from '../domain/attention.ts';
import { assertAtMost } from '../domain/bounded-text.ts';
import { planInterview as decidePlan } from '../domain/interview-decisions.ts';
import { LIMITS } from '../domain/limits.ts';
import { permits } from './access-rules.ts';
import { created, interviewDecision } from './decisions.ts';
import type { Evaluation, EvaluationRequest } from './evaluation.ts';
import { followInterview } from './follow-interview.ts';
import { findInterview, type SeenInterview } from './interview-access.ts';
import { NO_TIES, standingsTowards } from './request-reads.ts';
import { type Commanding, followUp, type Repeatable, runCommand, withKnownJob } from './run-command.ts';
import type { KnownApplicationEntry } from './stores.ts';

export interface PlanInterviewInput extends Repeatable {
  readonly applicationId: string;
  /** Undefined: the application's own; null: none. */
  readonly stageId?: string | null | undefined;
  /** Undefined: the newest of the stage; null: none. */
  readonly kitId?: string | null | undefined;
  readonly interviewerIds?: readonly string[] | null | undefined;
}

/** @throws DomainError, NotFoundError, ForbiddenError, UnauthenticatedError, UpstreamUnavailableError */
export async function planInterview(
  evaluation: Evaluation,
  request: EvaluationRequest,
  input: PlanInterviewInput,
): Promise<SeenInterview | null> {
  const { interviewId } = await runCommand(evaluation, request, 'Mutation.planInterview', input, async (command) => {
    const application = await getActiveApplication(evaluation, request, command, input.applicationId);
    const id = command.scope.newId('interview');
    await create(evaluation, request, command, { ...input, id, application });
    await followOwnApplication(evaluation, command, id, input.applicationId);
    await followUp(request.asking, 'planInterview', () =>
      followInterview(evaluation.stores, command.tenantId, id, command.scope.trace),
    );
    return { interviewId: id };
  });
  return await findInterview(request.reads, interviewId);
}

/** The application as it is known here; where that forbids planning, as its owner knows it. */
async function getActiveApplication(
  { knowledge }: Evaluation,
  { asking, reads }: EvaluationRequest,
  { tenantId }: Commanding,
  id: string,
): Promise<KnownApplicationEntry> {
  const known = await reads.application(id);
  const mayPlan =
    known !== null &&
    permits(
      'Mutation.planInterview',
      await standingsTowards(reads, known.state.jobId, NO_TIES, 'Mutation.planInterview'),
    );
  if (!mayPlan) throw new NotFoundError('application', ['input', 'applicationId']);
  if (known.state.status === 'ACTIVE') return known;
  return (await knowledge.refreshedApplication(asking, tenantId, id)) ?? known;
}

interface Planning extends PlanInterviewInput {
  /** The interview's. */
  readonly id: string;
  readonly application: KnownApplicationEntry;
}

async function create(
  { stores }: Evaluation,
  request: EvaluationRequest,
  { scope, tenantId, userId }: Commanding,
  { id, application, applicationId, stageId, kitId, interviewerIds }: Planning,
): Promise<void> {
  const { jobId } = application.state;
  if (!scope.repeated) {
    const [interviews = []] = await stores.interviews.ofApplications(tenantId, [applicationId]);
    assertAtMost(interviews.length + 1, LIMITS.interviewsOfApplication, 'interviews of an application', ['input']);
  }
  const stage = stageId === undefined ? application.state.stageId : stageId;
  const kit = await kitFor(stores, tenantId, jobId, stage, kitId);
  await withKnownJob(request, jobId, (job) =>
    stores.interviews.create(tenantId, id, scope, (at) => {
      const command = { applicationId, stageId, kitId: kit, interviewerIds: interviewerIds ?? [] };
      const facts = { application: application.state, applicationSequence: application.sequence, job };
      return created(interviewDecision(null, decidePlan(command, facts, { at, by: userId })));
    }),
  );
}

/** @returns the id of the kit that the interview gets */
async function kitFor(
  { kits }: Evaluation['stores'],
  tenantId: string,
  jobId: string,
  stageId: string | null,
  kitId: string | null | undefined,
): Promise<string | null> {
  if (kitId === null) return null;
  if (kitId === undefined) {
    return stageId === null ? null : ((await kits.newestOfStage(tenantId, jobId, stageId))?.id ?? null);
  }
  const kit = await kits.load(tenantId, kitId);
  if (kit?.state.jobId !== jobId) {
    throw new DomainError('INVALID_INPUT', "This is no interview kit of the application's job.", {
      path: ['input', 'kitId'],
    });
  }
  return kitId;
}

/**
 * The interview depended on the application's row: it reads the row again and applies the rule to itself, since what
 * happened in between was applied to the interviews that were there then.
 */
async function followOwnApplication(
  { stores }: Evaluation,
  { scope, tenantId }: Commanding,
  interviewId: string,
  applicationId: string,
): Promise<void> {
  const row = await stores.applications.load(tenantId, applicationId);
  if (row === null) return;
  const job = (await stores.jobs.loadMany(tenantId, [row.state.jobId])).get(row.state.jobId)?.state ?? null;
  const change = { application: row.state, sequence: row.sequence, at: row.state.changedAt, leftStageId: null };
  await stores.interviews.change(tenantId, interviewId, scope.sub('follow-application'), ({ state }, now) =>
    interviewDecision(state, followApplication(state, change, job, now)),
  );
}
