import { describe, expect, it } from '@jest/globals';
import { MUTANTS } from './mutants.ts';
import { simulatePlatform } from './simulate-platform.ts';

const SEEDS = Array.from({ length: 6 }, (_, index) => index + 1);

describe('the simulated platform', () => {
  it.each(MUTANTS)('would be caught if it $mistake', async (mutant) => {
    let faults: readonly string[] = [];
    for (const seed of SEEDS) {
      ({ faults } = await simulatePlatform(seed, mutant));
      if (faults.length > 0) break;
    }
    expect(faults).not.toEqual([]);
  });
});
