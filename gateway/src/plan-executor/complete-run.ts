import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { compileFields, type Complete } from './completion.ts';
import { createIssueCounter, createIssueRecorder } from './completion-issues.ts';
import { type CompleteFast, generateFields } from './fast-completion.ts';
import { toGraphQLError } from './fetch-errors.ts';
import type { OperationShape } from './plan.ts';
import type { Run } from './run.ts';

export type CompleteRun = (run: Run) => ExecutionResult;

type Data = NonNullable<ExecutionResult['data']>;

/** The two completions for one combination of conditions. */
interface Variant {
  readonly fast: CompleteFast;
  /** Compiled when it is first needed. */
  careful(): Complete;
}

/** Combinations of conditions whose completions are kept. A client that uses more has them compiled anew. */
const MAX_VARIANTS = 16;

/** Makes the answer of what a run has gathered. Each combination of conditions is compiled when it is first met. */
export function createCompleter({ selections, rootType }: OperationShape, schema: GraphQLSchema): CompleteRun {
  const variants = new Map<number, Variant>();
  const compileVariant = (conditions: number): Variant => {
    const scope = { schema, conditions };
    let complete: Complete | undefined;
    return {
      fast: generateFields(selections, rootType.name, rootType, scope),
      careful: () => (complete ??= compileFields(selections, rootType.name, rootType, scope)),
    };
  };
  const variantOf = (conditions: number): Variant => {
    const known = variants.get(conditions);
    if (known !== undefined) return known;
    if (variants.size >= MAX_VARIANTS) variants.clear();
    const variant = compileVariant(conditions);
    variants.set(conditions, variant);
    return variant;
  };
  return (run) => {
    const { fast, careful } = variantOf(run.conditions);
    const data = fast(run.root) as Data | undefined;
    if (data === undefined) return completeCarefully(run, careful());
    return run.errors.length > 0 ? { errors: run.errors, data } : { data };
  };
}

/**
 * Where fetches failed their errors say enough. Where none did, what completion found goes into an extension and not
 * among the errors: clients of the stock gateway do not expect it there.
 */
function completeCarefully({ root, errors }: Run, complete: Complete): ExecutionResult {
  try {
    const issues = createIssueCounter();
    const data = (complete(root, issues) ?? null) as Data | null;
    if (errors.length > 0) return { errors, data };
    if (issues.count() === 0) return { data };
    const recorder = createIssueRecorder();
    complete(root, recorder);
    return { extensions: { valueCompletion: recorder.errors }, data };
  } catch (error) {
    // A shape that cannot be completed: the stock gateway answers this and nothing else.
    return { errors: [toGraphQLError(error)] };
  }
}
