import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSeededRandom } from '@hiregraph/testkit/seeded-random';
import { parse, validate } from 'graphql';
import { compareBothWays, randomWeather } from './agreement.ts';
import { type Comparison, openComparison, type Operation } from './comparison.ts';
import { createFakeSubgraph } from './fake-subgraph.ts';
import { compareGenerated, generatedSize } from './generated-comparison.ts';
import { PRODUCT_OPERATIONS, PRODUCT_SUPERGRAPH, productSubgraphs } from './product.ts';
import { wholeOperation } from './random-operation.ts';

const GENERATED_LIMIT = 300_000;
const WEATHERS = 5;
const subgraphs = productSubgraphs();
const names = subgraphs.map(({ name }) => name);

let comparison: Comparison;
beforeAll(async () => {
  comparison = await openComparison(PRODUCT_SUPERGRAPH, subgraphs.map(createFakeSubgraph));
});
afterAll(() => comparison.stop());

/** Every root field, with all that is below it. */
function everyRootField(): readonly Operation[] {
  const { apiSchema } = comparison;
  return (['query', 'mutation'] as const).flatMap((root) => {
    const type = root === 'query' ? apiSchema.getQueryType() : apiSchema.getMutationType();
    return Object.keys(type?.getFields() ?? {}).map((name, index) =>
      wholeOperation(apiSchema, createSeededRandom(index), { root, name, depth: root === 'query' ? 3 : 2 }),
    );
  });
}

async function reportsOf(operations: readonly Operation[]): Promise<readonly string[]> {
  const reports: string[] = [];
  for (const [index, operation] of operations.entries()) {
    expect(validate(comparison.apiSchema, parse(operation.query)).map(String)).toEqual([]);
    for (let each = 0; each < WEATHERS; each++) {
      const agreement = await compareBothWays(comparison, operation, randomWeather(index, each, names));
      if (agreement.kind === 'different') reports.push(agreement.report);
    }
  }
  return reports;
}

describe("on the product's own supergraph", () => {
  it('what clients ask is compiled, and answered as the stock executor answers it', async () => {
    expect(await reportsOf(PRODUCT_OPERATIONS)).toEqual([]);
  });

  it(
    'every query and mutation is compiled, with all that is below it, and answered alike',
    async () => {
      const operations = everyRootField();
      expect(operations.length).toBeGreaterThan(20);
      expect(await reportsOf(operations)).toEqual([]);
    },
    GENERATED_LIMIT,
  );

  it(
    'operations made at random are answered alike, with subgraphs that fail in every way',
    async () => {
      await compareGenerated(comparison, names, generatedSize(150));
    },
    GENERATED_LIMIT,
  );
});
