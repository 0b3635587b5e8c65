import { type FileHandle, constants, link, mkdir, open, readdir, rename, unlink } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { FilePort, OpenFile, OpenMode } from './file-port.ts';

const FLAGS: Readonly<Record<OpenMode, number>> = {
  read: constants.O_RDONLY,
  write: constants.O_RDWR,
  create: constants.O_RDWR | constants.O_CREAT | constants.O_EXCL,
};

/**
 * Writes are then durable by themselves, as with an fdatasync after each (open(2), O_DSYNC), in one trip to the thread
 * pool in place of two. Elsewhere than on Linux it is missing (Windows) or leaves the disk's cache alone (macOS).
 */
const WRITE_THROUGH = process.platform === 'linux' ? constants.O_DSYNC : 0;

/** The journal holds personal data: nobody but the owner reads it. */
const FILE_MODE = 0o600;
const DIRECTORY_MODE = 0o700;

/** Systems on which a folder cannot be opened for fsync (Windows) say so with one of these. */
const NO_DIRECTORY_SYNC: ReadonlySet<string> = new Set(['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP']);

/** The real file system. `sync` is fdatasync, which carries the length too; on macOS libuv makes it F_FULLFSYNC. */
export const nodeFilePort: FilePort = {
  open: async (path, mode, { writesThrough } = { writesThrough: false }) => {
    const extra = writesThrough ? WRITE_THROUGH : 0;
    return openFile(await open(path, FLAGS[mode] | extra, FILE_MODE), extra !== 0);
  },
  link,
  rename,
  unlink,
  list: (directory) => readdir(directory),
  makeDirectory,
  syncDirectory,
};

function openFile(handle: FileHandle, writesThrough: boolean): OpenFile {
  return {
    writesThrough,
    write: (data, position) => writeAll(handle, data, position),
    read: (target, position) => readAll(handle, target, position),
    truncate: (length) => handle.truncate(length),
    sync: () => handle.datasync(),
    size: async () => (await handle.stat()).size,
    close: () => handle.close(),
  };
}

async function writeAll(handle: FileHandle, data: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < data.byteLength) {
    const { bytesWritten } = await handle.write(data, written, data.byteLength - written, position + written);
    if (bytesWritten === 0) throw Object.assign(new Error('The disk took no more bytes.'), { code: 'ENOSPC' });
    written += bytesWritten;
  }
}

async function readAll(handle: FileHandle, target: Uint8Array, position: number): Promise<number> {
  let filled = 0;
  while (filled < target.byteLength) {
    const { bytesRead } = await handle.read(target, filled, target.byteLength - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}

async function makeDirectory(directory: string): Promise<void> {
  const first = await mkdir(directory, { recursive: true, mode: DIRECTORY_MODE });
  if (first === undefined) return;
  // Every folder that was made has to be synced into its parent, from the inside out.
  const top = dirname(resolve(first));
  for (let folder = resolve(directory); folder !== top; ) {
    folder = dirname(folder);
    await syncDirectory(folder);
  }
}

async function syncDirectory(directory: string): Promise<void> {
  let handle: FileHandle;
  try {
    handle = await open(directory, constants.O_RDONLY);
  } catch (error) {
    if (process.platform === 'win32' && NO_DIRECTORY_SYNC.has((error as NodeJS.ErrnoException).code ?? '')) return;
    throw error;
  }
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
