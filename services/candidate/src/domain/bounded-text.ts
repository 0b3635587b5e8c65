import { DomainError } from '@hiregraph/kernel';

/**
 * Trims a text and holds it to its bound. What is empty then counts as none.
 * @param limit in characters
 * @throws DomainError INVALID_INPUT naming the bound
 */
export function boundedText(text: string | null | undefined, limit: number, path: readonly string[]): string | null {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return null;
  if (trimmed.length > limit) {
    throw new DomainError(
      'INVALID_INPUT',
      `This text has ${trimmed.length} characters; at most ${limit} are allowed.`,
      { path, details: { limit } },
    );
  }
  return trimmed;
}

/** The same for a text that must be there. @throws DomainError INVALID_INPUT */
export function requiredText(text: string | null | undefined, limit: number, path: readonly string[]): string {
  const trimmed = boundedText(text, limit, path);
  if (trimmed === null) {
    throw new DomainError('INVALID_INPUT', 'This must not be empty. Write something here.', { path });
  }
  return trimmed;
}

/**
 * Trims every text of a list, leaves out what is empty or there twice, and holds list and texts to their bounds.
 * @throws DomainError INVALID_INPUT for a text, LIMIT_REACHED for the list
 */
export function boundedTexts(
  texts: readonly string[] | null | undefined,
  limits: { readonly each: number; readonly count: number; readonly what: string },
  path: readonly string[],
): readonly string[] {
  const kept = (texts ?? []).map((text, index) => boundedText(text, limits.each, [...path, String(index)]));
  const distinct = [...new Set(kept.filter((text) => text !== null))];
  assertAtMost(distinct.length, limits.count, limits.what, path);
  return distinct;
}

/**
 * Holds a list to its bound.
 * @throws DomainError LIMIT_REACHED naming the bound
 */
export function assertAtMost(count: number, limit: number, what: string, path: readonly string[]): void {
  if (count > limit) {
    throw new DomainError('LIMIT_REACHED', `There may be at most ${limit} ${what}, not ${count}.`, {
      path,
      details: { limit },
    });
  }
}
