import { describe, expect, it } from '@jest/globals';
import { createManualClock } from '@hiregraph/kernel';
import { createSeedClock } from '../../src/seed/seed-clock.ts';

const NOW = 1_000_000;

describe("the seed's clock", () => {
  it('shows the clock that it was made with, until time is simulated and after it is released', () => {
    const under = createManualClock(NOW);
    const clock = createSeedClock(under);
    expect(clock.now()).toBe(NOW);
    clock.simulate(500);
    expect(clock.now()).toBe(500);
    clock.release();
    under.advance(1);
    expect(clock.now()).toBe(NOW + 1);
  });

  it('gives work that runs side by side each its own time, over every await', async () => {
    const clock = createSeedClock(createManualClock(NOW));
    const time = clock.simulate(500);
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const work = async (): Promise<number[]> => {
      const before = clock.now();
      await gate;
      return [before, clock.now()];
    };
    const both = Promise.all([time.during(600, work), time.during(700, work)]);
    expect(clock.now()).toBe(500);
    open();
    expect(await both).toEqual([
      [600, 600],
      [700, 700],
    ]);
  });

  it('lets what the work leaves running go on in the time of everybody', async () => {
    const clock = createSeedClock(createManualClock(NOW));
    const time = clock.simulate(500);
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    let left: Promise<number> = Promise.resolve(0);
    await time.during(600, async () => {
      left = gate.then(() => clock.now());
    });
    time.advanceTo(800);
    open();
    expect(await left).toBe(800);
  });

  it('goes on in the present with whatever runs while it is released', async () => {
    const clock = createSeedClock(createManualClock(NOW));
    const time = clock.simulate(500);
    const seen = await time.during(600, async () => {
      clock.release();
      await Promise.resolve();
      return clock.now();
    });
    expect(seen).toBe(NOW);
  });

  it('never goes back, and simulates one past at a time', () => {
    const clock = createSeedClock(createManualClock(NOW));
    const time = clock.simulate(500);
    time.advanceTo(700);
    time.advanceTo(600);
    expect(clock.now()).toBe(700);
    expect(() => clock.simulate(100)).toThrow(/simulated already/u);
  });
});
