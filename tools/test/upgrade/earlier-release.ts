import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../src/workspace/repository-root.ts';

/** The commit of the version before this one. Move it when a release is made. */
const EARLIER_RELEASE = '6892c7f6d04b1b53918591dbf5ede4304db06d13';

/**
 * Lays out the version before this one as a clone that `npm start` runs: its files out of git, and the packages that are
 * installed here, which its lockfile names in the same versions.
 * @param root an empty folder
 * @throws Error when the history does not reach so far back, or its packages are others
 */
export function layOutEarlierRelease(root: string): void {
  const archive = readCommit();
  execFileSync('tar', ['-x', '-C', root], { input: archive });
  const lock = readFileSync(join(root, 'package-lock.json'));
  linkPackages(root);
  // Its launcher trusts this stamp, so it installs nothing through the links.
  writeFileSync(join(root, 'node_modules/.hiregraph-lock-hash'), createHash('sha256').update(lock).digest('hex'));
}

function readCommit(): Buffer {
  try {
    return execFileSync('git', ['archive', EARLIER_RELEASE], {
      cwd: repositoryRoot,
      maxBuffer: 1 << 28,
      stdio: 'pipe',
    });
  } catch (error) {
    throw new Error(
      `The version before this one (${EARLIER_RELEASE}) is not in this clone's history. \`git fetch --unshallow\` brings it.`,
      { cause: error },
    );
  }
}

/** Installed packages are linked one by one; the workspaces are its own. */
function linkPackages(root: string): void {
  const installed = join(repositoryRoot, 'node_modules');
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(installed)) {
    if (name !== '@hiregraph' && name !== '.cache' && !name.startsWith('.hiregraph')) {
      symlinkSync(join(installed, name), join(root, 'node_modules', name));
    }
  }
  mkdirSync(join(root, 'node_modules/@hiregraph'));
  const workspaces = ['packages', 'services'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => ({ name, path: join(root, folder, name) })),
  );
  for (const name of ['gateway', 'platform', 'tools']) workspaces.push({ name, path: join(root, name) });
  for (const { name, path } of workspaces) symlinkSync(path, join(root, 'node_modules/@hiregraph', name));
}
