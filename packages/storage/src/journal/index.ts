/** The durability layer: an append-only journal of opaque records with snapshots, over a small file port. */
export { type FilePort, type OpenFile, type OpenMode, type OpenOptions, writeDurably } from './file-port.ts';
export type {
  Journal,
  JournalRecord,
  JournalSizes,
  RecoveryHandler,
  SnapshotRecords,
  SnapshotResult,
  SnapshotWriter,
} from './journal.ts';
export {
  DirectoryLockedError,
  DirectoryUnusableError,
  JournalCorruptError,
  RecordsTooLargeError,
  StoreStoppedError,
} from './journal-errors.ts';
export type { JournalLimits, JournalOptions } from './journal-options.ts';
export { nodeFilePort } from './node-file-port.ts';
export { openJournal } from './open-journal.ts';
export type { Liveness, ProcessIdentities, ProcessIdentity } from './process-identity.ts';
export { systemProcesses } from './system-processes.ts';
