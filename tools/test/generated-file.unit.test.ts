import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { copyAssets } from '../src/workspace/copy-assets.ts';
import { findStaleFiles, writeGeneratedFiles } from '../src/workspace/generated-file.ts';
import { makeTree } from './temporary-tree.ts';

describe('generated files', () => {
  const files = [
    { path: 'a/same.ts', content: 'same' },
    { path: 'a/changed.ts', content: 'new' },
    { path: 'b/missing.ts', content: 'made' },
  ];

  test('are stale when missing or different', () => {
    const root = makeTree({ 'a/same.ts': 'same', 'a/changed.ts': 'old' });
    expect(findStaleFiles(root, files)).toEqual(['a/changed.ts', 'b/missing.ts']);
  });

  test('are written where stale and left alone where not', () => {
    const root = makeTree({ 'a/same.ts': 'same', 'a/changed.ts': 'old' });
    const before = statSync(join(root, 'a/same.ts'), { bigint: true }).mtimeNs;
    expect(writeGeneratedFiles(root, files)).toEqual(['a/changed.ts', 'b/missing.ts']);
    expect(findStaleFiles(root, files)).toEqual([]);
    expect(statSync(join(root, 'a/same.ts'), { bigint: true }).mtimeNs).toBe(before);
  });
});

describe('files that the compiler leaves behind', () => {
  const assets = {
    'packages/subgraph/src/shared-schema.graphql': 'scalar DateTime',
    'platform/src/seed/postings/engineer.txt': 'Engineer\n',
    'platform/src/seed/postings/postings.ts': 'export {};',
  };

  test('are put at the same place in the build, byte for byte', () => {
    const root = makeTree(assets);
    expect(copyAssets(root)).toEqual([]);
    expect(readFileSync(join(root, 'packages/subgraph/dist/shared-schema.graphql'), 'utf8')).toBe('scalar DateTime');
    expect(readdirSync(join(root, 'platform/dist/seed/postings'))).toEqual(['engineer.txt']);
  });

  test('are named when one is missing, or lies in a src folder unlisted', () => {
    const root = makeTree({ ...assets, 'services/job/src/rates.json': '{}' });
    expect(copyAssets(root)).toEqual([
      'services/job/src/rates.json would be left out of the build: list it in tools/src/workspace/copy-assets.ts.',
    ]);
    expect(copyAssets(makeTree({ 'platform/src/main.ts': '' }))).toHaveLength(2);
  });
});
