import type { Caller, ConnectionArguments, CursorCodec } from '@hiregraph/kernel';
import type { RejectionSide } from '../domain/rejection-reason.ts';
import { REJECTION_SIDES } from '../domain/rejection-reason.ts';
import { assertRoleMay, canReadUser, roleMay } from './access-rules.ts';
import { tokensOf } from './job-queries.ts';
import { connectionTo, type CountedConnection } from './paging.ts';
import type { StoredReason, StoredUser, Stores } from './stores.ts';

type Given<T> = T | null | undefined;

export interface UserListArguments extends ConnectionArguments {
  readonly search?: Given<string>;
}

export interface ReasonListArguments extends ConnectionArguments {
  readonly side?: Given<RejectionSide>;
  readonly active?: Given<boolean>;
}

/** What the caller may read of users and rejection reasons. */
export interface DirectoryQueries {
  users(caller: Caller, list: UserListArguments): Promise<CountedConnection<StoredUser>>;
  rejectionReasons(caller: Caller, list: ReasonListArguments): Promise<CountedConnection<StoredReason>>;
  /** The caller's among these; one store query. */
  usersById(caller: Caller, userIds: readonly string[]): Promise<ReadonlyMap<string, StoredUser>>;
  /** The caller's among these; one store query. */
  reasonsById(caller: Caller, reasonIds: readonly string[]): Promise<ReadonlyMap<string, StoredReason>>;
}

export function createDirectoryQueries({ users, reasons }: Stores, cursors: CursorCodec): DirectoryQueries {
  const tenantIdOf = (caller: Caller): string => (caller.kind === 'anonymous' ? '' : caller.tenantId);
  return {
    async users(caller, { search, first, after }) {
      assertRoleMay(caller, 'Query.users');
      const tenantId = tenantIdOf(caller);
      const tokens = tokensOf(search, ['search']) ?? [];
      return connectionTo(
        cursors,
        { first, after },
        {
          scope: { tenantId, field: 'Query.users', filter: tokens, sort: null },
          page: (request) => users.page(tenantId, tokens, request),
          count: () => users.count(tenantId, tokens),
          positionOf: users.positionOf,
        },
      );
    },

    async rejectionReasons(caller, { side, active, first, after }) {
      assertRoleMay(caller, 'Query.rejectionReasons');
      const tenantId = tenantIdOf(caller);
      const criteria = {
        sides: side == null ? REJECTION_SIDES : [side],
        active: active == null ? [true, false] : [active],
      };
      return connectionTo(
        cursors,
        { first, after },
        {
          scope: { tenantId, field: 'Query.rejectionReasons', filter: criteria, sort: null },
          page: (request) => reasons.page(tenantId, criteria, request),
          count: () => reasons.count(tenantId, criteria),
          positionOf: reasons.positionOf,
        },
      );
    },

    async usersById(caller, userIds) {
      const allowed = userIds.filter((userId) => canReadUser(caller, userId));
      return allowed.length === 0 ? new Map() : users.loadMany(tenantIdOf(caller), allowed);
    },

    async reasonsById(caller, reasonIds) {
      if (!roleMay(caller, 'RejectionReason.*')) return new Map();
      return reasons.loadMany(tenantIdOf(caller), reasonIds);
    },
  };
}
