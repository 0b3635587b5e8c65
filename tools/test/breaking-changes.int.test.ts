import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { readAcceptedChanges } from '../src/checks/accepted-changes.ts';
import { compareSupergraphs } from '../src/checks/breaking-changes.ts';
import { findSchemaBaseline } from '../src/checks/schema-baseline.ts';
import { composeSupergraph, supergraphPath } from '../src/compose/supergraph.ts';
import { readSubgraphSources } from '../src/workspace/subgraph-source.ts';
import { sampleSubgraphs } from './sample-subgraphs.ts';
import { addToTree, makeTree } from './temporary-tree.ts';

const jobSchema = 'services/job/schema.graphql';
const sampleJob = sampleSubgraphs[jobSchema]!;

function supergraphWith(jobSdl: string): string {
  const composition = composeSupergraph(readSubgraphSources(makeTree({ ...sampleSubgraphs, [jobSchema]: jobSdl })));
  if (!composition.ok) throw new Error(composition.errors.join('\n'));
  return composition.file.content;
}

describe('comparing two supergraphs', () => {
  const before = supergraphWith(sampleJob);
  const withoutTitle = supergraphWith(sampleJob.replace('"Its name."\n      title: String!', ''));

  test('finds a field that clients may ask for and that is gone', async () => {
    const { breaking } = await compareSupergraphs(before, withoutTitle, []);
    expect(breaking).toHaveLength(1);
    expect(breaking[0]).toContain("Field 'title' was removed from object type 'Job'");
    expect(breaking[0]).toContain('{"type":"FIELD_REMOVED","path":"Job.title","reason":""}');
  });

  test('lets pass what was accepted, and nothing beside it', async () => {
    const accepted = { type: 'FIELD_REMOVED', path: 'Job.title', reason: 'Never filled.' };
    expect(await compareSupergraphs(before, withoutTitle, [accepted])).toEqual({ breaking: [], accepted: 1 });
    const other = { ...accepted, path: 'Job.status' };
    expect((await compareSupergraphs(before, withoutTitle, [other])).breaking).toHaveLength(1);
  });

  test('lets pass what is new, and where a field comes from', async () => {
    const more = supergraphWith(
      sampleJob.replace('"Its name."\n      title', '"Its team."\n      team: String\n      "Its name."\n      title'),
    );
    expect((await compareSupergraphs(before, more, [])).breaking).toEqual([]);
  });

  test('accepts no change without a reason', () => {
    const root = makeTree({
      'schema-changes.json': { accepted: [{ type: 'FIELD_REMOVED', path: 'Job.title', reason: '' }] },
    });
    expect(() => readAcceptedChanges(root)).toThrow(/entry 1: "type", "path" and "reason"/);
  });
});

describe('the supergraph to compare with', () => {
  function repositoryWith(...versions: string[]): { root: string; git: (...args: string[]) => string } {
    const root = makeTree({});
    const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@hiregraph.example'];
    const git = (...args: string[]): string =>
      execFileSync('git', [...identity, ...args], { cwd: root, encoding: 'utf8' });
    git('init', '--quiet', '--initial-branch=main');
    for (const version of versions) {
      addToTree(root, { [supergraphPath]: version });
      git('add', '.');
      git('commit', '--quiet', '--message', version);
    }
    return { root, git };
  }

  test('is the last commit’s while the tree differs from it', async () => {
    const { root } = repositoryWith('one', 'two');
    expect((await findSchemaBaseline(root, 'three'))?.sdl).toBe('two');
  });

  test('is the one before the last change in a clean checkout', async () => {
    const { root, git } = repositoryWith('one', 'two');
    git('commit', '--quiet', '--allow-empty', '--message', 'Something else');
    expect((await findSchemaBaseline(root, 'two'))?.sdl).toBe('one');
  });

  test('is main’s on a branch, however many commits it has', async () => {
    const { root, git } = repositoryWith('one');
    git('switch', '--quiet', '--create', 'feature');
    for (const version of ['two', 'three']) {
      addToTree(root, { [supergraphPath]: version });
      git('commit', '--quiet', '--all', '--message', version);
    }
    expect((await findSchemaBaseline(root, 'three'))?.sdl).toBe('one');
  });

  test('is missing in a first commit and outside of git', async () => {
    expect(await findSchemaBaseline(repositoryWith('one').root, 'one')).toBeNull();
    expect(await findSchemaBaseline(repositoryWith().root, 'one')).toBeNull();
  });
});
