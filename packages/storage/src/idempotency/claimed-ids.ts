import { hash } from 'node:crypto';
import { createIdGenerator, type IdKind } from '@hiregraph/kernel';

const RANDOM_BYTES = 16;

/**
 * The id that a command gives to something it creates: the time is the claim's, the rest SHA-256 of command, kind and slot.
 * So every try of a command, in any process, creates under the same id, and the second is seen.
 * @param claimedAt milliseconds since the Unix epoch
 */
export function claimedId(commandId: string, claimedAt: number, kind: IdKind, slot: string): string {
  const digest = hash('sha256', `${commandId}\0${kind}\0${slot}`, 'buffer');
  const generate = createIdGenerator({ now: () => claimedAt }, (target) =>
    target.set(digest.subarray(0, RANDOM_BYTES)),
  );
  return generate(kind);
}
