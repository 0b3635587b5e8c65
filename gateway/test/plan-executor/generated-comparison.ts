import { expect } from '@jest/globals';
import { createSeededRandom } from '@hiregraph/testkit/seeded-random';
import { parse, validate } from 'graphql';
import { compareBothWays, randomWeather } from './agreement.ts';
import type { Comparison } from './comparison.ts';
import { randomOperation } from './random-operation.ts';

export interface GeneratedSize {
  readonly seed: number;
  readonly operations: number;
  /** How often each operation is run, each time with other faults. */
  readonly weathers: number;
}

/**
 * `PLAN_EXECUTOR_SEED` and `PLAN_EXECUTOR_OPERATIONS` change what is generated.
 * @param operations as many as a CI run has time for
 */
export function generatedSize(operations: number): GeneratedSize {
  const { PLAN_EXECUTOR_SEED: seed, PLAN_EXECUTOR_OPERATIONS: asked } = process.env;
  return { seed: Number(seed ?? 1), operations: Number(asked ?? operations), weathers: 6 };
}

/** Compares random operations in random weathers, and fails with the first few that differ. */
export async function compareGenerated(
  comparison: Comparison,
  subgraphs: readonly string[],
  { seed, operations, weathers }: GeneratedSize,
): Promise<void> {
  const counts = { same: 0, intended: 0, different: 0 };
  const reports: string[] = [];
  for (let each = 0; each < operations; each++) {
    const own = seed * 1_000_000 + each;
    const operation = randomOperation(comparison.apiSchema, createSeededRandom(own));
    const mistakes = validate(comparison.apiSchema, parse(operation.query));
    if (mistakes.length > 0)
      throw new Error(`Operation ${own} is not valid: ${String(mistakes[0])}\n${operation.query}`);
    for (let index = 0; index < weathers; index++) {
      const agreement = await compareBothWays(comparison, operation, randomWeather(own, index, subgraphs));
      counts[agreement.kind] += 1;
      if (agreement.kind === 'different') reports.push(`Operation ${own}\n${agreement.report}`);
    }
    if (reports.length > 3) break;
  }
  console.log(`${operations} generated operations from seed ${seed}, ${weathers} weathers: ${JSON.stringify(counts)}`);
  expect(reports).toEqual([]);
  // It takes errors in lists of several types, so there are few of them.
  expect(counts.intended).toBeLessThanOrEqual(Math.max(3, (operations * weathers) / 100));
}
