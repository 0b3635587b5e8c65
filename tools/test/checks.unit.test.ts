import { describe, expect, test } from '@jest/globals';
import { judgeAudit } from '../src/checks/audit-step.ts';
import { failed, passed } from '../src/checks/check-step.ts';
import { findComposeFaults } from '../src/checks/compose-file-step.ts';
import { findDockerfileFaults } from '../src/checks/dockerfile-faults.ts';
import { findLockfileFaults } from '../src/checks/lockfile-step.ts';
import { runSteps } from '../src/checks/run-steps.ts';
import { makeTree } from './temporary-tree.ts';

describe('a run of checks', () => {
  test('goes on to the end, says a line for each step and sums up', async () => {
    const said: string[] = [];
    const report = await runSteps(
      [
        { name: 'good', run: async () => passed('looked twice') },
        { name: 'bad', run: async () => failed('line 3 is wrong') },
        { name: 'broken', run: () => Promise.reject(new Error('no such file')) },
      ],
      (text) => said.push(text),
    );
    expect(report).toMatchObject({ passed: 1, failed: 2 });
    expect(said).toHaveLength(3);
    expect(said[0]).toMatch(/^ok {5}good +\d+\.\d s {2}\(looked twice\)$/);
    expect(said[1]).toMatch(/^FAILED bad +\d+\.\d s\n {7}line 3 is wrong\n$/);
    expect(said[2]).toContain('no such file');
  });
});

describe('the lockfile', () => {
  const sound = { version: '1.0.0', integrity: 'sha512-abc' };

  test('is sound with hashes, without addresses and with exact wishes', () => {
    const packages = {
      '': { devDependencies: { jest: '30.5.2' } },
      'node_modules/jest': sound,
      'node_modules/@hiregraph/job': { resolved: 'services/job', link: true },
      'services/job': { dependencies: { zod: '4.6.7', entities: '1.0.0-rc.1' } },
    };
    expect(findLockfileFaults({ packages })).toEqual([]);
  });

  test('must not name a registry host', () => {
    const packages = { 'node_modules/zod': { ...sound, resolved: 'https://registry.example/zod-4.6.7.tgz' } };
    expect(findLockfileFaults({ packages })).toEqual([expect.stringContaining('registry.example')]);
  });

  test('must hold a hash for every package', () => {
    expect(findLockfileFaults({ packages: { 'node_modules/zod': { version: '4.6.7' } } })).toEqual([
      'node_modules/zod has no integrity hash.',
    ]);
  });

  test.each(['^4.6.7', '4', 'latest', 'github:colinhacks/zod'])('refuses the wish %s', (version) => {
    const packages = { 'services/job': { dependencies: { zod: version } } };
    expect(findLockfileFaults({ packages })).toEqual([`services/job asks for zod ${version}: name one exact version.`]);
  });
});

describe('the compose file', () => {
  const faultsIn = (text: string): string[] => findComposeFaults(text, makeTree({ 'services/job/src/main.ts': '' }));

  test('is sound when everything it refers to exists', () => {
    const text = `
      x-common: &common { image: app, healthcheck: { test: [CMD, 'true'] } }
      services:
        store: { <<: *common, volumes: ['data:/data', './here:/there'] }
        job: { <<: *common, command: [node, services/job/dist/main.js], depends_on: { store: { condition: service_healthy } } }
      volumes: { data: }
    `;
    expect(faultsIn(text)).toEqual([]);
  });

  test.each([
    ['services: {', /end with a }/],
    ['services: { a: { image: x }, a: { image: y } }', /Map keys must be unique/],
    ['services: {}', /no services/],
    ['servics: {}', /"servics" is no part/],
    ['services: { job: {} }', /job needs an image or a build/],
    ['services: { job: { build: . } }', /no Dockerfile lies/],
    [
      'services: { job: { image: x, depends_on: { db: { condition: service_started } } } }',
      /waits for db, which is not declared/,
    ],
    [
      'services: { db: { image: x }, job: { image: x, depends_on: { db: { condition: service_healthy } } } }',
      /no health check/,
    ],
    [
      'services: { db: { image: x }, job: { image: x, depends_on: { db: { condition: ready } } } }',
      /unknown manner "ready"/,
    ],
    ['services: { db: { image: x, volumes: ["data:/data"] } }', /volume data, which is not declared/],
    ['services: { db: { image: x, configs: [{ source: rules }] } }', /config rules, which is not declared/],
    // What follows the question mark is a mapping to YAML, since there is a colon in it.
    [
      'services:\n  job:\n    image: x\n    healthcheck:\n      test:\n        - node\n        - process.exit(ok ? 0 : 1)',
      /job has a word in healthcheck\.test that is no text: quote it/,
    ],
    ['services: { job: { image: x, command: [node, { a: 1 }] } }', /a word in command that is no text/],
    ['services: { job: { image: x, environment: { PORT: [1] } } }', /job sets PORT to what is no text/],
    [
      'services: { job: { image: x, command: [node, services/job/dist/start.js] } }',
      /src\/start\.ts would make, and that is missing/,
    ],
  ])('has its fault told: %s', (text, fault) => {
    expect(faultsIn(text).join('\n')).toMatch(fault);
  });
});

describe('asking for known vulnerabilities', () => {
  test('is a note where the registry offers no audit or cannot be reached', () => {
    const refused = JSON.stringify({ message: '405 Method Not Allowed', error: { summary: '' } });
    expect(judgeAudit({ exitCode: 1, output: refused })).toMatchObject({
      ok: true,
      note: expect.stringContaining('no audit'),
    });
    expect(judgeAudit({ exitCode: 1, output: '' })).toMatchObject({ ok: true });
  });

  test('fails on a report of them', () => {
    const vulnerabilities = { left: { name: 'left', severity: 'high', range: '<1.3.0' } };
    const output = JSON.stringify({ auditReportVersion: 2, vulnerabilities });
    expect(judgeAudit({ exitCode: 1, output })).toEqual({ ok: false, output: '- left <1.3.0: high' });
  });
});

describe('the Dockerfile', () => {
  const root = makeTree({
    'package.json': '{}',
    'package-lock.json': {
      packages: { '': {}, 'services/job': {}, 'node_modules/@hiregraph/job': {}, 'node_modules/x': {} },
    },
    'services/job/package.json': '{}',
    'services/job/src/main.ts': '',
  });
  const sound = `FROM node AS build
    # A comment.
COPY package.json \\
  package-lock.json ./
COPY services/job/package.json services/job/
COPY . .
FROM node
COPY --from=build /app ./
COPY --from=build /app/services/job/dist services/job/dist
USER node`;

  test('is sound when it copies what is there, every workspace among it, and leaves root', () => {
    expect(findDockerfileFaults(sound, root)).toEqual([]);
  });

  test.each([
    [sound.replace('package-lock.json ./', 'package-lock.jsn ./'), /copies package-lock.jsn, which is missing/],
    [
      sound.replace('/app/services/job/dist', '/app/services/jobs/dist'),
      /copies services\/jobs\/dist, which is missing/,
    ],
    [sound.replace('COPY services/job/package.json services/job/', ''), /does not copy services\/job\/package.json/],
    [sound.replace('USER node', ''), /as root/],
    [sound.replace('USER node', 'USER root'), /as root/],
  ])('names the fault in case %#', (text, fault) => {
    expect(findDockerfileFaults(text, root).join('\n')).toMatch(fault);
  });
});
