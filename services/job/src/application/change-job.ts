import { NotFoundError } from '@hiregraph/kernel';
import type { Job } from '../domain/job.ts';
import type { DecisionContext } from '../domain/decision-context.ts';
import type { JobEvent } from '../domain/job-events.ts';
import { assertMayChange, canReadJob, type MutationName } from './access-rules.ts';
import { assertVersion, type Command } from './run-command.ts';
import type { JobPart, JobStore, StoredJob } from './stores.ts';
import { jobDecision } from './to-decision.ts';

/** Which job is changed, and what the caller expects of it. */
export interface JobTarget {
  readonly jobId: string;
  /** Compared with the job's version. */
  readonly expectedVersion?: number | null | undefined;
  /** Where the input names the job, or the part that it was found by. */
  readonly path: readonly string[];
}

/**
 * Changes one job: rights and version are looked at inside the decision, so that they hold for what is written.
 * @throws NotFoundError, ForbiddenError, DomainError CONFLICT, whatever `decide` throws
 */
export async function changeJob(
  jobs: JobStore,
  { caller, tenantId, scope }: Command,
  mutation: MutationName,
  target: JobTarget,
  decide: (job: Job, context: DecisionContext) => readonly JobEvent[],
): Promise<void> {
  const { jobId, expectedVersion, path } = target;
  try {
    await jobs.change(tenantId, jobId, scope, (stored, now) => {
      assertMayChange(caller, `Mutation.${mutation}`, stored, path);
      assertVersion(stored.version, expectedVersion);
      return jobDecision(stored.state, decide(stored.state, { now, newId: scope.newId }));
    });
  } catch (error) {
    // The store knows no input: say where the id stands.
    if (error instanceof NotFoundError && error.inputPath.length === 0) throw new NotFoundError('job', path);
    throw error;
  }
}

/**
 * Finds the job that a stage, opening, criterion or post belongs to.
 * @throws NotFoundError when there is none that the caller may know of
 */
export async function jobOfPart(
  jobs: JobStore,
  { caller, tenantId }: Command,
  part: JobPart,
  id: string,
  what: string,
  path: readonly string[],
): Promise<StoredJob> {
  const [stored] = await jobs.ofParts(tenantId, part, [id]);
  if (stored === undefined || !canReadJob(caller, stored)) throw new NotFoundError(what, path);
  return stored;
}
