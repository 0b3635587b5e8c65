import { callerKey, DomainError, HiregraphError, NotFoundError } from '@hiregraph/kernel';
import type { CommandOutcome, CommandScope } from '@hiregraph/storage';
import { assertRoleMay, type Guarded } from './access-rules.ts';
import { type Asking, tenantOf, userOf } from './asking.ts';
import type { Evaluation, EvaluationRequest } from './evaluation.ts';
import type { KnownJobRow } from './stores.ts';
import { UnknownToJobError } from '../domain/unknown-to-job-error.ts';

/** What every mutation's input may carry. */
export interface Repeatable {
  readonly idempotencyKey?: string | null | undefined;
}

/** The circumstances of one command. */
export interface Commanding {
  readonly scope: CommandScope;
  readonly tenantId: string;
  /** The user who commands. */
  readonly userId: string;
}

const LONGEST_KEY = 200;

/**
 * Runs one mutation: role first, then idempotently. What was read for this request before is forgotten afterwards, so
 * that the answer is loaded and authorised anew.
 * @throws UnauthenticatedError, ForbiddenError, whatever `execute` throws
 */
export async function runCommand<Input extends Repeatable, Outcome extends CommandOutcome>(
  evaluation: Evaluation,
  { asking, forget }: EvaluationRequest,
  guarded: Guarded & `Mutation.${string}`,
  given: Input,
  execute: (command: Commanding) => Promise<Outcome>,
): Promise<Outcome> {
  assertRoleMay(asking.caller, guarded);
  const userId = userOf(asking.caller);
  if (userId === null) throw new HiregraphError('INTERNAL_ERROR', `${guarded} was let through for nobody.`);
  const { idempotencyKey, ...input } = given;
  if (typeof idempotencyKey === 'string' && (idempotencyKey === '' || idempotencyKey.length > LONGEST_KEY)) {
    throw new DomainError('INVALID_INPUT', `An idempotencyKey has from 1 to ${LONGEST_KEY} characters.`, {
      path: ['input', 'idempotencyKey'],
    });
  }
  const tenantId = tenantOf(asking.caller);
  const mutation = guarded.slice('Mutation.'.length);
  const request = { tenantId, actor: callerKey(asking.caller), mutation, idempotencyKey, input, trace: asking.trace };
  try {
    return await evaluation.stores.commands.run(request, (scope) => execute({ scope, tenantId, userId }));
  } finally {
    forget();
  }
}

/**
 * Decides with the job as it is known here, and once more with the owner's answer where something is none of the job's:
 * it may have become the job's a moment ago.
 * @throws UpstreamUnavailableError, whatever `work` throws
 */
export async function withKnownJob<Result>(
  { reads }: EvaluationRequest,
  jobId: string,
  work: (job: KnownJobRow) => Promise<Result>,
): Promise<Result> {
  const job = await reads.job(jobId);
  let refusal: Error | null = null;
  try {
    if (job !== null) return await work(job);
  } catch (error) {
    if (!(error instanceof UnknownToJobError)) throw error;
    refusal = error;
  }
  const refreshed = await reads.refreshedJob(jobId);
  if (refreshed === null) throw refusal ?? new NotFoundError('job');
  return await work(refreshed);
}

/**
 * The second half of a command over two aggregates. The first is durable, and its event does the second again, so a
 * failure here costs nobody the answer; it is only told to those who watch.
 */
export async function followUp({ logger }: Asking, what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof HiregraphError && error.retryable)) throw error;
    logger.warn({ error: error.message, code: error.code, what }, 'A follow-up is left to its event');
  }
}
