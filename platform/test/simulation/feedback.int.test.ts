import { describe, expect, it } from '@jest/globals';
import { simulateFeedback } from './simulate-feedback.ts';

const FIRST_SEED = Number(process.env.SIMULATION_SEED ?? 1);

describe('interviews and scorecards, whatever dies, fails and overtakes (SIMULATION_SEED sets the first seed)', () => {
  it.each([0, 1, 2].map((index) => FIRST_SEED + index))(
    'are each written once, and nobody who owes one sees another (seed %i)',
    async (seed) => {
      const { faults, blindLooks, leaks, seenAtLast, commands } = await simulateFeedback(seed);
      expect(faults).toEqual([]);
      expect(leaks).toEqual([]);
      expect(blindLooks).toBeGreaterThan(0);
      expect(commands.filter(({ outcome }) => outcome === 'acknowledged').length).toBeGreaterThan(15);
      // Who owes nothing any more sees both: the looks before did not see too little for another reason.
      expect(seenAtLast).toEqual([2, 2, 2, 2, 2, 2]);
    },
  );
});
