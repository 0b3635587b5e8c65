import { type Deadline, HiregraphError, type Logger, type ServiceName } from '@hiregraph/kernel';
import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { createDocumentCache } from './document-cache.ts';
import { createExecutionCounts, type ExecutionCount } from './execution/execution-counts.ts';
import { createOperationExecutor } from './execution/operation-executor.ts';
import { toPublicError } from './format-error.ts';
import { DEFAULT_OPERATION_LIMITS, type OperationLimits } from './operation-limits.ts';
import type { RequestContext, SubgraphExecutor, SubgraphRequest } from './request.ts';
import { createRequestLogger } from './request-logger.ts';
import { buildServiceSchema } from './subgraph-schema.ts';

/** What a service says of its API. */
export interface SubgraphDefinition<Context extends RequestContext> {
  readonly name: ServiceName;
  /** The service's schema.graphql; the shared schema is put in front of it. */
  readonly typeDefs: string;
  /** A resolver map, `__resolveReference` included. */
  readonly resolvers: object;
  /** Builds a request's context: loaders are made here, anew for each request. */
  readonly createContext: (request: RequestContext) => Context;
  readonly logger: Logger;
  readonly limits?: OperationLimits;
  /** `graphql-js` compiles nothing: to compare with, and to rule our own executor out. */
  readonly executor?: 'compiled' | 'graphql-js';
}

/** One operation whose document was parsed and validated before. */
interface PreparedOperation extends Omit<SubgraphRequest, 'query'> {
  readonly document: DocumentNode;
}

/** A service's API, ready to run. */
export interface Subgraph extends SubgraphExecutor {
  readonly name: ServiceName;
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  /** How its operations were run since the start. */
  executions(): readonly ExecutionCount[];
}

/** Builds a subgraph from SDL and resolvers. One executor serves HTTP and in-process callers alike. */
export function createSubgraph<Context extends RequestContext>(definition: SubgraphDefinition<Context>): Subgraph {
  const { name, logger, limits = DEFAULT_OPERATION_LIMITS } = definition;
  const schema = buildServiceSchema(definition.typeDefs, definition.resolvers);
  const prepare = createDocumentCache(schema, limits);

  const counts = createExecutionCounts();
  const run = createOperationExecutor({
    schema,
    logger,
    observe: counts.add,
    ...(definition.executor === undefined ? {} : { executor: definition.executor }),
  });

  const executePrepared = async (operation: PreparedOperation): Promise<ExecutionResult> => {
    const { caller, deadline, trace, document, operationName = null, variables = {} } = operation;
    const requestLogger = createRequestLogger(logger, trace);
    const contextValue = definition.createContext({ caller, deadline, trace, logger: requestLogger });
    const work = run({ document, operationName, variables }, contextValue);
    const result = work instanceof Promise ? await withinDeadline(work, deadline) : work;
    if (!result.errors) return result;
    return { ...result, errors: result.errors.map((error) => toPublicError(error, requestLogger)) };
  };

  return {
    name,
    schema,
    limits,
    executions: counts.read,
    execute: async (request) => {
      const prepared = prepare(request.query);
      if (!prepared.ok) return { errors: prepared.errors };
      return executePrepared({ ...request, document: prepared.document });
    },
  };
}

/** Waits at most until the deadline. What runs on is not cancelled: a write on its way must reach its end. */
function withinDeadline(work: Promise<ExecutionResult>, deadline: Deadline): Promise<ExecutionResult> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve({ data: null, errors: [deadlineError()] }), coarse(deadline.remaining()));
    work.then(
      (result) => {
        clearTimeout(timer);
        resolve(result);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}

const GRAIN = 16;

/** Node keeps a list of timers for every duration: few durations are few lists. */
function coarse(milliseconds: number): number {
  return Math.ceil(milliseconds / GRAIN) * GRAIN;
}

function deadlineError(): GraphQLError {
  const cause = new HiregraphError(
    'DEADLINE_EXCEEDED',
    'The answer was not ready in time. Ask for less, or try again.',
  );
  return new GraphQLError(cause.message, { originalError: cause });
}
