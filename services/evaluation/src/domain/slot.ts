import { DomainError } from '@hiregraph/kernel';
import { boundedText } from './bounded-text.ts';
import type { Slot } from './interview.ts';
import { LIMITS } from './limits.ts';

/**
 * A slot as it may be kept.
 * @throws DomainError INVALID_INPUT when it ends before it begins, or the time zone is no IANA name
 */
export function checkedSlot(slot: Slot): Slot {
  if (slot.end <= slot.start) {
    throw new DomainError('INVALID_INPUT', 'The interview must end after it begins. Give a later end.', {
      path: ['input', 'end'],
    });
  }
  return {
    start: slot.start,
    end: slot.end,
    timeZone: checkedTimeZone(slot.timeZone),
    location: boundedText(slot.location, LIMITS.location, ['input', 'location']),
  };
}

/** An offset such as `+02:00` is refused although Intl knows it: it does not say when summer time begins. */
const NAMED_ZONE = /^[A-Za-z]/u;

function checkedTimeZone(given: string): string {
  const name = given.trim();
  try {
    if (name.length > LIMITS.timeZone || !NAMED_ZONE.test(name)) throw new RangeError(name);
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    throw new DomainError(
      'INVALID_INPUT',
      'This is no time zone that is known here. Give an IANA name, e.g. Europe/Berlin.',
      { path: ['input', 'timeZone'] },
    );
  }
}
