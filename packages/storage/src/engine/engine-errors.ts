import { DomainError, HiregraphError, OverloadedError } from '@hiregraph/kernel';

/** A unique index refused a write: another document of the tenant has this value already. */
export class DuplicateKeyError extends DomainError {
  readonly collection: string;
  /** The index's declared name; `_id_` for the id itself. */
  readonly index: string;

  constructor(collection: string, index: string, cause?: unknown) {
    super('DUPLICATE', `Another document in ${collection} has the same value under the unique index ${index}.`, {
      details: { collection, index },
      cause,
    });
    this.collection = collection;
    this.index = index;
  }
}

/** A filter or an update uses what is not on the committed list of permitted operators. */
export class UnpermittedOperatorError extends HiregraphError {
  readonly operator: string;

  constructor(operator: string, where: string, permitted: readonly string[]) {
    super(
      'INTERNAL_ERROR',
      `${operator} may not be used in ${where}: only what the contract suite proves on both engines may, which is ` +
        `${permitted.join(', ')}. Use one of them, or add ${operator} to permitted-operators.ts together with its tests.`,
      { details: { operator } },
    );
    this.operator = operator;
  }
}

/** A read that its index cannot serve without a scan or a sort. */
export class UnindexedQueryError extends HiregraphError {
  constructor(collection: string, index: string, reason: string) {
    super(
      'INTERNAL_ERROR',
      `The index ${index} of ${collection} cannot serve this query: ${reason}. Declare an index whose first fields are ` +
        'the ones compared for equality, followed by the range or the sort.',
      { details: { collection, index, reason } },
    );
  }
}

/** A value that an engine cannot keep, index or compare. */
export class UnsupportedValueError extends HiregraphError {
  constructor(message: string) {
    super('INTERNAL_ERROR', message);
  }
}

/** `list` found more than its query's cap: half a list would be a silent lie. */
export class ListTooLongError extends HiregraphError {
  constructor(query: string, cap: number) {
    super(
      'LIMIT_REACHED',
      `The list ${query} has more than ${cap} elements. Read it in pages, or raise the query's cap.`,
      { details: { query, cap } },
    );
  }
}

/** One event is larger than may be sent. */
export class EventTooLargeError extends DomainError {
  constructor(type: string, bytes: number, limit: number) {
    super(
      'LIMIT_REACHED',
      `This change would make a ${type} event of ${bytes} bytes; ${limit} are allowed. Send less text.`,
      {
        details: { type, bytes, limit },
      },
    );
  }
}

/** An aggregate would outgrow its document. */
export class DocumentTooLargeError extends DomainError {
  constructor(name: string, bytes: number, limit: number) {
    super(
      'LIMIT_REACHED',
      `This ${name} would take ${bytes} bytes; ${limit} are allowed. Remove something from it first.`,
      {
        details: { bytes, limit },
      },
    );
  }
}

/** Too many of an aggregate's events wait to be sent: the broker has been away for long. Nothing was changed. */
export class TooManyPendingEventsError extends OverloadedError {
  constructor(name: string, limit: number) {
    super(
      `${limit} events of this ${name} wait to be sent, and it takes no further change before some are. Try again in a while.`,
      30,
    );
  }
}

/** An aggregate was changed by others each time that this command tried. Nothing was changed. */
export class TooMuchContentionError extends OverloadedError {
  constructor(name: string, attempts: number) {
    super(`This ${name} was changed by others ${attempts} times while this command tried. Send it again.`);
  }
}
