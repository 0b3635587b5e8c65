import { describe, expect, it } from '@jest/globals';
import { firstFaults } from './mutant.ts';
import { FORGETS_OUTCOMES } from './mutants.ts';
import { simulateRepeats } from './simulate-repeats.ts';

const FIRST_SEED = Number(process.env.SIMULATION_SEED ?? 1);
const SEEDS = Array.from({ length: 8 }, (_, index) => FIRST_SEED + index);

describe('an idempotency key, whatever dies and fails (SIMULATION_SEED sets the first seed)', () => {
  it('is answered the same for ever, once it was answered', async () => {
    let [deaths, repeated, stoodIn] = [0, 0, 0];
    for (const seed of SEEDS) {
      const found = await simulateRepeats(seed);
      expect([seed, found.faults]).toEqual([seed, []]);
      deaths += found.deaths;
      repeated += found.repeated;
      stoodIn += found.stoodIn;
    }
    expect({ deaths: deaths > 5, repeated: repeated > 50, stoodIn: stoodIn > 10 }).toEqual({
      deaths: true,
      repeated: true,
      stoodIn: true,
    });
  });

  it(`would be caught if a service ${FORGETS_OUTCOMES.mistake}`, async () => {
    expect(await firstFaults(SEEDS, (seed) => simulateRepeats(seed, FORGETS_OUTCOMES))).not.toEqual([]);
  });
});
