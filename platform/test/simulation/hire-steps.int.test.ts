import { describe, expect, it } from '@jest/globals';
import type { SagaFailpoint } from '@hiregraph/subgraph';
import { type Break, breakHireAt } from './break-hire.ts';
import { MUTANTS } from './mutants.ts';

const POINTS: readonly SagaFailpoint[] = [
  'hire.after-request',
  'hire.before-answer',
  'hire.before-seat',
  'hire.after-seat',
  'hire.before-outcome',
  'hire.after-outcome',
  'hire.before-fill',
  'hire.after-fill',
  'hire.before-release',
  'hire.after-release',
];
/** Of two requests for one seat the first two times are a hire and a refusal, in one order or the other. */
const CASES = POINTS.flatMap((point): (readonly [SagaFailpoint, number, Break])[] => [
  [point, 1, 'dies'],
  [point, 2, 'is taken for dead, and goes on when all is over'],
]);
const PAUSES: readonly SagaFailpoint[] = ['hire.before-seat', 'hire.before-outcome', 'hire.before-fill'];

describe('a hire for one seat, asked for two people, taken back and asked for again', () => {
  it.each(CASES)('comes out right where a process breaks at %s (time %i): it %s', async (point, time, how) => {
    const { reached, faults, filled, hired } = await breakHireAt(point, time, how);
    expect(faults).toEqual([]);
    expect(reached).toBe(true);
    expect({ filled, hired }).toEqual({ filled: 1, hired: 1 });
  });

  it.each(PAUSES)('comes out right where a process pauses at %s', async (point) => {
    const { reached, faults, filled, hired } = await breakHireAt(point, 1, 'pauses');
    expect(faults).toEqual([]);
    expect({ reached, filled, hired }).toEqual({ reached: true, filled: 1, hired: 1 });
  });

  const byTheClock = MUTANTS.filter(({ mistake }) => mistake === 'gives reserved seats back by the clock');

  it.each(byTheClock)(
    'would come out wrong if job $mistake, while the outcome of a reservation waits',
    async (mutant) => {
      const { faults } = await breakHireAt('hire.before-outcome', 1, 'pauses', mutant);
      expect(faults).not.toEqual([]);
    },
  );
});
