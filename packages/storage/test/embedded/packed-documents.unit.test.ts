import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createMemoryCollection, type MemoryCollection } from '../../src/embedded/memory-collection.ts';
import { createStoreReplay } from '../../src/embedded/store-replay.ts';
import type { EngineIndex, StoredDocument } from '../../src/engine/engine.ts';
import type { Filter } from '../../src/query.ts';

const BY_GROUP: EngineIndex = {
  name: 'byGroup',
  keys: [
    ['group', 1],
    ['state.rank', -1],
    ['_id', -1],
  ],
};
const BY_TAG: EngineIndex = {
  name: 'byTag',
  keys: [
    ['state.tags', 1],
    ['_id', 1],
  ],
};
const BY_PERSON: EngineIndex = { name: 'byPerson', keys: [['state.people.name', 1]] };
const DUE: EngineIndex = {
  name: 'due',
  keys: [['due', 1]],
  expireAfterSeconds: 0,
  partial: { due: { $exists: true } },
};
const INDEXES = [BY_GROUP, BY_TAG, BY_PERSON, DUE];

const word = fc.constantFrom('a', 'b', 'ä', '');
const IDS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const document: fc.Arbitrary<StoredDocument> = fc
  .record({
    _id: fc.constantFrom(...IDS),
    group: word,
    due: fc.option(fc.constant(new Date('2026-03-01T08:00:00.000Z')), { nil: undefined }),
    other: fc.nat(3),
    state: fc.option(
      fc.record({
        rank: fc.option(fc.integer({ min: -2, max: 2 }), { nil: null }),
        tags: fc.array(word, { maxLength: 3 }),
        people: fc.array(fc.record({ name: word, age: fc.nat(3) }), { maxLength: 2 }),
        text: fc.string(),
      }),
      { nil: null },
    ),
  })
  .map(({ due, ...rest }) => (due === undefined ? rest : { ...rest, due }));

type Step = readonly ['put', StoredDocument] | readonly ['delete' | 'get', string];
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: document.map((one) => ['put', one] as const) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom('delete' as const, 'get' as const), fc.constantFrom(...IDS)),
    },
  ),
  { maxLength: 60 },
);

/** Some that the outlines answer, some that take a look at the document. */
const FILTERS: readonly (readonly [hint: string, filter: Filter])[] = [
  ['byGroup', { group: 'a' }],
  ['byGroup', { group: { $in: ['a', 'b', 'ä'] }, 'state.tags': 'a' }],
  ['byGroup', { group: { $in: ['a', 'b'] }, 'state.rank': { $exists: true } }],
  ['byGroup', { group: { $in: ['a', 'b'] }, 'state.rank': null }],
  ['byGroup', { group: 'a', $or: [{ 'state.people.name': 'b' }, { due: { $exists: false } }] }],
  ['byGroup', { group: { $in: ['a', 'b'] }, 'state.people': { $elemMatch: { name: 'a', age: { $gt: 1 } } } }],
  ['byGroup', { group: { $in: ['a', 'b'] }, other: 2 }],
  ['byTag', { 'state.tags': { $in: ['a', 'b'] }, 'state.rank': { $gte: 0 } }],
  ['byPerson', { 'state.people.name': 'a', group: { $nin: ['b'] } }],
  ['due', { due: { $lte: new Date('2026-03-01T08:00:00.000Z') } }],
];

function collectionOf(mostObjects: number): MemoryCollection {
  const collection = createMemoryCollection('things', true, mostObjects);
  for (const index of INDEXES) collection.addIndex(index);
  return collection;
}

function answersOf(collection: MemoryCollection): unknown {
  return FILTERS.map(([hint, filter]) => [collection.read(filter, { hint }), collection.count(filter, hint)]);
}

/** @returns whatever a restart from a snapshot would find */
function restarted(collection: MemoryCollection, into: MemoryCollection): MemoryCollection {
  const replay = createStoreReplay(
    () => into,
    () => [into],
  );
  for (const record of collection.snapshot()) replay.snapshotRecord(Buffer.from(record));
  collection.endSnapshot();
  into.fillIndexes();
  return into;
}

describe('Documents that are kept as bytes', () => {
  it('are found, counted and given back like those that are kept as objects', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const packed = collectionOf(2);
        const plain = collectionOf(100);
        for (const [kind, what] of list) {
          for (const collection of [packed, plain]) {
            if (kind === 'put') collection.put(what);
            else if (kind === 'delete') collection.delete(what);
            else collection.documents.get(what);
          }
        }
        expect(answersOf(packed)).toEqual(answersOf(plain));
        expect([...packed.documents.values()]).toEqual([...plain.documents.values()]);
      }),
      { numRuns: 200 },
    );
  });

  it('are the same after a restart, whether or not the indexes ask for the same fields as before', () => {
    fc.assert(
      fc.property(fc.array(document, { maxLength: 20 }), document, (list, later) => {
        const before = collectionOf(3);
        for (const one of list) before.put(one);
        const same = restarted(before, collectionOf(3));
        const other = createMemoryCollection('things', true, 3);
        other.addIndex(BY_GROUP);
        restarted(before, other);
        for (const index of INDEXES) other.addIndex(index);
        for (const after of [same, other]) {
          expect(answersOf(after)).toEqual(answersOf(before));
          expect([...after.documents.values()]).toEqual([...before.documents.values()]);
        }
        for (const one of [before, same, other]) one.put(later);
        expect(answersOf(same)).toEqual(answersOf(before));
        expect(answersOf(other)).toEqual(answersOf(before));
      }),
      { numRuns: 100 },
    );
  });

  it('are read again only when somebody asks for them', () => {
    const collection = collectionOf(2);
    const ids = ['0', '1', '2', '3'];
    for (const _id of ids) collection.put({ _id, group: 'a', state: { rank: 1 } });
    const first = collection.documents.get('0');
    expect(collection.documents.get('0')).toBe(first);
    for (const id of ids.slice(1)) collection.documents.get(id);
    const again = collection.documents.get('0');
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
    expect(() => Object.assign(again ?? {}, { group: 'b' })).toThrow(TypeError);
  });
});
