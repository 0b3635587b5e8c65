import { DomainError } from '@hiregraph/kernel';

/**
 * Something is none of the job's, as the job is known here. What is known may lag: whoever decides asks the owner once
 * before believing it.
 */
export class UnknownToJobError extends DomainError {
  constructor(message: string, path: readonly string[]) {
    super('INVALID_INPUT', message, { path });
  }
}
