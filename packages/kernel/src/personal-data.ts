import { DomainError } from './errors.ts';

const EMAIL = /[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]{2,}/u;
const PHONE_DIGITS = 7;
const PHONE = /\+?\(?\d[\d\s().\-/]{5,}\d/gu;

/** Whether a text contains something that looks like an email address or a phone number. */
export function containsContactData(text: string): boolean {
  if (EMAIL.test(text)) return true;
  for (const [match] of text.matchAll(PHONE)) {
    if (match.replace(/\D/gu, '').length >= PHONE_DIGITS) return true;
  }
  return false;
}

/**
 * Guards the tenant-written texts that travel on topics (names of jobs and stages).
 * @throws DomainError PERSONAL_DATA
 */
export function assertNoContactData(text: string, path: readonly string[]): void {
  if (containsContactData(text)) {
    throw new DomainError(
      'PERSONAL_DATA',
      'This name is sent to analytics and must not contain an email address or a phone number. Take it out.',
      { path },
    );
  }
}
