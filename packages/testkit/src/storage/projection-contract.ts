import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenSubject, StorageSubject } from './storage-subject.ts';
import type { TicketRow } from './ticket-store.ts';

const at = '2026-03-01T09:00:00.000Z';

/** How a service notes what it hears of others' aggregates. */
export function projectionContract(open: OpenSubject): void {
  describe('projections', () => {
    let subject: StorageSubject;
    beforeAll(async () => {
      subject = await open();
    });
    afterAll(() => subject.storage.stop());

    const apply = (tenant: string, id: string, sequence: number): Promise<string> =>
      subject.rows.apply(tenant, id, { sequence, at }, (state) => ({
        title: state?.title ?? 'first',
        moves: (state?.moves ?? 0) + 1,
        ...(sequence === 2 ? { note: 'two' } : {}),
      }));

    it('applies each event exactly once, in order', async () => {
      const tenant = subject.tenant();
      const id = `row_${tenant}`;
      expect(await apply(tenant, id, 2)).toBe('gap');
      expect(await subject.rows.load(tenant, id)).toBeNull();
      expect(await apply(tenant, id, 1)).toBe('applied');
      expect(await apply(tenant, id, 1)).toBe('duplicate');
      expect(await apply(tenant, id, 3)).toBe('gap');
      expect(await apply(tenant, id, 2)).toBe('applied');
      expect(await subject.rows.load(tenant, id)).toEqual({
        id,
        tenantId: tenant,
        sequence: 2,
        at,
        state: { title: 'first', moves: 2, note: 'two' },
      });
      expect(await apply(tenant, id, 3)).toBe('applied');
      expect((await subject.rows.load(tenant, id))?.state).toEqual({ title: 'first', moves: 3 });
    });

    it('applies an event once, of however many consumers at a time', async () => {
      const tenant = subject.tenant();
      const id = `row_${tenant}`;
      for (const sequence of [1, 2]) {
        const results = await Promise.all(Array.from({ length: 10 }, () => apply(tenant, id, sequence)));
        expect(results.filter((result) => result === 'applied')).toHaveLength(1);
        expect(results.filter((result) => result === 'duplicate')).toHaveLength(9);
      }
      expect((await subject.rows.load(tenant, id))?.state.moves).toBe(2);
    });

    it('learns an answer unless it is older than what is known', async () => {
      const tenant = subject.tenant();
      const id = `row_${tenant}`;
      const learn = (sequence: number, row: TicketRow): Promise<void> =>
        subject.rows.learn(tenant, id, { sequence, at }, row);
      await learn(5, { title: 'asked', moves: 5, note: 'n' });
      expect(await apply(tenant, id, 4)).toBe('duplicate');
      await learn(4, { title: 'stale', moves: 4 });
      await learn(5, { title: 'same', moves: 4 });
      expect(await subject.rows.load(tenant, id)).toMatchObject({ sequence: 5, state: { title: 'asked' } });
      expect(await apply(tenant, id, 6)).toBe('applied');
      await learn(9, { title: 'newer', moves: 9 });
      expect(await subject.rows.load(tenant, id)).toMatchObject({ sequence: 9, state: { title: 'newer', moves: 9 } });
      const never = `never_${tenant}`;
      await subject.rows.learn(tenant, never, { sequence: 0, at }, { title: 'no event yet', moves: 0 });
      expect(await subject.rows.apply(tenant, never, { sequence: 1, at }, () => ({ title: 't', moves: 1 }))).toBe(
        'applied',
      );
    });

    it('puts a rebuilt row in the place of one that is not newer', async () => {
      const tenant = subject.tenant();
      const id = `row_${tenant}`;
      const restore = (sequence: number, title: string): Promise<boolean> =>
        subject.rows.restore(tenant, id, { sequence, at }, { title, moves: sequence });
      expect(await restore(2, 'missing')).toBe(true);
      expect(await restore(2, 'different')).toBe(true);
      expect(await subject.rows.load(tenant, id)).toMatchObject({ sequence: 2, state: { title: 'different' } });
      expect(await apply(tenant, id, 3)).toBe('applied');
      expect(await restore(2, 'stale')).toBe(false);
      expect(await subject.rows.load(tenant, id)).toMatchObject({
        sequence: 3,
        state: { title: 'different', moves: 3 },
      });
      expect(await restore(5, 'behind')).toBe(true);
      expect(await apply(tenant, id, 6)).toBe('applied');
    });

    it('reads rows by declared queries', async () => {
      const [tenant, other] = [subject.tenant(), subject.tenant()];
      await apply(tenant, `a_${tenant}`, 1);
      await apply(tenant, `b_${tenant}`, 1);
      await apply(other, `a_${other}`, 1);
      const byTitle = { name: 'rowsByTitle', index: 'byTitle', filter: (title: string) => ({ 'state.title': title }) };
      const rows = await subject.rows.list(tenant, byTitle, 'first');
      expect(rows.map(({ id }) => id)).toEqual([`a_${tenant}`, `b_${tenant}`]);
      const [first] = rows;
      if (first === undefined) throw new Error('no row');
      const after = subject.rows.positionOf(byTitle, first);
      const page = await subject.rows.page(tenant, byTitle, 'first', { first: 5, after });
      expect(page.items.map(({ id }) => id)).toEqual([`b_${tenant}`]);
    });
  });
}
