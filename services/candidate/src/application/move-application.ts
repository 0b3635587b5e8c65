import type { CommandContext } from '@hiregraph/storage';
import { moveApplication as decideMove } from '../domain/application-decisions.ts';
import { type ApplicationChange, changeApplication, knownJob, onApplication } from './change-application.ts';
import type { StoredApplication } from './stores.ts';
import { tenantOf, type UseCase } from './use-case.ts';

export interface MoveApplication extends ApplicationChange {
  readonly toStageId: string;
  /** The stage that the caller saw it in. Of several moves from one stage exactly one finds it there. */
  readonly expectedFromStageId: string;
}

/**
 * Moves an application to another stage of its job.
 * @returns the application's id
 * @throws DomainError CONFLICT, ILLEGAL_TRANSITION, HIRE_PENDING, USE_HIRE, STAGE_RETIRED, NOT_FOUND; UpstreamUnavailableError
 */
export async function moveApplication(useCase: UseCase, input: MoveApplication): Promise<string> {
  return await onApplication(useCase, 'moveApplication', input, (application, command, note) =>
    carryOutMove(useCase, command, application, { ...input, note }),
  );
}

/** The move itself, authorised before. */
export async function carryOutMove(
  useCase: UseCase,
  command: CommandContext,
  application: StoredApplication,
  move: Omit<MoveApplication, 'applicationId'> & { readonly note: string | null },
): Promise<void> {
  const { expectedVersion, note } = move;
  await useCase.jobs.decide(tenantOf(useCase.caller), { id: application.state.jobId }, async (job) => {
    const { state: pipeline } = knownJob(job);
    await changeApplication(useCase, command, { id: application.id, note, expectedVersion }, ({ state }, asked) =>
      decideMove(state, move, pipeline, asked),
    );
  });
}
