import { basename, dirname, join } from 'node:path';
import type { FilePort, OpenFile, OpenMode } from '@hiregraph/storage';

/**
 * File ports that turn a correct journal into one with a well-known mistake, by leaving out or reordering what it asks
 * for. A durability test that lets one of them pass proves nothing.
 */
export interface FaultyFilePort {
  /** The mistake, as a sentence. */
  readonly mistake: string;
  /** Called for every opening of the journal. */
  wrap(files: FilePort): FilePort;
}

const isSegment = (path: string): boolean => /\.segment(\.tmp)?$/.test(path);
const isSnapshot = (path: string): boolean => /\.snapshot(\.tmp)?$/.test(path);
const nothing = async (): Promise<void> => undefined;

export const faultyFilePorts: readonly FaultyFilePort[] = [
  {
    mistake: 'never syncs a file',
    // The lock apart: without it the journal would be refused, not broken.
    wrap: (files) =>
      withFiles(files, (file, path) => (isSegment(path) || isSnapshot(path) ? { ...file, sync: nothing } : file)),
  },
  {
    mistake: 'acknowledges before the fsync is done',
    wrap: (files) => withFiles(files, (file, path) => (isSegment(path) ? acknowledgingEarly(file) : file)),
  },
  { mistake: 'never syncs the folder', wrap: (files) => ({ ...files, syncDirectory: nothing }) },
  {
    mistake: 'gives a snapshot its name before its content is synced',
    wrap: (files) => withFiles(files, (file, path) => (isSnapshot(path) ? { ...file, sync: nothing } : file)),
  },
  {
    mistake: 'deletes the old segments before the snapshot has its name',
    wrap: (files) => ({ ...files, rename: (from, to) => deletingFirst(files, from, to) }),
  },
  { mistake: 'deletes the old segments before the snapshot has a durable name', wrap: deletingBeforeFolderSync },
  { mistake: 'deletes one segment more than the snapshot covers', wrap: deletingTooMuch },
  {
    mistake: 'does not sync what it found when it opened',
    wrap: (files) =>
      withFiles(files, (file, _path, mode) =>
        mode === 'write' ? { ...file, sync: skippingFirst(() => file.sync()) } : file,
      ),
  },
  {
    mistake: 'trusts an fsync that follows a failed one, without writing again',
    wrap: (files) => withFiles(files, (file, _path, mode) => (mode === 'write' ? neverRewriting(file) : file)),
  },
  {
    mistake: 'does not sync the folder when it opens',
    wrap: (files) => ({
      ...files,
      syncDirectory: skippingFirst((directory: string) => files.syncDirectory(directory)),
    }),
  },
  {
    mistake: 'tries a failed fsync again',
    wrap: (files) => withFiles(files, (file) => ({ ...file, sync: () => file.sync().catch(() => file.sync()) })),
  },
  {
    mistake: 'goes on after a failed write',
    wrap: (files) =>
      withFiles(files, (file) => ({
        ...file,
        write: (data, position) => file.write(data, position).catch(nothing),
      })),
  },
];

function withFiles(files: FilePort, change: (file: OpenFile, path: string, mode: OpenMode) => OpenFile): FilePort {
  return { ...files, open: async (path, mode) => change(await files.open(path, mode), path, mode) };
}

function acknowledgingEarly(file: OpenFile): OpenFile {
  let owed = false;
  return {
    ...file,
    sync: async () => {
      owed = true;
    },
    write: async (data, position) => {
      if (owed) await file.sync();
      owed = false;
      await file.write(data, position);
    },
  };
}

function neverRewriting(file: OpenFile): OpenFile {
  return {
    ...file,
    write: async (data, position) => {
      if (position >= (await file.size())) await file.write(data, position);
    },
  };
}

function skippingFirst<A extends readonly unknown[]>(
  call: (...args: A) => Promise<void>,
): (...args: A) => Promise<void> {
  let skipped = false;
  return async (...args) => {
    if (skipped) return call(...args);
    skipped = true;
  };
}

async function deletingFirst(files: FilePort, from: string, to: string): Promise<void> {
  if (to.endsWith('.snapshot')) {
    for (const path of await segmentsBefore(files, to)) await files.unlink(path);
  }
  await files.rename(from, to);
}

function deletingBeforeFolderSync(files: FilePort): FilePort {
  let named = false;
  return {
    ...files,
    rename: async (from, to) => {
      await files.rename(from, to);
      named = to.endsWith('.snapshot');
    },
    syncDirectory: async (directory) => {
      if (!named) await files.syncDirectory(directory);
      named = false;
    },
  };
}

function deletingTooMuch(files: FilePort): FilePort {
  let snapshot: string | null = null;
  return {
    ...files,
    rename: async (from, to) => {
      await files.rename(from, to);
      if (to.endsWith('.snapshot')) snapshot = to;
    },
    syncDirectory: async (directory) => {
      await files.syncDirectory(directory);
      if (snapshot !== null) await files.unlink(snapshot.replace(/snapshot$/, 'segment'));
      snapshot = null;
    },
  };
}

/** The segments that a snapshot covers. */
async function segmentsBefore(files: FilePort, snapshot: string): Promise<readonly string[]> {
  const [name, cut] = basename(snapshot).split('.');
  const directory = dirname(snapshot);
  const names = (await files.list(directory)).filter(
    (file) => file.startsWith(`${name}.`) && file.endsWith('.segment'),
  );
  return names.filter((file) => Number(file.split('.')[1]) < Number(cut)).map((file) => join(directory, file));
}
