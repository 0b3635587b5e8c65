/**
 * Runs a TypeScript entry from source: `node --conditions=hiregraph-source tools/launch/source.mjs <entry> [arguments]`.
 * The entry runs in this very process, so signals, exit code, stdin and stdout are its own with nobody in between.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
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
  if (!hasTypeScriptLoader()) await import('tsx');
  await import(pathToFileURL(path).href);
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
