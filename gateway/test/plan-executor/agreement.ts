import { createSeededRandom } from '@hiregraph/testkit/seeded-random';
import type { Answer, Comparison, Operation, Weather } from './comparison.ts';
import { FAULTS } from './faults.ts';
import type { INTENDED_DIFFERENCES } from './intended-differences.ts';

/** How the two executors' answers relate. */
export type Agreement =
  | { readonly kind: 'same' }
  | { readonly kind: 'intended'; readonly difference: keyof typeof INTENDED_DIFFERENCES }
  | { readonly kind: 'different'; readonly report: string };

/** Runs an operation both ways in the same weather, and in the fast lane, which has to say what the compiled one says. */
export async function compareBothWays(
  comparison: Comparison,
  operation: Operation,
  weather: Weather,
): Promise<Agreement> {
  const stock = await comparison.stock(operation, weather);
  const compiled = await comparison.compiled(operation, weather);
  const fast = await comparison.fast(operation);
  if (fast !== null && !isSameAnswer(fast, compiled)) {
    return { kind: 'different', report: `In the fast lane: ${describe(operation, weather, compiled, fast)}` };
  }
  if (stock.data === compiled.data) {
    const hasSameErrors = isAlike(stock.errors, compiled.errors);
    const hasSameNotes = isAlike(stock.completion, compiled.completion);
    if (hasSameErrors && hasSameNotes) return { kind: 'same' };
    if (hasSameNotes && isPathOfSkippedObjects(stock, compiled)) {
      return { kind: 'intended', difference: 'error-path-behind-skipped-objects' };
    }
  }
  return { kind: 'different', report: describe(operation, weather, stock, compiled) };
}

function isSameAnswer(a: Answer, b: Answer): boolean {
  return a.data === b.data && isAlike(a.errors, b.errors) && isAlike(a.completion, b.completion);
}

/** Each subgraph does well or badly, as the seed says; of the first weather nobody suffers. */
export function randomWeather(seed: number, index: number, subgraphs: readonly string[]): Weather {
  const random = createSeededRandom(seed * 1_000 + index);
  const faults = subgraphs.map((name) => [name, random.chance(0.4) ? random.pick(FAULTS) : 'none'] as const);
  return { seed: `${seed}.${index}`, faults: index === 0 ? {} : Object.fromEntries(faults) };
}

function isAlike(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

/**
 * intended-differences.ts says which of the two is right. Only the paths may differ, as many of them, and objects of
 * several types must have been met: no other list has objects that a fetch passes over.
 */
function isPathOfSkippedObjects(stock: Answer, compiled: Answer): boolean {
  const codes = ({ errors }: Answer): readonly string[] => errors.map((error) => error.split(' ').at(-1) ?? '').sort();
  const hasEntities = compiled.asked.some(({ variables }) => Array.isArray(variables['representations']));
  return hasEntities && isAlike(codes(stock), codes(compiled));
}

function describe(operation: Operation, weather: Weather, stock: Answer, compiled: Answer): string {
  const show = ({ asked, ...answer }: Answer): string => JSON.stringify({ ...answer, fetches: asked.length }, null, 2);
  return [
    operation.query,
    `variables ${JSON.stringify(operation.variables)}`,
    `weather ${JSON.stringify(weather)}`,
    `stock ${show(stock)}`,
    `compiled ${show(compiled)}`,
  ].join('\n');
}
