import { DomainError, ID_PREFIXES, NotFoundError } from '@hiregraph/kernel';
import type { Answer } from '../domain/application.ts';
import { boundedText } from '../domain/bounded-text.ts';
import { LIMITS } from '../domain/limits.ts';
import { checkedSource, type SourceInput } from '../domain/source.ts';
import { checkedAnswers } from '../domain/submission.ts';
import { assertAccepting } from './accepting.ts';
import { authoriseMutation, visibleJob } from './authorise.ts';
import { beginApplication, begunBefore } from './begin-application.ts';
import { actorOf, runCommand, tenantOf, type UseCase } from './use-case.ts';

const DEFAULT_CHANNEL = 'staff';

export interface AddApplication {
  readonly candidateId: string;
  readonly jobId: string;
  readonly stageId?: string | null | undefined;
  readonly source?: SourceInput | null | undefined;
  readonly creditedToId?: string | null | undefined;
  readonly answers?: readonly Answer[] | null | undefined;
  readonly note?: string | null | undefined;
  readonly idempotencyKey: string;
}

/**
 * Adds a candidate's application for a job; where they have an active one or were hired, it is that one.
 * @returns the application's id
 * @throws DomainError INVALID_INPUT, LIMIT_REACHED, NOT_FOUND, NOT_ACCEPTING_APPLICATIONS, STAGE_RETIRED, USE_HIRE
 */
export async function addApplication(useCase: UseCase, input: AddApplication): Promise<string> {
  authoriseMutation(useCase, 'addApplication');
  const tenantId = tenantOf(useCase.caller);
  const origin = {
    jobId: input.jobId,
    candidateId: input.candidateId,
    postId: null,
    reference: null,
    source: checkedSource(input.source ?? { channel: DEFAULT_CHANNEL }, ['input', 'source']),
    creditedTo: checkedUserId(input.creditedToId),
    answers: checkedAnswers(input.answers, ['input', 'answers']),
    submission: null,
  };
  const note = boundedText(input.note, LIMITS.note, ['input', 'note']);
  const { applicationId } = await runCommand(useCase, 'addApplication', input, async (command) => {
    const before = await begunBefore(useCase, command, tenantId);
    if (before !== null) return { applicationId: before.application.id };
    const candidate = await useCase.stores.candidates.load(tenantId, input.candidateId);
    if (candidate === null) throw new NotFoundError('candidate', ['input', 'candidateId']);
    return useCase.jobs.decide(tenantId, { id: input.jobId }, async (known) => {
      const job = await visibleJob(useCase, known, ['input', 'jobId']);
      assertAccepting(job.state, null, ['input', 'jobId']);
      const application = await beginApplication(useCase, command, {
        tenantId,
        job,
        origin,
        stageId: input.stageId ?? null,
        actor: actorOf(useCase.caller),
        note,
      });
      return { applicationId: application.id };
    });
  });
  return applicationId;
}

function checkedUserId(id: string | null | undefined): string | null {
  if (id === null || id === undefined) return null;
  if (id.startsWith(`${ID_PREFIXES.user}_`) && id.length <= LIMITS.id) return id;
  throw new DomainError('INVALID_INPUT', "This is no user's id. Give one that the API answered.", {
    path: ['input', 'creditedToId'],
  });
}
