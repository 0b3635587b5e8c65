import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { OverloadedError } from '@hiregraph/kernel';
import { createTurnGate, type TurnGate } from '../../src/idempotency/turn-gate.ts';

/** @returns the numbers of those who have begun, in their order */
function enterAll(gate: TurnGate, count: number): number[] {
  const begun: number[] = [];
  for (let number = 0; number < count; number++) {
    const turn = gate.enter();
    if (turn === undefined) begun.push(number);
    else void turn.then(() => begun.push(number));
  }
  return begun;
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, number) => number);

describe('A gate for commands', () => {
  it('lets as many begin at once as one turn may have, and the others turn by turn in their order', async () => {
    const begun = enterAll(createTurnGate(3, 100), 8);
    expect(begun).toEqual(upTo(3));
    await nextTurn();
    expect(begun).toEqual(upTo(6));
    await nextTurn();
    expect(begun).toEqual(upTo(8));
  });

  it('makes whoever comes while others wait go behind them', async () => {
    const gate = createTurnGate(2, 100);
    const first = enterAll(gate, 3);
    await nextTurn();
    // One of this turn's two places was the one's that waited.
    expect(first).toEqual(upTo(3));
    expect(enterAll(gate, 2)).toEqual([0]);
  });

  it('has every place free again when nobody waits any more', async () => {
    const gate = createTurnGate(2, 100);
    enterAll(gate, 2);
    await nextTurn();
    await nextTurn();
    expect(enterAll(gate, 2)).toEqual(upTo(2));
  });

  it('refuses, retryably, when too many wait', () => {
    const gate = createTurnGate(1, 2);
    enterAll(gate, 3);
    expect(() => gate.enter()).toThrow(OverloadedError);
  });
});
