import { describe, expect, test } from '@jest/globals';
import { generateResolverTypes } from '../src/codegen/resolver-types.ts';
import { readSubgraphSources } from '../src/workspace/subgraph-source.ts';
import { sampleSubgraphs } from './sample-subgraphs.ts';
import { makeTree } from './temporary-tree.ts';

async function generate(service: string, files: Record<string, object> = {}): Promise<string> {
  const root = makeTree({ ...sampleSubgraphs, ...files });
  const source = readSubgraphSources(root).find(({ name }) => name === service)!;
  return (await generateResolverTypes(root, source)).content;
}

describe('resolver types', () => {
  test('are made beside the resolvers of their service', async () => {
    const root = makeTree(sampleSubgraphs);
    const files = await Promise.all(readSubgraphSources(root).map((source) => generateResolverTypes(root, source)));
    expect(files.map(({ path }) => path)).toEqual([
      'services/candidate/src/graphql/generated/resolver-types.ts',
      'services/job/src/graphql/generated/resolver-types.ts',
    ]);
  });

  test('hold the shared schema and nothing of another service', async () => {
    const types = await generate('candidate');
    expect(types).toContain('export type UserError = ');
    expect(types).toContain('applicationCount');
    expect(types).not.toContain('CreateJobInput');
  });

  test('erase to nothing: unions of texts for enums, imports of types only', async () => {
    const types = await generate('job');
    expect(types).not.toMatch(/export (declare )?enum /);
    expect(types).not.toMatch(/^import (?!type )/m);
    expect(types).toMatch(/export type JobStatus =[\s\S]*?\| 'DRAFT'/);
  });

  test('let an input field be left out, undefined or null', async () => {
    const types = await generate('job');
    expect(types).toContain('export type InputMaybe<T> = T | null | undefined;');
    expect(types).toContain("department?: InputMaybe<Scalars['String']['input']>;");
  });

  test('resolve references, with the request context unless the service has its own', async () => {
    const types = await generate('job');
    expect(types).toContain('__resolveReference?: ReferenceResolver<');
    expect(types).toContain("import type { RequestContext } from '@hiregraph/subgraph';");
  });

  test('take mappers, scalars and context from codegen.json', async () => {
    const types = await generate('job', {
      'services/job/codegen.json': {
        contextType: '../job-context.ts#JobContext',
        mappers: { Job: '../job-view.ts#JobView' },
        scalars: { DateTime: 'Instant' },
      },
    });
    expect(types).toContain("import type { JobContext } from '../job-context.ts';");
    expect(types).toContain("import type { JobView } from '../job-view.ts';");
    expect(types).toContain('Job: ResolverTypeWrapper<JobView>;');
    expect(types).toContain('DateTime: { input: Instant; output: Instant; }');
  });

  test('refuse a codegen.json that says something unknown', async () => {
    await expect(generate('job', { 'services/job/codegen.json': { maperrs: {} } })).rejects.toThrow(
      /codegen\.json: "maperrs" is unknown\. Known are contextType, defaultMapper, mappers, scalars\./,
    );
  });
});
