import { NotFoundError } from '@hiregraph/kernel';
import {
  rejectApplication as decideRejection,
  unrejectApplication as decideUnrejection,
  withdrawApplication as decideWithdrawal,
} from '../domain/application-decisions.ts';
import { type ApplicationChange, changeApplication, knownJob, onApplication } from './change-application.ts';
import { tenantOf, type UseCase } from './use-case.ts';

export interface RejectApplication extends ApplicationChange {
  readonly reasonId: string;
}

/** @returns the application's id @throws DomainError CONFLICT, ILLEGAL_TRANSITION, HIRE_PENDING, INVALID_INPUT, NOT_FOUND; UpstreamUnavailableError */
export async function rejectApplication(useCase: UseCase, input: RejectApplication): Promise<string> {
  return await onApplication(useCase, 'rejectApplication', input, async ({ id }, command, note) => {
    const reason = await useCase.reasons.get(tenantOf(useCase.caller), input.reasonId);
    if (reason === null) throw new NotFoundError('rejection reason', ['input', 'reasonId']);
    const { expectedVersion } = input;
    await changeApplication(useCase, command, { id, note, expectedVersion }, ({ state }, asked) =>
      decideRejection(state, { id: reason.id, ...reason.state }, asked),
    );
  });
}

/** @returns the application's id @throws DomainError CONFLICT, ILLEGAL_TRANSITION, STAGE_RETIRED, DUPLICATE_APPLICATION */
export async function unrejectApplication(useCase: UseCase, input: ApplicationChange): Promise<string> {
  return await onApplication(useCase, 'unrejectApplication', input, (application, command, note) =>
    useCase.jobs.decide(tenantOf(useCase.caller), { id: application.state.jobId }, async (job) => {
      const { state: pipeline } = knownJob(job);
      const change = { id: application.id, note, expectedVersion: input.expectedVersion };
      await changeApplication(useCase, command, change, ({ state }, asked) =>
        decideUnrejection(state, pipeline, asked),
      );
    }),
  );
}

/** Cancels a hire that is under way as well. @returns the application's id @throws DomainError CONFLICT, ILLEGAL_TRANSITION */
export async function withdrawApplication(useCase: UseCase, input: ApplicationChange): Promise<string> {
  return await onApplication(useCase, 'withdrawApplication', input, async ({ id }, command, note) => {
    const { expectedVersion } = input;
    await changeApplication(useCase, command, { id, note, expectedVersion }, ({ state }, asked) =>
      decideWithdrawal(state, asked),
    );
  });
}
