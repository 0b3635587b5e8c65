import { HiregraphError, StoreUnavailableError } from '@hiregraph/kernel';

/** @returns what an error says; by its shape, because an error of another realm is no `instanceof Error` here */
export function reasonOf(cause: unknown): string {
  const isError = typeof cause === 'object' && cause !== null && 'message' in cause;
  return isError ? String(cause.message) : String(cause);
}

/** The journal stopped after a failed write or fsync (or was closed): nothing more is taken until it is opened again. */
export class StoreStoppedError extends StoreUnavailableError {
  /**
   * True for records that were being written when the failure came: they may be found at the next open, as whole
   * batches. False for records that never reached the disk.
   */
  readonly outcomeUnknown: boolean;

  constructor(message: string, outcomeUnknown: boolean, cause?: unknown) {
    super(message, cause);
    this.outcomeUnknown = outcomeUnknown;
  }
}

/** What was read back is not what was written. Opening is refused: going on would lose acknowledged writes in silence. */
export class JournalCorruptError extends HiregraphError {
  readonly file: string;
  /** Bytes from the start of the file. */
  readonly offset: number;

  constructor(file: string, offset: number, reason: string) {
    super(
      'INTERNAL_ERROR',
      `The journal is corrupt: ${file} at byte ${offset}: ${reason}. Acknowledged writes would be lost by going on, so it ` +
        'is not opened. Keep a copy of the directory, then restore it whole from the newest backup.',
      { details: { file, offset, reason } },
    );
    this.file = file;
    this.offset = offset;
  }
}

/** Another process holds the journal, or nobody can tell whether one does. */
export class DirectoryLockedError extends HiregraphError {
  /** The process that holds the lock; null when the lock does not say. */
  readonly pid: number | null;
  /** True when it could not be told whether the holder still lives. */
  readonly undecidable: boolean;

  constructor(message: string, pid: number | null, undecidable: boolean) {
    super('INTERNAL_ERROR', message, { details: { pid, undecidable } });
    this.pid = pid;
    this.undecidable = undecidable;
  }
}

/** The data directory cannot be used: it cannot be created, read or written. */
export class DirectoryUnusableError extends HiregraphError {
  readonly directory: string;

  constructor(directory: string, cause: unknown) {
    super(
      'INTERNAL_ERROR',
      `The data directory ${directory} cannot be used: ${reasonOf(cause)}. Give this user the right to read and write it, free ` +
        'some space, or name another directory.',
      { cause, details: { directory } },
    );
    this.directory = directory;
  }
}

/** One group of records is larger than the journal ever holds at once: it can never be written. */
export class RecordsTooLargeError extends HiregraphError {
  constructor(bytes: number, limit: number) {
    super(
      'LIMIT_REACHED',
      `These records take ${bytes} bytes, and at most ${limit} can be written at once. Split them into smaller changes.`,
      { details: { bytes, limit } },
    );
  }
}
