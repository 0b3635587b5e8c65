/** `npm run bench`: installs the peers apart from the product, builds the product, and measures. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { hasDependencies } from '../launch/dependencies.mjs';
import { installDependencies } from '../launch/install.mjs';
import { prepare } from '../launch/prepare.mjs';

const root = resolve(import.meta.dirname, '../..');
const peers = join(import.meta.dirname, 'peers');

const problem = (await prepare()) ? await preparedProblem() : '';
if (problem === null) {
  await import('tsx');
  await import('./src/bench.ts');
} else {
  if (problem !== '') process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}

/** What is measured is what runs in production: the build, without a loader in between. */
async function preparedProblem() {
  if (!hasDependencies(peers)) {
    process.stderr.write('The peers are missing; they are installed into tools/bench/peers, apart from the product.\n');
    const failure = await installDependencies(peers);
    if (failure !== null) return failure;
  }
  process.stderr.write('Building the product ...\n');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 2, 'inherit'] });
  return status === 0
    ? null
    : 'The product could not be built, so there is nothing to measure. `npm run build` says why.';
}
