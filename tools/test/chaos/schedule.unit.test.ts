import { describe, expect, test } from '@jest/globals';
import { createDice } from '../../src/chaos/dice.ts';
import { describeFault, type Fault, LINES, planFaults, PROCESSES, SERVERS } from '../../src/chaos/schedule.ts';

const MINUTE = 60_000;
const FORMS = ['services', 'replicas'] as const;
const isKill = ({ kind }: Fault): boolean => kind === 'kill' || kind === 'full-disk';

describe('the schedule of a run', () => {
  test.each(FORMS)('is the same for the same seed, and another for another (%s)', (form) => {
    expect(planFaults(7, form, 5 * MINUTE)).toEqual(planFaults(7, form, 5 * MINUTE));
    expect(planFaults(8, form, 5 * MINUTE)).not.toEqual(planFaults(7, form, 5 * MINUTE));
  });

  test.each(FORMS)('kills at least sixty times in twenty minutes, broker and database among them (%s)', (form) => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const faults = planFaults(seed, form, 20 * MINUTE).map(({ fault }) => fault);
      const killed = faults.filter(isKill).map(({ target }) => target);
      expect(killed.length).toBeGreaterThanOrEqual(60);
      expect(new Set(killed)).toEqual(new Set([...PROCESSES[form], ...SERVERS]));
    }
  });

  test.each(FORMS)('has every kind of fault and every target in ten minutes (%s)', (form) => {
    const faults = planFaults(1, form, 10 * MINUTE).map(({ fault }) => fault);
    const kinds = new Set(faults.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['kill', 'freeze', 'delay', 'reset', 'half-open', 'full-disk']));
    expect(new Set(faults.map(({ target }) => target))).toEqual(new Set([...PROCESSES[form], ...SERVERS, ...LINES]));
  });

  test.each(FORMS)('kills broker and database and fills the disk in the first minute already (%s)', (form) => {
    for (let seed = 1; seed <= 20; seed++) {
      const words = planFaults(seed, form, MINUTE).map(({ fault }) => `${fault.kind} ${fault.target}`);
      expect(words).toEqual(expect.arrayContaining(['kill broker', 'kill database', 'full-disk database']));
    }
  });

  test('begins no fault right at the beginning or the end, and none before the one before it', () => {
    const times = planFaults(3, 'services', 2 * MINUTE).map(({ at }) => at);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(3_000);
    expect(Math.max(...times)).toBeLessThan(2 * MINUTE - 3_000);
  });

  test('is about nothing but the database where that is the question', () => {
    const faults = planFaults(1, 'replicas', MINUTE, 'database').map(({ fault }) => fault);
    expect(faults.length).toBeGreaterThan(10);
    expect(new Set(faults.map(({ kind, target }) => `${kind} ${target}`))).toEqual(new Set(['kill database']));
  });

  test('can be read by people', () => {
    expect(describeFault({ kind: 'kill', target: 'broker', downFor: 1_234 })).toBe('SIGKILL broker, down for 1.2 s');
    expect(describeFault({ kind: 'half-open', target: 'broker-line', lasts: 2_000, silent: 'answers' })).toBe(
      'broker-line: half-open (no answers) for 2.0 s',
    );
  });
});

describe('dice', () => {
  test('throw the same for the same seed and purpose, whatever others throw', () => {
    const throws = (seed: number, purpose: string): number[] => {
      const dice = createDice(seed, purpose);
      return Array.from({ length: 20 }, () => dice.between(1, 1_000));
    };
    expect(throws(1, 'a')).toEqual(throws(1, 'a'));
    expect(throws(1, 'a')).not.toEqual(throws(1, 'b'));
    expect(throws(1, 'a')).not.toEqual(throws(2, 'a'));
  });

  test('reach both ends of a range, shuffle without losing anything and pick nothing from nothing', () => {
    const dice = createDice(5, 'ranges');
    const thrown = new Set(Array.from({ length: 200 }, () => dice.between(1, 3)));
    expect(thrown).toEqual(new Set([1, 2, 3]));
    expect(dice.shuffled([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(dice.pick<string>([])).toBeUndefined();
  });
});
