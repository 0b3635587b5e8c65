import {
  type Clock,
  DomainError,
  HiregraphError,
  isId,
  type Logger,
  toInstant,
  type UserCaller,
  userIdFor,
} from '@hiregraph/kernel';
import { type CommandContext, type CommandScope, DuplicateKeyError } from '@hiregraph/storage';
import { requiredText } from '../domain/bounded-text.ts';
import { LIMITS } from '../domain/limits.ts';
import { enterUser, evolveUser, upsertUser, type User, type UserEvent } from '../domain/user.ts';
import { type Asking, assertVersion, type CommandInput, runCommand } from './run-command.ts';
import type { StoredUser, Stores } from './stores.ts';
import { created, userDecision } from './to-decision.ts';

export interface UpsertUser extends CommandInput {
  readonly userId?: string | null | undefined;
  readonly issuer?: string | null | undefined;
  readonly subject?: string | null | undefined;
  readonly name: string;
  readonly expectedVersion?: number | null | undefined;
}

/** Who works for the company: filled from tokens, and by ADMIN. */
export interface Directory {
  /**
   * The user who asks; null for everybody else. Enters them, or renews their name, when the token says something new.
   * Never fails for that: what cannot be written now is written the next time.
   */
  me(asking: Asking & { readonly logger: Logger }): Promise<StoredUser | null>;
  upsertUser(asking: Asking, input: UpsertUser): Promise<{ userId: string }>;
}

type Decide = (before: StoredUser | null, now: string) => readonly UserEvent[];

export function createDirectory({ users, commands }: Stores, clock: Clock): Directory {
  /** Changes a user, or enters them. Of two who enter one user at once, the second changes what the first wrote. */
  async function put(tenantId: string, userId: string, command: CommandContext, decide: Decide): Promise<StoredUser> {
    if ((await users.load(tenantId, userId)) === null) {
      try {
        const create = (now: string) => created(userDecision(userId, null, decide(null, now)));
        return (await users.create(tenantId, userId, command, create)).aggregate;
      } catch (error) {
        if (!(error instanceof DuplicateKeyError)) throw error;
      }
    }
    const result = await users.change(tenantId, userId, command, (stored, now) =>
      userDecision(userId, stored.state, decide(stored, now)),
    );
    return result.aggregate;
  }

  const enter = (asking: Asking, caller: UserCaller): Promise<{ userId: string }> => {
    const { tenantId, userId, name } = caller;
    const request = { tenantId, actor: userId, mutation: 'me', idempotencyKey: null, input: {}, trace: asking.trace };
    return commands.run(request, async (scope: CommandScope) => {
      await put(tenantId, userId, scope, (before, now) => enterUser(before?.state ?? null, name, now));
      return { userId };
    });
  };

  return {
    async me(asking) {
      const { caller, logger } = asking;
      if (caller.kind !== 'user') return null;
      const now = toInstant(clock.now());
      const known = await users.load(caller.tenantId, caller.userId);
      const news = enterUser(known?.state ?? null, caller.name, now);
      if (news.length === 0) return known;
      try {
        await enter(asking, caller);
        return await users.load(caller.tenantId, caller.userId);
      } catch (error) {
        if (!(error instanceof HiregraphError)) throw error;
        logger.warn({ userId: caller.userId, code: error.code }, 'The directory could not take in a user for now');
        return known ?? notYetEntered(caller, news, now);
      }
    },

    upsertUser: (asking, input) =>
      runCommand(commands, asking, 'upsertUser', input, async ({ tenantId, scope }) => {
        const userId = userIdOf(tenantId, input);
        await put(tenantId, userId, scope, (before, now) => {
          if (before !== null) assertVersion(before.version, input.expectedVersion);
          return upsertUser(before?.state ?? null, input.name, now);
        });
        return { userId };
      }),
  };
}

/** @throws DomainError INVALID_INPUT unless the user is named in exactly one of the two ways */
function userIdOf(tenantId: string, { userId, issuer, subject }: UpsertUser): string {
  if (userId != null && issuer == null && subject == null) {
    if (isId('user', userId)) return userId;
    throw new DomainError('INVALID_INPUT', 'A user id begins with usr_ and has 26 characters after it.', {
      path: ['input', 'userId'],
    });
  }
  if (userId == null && issuer != null && subject != null) {
    const [issuedBy, called] = [
      requiredText(issuer, LIMITS.tokenClaim, ['input', 'issuer']),
      requiredText(subject, LIMITS.tokenClaim, ['input', 'subject']),
    ];
    return userIdFor(tenantId, issuedBy, called);
  }
  throw new DomainError('INVALID_INPUT', 'Name the user by userId, or by issuer and subject together.', {
    path: ['input', userId == null ? 'subject' : 'userId'],
  });
}

/** The user as they would be: shown while the store takes no writes. */
function notYetEntered(caller: UserCaller, events: readonly UserEvent[], now: string): StoredUser {
  const state = events.reduce<User | null>(evolveUser, null) ?? { name: caller.name, nameSource: 'TOKEN' };
  const { userId: id, tenantId } = caller;
  const numbers = { storageVersion: 0, version: 1, lastSequence: 0, lastOccurredAt: null };
  return { id, tenantId, ...numbers, createdAt: now, updatedAt: now, state };
}
