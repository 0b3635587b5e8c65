import { DomainError } from '@hiregraph/kernel';
import { assertAtMost, boundedTexts, requiredText } from './bounded-text.ts';
import { LIMITS } from './limits.ts';

/** One @, something before it, and a dot inside what follows: whether mail arrives only mail can tell. */
const EMAIL = /^[^\s@<>"(),;:\\[\]]+@[^\s@<>"(),;:\\[\]]+\.[^\s@<>"(),;:\\[\].]{2,}$/u;

/** What makes two email addresses the same person's: letter case does not. */
export function emailKeyOf(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/** @throws DomainError INVALID_INPUT for what cannot be an email address */
export function checkedEmail(email: string, path: readonly string[]): string {
  const text = requiredText(email, LIMITS.email, path).normalize('NFC');
  if (!EMAIL.test(text)) {
    throw new DomainError('INVALID_INPUT', 'This is no email address. Write one such as ada@example.com.', { path });
  }
  return text;
}

/** Email addresses without repeats, in their order. @throws DomainError INVALID_INPUT, LIMIT_REACHED */
export function checkedEmails(
  emails: readonly string[] | null | undefined,
  path: readonly string[],
): readonly string[] {
  const byKey = new Map<string, string>();
  (emails ?? []).forEach((email, index) => {
    const checked = checkedEmail(email, [...path, String(index)]);
    const key = emailKeyOf(checked);
    if (!byKey.has(key)) byKey.set(key, checked);
  });
  assertAtMost(byKey.size, LIMITS.emails, 'email addresses of one candidate', path);
  return [...byKey.values()];
}

/** @throws DomainError INVALID_INPUT, LIMIT_REACHED */
export function checkedPhones(
  phones: readonly string[] | null | undefined,
  path: readonly string[],
): readonly string[] {
  const limits = { each: LIMITS.phone, count: LIMITS.phones, what: 'phone numbers of one candidate' };
  const kept = boundedTexts(phones, limits, path);
  const broken = kept.findIndex((phone) => !/\d/u.test(phone));
  if (broken >= 0) {
    throw new DomainError('INVALID_INPUT', 'A phone number needs digits. Write it as one dials it.', { path });
  }
  return kept;
}

/** Web addresses, brought to their full form. @throws DomainError INVALID_INPUT, LIMIT_REACHED */
export function checkedLinks(links: readonly string[] | null | undefined, path: readonly string[]): readonly string[] {
  const limits = { each: LIMITS.link, count: LIMITS.links, what: 'links of one candidate' };
  return boundedTexts(links, limits, path).map((link) => checkedLink(link, path));
}

/** Only http and https: what staff click on must never run a script. @throws DomainError INVALID_INPUT */
export function checkedLink(link: string, path: readonly string[]): string {
  const withScheme = /^[a-z][a-z0-9+.-]*:/iu.test(link) ? link : `https://${link}`;
  const url = URL.canParse(withScheme) ? new URL(withScheme) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol) || !url.hostname.includes('.')) {
    throw new DomainError('INVALID_INPUT', `"${link}" is no web address. Write one such as https://example.com/ada.`, {
      path,
    });
  }
  return withScheme;
}
