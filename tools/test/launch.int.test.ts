import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { existsSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { nodeVersionProblem } from '../launch/node-version.mjs';
import { mergeRepeatedSignals } from '../launch/signals.mjs';
import { repositoryRoot } from '../src/workspace/repository-root.ts';
import { makeClone } from './bare-clone.ts';
import { addToTree } from './temporary-tree.ts';

function linkWords(root: string): void {
  addToTree(root, { 'node_modules/@hiregraph/.keep': '' });
  symlinkSync(join(root, 'words'), join(root, 'node_modules/@hiregraph/word'));
}

function startLauncher(
  root: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
  launcher: 'start' | 'dev' = 'start',
) {
  const child = spawn(process.execPath, ['--conditions=hiregraph-source', `tools/launch/${launcher}.mjs`, ...args], {
    cwd: root,
    env: { ...process.env, npm_execpath: join(root, 'npm/npm-cli.js'), ...variables },
  });
  const written = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.stderr += text));
  return { child, written, ended: once(child, 'close') as Promise<[number | null, string | null]> };
}

async function start(root: string, args: readonly string[], variables: Readonly<Record<string, string>> = {}) {
  const { written, ended } = startLauncher(root, args, variables);
  const [code] = await ended;
  return { code, ...written };
}

describe('npm start', () => {
  test('installs a fresh clone once, with words on stderr only, and runs the platform from source', async () => {
    const root = makeClone();
    linkWords(root);
    const first = await start(root, ['0', '--empty']);
    expect(first.stderr).toMatch(/Installing 1 packages/);
    expect(first.stderr).toMatch(/npm runs ci --include=dev/);
    expect(first).toMatchObject({ code: 0, stdout: 'from source 0,--empty\n' });
    const second = await start(root, ['0']);
    expect(second).toEqual({ code: 0, stdout: 'from source 0\n', stderr: '' });
  });

  test('installs again when the lockfile asks for something else', async () => {
    const root = makeClone();
    linkWords(root);
    await start(root, []);
    addToTree(root, { 'package-lock.json': { packages: { 'node_modules/tsx': { version: '2.0.0' } } } });
    expect((await start(root, [])).stderr).toMatch(/Installing/);
  });

  test('leaves alone what was installed by hand and fits', async () => {
    const root = makeClone();
    addToTree(root, { 'node_modules/.package-lock.json': readFileSync(join(root, 'package-lock.json'), 'utf8') });
    symlinkSync(join(repositoryRoot, 'node_modules/tsx'), join(root, 'node_modules/tsx'));
    linkWords(root);
    expect(await start(root, [])).toEqual({ code: 0, stdout: 'from source \n', stderr: '' });
  });

  test('says how to mend a failed installation, and does not take it for done', async () => {
    const root = makeClone();
    addToTree(root, { offline: '' });
    const { code, stdout, stderr } = await start(root, []);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/npm ci ended with code 7.*`npm ping`/s);
    expect(existsSync(join(root, 'node_modules/.hiregraph-lock-hash'))).toBe(false);
  });

  test('never empties a folder that node_modules is only a link to', async () => {
    const root = makeClone();
    addToTree(root, { 'elsewhere/tsx/package.json': {} });
    symlinkSync(join(root, 'elsewhere'), join(root, 'node_modules'));
    const { code, stderr } = await start(root, []);
    expect(code).toBe(1);
    expect(stderr).toMatch(/node_modules is a link.*Remove the link/);
    expect(stderr).not.toMatch(/npm runs/);
  });

  test('takes --fresh and --empty also without the two dashes before them', async () => {
    const root = makeClone();
    linkWords(root);
    const { stdout } = await start(root, ['0'], { npm_config_fresh: 'true' });
    expect(stdout).toBe('from source 0,--fresh\n');
  });

  test('passes the exit code on', async () => {
    const root = makeClone();
    linkWords(root);
    expect((await start(root, ['4'])).code).toBe(4);
  });

  test('gives one interrupt to the platform, once, and leaves no process', async () => {
    const root = makeClone();
    linkWords(root);
    const { child, written, ended } = startLauncher(root, ['wait']);
    while (!written.stdout.includes('ready')) await once(child.stdout, 'data');
    child.kill('SIGINT');
    expect(await ended).toEqual([3, null]);
    expect(written.stdout).toBe('from source wait\nready\nstopping\n');
  });

  test('says when the clone is not complete', async () => {
    const root = makeClone();
    rmSync(join(root, 'platform/src/main.ts'));
    const { code, stderr } = await start(root, []);
    expect(code).toBe(1);
    expect(stderr).toMatch(/There is no platform\/src\/main\.ts in .*: is the clone complete\?/);
  });
});

describe('a start', () => {
  const bundlePath = 'node_modules/.cache/hiregraph/platform+src+main.ts.mjs';

  test('runs one file made of all sources, and what the sources say now', async () => {
    const root = makeClone();
    linkWords(root);
    await start(root, []);
    const made = statSync(join(root, bundlePath)).mtimeMs;
    expect((await start(root, ['again'])).stdout).toBe('from source again\n');
    expect(statSync(join(root, bundlePath)).mtimeMs).toBe(made);
    addToTree(root, { 'words/source.ts': "export const word: string = 'changed';" });
    expect((await start(root, ['again'])).stdout).toBe('changed again\n');
    addToTree(root, {
      'words/package.json': { name: '@hiregraph/word', exports: { 'hiregraph-source': './moved.ts' } },
      'words/moved.ts': "export const word: string = 'moved';",
    });
    expect((await start(root, ['again'])).stdout).toBe('moved again\n');
  });

  test('names the source where an error came from', async () => {
    const root = makeClone();
    linkWords(root);
    expect((await start(root, ['throw'])).stderr).toMatch(
      /Error: at line 5\n\s+at file:.*\/platform\/src\/main\.ts:5:/,
    );
  });

  test('runs every source by itself where no file can be kept', async () => {
    const root = makeClone();
    linkWords(root);
    await start(root, []);
    rmSync(join(root, 'node_modules/.cache'), { recursive: true });
    addToTree(root, { 'node_modules/.cache': 'a file' });
    expect(await start(root, ['again'])).toEqual({ code: 0, stdout: 'from source again\n', stderr: '' });
  });

  test('says what is wrong with a source in the words of its loader', async () => {
    const root = makeClone();
    linkWords(root);
    addToTree(root, { 'words/source.ts': 'export const word: string = ;' });
    const { code, stderr } = await start(root, []);
    expect(code).toBe(1);
    expect(stderr).toMatch(/words\/source\.ts:1:28: ERROR: Unexpected ";"/);
  });
});

describe('npm run dev', () => {
  test('starts anew with every change of a source, and ends at one interrupt', async () => {
    const root = makeClone();
    linkWords(root);
    await start(root, []);
    const { child, written, ended } = startLauncher(root, ['wait'], {}, 'dev');
    const until = async (text: string) => {
      while (!written.stdout.includes(text)) await once(child.stdout, 'data');
    };
    await until('from source wait\nready\n');
    addToTree(root, { 'words/source.ts': "export const word: string = 'changed';" });
    await until('changed wait\nready\n');
    child.kill('SIGINT');
    await ended;
    expect(written.stdout.trimEnd().split('\n').at(-1)).toBe('stopping');
  });
});

describe('signals', () => {
  test('that reach a process twice in a moment count once, later ones again', () => {
    const target = new EventEmitter();
    const received: string[] = [];
    let now = 0;
    target.on('SIGINT', () => received.push(`early listener at ${now}`));
    mergeRepeatedSignals(target, () => now);
    target.on('SIGINT', () => received.push(`late listener at ${now}`));
    for (now of [1000, 1010, 3000]) target.emit('SIGINT');
    expect(received).toEqual([1000, 3000].flatMap((at) => [`early listener at ${at}`, `late listener at ${at}`]));
  });

  test('of different kinds are not copies of each other', () => {
    const target = new EventEmitter();
    const received: string[] = [];
    mergeRepeatedSignals(target, () => 0);
    for (const name of ['SIGINT', 'SIGTERM', 'other', 'other']) target.on(name, () => received.push(name));
    for (const name of ['SIGINT', 'SIGTERM', 'other']) target.emit(name);
    expect(received).toEqual(['SIGINT', 'SIGTERM', 'other', 'other']);
  });
});

describe('the Node version', () => {
  test.each(['20.19.0', '20.20.2', '22.1.0', '24.0.0'])('%s will do', (version) => {
    expect(nodeVersionProblem(version)).toBeNull();
  });

  test.each(['18.20.4', '20.18.3', '16.0.0'])('%s is refused in one sentence that says what to do', (version) => {
    expect(nodeVersionProblem(version)).toMatch(
      new RegExp(`needs Node 20\\.19 or newer, and this is Node ${version}\\. Install`),
    );
  });
});
