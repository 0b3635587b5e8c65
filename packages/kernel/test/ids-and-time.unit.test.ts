import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  createDeadline,
  createIdGenerator,
  createManualClock,
  isId,
  laterOf,
  secondsBetween,
  toInstant,
  userIdFor,
} from '../src/index.ts';

describe('ids', () => {
  it('carry their kind, and sort in the order in which they were made', () => {
    const clock = createManualClock('2026-01-31T09:30:00.000Z');
    const newId = createIdGenerator(clock);
    const ids: string[] = [];
    for (let step = 0; step < 500; step++) {
      ids.push(newId('application'));
      if (step % 7 === 0) clock.advance(1);
    }
    expect(new Set(ids).size).toBe(500);
    expect([...ids].sort()).toEqual(ids);
    expect(ids.every((id) => isId('application', id))).toBe(true);
    expect(isId('job', ids[0] ?? '')).toBe(false);
  });

  it('never come twice, however many are made and of however many generators', () => {
    const clock = createManualClock('2026-01-31T09:30:00.000Z');
    const generators = Array.from({ length: 3 }, () => createIdGenerator(clock));
    const ids: string[] = [];
    for (let step = 0; step < 1_000; step++) {
      for (const newId of generators) ids.push(newId('command'));
      clock.advance(1);
    }
    expect(new Set(ids).size).toBe(3_000);
  });

  it('of users are the same wherever they are mapped, and differ by tenant, issuer and subject', () => {
    const id = userIdFor('ten_1', 'https://id.example', 'rosa');
    expect(isId('user', id)).toBe(true);
    expect(userIdFor('ten_1', 'https://id.example', 'rosa')).toBe(id);
    expect(userIdFor('ten_2', 'https://id.example', 'rosa')).not.toBe(id);
    expect(userIdFor('ten_1', 'https://id.example/', 'rosa')).not.toBe(id);
    expect(userIdFor('ten_1', 'https://id.example', 'rose')).not.toBe(id);
  });
});

describe('time', () => {
  it('between two instants is whole seconds, floored and never negative', () => {
    expect(secondsBetween('2026-01-31T09:30:00.900Z', '2026-01-31T09:30:02.100Z')).toBe(1);
    const moment = fc.integer({ min: 0, max: 4e12 });
    fc.assert(
      fc.property(moment, moment, (a, b) =>
        expect(secondsBetween(toInstant(a), toInstant(b))).toBeGreaterThanOrEqual(0),
      ),
    );
  });

  it('sorts as it compares', () => {
    const moment = fc.integer({ min: 0, max: 4e12 });
    fc.assert(
      fc.property(moment, moment, (a, b) =>
        expect(laterOf(toInstant(a), toInstant(b))).toBe(toInstant(Math.max(a, b))),
      ),
    );
  });
});

describe('a deadline', () => {
  it('hands on the lesser of a cap and what remains less the reserve', () => {
    const clock = createManualClock(0);
    const deadline = createDeadline(clock, 3_000);
    expect(deadline.narrow(2_000).remaining()).toBe(2_000);
    clock.advance(1_500);
    expect(deadline.remaining()).toBe(1_500);
    expect(deadline.narrow(2_000).remaining()).toBe(1_450);
    clock.advance(1_480);
    expect(deadline.narrow(2_000).remaining()).toBe(0);
    clock.advance(100);
    expect(deadline.remaining()).toBe(0);
  });
});
