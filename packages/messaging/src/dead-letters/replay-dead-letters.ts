import { NotFoundError } from '@hiregraph/kernel';
import type { EventConsumer } from '../event-consumer.ts';
import { reasonOf } from './dead-letter-reason.ts';
import type { DeadLetter, DeadLetterStore, ParkedKey, ParkedRef } from './dead-letter-store.ts';

export interface DeadLetterReplay {
  /** Letters that were handled and are gone. */
  readonly handled: number;
  /** Whether the key is parked no more. */
  readonly released: boolean;
  /** Why it stopped at a letter; null when it did not. */
  readonly stoppedBy: { readonly letter: DeadLetter; readonly error: unknown } | null;
}

const LETTERS_AT_A_TIME = 100;

/**
 * Handles the dead letters of one key in order and takes the marker away when none is left. Stops at the first one that
 * fails again, which stays. May run beside the consumers, and more than once at a time: handling is harmless when
 * repeated, and the marker goes by compare-and-set only.
 * @param consumers those of the service; the one of the key's group is used
 * @throws NotFoundError when no consumer has that group
 */
export async function replayDeadLetters(
  store: DeadLetterStore,
  consumers: readonly EventConsumer[],
  ref: ParkedRef,
): Promise<DeadLetterReplay> {
  const consumer = consumers.find(({ group }) => group === ref.group);
  if (consumer === undefined) throw new NotFoundError(`consumer group "${ref.group}"`);
  let handled = 0;
  for (;;) {
    // Read before the letters: one that comes later raises the version.
    const marker = await store.find(ref);
    const letters = await store.letters(ref, LETTERS_AT_A_TIME);
    for (const letter of letters) {
      try {
        await consumer.handle(letter.event);
      } catch (error) {
        await store.put({ ...letter, reason: reasonOf(error) });
        return { handled, released: false, stoppedBy: { letter, error } };
      }
      await store.remove(letter);
      handled += 1;
    }
    if (letters.length > 0) continue;
    if (marker === null || (await store.unmark(ref, marker.version))) {
      return { handled, released: true, stoppedBy: null };
    }
  }
}

/** What is parked in a tenant, oldest first, with how much lies behind each key (at most `limit` letters counted). */
export async function listParkedKeys(
  store: DeadLetterStore,
  tenantId: string,
  group: string | null = null,
  limit = 100,
): Promise<readonly (ParkedKey & { readonly letters: number })[]> {
  const keys = await store.list(tenantId, group, limit);
  return await Promise.all(
    keys.map(async (key) => ({ ...key, letters: (await store.letters(key, LETTERS_AT_A_TIME)).length })),
  );
}
