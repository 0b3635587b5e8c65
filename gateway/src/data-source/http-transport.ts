import { DEADLINE_CAPS } from '@hiregraph/kernel';
import { INTERNAL_HEADERS, type InternalIdentity } from '@hiregraph/subgraph';
import type { ExecutionResult } from 'graphql';
import { Pool } from 'undici';
import { FetchCancelledError } from './cancellation.ts';
import { type ExchangeAnswer, postThrough, UnansweredExchangeError } from './http-exchange.ts';
import { notePlainness } from './plain-answer.ts';
import { isQuery, type SubgraphFetch, type SubgraphTransport } from './subgraph-transport.ts';

export interface HttpTransportOptions {
  /** The subgraph's GraphQL endpoint. */
  readonly url: string;
  /** Its name, to which the internal identity is addressed. */
  readonly subgraph: string;
  readonly identity: InternalIdentity;
  /** Bytes of an answer at most. */
  readonly maxAnswerBytes?: number;
  /** Fetches that are under way or wait for a connection at most; past them one fails at once. */
  readonly maxFetches?: number;
  /** Milliseconds past its deadline in which a subgraph may still say that it missed it. */
  readonly patience?: number;
}

const DEFAULT_MAX_ANSWER = 16 * 1_048_576;
const DEFAULT_MAX_FETCHES = 2_000;
const CONNECTIONS = 64;
/** Longest time to hear a subgraph's socket accept, in milliseconds. */
const CONNECT_TIMEOUT = 1_000;
const MAX_PRINTED = 2_000;
/** Less than what the gateway keeps back for itself, more than the grain of a subgraph's timers. */
const DEFAULT_PATIENCE = 40;

/**
 * HTTP/1.1 with keep-alive and no pipelining, by undici's dispatch. The deadline, and the caller's hanging up, end a
 * fetch that hangs. A query that was put on a connection which its subgraph had just closed is sent once more; a
 * mutation never is.
 */
export function createHttpTransport(options: HttpTransportOptions): SubgraphTransport {
  const { subgraph, identity, maxAnswerBytes = DEFAULT_MAX_ANSWER, maxFetches = DEFAULT_MAX_FETCHES } = options;
  const { patience = DEFAULT_PATIENCE } = options;
  const { origin, pathname } = new URL(options.url);
  const pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1, connectTimeout: CONNECT_TIMEOUT });
  const printQuery = createPrinter();
  let fetches = 0;

  const post = async (fetch: SubgraphFetch, body: Buffer, signed: string): Promise<ExchangeAnswer> => {
    const cancellation = isQuery(fetch) ? fetch.cancellation : undefined;
    if (cancellation?.isCancelled) throw new FetchCancelledError();
    const milliseconds = fetch.deadline.narrow(DEADLINE_CAPS.subgraph).remaining();
    if (milliseconds <= 0) throw new Error('No time remains to ask.');
    return postThrough(pool, {
      path: pathname,
      headers: headersOf(fetch, signed, milliseconds),
      body,
      milliseconds: milliseconds + patience,
      maxAnswerBytes,
      cancellation,
    });
  };
  const ask = async (fetch: SubgraphFetch): Promise<ExecutionResult> => {
    const body = Buffer.from(bodyOf(fetch, printQuery));
    const signed = await identity.sign(fetch.caller, subgraph, body);
    try {
      return resultOf(await post(fetch, body, signed));
    } catch (error) {
      if (!(error instanceof UnansweredExchangeError) || !isQuery(fetch)) throw error;
      return resultOf(await post(fetch, body, signed));
    }
  };
  return {
    fetch: async (fetch) => {
      if (fetches >= maxFetches) throw new Error(`${fetches} fetches are under way; no more are begun.`);
      fetches += 1;
      try {
        return await ask(fetch);
      } finally {
        fetches -= 1;
      }
    },
    close: () => pool.close(),
  };
}

function bodyOf({ query, operationName, variables }: SubgraphFetch, print: (query: string) => string): string {
  const name = operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
  const values = variables === undefined ? '' : `,"variables":${JSON.stringify(variables)}`;
  return `{"query":${print(query)}${name}${values}}`;
}

/** A plan's documents are the same again and again: as JSON texts they are made once. */
function createPrinter(): (query: string) => string {
  const printed = new Map<string, string>();
  return (query) => {
    const known = printed.get(query);
    if (known !== undefined) return known;
    const text = JSON.stringify(query);
    if (printed.size >= MAX_PRINTED) printed.clear();
    printed.set(query, text);
    return text;
  };
}

function headersOf({ trace }: SubgraphFetch, signed: string, milliseconds: number): string[] {
  const headers = [
    'content-type',
    'application/json',
    INTERNAL_HEADERS.identity,
    signed,
    INTERNAL_HEADERS.deadline,
    String(milliseconds),
    INTERNAL_HEADERS.correlation,
    trace.correlationId,
    INTERNAL_HEADERS.causation,
    trace.causationId,
  ];
  if (trace.traceparent !== undefined) headers.push(INTERNAL_HEADERS.traceparent, trace.traceparent);
  return headers;
}

function resultOf({ status, text }: ExchangeAnswer): ExecutionResult {
  if (status >= 500) throw new Error(`The subgraph answered with HTTP ${status}.`);
  const answer = parse(text, status);
  const isResult = typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer);
  if (!isResult) throw new Error(`The subgraph answered with HTTP ${status} and no GraphQL result.`);
  const result = answer as ExecutionResult;
  notePlainness(result, text);
  return result;
}

/** The parser's own message would quote what a subgraph said of somebody. */
function parse(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`The subgraph answered with HTTP ${status} and something that is no JSON.`);
  }
}
