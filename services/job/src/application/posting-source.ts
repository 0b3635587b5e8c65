import { DomainError } from '@hiregraph/kernel';
import type { PostingSource } from '../domain/posting-import/imported-posting.ts';

/**
 * The one form in which a posting was given.
 * @throws DomainError INVALID_INPUT unless it is exactly one
 */
export function postingSourceOf(input: {
  readonly text?: string | null | undefined;
  readonly jsonLd?: string | null | undefined;
}): { readonly source: PostingSource; readonly field: 'text' | 'jsonLd' } {
  const { text, jsonLd } = input;
  const hasText = text !== null && text !== undefined;
  const hasJsonLd = jsonLd !== null && jsonLd !== undefined;
  if (hasText && !hasJsonLd) return { source: { text }, field: 'text' };
  if (hasJsonLd && !hasText) return { source: { jsonLd }, field: 'jsonLd' };
  const message = `Give the posting either as text or as jsonLd, not ${hasText ? 'both' : 'neither'}.`;
  throw new DomainError('INVALID_INPUT', message, { path: ['input', hasText ? 'jsonLd' : 'text'] });
}
