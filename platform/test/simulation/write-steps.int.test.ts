import { describe, expect, it } from '@jest/globals';
import { type Break, type BreakPoint, breakHireAt } from './break-hire.ts';

/** Between any two steps of a write, of its way to the topic, and of its effect in another service. */
const POINTS: readonly BreakPoint[] = [
  'claim.after-claim',
  'commit.before',
  'commit.after-ack',
  'claim.before-complete',
  'relay.after-send',
  'relay.before-pull',
  'outbox.before-pull',
  'outbox.after-pull',
  'consumer.after-effect',
];
const BREAKS: readonly Break[] = ['dies', 'is taken for dead, and goes on when all is over', 'pauses'];
/** Of the first application, of the hires, and of what follows from them. */
const TIMES = [1, 2, 4];
const CASES = POINTS.flatMap((point) =>
  BREAKS.flatMap((how) => TIMES.map((time): readonly [BreakPoint, number, Break] => [point, time, how])),
);

describe('every step of the writes of a hire', () => {
  it.each(CASES)('comes out right where a process breaks at %s (time %i): it %s', async (point, time, how) => {
    const { reached, faults, filled, hired } = await breakHireAt(point, time, how);
    expect(faults).toEqual([]);
    expect({ reached, filled }).toEqual({ reached: true, filled: hired });
    // A client whose own command hangs until all is over may have asked for nobody in the end.
    expect(hired).toBeGreaterThanOrEqual(how.startsWith('is taken') ? 0 : 1);
    expect(hired).toBeLessThanOrEqual(1);
  });
});
