import { DEADLINE_CAPS } from '@hiregraph/kernel';
import type { SubgraphExecutor } from '@hiregraph/subgraph';
import { FetchCancelledError } from './cancellation.ts';
import { isQuery, type SubgraphTransport } from './subgraph-transport.ts';

/**
 * No wire: the subgraph's executor is called with the same identity, deadline and limits as over HTTP. What it answers
 * may be shared with it and is only read. Nothing is left to be cancelled once it runs.
 */
export function createInProcessTransport(executor: SubgraphExecutor): SubgraphTransport {
  return {
    fetch: (fetch) => {
      const { query, operationName, variables, caller, trace } = fetch;
      if (fetch.cancellation?.isCancelled && isQuery(fetch)) return Promise.reject(new FetchCancelledError());
      const deadline = fetch.deadline.narrow(DEADLINE_CAPS.subgraph);
      if (deadline.remaining() <= 0) return Promise.reject(new Error('No time remains to ask.'));
      return executor.execute({ query, operationName, variables, caller, trace, deadline });
    },
    close: () => Promise.resolve(),
  };
}
