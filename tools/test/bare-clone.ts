import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../src/workspace/repository-root.ts';
import { makeTree } from './temporary-tree.ts';

/** Stands in for `npm ci`: fills node_modules as the lockfile says, or fails. */
const npmDouble = `
  const { mkdirSync, symlinkSync, writeFileSync, copyFileSync, existsSync } = require('node:fs');
  console.log('npm runs ' + process.argv.slice(2).join(' '));
  if (existsSync('offline')) process.exit(7);
  mkdirSync('node_modules', { recursive: true });
  copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
  for (const name of ['tsx', 'esbuild']) {
    const link = 'node_modules/' + name;
    if (!existsSync(link)) symlinkSync(${JSON.stringify(join(repositoryRoot, 'node_modules'))} + '/' + name, link);
  }
`;

const mainSource = `
  import { word } from '@hiregraph/word';
  const [order = ''] = process.argv.slice(2);
  console.log(word, process.argv.slice(2).join(','));
  if (order === 'throw') throw new Error('at line 5');
  if (order === 'wait') {
    const hold = setInterval(() => {}, 1000);
    process.once('SIGINT', () => { console.log('stopping'); clearInterval(hold); process.exitCode = 3; });
    console.log('ready');
  }
  process.exitCode = Number(order) || 0;
`;

/** A clone as a stranger gets it: the launchers, a lockfile, a platform, nothing installed. */
export function makeClone(): string {
  const root = makeTree({
    'package.json': { type: 'module' },
    'package-lock.json': { packages: { 'node_modules/tsx': { version: '1.0.0' } } },
    'platform/src/main.ts': mainSource,
    'words/package.json': {
      name: '@hiregraph/word',
      exports: { 'hiregraph-source': './source.ts', default: './missing.js' },
    },
    'words/source.ts': "export const word: string = 'from source';",
    'npm/npm-cli.js': npmDouble,
    'npm/package.json': { type: 'commonjs' },
  });
  cpSync(join(repositoryRoot, 'tools/launch'), join(root, 'tools/launch'), { recursive: true });
  return root;
}
