import type { Clock } from '@hiregraph/kernel';

export interface BreakerOptions {
  readonly clock: Clock;
  /** Failures in a row that open it. */
  readonly threshold?: number;
  /** Milliseconds that it stays open before one call is let through to try. */
  readonly coolDown?: number;
}

/** Tells whether a subgraph is worth calling (the circuit breaker of M. Nygard, "Release It!"). */
export interface Breaker {
  readonly state: () => 'closed' | 'open' | 'half-open';
  /** False: do not call, answer at once. */
  allows(): boolean;
  succeeded(): void;
  failed(): void;
  /** The call ended without telling anything about the subgraph. */
  abandoned(): void;
}

export function createBreaker({ clock, threshold = 5, coolDown = 2_000 }: BreakerOptions): Breaker {
  let failures = 0;
  let openedAt: number | null = null;
  let trying = false;
  const state = (): 'closed' | 'open' | 'half-open' => {
    if (openedAt === null) return 'closed';
    return clock.now() - openedAt >= coolDown ? 'half-open' : 'open';
  };
  return {
    state,
    allows: () => {
      const now = state();
      if (now === 'closed') return true;
      if (now === 'open' || trying) return false;
      trying = true;
      return true;
    },
    succeeded: () => {
      failures = 0;
      openedAt = null;
      trying = false;
    },
    failed: () => {
      failures += 1;
      trying = false;
      if (failures >= threshold || openedAt !== null) openedAt = clock.now();
    },
    abandoned: () => {
      trying = false;
    },
  };
}
