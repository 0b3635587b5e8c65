import { DomainError } from '@hiregraph/kernel';

/**
 * @param expected the version that the caller saw; null or undefined: none is expected
 * @throws DomainError CONFLICT
 */
export function assertVersion(actual: number, expected: number | null | undefined): void {
  if (expected === null || expected === undefined || expected === actual) return;
  throw new DomainError(
    'CONFLICT',
    `It was changed by somebody else: version ${expected} was expected, it is ${actual} now. Look at it anew and decide again.`,
    { path: ['input', 'expectedVersion'], details: { version: actual } },
  );
}
