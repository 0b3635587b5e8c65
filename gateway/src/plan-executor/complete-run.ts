import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { completeCarefully, toNoteErrors } from './careful-completion.ts';
import { type CompleteFast, generateFields } from './fast-completion.ts';
import { toGraphQLError } from './fetch-errors.ts';
import type { OperationShape } from './plan.ts';
import type { Run } from './run.ts';

export type CompleteRun = (run: Run) => ExecutionResult;

type Data = NonNullable<ExecutionResult['data']>;

/** Combinations of conditions whose completions are kept. A client that uses more has them generated anew. */
const MAX_VARIANTS = 16;

/** Makes the answer of what a run has gathered. Each combination of conditions is compiled when it is first met. */
export function createCompleter(operation: OperationShape, schema: GraphQLSchema): CompleteRun {
  const { selections, rootType } = operation;
  const variants = new Map<number, CompleteFast>();
  const variantOf = (conditions: number): CompleteFast => {
    const known = variants.get(conditions);
    if (known !== undefined) return known;
    if (variants.size >= MAX_VARIANTS) variants.clear();
    const variant = generateFields(selections, rootType.name, rootType, { schema, conditions });
    variants.set(conditions, variant);
    return variant;
  };
  return (run) => {
    const data = variantOf(run.conditions)(run.root) as Data | undefined;
    if (data === undefined) return completeWithCare(run, operation, schema);
    return run.errors.length > 0 ? { errors: run.errors, data } : { data };
  };
}

/**
 * Where fetches failed their errors say enough. Where none did, what completion found goes into an extension and not
 * among the errors: clients of the stock gateway do not expect it there.
 */
function completeWithCare(
  { root, errors, conditions }: Run,
  operation: OperationShape,
  schema: GraphQLSchema,
): ExecutionResult {
  try {
    const { data, notes } = completeCarefully(operation, root, { schema, conditions });
    if (errors.length > 0) return { errors, data };
    return notes.length === 0 ? { data } : { extensions: { valueCompletion: toNoteErrors(notes) }, data };
  } catch (error) {
    // A shape that cannot be completed: the stock gateway answers this and nothing else.
    return { errors: [toGraphQLError(error)] };
  }
}
