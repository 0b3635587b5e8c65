import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nodeVersionProblem } from './node-version.mjs';

export const root = resolve(fileURLToPath(import.meta.url), '../../..');

/**
 * Makes a clone ready to run: checks Node's version and installs what is missing.
 * What cannot be mended is said in one sentence on stderr.
 *
 * @returns {Promise<boolean>} whether to go on; if not, the exit code is set already
 */
export async function prepare() {
  const problem = nodeVersionProblem(process.versions.node) ?? (await installationProblem());
  if (problem === null) return true;
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
  return false;
}

async function installationProblem() {
  const { hasDependencies } = await import('./dependencies.mjs');
  if (hasDependencies(root)) return null;
  const { installDependencies } = await import('./install.mjs');
  return installDependencies(root);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await prepare();
