import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stampName = '.hiregraph-lock-hash';

/**
 * Whether node_modules holds what package-lock.json asks for. Trusts a stamp of the lockfile's hash; without one it
 * compares npm's own record package by package, so that a tree installed by hand is not installed again.
 *
 * @param {string} root the folder of package-lock.json
 * @returns {boolean}
 */
export function hasDependencies(root) {
  const recordPath = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(recordPath)) return false;
  const lock = readFileSync(join(root, 'package-lock.json'));
  if (readStamp(root) === hashOf(lock)) return true;
  if (!recordMatches(JSON.parse(lock.toString()), JSON.parse(readFileSync(recordPath, 'utf8')))) return false;
  stampDependencies(root);
  return true;
}

/**
 * Remembers that node_modules was made from the present package-lock.json.
 *
 * @param {string} root the folder of package-lock.json
 */
export function stampDependencies(root) {
  writeFileSync(join(root, 'node_modules', stampName), hashOf(readFileSync(join(root, 'package-lock.json'))));
}

/**
 * The folders that an installation fills, for showing how far it has come.
 *
 * @param {string} root the folder of package-lock.json
 * @returns {string[]} relative to the root
 */
export function dependencyFolders(root) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.optional && !entry.link)
    .map(([path]) => path);
}

function readStamp(root) {
  const path = join(root, 'node_modules', stampName);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}

function hashOf(content) {
  return createHash('sha256').update(content).digest('hex');
}

/** Packages for other platforms are optional and absent, so only what must be there is compared. */
function recordMatches(lock, record) {
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (!path.includes('node_modules/') || wanted.optional) return true;
    const found = record.packages[path];
    return found !== undefined && found.version === wanted.version && Boolean(found.link) === Boolean(wanted.link);
  });
}
