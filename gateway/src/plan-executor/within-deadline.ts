import { GraphQLError } from 'graphql';
import type { CompleteRun, TextResult } from './complete-run.ts';
import { toGraphQLError } from './fetch-errors.ts';
import type { Run } from './run.ts';

/** When an operation has to be answered. */
export interface RunDeadline {
  /** Milliseconds that remain. */
  remaining(): number;
  /** Calls `work` after so many milliseconds; what it returns takes that back. */
  readonly after: (milliseconds: number, work: () => void) => () => void;
}

/**
 * Answers when the plan has run, or when time is up with what there is by then, and null for the rest. Nothing is
 * cancelled: a write on its way reaches its end.
 */
export function withinDeadline(
  waiting: Promise<void>,
  deadline: RunDeadline,
  run: Run,
  complete: CompleteRun,
): Promise<TextResult> {
  return new Promise((resolve, reject) => {
    const forget = deadline.after(deadline.remaining(), () => {
      run.isOver = true;
      run.errors.push(
        new GraphQLError('The answer was not ready in time; what is missing is null. Ask for less, or try again.', {
          extensions: { code: 'DEADLINE_EXCEEDED' },
        }),
      );
      resolve(complete(run));
    });
    waiting.then(
      () => {
        forget();
        if (!run.isOver) resolve(complete(run));
      },
      (error: unknown) => {
        forget();
        reject(toGraphQLError(error));
      },
    );
  });
}
