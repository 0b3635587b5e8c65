import { describe, expect, it } from '@jest/globals';
import { simulatePlatform } from './simulate-platform.ts';

const FIRST_SEED = Number(process.env.SIMULATION_SEED ?? 1);
const SEEDS = Array.from({ length: 6 }, (_, index) => FIRST_SEED + index);

describe('the platform, whatever dies, fails and overtakes (SIMULATION_SEED sets the first seed)', () => {
  it.each(SEEDS)('loses nothing, swaps nothing and invents nothing (seed %i)', async (seed) => {
    const { faults, commands, deaths } = await simulatePlatform(seed);
    expect(faults).toEqual([]);
    expect(deaths).toBeGreaterThan(0);
    expect(commands.filter(({ outcome }) => outcome === 'acknowledged').length).toBeGreaterThan(5);
  });

  it('does the same again with the same seed', async () => {
    expect(await simulatePlatform(FIRST_SEED)).toEqual(await simulatePlatform(FIRST_SEED));
  });
});
