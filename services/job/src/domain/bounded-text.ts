import { assertNoContactData, DomainError } from '@hiregraph/kernel';

type Path = readonly string[];

/**
 * Brings a one-line text to the form in which it is kept: no space around it, single spaces inside.
 * @param limit in characters
 * @throws DomainError INVALID_INPUT when it is empty or too long, naming the bound
 */
export function requiredLine(text: string, limit: number, path: Path): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line === '') {
    throw new DomainError('INVALID_INPUT', 'This must not be empty. Write something here.', { path });
  }
  assertLength(line, limit, path);
  return line;
}

/** The same, where null and an empty text mean that there is none. */
export function optionalLine(text: string | null, limit: number, path: Path): string | null {
  return text === null || text.trim() === '' ? null : requiredLine(text, limit, path);
}

/**
 * A name that travels on topics.
 * @throws DomainError INVALID_INPUT, or PERSONAL_DATA when it holds an email address or a phone number
 */
export function publicLabel(text: string, limit: number, path: Path): string {
  const line = requiredLine(text, limit, path);
  assertNoContactData(line, path);
  return line;
}

/** A text of several lines, trimmed. @throws DomainError INVALID_INPUT when it is empty or too long */
export function requiredText(text: string, limit: number, path: Path): string {
  const trimmed = text.trim();
  if (trimmed === '') {
    throw new DomainError('INVALID_INPUT', 'This must not be empty. Write something here.', { path });
  }
  assertLength(trimmed, limit, path);
  return trimmed;
}

function assertLength(text: string, limit: number, path: Path): void {
  if (text.length > limit) {
    const message = `This text has ${text.length} characters; at most ${limit} are allowed. Shorten it.`;
    throw new DomainError('INVALID_INPUT', message, { path, details: { limit } });
  }
}

/** @throws DomainError INVALID_INPUT unless the number is a whole one within the bounds */
export function wholeNumber(value: number, least: number, most: number, path: Path): number {
  if (!Number.isInteger(value) || value < least || value > most) {
    const message = `This must be a whole number from ${least} to ${most}, not ${value}.`;
    throw new DomainError('INVALID_INPUT', message, { path, details: { least, most } });
  }
  return value;
}

/** @throws DomainError LIMIT_REACHED naming the bound */
export function assertAtMost(count: number, limit: number, what: string, path: Path): void {
  if (count > limit) {
    const message = `A job has at most ${limit} ${what}; this would make ${count}.`;
    throw new DomainError('LIMIT_REACHED', message, { path, details: { limit } });
  }
}

/** @throws DomainError INVALID_INPUT naming the first value that is there twice */
export function assertDistinct(values: readonly string[], what: string, pathOf: (index: number) => Path): void {
  const seen = new Set<string>();
  values.forEach((value, index) => {
    if (seen.has(value)) {
      const message = `${value} is listed twice. Name each ${what} once.`;
      throw new DomainError('INVALID_INPUT', message, { path: pathOf(index) });
    }
    seen.add(value);
  });
}
