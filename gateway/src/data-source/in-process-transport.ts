import { DEADLINE_CAPS } from '@hiregraph/kernel';
import type { SubgraphExecutor } from '@hiregraph/subgraph';
import type { SubgraphTransport } from './subgraph-transport.ts';

/** No wire: the subgraph's executor is called with the same identity, deadline and limits as over HTTP. */
export function createInProcessTransport(executor: SubgraphExecutor): SubgraphTransport {
  return {
    fetch: (request) => executor.execute({ ...request, deadline: request.deadline.narrow(DEADLINE_CAPS.subgraph) }),
    close: () => Promise.resolve(),
  };
}
