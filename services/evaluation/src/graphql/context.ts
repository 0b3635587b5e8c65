import type { CursorCodec } from '@hiregraph/kernel';
import type { RequestContext } from '@hiregraph/subgraph';
import { createEvaluationRequest, type Evaluation, type EvaluationRequest } from '../application/evaluation.ts';
import { createJobKits, type JobKits } from '../application/list-interview-kits.ts';

/** What this service's resolvers find in their context. */
export interface EvaluationContext extends RequestContext {
  readonly evaluation: Evaluation;
  readonly request: EvaluationRequest;
  readonly jobKits: JobKits;
  readonly cursors: CursorCodec;
}

/** Anew for each request: nothing that was read for one caller is ever shown to another. */
export function createEvaluationContext(
  evaluation: Evaluation,
  cursors: CursorCodec,
  context: RequestContext,
): EvaluationContext {
  const request = createEvaluationRequest(evaluation, context);
  const jobKits = createJobKits(evaluation, request.reads);
  return {
    ...context,
    evaluation,
    cursors,
    jobKits,
    request: {
      ...request,
      forget: () => {
        request.forget();
        jobKits.forget();
      },
    },
  };
}
