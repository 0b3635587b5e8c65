import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createMemoryCollection } from '../../src/embedded/memory-collection.ts';
import type { Filter, Sort } from '../../src/query.ts';

const ORDER: Sort = [
  ['at', -1],
  ['_id', -1],
];
const BACKWARD: Sort = [
  ['at', 1],
  ['_id', 1],
];
const value = fc.constantFrom<unknown>('x', 'y', 1, true, null, ['x', 'y'], undefined);
const documents = fc.array(
  fc.record({ tenantId: fc.constantFrom('t', 'u'), a: value, at: fc.constantFrom('1', '2') }),
  {
    maxLength: 20,
  },
);
const condition = fc.constantFrom<unknown>('x', 'y', 1, true, null, { $in: ['x', 1] }, { $gt: '' });
const filterOf = fc.record({ tenantId: fc.constantFrom('t', 'u'), a: condition }, { requiredKeys: ['tenantId'] });
const turned = (filter: Filter): Filter => Object.fromEntries(Object.entries(filter).reverse());

function open(found: readonly object[]) {
  const collection = createMemoryCollection('things', true);
  const keys = [
    ['tenantId', 1],
    ['a', 1],
    ['at', 1],
    ['_id', 1],
  ] as const;
  collection.addIndex({ name: 'byA', keys });
  for (const [at, document] of found.entries()) {
    const given = Object.entries(document).filter(([, one]) => one !== undefined);
    collection.put({ ...Object.fromEntries(given), _id: `id_${String(at).padStart(2, '0')}` });
  }
  return collection;
}

/** What a read answers, or why it does not. */
function answer(collection: ReturnType<typeof open>, filter: Filter, sort: Sort | undefined): unknown {
  const asked = sort === undefined ? { hint: 'byA' } : { hint: 'byA', sort };
  try {
    return collection.read(filter, asked).map(({ _id }) => _id);
  } catch (error) {
    return String(error);
  }
}

describe('plain equality on an index', () => {
  it('answers the same however the reads before it were planned', () => {
    const reads = fc.array(fc.tuple(filterOf, fc.constantFrom(ORDER, BACKWARD, undefined), fc.boolean()), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(documents, reads, (found, asked) => {
        const used = open(found);
        for (const [filter, sort, isTurned] of asked) {
          const one = isTurned ? turned(filter) : (filter as Filter);
          expect(answer(used, one, sort)).toEqual(answer(open(found), one, sort));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is refused once a list came where the order runs, as without a read before it', () => {
    const collection = open([{ tenantId: 't', a: 'x', at: '1' }]);
    const filter = { tenantId: 't', a: 'x' };
    expect(answer(collection, filter, ORDER)).toEqual(['id_00']);
    collection.put({ _id: 'id_01', tenantId: 't', a: 'y', at: ['1', '2'] });
    expect(answer(collection, filter, ORDER)).toMatch(/lists, which have no order/u);
  });
});
