import { transferApplication as decideTransfer } from '../domain/application-decisions.ts';
import { assertAccepting } from './accepting.ts';
import { visibleJob } from './authorise.ts';
import { noteConsidered } from './begin-application.ts';
import { type ApplicationChange, changeApplication, onApplication } from './change-application.ts';
import { tenantOf, type UseCase } from './use-case.ts';

export interface TransferApplication extends ApplicationChange {
  readonly toJobId: string;
  readonly toStageId?: string | null | undefined;
}

/**
 * Goes on with an application for another job that is open, with the same id and history.
 * @returns the application's id
 * @throws DomainError CONFLICT, ILLEGAL_TRANSITION, HIRE_PENDING, NOT_ACCEPTING_APPLICATIONS, STAGE_RETIRED, USE_HIRE,
 * DUPLICATE_APPLICATION, NOT_FOUND; UpstreamUnavailableError
 */
export async function transferApplication(useCase: UseCase, input: TransferApplication): Promise<string> {
  const tenantId = tenantOf(useCase.caller);
  const path = ['input', 'toJobId'];
  return await onApplication(useCase, 'transferApplication', input, (application, command, note) =>
    useCase.jobs.decide(tenantId, { id: input.toJobId }, async (known) => {
      const job = await visibleJob(useCase, known, path);
      assertAccepting(job.state, null, path);
      const { candidateId } = application.state;
      await noteConsidered(useCase, command, tenantId, { candidateId, jobId: job.id });
      const transfer = { toJobId: job.id, toStageId: input.toStageId ?? null };
      const change = { id: application.id, note, expectedVersion: input.expectedVersion };
      await changeApplication(useCase, command, change, ({ state }, asked) =>
        decideTransfer(state, transfer, job.state, asked),
      );
    }),
  );
}
