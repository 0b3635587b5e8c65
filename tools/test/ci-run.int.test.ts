import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { repositoryRoot } from '../src/workspace/repository-root.ts';
import { makeClone } from './bare-clone.ts';
import { addToTree } from './temporary-tree.ts';

const jestReport = {
  numTotalTests: 3,
  numPassedTests: 3,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
};

/** The shell line of a runner that leaves this report. */
const leave = (name: string, report: object): string =>
  `mkdir -p .cache/reports && echo '${JSON.stringify(report)}' > .cache/reports/${name}.json`;
const goodServers = leave('servers', jestReport);
const goodChaos = leave('chaos', { passed: 13, failed: 0 });
const npmWith = (test: string, check: string): string =>
  `if [ "$1" = test ]; then\n${test}\nelif [ "$2" = check ]; then\n${check}\nelif [ "$3" = chaos ]; then\n${goodChaos}\nelse\n${goodServers}\nfi`;
const goodTest = leave('jest', jestReport);
const goodCheck = leave('check', { passed: 11, failed: 0 });

/** Runs `.ci/run` in a checkout whose `npm test` and `npm run check` are the given shell lines. */
async function runCi(npm: string, files: Readonly<Record<string, string>> = {}) {
  const root = makeClone();
  addToTree(root, { 'bin/npm': `#!/usr/bin/env bash\n${npm}\n`, ...files });
  chmodSync(join(root, 'bin/npm'), 0o755);
  cpSync(join(repositoryRoot, '.ci'), join(root, '.ci'), { recursive: true });
  const variables = {
    npm_execpath: join(root, 'npm/npm-cli.js'),
    PATH: `${join(root, 'bin')}:${process.env.PATH ?? ''}`,
  };
  const child = spawn('bash', [join(root, '.ci/run')], { env: { ...process.env, ...variables } });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, lastLine: output.trimEnd().split('\n').at(-1) };
}

describe('.ci/run', () => {
  test('sums up what the runners reported', async () => {
    expect(await runCi(npmWith(goodTest, goodCheck))).toEqual({ code: 0, lastLine: '30 passed, 0 failed' });
  });

  test.each([
    ['a failed check', goodTest, `${leave('check', { passed: 10, failed: 1 })}; exit 1`, '29 passed, 1 failed'],
    ['a runner that crashed without a report', 'kill -9 $$', goodCheck, '27 passed, 1 failed'],
    ['a bad ending in spite of a good report', `${goodTest}; exit 1`, goodCheck, '30 passed, 1 failed'],
    [
      'a suite without any test',
      leave('jest', { ...jestReport, numPassedTests: 0, numTotalTests: 0 }),
      goodCheck,
      '27 passed, 1 failed',
    ],
    [
      'a suite that could not run',
      leave('jest', { ...jestReport, numRuntimeErrorTestSuites: 1 }),
      goodCheck,
      '30 passed, 1 failed',
    ],
    ['a skipped test', leave('jest', { ...jestReport, numPendingTests: 1 }), goodCheck, '30 passed, 1 failed'],
    [
      'a report that is cut off',
      'mkdir -p .cache/reports && echo "{" > .cache/reports/jest.json',
      goodCheck,
      '27 passed, 1 failed',
    ],
    ['a summing up that breaks', `${goodTest}; echo '(' > .ci/sum-reports.mjs`, goodCheck, '0 passed, 1 failed'],
  ])('fails for %s and still ends with the sum', async (_, test, check, lastLine) => {
    expect(await runCi(npmWith(test, check))).toEqual({ code: 1, lastLine });
  });

  test('ends with the sum when the installation fails', async () => {
    const outcome = await runCi(npmWith(goodTest, goodCheck), { offline: '' });
    expect(outcome).toEqual({ code: 1, lastLine: '0 passed, 1 failed' });
  });
});
