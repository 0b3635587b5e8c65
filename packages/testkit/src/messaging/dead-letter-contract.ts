import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DeadLetter, DeadLetterReason, DeadLetterStore, ParkedRef } from '@hiregraph/messaging';
import { TEST_TENANT, testEvent } from './test-events.ts';

export interface DeadLetterHarness {
  readonly store: DeadLetterStore;
  close(): Promise<void>;
}

const REASON: DeadLetterReason = { kind: 'failed', code: 'UNKNOWN', message: 'It broke.' };
const AT = '2026-01-05T08:00:00.000Z';

/** A dead letter of a group and a key. */
export function testLetter(group: string, key: string, sequence: number): DeadLetter {
  const event = testEvent(key, sequence);
  return {
    group,
    tenantId: TEST_TENANT,
    key,
    event,
    topic: 't',
    partition: 0,
    offset: 9,
    failedAt: AT,
    reason: REASON,
  };
}

/** What every DeadLetterStore must do. */
export function deadLetterContract(name: string, makeHarness: () => Promise<DeadLetterHarness>): void {
  describe(`the dead letters (${name})`, () => {
    let harness: DeadLetterHarness;
    let store: DeadLetterStore;
    const one: ParkedRef = { group: 'candidate.jobs', tenantId: TEST_TENANT, key: 'job_1' };
    const other: ParkedRef = { ...one, key: 'job_2' };

    beforeEach(async () => {
      harness = await makeHarness();
      store = harness.store;
    });
    afterEach(() => harness.close());

    test('knows a marked key as parked, for its group and tenant alone', async () => {
      await store.mark(one, AT, REASON);
      expect(await store.parkedAmong([one, other])).toEqual(new Set(['job_1']));
      expect(await store.parkedAmong([{ ...one, group: 'evaluation.jobs' }])).toEqual(new Set());
      expect(await store.parkedAmong([{ ...one, tenantId: 'ten_other' }])).toEqual(new Set());
      expect(await store.find(one)).toMatchObject({ ...one, since: AT, reason: REASON });
      expect(await store.find(other)).toBeNull();
    });

    test('keeps the first marker when a key is marked twice', async () => {
      await store.mark(one, AT, REASON);
      await store.mark(one, '2026-02-01T00:00:00.000Z', { ...REASON, message: 'Again.' });
      expect(await store.find(one)).toMatchObject({ since: AT, reason: REASON });
    });

    test('takes a marker away by its version alone', async () => {
      await store.mark(one, AT, REASON);
      const before = (await store.find(one))?.version ?? 0;
      expect(await store.touch(one)).toBe(true);
      expect(await store.unmark(one, before)).toBe(false);
      const after = (await store.find(one))?.version ?? 0;
      expect(await store.unmark(one, after)).toBe(true);
      expect(await store.find(one)).toBeNull();
      expect(await store.touch(one)).toBe(false);
      expect(await store.parkedAmong([one])).toEqual(new Set());
    });

    test('marks a released key again, with a version that it never had', async () => {
      await store.mark(one, AT, REASON);
      const first = (await store.find(one))?.version ?? 0;
      await store.unmark(one, first);
      await store.mark(one, AT, REASON);
      expect(await store.unmark(one, first)).toBe(false);
      expect(await store.find(one)).not.toBeNull();
    });

    test('gives the letters of a key in sequence order, an event once', async () => {
      for (const sequence of [3, 10, 2, 3]) await store.put(testLetter(one.group, one.key, sequence));
      await store.put(testLetter(one.group, other.key, 1));
      await store.put(testLetter('evaluation.jobs', one.key, 1));
      const letters = await store.letters(one, 100);
      expect(letters.map(({ event }) => event.sequence)).toEqual([2, 3, 10]);
      expect(letters[0]).toEqual(testLetter(one.group, one.key, 2));
      expect((await store.letters(one, 2)).map(({ event }) => event.sequence)).toEqual([2, 3]);
    });

    test('removes a letter, and takes it in again later', async () => {
      const letter = testLetter(one.group, one.key, 1);
      await store.put(letter);
      await store.remove(letter);
      await store.remove(letter);
      expect(await store.letters(one, 100)).toEqual([]);
      await store.put({ ...letter, reason: { ...REASON, message: 'Later.' } });
      expect((await store.letters(one, 100))[0]?.reason.message).toBe('Later.');
    });

    test('lists the parked keys of a tenant, oldest first', async () => {
      await store.mark(other, '2026-01-06T00:00:00.000Z', REASON);
      await store.mark(one, AT, REASON);
      await store.mark({ ...one, group: 'evaluation.jobs' }, '2026-01-07T00:00:00.000Z', REASON);
      await store.mark({ ...one, tenantId: 'ten_other' }, AT, REASON);
      expect((await store.list(TEST_TENANT, null, 100)).map(({ group, key }) => `${group} ${key}`)).toEqual([
        'candidate.jobs job_1',
        'candidate.jobs job_2',
        'evaluation.jobs job_1',
      ]);
      expect(await store.list(TEST_TENANT, 'candidate.jobs', 1)).toMatchObject([one]);
    });
  });
}
