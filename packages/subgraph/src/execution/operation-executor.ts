import { createBoundedCache, type Logger } from '@hiregraph/kernel';
import { type DocumentNode, execute, type ExecutionResult, type GraphQLSchema, visit } from 'graphql';
import { type CompiledOperation, compileOperation, type Unsupported } from './compile-operation.ts';

export interface OperationExecutorOptions {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  /** Told of each operation how it was run; with `graphql-js`, why. */
  readonly observe: (path: 'compiled' | 'graphql-js', reason: string) => void;
  /** Bytes that compiled operations may take, estimated. */
  readonly maxBytes?: number;
  /** `graphql-js`: nothing is compiled. To compare with, and to rule ours out. */
  readonly executor?: 'compiled' | 'graphql-js';
}

export interface Operation {
  /** Validated. One document object is one document: what was compiled is found by it. */
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

export type ExecuteOperation = (operation: Operation, context: unknown) => ExecutionResult | Promise<ExecutionResult>;

const DEFAULT_MAX_BYTES = 32 * 1_048_576;

/** What is known of an operation: at the first sight that it was seen, at the second what was made of it. */
type Known = 'seen' | CompiledOperation | { readonly unsupported: Unsupported };

/** Runs an operation in graphql-js at its first sight, and compiled from the second on; what is not covered stays there. */
export function createOperationExecutor(options: OperationExecutorOptions): ExecuteOperation {
  const { schema, observe } = options;
  const cache = createBoundedCache<DocumentNode, Map<string | null, Known>>(options.maxBytes ?? DEFAULT_MAX_BYTES);
  const runStock = (operation: Operation, context: unknown, reason: string): ReturnType<ExecuteOperation> => {
    observe('graphql-js', reason);
    const { document, operationName, variables } = operation;
    return execute({ schema, document, operationName, variableValues: variables, contextValue: context });
  };
  return (operation, context) => {
    if (options.executor === 'graphql-js') return runStock(operation, context, 'forced');
    const known = lookUp(operation);
    if (known === 'seen') return runStock(operation, context, 'first-sight');
    if ('unsupported' in known) return runStock(operation, context, known.unsupported);
    const result = known.run(context, operation.variables);
    if (typeof result === 'string') return runStock(operation, context, result);
    observe('compiled', '');
    return result;
  };

  /** `seen` for the first sight alone. */
  function lookUp({ document, operationName }: Operation): Known {
    let byName = cache.get(document);
    if (byName === undefined) cache.set(document, (byName = new Map<string | null, Known>()), estimateBytes(document));
    const known = byName.get(operationName);
    if (known !== undefined && known !== 'seen') return known;
    const next: Known = known === undefined ? 'seen' : compiled(document, operationName);
    byName.set(operationName, next);
    return next;
  }

  function compiled(document: DocumentNode, operationName: string | null): Known {
    try {
      const result = compileOperation(schema, document, operationName);
      return typeof result === 'string' ? { unsupported: result } : result;
    } catch (error) {
      options.logger.error({ error: String(error) }, 'An operation could not be compiled; graphql-js runs it');
      return { unsupported: 'compile-error' };
    }
  }
}

/** An AST takes about so much for each character, its tokens included. */
const BYTES_A_CHARACTER = 64;
/** A field's plan with its functions. */
const BYTES_A_FIELD = 2_000;

/** What a document and its compiled operations take in memory, roughly: made for bounding, not for reporting. */
export function estimateBytes(document: DocumentNode): number {
  let fields = 0;
  visit(document, {
    Field: () => {
      fields += 1;
    },
  });
  return (document.loc?.end ?? 0) * BYTES_A_CHARACTER + fields * BYTES_A_FIELD;
}
