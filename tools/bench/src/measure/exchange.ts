import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Arm } from '../arms.ts';
import type { Company } from '../company.ts';
import { type ClientRequest, OPERATIONS } from '../operations.ts';

/** A request as it goes over the wire, and the answer that must come back. */
export interface Exchange {
  readonly body: string;
  readonly expected: string;
}

/** By operation; in each the rotating ids in order. */
export type Exchanges = Readonly<Record<string, readonly Exchange[]>>;

/** A gateway runs an operation in its own way from its second sight on at the latest. */
const SIGHTS = 3;
export const ACCEPT = 'application/json';

/** Who listens while an arm is asked. */
export interface AskOptions {
  readonly beforeAsking: () => Promise<void>;
  /** Called after each first answer, while nothing else is under way. */
  readonly onAnswer: (exchange: Exchange) => Promise<void>;
}

export interface Asking {
  readonly company: Company;
  readonly tokens: readonly string[];
  /** The operations' names. */
  readonly operations: readonly string[];
  readonly listeners: AskOptions | undefined;
}

/**
 * Asks an arm everything once and again, so that what is timed later has been looked at.
 * @throws Error when it answers with errors, or not always the same
 */
export async function askEverything(arm: Arm, url: string, asking: Asking): Promise<Exchanges> {
  const { company, tokens, operations, listeners } = asking;
  const exchanges: Record<string, readonly Exchange[]> = {};
  // Writes first: what is read later then stays as it is.
  for (const operation of OPERATIONS.filter(({ name }) => operations.includes(name)).toReversed()) {
    const answered: Exchange[] = [];
    for (const request of operation.requests(company)) {
      answered.push(await askRepeatedly(arm, url, request, tokens[0] ?? '', listeners));
    }
    exchanges[operation.name] = answered;
  }
  return exchanges;
}

async function askRepeatedly(
  arm: Arm,
  url: string,
  request: ClientRequest,
  token: string,
  listeners: AskOptions | undefined,
): Promise<Exchange> {
  const ask = (body: string): Promise<string> => post(url, body, token, arm.accept ?? ACCEPT);
  if (arm.isPersisted) await ask(JSON.stringify({ ...request, ...namedByHash(request) }));
  const { variables } = request;
  const body = JSON.stringify(arm.isPersisted ? { ...namedByHash(request), variables } : request);
  await listeners?.beforeAsking();
  const exchange = { body, expected: await ask(body) };
  await listeners?.onAnswer(exchange);
  refuseErrors(arm, exchange);
  for (let sight = 1; sight < SIGHTS; sight++) {
    const again = await ask(body);
    if (again !== exchange.expected) throw different(arm, 'the same question', exchange.expected, again);
  }
  return exchange;
}

/** @see https://www.apollographql.com/docs/apollo-server/performance/apq */
function namedByHash({ query }: ClientRequest): object {
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  return { extensions: { persistedQuery: { version: 1, sha256Hash } } };
}

async function post(url: string, body: string, token: string, accept: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', accept, authorization: `Bearer ${token}` },
  });
  return response.text();
}

function refuseErrors({ name }: Arm, { body, expected }: Exchange): void {
  const answer = parsed(expected) as { data?: object | null; errors?: unknown };
  if (answer.errors !== undefined || answer.data == null) {
    throw new Error(`${name} could not answer: ${expected.slice(0, 1_000)}\n${body.slice(0, 300)}`);
  }
}

/**
 * Compares byte for byte; only the line feed that some servers end an answer with does not count.
 * @throws Error with the first difference
 */
export function compareAnswers(arm: Arm, exchanges: Exchanges, reference: Exchanges): void {
  for (const [operation, expected] of Object.entries(reference)) {
    for (const [index, { expected: text }] of expected.entries()) {
      const own = exchanges[operation]?.[index]?.expected ?? '';
      if (own.trimEnd() !== text.trimEnd()) throw different(arm, operation, text, own);
    }
  }
}

function different(arm: Arm, operation: string, expected: string, own: string): Error {
  const at = [...expected].findIndex((character, index) => character !== own[index]);
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 60);
  const order = isDeepStrictEqual(parsed(expected), parsed(own)) ? ' (the order of the fields alone)' : '';
  return new Error(
    `${arm.name} answers ${operation} differently${order}, from character ${at} on:\n  ${around(expected)}\n  ${around(own)}`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
