import { spawn } from 'node:child_process';
import { existsSync, lstatSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dependencyFolders, stampDependencies } from './dependencies.mjs';

const progressEveryMs = 2000;

/**
 * Runs `npm ci` and says every two seconds how far it is. Everything is written to stderr: stdout belongs to the
 * program that is started afterwards.
 *
 * @param {string} root the folder of package-lock.json
 * @returns {Promise<string | null>} what went wrong and how to mend it, or null
 */
export async function installDependencies(root) {
  if (isLink(join(root, 'node_modules'))) return linkProblem;
  const folders = dependencyFolders(root);
  const startedAt = Date.now();
  say(`Installing ${folders.length} packages (npm ci; only needed once) ...`);
  const progress = setInterval(() => {
    const present = folders.filter((folder) => existsSync(join(root, folder, 'package.json'))).length;
    say(`  ${secondsSince(startedAt)} s: ${present} of ${folders.length} packages in place`);
  }, progressEveryMs);
  const outcome = await runNpmCi(root);
  clearInterval(progress);
  if (outcome !== null) return outcome;
  stampDependencies(root);
  say(`Installed in ${secondsSince(startedAt)} s.`);
  return null;
}

/** npm ci empties node_modules before it fills it, through a link as well. */
const linkProblem =
  'The packages do not fit package-lock.json, and node_modules is a link: installing here would empty the folder it ' +
  'leads to. Remove the link, or run `npm ci` in that folder.';

function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** Development tools are always wanted: the platform runs from its TypeScript source, in production mode too. */
function runNpmCi(root) {
  const npm = npmCommand();
  const args = [...npm.args, 'ci', '--include=dev', '--no-audit', '--no-fund'];
  return new Promise((resolve) => {
    const child = spawn(npm.command, args, {
      cwd: root,
      env: environmentForNpm(),
      stdio: ['ignore', 2, 'inherit'],
      shell: npm.shell,
    });
    child.once('error', (error) => resolve(`npm could not be started (${error.message}). Install npm 10 or newer.`));
    child.once('exit', (code, signal) => {
      if (code === 0) return resolve(null);
      const ending = signal === null ? `code ${code}` : `signal ${signal}`;
      resolve(
        `Installing the packages failed: npm ci ended with ${ending}, its own words stand above. ` +
          'Mostly it is the network or a proxy: try `npm ping`, then run `npm ci` again.',
      );
    });
  });
}

/** Under `npm start` the very npm that runs us is used; under another package manager, the npm on the path. */
function npmCommand() {
  const running = process.env.npm_execpath;
  if (running !== undefined && basename(running) === 'npm-cli.js') {
    return { command: process.execPath, args: [running], shell: false };
  }
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

/** npm hands its flags on to scripts as variables; the platform's own flags would puzzle a second npm. */
function environmentForNpm() {
  const { npm_config_fresh: _fresh, npm_config_empty: _empty, ...environment } = process.env;
  return environment;
}

function secondsSince(startedAt) {
  return Math.round((Date.now() - startedAt) / 1000);
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
