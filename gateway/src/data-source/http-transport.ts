import { DEADLINE_CAPS } from '@hiregraph/kernel';
import { INTERNAL_HEADERS, type InternalIdentity } from '@hiregraph/subgraph';
import type { ExecutionResult } from 'graphql';
import { Pool } from 'undici';
import type { SubgraphFetch, SubgraphTransport } from './subgraph-transport.ts';

export interface HttpTransportOptions {
  /** The subgraph's GraphQL endpoint. */
  readonly url: string;
  /** Its name, to which the internal identity is addressed. */
  readonly subgraph: string;
  readonly identity: InternalIdentity;
  /** Bytes of an answer at most. */
  readonly maxAnswerBytes?: number;
}

const DEFAULT_MAX_ANSWER = 16 * 1_048_576;
const CONNECTIONS = 64;

/** HTTP/1.1 with keep-alive, no pipelining; the deadline ends a fetch that hangs. */
export function createHttpTransport(options: HttpTransportOptions): SubgraphTransport {
  const { origin, pathname } = new URL(options.url);
  const pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1, connectTimeout: 1_000 });
  const maxAnswerBytes = options.maxAnswerBytes ?? DEFAULT_MAX_ANSWER;
  return {
    fetch: async (fetch) => {
      const deadline = fetch.deadline.narrow(DEADLINE_CAPS.subgraph);
      const body = JSON.stringify({
        query: fetch.query,
        operationName: fetch.operationName,
        variables: fetch.variables,
      });
      const response = await pool.request({
        method: 'POST',
        path: pathname,
        body,
        signal: AbortSignal.timeout(Math.max(1, deadline.remaining())),
        headers: {
          'content-type': 'application/json',
          [INTERNAL_HEADERS.identity]: await options.identity.sign(fetch.caller, options.subgraph, body),
          [INTERNAL_HEADERS.deadline]: String(deadline.remaining()),
          ...traceHeaders(fetch),
        },
      });
      return parseAnswer(await readBounded(response.body, maxAnswerBytes), response.statusCode);
    },
    close: () => pool.close(),
  };
}

function traceHeaders({ trace }: SubgraphFetch): Record<string, string> {
  return {
    [INTERNAL_HEADERS.correlation]: trace.correlationId,
    [INTERNAL_HEADERS.causation]: trace.causationId,
    ...(trace.traceparent === undefined ? {} : { [INTERNAL_HEADERS.traceparent]: trace.traceparent }),
  };
}

async function readBounded(body: AsyncIterable<Buffer>, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) throw new Error(`The subgraph's answer is larger than ${limit} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseAnswer(text: string, status: number): ExecutionResult {
  const answer: unknown = JSON.parse(text);
  const isResult = typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer);
  if (!isResult || status >= 500) throw new Error(`The subgraph answered with HTTP ${status} and no GraphQL result.`);
  return answer as ExecutionResult;
}
