import { setTimeout as delay } from 'node:timers/promises';
import { ERROR_CODES } from '@hiregraph/kernel';
import { SeedRefusedError } from './seed-refused-error.ts';

export interface Patience {
  /** Milliseconds of pauses altogether, after which a failure is taken for final. */
  readonly atMost: number;
  /** The first pause, in milliseconds; each one is twice the one before, up to `longest`. */
  readonly first: number;
  readonly longest: number;
}

/** A server that is started anew, or that a busy machine leaves little time to, is back within this. */
export const SEED_PATIENCE: Patience = { atMost: 600_000, first: 20, longest: 5_000 };

/**
 * Does something again for as long as it fails with what may pass: a store that did not answer in time, an outcome that
 * nobody knows. The caller repeats with the same idempotency key, so a repeat never does anything twice.
 * @throws whatever it failed with, when that does not pass
 */
export async function patiently<T>(patience: Patience, attempt: () => Promise<T>): Promise<T> {
  let waited = 0;
  for (let pause = patience.first; ; pause = Math.min(2 * pause, patience.longest)) {
    try {
      return await attempt();
    } catch (error) {
      if (!mayPass(error) || waited >= patience.atMost) throw error;
      await delay(pause);
      waited += pause;
    }
  }
}

function mayPass(error: unknown): boolean {
  if (!(error instanceof SeedRefusedError) || error.code === null) return false;
  const codes: Readonly<Record<string, { readonly retryable: boolean }>> = ERROR_CODES;
  return codes[error.code]?.retryable === true;
}
