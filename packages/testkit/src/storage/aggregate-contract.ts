import { DomainError, NotFoundError, OutcomeUnknownError, StoreUnavailableError } from '@hiregraph/kernel';
import {
  DocumentTooLargeError,
  DuplicateKeyError,
  EventTooLargeError,
  type Failpoint,
  TooManyPendingEventsError,
} from '@hiregraph/storage';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenSubject, StorageSubject } from './storage-subject.ts';
import { createTicket } from './create-ticket.ts';
import { command, stepUp, TRACE, type Ticket, ticketEvent, ticketState } from './ticket-store.ts';

/** How aggregates are written. */
export function aggregateContract(open: OpenSubject): void {
  describe('aggregates', () => {
    let subject: StorageSubject;
    let reached: ((point: Failpoint) => void) | null = null;
    beforeAll(async () => {
      subject = await open({ failpoints: (point) => reached?.(point) });
    });
    afterEach(() => {
      reached = null;
    });
    afterAll(() => subject.storage.stop());

    /** Makes the next commit's outcome unknown, before or after it was really made. */
    const failOnceAt = (failing: Failpoint): void => {
      reached = (point) => {
        if (point !== failing) return;
        reached = null;
        throw new OutcomeUnknownError('why');
      };
    };

    it('stores state, versions, history, outbox and command in one write, and gives the exact events back', async () => {
      const tenant = subject.tenant();
      const { tickets, storage } = subject;
      const now = '2026-03-02T00:00:00.000Z';
      const events = [ticketEvent(now, { a: 1, gone: undefined }), { ...ticketEvent(now), memo: { note: 'private' } }];
      const result = await tickets.commit({
        tenantId: tenant,
        id: 'ticket_exact',
        base: null,
        state: ticketState({ rank: 4 }),
        events,
        visible: true,
        commandId: 'c1',
        trace: { ...TRACE, traceparent: '00-x' },
        now,
        recordedAt: '2026-03-05T00:00:00.000Z',
      });
      if (result.outcome !== 'won') throw new Error(result.outcome);
      const aggregate: Ticket = {
        id: 'ticket_exact',
        tenantId: tenant,
        storageVersion: 1,
        version: 1,
        lastSequence: 2,
        lastOccurredAt: now,
        createdAt: now,
        updatedAt: now,
        state: ticketState({ rank: 4 }),
      };
      expect(result.aggregate).toEqual(aggregate);
      expect(await tickets.load(tenant, 'ticket_exact')).toEqual(aggregate);
      expect(result.events[0]).toEqual({
        specversion: '1.0',
        id: 'ticket_exact:1',
        source: `/hiregraph/job/${storage.epoch}`,
        type: 'ticket.moved',
        subject: 'ticket_exact',
        time: now,
        datacontenttype: 'application/json',
        tenantid: tenant,
        sequence: 1,
        correlationid: 'request-1',
        causationid: 'request-1',
        traceparent: '00-x',
        data: { a: 1 },
      });
      const history = await tickets.history(tenant, 'ticket_exact');
      expect(history.map(({ event }) => JSON.stringify(event))).toEqual(
        result.events.map((event) => JSON.stringify(event)),
      );
      expect(history[1]).toEqual({
        sequence: 2,
        recordedAt: '2026-03-05T00:00:00.000Z',
        commandId: 'c1',
        event: result.events[1],
        memo: { note: 'private' },
      });
      const pending = await storage.outbox.pending({ collection: 'tickets', tenantId: tenant, id: 'ticket_exact' });
      expect(pending).toEqual({ topic: 'test.ticket.v1', events: result.events });
    });

    it('changes only what changed, removes what is gone, and numbers events without gaps', async () => {
      const tenant = subject.tenant();
      const { id } = (await createTicket(subject, tenant, { note: 'old', rank: 1 })).aggregate;
      subject.clock.advance(1_000);
      const { aggregate, changed, events } = await subject.tickets.change(
        tenant,
        id,
        command('c2'),
        ({ state }, now) => {
          const { note: _note, ...rest } = state;
          return {
            state: { ...rest, tags: ['new'] },
            events: [ticketEvent(now, 1), ticketEvent(now, 2), ticketEvent(now, 3)],
            visible: true,
          };
        },
      );
      expect(changed).toBe(true);
      expect(events.map(({ id: eventId }) => eventId)).toEqual([`${id}:2`, `${id}:3`, `${id}:4`]);
      expect(aggregate).toMatchObject({ storageVersion: 2, version: 2, lastSequence: 4 });
      expect(aggregate.updatedAt > aggregate.createdAt).toBe(true);
      expect(await subject.tickets.load(tenant, id)).toEqual(aggregate);
      expect('note' in aggregate.state).toBe(false);
      expect(aggregate.state).toMatchObject({ rank: 1, tags: ['new'] });
    });

    it('keeps version and updatedAt at an invisible change, and counts the write all the same', async () => {
      const tenant = subject.tenant();
      const before = (await createTicket(subject, tenant)).aggregate;
      subject.clock.advance(1_000);
      const { aggregate } = await subject.tickets.change(tenant, before.id, command('quiet'), ({ state }) => ({
        state: { ...state, note: 'reserved' },
        events: [],
        visible: false,
      }));
      expect(aggregate).toEqual({ ...before, storageVersion: 2, state: { ...before.state, note: 'reserved' } });
      expect(await subject.tickets.applied(tenant, before.id, command('quiet'))).toMatchObject({ changed: false });
      expect(await subject.tickets.applied(tenant, before.id, command('other'))).toBeNull();
    });

    it('writes nothing when the decision is that there is nothing to change', async () => {
      const tenant = subject.tenant();
      const before = (await createTicket(subject, tenant)).aggregate;
      const result = await subject.tickets.change(tenant, before.id, command('none'), () => null);
      expect(result).toEqual({ aggregate: before, changed: false, events: [] });
      expect(await subject.tickets.load(tenant, before.id)).toEqual(before);
    });

    it('never lets time run backward within an aggregate', async () => {
      const tenant = subject.tenant();
      const { aggregate } = await createTicket(subject, tenant);
      subject.clock.advance(-3_600_000);
      const { events } = await subject.tickets.change(tenant, aggregate.id, command('skewed'), stepUp);
      subject.clock.advance(3_600_000);
      expect(events[0]?.time).toBe(aggregate.lastOccurredAt);
    });

    it('keeps both times of imported history', async () => {
      const tenant = subject.tenant();
      const occurredAt = '2020-01-01T00:00:00.000Z';
      await subject.tickets.create(tenant, 'ticket_old', command('import', { occurredAt }), (now) => ({
        state: ticketState(),
        events: [ticketEvent(now)],
        visible: true,
      }));
      const [entry] = await subject.tickets.history(tenant, 'ticket_old');
      expect(entry?.event.time).toBe(occurredAt);
      expect(entry !== undefined && entry.recordedAt > occurredAt).toBe(true);
    });

    it('answers a lost race with what is there now', async () => {
      const tenant = subject.tenant();
      const base = (await createTicket(subject, tenant)).aggregate;
      const request = { tenantId: tenant, id: base.id, base, trace: TRACE, now: base.createdAt };
      const first = await subject.tickets.commit({ ...request, ...stepUp(base, base.createdAt), commandId: 'w1' });
      const second = await subject.tickets.commit({ ...request, ...stepUp(base, base.createdAt), commandId: 'w2' });
      expect(first.outcome).toBe('won');
      expect(second).toEqual({ outcome: 'lost', current: await subject.tickets.load(tenant, base.id) });
      const gone = await subject.tickets.commit({
        ...request,
        id: 'ticket_gone',
        base: { ...base, id: 'ticket_gone' },
        ...stepUp(base, base.createdAt),
        commandId: 'w3',
      });
      expect(gone).toEqual({ outcome: 'lost', current: null });
    });

    it('lets exactly one of 200 win a race for one version', async () => {
      const tenant = subject.tenant();
      const base = (await createTicket(subject, tenant)).aggregate;
      const common = { ...stepUp(base, base.createdAt), tenantId: tenant, id: base.id, base, trace: TRACE };
      const commits = Array.from({ length: 200 }, async (_, index) => {
        try {
          return (await subject.tickets.commit({ ...common, commandId: `race-${index}`, now: base.createdAt })).outcome;
        } catch (error) {
          // A bounded pool may refuse some of so many, saying that they may try again; nothing was written then.
          if (error instanceof StoreUnavailableError) return 'refused';
          throw error;
        }
      });
      const outcomes = await Promise.all(commits);
      expect(outcomes.filter((outcome) => outcome === 'won')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'lost' || outcome === 'refused')).toHaveLength(199);
      expect(await subject.tickets.load(tenant, base.id)).toMatchObject({ storageVersion: 2, state: { rank: 1 } });
    });

    it('applies all of many concurrent changes, one after another', async () => {
      const tenant = subject.tenant();
      const { id } = (await createTicket(subject, tenant)).aggregate;
      const results = await Promise.all(
        Array.from({ length: 30 }, (_, index) => subject.tickets.change(tenant, id, command(`m${index}`), stepUp)),
      );
      const sequences = results.flatMap(({ events }) => events.map(({ sequence }) => sequence));
      expect([...sequences].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => index + 2));
      expect(await subject.tickets.load(tenant, id)).toMatchObject({ lastSequence: 31, state: { rank: 30 } });
    });

    it("hands the decision's refusal through and writes nothing", async () => {
      const tenant = subject.tenant();
      const before = (await createTicket(subject, tenant)).aggregate;
      const refusal = new DomainError('ILLEGAL_TRANSITION', 'No.');
      const refused = subject.tickets.change(tenant, before.id, command('refused'), () => {
        throw refusal;
      });
      await expect(refused).rejects.toBe(refusal);
      expect(await subject.tickets.load(tenant, before.id)).toEqual(before);
      await expect(subject.tickets.change(tenant, 'ticket_none', command('x'), stepUp)).rejects.toThrow(NotFoundError);
    });

    it('sees that a repeated command was applied, and does it once', async () => {
      const tenant = subject.tenant();
      const { id } = (await createTicket(subject, tenant)).aggregate;
      const first = await subject.tickets.change(tenant, id, command('once'), stepUp);
      await subject.tickets.change(tenant, id, command('after'), stepUp);
      const again = await subject.tickets.change(tenant, id, command('once', { repeated: true }), stepUp);
      expect(again.changed).toBe(false);
      expect(again.events).toEqual(first.events);
      expect(again.aggregate.state.rank).toBe(2);
    });

    it('applies one command once, however many carry it out at a time', async () => {
      const tenant = subject.tenant();
      const { id } = (await createTicket(subject, tenant)).aggregate;
      for (let round = 1; round <= 5; round++) {
        // Three commands, each carried out by three at once: those who lose to one command must not repeat another.
        const results = await Promise.all(
          Array.from({ length: 9 }, (_, index) => {
            const again = { ...command(`same-${round}-${index % 3}`), repeated: true };
            return subject.tickets.change(tenant, id, again, (base, now) => stepUp(base, now));
          }),
        );
        expect(results.filter(({ changed }) => changed)).toHaveLength(3);
        expect(await subject.tickets.load(tenant, id)).toMatchObject({ state: { rank: round * 3 } });
      }
    });

    it('takes a refusal of what the same command has done already as success', async () => {
      const tenant = subject.tenant();
      const { id } = (await createTicket(subject, tenant)).aggregate;
      const close = ({ state }: Ticket, now: string): ReturnType<typeof stepUp> => {
        if (state.note === 'closed') throw new DomainError('ILLEGAL_TRANSITION', 'It is closed already.');
        return { state: { ...state, note: 'closed' }, events: [ticketEvent(now)], visible: true };
      };
      const first = await subject.tickets.change(tenant, id, command('close'), close);
      expect(await subject.tickets.change(tenant, id, command('close'), close)).toMatchObject({
        changed: false,
        events: first.events,
      });
      await expect(subject.tickets.change(tenant, id, command('close-2'), close)).rejects.toThrow(/closed already/);
    });

    it('settles an outcome that was not known by the command in the aggregate', async () => {
      const tenant = subject.tenant();
      const { id } = (await createTicket(subject, tenant)).aggregate;
      failOnceAt('commit.after-ack');
      const result = await subject.tickets.change(tenant, id, command('lost-answer'), stepUp);
      expect(result).toMatchObject({ changed: false, aggregate: { lastSequence: 2, state: { rank: 1 } } });
      expect(result.events.map(({ sequence }) => sequence)).toEqual([2]);
      failOnceAt('commit.before');
      const retried = await subject.tickets.change(tenant, id, command('lost-question'), stepUp);
      expect(retried).toMatchObject({ changed: true, aggregate: { lastSequence: 3, state: { rank: 2 } } });
    });

    it('settles a creation whose outcome was not known', async () => {
      const tenant = subject.tenant();
      const create = (): ReturnType<typeof subject.tickets.create> =>
        subject.tickets.create(tenant, 'ticket_unknown', command('make'), (now) => ({
          state: ticketState(),
          events: [ticketEvent(now)],
          visible: true,
        }));
      failOnceAt('commit.before');
      await expect(create()).rejects.toThrow(OutcomeUnknownError);
      failOnceAt('commit.after-ack');
      expect(await create()).toMatchObject({ changed: false, aggregate: { lastSequence: 1 } });
      expect(await create()).toMatchObject({ changed: false, aggregate: { lastSequence: 1 } });
    });

    it('reports a commit whose outcome is not known', async () => {
      const tenant = subject.tenant();
      const base = (await createTicket(subject, tenant)).aggregate;
      failOnceAt('commit.before');
      const decision = { ...stepUp(base, base.createdAt), tenantId: tenant, id: base.id, base, trace: TRACE };
      const result = await subject.tickets.commit({ ...decision, commandId: 'u', now: base.createdAt });
      expect(result).toEqual({ outcome: 'unknown', cause: 'why' });
    });

    it('creates once under one id, and names the unique index that refuses another', async () => {
      const tenant = subject.tenant();
      const { tickets } = subject;
      const create = (id: string, commandId: string, email: string): ReturnType<typeof tickets.create> =>
        tickets.create(tenant, id, command(commandId), (now) => ({
          state: ticketState({ email }),
          events: [ticketEvent(now)],
          visible: true,
        }));
      const first = await create('ticket_a', 'create-a', 'a@example.org');
      expect(first.changed).toBe(true);
      expect(await create('ticket_a', 'create-a', 'a@example.org')).toEqual({ ...first, changed: false });
      await expect(create('ticket_a', 'create-b', 'b@example.org')).rejects.toMatchObject({ index: '_id_' });
      const taken = create('ticket_c', 'create-c', 'a@example.org');
      await expect(taken).rejects.toThrow(DuplicateKeyError);
      await expect(taken).rejects.toMatchObject({ code: 'DUPLICATE', index: 'email', collection: 'tickets' });
      const { id } = (await createTicket(subject, tenant)).aggregate;
      const clash = tickets.change(tenant, id, command('mail'), ({ state }) => ({
        state: { ...state, email: 'a@example.org' },
        events: [],
        visible: true,
      }));
      await expect(clash).rejects.toMatchObject({ index: 'email' });
    });

    it('refuses events and documents that are too large, by name', async () => {
      const tenant = subject.tenant();
      const { id } = (await createTicket(subject, tenant)).aggregate;
      const change = (data: unknown, note: string): Promise<unknown> =>
        subject.tickets.change(tenant, id, command('large'), ({ state }, now) => ({
          state: { ...state, note },
          events: [ticketEvent(now, data)],
          visible: true,
        }));
      await expect(change('x'.repeat(17_000), '')).rejects.toThrow(EventTooLargeError);
      await expect(change('', 'x'.repeat(1_100_000))).rejects.toThrow(DocumentTooLargeError);
      expect(await subject.tickets.load(tenant, id)).toMatchObject({ storageVersion: 1 });
    });

    it('refuses changes past the cap of pending events, and takes them again when some were sent', async () => {
      const capped = await open({ limits: { pendingEvents: 3 } });
      const tenant = capped.tenant();
      const { id } = (await createTicket(capped, tenant)).aggregate;
      await capped.tickets.change(tenant, id, command('p1'), stepUp);
      await capped.tickets.change(tenant, id, command('p2'), stepUp);
      const full = capped.tickets.change(tenant, id, command('p3'), stepUp);
      await expect(full).rejects.toThrow(TooManyPendingEventsError);
      await expect(full).rejects.toMatchObject({ code: 'OVERLOADED', retryable: true });
      await capped.storage.outbox.pull({ collection: 'tickets', tenantId: tenant, id }, [1]);
      expect((await capped.tickets.change(tenant, id, command('p3'), stepUp)).aggregate.lastSequence).toBe(4);
      await capped.storage.stop();
    });
  });
}
