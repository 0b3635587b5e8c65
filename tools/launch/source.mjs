/**
 * Runs a TypeScript entry from source: `node --conditions=hiregraph-source tools/launch/source.mjs <entry> [arguments]`.
 * The entry runs in this very process, so signals, exit code, stdin and stdout are its own with nobody in between.
 */
import { existsSync } from 'node:fs';
import module from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, root } from './prepare.mjs';
import { mergeRepeatedSignals } from './signals.mjs';

/**
 * @param {string} entry relative to the root of the repository
 * @param {string[]} args what the entry finds from process.argv[2] on
 */
export async function runSource(entry, args) {
  if (!(await prepare())) return;
  const path = resolve(root, entry);
  if (!existsSync(path)) {
    process.stderr.write(
      `There is no ${entry} in ${root}: is the clone complete? \`git status\` shows what is missing.\n`,
    );
    process.exitCode = 1;
    return;
  }
  process.argv = [process.execPath, path, ...args];
  mergeRepeatedSignals();
  await import(pathToFileURL(await loadable(path, entry)).href);
}

/** What Node can import: the entry's bundle, or the source itself with a loader that transpiles every module. */
async function loadable(path, entry) {
  if (hasTypeScriptLoader()) return path;
  // From Node 22 on: compiled code of all modules, packages too, is kept for the next start.
  module.enableCompileCache?.(join(root, 'node_modules/.cache/hiregraph/compiled'));
  const { bundleOf } = await import('./bundle.mjs');
  const bundle = await bundleOf(root, entry);
  if (bundle === null) {
    await import('tsx');
    return path;
  }
  const { showSourcesInStacks } = await import('./source-stacks.mjs');
  showSourcesInStacks(bundle);
  return bundle;
}

/** The watcher of `npm run dev` brings it along. */
function hasTypeScriptLoader() {
  return process.execArgv.some((argument) => argument.includes('/tsx/'));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [entry, ...args] = process.argv.slice(2);
  if (entry === undefined) {
    process.stderr.write('Name the TypeScript file to run, such as platform/src/main.ts.\n');
    process.exitCode = 1;
  } else {
    await runSource(entry, args);
  }
}
