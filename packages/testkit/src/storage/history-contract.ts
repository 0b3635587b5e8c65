import type { EventEnvelope } from '@hiregraph/kernel';
import type { Failpoint } from '@hiregraph/storage';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenSubject, StorageSubject } from './storage-subject.ts';
import { createTicket } from './create-ticket.ts';
import { command, stepUp } from './ticket-store.ts';

const RANGE = 4;

/** How old history moves to buckets. */
export function historyContract(open: OpenSubject): void {
  describe('history', () => {
    let subject: StorageSubject;
    let reached: ((point: Failpoint) => void) | null = null;
    beforeAll(async () => {
      subject = await open({ limits: { bucketRange: RANGE }, failpoints: (point) => reached?.(point) });
    });
    afterEach(() => {
      reached = null;
    });
    afterAll(() => subject.storage.stop());

    interface Stored {
      readonly history: readonly { readonly sequence: number }[];
      readonly movedThrough: number;
      readonly historyBytes: number;
    }

    const stored = async (id: string): Promise<Stored> => {
      const found = await subject.storage
        .systemScope('export')
        .collection('tickets')
        .findOne({ _id: id }, { hint: '_id_' });
      return found as unknown as Stored;
    };

    /** Moves the ticket some steps; `sent` events leave the outbox at once, as the relay would have it. */
    const steps = async (tenant: string, id: string, from: number, to: number, sent = true): Promise<void> => {
      for (let step = from; step <= to; step++) {
        const { events } = await subject.tickets.change(tenant, id, command(`step-${step}`), stepUp);
        const sequences = events.map(({ sequence }) => sequence);
        if (sent) await subject.storage.outbox.pull({ collection: 'tickets', tenantId: tenant, id }, sequences);
      }
      await subject.storage.idle();
    };

    const open1 = async (): Promise<{ tenant: string; id: string }> => {
      const tenant = subject.tenant();
      const { id } = (await createTicket(subject, tenant)).aggregate;
      await subject.storage.outbox.pull({ collection: 'tickets', tenantId: tenant, id }, [1]);
      return { tenant, id };
    };

    const sequencesOf = (entries: readonly { readonly sequence: number }[]): readonly number[] =>
      entries.map(({ sequence }) => sequence);
    const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1);

    it('moves whole ranges of old entries away, and reads all of them in order', async () => {
      const { tenant, id } = await open1();
      await steps(tenant, id, 1, 18);
      const document = await stored(id);
      expect(document.movedThrough).toBe(12);
      expect(sequencesOf(document.history)).toEqual([13, 14, 15, 16, 17, 18, 19]);
      const history = await subject.tickets.history(tenant, id);
      expect(sequencesOf(history)).toEqual(upTo(19));
      expect(history.map(({ event }) => event.id)).toEqual(upTo(19).map((sequence) => `${id}:${sequence}`));
      const { aggregate } = await subject.tickets.change(tenant, id, command('next'), stepUp);
      expect(aggregate).toMatchObject({ lastSequence: 20, storageVersion: 20, version: 20 });
    });

    it('keeps a document small however long its history is', async () => {
      const { tenant, id } = await open1();
      await steps(tenant, id, 1, 3 * RANGE);
      const early = await stored(id);
      await steps(tenant, id, 3 * RANGE + 1, 12 * RANGE);
      const late = await stored(id);
      expect(late.history.length).toBeLessThan(2 * RANGE + 1);
      expect(late.historyBytes).toBeLessThan(2 * early.historyBytes);
      expect(late.historyBytes).toBeGreaterThan(0);
    });

    it('finds commands whose entries have moved', async () => {
      const { tenant, id } = await open1();
      await steps(tenant, id, 1, 12);
      expect(sequencesOf((await stored(id)).history)).not.toContain(2);
      expect(await subject.tickets.applied(tenant, id, command('step-1'))).toMatchObject({
        changed: false,
        events: [{ subject: id, sequence: 2 }],
      });
      expect(await subject.tickets.applied(tenant, id, command('step-0'))).toBeNull();
      const again = await subject.tickets.change(tenant, id, command('step-1', { repeated: true }), stepUp);
      expect(again).toMatchObject({ changed: false, aggregate: { lastSequence: 13 } });
    });

    it('never moves events that wait to be sent, and moves them once they were', async () => {
      const { tenant, id } = await open1();
      await steps(tenant, id, 1, 12, false);
      expect((await stored(id)).movedThrough).toBe(0);
      const aggregate = { collection: 'tickets', tenantId: tenant, id };
      expect((await subject.storage.outbox.pending(aggregate)).events.map(({ sequence }) => sequence)).toEqual(
        upTo(13).slice(1),
      );
      await subject.storage.outbox.pull(aggregate, [2, 3, 4]);
      await subject.storage.idle();
      expect((await stored(id)).movedThrough).toBe(4);
      expect((await subject.storage.outbox.pending(aggregate)).events.map(({ sequence }) => sequence)).toEqual(
        upTo(13).slice(4),
      );
    });

    it('shows every entry once while a move is cut off between bucket and document, and finishes it later', async () => {
      const { tenant, id } = await open1();
      reached = (point) => {
        if (point === 'history.after-bucket') throw new Error('cut off here');
      };
      await steps(tenant, id, 1, 8);
      reached = null;
      expect((await stored(id)).movedThrough).toBe(0);
      expect(sequencesOf(await subject.tickets.history(tenant, id))).toEqual(upTo(9));
      await steps(tenant, id, 9, 9);
      expect((await stored(id)).movedThrough).toBe(4);
      expect(sequencesOf(await subject.tickets.history(tenant, id))).toEqual(upTo(10));
    });

    it('gives the frozen events of a topic again, aggregate by aggregate, wherever they lie and whether they were sent', async () => {
      const [moved, waiting] = [await open1(), await open1()];
      await steps(moved.tenant, moved.id, 1, 18);
      await steps(waiting.tenant, waiting.id, 1, 2, false);
      expect((await stored(moved.id)).movedThrough).toBe(12);
      const found = new Map<string | undefined, readonly EventEnvelope[]>();
      for await (const events of subject.storage.frozenEvents('test.ticket.v1')) found.set(events[0]?.subject, events);
      for (const { tenant, id } of [moved, waiting]) {
        const history = await subject.tickets.history(tenant, id);
        expect(found.get(id)).toEqual(history.map(({ event }) => event));
      }
      expect(found.get(moved.id)).toHaveLength(19);
      expect(found.get(waiting.id)).toHaveLength(3);
      for await (const events of subject.storage.frozenEvents('test.other.v1')) expect(events).toBe('none');
    });

    it('reads the histories of many at once', async () => {
      const [long, short] = [await open1(), await open1()];
      await steps(long.tenant, long.id, 1, 10);
      const other = (await createTicket(subject, long.tenant)).aggregate.id;
      const histories = await subject.tickets.historyMany(long.tenant, [long.id, other, short.id, 'nothing']);
      expect([...histories.keys()].sort()).toEqual([long.id, other].sort());
      expect(sequencesOf(histories.get(long.id) ?? [])).toEqual(upTo(11));
      expect(sequencesOf(histories.get(other) ?? [])).toEqual([1]);
    });
  });
}
