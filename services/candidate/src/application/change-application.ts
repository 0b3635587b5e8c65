import { DomainError, NotFoundError } from '@hiregraph/kernel';
import { type ChangeResult, type CommandContext, type CommandScope, DuplicateKeyError } from '@hiregraph/storage';
import type { Application, ApplicationEvent } from '../domain/application.ts';
import type { Asked } from '../domain/application-decisions.ts';
import { boundedText } from '../domain/bounded-text.ts';
import { assertVersion } from '../domain/expectations.ts';
import { LIMITS } from '../domain/limits.ts';
import type { MutationName } from './access-rules.ts';
import { authoriseMutation, authoriseOnApplication } from './authorise.ts';
import { decidedOnApplication } from './decided.ts';
import type { KnownJob, StoredApplication } from './stores.ts';
import { actorOf, type Keyed, runCommand, tenantOf, type UseCase } from './use-case.ts';

/** What every change of an application comes with. */
export interface ApplicationChange extends Keyed {
  readonly applicationId: string;
  readonly note?: string | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}

export type DecideOnApplication = (application: StoredApplication, asked: Asked) => readonly ApplicationEvent[];

/** An application stands in the way; the payload shows it. */
export class DuplicateApplicationError extends DomainError {
  readonly applicationId: string;

  constructor(applicationId: string) {
    super(
      'DUPLICATE_APPLICATION',
      'The candidate has an active application for this job already. Go on with that one, or end it first.',
      { path: ['input', 'applicationId'], details: { applicationId } },
    );
    this.applicationId = applicationId;
  }
}

/** Authorises, then runs under the idempotency key. @returns the application's id */
export async function onApplication(
  useCase: UseCase,
  mutation: MutationName,
  input: ApplicationChange & object,
  work: (application: StoredApplication, command: CommandScope, note: string | null) => Promise<void>,
): Promise<string> {
  authoriseMutation(useCase, mutation);
  const application = await authoriseOnApplication(useCase, mutation, input.applicationId);
  const note = boundedText(input.note, LIMITS.note, ['input', 'note']);
  await runCommand(useCase, mutation, input, async (command) => {
    // What the rules of job and reasons would say by now is no answer to what an earlier try has done.
    const done = command.repeated
      ? await useCase.stores.applications.applied(tenantOf(useCase.caller), application.id, command)
      : null;
    if (done === null) await work(application, command, note);
    return { applicationId: application.id };
  });
  return application.id;
}

/**
 * Loads, decides and commits; decides anew where a race was lost.
 * @throws DuplicateApplicationError where another active application stands in the way; DomainError CONFLICT and what `decide` throws
 */
export async function changeApplication(
  useCase: UseCase,
  command: CommandContext,
  change: { readonly id: string; readonly note: string | null; readonly expectedVersion: number | null | undefined },
  decide: DecideOnApplication,
): Promise<ChangeResult<Application>> {
  const tenantId = tenantOf(useCase.caller);
  const { applications } = useCase.stores;
  const actor = actorOf(useCase.caller);
  let decided: readonly ApplicationEvent[] = [];
  try {
    return await applications.change(tenantId, change.id, command, (application, at) => {
      assertVersion(application.version, change.expectedVersion);
      decided = decide(application, { at, actor, note: change.note });
      return decidedOnApplication(application.state, decided);
    });
  } catch (error) {
    if (!(error instanceof DuplicateKeyError)) throw error;
    throw await duplicateOf(useCase, change.id, decided, error);
  }
}

/** Names the application that the unique index protects. */
async function duplicateOf(
  useCase: UseCase,
  id: string,
  decided: readonly ApplicationEvent[],
  error: DuplicateKeyError,
): Promise<Error> {
  const tenantId = tenantOf(useCase.caller);
  const application = await useCase.stores.applications.load(tenantId, id);
  if (application === null) return error;
  const transfer = decided.find((event) => event.type === 'ApplicationTransferred');
  const jobId = transfer?.toJobId ?? application.state.jobId;
  const { candidateId } = application.state;
  const [other] = await useCase.stores.applications.ofCandidateForJob(tenantId, { candidateId, jobId }, ['ACTIVE']);
  return other === undefined ? error : new DuplicateApplicationError(other.id);
}

/** The application's job as it is known. @throws NotFoundError, which no application of ours should meet */
export function knownJob(job: KnownJob | null): KnownJob {
  if (job === null) throw new NotFoundError('job');
  return job;
}
