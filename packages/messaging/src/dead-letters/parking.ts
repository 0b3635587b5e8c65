import type { MessagingFailpoints } from '../failpoints.ts';
import type { DeadLetter, DeadLetterStore } from './dead-letter-store.ts';

/**
 * Parks a key on a letter that cannot be handled: the marker first, then the letter, then (by the caller) the offset. A
 * replay that empties the key in between may take the marker away; then it is set again, since this letter is in place.
 * Doing all of it again is harmless.
 */
export async function park(
  store: DeadLetterStore,
  letter: DeadLetter,
  failpoints?: MessagingFailpoints,
): Promise<void> {
  do {
    await store.mark(letter, letter.failedAt, letter.reason);
    await failpoints?.('consumer.after-marker');
    await store.put(letter);
  } while (!(await store.touch(letter)));
  await failpoints?.('consumer.after-dead-letter');
}

/**
 * Lets an event follow the earlier ones of its key into the dead letters. The letter is put first and the marker touched
 * second: a replay that sees no letter left and takes the marker away meanwhile fails on the version, or has the touch
 * fail here.
 * @returns false when the key is parked no more; the event is to be handled then
 */
export async function follow(store: DeadLetterStore, letter: DeadLetter): Promise<boolean> {
  await store.put(letter);
  if (await store.touch(letter)) return true;
  await store.remove(letter);
  return false;
}
