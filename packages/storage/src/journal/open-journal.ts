import { randomBytes } from 'node:crypto';
import { HiregraphError } from '@hiregraph/kernel';
import { lockDirectory } from './directory-lock.ts';
import { journalPaths } from './file-names.ts';
import type { Journal, RecoveryHandler } from './journal.ts';
import { DirectoryUnusableError } from './journal-errors.ts';
import type { JournalLimits, JournalOptions } from './journal-options.ts';
import { nodeFilePort } from './node-file-port.ts';
import { recover } from './recover.ts';
import { SegmentedJournal } from './segmented-journal.ts';
import { systemProcesses } from './system-processes.ts';

const MEBIBYTE = 1024 * 1024;

const DEFAULT_LIMITS: JournalLimits = {
  maximumPendingBytes: 32 * MEBIBYTE,
  maximumPendingRecords: 20_000,
  batchBytes: 4 * MEBIBYTE,
  segmentBytes: 32 * MEBIBYTE,
};

const CHECK_ONLY: RecoveryHandler = { snapshotRecord: () => undefined, record: () => undefined };

/**
 * Opens a journal, or makes it: takes its lock, hands everything that was written to `recovery` and is then ready for
 * more. What was handed out is on disk.
 * @throws DirectoryUnusableError when the directory cannot be made, read or written
 * @throws DirectoryLockedError when another process has it open, or may have
 * @throws JournalCorruptError when acknowledged writes are damaged
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { files = nodeFilePort, directory, name = 'journal', processes = systemProcesses } = options;
  const randomNumber = options.randomNumber ?? ((): number => randomBytes(4).readUInt32LE());
  const paths = journalPaths(directory, name);
  const lock = await usable(directory, async () => {
    await files.makeDirectory(directory);
    return await lockDirectory({ files, directory, name, processes, randomNumber });
  });
  try {
    const recovered = await usable(directory, () =>
      recover(files, paths, options.recovery ?? CHECK_ONLY, randomNumber),
    );
    return new SegmentedJournal({
      files,
      paths,
      lock,
      recovered,
      limits: { ...DEFAULT_LIMITS, ...options.limits },
      onStopped: options.onStopped ?? (() => undefined),
      randomNumber,
      now: options.now ?? (() => performance.now()),
    });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** File errors become one that says what to do; those of the recovery handler pass unchanged. */
async function usable<T>(directory: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HiregraphError || !isFileError(error)) throw error;
    throw new DirectoryUnusableError(directory, error);
  }
}

function isFileError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error;
}
