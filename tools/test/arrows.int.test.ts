import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { repositoryRoot } from '../src/workspace/repository-root.ts';
import { runCommand } from '../src/workspace/run-command.ts';
import { makeTree } from './temporary-tree.ts';

const workspaces = {
  kernel: 'packages/kernel',
  contracts: 'packages/contracts',
  storage: 'packages/storage',
  messaging: 'packages/messaging',
  testkit: 'packages/testkit',
  job: 'services/job',
  candidate: 'services/candidate',
  gateway: 'gateway',
  platform: 'platform',
  tools: 'tools',
};

const manifests = Object.fromEntries(
  Object.entries(workspaces).map(([name, folder]) => [
    `${folder}/package.json`,
    {
      name: `@hiregraph/${name}`,
      exports: { '.': { 'hiregraph-source': './src/index.ts', default: './dist/index.js' } },
      dependencies: { mongodb: '1.0.0', kafkajs: '1.0.0', graphql: '1.0.0' },
    },
  ]),
);

const imports = (...modules: string[]): string =>
  `${modules.map((name) => `import '${name}';`).join('\n')}\nexport {};\n`;
const importsTypes = (module: string): string => `import type * as Types from '${module}';\nexport type { Types };\n`;

/** What each file breaks; an empty list where all is well. */
const cases: Record<string, { readonly content: string; readonly breaks: readonly string[] }> = {
  'packages/kernel/src/index.ts': { content: imports('node:crypto'), breaks: [] },
  'packages/kernel/src/hungry.ts': { content: imports('graphql'), breaks: ['kernel-imports-nothing'] },
  'packages/contracts/src/index.ts': { content: imports('@hiregraph/kernel'), breaks: [] },
  'packages/contracts/src/upwards.ts': { content: imports('@hiregraph/storage'), breaks: ['layer-contracts'] },
  'packages/storage/src/index.ts': {
    content: imports('@hiregraph/contracts', './mongodb/load-driver.ts'),
    breaks: [],
  },
  'packages/storage/src/mongodb/load-driver.ts': { content: imports('mongodb'), breaks: [] },
  'packages/storage/src/mongodb/second-engine.ts': { content: imports('mongodb'), breaks: ['one-file-loads-mongodb'] },
  'packages/storage/src/serving.ts': {
    content: imports('@hiregraph/job'),
    breaks: ['packages-below', 'services-through-platform'],
  },
  'packages/storage/src/mongodb/driver-types.ts': { content: importsTypes('mongodb'), breaks: [] },
  'packages/messaging/src/index.ts': { content: imports('kafkajs'), breaks: ['one-file-loads-kafkajs'] },
  'packages/messaging/src/undeclared.ts': { content: imports('typescript'), breaks: ['declared-dependencies'] },
  'packages/testkit/src/index.ts': { content: imports('@hiregraph/kernel'), breaks: [] },
  'services/job/src/index.ts': { content: imports('./graphql/resolvers.ts', './storage/stored-jobs.ts'), breaks: [] },
  'services/job/src/domain/job.ts': { content: imports('./stage.ts', '@hiregraph/kernel'), breaks: [] },
  'services/job/src/domain/stage.ts': { content: imports('node:crypto'), breaks: ['domain-is-pure'] },
  'services/job/src/domain/envious.ts': { content: imports('@hiregraph/storage'), breaks: ['domain-is-pure'] },
  'services/job/src/application/open-job.ts': {
    content: imports('../domain/job.ts', '@hiregraph/contracts'),
    breaks: [],
  },
  'services/job/src/application/lazy.ts': {
    content: imports('../storage/stored-jobs.ts'),
    breaks: ['application-on-domain'],
  },
  'services/job/src/application/edge.ts': { content: imports('graphql'), breaks: ['application-without-graphql'] },
  'services/job/src/storage/stored-jobs.ts': { content: importsTypes('../application/open-job.ts'), breaks: [] },
  'services/job/src/storage/commanding.ts': {
    content: imports('../application/open-job.ts'),
    breaks: ['storage-fulfils-ports'],
  },
  'services/job/src/storage/answering.ts': {
    content: imports('../graphql/resolvers.ts'),
    breaks: ['storage-on-domain'],
  },
  'services/job/src/graphql/resolvers.ts': { content: imports('../application/open-job.ts'), breaks: [] },
  'services/job/src/graphql/hasty.ts': {
    content: imports('../storage/stored-jobs.ts'),
    breaks: ['graphql-on-application'],
  },
  'services/job/src/neighbour.ts': { content: imports('@hiregraph/candidate'), breaks: ['services-apart'] },
  'services/job/src/upwards.ts': { content: imports('@hiregraph/platform'), breaks: ['services-below'] },
  'services/job/src/fixture.ts': { content: imports('@hiregraph/testkit'), breaks: ['testkit-in-tests-only'] },
  'services/job/src/tested.ts': { content: imports('../test/job.unit.test.ts'), breaks: ['source-without-tests'] },
  // A circle is told once, from the file where it was seen first.
  'services/job/src/circle.ts': { content: importsTypes('./circle-back.ts'), breaks: [] },
  'services/job/src/circle-back.ts': { content: importsTypes('./circle.ts'), breaks: ['no-cycle'] },
  'services/job/src/forgotten.ts': { content: 'export const nobody = 1;', breaks: ['no-orphan'] },
  'services/job/src/lost.ts': { content: imports('./nowhere.ts'), breaks: ['resolvable'] },
  'services/job/test/job.unit.test.ts': { content: imports('@hiregraph/testkit', '../src/domain/job.ts'), breaks: [] },
  'services/candidate/src/index.ts': { content: imports('@hiregraph/kernel'), breaks: [] },
  'gateway/src/index.ts': { content: imports('@hiregraph/job'), breaks: ['services-through-platform'] },
  'gateway/src/upwards.ts': { content: imports('@hiregraph/tools'), breaks: ['gateway-below', 'tools-on-top'] },
  'platform/src/index.ts': { content: imports('@hiregraph/job', '@hiregraph/kernel'), breaks: [] },
  'tools/src/index.ts': { content: imports('@hiregraph/platform'), breaks: [] },
  'tools/src/direct.ts': { content: imports('@hiregraph/candidate'), breaks: ['services-through-platform'] },
};

let found: Record<string, string[]>;

beforeAll(async () => {
  const sources = Object.fromEntries(Object.entries(cases).map(([path, { content }]) => [path, content]));
  const root = makeTree({ ...manifests, ...sources });
  linkDependencies(root);
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.base.json'])
    copyFileSync(join(repositoryRoot, name), join(root, name));
  const cruiser = join(repositoryRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const folders = ['packages', 'services', 'gateway', 'platform', 'tools'];
  const args = [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders];
  const { output } = await runCommand(process.execPath, args, { cwd: root });
  const report = JSON.parse(output) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  found = Object.fromEntries(Object.keys(cases).map((path) => [path, []]));
  for (const { from, rule } of report.summary.violations) (found[from] ??= []).push(rule.name);
});

/** The real packages, but the fixture's own workspaces. */
function linkDependencies(root: string): void {
  mkdirSync(join(root, 'node_modules/@hiregraph'), { recursive: true });
  for (const name of ['mongodb', 'kafkajs', 'graphql', 'typescript', '@types']) {
    symlinkSync(join(repositoryRoot, 'node_modules', name), join(root, 'node_modules', name));
  }
  for (const [name, folder] of Object.entries(workspaces))
    symlinkSync(join(root, folder), join(root, 'node_modules/@hiregraph', name));
}

describe('the arrows of the design', () => {
  test.each(Object.entries(cases))('%s breaks what it should and nothing else', (path, { breaks }) => {
    expect([...new Set(found[path])].sort()).toEqual([...breaks].sort());
  });

  test('are tried out rule by rule', () => {
    const load = createRequire(join(repositoryRoot, 'package.json'));
    const { forbidden } = load('./.dependency-cruiser.cjs') as { forbidden: { name: string }[] };
    const tried = new Set(Object.values(cases).flatMap(({ breaks }) => breaks));
    // The layers are one rule, made once for each package.
    const untried = forbidden.map(({ name }) => name).filter((name) => !tried.has(name) && !name.startsWith('layer-'));
    expect(untried).toEqual([]);
  });
});
