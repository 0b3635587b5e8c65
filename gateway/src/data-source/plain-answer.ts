import type { ExecutionResult } from 'graphql';

/** No JSON has it, so that no subgraph can say it of itself. */
const PLAIN = Symbol('plain');
/** Not enumerable: it is nobody else's business. */
const IS_PLAIN: PropertyDescriptor = { value: true };

/**
 * Notes of an answer that none of its texts has a character that JSON wants escaped, so that they can be printed as they
 * are. All such characters, lone surrogates too, come through UTF-8 and JSON behind a backslash only.
 * @param text the JSON that the answer was parsed from
 */
export function notePlainness(answer: ExecutionResult, text: string): void {
  if (!text.includes('\\')) Object.defineProperty(answer, PLAIN, IS_PLAIN);
}

/** False where nothing is known of it, as of one that never was JSON. */
export function isPlain(answer: ExecutionResult): boolean {
  return PLAIN in answer;
}
