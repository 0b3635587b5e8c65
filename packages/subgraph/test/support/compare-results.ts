import type { ExecutionResult } from 'graphql';

/** What is wrong with ours, as text; null where nothing is. */
type Difference = string | null;

/** Data exactly equal, errors equal as a set of (path, code). */
export function differenceOf(reference: ExecutionResult, ours: ExecutionResult): Difference {
  const [wanted, given] = [plain(reference), plain(ours)];
  const [expected, found] = [errorsOf(wanted), errorsOf(given)];
  if (JSON.stringify(wanted.data) !== JSON.stringify(given.data)) {
    return `data: ${JSON.stringify(wanted.data)} became ${JSON.stringify(given.data)}`;
  }
  if ([...expected].sort().join() === [...found].sort().join()) return null;
  return `errors: ${[...expected].join(', ')} became ${[...found].join(', ')}`;
}

/**
 * The same where errors race. Which of several that make one place null is told depends on which came first, and one is
 * enough (GraphQL October 2021, 6.4.4). So the data are exactly equal, the same places have errors, and every error of
 * ours did happen.
 * @param every an answer to the same operation in which no error hides another
 */
export function differenceInRace(
  reference: ExecutionResult,
  ours: ExecutionResult,
  every: ExecutionResult,
): Difference {
  const [wanted, given, all] = [plain(reference), plain(ours), plain(every)];
  if (differenceOf({ data: wanted.data as never }, { data: given.data as never }) !== null) {
    return differenceOf(reference, ours);
  }
  const [expected, found] = [placesOf(wanted), placesOf(given)];
  if ([...expected].sort().join() !== [...found].sort().join()) {
    return `places with errors: ${[...expected].join(', ')} became ${[...found].join(', ')}`;
  }
  const happened = errorsOf(all);
  const invented = (given.errors ?? []).filter((error) => !happened.has(textOf(error)) && !isForbiddenNull(error, all));
  return invented.length === 0 ? null : `errors that never happened: ${invented.map(textOf).join(', ')}`;
}

interface PlainError {
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

interface PlainResult {
  readonly data?: unknown;
  readonly errors?: readonly PlainError[];
}

function plain(result: ExecutionResult): PlainResult {
  return JSON.parse(JSON.stringify(result)) as PlainResult;
}

function textOf({ path = [], extensions }: PlainError): string {
  return `${path.join('.')} ${extensions?.code ?? ''}`;
}

function errorsOf({ errors = [] }: PlainResult): ReadonlySet<string> {
  return new Set(errors.map(textOf));
}

/** The places that became null by an error. */
function placesOf({ data, errors = [] }: PlainResult): ReadonlySet<string> {
  return new Set(errors.map(({ path = [] }) => path.slice(0, depthOfNull(data, path)).join('.')));
}

function depthOfNull(data: unknown, path: readonly (string | number)[]): number {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (value === null || value === undefined) return depth;
    value = (value as Record<string | number, unknown>)[key];
  }
  return path.length;
}

/** An error about a null that there is, where none may be. */
function isForbiddenNull({ path = [], extensions }: PlainError, { data }: PlainResult): boolean {
  return extensions?.code === 'INTERNAL_ERROR' && depthOfNull(data, path) === path.length;
}
