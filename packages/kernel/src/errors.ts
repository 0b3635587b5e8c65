/**
 * Every code that a caller of the platform can meet, with whether the same request may succeed later, unchanged.
 * The GraphQL enum `UserErrorCode` lists those that appear in payloads; the rest are top-level errors.
 */
export const ERROR_CODES = {
  // What the caller can put right: user errors of mutations.
  INVALID_INPUT: { retryable: false },
  NOT_FOUND: { retryable: false },
  CONFLICT: { retryable: false },
  ILLEGAL_TRANSITION: { retryable: false },
  USE_HIRE: { retryable: false },
  HIRE_PENDING: { retryable: false },
  NO_SEAT_LEFT: { retryable: false },
  SEAT_RESERVED: { retryable: false },
  DUPLICATE: { retryable: false },
  DUPLICATE_APPLICATION: { retryable: false },
  STAGE_RETIRED: { retryable: false },
  STAGE_IN_USE: { retryable: false },
  NOT_ACCEPTING_APPLICATIONS: { retryable: false },
  PERSONAL_DATA: { retryable: false },
  LIMIT_REACHED: { retryable: false },
  IDEMPOTENCY_KEY_REUSED: { retryable: false },
  OUTCOME_UNKNOWN: { retryable: true },
  UPSTREAM_UNAVAILABLE: { retryable: true },
  // Authentication, rights, limits and defects: top-level errors.
  BAD_USER_INPUT: { retryable: false },
  UNAUTHENTICATED: { retryable: false },
  FORBIDDEN: { retryable: false },
  OVERLOADED: { retryable: true },
  DEADLINE_EXCEEDED: { retryable: true },
  STORE_UNAVAILABLE: { retryable: true },
  SUBGRAPH_UNAVAILABLE: { retryable: true },
  INTERNAL_ERROR: { retryable: false },
} as const satisfies Record<string, { retryable: boolean }>;

export type ErrorCode = keyof typeof ERROR_CODES;

export interface HiregraphErrorOptions {
  /** Where in the input the fault lies, e.g. `['input', 'stages', '0', 'name']`. */
  readonly path?: readonly string[];
  /** Machine-readable facts for the caller; no personal data. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** The root of all errors that we throw on purpose. Whether to try again is a property of the error. */
export class HiregraphError extends Error {
  readonly code: ErrorCode;
  /** The option `path`. Not called so: graphql-js takes an error with a `path` array for one of its own. */
  readonly inputPath: readonly string[];
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, options: HiregraphErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.inputPath = options.path ?? [];
    this.details = options.details ?? {};
  }

  get retryable(): boolean {
    return ERROR_CODES[this.code].retryable;
  }
}

/** A rule of the domain said no, and the caller can put it right. Becomes a user error in a mutation's payload. */
export class DomainError extends HiregraphError {}

/** The object is absent, or not the caller's: both look alike on purpose. */
export class NotFoundError extends DomainError {
  constructor(what: string, path?: readonly string[]) {
    super('NOT_FOUND', `There is no such ${what}, or you may not see it. Check the id.`, path ? { path } : {});
  }
}

/** The caller is known and may not do this. */
export class ForbiddenError extends HiregraphError {
  constructor(message: string) {
    super('FORBIDDEN', message);
  }
}

/** The caller is not known, or their token is not good. */
export class UnauthenticatedError extends HiregraphError {
  constructor(message: string) {
    super('UNAUTHENTICATED', message);
  }
}

/** A query's argument is wrong. Mutations answer INVALID_INPUT as a user error instead. */
export class BadUserInputError extends HiregraphError {
  constructor(message: string, path: readonly string[]) {
    super('BAD_USER_INPUT', message, { path });
  }
}

/** A write whose fate nobody knows yet: asking again with the same idempotency key settles it. */
export class OutcomeUnknownError extends HiregraphError {
  constructor(cause?: unknown) {
    super(
      'OUTCOME_UNKNOWN',
      'The change may or may not have been made. Send the same mutation with the same idempotencyKey to find out.',
      { cause },
    );
  }
}

/** Another service that had to be asked did not answer in time. */
export class UpstreamUnavailableError extends HiregraphError {
  constructor(service: string, cause?: unknown) {
    super('UPSTREAM_UNAVAILABLE', `The ${service} service did not answer in time. Try again in a moment.`, { cause });
  }
}

/** A bounded queue is full. Nothing was changed; the same request may be sent again later. */
export class OverloadedError extends HiregraphError {
  /** Seconds after which it makes sense to try again. */
  readonly retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds = 1) {
    super('OVERLOADED', message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The store cannot be reached, or has stopped itself after a failed write. */
export class StoreUnavailableError extends HiregraphError {
  constructor(message: string, cause?: unknown) {
    super('STORE_UNAVAILABLE', message, { cause });
  }
}

/** For switches that must be exhaustive: the compiler complains before this ever runs. */
export function unreachable(value: never): never {
  throw new HiregraphError('INTERNAL_ERROR', `A case was not handled: ${JSON.stringify(value)}`);
}
