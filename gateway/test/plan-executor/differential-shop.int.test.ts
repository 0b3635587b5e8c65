import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compareBothWays } from './agreement.ts';
import { type Comparison, FAIR, openComparison, type Weather } from './comparison.ts';
import { createFakeSubgraph } from './fake-subgraph.ts';
import { compareGenerated, generatedSize } from './generated-comparison.ts';
import { OPERATIONS } from './shop/operations.ts';
import { composeShop, SHOP } from './shop/shop.ts';

const GENERATED_LIMIT = 300_000;
const names = SHOP.map(({ name }) => name);

let comparison: Comparison;
beforeAll(async () => {
  comparison = await openComparison(composeShop(), SHOP.map(createFakeSubgraph));
});
afterAll(() => comparison.stop());

/** Fair; each subgraph gone in turn; fields failing everywhere; entities missing; nulls where none may be. */
const WEATHERS: readonly Weather[] = [
  FAIR,
  ...names.map((name): Weather => ({ seed: `without ${name}`, faults: { [name]: 'refused' } })),
  ...(['failing-fields', 'null-entities', 'nulls', 'missing-keys'] as const).map(
    (fault): Weather => ({ seed: fault, faults: Object.fromEntries(names.map((name) => [name, fault])) }),
  ),
];

describe('the compiled executor answers as the stock one does', () => {
  it.each(Object.keys(OPERATIONS))('for %s', async (feature) => {
    const reports: string[] = [];
    for (const operation of OPERATIONS[feature] ?? []) {
      for (const weather of WEATHERS) {
        const agreement = await compareBothWays(comparison, operation, weather);
        if (agreement.kind === 'different') reports.push(agreement.report);
      }
    }
    expect(reports).toEqual([]);
  });

  it(
    'for operations made at random, with subgraphs that fail in every way',
    async () => {
      await compareGenerated(comparison, names, generatedSize(450));
    },
    GENERATED_LIMIT,
  );
});
