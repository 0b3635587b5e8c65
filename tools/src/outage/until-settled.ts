import { setTimeout as delay } from 'node:timers/promises';
import type { MutationAnswer } from './outage-client.ts';

/** Answers that the same mutation with the same key settles. */
const UNSETTLED = new Set(['NO_ANSWER', 'OUTCOME_UNKNOWN', 'DEADLINE_EXCEEDED', 'STORE_UNAVAILABLE']);
const MOST_TRIES = 6;
const TRY_AGAIN_MS = 200;

/**
 * Sends a mutation until its fate is known, as a client should; it must carry an idempotency key.
 * @returns the last answer, with the time that all of them took
 */
export async function untilSettled<Payload>(
  send: () => Promise<MutationAnswer<Payload>>,
): Promise<MutationAnswer<Payload> & { readonly tries: number }> {
  const began = performance.now();
  for (let tries = 1; ; tries++) {
    const answer = await send();
    if (!UNSETTLED.has(answer.outcome) || tries === MOST_TRIES)
      return { ...answer, tries, milliseconds: performance.now() - began };
    await delay(TRY_AGAIN_MS * tries);
  }
}
