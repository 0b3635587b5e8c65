import type { ServiceMap } from '@apollo/gateway';
import type { ExecutionResult } from 'graphql';
import type { StockRequest } from './read-apollo-plan.ts';
import type { AskSubgraph } from './run.ts';

type SourceOptions = Parameters<ServiceMap[string]['process']>[0];

/** The member of Apollo's enum, which it does not export. */
const INCOMING_OPERATION = 'incoming operation';

/** Asks the data sources that the stock executor asks, in the same way, for one incoming request. */
export function createAskSubgraph(services: ServiceMap, incoming: StockRequest): AskSubgraph {
  return (subgraph, { document, operationName, variables }) => {
    const service = services[subgraph];
    if (service === undefined) throw new Error(`Couldn't find service with name "${subgraph}"`);
    // Apollo's type does not say that its own executor passes an operation name of undefined.
    const request = { query: document, variables, operationName } as SourceOptions['request'];
    const options = { kind: INCOMING_OPERATION, request, incomingRequestContext: incoming, context: incoming.context };
    return service.process(options as unknown as SourceOptions) as Promise<ExecutionResult>;
  };
}
