import { DomainError } from '@hiregraph/kernel';

export type PostingImportProblem =
  | 'EMPTY'
  | 'TOO_LONG'
  | 'NOT_JSON'
  | 'NOT_A_JOB_POSTING'
  | 'TITLE_NOT_FOUND'
  | 'TOO_MANY_CRITERIA';

/** A posting that cannot be imported. `code` is INVALID_INPUT; `problem` says which of the reasons it is. */
export class PostingImportError extends DomainError {
  readonly problem: PostingImportProblem;

  constructor(problem: PostingImportProblem, message: string, field: 'text' | 'jsonLd', cause?: unknown) {
    super('INVALID_INPUT', message, { path: ['input', field], details: { problem }, cause });
    this.problem = problem;
  }
}
