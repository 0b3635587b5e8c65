import { type Deadline, HiregraphError, type Logger, type ServiceName } from '@hiregraph/kernel';
import { type DocumentNode, execute, type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { createDocumentCache } from './document-cache.ts';
import { toPublicError } from './format-error.ts';
import { DEFAULT_OPERATION_LIMITS, type OperationLimits } from './operation-limits.ts';
import type { RequestContext, SubgraphExecutor, SubgraphRequest } from './request.ts';
import { buildServiceSchema } from './subgraph-schema.ts';

/** What a service says of its API. */
export interface SubgraphDefinition<Context extends RequestContext> {
  readonly name: ServiceName;
  /** The service's schema.graphql; the shared schema is put in front of it. */
  readonly typeDefs: string;
  /** A resolver map, `__resolveReference` included. */
  readonly resolvers: unknown;
  /** Builds a request's context: loaders are made here, anew for each request. */
  readonly createContext: (request: RequestContext) => Context;
  readonly logger: Logger;
  readonly limits?: OperationLimits;
}

/** One operation whose document was parsed and validated before. */
export interface PreparedOperation extends Omit<SubgraphRequest, 'query'> {
  readonly document: DocumentNode;
}

/** A service's API, ready to run. */
export interface Subgraph extends SubgraphExecutor {
  readonly name: ServiceName;
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  /** For servers that parse and validate themselves. */
  executePrepared(operation: PreparedOperation): Promise<ExecutionResult>;
}

/** Builds a subgraph from SDL and resolvers. One executor serves HTTP and in-process callers alike. */
export function createSubgraph<Context extends RequestContext>(definition: SubgraphDefinition<Context>): Subgraph {
  const { name, logger, limits = DEFAULT_OPERATION_LIMITS } = definition;
  const schema = buildServiceSchema(definition.typeDefs, definition.resolvers);
  const prepare = createDocumentCache(schema, limits);

  const executePrepared = async (operation: PreparedOperation): Promise<ExecutionResult> => {
    const { caller, deadline, trace } = operation;
    const requestLogger = logger.child({ correlationId: trace.correlationId });
    const contextValue = definition.createContext({ caller, deadline, trace, logger: requestLogger });
    const work = execute({
      schema,
      document: operation.document,
      contextValue,
      ...(operation.variables === undefined ? {} : { variableValues: operation.variables }),
      operationName: operation.operationName ?? null,
    });
    const result = await withinDeadline(work, deadline);
    if (!result.errors) return result;
    return { ...result, errors: result.errors.map((error) => toPublicError(error, requestLogger)) };
  };

  return {
    name,
    schema,
    limits,
    executePrepared,
    execute: async (request) => {
      const prepared = prepare(request.query);
      if (!prepared.ok) return { errors: prepared.errors };
      return executePrepared({ ...request, document: prepared.document });
    },
  };
}

/** Waits at most until the deadline. What runs on is not cancelled: a write on its way must reach its end. */
async function withinDeadline(
  work: ExecutionResult | Promise<ExecutionResult>,
  deadline: Deadline,
): Promise<ExecutionResult> {
  if (!(work instanceof Promise)) return work;
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<ExecutionResult>((resolve) => {
    timer = setTimeout(() => resolve({ data: null, errors: [deadlineError()] }), deadline.remaining());
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

function deadlineError(): GraphQLError {
  const cause = new HiregraphError(
    'DEADLINE_EXCEEDED',
    'The answer was not ready in time. Ask for less, or try again.',
  );
  return new GraphQLError(cause.message, { originalError: cause });
}
