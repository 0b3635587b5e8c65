import { describe, expect, test } from '@jest/globals';
import { type ParkingMutant, simulateParking } from './parking-simulation.ts';

const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1);

const MUTANTS: readonly ParkingMutant[] = [
  {
    mistake: 'takes the marker away without comparing its version',
    store: (store) => ({
      ...store,
      unmark: async (ref) => {
        const marker = await store.find(ref);
        return marker === null || (await store.unmark(ref, marker.version));
      },
    }),
  },
  {
    mistake: 'does not look whether the key is still parked when an event follows',
    store: (store) => ({
      ...store,
      touch: async (ref) => {
        await store.touch(ref);
        return true;
      },
    }),
  },
  {
    mistake: 'keeps no marker',
    store: (store) => ({ ...store, mark: async () => undefined, touch: async () => true }),
  },
  {
    mistake: 'forgets which keys are parked',
    store: (store) => ({ ...store, parkedAmong: async () => new Set() }),
  },
  {
    mistake: 'loses letters',
    store: (store) => ({ ...store, put: async () => undefined }),
  },
];

describe('parking beside replays and crashes', () => {
  test.each(SEEDS)('applies every event in order and leaves nothing behind (seed %i)', async (seed) => {
    expect(await simulateParking(seed)).toEqual([]);
  });

  test.each(MUTANTS)('would be caught if it $mistake', async (mutant) => {
    let faults: readonly string[] = [];
    for (const seed of SEEDS) {
      faults = await simulateParking(seed, mutant);
      if (faults.length > 0) break;
    }
    expect(faults).not.toEqual([]);
  });
});
