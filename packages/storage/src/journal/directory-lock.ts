import { join } from 'node:path';
import type { FilePort } from './file-port.ts';
import { DirectoryLockedError } from './journal-errors.ts';
import { readLock, writeLock } from './lock-file.ts';
import type { ProcessIdentities, ProcessIdentity } from './process-identity.ts';

/**
 * One writer for a journal. The lock is a file `<name>.<generation>.lock` that holds the identity of its process.
 *
 * Taking it over from a dead process has a well-known hole: two starters see the same dead lock, and the slower one
 * removes the lock that the faster one has just made. Here nobody removes a lock before holding one:
 *   1. look at every lock there is: one that lives, or may live, refuses;
 *   2. make the next generation exclusively, with its content (a link to a finished file);
 *   3. look again: another lock that lives refuses too, and ours is taken back. Of two that got here, the later one to
 *      make its file is certain to see the other's;
 *   4. only now remove the dead ones.
 */
export interface DirectoryLock {
  release(): Promise<void>;
}

export interface LockOptions {
  readonly files: FilePort;
  readonly directory: string;
  readonly name: string;
  readonly processes: ProcessIdentities;
  readonly randomNumber: () => number;
}

interface LockNames {
  readonly held: readonly { readonly path: string; readonly generation: number }[];
  readonly temporary: readonly string[];
}

const ATTEMPTS = 10;
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/**
 * @throws DirectoryLockedError when another process holds the lock, or when nobody can tell
 */
export async function lockDirectory(options: LockOptions): Promise<DirectoryLock> {
  const { files, directory, name, processes } = options;
  const self = await processes.self();
  const temporary = join(directory, `${name}.${self.pid}-${options.randomNumber().toString(36)}.lock.tmp`);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await lockNames(options);
    await refuseUnlessDead(options, before, null);
    const generation = Math.max(0, ...before.held.map((lock) => lock.generation)) + 1;
    const own = join(directory, `${name}.${generation}.lock`);
    if (!(await makeLock(files, own, temporary, self))) continue;
    const after = await lockNames(options);
    try {
      await refuseUnlessDead(options, after, own);
    } catch (error) {
      await removeQuietly(files, [own, temporary]);
      throw error;
    }
    await removeQuietly(files, [
      ...after.held.map((lock) => lock.path).filter((path) => path !== own),
      ...after.temporary,
    ]);
    return { release: () => removeQuietly(files, [own]) };
  }
  throw new DirectoryLockedError(
    `The data directory ${directory} is being opened by several processes at once. Start a single one.`,
    null,
    true,
  );
}

async function makeLock(files: FilePort, path: string, temporary: string, self: ProcessIdentity): Promise<boolean> {
  try {
    await files.unlink(temporary).catch(() => undefined);
    await writeLock(files, temporary, self);
    await linkOrCreate(files, temporary, path, self);
    return true;
  } catch (error) {
    // Taken by another starter, or tidied away by one that holds the lock now: look again.
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    throw error;
  }
}

async function linkOrCreate(files: FilePort, temporary: string, path: string, self: ProcessIdentity): Promise<void> {
  try {
    await files.link(temporary, path);
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    // A file system without links: still exclusive, but a crash right here leaves an empty lock, which refuses.
    await writeLock(files, path, self);
  }
}

async function lockNames({ files, directory, name }: LockOptions): Promise<LockNames> {
  const names = (await files.list(directory)).filter((file) => file.startsWith(`${name}.`));
  const held = names.flatMap((file) => {
    const match = /^[a-z0-9-]+\.([0-9]+)\.lock$/.exec(file);
    return match === null ? [] : [{ path: join(directory, file), generation: Number(match[1]) }];
  });
  return { held, temporary: names.filter((file) => file.endsWith('.lock.tmp')).map((file) => join(directory, file)) };
}

async function refuseUnlessDead(options: LockOptions, locks: LockNames, own: string | null): Promise<void> {
  for (const { path } of locks.held) {
    if (path === own) continue;
    const holder = await readLock(options.files, path);
    if (holder === 'gone') continue;
    if (holder === null) throw undecidable(path, null, 'its content cannot be read');
    const liveness = await options.processes.liveness(holder);
    if (liveness === 'dead') continue;
    if (liveness === 'undecidable') {
      throw undecidable(
        path,
        holder.pid,
        `whether its process ${holder.pid} on ${holder.host} still runs cannot be told`,
      );
    }
    throw new DirectoryLockedError(
      `The data directory ${options.directory} is in use by the process ${holder.pid}. Stop that one first (kill ` +
        `${holder.pid}), or give this one a directory of its own.`,
      holder.pid,
      false,
    );
  }
}

function undecidable(path: string, pid: number | null, reason: string): DirectoryLockedError {
  return new DirectoryLockedError(
    `The lock ${path} may belong to a running process: ${reason}. Two writers would destroy the data, so this one does ` +
      `not start. Make sure that no other one uses the directory, then run: rm '${path}'`,
    pid,
    true,
  );
}

async function removeQuietly(files: FilePort, paths: readonly string[]): Promise<void> {
  // A lock that stays behind is found to be dead at the next start, so failing to remove one harms nobody.
  for (const path of paths) await files.unlink(path).catch(() => undefined);
}
