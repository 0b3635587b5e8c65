import { type Caller, UnauthenticatedError } from '@hiregraph/kernel';
import type { RequestContext } from '@hiregraph/subgraph';

/** Who asks, until when, and as part of what. */
export type Asking = Pick<RequestContext, 'caller' | 'deadline' | 'trace' | 'logger'>;

/** @throws UnauthenticatedError for callers who belong to no tenant */
export function tenantOf(caller: Caller): string {
  if (caller.kind === 'anonymous') throw new UnauthenticatedError('This needs a token. Sign in and send one.');
  return caller.tenantId;
}

/** The user behind the request; null for candidates and services. */
export function userOf(caller: Caller): string | null {
  return caller.kind === 'user' ? caller.userId : null;
}
