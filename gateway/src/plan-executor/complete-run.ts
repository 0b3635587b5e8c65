import type { ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import { completeCarefully, toNoteErrors } from './careful-completion.ts';
import { toGraphQLError } from './fetch-errors.ts';
import type { CompleteToText } from './object-completion.ts';
import type { OperationShape } from './plan.ts';
import type { Run } from './run.ts';
import { generateText } from './text-completion.ts';

/** Makes the answer of what a run has gathered. */
export type CompleteRun = (run: Run) => TextResult;

/** An answer whose data are JSON text already; `null` is the text "null". */
export interface TextResult {
  readonly data?: string;
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: ExecutionResult['extensions'];
}

/** Combinations of conditions whose completions are kept. A client that uses more has them generated anew. */
const MAX_VARIANTS = 16;

/** Each combination of conditions is compiled when it is first met. */
function createVariants<Variant>(generate: (conditions: number) => Variant): (conditions: number) => Variant {
  const variants = new Map<number, Variant>();
  return (conditions) => {
    const known = variants.get(conditions);
    if (known !== undefined) return known;
    if (variants.size >= MAX_VARIANTS) variants.clear();
    const variant = generate(conditions);
    variants.set(conditions, variant);
    return variant;
  };
}

/** Completes to JSON text: whoever has it only sends it. */
export function createCompleter(operation: OperationShape, schema: GraphQLSchema): CompleteRun {
  const { selections, rootType } = operation;
  const variantsOf = (isPlain: boolean): ((conditions: number) => CompleteToText) =>
    createVariants((conditions) => generateText(selections, rootType.name, rootType, { schema, conditions, isPlain }));
  const plain = variantsOf(true);
  const escaping = variantsOf(false);
  return (run) => {
    const complete = (run.isPlain ? plain : escaping)(run.conditions);
    const data = complete(run.root);
    if (data !== undefined) return run.errors.length > 0 ? { errors: run.errors, data } : { data };
    const { data: completed, ...rest } = completeWithCare(run, operation, schema);
    return completed === undefined ? rest : { ...rest, data: JSON.stringify(completed) };
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
