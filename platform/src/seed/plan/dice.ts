import type { Faker } from '@faker-js/faker';

/** Chance, decided by faker's seeded generator alone. */
export interface Dice {
  readonly faker: Faker;
  /** @param probability 0 to 1 */
  chance(probability: number): boolean;
  /** From `min` to `max`. */
  between(min: number, max: number): number;
  whole(min: number, max: number): number;
  pick<T>(items: readonly T[]): T;
  /** So many different ones, in another order. */
  some<T>(items: readonly T[], count: number): T[];
}

export function createDice(faker: Faker): Dice {
  return {
    faker,
    chance: (probability) => faker.number.float({ min: 0, max: 1 }) < probability,
    between: (min, max) => faker.number.float({ min, max }),
    whole: (min, max) => faker.number.int({ min, max }),
    pick: (items) => faker.helpers.arrayElement(items),
    some: (items, count) => faker.helpers.arrayElements(items, Math.min(count, items.length)),
  };
}
