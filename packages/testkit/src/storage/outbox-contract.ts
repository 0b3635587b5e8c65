import { OutcomeUnknownError } from '@hiregraph/kernel';
import type { Committed } from '@hiregraph/storage';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenSubject, StorageSubject } from './storage-subject.ts';
import { createTicket } from './create-ticket.ts';
import { command, instant, stepUp } from './ticket-store.ts';

/** What the relay may rely on. */
export function outboxContract(open: OpenSubject): void {
  describe('outbox', () => {
    let subject: StorageSubject;
    beforeAll(async () => {
      subject = await open();
    });
    afterAll(() => subject.storage.stop());

    const pendingOf = async (tenantId: string, id: string): Promise<readonly number[]> => {
      const { events } = await subject.storage.outbox.pending({ collection: 'tickets', tenantId, id });
      return events.map(({ sequence }) => sequence);
    };

    it('tells of each commit with its events, or that there are older ones too', async () => {
      const tenant = subject.tenant();
      const told: Committed[] = [];
      const end = subject.storage.outbox.onCommitted((committed) => told.push(committed));
      const { aggregate, events } = await createTicket(subject, tenant);
      await subject.tickets.change(tenant, aggregate.id, command('second'), stepUp);
      await subject.tickets.change(tenant, aggregate.id, command('quiet'), ({ state }) => ({
        state,
        events: [],
        visible: false,
      }));
      end();
      await subject.tickets.change(tenant, aggregate.id, command('third'), stepUp);
      const common = { collection: 'tickets', tenantId: tenant, id: aggregate.id, topic: 'test.ticket.v1' };
      expect(told).toEqual([
        { ...common, events },
        { ...common, events: null },
      ]);
    });

    it('tells again of a commit whose answer was lost, once it is found: the relay may never have heard of it', async () => {
      const failing = await open({
        failpoints: (point) => {
          if (point === 'commit.after-ack') throw new OutcomeUnknownError();
        },
      });
      try {
        const tenant = failing.tenant();
        const told: Committed[] = [];
        failing.storage.outbox.onCommitted((committed) => told.push(committed));
        const { aggregate, changed } = await createTicket(failing, tenant);
        expect(changed).toBe(false);
        const moved = await failing.tickets.change(tenant, aggregate.id, command('moved'), stepUp);
        const common = { collection: 'tickets', tenantId: tenant, id: aggregate.id, topic: 'test.ticket.v1' };
        const pending = { ...common, events: null };
        expect(told).toEqual([pending, pending]);
        // Where all has been sent there is nothing to tell.
        await failing.storage.outbox.pull(common, [1, 2]);
        expect(await failing.tickets.applied(tenant, aggregate.id, command('moved'))).toMatchObject({
          changed: false,
          events: moved.events,
        });
        expect(told).toHaveLength(2);
      } finally {
        await failing.storage.stop();
      }
    });

    it('does not let a listener that throws spoil a commit', async () => {
      const end = subject.storage.outbox.onCommitted(() => {
        throw new Error('not our day');
      });
      expect((await createTicket(subject, subject.tenant())).changed).toBe(true);
      end();
    });

    it('removes what was sent by sequence, in any order, and raises no version', async () => {
      const tenant = subject.tenant();
      const { id } = (await createTicket(subject, tenant)).aggregate;
      for (const name of ['a', 'b', 'c']) await subject.tickets.change(tenant, id, command(name), stepUp);
      const before = await subject.tickets.load(tenant, id);
      expect(await pendingOf(tenant, id)).toEqual([1, 2, 3, 4]);
      await subject.storage.outbox.pull({ collection: 'tickets', tenantId: tenant, id }, [3, 1]);
      expect(await pendingOf(tenant, id)).toEqual([2, 4]);
      await subject.storage.outbox.pull({ collection: 'tickets', tenantId: tenant, id }, [1, 2, 3, 4]);
      expect(await pendingOf(tenant, id)).toEqual([]);
      expect(await subject.tickets.load(tenant, id)).toEqual(before);
    });

    it('loses no event when pulls and commits meet', async () => {
      const tenant = subject.tenant();
      const { id } = (await createTicket(subject, tenant)).aggregate;
      const aggregate = { collection: 'tickets', tenantId: tenant, id };
      const commits = Array.from({ length: 10 }, (_, index) =>
        subject.tickets.change(tenant, id, command(`k${index}`), stepUp),
      );
      const pulls = commits.map(async (commit) => {
        const [event] = (await commit).events;
        if ((event?.sequence ?? 0) % 2 === 0) await subject.storage.outbox.pull(aggregate, [event?.sequence ?? 0]);
      });
      await Promise.all([...commits, ...pulls]);
      expect(await pendingOf(tenant, id)).toEqual([1, 3, 5, 7, 9, 11]);
    });

    it('finds over all tenants who has waited for too long, the longest first', async () => {
      const [one, two] = [subject.tenant(), subject.tenant()];
      subject.clock.advance(60_000);
      const first = (await createTicket(subject, one)).aggregate;
      subject.clock.advance(5_000);
      const second = (await createTicket(subject, two)).aggregate;
      await subject.tickets.change(one, first.id, command('later'), stepUp);
      const since = first.createdAt;
      const find = async (olderThan: number, limit = 100): Promise<readonly string[]> => {
        const found = await subject.storage.outbox.findStale(instant(olderThan), limit);
        const ours = found.filter(({ id }) => id === first.id || id === second.id);
        return ours.map(({ id, tenantId, collection }) => `${collection} ${tenantId} ${id}`);
      };
      const firstLine = `tickets ${one} ${first.id}`;
      expect(await find(Date.parse(since))).toEqual([]);
      expect(await find(Date.parse(since) + 1)).toEqual([firstLine]);
      expect(await find(subject.clock.now() + 1)).toEqual([firstLine, `tickets ${two} ${second.id}`]);
      await subject.storage.outbox.pull({ collection: 'tickets', tenantId: one, id: first.id }, [1, 2]);
      expect(await find(subject.clock.now() + 1)).toEqual([`tickets ${two} ${second.id}`]);
      expect(await subject.storage.outbox.findStale(instant(subject.clock.now() + 1), 1)).toHaveLength(1);
    });

    it('has nothing pending for what is not there, and knows only collections with events', async () => {
      expect(await pendingOf('nobody', 'ticket_x')).toEqual([]);
      const elsewhere = { collection: 'ticket_rows', tenantId: 't', id: 'x' };
      await expect(subject.storage.outbox.pending(elsewhere)).rejects.toThrow(
        /no collection of aggregates with events/,
      );
    });
  });
}
