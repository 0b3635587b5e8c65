import { DomainError } from '@hiregraph/kernel';
import type { HireRefusal } from '../domain/application.ts';
import { requestHire, unhireApplication as decideUnhire } from '../domain/hire-decisions.ts';
import { authoriseMutation, authoriseOnApplication } from './authorise.ts';
import { type ApplicationChange, changeApplication, knownJob, onApplication } from './change-application.ts';
import { boundedText } from '../domain/bounded-text.ts';
import { LIMITS } from '../domain/limits.ts';
import { refusalOf, watchHire } from './hire-watch.ts';
import { runCommand, tenantOf, type UseCase } from './use-case.ts';

export interface HireApplication extends ApplicationChange {
  readonly idempotencyKey: string;
}

/**
 * Asks job for a seat and waits for what becomes of it, until shortly before the deadline: then the hire is still pending
 * and goes on by itself.
 * @returns the application's id
 * @throws DomainError CONFLICT, ILLEGAL_TRANSITION, HIRE_PENDING, and where no seat was reserved NO_SEAT_LEFT,
 * NOT_ACCEPTING_APPLICATIONS or ILLEGAL_TRANSITION
 */
export async function hireApplication(useCase: UseCase, input: HireApplication): Promise<string> {
  authoriseMutation(useCase, 'hireApplication');
  const { id } = await authoriseOnApplication(useCase, 'hireApplication', input.applicationId);
  const note = boundedText(input.note, LIMITS.note, ['input', 'note']);
  const { attempt } = await runCommand(useCase, 'hireApplication', input, async (command) => {
    const change = { id, note, expectedVersion: input.expectedVersion };
    const { events } = await changeApplication(useCase, command, change, ({ state, lastSequence }, asked) =>
      requestHire(state, attemptOf(id, lastSequence), asked),
    );
    // On a repeat too these are the events of this very command.
    return { applicationId: id, attempt: events[0]?.id ?? '' };
  });
  await useCase.sagaFailpoints?.('hire.after-request');
  const refusedBecause = refusalOf(await watchHire(useCase, id, attempt), attempt);
  await useCase.sagaFailpoints?.('hire.before-answer');
  if (refusedBecause !== null) throw refusalError(refusedBecause);
  return id;
}

/** The id that the next event of this application will have: what names the attempt. */
function attemptOf(id: string, lastSequence: number): string {
  return `${id}:${lastSequence + 1}`;
}

function refusalError(refusedBecause: HireRefusal): DomainError {
  const options = { path: ['input', 'applicationId'], details: { refusedBecause } };
  switch (refusedBecause) {
    case 'NO_SEAT_LEFT':
      return new DomainError(
        'NO_SEAT_LEFT',
        'Every seat of this job is taken or reserved, so nobody was hired. Add an opening, then hire again.',
        options,
      );
    case 'JOB_NOT_OPEN':
      return new DomainError(
        'NOT_ACCEPTING_APPLICATIONS',
        'The job is not open, so nobody was hired. Open, resume or reopen it, then hire again.',
        options,
      );
    case 'CANCELLED':
      return new DomainError('ILLEGAL_TRANSITION', 'The hire was cancelled while it was under way.', options);
  }
}

/**
 * Takes a hire back; cancels one that is under way.
 * @returns the application's id
 * @throws DomainError CONFLICT, ILLEGAL_TRANSITION, STAGE_RETIRED, DUPLICATE_APPLICATION
 */
export async function unhireApplication(useCase: UseCase, input: ApplicationChange): Promise<string> {
  return await onApplication(useCase, 'unhireApplication', input, (application, command, note) =>
    useCase.jobs.decide(tenantOf(useCase.caller), { id: application.state.jobId }, async (job) => {
      const { state: pipeline } = knownJob(job);
      const change = { id: application.id, note, expectedVersion: input.expectedVersion };
      await changeApplication(useCase, command, change, ({ state }, asked) => decideUnhire(state, pipeline, asked));
    }),
  );
}
