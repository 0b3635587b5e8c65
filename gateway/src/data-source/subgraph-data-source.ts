import type { GraphQLDataSource } from '@apollo/gateway';
import type { Logger } from '@hiregraph/kernel';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { GatewayContext } from '../request-context.ts';
import type { Breaker } from './breaker.ts';
import { FetchCancelledError } from './cancellation.ts';
import type { SubgraphFetch, SubgraphTransport } from './subgraph-transport.ts';

export interface SubgraphDataSourceOptions {
  readonly name: string;
  readonly transport: SubgraphTransport;
  readonly breaker: Breaker;
  readonly logger: Logger;
  /** Told of each fetch: milliseconds and how it ended. */
  readonly observe: (milliseconds: number, outcome: FetchOutcome) => void;
}

export type FetchOutcome = 'ok' | 'failed' | 'refused' | 'cancelled';

/** What a plan asks of a subgraph, without who asks. */
export type SubgraphQuery = Pick<SubgraphFetch, 'query' | 'operationName' | 'variables'>;

export interface SubgraphDataSource extends GraphQLDataSource<GatewayContext> {
  /** The same as `process`, for those who need none of Apollo's wrapping. Never rejects. */
  ask(question: SubgraphQuery, context: GatewayContext): Promise<ExecutionResult>;
}

/**
 * A query plan's way to a subgraph. A subgraph that hangs or is gone costs its own fields only: the fetch answers null
 * with SUBGRAPH_UNAVAILABLE, and behind an open breaker it does so at once.
 */
export function createSubgraphDataSource(options: SubgraphDataSourceOptions): SubgraphDataSource {
  const { name, transport, breaker, logger, observe } = options;
  const failed = (error: unknown, milliseconds: number): ExecutionResult => {
    if (error instanceof FetchCancelledError) {
      breaker.abandoned();
      observe(milliseconds, 'cancelled');
      return unavailable(name);
    }
    breaker.failed();
    observe(milliseconds, 'failed');
    logger.warn({ subgraph: name, error: String(error) }, 'A subgraph did not answer');
    return unavailable(name);
  };
  const ask: SubgraphDataSource['ask'] = async ({ query, operationName, variables }, context) => {
    if (!breaker.allows()) {
      observe(0, 'refused');
      return unavailable(name);
    }
    const { caller, deadline, trace, cancellation } = context;
    const start = performance.now();
    try {
      const result = await transport.fetch({ query, operationName, variables, caller, deadline, trace, cancellation });
      breaker.succeeded();
      observe(performance.now() - start, 'ok');
      return result;
    } catch (error) {
      return failed(error, performance.now() - start);
    }
  };
  return {
    ask,
    process: async ({ request: { query = '', operationName, variables }, context }) => {
      const question = { query, operationName: operationName ?? undefined, variables };
      return (await ask(question, context as GatewayContext)) as object;
    },
  };
}

function unavailable(name: string): ExecutionResult {
  return {
    data: null,
    errors: [
      new GraphQLError(`The ${name} service is not available just now; its fields are null. Try again in a moment.`, {
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: name },
      }),
    ],
  };
}
