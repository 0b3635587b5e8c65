import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countByDifference } from '../../src/embedded/index-counts.ts';
import type { IndexPlan } from '../../src/embedded/index-plan.ts';
import { createMemoryCollection } from '../../src/embedded/memory-collection.ts';
import { createMemoryIndex, type MemoryIndex } from '../../src/embedded/memory-index.ts';
import type { EngineIndex, StoredDocument } from '../../src/engine/engine.ts';
import { compileFilter } from '../../src/engine/filter-test.ts';
import type { Filter } from '../../src/query.ts';

const index = (name: string, ...paths: readonly string[]): EngineIndex => ({
  name,
  keys: [...paths, '_id'].map((path) => [path, 1]),
});
const BY_STATUS = index('byStatus', 'tenantId', 'status', 'at');
const BY_JOB = index('byJob', 'tenantId', 'job', 'status', 'at');
/** Does not know how many of a job have which status. */
const BY_JOB_ALONE = index('byJobAlone', 'tenantId', 'job', 'at');
const BY_TAG = index('byTag', 'tenantId', 'tags', 'status', 'at');

const status = fc.constantFrom('a', 'b', 'c');
const job = fc.constantFrom('1', '2', '3', null);
const tags = fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 });
const documents = fc.array(fc.record({ tenantId: fc.constantFrom('t', 'u'), status, job, tags, at: fc.nat(3) }), {
  maxLength: 40,
});
const among = (values: readonly (string | null)[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 });
const filters: fc.Arbitrary<Filter> = fc.record(
  {
    tenantId: fc.constant('t'),
    status: fc.oneof(
      status,
      among(['a', 'b', 'c']).map(($in) => ({ $in })),
    ),
    job: among(['1', '2', null]).map(($nin) => ({ $nin })),
    tags: among(['x', 'y']).map(($nin) => ({ $nin })),
  },
  { requiredKeys: ['tenantId', 'status'] },
);

function collectionOf(list: readonly object[], indexes: readonly EngineIndex[] = [BY_STATUS, BY_JOB, BY_TAG]) {
  const collection = createMemoryCollection('things', true);
  for (const spec of indexes) collection.addIndex(spec);
  const all = list.map((fields, number): StoredDocument => ({ _id: `${number}`, ...fields }));
  for (const document of all) collection.put(document);
  return { collection, all };
}

describe('A count that leaves some out', () => {
  it('is the number of documents that match, whatever values, lists and gaps they have', () => {
    fc.assert(
      fc.property(documents, filters, fc.constantFrom(BY_JOB, BY_JOB_ALONE), (list, filter, byJob) => {
        const { collection, all } = collectionOf(list, [BY_STATUS, byJob, BY_TAG]);
        expect(collection.count(filter, 'byStatus')).toBe(all.filter(compileFilter(filter)).length);
      }),
      { numRuns: 500 },
    );
  });

  it('asks indexes alone where they know both numbers', () => {
    const { collection } = collectionOf([{ tenantId: 't', status: 'a', job: '1', tags: [], at: 0 }]);
    const specs = [BY_STATUS, BY_JOB].map((spec) => createMemoryIndex(spec));
    for (const one of specs) one.fill(collection.documents.values());
    const [hinted] = specs as [MemoryIndex];
    const never = () => {
      throw new Error('No document had to be looked at.');
    };
    const filter: Filter = { tenantId: 't', status: 'a', job: { $nin: ['0'] } };
    expect(countByDifference('things', specs, hinted, filter, never)).toBe(1);
    expect(countByDifference('things', specs, hinted, { ...filter, job: { $nin: ['1'] } }, never)).toBe(0);
    expect(countByDifference('things', [hinted], hinted, filter, never)).toBeNull();
    expect(countByDifference('things', specs, hinted, { ...filter, tags: { $nin: ['x'] } }, never)).toBeNull();
  });

  it('looks at those that it leaves out where they lie closer together than all', () => {
    const list = Array.from({ length: 30 }, (_, at) => ({
      tenantId: 't',
      status: 'a',
      job: `${at % 10}`,
      tags: [],
      at,
    }));
    const { collection } = collectionOf(list);
    const specs = [BY_STATUS, BY_JOB_ALONE].map((spec) => createMemoryIndex(spec));
    for (const one of specs) one.fill(collection.documents.values());
    const [hinted, byJob] = specs as [MemoryIndex, MemoryIndex];
    const looked: (readonly [string, number])[] = [];
    const count = (index: MemoryIndex, { runs }: IndexPlan): number => {
      const length = runs.reduce((sum, run) => sum + run.to - run.from, 0);
      looked.push([index.spec.name, length]);
      return length;
    };
    const without = (...jobs: readonly string[]): Filter => ({ tenantId: 't', status: 'a', job: { $nin: jobs } });
    expect(countByDifference('things', specs, hinted, without('1', '2'), count)).toBe(24);
    expect(looked).toEqual([[byJob.spec.name, 6]]);
    const everyJob = Array.from({ length: 10 }, (_, at) => `${at}`);
    expect(countByDifference('things', specs, hinted, without(...everyJob), count)).toBeNull();
  });
});
