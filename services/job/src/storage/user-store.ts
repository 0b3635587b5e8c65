import { REFERENCE_TOPIC } from '@hiregraph/contracts';
import { prefixTokens, sortKey } from '@hiregraph/kernel';
import { type AggregateDefinition, declareQuery, type Decision, type Filter, type Storage } from '@hiregraph/storage';
import type { UserStore } from '../application/stores.ts';
import type { User } from '../domain/user.ts';

type IndexedUser = User & { readonly nameKey: string; readonly tokens: readonly string[] };

export const userDefinition: AggregateDefinition = {
  name: 'user',
  collection: 'users',
  topic: REFERENCE_TOPIC,
  service: 'job',
  indexes: [
    { name: 'byName', keys: [['state.nameKey', 1]] },
    {
      name: 'byToken',
      keys: [
        ['state.tokens', 1],
        ['state.nameKey', 1],
      ],
    },
  ],
};

export const usersByName = declareQuery<readonly string[]>({
  name: 'usersByName',
  index: 'byName',
  filter: () => ({}),
  sort: [['state.nameKey', 1]],
});

export const usersByToken = declareQuery<readonly string[]>({
  name: 'usersByToken',
  index: 'byToken',
  filter: ([first, ...more]): Filter => ({
    'state.tokens': first,
    $and: more.length === 0 ? undefined : more.map((token) => ({ 'state.tokens': token })),
  }),
  sort: [['state.nameKey', 1]],
});

function indexed(decision: Decision<User>): Decision<IndexedUser> {
  const name = decision.state.name ?? '';
  return { ...decision, state: { ...decision.state, nameKey: sortKey(name), tokens: prefixTokens([name]) } };
}

/** The directory of staff. */
export function openUserStore(storage: Storage): UserStore {
  const store = storage.aggregates<IndexedUser>(userDefinition);
  const pick = (tokens: readonly string[]): typeof usersByName => (tokens.length === 0 ? usersByName : usersByToken);
  return {
    load: store.load,
    loadMany: store.loadMany,
    change: (tenantId, id, command, decide) =>
      store.change(tenantId, id, command, (stored, now) => {
        const decision = decide(stored, now);
        return decision === null ? null : indexed(decision);
      }),
    create: (tenantId, id, command, decide) => store.create(tenantId, id, command, (now) => indexed(decide(now))),
    page: (tenantId, tokens, request) => store.page(tenantId, pick(tokens), tokens, request),
    count: (tenantId, tokens) => store.count(tenantId, pick(tokens), tokens),
    // A user handed out by this store has its key; positions are read by path.
    positionOf: (user) => store.positionOf(usersByName, user as never),
  };
}
