import { NotFoundError } from '@hiregraph/kernel';
import * as kits from '../domain/interview-kit.ts';
import type { KnownJob } from '../domain/known-facts.ts';
import { permits, type Standing } from './access-rules.ts';
import { assertVersion, created, kitDecision } from './decisions.ts';
import type { Evaluation, EvaluationRequest } from './evaluation.ts';
import { NO_TIES, type RequestReads, standingsTowards } from './request-reads.ts';
import { type Repeatable, runCommand, withKnownJob } from './run-command.ts';
import type { StoredKit } from './stores.ts';

interface QuestionInput {
  readonly id?: string | null | undefined;
  readonly text: string;
  readonly criterionId?: string | null | undefined;
}

export interface CreateInterviewKitInput extends Repeatable {
  readonly jobId: string;
  readonly stageId?: string | null | undefined;
  readonly criterionIds?: readonly string[] | null | undefined;
  readonly fromJobCriteria?: boolean | null | undefined;
  readonly questions?: readonly QuestionInput[] | null | undefined;
}

export interface UpdateInterviewKitInput extends Repeatable {
  readonly kitId: string;
  readonly stageId?: string | null | undefined;
  readonly criterionIds?: readonly string[] | null | undefined;
  readonly questions?: readonly QuestionInput[] | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}

function questionsOf(questions: readonly QuestionInput[]): readonly kits.QuestionInput[] {
  return questions.map(({ id, text, criterionId }) => ({ id: id ?? null, text, criterionId: criterionId ?? null }));
}

/** @returns null where it is absent or not the caller's to know of */
export async function findKit(reads: RequestReads, id: string): Promise<StoredKit | null> {
  if (reads.asking.caller.kind === 'anonymous') return null;
  const kit = await reads.kit(id);
  if (kit === null) return null;
  const standings = await standingsTowards(reads, kit.state.jobId, NO_TIES, 'InterviewKit.*');
  return permits('InterviewKit.*', standings) ? kit : null;
}

function standingsForWriting(reads: RequestReads, jobId: string): Promise<ReadonlySet<Standing>> {
  return standingsTowards(reads, jobId, NO_TIES, 'Mutation.updateInterviewKit');
}

/** @throws DomainError, NotFoundError, ForbiddenError, UnauthenticatedError, UpstreamUnavailableError */
export async function createInterviewKit(
  evaluation: Evaluation,
  request: EvaluationRequest,
  input: CreateInterviewKitInput,
): Promise<StoredKit | null> {
  const guarded = 'Mutation.createInterviewKit';
  const { kitId } = await runCommand(evaluation, request, guarded, input, async ({ scope, tenantId }) => {
    const { jobId } = input;
    if (!permits(guarded, await standingsForWriting(request.reads, jobId))) {
      throw new NotFoundError('job', ['input', 'jobId']);
    }
    const id = scope.newId('interviewKit');
    const command = {
      jobId,
      stageId: input.stageId ?? null,
      criterionIds: input.criterionIds ?? null,
      fromJobCriteria: input.fromJobCriteria ?? false,
      questions: questionsOf(input.questions ?? []),
    };
    const create = (job: KnownJob): Promise<unknown> =>
      evaluation.stores.kits.create(tenantId, id, scope, (at) => {
        const newQuestionId = (index: number): string => scope.newId('question', String(index));
        return created(kitDecision(null, kits.createInterviewKit(command, job, newQuestionId, at)));
      });
    // All criteria that the job has now are not told by events that are still on their way.
    const job = command.fromJobCriteria ? await request.reads.refreshedJob(jobId) : null;
    await (job === null ? withKnownJob(request, jobId, create) : create(job));
    return { kitId: id };
  });
  return await findKit(request.reads, kitId);
}

/** @throws DomainError, NotFoundError, ForbiddenError, UnauthenticatedError, UpstreamUnavailableError */
export async function updateInterviewKit(
  evaluation: Evaluation,
  request: EvaluationRequest,
  input: UpdateInterviewKitInput,
): Promise<StoredKit | null> {
  const guarded = 'Mutation.updateInterviewKit';
  await runCommand(evaluation, request, guarded, input, async ({ scope, tenantId }) => {
    const kit = await request.reads.kit(input.kitId);
    if (kit === null || !permits(guarded, await standingsForWriting(request.reads, kit.state.jobId))) {
      throw new NotFoundError('interview kit', ['input', 'kitId']);
    }
    const change: kits.KitChange = {
      stageId: input.stageId,
      criterionIds: input.criterionIds ?? undefined,
      questions: input.questions == null ? undefined : questionsOf(input.questions),
    };
    await withKnownJob(request, kit.state.jobId, (job) =>
      evaluation.stores.kits.change(tenantId, kit.id, scope, (aggregate, at) => {
        assertVersion(aggregate, input.expectedVersion);
        const newQuestionId = (index: number): string => scope.newId('question', String(index));
        const events = kits.updateInterviewKit(aggregate.state, change, job, newQuestionId, at);
        return kitDecision(aggregate.state, events);
      }),
    );
    return { kitId: kit.id };
  });
  return await findKit(request.reads, input.kitId);
}
