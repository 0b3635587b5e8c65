import { type Instant, type NewEvent, toInstant, type Trace } from '@hiregraph/kernel';
import {
  type AggregateDefinition,
  type CommandContext,
  type Decision,
  declareQuery,
  type ProjectionDefinition,
  type StoredAggregate,
} from '@hiregraph/storage';

/** The aggregate that the storage suites are about: small, with every kind of index on it. */
export interface TicketState {
  readonly ownerId: string;
  readonly title: string;
  readonly status: 'ACTIVE' | 'CLOSED';
  readonly rank: number;
  readonly tags: readonly string[];
  readonly email?: string;
  readonly note?: string;
}

export type Ticket = StoredAggregate<TicketState>;

export const TICKETS: AggregateDefinition = {
  name: 'ticket',
  collection: 'tickets',
  topic: 'test.ticket.v1',
  service: 'job',
  indexes: [
    {
      name: 'byOwner',
      keys: [
        ['state.ownerId', 1],
        ['createdAt', -1],
      ],
    },
    {
      name: 'byOwnerAndStatus',
      keys: [
        ['state.ownerId', 1],
        ['state.status', 1],
        ['state.rank', 1],
      ],
    },
    {
      name: 'byTag',
      keys: [
        ['state.tags', 1],
        ['state.rank', 1],
      ],
    },
    { name: 'email', keys: [['state.email', 1]], unique: true, partial: { 'state.email': { $exists: true } } },
    {
      name: 'activeTitle',
      keys: [
        ['state.ownerId', 1],
        ['state.title', 1],
      ],
      unique: true,
      partial: { 'state.status': 'ACTIVE' },
    },
  ],
};

export interface OwnerParams {
  readonly ownerId: string;
}

export const ticketsByOwner = declareQuery<OwnerParams>({
  name: 'ticketsByOwner',
  index: 'byOwner',
  filter: ({ ownerId }) => ({ 'state.ownerId': ownerId }),
  sort: [['createdAt', -1]],
  cap: 10,
});

export const ticketsOfOwnerSince = declareQuery<OwnerParams & { readonly since: Instant }>({
  name: 'ticketsOfOwnerSince',
  index: 'byOwner',
  filter: ({ ownerId, since }) => ({ 'state.ownerId': ownerId, createdAt: { $gte: since } }),
  sort: [['createdAt', 1]],
});

export const ticketsByStatus = declareQuery<OwnerParams & { readonly statuses: readonly TicketState['status'][] }>({
  name: 'ticketsByStatus',
  index: 'byOwnerAndStatus',
  filter: ({ ownerId, statuses }) => ({ 'state.ownerId': ownerId, 'state.status': { $in: statuses } }),
  sort: [['state.rank', 1]],
});

export const ticketsByTag = declareQuery<{ readonly tags: readonly string[] }>({
  name: 'ticketsByTag',
  index: 'byTag',
  filter: ({ tags }) => ({ 'state.tags': { $in: tags } }),
  sort: [['state.rank', -1]],
});

export const ticketByEmail = declareQuery<{ readonly email: string }>({
  name: 'ticketByEmail',
  index: 'email',
  filter: ({ email }) => ({ 'state.email': email }),
});

export const activeTicketByTitle = declareQuery<OwnerParams & { readonly title: string }>({
  name: 'activeTicketByTitle',
  index: 'activeTitle',
  filter: ({ ownerId, title }) => ({ 'state.ownerId': ownerId, 'state.title': title, 'state.status': 'ACTIVE' }),
});

/** A row that keeps what is known of a ticket. */
export interface TicketRow {
  readonly title: string;
  readonly moves: number;
  readonly note?: string;
}

export const TICKET_ROWS: ProjectionDefinition = {
  collection: 'ticket_rows',
  indexes: [{ name: 'byTitle', keys: [['state.title', 1]] }],
};

export const TRACE: Trace = { correlationId: 'request-1', causationId: 'request-1' };

export function command(commandId: string, more: Partial<CommandContext> = {}): CommandContext {
  return { commandId, trace: TRACE, ...more };
}

export function ticketState(more: Partial<TicketState> = {}): TicketState {
  return { ownerId: 'owner', title: 'A ticket', status: 'CLOSED', rank: 0, tags: [], ...more };
}

export function ticketEvent(time: Instant, data: unknown = {}, type = 'ticket.moved'): NewEvent {
  return { type, time, data };
}

/** The decision "one step up", with one event. */
export function stepUp({ state }: Ticket, now: Instant): Decision<TicketState> {
  const rank = state.rank + 1;
  return { state: { ...state, rank }, events: [ticketEvent(now, { rank })], visible: true };
}

export function idsOf(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id);
}

export function instant(milliseconds: number): Instant {
  return toInstant(milliseconds);
}
