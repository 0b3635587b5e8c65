import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ListTooLongError } from '@hiregraph/storage';
import type { OpenSubject, StorageSubject } from './storage-subject.ts';
import { createTicket } from './create-ticket.ts';
import {
  activeTicketByTitle,
  idsOf,
  type Ticket,
  type TicketState,
  ticketByEmail,
  ticketsByOwner,
  ticketsByStatus,
  ticketsByTag,
  ticketsOfOwnerSince,
} from './ticket-store.ts';

/** How declared queries read. */
export function readsContract(open: OpenSubject): void {
  describe('reads', () => {
    let subject: StorageSubject;
    beforeAll(async () => {
      subject = await open();
    });
    afterAll(() => subject.storage.stop());

    const create = async (tenantId: string, count: number, ownerId: string): Promise<readonly Ticket[]> => {
      const made: Ticket[] = [];
      for (let rank = 0; rank < count; rank++) {
        made.push((await createTicket(subject, tenantId, { ownerId, rank })).aggregate);
      }
      return made;
    };

    it('loads one or many by id, absent ones being absent', async () => {
      const tenant = subject.tenant();
      const made = await create(tenant, 3, 'o');
      const { tickets } = subject;
      expect(await tickets.load(tenant, made[1]?.id ?? '')).toEqual(made[1]);
      expect(await tickets.load(tenant, 'nothing')).toBeNull();
      const many = await tickets.loadMany(tenant, [...idsOf(made), 'nothing', made[0]?.id ?? '']);
      expect([...many.keys()].sort()).toEqual([...idsOf(made)].sort());
      expect(await tickets.loadMany(tenant, [])).toEqual(new Map());
    });

    it('pages through all in a stable order, whatever is inserted meanwhile', async () => {
      const tenant = subject.tenant();
      const made = await create(tenant, 7, 'o');
      const { tickets } = subject;
      const seen: string[] = [];
      let after = null as readonly (string | number | boolean | null)[] | null;
      for (let more = true; more; ) {
        const page = await tickets.page(tenant, ticketsByOwner, { ownerId: 'o' }, { first: 2, after });
        seen.push(...idsOf(page.items));
        more = page.hasNextPage;
        after = tickets.positionOf(ticketsByOwner, page.items.at(-1) as Ticket);
        // Newer ones come before all that is still to be read.
        await create(tenant, 1, 'o');
      }
      expect(seen).toEqual([...idsOf(made)].reverse());
    });

    it('pages among equal sort values without losing or repeating one', async () => {
      const tenant = subject.tenant();
      const { tickets } = subject;
      for (let count = 0; count < 6; count++) {
        await createTicket(subject, tenant, {
          ownerId: 'same',
          rank: 1,
          status: count % 2 === 0 ? 'ACTIVE' : 'CLOSED',
        });
      }
      const params = { ownerId: 'same', statuses: ['ACTIVE', 'CLOSED'] as const };
      const seen: string[] = [];
      let after = null as readonly (string | number | boolean | null)[] | null;
      for (let more = true; more; ) {
        const page = await tickets.page(tenant, ticketsByStatus, params, { first: 4, after });
        seen.push(...idsOf(page.items));
        more = page.hasNextPage;
        after = tickets.positionOf(ticketsByStatus, page.items.at(-1) as Ticket);
      }
      expect(seen).toHaveLength(6);
      expect(seen).toEqual([...new Set(seen)].sort());
    });

    it('gives the same page of many parents in one query, in their order', async () => {
      const tenant = subject.tenant();
      const [many, few] = [await create(tenant, 3, 'many'), await create(tenant, 1, 'few')];
      const params = ['many', 'none', 'few'].map((ownerId) => ({ ownerId }));
      const pages = await subject.tickets.pageEach(tenant, ticketsByOwner, params, { first: 2, after: null });
      expect(pages.map(({ items }) => idsOf(items))).toEqual([[...idsOf(many)].reverse().slice(0, 2), [], idsOf(few)]);
      expect(pages.map(({ hasNextPage }) => hasNextPage)).toEqual([true, false, false]);
      const lists = await subject.tickets.listEach(tenant, ticketsByOwner, params);
      expect(lists.map((list) => list.length)).toEqual([3, 0, 1]);
      expect(await subject.tickets.countEach(tenant, ticketsByOwner, params)).toEqual([3, 0, 1]);
      expect(await subject.tickets.count(tenant, ticketsByOwner, { ownerId: 'many' })).toBe(3);
      expect(await subject.tickets.pageEach(tenant, ticketsByOwner, [], { first: 2, after: null })).toEqual([]);
    });

    it('finds the same for those who need a part of the state, and leaves the rest as it is', async () => {
      const tenant = subject.tenant();
      const made = await create(tenant, 3, 'o');
      const brief = subject.tickets.without<Omit<TicketState, 'title' | 'note'>>(['title', 'note']);
      const needed = (tickets: Iterable<{ readonly id: string; readonly state: { readonly rank: number } }>): unknown =>
        [...tickets].map(({ id, state }) => [id, state.rank]);
      const params = { ownerId: 'o' };
      const page = { first: 2, after: null };
      expect(needed(await brief.list(tenant, ticketsByOwner, params))).toEqual(needed([...made].reverse()));
      expect(needed((await brief.page(tenant, ticketsByOwner, params, page)).items)).toEqual(
        needed([...made].reverse().slice(0, 2)),
      );
      const [first, other] = await brief.pageEach(tenant, ticketsByOwner, [params, { ownerId: 'none' }], page);
      expect([needed(first?.items ?? []), other?.items]).toEqual([needed([...made].reverse().slice(0, 2)), []]);
      expect(needed((await brief.loadMany(tenant, idsOf(made))).values())).toEqual(needed(made));
      expect((await brief.load(tenant, made[0]?.id ?? ''))?.version).toBe(made[0]?.version);
      expect(await subject.tickets.load(tenant, made[0]?.id ?? '')).toEqual(made[0]);
    });

    it('lists up to the cap, and says so beyond it', async () => {
      const tenant = subject.tenant();
      await create(tenant, 10, 'o');
      expect(await subject.tickets.list(tenant, ticketsByOwner, { ownerId: 'o' })).toHaveLength(10);
      await create(tenant, 1, 'o');
      const tooLong = subject.tickets.list(tenant, ticketsByOwner, { ownerId: 'o' });
      await expect(tooLong).rejects.toThrow(ListTooLongError);
      await expect(tooLong).rejects.toThrow(/ticketsByOwner.*more than 10/);
    });

    it('reads a range behind an equality, in either direction of the index', async () => {
      const tenant = subject.tenant();
      const made = await create(tenant, 4, 'o');
      const since = made[2]?.createdAt ?? '';
      const found = await subject.tickets.list(tenant, ticketsOfOwnerSince, { ownerId: 'o', since });
      expect(idsOf(found)).toEqual(idsOf(made.slice(2)));
    });

    it('merges several equal values into one order', async () => {
      const tenant = subject.tenant();
      const made: Ticket[] = [];
      for (const [rank, status] of (['CLOSED', 'ACTIVE', 'ACTIVE', 'CLOSED'] as const).entries()) {
        made.push((await createTicket(subject, tenant, { ownerId: 'o', rank, status })).aggregate);
      }
      const both = { ownerId: 'o', statuses: ['ACTIVE', 'CLOSED'] as const };
      expect(idsOf(await subject.tickets.list(tenant, ticketsByStatus, both))).toEqual(idsOf(made));
      expect(await subject.tickets.count(tenant, ticketsByStatus, both)).toBe(4);
      expect(await subject.tickets.list(tenant, ticketsByStatus, { ownerId: 'o', statuses: [] })).toEqual([]);
    });

    it('finds by an element of a list, once each', async () => {
      const tenant = subject.tenant();
      const red = (await createTicket(subject, tenant, { tags: ['red', 'big'], rank: 1 })).aggregate;
      const blue = (await createTicket(subject, tenant, { tags: ['blue', 'big'], rank: 2 })).aggregate;
      await createTicket(subject, tenant, { tags: [] });
      const tagged = async (...tags: string[]): Promise<readonly string[]> =>
        idsOf(await subject.tickets.list(tenant, ticketsByTag, { tags }));
      expect(await tagged('red')).toEqual([red.id]);
      expect(await tagged('red', 'big')).toEqual([blue.id, red.id]);
      expect(await subject.tickets.count(tenant, ticketsByTag, { tags: ['red', 'big', 'blue'] })).toBe(2);
    });

    it('finds through partial indexes only what is in them', async () => {
      const tenant = subject.tenant();
      const made = (await createTicket(subject, tenant, { email: 'a@example.org', status: 'ACTIVE', title: 'T' }))
        .aggregate;
      await createTicket(subject, tenant, { status: 'CLOSED', title: 'T' });
      expect(idsOf(await subject.tickets.list(tenant, ticketByEmail, { email: 'a@example.org' }))).toEqual([made.id]);
      const byTitle = { ownerId: 'owner', title: 'T' };
      expect(idsOf(await subject.tickets.list(tenant, activeTicketByTitle, byTitle))).toEqual([made.id]);
    });

    it('shows a tenant nothing of another, by no way of reading', async () => {
      const [mine, theirs] = [subject.tenant(), subject.tenant()];
      const { tickets } = subject;
      const { id } = (await createTicket(subject, theirs, { ownerId: 'o', email: 'x@example.org', tags: ['t'] }))
        .aggregate;
      const params = { ownerId: 'o' };
      expect(await tickets.load(mine, id)).toBeNull();
      expect((await tickets.loadMany(mine, [id])).size).toBe(0);
      expect(await tickets.list(mine, ticketsByOwner, params)).toEqual([]);
      expect((await tickets.page(mine, ticketsByOwner, params, { first: 5, after: null })).items).toEqual([]);
      expect(await tickets.listEach(mine, ticketsByOwner, [params])).toEqual([[]]);
      expect(await tickets.count(mine, ticketsByOwner, params)).toBe(0);
      expect(await tickets.countEach(mine, ticketsByOwner, [params, params])).toEqual([0, 0]);
      expect(await tickets.history(mine, id)).toEqual([]);
      expect((await tickets.historyMany(mine, [id])).size).toBe(0);
      expect(
        await tickets.applied(mine, id, { commandId: 'create-1', trace: { correlationId: 'x', causationId: 'x' } }),
      ).toBeNull();
      await expect(tickets.load('', id)).rejects.toThrow(/without a tenant/);
    });

    it('keeps unique values apart by tenant', async () => {
      await createTicket(subject, subject.tenant(), { email: 'same@example.org' });
      await createTicket(subject, subject.tenant(), { email: 'same@example.org' });
    });

    it('refuses a query that names a tenant or an index that is not declared', async () => {
      const naming = { name: 'q', index: 'byOwner', filter: () => ({ tenantId: 'x' }) };
      await expect(subject.tickets.list('t', naming, {})).rejects.toThrow(/names tenantId/);
      const astray = { name: 'q', index: 'nowhere', filter: () => ({}) };
      await expect(subject.tickets.list('t', astray, {})).rejects.toThrow(/nowhere.*does not declare/);
    });

    it('reaches past tenants only by a named purpose, and only what is open', () => {
      expect(subject.storage.systemScope('export').collection('tickets').name).toBe('tickets');
      expect(() => subject.storage.systemScope('export').collection('elsewhere')).toThrow(/has not been opened/);
    });
  });
}
