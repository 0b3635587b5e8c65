import type { Caller, Deadline, Trace } from '@hiregraph/kernel';
import type { ExecutionResult } from 'graphql';

/** One fetch of a query plan. */
export interface SubgraphFetch {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly caller: Caller;
  readonly deadline: Deadline;
  readonly trace: Trace;
}

/** The way to one subgraph: over HTTP or in process. A rejection means that the subgraph could not be reached. */
export interface SubgraphTransport {
  fetch(request: SubgraphFetch): Promise<ExecutionResult>;
  close(): Promise<void>;
}
