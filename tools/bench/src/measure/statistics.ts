/** The middle one; of an even number the mean of the two in the middle. Null for none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? 0) + upper) / 2 : upper;
}

/** What one arm did in one cell of one round. */
export interface Sample {
  readonly requests: number;
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of CPU that the servers spent on a request, all their threads and processes together. */
  readonly cpuPerRequest: number;
  readonly residentBytes: number;
  readonly failed: number;
  readonly problems: readonly string[];
}

export type Figure = 'requestsPerSecond' | 'p50' | 'p99' | 'cpuPerRequest' | 'residentBytes';

/** The median over rounds of one figure's ratio within a round, `numerator / denominator`; null where there is none. */
export function medianRatio(
  numerator: readonly Sample[],
  denominator: readonly Sample[],
  figure: Figure = 'requestsPerSecond',
): number | null {
  const rounds = Math.min(numerator.length, denominator.length);
  const ratios = Array.from(
    { length: rounds },
    (_, round) => (numerator[round]?.[figure] ?? NaN) / (denominator[round]?.[figure] ?? NaN),
  );
  return median(ratios.filter(Number.isFinite));
}
