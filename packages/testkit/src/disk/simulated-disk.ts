import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FilePort, OpenFile, OpenMode } from '@hiregraph/storage';
import { type SeededRandom, createSeededRandom } from '../seeded-random.ts';
import { SimulatedFile } from './simulated-file.ts';

/** The operations that change something, and can therefore crash or fail. */
export type DiskOperation =
  | 'create'
  | 'write'
  | 'truncate'
  | 'sync'
  | 'link'
  | 'rename'
  | 'unlink'
  | 'makeDirectory'
  | 'syncDirectory';

/** How it ends: `kill` loses the process alone, `power` everything that was not synced, save an arbitrary part. */
export type CrashKind = 'kill' | 'power';

export interface DiskFault {
  readonly operation: DiskOperation;
  /** Only on paths that match; an open file that was renamed has its new one. */
  readonly path?: RegExp;
  readonly code: 'EIO' | 'ENOSPC' | 'EACCES' | 'EROFS';
}

/** The process died in the middle of an operation. */
export class SimulatedCrashError extends Error {
  override readonly name = 'SimulatedCrashError';
}

interface NameChange {
  readonly path: string;
  readonly file: SimulatedFile | null;
}

/**
 * A disk in memory that loses whatever a real one may lose. Names become durable by `syncDirectory`, content by `sync`;
 * on a loss of power every unsynced change is kept, lost or torn on its own, whatever came after it.
 */
export class SimulatedDisk {
  readonly #random: SeededRandom;
  readonly #directories = new Set<string>();
  #names = new Map<string, SimulatedFile>();
  #durableNames = new Map<string, SimulatedFile>();
  #pendingNames: (readonly NameChange[])[] = [];
  #faults: DiskFault[] = [];
  #operations = 0;
  #crashAt = Number.POSITIVE_INFINITY;
  #crashed = false;
  #life = 0;

  /** @param seed decides what is kept at a crash */
  constructor(seed: number) {
    this.#random = createSeededRandom(seed);
  }

  /** Changing operations since the disk was made. */
  get operations(): number {
    return this.#operations;
  }

  get hasCrashed(): boolean {
    return this.#crashed;
  }

  /** The paths that a process would see now. */
  get paths(): readonly string[] {
    return [...this.#names.keys()].sort();
  }

  /** The process dies in the middle of the n-th operation from now (1 = the next); everything after it fails, too. */
  crashIn(operations: number): void {
    this.#crashAt = this.#operations + operations;
  }

  /** The next operation that matches fails; one after another. */
  failNext(fault: DiskFault): void {
    this.#faults.push(fault);
  }

  /** Ends whoever used the disk and makes it ready for the next process. */
  restart(kind: CrashKind): void {
    this.#life++;
    this.#crashed = false;
    this.#crashAt = Number.POSITIVE_INFINITY;
    this.#faults = [];
    if (kind === 'kill') return;
    for (const changes of this.#pendingNames) if (this.#random.chance(0.5)) applyNames(this.#durableNames, changes);
    this.#pendingNames = [];
    this.#names = new Map(this.#durableNames);
    for (const file of new Set(this.#names.values())) file.losePower(this.#random);
  }

  /** Flips the bits of one byte of a file. */
  damage(path: string, offset: number): void {
    this.#fileAt(path, 'open').damage(offset);
  }

  /** @returns a copy of a file's bytes, as a process reads them */
  contentOf(path: string): Buffer {
    return Buffer.from(this.#fileAt(path, 'open').content);
  }

  /** The file port of one life: after `restart`, what still uses it is dead, and a new one is needed. */
  port(): FilePort {
    const life = this.#life;
    const alive = (): void => {
      if (this.#crashed || life !== this.#life) throw new SimulatedCrashError('This process has died.');
    };
    return {
      open: async (path, mode) => {
        await Promise.resolve();
        alive();
        return this.#openFile(path, mode === 'create' ? this.#create(path) : this.#fileAt(path, 'open'), mode, alive);
      },
      link: async (from, to) => {
        await Promise.resolve();
        alive();
        const file = this.#fileAt(from, 'link');
        if (this.#names.has(to)) throw fileError('EEXIST', 'link', to);
        this.#operate('link', to, () => this.#change([{ path: to, file }]));
      },
      rename: async (from, to) => {
        await Promise.resolve();
        alive();
        const file = this.#fileAt(from, 'rename');
        const changes = [
          { path: to, file },
          { path: from, file: null },
        ];
        this.#operate('rename', to, () => this.#change(changes));
      },
      unlink: async (path) => {
        await Promise.resolve();
        alive();
        this.#fileAt(path, 'unlink');
        this.#operate('unlink', path, () => this.#change([{ path, file: null }]));
      },
      list: async (directory) => {
        await Promise.resolve();
        alive();
        if (!this.#directories.has(directory)) throw fileError('ENOENT', 'scandir', directory);
        return this.paths.filter((path) => dirname(path) === directory).map((path) => path.slice(directory.length + 1));
      },
      makeDirectory: async (directory) => {
        await Promise.resolve();
        alive();
        if (this.#directories.has(directory)) return;
        this.#operate('makeDirectory', directory, () => this.#directories.add(directory));
      },
      syncDirectory: async (directory) => {
        await nextTurn();
        alive();
        this.#operate(
          'syncDirectory',
          directory,
          () => this.#syncNames(directory, 1),
          () => this.#syncNames(directory, 0.5),
        );
      },
    };
  }

  #openFile(path: string, file: SimulatedFile, mode: OpenMode, alive: () => void): OpenFile {
    return {
      write: async (data, position) => {
        await Promise.resolve();
        alive();
        if (mode === 'read') throw fileError('EBADF', 'write', path);
        const failed = (): void => file.write(data.subarray(0, this.#random.below(data.byteLength + 1)), position);
        this.#operate('write', this.#nameOf(file, path), () => file.write(data, position), failed);
      },
      read: async (target, position) => {
        await Promise.resolve();
        alive();
        return file.content.copy(target, 0, position);
      },
      truncate: async (length) => {
        await Promise.resolve();
        alive();
        this.#operate('truncate', this.#nameOf(file, path), () => file.truncate(length));
      },
      sync: async () => {
        // A real fsync takes a while; others go on meanwhile.
        await nextTurn();
        alive();
        this.#operate(
          'sync',
          this.#nameOf(file, path),
          () => file.sync(),
          () => file.failSync(this.#random),
        );
      },
      size: async () => {
        await Promise.resolve();
        alive();
        return file.content.byteLength;
      },
      close: async () => {
        await Promise.resolve();
        alive();
      },
    };
  }

  #create(path: string): SimulatedFile {
    if (this.#names.has(path)) throw fileError('EEXIST', 'open', path);
    const file = new SimulatedFile();
    this.#operate('create', path, () => this.#change([{ path, file }]));
    return file;
  }

  #fileAt(path: string, syscall: string): SimulatedFile {
    const file = this.#names.get(path);
    if (file === undefined) throw fileError('ENOENT', syscall, path);
    return file;
  }

  #nameOf(file: SimulatedFile, opened: string): string {
    if (this.#names.get(opened) === file) return opened;
    for (const [path, named] of this.#names) if (named === file) return path;
    return opened;
  }

  /** Counts, then does it, fails as planned, or dies in the middle of it: the change was asked for and is unsynced. */
  #operate(operation: DiskOperation, path: string, change: () => void, failed: () => void = () => undefined): void {
    this.#operations++;
    if (this.#operations >= this.#crashAt) {
      this.#crashed = true;
      const isSync = operation === 'sync' || operation === 'syncDirectory';
      if (!isSync || this.#random.chance(0.3)) change();
      throw new SimulatedCrashError(`The process died in ${operation} of ${path}.`);
    }
    const index = this.#faults.findIndex((fault) => fault.operation === operation && (fault.path?.test(path) ?? true));
    const [fault] = index === -1 ? [] : this.#faults.splice(index, 1);
    if (fault !== undefined) {
      failed();
      throw fileError(fault.code, operation, path);
    }
    change();
  }

  #change(changes: readonly NameChange[]): void {
    applyNames(this.#names, changes);
    this.#pendingNames.push(changes);
  }

  /** @param probability that a change becomes durable; those that do not never will, as after a failed fsync */
  #syncNames(directory: string, probability: number): void {
    const isHere = (changes: readonly NameChange[]): boolean =>
      changes.every(({ path }) => dirname(path) === directory);
    for (const changes of this.#pendingNames) {
      if (isHere(changes) && this.#random.chance(probability)) applyNames(this.#durableNames, changes);
    }
    this.#pendingNames = this.#pendingNames.filter((changes) => !isHere(changes));
  }
}

function applyNames(names: Map<string, SimulatedFile>, changes: readonly NameChange[]): void {
  for (const { path, file } of changes) {
    if (file === null) names.delete(path);
    else names.set(path, file);
  }
}

function fileError(code: string, syscall: string, path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: simulated, ${syscall} '${path}'`), { code, syscall, path });
}
