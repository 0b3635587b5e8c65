import { type JournalPaths, journalFiles } from './file-names.ts';
import type { FilePort } from './file-port.ts';
import { removeCovered } from './recover.ts';
import { type SnapshotSource, writeSnapshot } from './snapshot-file.ts';

/** The fsync of the folder failed: what it now holds on disk is not known, so the journal has to stop. */
export class FolderSyncError extends Error {
  constructor(cause: unknown) {
    super('The fsync of the data directory failed.', { cause });
    this.name = 'FolderSyncError';
  }
}

/**
 * Writes a snapshot under a temporary name, makes it durable, gives it its name, makes the name durable, and only then
 * drops what it covers. Its cut has to be on disk before.
 */
export async function publishSnapshot(
  files: FilePort,
  paths: JournalPaths,
  source: SnapshotSource,
): Promise<{ readonly records: number; readonly bytes: number }> {
  const path = paths.file('snapshot', source.cut.number);
  const temporary = paths.temporary(path);
  const written = await writeTemporary(files, temporary, path, source);
  await files.syncDirectory(paths.directory).catch((error: unknown) => {
    throw new FolderSyncError(error);
  });
  // A file that cannot be removed now is removed at the next open.
  const found = journalFiles(paths, await files.list(paths.directory));
  await removeCovered(files, found, source.cut.number).catch(() => undefined);
  return written;
}

async function writeTemporary(
  files: FilePort,
  temporary: string,
  path: string,
  source: SnapshotSource,
): Promise<{ readonly records: number; readonly bytes: number }> {
  const file = await files.open(temporary, 'create');
  try {
    const written = await writeSnapshot(file, source);
    await file.close();
    await files.rename(temporary, path);
    return written;
  } catch (error) {
    await file.close().catch(() => undefined);
    await files.unlink(temporary).catch(() => undefined);
    throw error;
  }
}
