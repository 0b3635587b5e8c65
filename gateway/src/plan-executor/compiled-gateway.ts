import type { ApolloGateway } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { Logger } from '@hiregraph/kernel';
import { buildASTSchema, type ExecutionResult, parse } from 'graphql';
import { createAskSubgraph } from './ask-subgraph.ts';
import { type BoundedCache, createBoundedCache } from './bounded-cache.ts';
import { compileOperation, estimateBytes, type PreparedOperation } from './prepared-operation.ts';
import type { DidResolveQueryPlan, ResolvedPlan, StockRequest } from './read-apollo-plan.ts';
import { createTypeMatcher, type TypeMatcher } from './type-matcher.ts';
import type { RunDeadline } from './within-deadline.ts';

/** What Apollo Server asks of its `gateway` option, and no more of ApolloGateway than that. */
export type CompiledGateway = ApolloServerOptionsWithGateway<never>['gateway'];

export interface CompiledGatewayOptions {
  /** Opens the stock gateway, which plans. The hook must reach it as `experimental_didResolveQueryPlan`. */
  readonly open: (didResolveQueryPlan: DidResolveQueryPlan) => ApolloGateway;
  /** When the operation with this context has to be answered. */
  readonly deadlineOf: (context: unknown) => Pick<RunDeadline, 'remaining'>;
  /** Told of each operation how it was run; with `stock`, why. */
  readonly observe: (path: 'compiled' | 'stock', reason: string) => void;
  readonly logger: Logger;
  /** `stock`: nothing is compiled. */
  readonly executor?: 'compiled' | 'stock';
  /** Bytes that compiled plans may take, as estimated from their documents. */
  readonly maxBytes?: number;
  readonly after?: RunDeadline['after'];
}

const DEFAULT_MAX_BYTES = 64 * 1_048_576;

/** What is known of an operation: its plan at the first sight, at the second what was made of it. */
type Known =
  | { readonly state: 'seen'; readonly resolved: ResolvedPlan; readonly bytes: number }
  | { readonly state: 'compiled'; readonly prepared: PreparedOperation }
  | { readonly state: 'unsupported'; readonly reason: string };

const afterTimeout: RunDeadline['after'] = (milliseconds, work) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * A gateway for Apollo Server in which the stock one plans, and runs an operation at its first sight; its second and
 * all later ones run compiled. What is not supported stays on the stock path, and `observe` is told why.
 */
export function createCompiledGateway(options: CompiledGatewayOptions): CompiledGateway {
  const cache: BoundedCache<Known> = createBoundedCache(options.maxBytes ?? DEFAULT_MAX_BYTES);
  const state: State = { matches: () => false, hookCalls: 0, hasWarned: false };
  const stock = options.open(({ requestContext, queryPlan, operationContext, serviceMap }) => {
    state.hookCalls += 1;
    const key = keyOf(requestContext);
    if (cache.get(key) !== undefined) return;
    const resolved = { queryPlan, operationContext, serviceMap };
    const bytes = estimateBytes(requestContext.source, resolved);
    cache.set(key, { state: 'seen', resolved, bytes }, bytes);
  });
  stock.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => {
    cache.clear();
    state.matches = createTypeMatcher(buildASTSchema(parse(coreSupergraphSdl), { assumeValidSDL: true }));
  });
  const execute = createExecutor(options, cache, state, stock);
  return {
    load: async (loading) => {
      await stock.load(loading);
      return { executor: execute as ApolloGateway['executor'] };
    },
    onSchemaLoadOrUpdate: (listener) => stock.onSchemaLoadOrUpdate(listener),
    stop: () => stock.stop(),
  };
}

interface State {
  matches: TypeMatcher;
  hookCalls: number;
  hasWarned: boolean;
}

type Execute = (request: StockRequest) => Promise<ExecutionResult> | ExecutionResult;

function createExecutor(
  { observe, logger, deadlineOf, executor = 'compiled', after = afterTimeout }: CompiledGatewayOptions,
  cache: BoundedCache<Known>,
  state: State,
  stock: ApolloGateway,
): Execute {
  const runStock = async (request: StockRequest, reason: string): Promise<ExecutionResult> => {
    observe('stock', reason);
    const callsBefore = state.hookCalls;
    const result = await stock.executor(request);
    if (result.data !== undefined && state.hookCalls === callsBefore && !state.hasWarned) {
      state.hasWarned = true;
      logger.warn(
        { hook: 'experimental_didResolveQueryPlan' },
        'The gateway does not hand over its query plans; all operations run on the stock path, several times slower. ' +
          'Use a version of @apollo/gateway that calls this hook, such as the one in package.json.',
      );
    }
    return result;
  };

  const lookUp = (key: string): Known | null => {
    const known = cache.get(key);
    if (known?.state !== 'seen') return known ?? null;
    const compiled = compileOperation(known.resolved, state.matches);
    const next: Known =
      'reason' in compiled ? { state: 'unsupported', ...compiled } : { state: 'compiled', prepared: compiled };
    if ('cause' in compiled) {
      logger.error({ error: String(compiled.cause) }, 'A query plan could not be compiled; it runs on the stock path');
    }
    cache.set(key, next, known.bytes);
    return next;
  };

  return (request) => {
    if (executor === 'stock') return runStock(request, 'forced');
    if (request.metrics.captureTraces === true) return runStock(request, 'tracing');
    const known = lookUp(keyOf(request));
    if (known === null) return runStock(request, 'first-sight');
    if (known.state !== 'compiled')
      return runStock(request, known.state === 'unsupported' ? known.reason : known.state);
    const { checkVariables, plan, services } = known.prepared;
    const variables = request.request.variables ?? {};
    const errors = checkVariables(variables);
    if (errors.length > 0) {
      observe('compiled', 'invalid-variables');
      return { errors };
    }
    const conditions = plan.readConditions(variables);
    if (conditions === null) return runStock(request, 'condition-not-boolean');
    observe('compiled', '');
    return plan.execute({
      variables,
      conditions,
      ask: createAskSubgraph(services, request),
      deadline: { remaining: () => deadlineOf(request.context).remaining(), after },
    });
  };
}

/** One document may hold several operations. */
function keyOf({ queryHash, request }: StockRequest): string {
  return request.operationName ? `${queryHash} ${request.operationName}` : queryHash;
}
