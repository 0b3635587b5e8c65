import type { ApolloGateway } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { type BoundedCache, createBoundedCache, type Logger } from '@hiregraph/kernel';
import { buildASTSchema, type ExecutionResult, parse } from 'graphql';
import { createAskSubgraph } from './ask-subgraph.ts';
import type { PlanRequest } from './compile-plan.ts';
import { compileOperation, estimateBytes, type PreparedOperation } from './prepared-operation.ts';
import type { DidResolveQueryPlan, ResolvedPlan, StockRequest } from './read-apollo-plan.ts';
import { toExecutionResult } from './text-data.ts';
import { createTypeMatcher, type TypeMatcher } from './type-matcher.ts';
import type { RunDeadline } from './within-deadline.ts';

/** What Apollo Server asks of its `gateway` option, and no more of ApolloGateway than that. */
export interface CompiledGateway extends ApolloGatewayOption {
  /** What was compiled of an operation, or why it is not to be run that way. */
  find(source: string, operationName: string | undefined): PreparedOperation | Uncompiled;
}
type ApolloGatewayOption = ApolloServerOptionsWithGateway<never>['gateway'];

/** A reason, as a label of a metric. */
export interface Uncompiled {
  readonly reason: string;
}

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

const FIRST_SIGHT: Uncompiled = { reason: 'first-sight' };
const UNKNOWN_NAME: Uncompiled = { reason: 'operation-name' };

/** By the clock. */
export const afterTimeout: RunDeadline['after'] = (milliseconds, work) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * A gateway for Apollo Server in which the stock one plans, and runs an operation at its first sight; its second and
 * all later ones run compiled. What is not supported stays on the stock path, and `observe` is told why. Data of a
 * compiled one are JSON text, which only `printResult` can read: whoever serves them has to print with it.
 */
export function createCompiledGateway(options: CompiledGatewayOptions): CompiledGateway {
  const cache: BoundedCache<string, Known> = createBoundedCache(options.maxBytes ?? DEFAULT_MAX_BYTES);
  const state: State = { matches: () => false, hookCalls: 0, hasWarned: false };
  const stock = options.open(({ requestContext, queryPlan, operationContext, serviceMap }) => {
    state.hookCalls += 1;
    const key = keyOf(requestContext.source, requestContext.request.operationName);
    if (key === null || cache.get(key) !== undefined) return;
    const resolved = { queryPlan, operationContext, serviceMap };
    const bytes = estimateBytes(requestContext.source, resolved);
    cache.set(key, { state: 'seen', resolved, bytes }, bytes);
  });
  stock.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => {
    cache.clear();
    state.matches = createTypeMatcher(buildASTSchema(parse(coreSupergraphSdl), { assumeValidSDL: true }));
  });
  const find = createFinder(options, cache, state);
  const execute = createExecutor(options, find, state, stock);
  return {
    load: async (loading) => {
      await stock.load(loading);
      return { executor: execute as ApolloGateway['executor'] };
    },
    onSchemaLoadOrUpdate: (listener) => stock.onSchemaLoadOrUpdate(listener),
    stop: () => stock.stop(),
    find,
  };
}

interface State {
  matches: TypeMatcher;
  hookCalls: number;
  hasWarned: boolean;
}

function createFinder(
  { executor = 'compiled', logger }: CompiledGatewayOptions,
  cache: BoundedCache<string, Known>,
  state: State,
): CompiledGateway['find'] {
  const compile = (key: string, { resolved, bytes }: Extract<Known, { state: 'seen' }>): Known => {
    const compiled = compileOperation(resolved, state.matches);
    const next: Known =
      'reason' in compiled ? { state: 'unsupported', ...compiled } : { state: 'compiled', prepared: compiled };
    if ('cause' in compiled) {
      logger.error({ error: String(compiled.cause) }, 'A query plan could not be compiled; it runs on the stock path');
    }
    cache.set(key, next, bytes);
    return next;
  };
  return (source, operationName) => {
    if (executor === 'stock') return { reason: 'forced' };
    const key = keyOf(source, operationName);
    if (key === null) return UNKNOWN_NAME;
    let known = cache.get(key);
    if (known === undefined) return FIRST_SIGHT;
    if (known.state === 'seen') known = compile(key, known);
    if (known.state === 'compiled') return known.prepared;
    return known.state === 'unsupported' ? known : FIRST_SIGHT;
  };
}

type Execute = (request: StockRequest) => Promise<ExecutionResult> | ExecutionResult;

function createExecutor(
  { observe, logger, deadlineOf, after = afterTimeout }: CompiledGatewayOptions,
  find: CompiledGateway['find'],
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

  return (request) => {
    if (request.metrics.captureTraces === true) return runStock(request, 'tracing');
    const prepared = find(request.source, request.request.operationName);
    if ('reason' in prepared) return runStock(request, prepared.reason);
    const { checkVariables, plan, services } = prepared;
    const variables = request.request.variables ?? {};
    const errors = checkVariables(variables);
    if (errors.length > 0) {
      observe('compiled', 'invalid-variables');
      return { errors };
    }
    const conditions = plan.readConditions(variables);
    if (conditions === null) return runStock(request, 'condition-not-boolean');
    observe('compiled', '');
    const asked: PlanRequest = {
      variables,
      conditions,
      ask: createAskSubgraph(services, request),
      deadline: { remaining: () => deadlineOf(request.context).remaining(), after },
    };
    const answered = plan.execute(asked);
    return answered instanceof Promise ? answered.then(toExecutionResult) : toExecutionResult(answered);
  };
}

const NAME = /^[_A-Za-z]\w*$/u;

/**
 * One document may hold several operations. No document begins with a name and NUL, so no two keys are alike.
 * @returns null for what can be no operation's name
 */
function keyOf(source: string, operationName: string | undefined): string | null {
  if (operationName === undefined) return source;
  return NAME.test(operationName) ? `${operationName}\u0000${source}` : null;
}
