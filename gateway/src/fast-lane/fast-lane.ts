import type { SubgraphDataSource } from '../data-source/subgraph-data-source.ts';
import type { GatewayMetrics } from '../gateway-metrics.ts';
import type { Lane, LaneAnswer, LaneRequest } from '../lane.ts';
import type { TextResult } from '../plan-executor/complete-run.ts';
import { type CompiledGateway, afterTimeout } from '../plan-executor/compiled-gateway.ts';
import type { AskSubgraph } from '../plan-executor/run.ts';
import type { RunDeadline } from '../plan-executor/within-deadline.ts';
import type { GatewayContext } from '../request-context.ts';
import { type AnswerText, answerTextOf, failureTextOf } from './answer-text.ts';
import type { PersistedOperations } from './persisted-operations.ts';
import { createRequestReader, type FastRequest } from './read-request.ts';

export interface FastLaneOptions {
  readonly find: CompiledGateway['find'];
  readonly persisted: PersistedOperations;
  readonly maxCost: number;
  readonly sources: ReadonlyMap<string, SubgraphDataSource>;
  /** The ordinary way, which answers all that is out of the ordinary. */
  readonly ordinary: Lane;
  readonly contextOf: (request: LaneRequest) => Promise<GatewayContext>;
  readonly metrics: Pick<GatewayMetrics, 'observeOperation' | 'observeLane'>;
  readonly observeExecution: (path: 'compiled', reason: string) => void;
  readonly after?: RunDeadline['after'];
}

/**
 * Answers operations that are known and compiled without Apollo Server, which parses, validates and formats anew what
 * is the same each time. It answers only what it can answer alike: where anything is to be refused, said or learned,
 * the ordinary way does it, and a metric counts why.
 */
export function createFastLane(options: FastLaneOptions): Lane {
  const { metrics, ordinary, contextOf } = options;
  const read = createRequestReader(options.find, options.persisted, options.maxCost);
  const answer = async (request: LaneRequest, asked: FastRequest): Promise<LaneAnswer | null> => {
    let context: GatewayContext;
    try {
      context = await contextOf(request);
    } catch {
      metrics.observeLane('ordinary', 'context');
      return ordinary(request);
    }
    metrics.observeLane('fast', '');
    options.observeExecution('compiled', '');
    const start = performance.now();
    const { status, text, headers, errors } = await run(asked, context, options);
    metrics.observeOperation(asked.operation.type, errors, (performance.now() - start) / 1000);
    return { status, text, headers, contentType: asked.contentType };
  };
  return (request) => {
    const asked = read(request);
    if (!('reason' in asked)) return answer(request, asked);
    metrics.observeLane('ordinary', asked.reason);
    return ordinary(request);
  };
}

async function run(
  { operation, variables, conditions }: FastRequest,
  context: GatewayContext,
  { sources, after = afterTimeout }: FastLaneOptions,
): Promise<AnswerText> {
  const deadline = { remaining: () => context.deadline.remaining(), after };
  let result: TextResult;
  try {
    result = await operation.plan.execute({ variables, conditions, ask: askerOf(sources, context), deadline });
  } catch (error) {
    return failureTextOf(error);
  }
  return answerTextOf(result);
}

function askerOf(sources: FastLaneOptions['sources'], context: GatewayContext): AskSubgraph {
  return (subgraph, { document, operationName, variables }) => {
    const source = sources.get(subgraph);
    if (source === undefined) throw new Error(`Couldn't find service with name "${subgraph}"`);
    return source.ask({ query: document, operationName, variables }, context);
  };
}
