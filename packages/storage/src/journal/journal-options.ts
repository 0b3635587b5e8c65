import type { FilePort } from './file-port.ts';
import type { RecoveryHandler } from './journal.ts';
import type { StoreStoppedError } from './journal-errors.ts';
import type { ProcessIdentities } from './process-identity.ts';

export interface JournalLimits {
  /** Bytes of records that may wait for the disk; past it `enqueue` refuses. Default 32 MiB. */
  readonly maximumPendingBytes: number;
  /** Records that may wait for the disk; past it `enqueue` refuses. Default 20,000. */
  readonly maximumPendingRecords: number;
  /** A batch that has reached this many bytes is closed, and the next one begun. Default 4 MiB. */
  readonly batchBytes: number;
  /** A segment that has reached this many bytes is closed, and the next one begun. Default 32 MiB. */
  readonly segmentBytes: number;
}

export interface JournalOptions {
  /** Default: the real file system. */
  readonly files?: FilePort;
  /** Created where it is missing. Several journals of different names may share it. */
  readonly directory: string;
  /** Lower-case letters, digits and dashes. Default `journal`. */
  readonly name?: string;
  /** Receives what is found. Default: it is read, checked and dropped. */
  readonly recovery?: RecoveryHandler;
  readonly limits?: Partial<JournalLimits>;
  /** Called once when a failed write or fsync stops the journal (not on close). */
  readonly onStopped?: (error: StoreStoppedError) => void;
  /** Who this process is and who lives; injected in tests. Default: the operating system's. */
  readonly processes?: ProcessIdentities;
  /** An unpredictable unsigned 32-bit number a call, for salts. Default: node:crypto. */
  readonly randomNumber?: () => number;
  /** Monotonic milliseconds, for slicing snapshots. Default: performance.now. */
  readonly now?: () => number;
}
