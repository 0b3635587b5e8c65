import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { STANDINGS } from '../../src/application/access-rules.ts';
import { bitOf, standingsOfBits, unionOf } from '../../src/application/shared-standings.ts';

const some = fc.subarray([...STANDINGS]);
const standingsOf = (list: readonly (typeof STANDINGS)[number][]) =>
  standingsOfBits(list.reduce((bits, standing) => bits | bitOf(standing), 0));

describe('shared standings', () => {
  it('hold what they were made of, and are one set for one combination', () => {
    fc.assert(
      fc.property(some, (list) => {
        expect([...standingsOf(list)].sort()).toEqual([...list].sort());
        expect(standingsOf([...list].reverse())).toBe(standingsOf(list));
      }),
    );
  });

  it('unite to all that is in one of them or the other', () => {
    fc.assert(
      fc.property(some, some, (one, other) => {
        expect(unionOf(standingsOf(one), standingsOf(other))).toBe(standingsOf([...new Set([...one, ...other])]));
        expect(unionOf(new Set(one), new Set(other))).toEqual(new Set([...one, ...other]));
      }),
    );
  });
});
