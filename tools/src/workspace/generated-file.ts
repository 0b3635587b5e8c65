import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file that is made from others and committed beside them. */
export interface GeneratedFile {
  /** Relative to the root of the repository. */
  readonly path: string;
  readonly content: string;
}

/**
 * Writes what differs and leaves the rest untouched, so that watchers do not wake up for nothing.
 *
 * @returns the paths that were written
 */
export function writeGeneratedFiles(root: string, files: readonly GeneratedFile[]): string[] {
  const stale = findStaleFiles(root, files);
  for (const { path, content } of files.filter((file) => stale.includes(file.path))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return stale;
}

/** The paths whose file is missing or differs from what would be generated now. */
export function findStaleFiles(root: string, files: readonly GeneratedFile[]): string[] {
  return files
    .filter(({ path, content }) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== content)
    .map(({ path }) => path);
}
