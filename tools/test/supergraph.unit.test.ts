import { describe, expect, test } from '@jest/globals';
import { apiSchemaOf } from '../src/compose/api-schema.ts';
import { composeSupergraph } from '../src/compose/supergraph.ts';
import { readSubgraphSources } from '../src/workspace/subgraph-source.ts';
import { sampleSubgraphs } from './sample-subgraphs.ts';
import { makeTree } from './temporary-tree.ts';

function compose(files: Record<string, string> = {}): ReturnType<typeof composeSupergraph> {
  return composeSupergraph(readSubgraphSources(makeTree({ ...sampleSubgraphs, ...files })));
}

function sdlOf(composition: ReturnType<typeof composeSupergraph>): string {
  if (!composition.ok) throw new Error(composition.errors.join('\n'));
  return composition.file.content;
}

describe('the supergraph', () => {
  test('joins the fields of all subgraphs into one API', () => {
    const job = apiSchemaOf(sdlOf(compose())).getType('Job');
    expect(Object.keys((job as { getFields(): object }).getFields()).sort()).toEqual([
      'applicationCount',
      'id',
      'openedAt',
      'status',
      'title',
    ]);
  });

  test('is the same bytes for the same sources', () => {
    expect(sdlOf(compose())).toBe(sdlOf(compose()));
  });

  test('gives every subgraph an address of its own', () => {
    const addresses = sdlOf(compose()).match(/http:\/\/127\.0\.0\.1:\d+\/graphql/g) ?? [];
    expect(addresses).toEqual(['http://127.0.0.1:4002/graphql', 'http://127.0.0.1:4001/graphql']);
  });

  test('says in words which fields do not fit together', () => {
    const composition = compose({
      'services/candidate/schema.graphql':
        'type Job @key(fields: "id") { id: ID! title: Int! } type Query { count: Int! }',
    });
    expect(composition.ok).toBe(false);
    expect(composition.ok ? [] : composition.errors.join('\n')).toMatch(/Job\.title/);
  });

  test('asks for a port when a service is new', () => {
    const composition = compose({ 'services/payroll/schema.graphql': 'type Query { salaries: Int! }' });
    expect(composition).toEqual({
      ok: false,
      errors: ['The service "payroll" has no address in tools/src/compose/supergraph.ts: give it a port there.'],
    });
  });
});
