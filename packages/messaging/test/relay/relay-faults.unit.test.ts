import { describe, expect, test } from '@jest/globals';
import type { OutboxSource } from '@hiregraph/storage';
import { type RelayMutant, simulateRelays } from './relay-simulation.ts';

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

const MUTANTS: readonly RelayMutant[] = [
  {
    mistake: 'pulls events before it sends them',
    source: (source) => ({
      ...source,
      pending: async (aggregate) => {
        const found = await source.pending(aggregate);
        const sequences = found.events.map(({ sequence }) => sequence);
        await source.pull(aggregate, sequences);
        return found;
      },
    }),
  },
  {
    mistake: 'takes a send for acknowledged when it was only begun',
    bus: (bus) => ({
      publish: async (topic, events) => {
        bus.publish(topic, events).catch(() => undefined);
      },
    }),
  },
  {
    mistake: 'takes a failed send for acknowledged',
    bus: (bus) => ({ publish: (topic, events) => bus.publish(topic, events).catch(() => undefined) }),
  },
  {
    mistake: 'pulls all that is pending, not what was sent',
    source: (source) => ({
      ...source,
      pull: async (aggregate) => {
        const { events } = await source.pending(aggregate);
        const sequences = events.map(({ sequence }) => sequence);
        await source.pull(aggregate, sequences);
      },
    }),
  },
  {
    mistake: 'begins at the newest pending event',
    source: (source) => ({
      ...source,
      pending: async (aggregate) => {
        const found = await source.pending(aggregate);
        return { ...found, events: found.events.slice(-1) };
      },
    }),
  },
  {
    mistake: 'trusts that what was committed is all that is pending',
    source: (source) => ({
      ...source,
      onCommitted: (listener) =>
        source.onCommitted((committed) => {
          void source.pending(committed).then(({ events }) => listener({ ...committed, events: events.slice(-1) }));
        }),
    }),
  },
  {
    mistake: 'never sweeps',
    source: (source): OutboxSource => ({ ...source, findStale: async () => [] }),
  },
];

describe('relays that crash and overlap, before a broker that fails', () => {
  test.each(SEEDS)('lose nothing, invent nothing and leave no gap (seed %i)', async (seed) => {
    expect(await simulateRelays(seed)).toEqual([]);
  });

  test.each(MUTANTS)('would be caught if one $mistake', async (mutant) => {
    let faults: readonly string[] = [];
    for (const seed of SEEDS) {
      faults = await simulateRelays(seed, mutant);
      if (faults.length > 0) break;
    }
    expect(faults).not.toEqual([]);
  });
});
