import { createHash } from 'node:crypto';
import { createIdGenerator } from '@hiregraph/kernel';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const PREFIX_LENGTH = 'int_'.length;
const TIME_LENGTH = 10;

/**
 * The id of the one scorecard of an interviewer for an interview: the interview's own time, then SHA-256 of both ids. So
 * every replica, command and consumer creates it under the same id, and the second of them is seen.
 */
export function scorecardIdOf(interviewId: string, interviewerId: string): string {
  const digest = createHash('sha256').update(`${interviewId}\0${interviewerId}`).digest();
  const generate = createIdGenerator({ now: () => timeOf(interviewId) }, (target) =>
    target.set(digest.subarray(0, target.length)),
  );
  return generate('scorecard');
}

/** Milliseconds since the Unix epoch, from the id's ULID. */
function timeOf(id: string): number {
  let time = 0;
  for (const digit of id.slice(PREFIX_LENGTH, PREFIX_LENGTH + TIME_LENGTH)) {
    time = time * ALPHABET.length + Math.max(0, ALPHABET.indexOf(digit));
  }
  return time;
}
