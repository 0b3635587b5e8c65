import {
  type Deadline,
  DEADLINE_CAPS,
  HiregraphError,
  type ServiceCaller,
  type ServiceName,
  UpstreamUnavailableError,
} from '@hiregraph/kernel';
import type { ExecutionResult } from 'graphql';
import { request } from 'undici';
import { INTERNAL_HEADERS, type InternalIdentity } from './internal-identity.ts';
import type { OwnerClient, OwnerQuestion, SubgraphExecutor } from './request.ts';

function callerOf(question: OwnerQuestion): ServiceCaller {
  return { kind: 'service', tenantId: question.tenantId, service: question.from };
}

function dataOf<Data>(owner: ServiceName, result: ExecutionResult): Data {
  if (result.errors?.length || result.data === undefined || result.data === null) {
    throw new UpstreamUnavailableError(owner, result.errors?.[0]);
  }
  // The question and its type stand beside each other at the caller; the owner validated the question.
  return result.data as Data;
}

/** @param executorOf finds a subgraph of this process; called late, since services are built before all of them exist */
export function createInProcessOwnerClient(executorOf: (owner: ServiceName) => SubgraphExecutor): OwnerClient {
  return {
    ask: async (owner, question) => {
      const result = await executorOf(owner).execute({
        query: question.query,
        variables: question.variables,
        caller: callerOf(question),
        deadline: question.deadline.narrow(DEADLINE_CAPS.subgraph),
        trace: question.trace,
      });
      return dataOf(owner, result);
    },
  };
}

/** @param urls the GraphQL endpoints of the other services */
export function createHttpOwnerClient(
  urls: Readonly<Partial<Record<ServiceName, string>>>,
  identity: InternalIdentity,
): OwnerClient {
  return {
    ask: async (owner, question) => {
      const url = urls[owner];
      if (url === undefined)
        throw new HiregraphError('INTERNAL_ERROR', `No address is configured for the ${owner} service.`);
      const deadline = question.deadline.narrow(DEADLINE_CAPS.subgraph);
      const body = JSON.stringify({ query: question.query, variables: question.variables });
      const token = await identity.sign(callerOf(question), owner, body);
      const result = await post(url, body, token, question, deadline).catch((error: unknown) => {
        throw new UpstreamUnavailableError(owner, error);
      });
      return dataOf(owner, result);
    },
  };
}

async function post(
  url: string,
  body: string,
  token: string,
  question: OwnerQuestion,
  deadline: Deadline,
): Promise<ExecutionResult> {
  const response = await request(url, {
    method: 'POST',
    body,
    signal: AbortSignal.timeout(Math.max(1, deadline.remaining())),
    headers: {
      'content-type': 'application/json',
      [INTERNAL_HEADERS.identity]: token,
      [INTERNAL_HEADERS.deadline]: String(deadline.remaining()),
      [INTERNAL_HEADERS.correlation]: question.trace.correlationId,
      ...(question.trace.traceparent === undefined
        ? {}
        : { [INTERNAL_HEADERS.traceparent]: question.trace.traceparent }),
    },
  });
  return (await response.body.json()) as ExecutionResult;
}
