import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { compileFields, type Complete } from './completion.ts';
import { createIssueCounter, createIssueRecorder } from './completion-issues.ts';
import { toGraphQLError } from './fetch-errors.ts';
import type { OperationShape } from './plan.ts';
import type { Run } from './run.ts';

export type CompleteRun = (run: Run) => ExecutionResult;

/** Combinations of conditions whose completions are kept. A client that uses more has them compiled anew. */
const MAX_VARIANTS = 16;

/** Makes the answer of what a run has gathered. Each combination of conditions is compiled when it is first met. */
export function createCompleter({ selections, rootType }: OperationShape, schema: GraphQLSchema): CompleteRun {
  const variants = new Map<number, Complete>();
  const variantOf = (conditions: number): Complete => {
    const known = variants.get(conditions);
    if (known !== undefined) return known;
    if (variants.size >= MAX_VARIANTS) variants.clear();
    const compiled = compileFields(selections, null, rootType, { schema, conditions });
    variants.set(conditions, compiled);
    return compiled;
  };
  return (run) => {
    try {
      return completeRun(run, variantOf(run.conditions));
    } catch (error) {
      // A shape that cannot be completed: the stock gateway answers this and nothing else.
      return { errors: [toGraphQLError(error)] };
    }
  };
}

/**
 * Where fetches failed their errors say enough. Where none did, what completion found goes into an extension and not
 * among the errors: clients of the stock gateway do not expect it there.
 */
function completeRun({ root, errors }: Run, complete: Complete): ExecutionResult {
  const issues = createIssueCounter();
  const data = dataOf(complete(root, issues));
  if (errors.length > 0) return { errors, data };
  if (issues.count() === 0) return { data };
  const recorder = createIssueRecorder();
  complete(root, recorder);
  return { extensions: { valueCompletion: recorder.errors }, data };
}

function dataOf(completed: unknown): NonNullable<ExecutionResult['data']> | null {
  return completed === undefined ? null : (completed as NonNullable<ExecutionResult['data']>);
}
