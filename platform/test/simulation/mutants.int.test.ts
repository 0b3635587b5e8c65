import { describe, expect, it } from '@jest/globals';
import { firstFaults } from './mutant.ts';
import { MUTANTS } from './mutants.ts';
import { simulatePlatform } from './simulate-platform.ts';

const SEEDS = Array.from({ length: 6 }, (_, index) => index + 1);

describe('the simulated platform', () => {
  it.each(MUTANTS)('would be caught if it $mistake', async (mutant) => {
    expect(await firstFaults(SEEDS, (seed) => simulatePlatform(seed, mutant))).not.toEqual([]);
  });
});
