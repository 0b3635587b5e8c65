import type { GraphQLDataSource } from '@apollo/gateway';
import type { Logger } from '@hiregraph/kernel';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { GatewayContext } from '../request-context.ts';
import type { Breaker } from './breaker.ts';
import type { SubgraphTransport } from './subgraph-transport.ts';

export interface SubgraphDataSourceOptions {
  readonly name: string;
  readonly transport: SubgraphTransport;
  readonly breaker: Breaker;
  readonly logger: Logger;
  /** Told of each fetch: milliseconds and how it ended. */
  readonly observe: (milliseconds: number, outcome: 'ok' | 'failed' | 'refused') => void;
}

/**
 * A query plan's way to a subgraph. A subgraph that hangs or is gone costs its own fields only: the fetch answers null
 * with SUBGRAPH_UNAVAILABLE, and behind an open breaker it does so at once.
 */
export function createSubgraphDataSource(options: SubgraphDataSourceOptions): GraphQLDataSource<GatewayContext> {
  const { name, transport, breaker, logger, observe } = options;
  const attempt = async (work: () => Promise<ExecutionResult>): Promise<ExecutionResult> => {
    const start = performance.now();
    try {
      const result = await work();
      breaker.succeeded();
      observe(performance.now() - start, 'ok');
      return result;
    } catch (error) {
      breaker.failed();
      observe(performance.now() - start, 'failed');
      logger.warn({ subgraph: name, error: String(error) }, 'A subgraph did not answer');
      return unavailable(name);
    }
  };
  return {
    process: async ({ request, context }) => {
      if (!breaker.allows()) {
        observe(0, 'refused');
        return unavailable(name) as object;
      }
      const { caller, deadline, trace } = context as GatewayContext;
      const { query = '', operationName, variables } = request;
      const result = await attempt(() =>
        transport.fetch({ query, operationName: operationName ?? undefined, variables, caller, deadline, trace }),
      );
      return result as object;
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
