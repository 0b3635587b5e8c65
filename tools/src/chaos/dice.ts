import { createSeededRandom } from '@hiregraph/testkit/seeded-random';

/** Chances from a seed: the same seed gives the same throws. */
export interface Dice {
  /** In [0, 1). */
  throw(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  happens(probability: number): boolean;
  pick<T>(from: readonly T[]): T | undefined;
  shuffled<T>(values: readonly T[]): T[];
}

/**
 * @param seed the run's
 * @param purpose one stream of throws a purpose, so that nobody's throws depend on how often others threw
 */
export function createDice(seed: number, purpose: string): Dice {
  const { next } = createSeededRandom(mixed(seed, purpose));
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    throw: next,
    between,
    happens: (probability) => next() < probability,
    pick: (from) => from[Math.floor(next() * from.length)],
    shuffled: (values) => {
      // Fisher and Yates: every order is as likely as every other.
      const left = [...values];
      for (let at = left.length - 1; at > 0; at--) {
        const other = between(0, at);
        [left[at], left[other]] = [left[other] as never, left[at] as never];
      }
      return left;
    },
  };
}

/** FNV-1a over seed and purpose. */
function mixed(seed: number, purpose: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed} ${purpose}`) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}
