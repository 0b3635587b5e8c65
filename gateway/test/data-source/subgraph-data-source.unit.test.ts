import { describe, expect, it } from '@jest/globals';
import { ANONYMOUS, createDeadline, createManualClock, silentLogger } from '@hiregraph/kernel';
import { createBreaker } from '../../src/data-source/breaker.ts';
import { FetchCancelledError } from '../../src/data-source/cancellation.ts';
import { createSubgraphDataSource, type SubgraphDataSource } from '../../src/data-source/subgraph-data-source.ts';

const clock = createManualClock('2026-01-01T00:00:00.000Z');
const context = {
  caller: ANONYMOUS,
  deadline: createDeadline(clock, 3_000),
  trace: { correlationId: 'c', causationId: 'c' },
};

interface Rig {
  readonly source: SubgraphDataSource;
  readonly outcomes: string[];
  answer: () => Promise<{ data: { ping: boolean } }>;
  ask(): Promise<unknown>;
}

function open(): Rig {
  const outcomes: string[] = [];
  const rig: Rig = {
    outcomes,
    answer: () => Promise.resolve({ data: { ping: true } }),
    source: createSubgraphDataSource({
      name: 'job',
      transport: { fetch: () => rig.answer(), close: () => Promise.resolve() },
      breaker: createBreaker({ clock, threshold: 2, coolDown: 1_000 }),
      logger: silentLogger,
      observe: (_milliseconds, outcome) => outcomes.push(outcome),
    }),
    ask: async () => (await rig.source.ask({ query: '{ ping }' }, context)).data,
  };
  return rig;
}

describe('the breaker before a subgraph', () => {
  it('opens after failures, refuses, lets one through when it has cooled down, and closes when that is well', async () => {
    const rig = open();
    rig.answer = () => Promise.reject(new Error('gone'));
    for (let time = 0; time < 3; time++) expect(await rig.ask()).toBeNull();
    expect(rig.outcomes).toEqual(['failed', 'failed', 'refused']);
    clock.advance(1_000);
    rig.answer = () => Promise.resolve({ data: { ping: true } });
    for (let time = 0; time < 2; time++) expect(await rig.ask()).toEqual({ ping: true });
    expect(rig.outcomes.slice(3)).toEqual(['ok', 'ok']);
  });

  it('learns nothing from callers who hang up, not even from the one that was to try', async () => {
    const rig = open();
    rig.answer = () => Promise.reject(new FetchCancelledError());
    for (let time = 0; time < 3; time++) await rig.ask();
    expect(rig.outcomes).toEqual(['cancelled', 'cancelled', 'cancelled']);
    rig.answer = () => Promise.reject(new Error('gone'));
    for (let time = 0; time < 2; time++) await rig.ask();
    clock.advance(1_000);
    rig.answer = () => Promise.reject(new FetchCancelledError());
    await rig.ask();
    rig.answer = () => Promise.resolve({ data: { ping: true } });
    expect(await rig.ask()).toEqual({ ping: true });
    expect(rig.outcomes.slice(3)).toEqual(['failed', 'failed', 'cancelled', 'ok']);
  });
});
