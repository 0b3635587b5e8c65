import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createManualClock, type ManualClock } from '@hiregraph/kernel';
import { createLease, type Lease } from '@hiregraph/storage';
import type { EngineUnderTest, MakeEngine } from './storage-subject.ts';

const LASTS = 15_000;

/** What a lease must do on every engine. */
export function leaseContract(makeEngine: MakeEngine): void {
  describe('a lease', () => {
    let clock: ManualClock;
    let underTest: EngineUnderTest;
    let leases = 0;

    beforeAll(async () => {
      clock = createManualClock('2026-03-01T08:00:00.000Z');
      underTest = await makeEngine({ clock });
      await underTest.engine.start();
    });

    afterAll(() => underTest.engine.stop());

    /** One lease as each of its holders sees it. */
    function holders(...names: readonly string[]): readonly Lease[] {
      leases++;
      const { engine } = underTest;
      return names.map((holder) => createLease({ engine, name: `l${leases}`, holder, clock, lasts: LASTS }));
    }

    it('has one holder at a time, who may hold it for longer', async () => {
      const [one, other] = holders('one', 'other') as [Lease, Lease];
      expect(await one.hold()).toBe(true);
      expect(await other.hold()).toBe(false);
      clock.advance(LASTS - 1);
      expect(await one.hold()).toBe(true);
      clock.advance(LASTS - 1);
      expect(await other.hold()).toBe(false);
    });

    it('has one holder however many ask at once', async () => {
      const asking = holders('a', 'b', 'c', 'd', 'e', 'f');
      const answers = await Promise.all(asking.map((lease) => lease.hold()));
      expect(answers.filter(Boolean)).toHaveLength(1);
    });

    it('passes on when it is released, and when it has lasted its time', async () => {
      const [one, other] = holders('one', 'other') as [Lease, Lease];
      await one.hold();
      await one.release();
      expect(await other.hold()).toBe(true);
      expect(await one.hold()).toBe(false);
      clock.advance(LASTS);
      expect(await one.hold()).toBe(true);
    });

    it('is not taken from its new holder by the release of the one before', async () => {
      const [one, other] = holders('one', 'other') as [Lease, Lease];
      await one.hold();
      clock.advance(LASTS);
      await other.hold();
      await one.release();
      expect(await one.hold()).toBe(false);
    });
  });
}
