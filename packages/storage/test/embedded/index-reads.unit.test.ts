import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Query } from 'mingo';
import { createMemoryCollection, type MemoryCollection } from '../../src/embedded/memory-collection.ts';
import { createStoreReplay } from '../../src/embedded/store-replay.ts';
import type { EngineIndex, StoredDocument } from '../../src/engine/engine.ts';
import { compareValues, toKeyValue } from '../../src/engine/key-values.ts';
import type { Filter, Sort } from '../../src/query.ts';

const INDEX: EngineIndex = {
  name: 'compound',
  keys: [
    ['group', 1],
    ['rank', -1],
    ['name', 1],
    ['_id', 1],
  ],
};
const TAGS: EngineIndex = {
  name: 'tags',
  keys: [
    ['tags', 1],
    ['rank', 1],
    ['_id', 1],
  ],
};

/** Two of them sort one way by UTF-16 unit and the other way by code point, as MongoDB has it; mingo compares units. */
const names = fc.constantFrom('a', 'b', 'ä', '\u{1F600}', '\uFB01', 'ab', '');
const ranks = fc.option(fc.integer({ min: -2, max: 3 }), { nil: null });

const documents: fc.Arbitrary<readonly StoredDocument[]> = fc
  .array(
    fc.record(
      {
        group: fc.constantFrom('g', 'h', 'i'),
        rank: ranks,
        name: names,
        tags: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }),
        extra: fc.nat(2),
      },
      { requiredKeys: ['group'] },
    ),
    { maxLength: 40 },
  )
  .map((list) => list.map((fields, index) => ({ _id: `d${index}`, ...fields })));

const bound = fc.record(
  { $gte: fc.integer({ min: -2, max: 3 }), $lt: fc.integer({ min: -2, max: 3 }), $gt: fc.integer({ min: -2, max: 3 }) },
  { requiredKeys: [] },
);

const filters: fc.Arbitrary<Filter> = fc
  .record(
    {
      group: fc.oneof(fc.constant('g'), fc.constant({ $in: ['h', 'g', 'nobody'] })),
      rank: fc.oneof(ranks, bound, fc.constant({ $in: [1, 2, null] })),
      name: fc.oneof(names, fc.record({ $gte: fc.constantFrom('a', 'b', '') })),
      extra: fc.oneof(fc.nat(2), fc.constant({ $exists: false }), fc.constant({ $ne: 1 })),
    },
    { requiredKeys: ['group'] },
  )
  .map((filter) => (isEmptyCondition(filter.rank) ? { ...filter, rank: { $in: [0, 1] } } : filter));

function isEmptyCondition(condition: unknown): boolean {
  return condition !== null && typeof condition === 'object' && Object.keys(condition).length === 0;
}

function fill(list: readonly StoredDocument[], indexes: readonly EngineIndex[]): MemoryCollection {
  const collection = createMemoryCollection('things', true);
  for (const index of indexes) collection.addIndex(index);
  for (const document of list) collection.put(document);
  return collection;
}

function naive(list: readonly StoredDocument[], filter: Filter, sort: Sort): readonly string[] {
  const query = new Query(filter);
  const found = list.filter((document) => query.test(document));
  return [...found]
    .sort((a, b) => {
      for (const [path, direction] of sort) {
        const order = compareValues(toKeyValue(a[path], path), toKeyValue(b[path], path));
        if (order !== 0) return order * direction;
      }
      return 0;
    })
    .map(({ _id }) => _id);
}

/** The sorts that the index serves for a filter: what equality leaves free, in the index's order or its reverse. */
function servedSorts(filter: Filter): readonly Sort[] {
  const fixed = INDEX.keys.findIndex(([path]) => !isEquality(filter[path]));
  const forward = INDEX.keys.slice(fixed);
  return [forward, forward.map(([path, direction]) => [path, direction === 1 ? -1 : 1] as const)];
}

function isEquality(condition: unknown): boolean {
  return (
    condition === null ||
    ['string', 'number'].includes(typeof condition) ||
    Array.isArray((condition as { $in?: unknown } | undefined)?.$in)
  );
}

describe('Reads on a compound index', () => {
  it('find what a look at every document finds, in the same order, from any position on', () => {
    fc.assert(
      fc.property(documents, filters, fc.nat(), (list, filter, position) => {
        const collection = fill(list, [INDEX]);
        for (const sort of servedSorts(filter)) {
          const expected = naive(list, filter, sort);
          const found = collection.read(filter, { hint: 'compound', sort });
          expect(found.map(({ _id }) => _id)).toEqual(expected);
          expect(collection.count(filter, 'compound')).toBe(expected.length);
          const last = found[position % Math.max(1, found.length)];
          if (last === undefined) continue;
          const after = sort.map(([path]) => (last[path] ?? null) as string | number | null);
          const rest = collection.read(filter, { hint: 'compound', sort, after, limit: 3 });
          const start = expected.indexOf(last._id) + 1;
          expect(rest.map(({ _id }) => _id)).toEqual(expected.slice(start, start + 3));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('find each document once by the elements of its lists', () => {
    const wanted = fc.uniqueArray(fc.constantFrom('x', 'y', 'z', 'nothing'), { minLength: 1 });
    const sort: Sort = [
      ['rank', 1],
      ['_id', 1],
    ];
    fc.assert(
      fc.property(documents, wanted, (list, tags) => {
        const collection = fill(list, [TAGS]);
        const filter = { tags: { $in: tags } };
        expect(collection.read(filter, { hint: 'tags', sort }).map(({ _id }) => _id)).toEqual(
          naive(list, filter, sort),
        );
        expect(collection.count(filter, 'tags')).toBe(naive(list, filter, sort).length);
        const range = { tags: { $gte: 'y', $lt: 'z' } };
        const inRange = collection.read(range, { hint: 'tags' }).map(({ _id }) => _id);
        expect([...inRange].sort()).toEqual([...naive(list, range, [['_id', 1]])].sort());
      }),
      { numRuns: 200 },
    );
  });

  it('keep finding the right documents while these change and go', () => {
    const changes = fc.array(fc.tuple(fc.nat(20), fc.option(ranks, { nil: undefined })), { maxLength: 40 });
    fc.assert(
      fc.property(documents, changes, (list, edits) => {
        const collection = fill(list, [INDEX, TAGS]);
        const model = new Map(list.map((document) => [document._id, document]));
        for (const [number, rank] of edits) {
          const before = model.get(`d${number}`);
          if (before === undefined) continue;
          if (rank === undefined) {
            collection.delete(before._id);
            model.delete(before._id);
          } else {
            const after = { ...before, rank, tags: rank === null ? [] : ['x'] };
            collection.put(after);
            model.set(after._id, after);
          }
        }
        const left = [...model.values()];
        for (const group of ['g', 'h', 'i']) {
          const sort = INDEX.keys.slice(1);
          const found = collection.read({ group }, { hint: 'compound', sort }).map(({ _id }) => _id);
          expect(found).toEqual(naive(left, { group }, sort));
        }
        const tagged = collection.read({ tags: 'x' }, { hint: 'tags' }).map(({ _id }) => _id);
        expect([...tagged].sort()).toEqual([...naive(left, { tags: 'x' }, [['_id', 1]])].sort());
      }),
      { numRuns: 150 },
    );
  });

  it('examine no more keys than they return, wherever a page begins', () => {
    const list = Array.from({ length: 5_000 }, (_, index) => ({
      _id: `d${String(index).padStart(5, '0')}`,
      group: index % 2 === 0 ? 'g' : 'h',
      rank: index,
    }));
    const collection = fill(list, [INDEX]);
    const sort = INDEX.keys.slice(1);
    for (const after of [null, [4_000, null, 'd04000'], [10, null, 'd00010']]) {
      const explanation = collection.explain({ group: 'g' }, { hint: 'compound', sort, limit: 5, after });
      expect(explanation).toMatchObject({ keysExamined: 5, documentsExamined: 5, returned: 5 });
    }
  });
});

/** What a store that starts from these records holds. */
function* documentsIn(records: Iterable<Uint8Array>): Generator<StoredDocument> {
  for (const record of records) {
    const loaded = createMemoryCollection('things', true);
    createStoreReplay(
      () => loaded,
      () => [loaded],
    ).snapshotRecord(Buffer.from(record));
    yield* loaded.documents.values();
  }
}

describe('A snapshot of a collection', () => {
  it('shows the documents as they were when it began, whatever is written while it is taken', () => {
    const edits = fc.array(fc.tuple(fc.nat(15), fc.boolean()), { maxLength: 30 });
    fc.assert(
      fc.property(documents, edits, (list, changes) => {
        const collection = fill(list, [INDEX]);
        const seen = new Map<string, StoredDocument>();
        let next = 0;
        for (const document of documentsIn(collection.snapshot())) {
          seen.set(document._id, document);
          const [number, deletes] = changes[next++] ?? [99, false];
          if (deletes) collection.delete(`d${number}`);
          else collection.put({ _id: `d${number}`, group: 'changed' });
        }
        expect([...seen.values()].sort(byId)).toEqual([...list].sort(byId));
        collection.endSnapshot();
        const after = [...documentsIn(collection.snapshot())].sort(byId);
        expect(after).toEqual([...collection.documents.values()].sort(byId));
      }),
      { numRuns: 200 },
    );
  });
});

function byId(a: StoredDocument, b: StoredDocument): number {
  return a._id < b._id ? -1 : 1;
}
