import { DomainError } from '@hiregraph/kernel';

/**
 * Trims a text and holds it to its bound. What is empty then counts as none.
 * @param limit in characters
 * @throws DomainError INVALID_INPUT naming the bound
 */
export function boundedText(text: string | null, limit: number, path: readonly string[]): string | null {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return null;
  if (trimmed.length > limit) {
    throw new DomainError(
      'INVALID_INPUT',
      `This text has ${trimmed.length} characters; at most ${limit} are allowed.`,
      {
        path,
        details: { limit },
      },
    );
  }
  return trimmed;
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

/** The ids without repeats, in their order. @throws DomainError INVALID_INPUT for what cannot be an id */
export function distinctIds(ids: readonly string[], limit: number, path: readonly string[]): readonly string[] {
  const broken = ids.findIndex((id) => id === '' || id.length > limit);
  if (broken >= 0) {
    throw new DomainError('INVALID_INPUT', 'This is no id. Give an id as the API answered it.', {
      path: [...path, String(broken)],
    });
  }
  return [...new Set(ids)];
}
