import { type Instant, unreachable } from '@hiregraph/kernel';
import { requiredLine } from './bounded-text.ts';
import { LIMITS } from './limits.ts';

/** Where a user's name comes from: what ADMIN wrote outlasts what a token says. */
export type NameSource = 'TOKEN' | 'ADMIN';

/** Staff, as the directory knows them. */
export interface User {
  readonly name: string | null;
  readonly nameSource: NameSource;
}

export type UserEvent =
  | {
      readonly type: 'UserCreated';
      readonly at: Instant;
      readonly name: string | null;
      readonly nameSource: NameSource;
    }
  | { readonly type: 'UserNamed'; readonly at: Instant; readonly name: string; readonly nameSource: NameSource };

/** Folds one event into the state. */
export function evolveUser(state: User | null, event: UserEvent): User {
  switch (event.type) {
    case 'UserCreated':
    case 'UserNamed':
      return { ...state, name: event.name, nameSource: event.nameSource };
    default:
      return unreachable(event);
  }
}

/** Enters a user by the claims of their token, or renews their name. Nothing where all is known already. */
export function enterUser(state: User | null, claimedName: string | null, now: Instant): UserEvent[] {
  const name = claimedName === null ? null : lineOrNull(claimedName);
  if (state === null) return [{ type: 'UserCreated', at: now, name, nameSource: 'TOKEN' }];
  if (name === null || name === state.name || state.nameSource === 'ADMIN') return [];
  return [{ type: 'UserNamed', at: now, name, nameSource: 'TOKEN' }];
}

/** ADMIN's way to enter or name a user. @throws DomainError INVALID_INPUT */
export function upsertUser(state: User | null, givenName: string, now: Instant): UserEvent[] {
  const name = requiredLine(givenName, LIMITS.userName, ['input', 'name']);
  if (state === null) return [{ type: 'UserCreated', at: now, name, nameSource: 'ADMIN' }];
  if (name === state.name && state.nameSource === 'ADMIN') return [];
  return [{ type: 'UserNamed', at: now, name, nameSource: 'ADMIN' }];
}

/** A claim is nobody's input here, so that it is cut instead of refused. */
function lineOrNull(text: string): string | null {
  const line = text.replace(/\s+/gu, ' ').trim().slice(0, LIMITS.userName);
  return line === '' ? null : line;
}
