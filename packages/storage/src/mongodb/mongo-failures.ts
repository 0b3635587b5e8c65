import { HiregraphError, OutcomeUnknownError, StoreUnavailableError } from '@hiregraph/kernel';
import { DuplicateKeyError } from '../engine/engine-errors.ts';

/** What we look at in the driver's errors; by shape, so that this file needs no driver. */
interface DriverError extends Error {
  readonly code?: number | string;
  /** Of an error of the operating system: what the process was doing. */
  readonly syscall?: string;
  readonly keyPattern?: Readonly<Record<string, unknown>>;
  readonly errorLabelSet?: ReadonlySet<string>;
}

const DUPLICATE_KEY = 11_000;

/** Nothing had been sent when these came; true only while the driver itself never sends a write twice (retryWrites off). */
const NOT_SENT: ReadonlySet<string> = new Set([
  'MongoServerSelectionError',
  'MongoWaitQueueTimeoutError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoClientClosedError',
  'MongoServerClosedError',
]);

/** Beside `MongoNetwork…`: an operation under way when its pool was cleared, since the server's monitor got no answer. */
const CUT_OFF: ReadonlySet<string> = new Set(['PoolClearedOnNetworkError', 'MongoOperationTimeoutError']);

/** NotWritablePrimary, NotPrimaryNoSecondaryOk, NotPrimaryOrSecondary: the server refused to begin. */
const REFUSED_TO_BEGIN: ReadonlySet<number | string> = new Set([10_107, 13_435, 13_436]);

/**
 * Server codes after which trying again makes sense: shutdown, step-down, interruption, time limits and overload
 * (https://github.com/mongodb/specifications, retryable reads and writes).
 */
const PASSING: ReadonlySet<number | string> = new Set([
  6, 7, 50, 64, 89, 91, 134, 189, 202, 262, 317, 462, 9001, 10_107, 11_600, 11_602, 13_435, 13_436,
]);

/**
 * InternalError, UnknownError, OutOfDiskSpace: the server failed at what it was asked, as it does on a full disk, even for
 * reads. It is the server's trouble and no property of the data: an event that met it must not be parked for it.
 */
const SERVER_FAILED: ReadonlySet<number | string> = new Set([1, 8, 14_031]);

export type Operation = 'read' | 'write';

/**
 * Says what an error of the driver means to a caller: a duplicate, "surely nothing happened, try again", "nobody knows",
 * or a defect.
 */
export function toStorageError(error: unknown, collection: string, operation: Operation): unknown {
  if (!(error instanceof Error) || error instanceof HiregraphError) return error;
  const failure: DriverError = error;
  if (failure.code === DUPLICATE_KEY) return new DuplicateKeyError(collection, indexNameOf(failure), error);
  const isServerAway = isNetworkFailure(failure) || NOT_SENT.has(failure.name);
  const isPassing = failure.code !== undefined && (PASSING.has(failure.code) || SERVER_FAILED.has(failure.code));
  const isConcern = failure.name === 'MongoWriteConcernError';
  if (!isServerAway && !isPassing && !isConcern) return toDefect(failure, collection);
  const wroteNothing = NOT_SENT.has(failure.name) || (failure.code !== undefined && REFUSED_TO_BEGIN.has(failure.code));
  if (operation === 'write' && !wroteNothing) return new OutcomeUnknownError(error);
  return new StoreUnavailableError('MongoDB did not answer. Try again in a moment.', error);
}

/**
 * The driver puts most broken connections into words of its own, and hands some on as Node's error of the socket: one that
 * is reset while its answer is read, for one.
 */
function isNetworkFailure({ name, code, syscall }: DriverError): boolean {
  if (name.startsWith('MongoNetwork') || CUT_OFF.has(name) || syscall !== undefined) return true;
  return typeof code === 'string' && /^ERR_(STREAM|SOCKET)_/u.test(code);
}

/** Where the index's name is only in the message: `… index: byEmail dup key: { … }`. */
function indexNameOf(error: DriverError): string {
  const named = /index: (\S+?)(?:_\$)?(?: |$)/.exec(error.message)?.[1];
  return named ?? Object.keys(error.keyPattern ?? {}).join('_');
}

function toDefect(error: DriverError, collection: string): HiregraphError {
  return new HiregraphError(
    'INTERNAL_ERROR',
    `MongoDB refused an operation on ${collection} (${error.name}, code ${error.code ?? 'none'}). The cause says why.`,
    { cause: error },
  );
}
