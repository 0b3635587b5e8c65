/**
 * How the file is opened: `read` an existing one; `write` an existing one, for reading too; `create` a new one
 * (fails with EEXIST when the name is taken).
 */
export type OpenMode = 'read' | 'write' | 'create';

export interface OpenOptions {
  /** Asks for `OpenFile.writesThrough`, for files that are synced after every write anyway. A port need not have it. */
  readonly writesThrough: boolean;
}

/** An open file. Positions and lengths are bytes. Nothing is durable before `sync` has resolved. */
export interface OpenFile {
  /** True where each `write` resolves only when its content, and the length, are durable: then `sync` adds nothing. */
  readonly writesThrough?: boolean;
  /** Writes all of `data` at `position`; a short write is an error. */
  write(data: Uint8Array, position: number): Promise<void>;
  /** Fills `target` from `position`. @returns the bytes read, fewer than asked for only at the end of the file */
  read(target: Uint8Array, position: number): Promise<number>;
  truncate(length: number): Promise<void>;
  /** Makes the content and the length durable. Never called again on a file after it failed. */
  sync(): Promise<void>;
  size(): Promise<number>;
  close(): Promise<void>;
}

/** Writes, and resolves when it is durable: in one step where the file was opened for that. */
export async function writeDurably(file: OpenFile, data: Uint8Array, position: number): Promise<void> {
  await file.write(data, position);
  if (file.writesThrough !== true) await file.sync();
}

/**
 * The few file operations that the journal is built on, so that tests can put a simulated disk under it.
 * Failures are `NodeJS.ErrnoException`s with the usual codes (ENOENT, EEXIST, EACCES, ENOSPC, EIO, …).
 */
export interface FilePort {
  open(path: string, mode: OpenMode, options?: OpenOptions): Promise<OpenFile>;
  /** A second name for a file; fails with EEXIST when `to` is taken. Atomic. */
  link(from: string, to: string): Promise<void>;
  /** Atomic; replaces `to`. Durable only after `syncDirectory`. */
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  /** The names (not the paths) in a directory, in no particular order. */
  list(directory: string): Promise<readonly string[]>;
  /** Creates the directory and its parents where they are missing, their entries durable. */
  makeDirectory(directory: string): Promise<void>;
  /** Makes the names in a directory durable: files created, linked, renamed and unlinked. */
  syncDirectory(directory: string): Promise<void>;
}
