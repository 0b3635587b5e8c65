import { DomainError, hasRole, type UserCaller } from '@hiregraph/kernel';
import { type Job, teamRoleOf } from '../domain/job.ts';

/**
 * Nobody hides a job from themselves: whoever is not on the team would get no answer to their own change.
 * @throws DomainError INVALID_INPUT
 */
export function assertMayHide(caller: UserCaller, job: Job): void {
  if (job.confidential || hasRole(caller, 'ADMIN') || teamRoleOf(job, caller.userId) !== null) return;
  throw new DomainError(
    'INVALID_INPUT',
    'A confidential job is for ADMIN and its hiring team alone, and you are not on it. Put yourself on the team first.',
    { path: ['input', 'confidential'] },
  );
}
