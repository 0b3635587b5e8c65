import { randomUUID } from 'node:crypto';
import {
  ANONYMOUS,
  type Caller,
  type Clock,
  createDeadline,
  DEADLINE_CAPS,
  type Deadline,
  type Trace,
  UnauthenticatedError,
} from '@hiregraph/kernel';
import type { TokenVerifier } from './authentication/token-verifier.ts';
import type { Cancellation } from './data-source/cancellation.ts';

/** What travels with one operation through the gateway. */
export interface GatewayContext {
  readonly caller: Caller;
  readonly deadline: Deadline;
  readonly trace: Trace;
  /** Cancelled when the caller hangs up. */
  readonly cancellation?: Cancellation | undefined;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const CORRELATION_ID = /^[\w.:-]{1,128}$/u;
const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/u;

function single(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** @throws UnauthenticatedError when there is an Authorization header that is not `Bearer <token>` */
export function bearerTokenOf(headers: Headers): string | null {
  const header = single(headers, 'authorization');
  if (header === undefined || header === '') return null;
  const [scheme, token, ...rest] = header.split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || token === undefined || token === '' || rest.length > 0) {
    throw new UnauthenticatedError('The Authorization header must read "Bearer <token>", or be left out.');
  }
  return token;
}

/**
 * Who asks is decided here from the token alone: identity headers from outside are never read, nor passed on.
 */
export async function gatewayContextOf(
  headers: Headers,
  verifier: TokenVerifier,
  clock: Clock,
  cancellation?: Cancellation,
): Promise<GatewayContext> {
  const token = bearerTokenOf(headers);
  const caller = token === null ? ANONYMOUS : await verifier.verify(token);
  const correlation = single(headers, 'x-correlation-id');
  const traceparent = single(headers, 'traceparent');
  const correlationId = correlation !== undefined && CORRELATION_ID.test(correlation) ? correlation : randomUUID();
  return {
    caller,
    deadline: createDeadline(clock, DEADLINE_CAPS.gateway),
    cancellation,
    trace: {
      correlationId,
      causationId: correlationId,
      ...(traceparent !== undefined && TRACEPARENT.test(traceparent) ? { traceparent } : {}),
    },
  };
}
