import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createKeyOrder, type KeyParts } from '../../src/embedded/key-order.ts';
import { createKeyTree, type KeyTree } from '../../src/embedded/key-tree.ts';

const RUNS = { numRuns: 60 };

/** Some forty numbers have one head. */
const WIDTH = 40;
const keyOf = (value: number): KeyParts => ({ head: [Math.floor(value / WIDTH)], tail: [value % WIDTH] });
const valueOf = ([head]: KeyParts['head'], [tail]: KeyParts['tail']): number => Number(head) * WIDTH + Number(tail);
const ORDER = createKeyOrder(1, [1, 1]);

type Step = readonly ['insert' | 'delete', number];

/** Bursts of neighbours as well as scattered numbers, so that nodes split and empty. */
const steps: fc.Arbitrary<readonly Step[]> = fc
  .array(
    fc.tuple(fc.constantFrom('insert' as const, 'insert' as const, 'delete' as const), fc.nat(2_000), fc.nat(150)),
    { maxLength: 60 },
  )
  .map((bursts) =>
    bursts.flatMap(([kind, start, length]) => Array.from({ length }, (_, offset): Step => [kind, start + offset])),
  );

function run(history: readonly Step[]): { tree: KeyTree; sorted: number[] } {
  const tree = createKeyTree(ORDER);
  const model = new Set<number>();
  for (const [kind, value] of history) {
    if (kind === 'insert') {
      expect(tree.insert(keyOf(value))).toBe(!model.has(value));
      model.add(value);
    } else {
      expect(tree.delete(keyOf(value))).toBe(model.delete(value));
    }
  }
  return { tree, sorted: [...model].sort((a, b) => a - b) };
}

function collect(tree: KeyTree, rank: number, direction: 1 | -1): number[] {
  const found: number[] = [];
  tree.walk(rank, direction, (head, tail) => {
    found.push(valueOf(head, tail));
    return true;
  });
  return found;
}

describe('A tree of keys', () => {
  it('holds, orders and counts what a sorted list would', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const { tree, sorted } = run(history);
        expect(tree.size).toBe(sorted.length);
        expect(collect(tree, 0, 1)).toEqual(sorted);
        expect(collect(tree, sorted.length - 1, -1)).toEqual([...sorted].reverse());
      }),
      RUNS,
    );
  });

  it('knows the rank of any bound, and what stands at any rank', () => {
    fc.assert(
      fc.property(steps, fc.array(fc.integer({ min: -5, max: 2_200 }), { maxLength: 40 }), (history, bounds) => {
        const { tree, sorted } = run(history);
        for (const bound of bounds) {
          const rank = sorted.filter((value) => value < bound).length;
          expect(tree.rank((head, tail) => (valueOf(head, tail) < bound ? -1 : 1))).toBe(rank);
          const wanted = sorted[rank];
          expect(tree.at(rank)).toEqual(wanted === undefined ? undefined : keyOf(wanted));
          expect(collect(tree, rank, 1)).toEqual(sorted.slice(Math.max(0, rank)));
        }
        expect(tree.at(-1)).toBeUndefined();
      }),
      RUNS,
    );
  });

  it('stops walking when it is told to', () => {
    const { tree } = run(Array.from({ length: 300 }, (_, value): Step => ['insert', value]));
    const seen: number[] = [];
    tree.walk(100, -1, (head, tail) => seen.push(valueOf(head, tail)) < 3);
    expect(seen).toEqual([100, 99, 98]);
  });

  it('is empty again when everything has been deleted, in any order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(5_000), { maxLength: 400 }), (values) => {
        const inserts = values.map((value): Step => ['insert', value]);
        const deletes = [...values].sort((a, b) => (a % 7) - (b % 7)).map((value): Step => ['delete', value]);
        const { tree } = run([...inserts, ...deletes, ['insert', 3]]);
        expect(collect(tree, 0, 1)).toEqual([3]);
      }),
      RUNS,
    );
  });
});
