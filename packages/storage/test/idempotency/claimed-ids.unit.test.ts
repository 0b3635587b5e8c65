import { isId } from '@hiregraph/kernel';
import { describe, expect, it } from '@jest/globals';
import { claimedId } from '../../src/idempotency/claimed-ids.ts';

const NOON = Date.parse('2026-03-01T12:00:00.000Z');

describe('A claimed id', () => {
  it('is the same for the same command, kind and slot, and else another', () => {
    const id = claimedId('cmd_1', NOON, 'stage', 'a');
    expect(claimedId('cmd_1', NOON, 'stage', 'a')).toBe(id);
    const others = [
      claimedId('cmd_2', NOON, 'stage', 'a'),
      claimedId('cmd_1', NOON, 'stage', 'b'),
      claimedId('cmd_1', NOON, 'job', 'a'),
      claimedId('cmd_1', NOON + 1, 'stage', 'a'),
    ];
    expect(new Set([id, ...others]).size).toBe(5);
  });

  it('is an id like any other and sorts by the time of its claim', () => {
    const ids = [0, 1, 1_000, 3_600_000].map((later) => claimedId('cmd_1', NOON + later, 'application', ''));
    expect(ids.every((id) => isId('application', id))).toBe(true);
    expect([...ids].sort()).toEqual(ids);
  });
});
