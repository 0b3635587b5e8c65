export interface BackoffOptions {
  /** Milliseconds before the first repeat, at most. */
  readonly base: number;
  /** Milliseconds that no wait exceeds. */
  readonly cap: number;
}

/**
 * How long to wait before trying again: exponential with half of it jittered, so that those who failed together do not
 * come back together ("equal jitter", M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog 2015).
 * @param attempt failures so far, from 1
 * @param random a number from 0 (inclusive) to 1 (exclusive) a call
 * @returns milliseconds
 */
export function backoff(attempt: number, random: () => number, { base, cap }: BackoffOptions): number {
  const ceiling = Math.min(cap, base * 2 ** Math.min(attempt - 1, 30));
  return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}
