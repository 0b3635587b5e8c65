import type { Caller, Deadline, Trace } from '@hiregraph/kernel';
import type { ExecutionResult } from 'graphql';
import type { Cancellation } from './cancellation.ts';

/** One fetch of a query plan. */
export interface SubgraphFetch {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly caller: Caller;
  readonly deadline: Deadline;
  readonly trace: Trace;
  /** Heeded for queries only: a write on its way is never cancelled. */
  readonly cancellation?: Cancellation | undefined;
}

/**
 * The way to one subgraph: over HTTP or in process. A rejection means that the subgraph could not be reached, or with
 * FetchCancelledError that nobody waits any more. What it answers is only read.
 */
export interface SubgraphTransport {
  fetch(request: SubgraphFetch): Promise<ExecutionResult>;
  close(): Promise<void>;
}

/** The planner prints the operation first. What does not say that it is a query might write. */
export function isQuery({ query }: Pick<SubgraphFetch, 'query'>): boolean {
  return query.startsWith('query') || query.startsWith('{');
}
