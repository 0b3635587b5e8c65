import { join } from 'node:path';
import { HiregraphError } from '@hiregraph/kernel';
import type { FileKind } from './file-header.ts';

/**
 * The files of one journal in its directory:
 *
 *     <name>.<last batch before it, 16 digits>.segment
 *     <name>.<cut, 16 digits>.snapshot
 *     <name>.<…>.tmp               being written, or left over
 *     <name>.<generation>.lock     see directory-lock.ts
 */
export interface JournalFile {
  readonly path: string;
  readonly kind: FileKind;
  /** The number of the last batch before a segment; the cut of a snapshot. */
  readonly after: number;
}

export interface JournalPaths {
  readonly directory: string;
  readonly name: string;
  file(kind: FileKind, after: number): string;
  /** Where a file is written before it gets its name. */
  temporary(path: string): string;
}

const NAME = /^[a-z][a-z0-9-]{0,40}$/;
const FILE = /^([a-z0-9-]+)\.([0-9]{16})\.(segment|snapshot)$/;
const LEFTOVER = /^([a-z0-9-]+)\.[0-9]{16}\.(?:segment|snapshot)\.tmp$/;

/** @throws HiregraphError when the name could not be told from another one's in file names */
export function journalPaths(directory: string, name: string): JournalPaths {
  if (!NAME.test(name)) {
    throw new HiregraphError(
      'INTERNAL_ERROR',
      `"${name}" cannot name a journal, because its files begin with it. Use a-z, 0-9 and dashes, a letter first.`,
    );
  }
  return {
    directory,
    name,
    file: (kind, after) => join(directory, `${name}.${String(after).padStart(16, '0')}.${kind}`),
    temporary: (path) => `${path}.tmp`,
  };
}

/** @returns the segments and snapshots of this journal among the names in its directory, oldest first */
export function journalFiles(paths: JournalPaths, names: readonly string[]): readonly JournalFile[] {
  const found: JournalFile[] = [];
  for (const fileName of names) {
    const match = FILE.exec(fileName);
    if (match?.[1] !== paths.name) continue;
    const kind = match[3] === 'segment' ? 'segment' : 'snapshot';
    found.push({ path: join(paths.directory, fileName), kind, after: Number(match[2]) });
  }
  return found.sort((a, b) => a.after - b.after);
}

/** @returns the paths of what an interrupted snapshot or segment of this journal left */
export function leftoverFiles(paths: JournalPaths, names: readonly string[]): readonly string[] {
  return names.filter((name) => LEFTOVER.exec(name)?.[1] === paths.name).map((name) => join(paths.directory, name));
}
