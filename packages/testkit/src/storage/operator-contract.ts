import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  DuplicateKeyError,
  type EngineCollection,
  type EngineIndex,
  type Filter,
  ID_INDEX,
  PERMITTED_FILTER_OPERATORS,
  PERMITTED_PUSH_MODIFIERS,
  PERMITTED_UPDATE_OPERATORS,
  type StoredDocument,
  UnindexedQueryError,
  UnpermittedOperatorError,
  type Update,
} from '@hiregraph/storage';
import { createManualClock, type ManualClock } from '@hiregraph/kernel';
import type { EngineUnderTest, MakeEngine } from './storage-subject.ts';

const INDEXES: readonly EngineIndex[] = [
  {
    name: 'byGroup',
    keys: [
      ['group', 1],
      ['rank', 1],
      ['_id', 1],
    ],
  },
  { name: 'uniqueName', keys: [['name', 1]], unique: true, partial: { name: { $exists: true } } },
  { name: 'expiry', keys: [['expiresAt', 1]], expireAfterSeconds: 0 },
];

const DOCUMENTS: readonly StoredDocument[] = [
  { _id: 'a', group: 'g', rank: 1, tags: ['x', 'y'], parts: [{ kind: 'k', size: 1 }] },
  { _id: 'b', group: 'g', rank: 2, tags: ['y'], parts: [{ kind: 'k', size: 9 }], note: null },
  { _id: 'c', group: 'g', rank: 3, tags: [], nested: { deep: 'value' } },
  { _id: 'd', group: 'g', rank: null },
  { _id: 'e', group: 'other', rank: 1, tags: ['x'] },
];

/** One case for every permitted filter operator: what is asked of group g, and who answers. */
const FILTERS: Readonly<Record<(typeof PERMITTED_FILTER_OPERATORS)[number], readonly (readonly [Filter, string])[]>> = {
  $and: [[{ $and: [{ tags: 'y' }, { tags: 'x' }] }, 'a']],
  $or: [[{ $or: [{ rank: 1 }, { tags: 'y' }] }, 'ab']],
  $eq: [
    [{ rank: { $eq: 2 } }, 'b'],
    [{ 'nested.deep': { $eq: 'value' } }, 'c'],
  ],
  $ne: [[{ rank: { $ne: 2 } }, 'dac']],
  $gt: [
    [{ rank: { $gt: 1 } }, 'bc'],
    [{ 'parts.size': { $gt: 5 } }, 'b'],
  ],
  $gte: [[{ rank: { $gte: 2 } }, 'bc']],
  $lt: [[{ rank: { $lt: 2 } }, 'a']],
  $lte: [[{ rank: { $lte: 2 } }, 'ab']],
  $in: [
    [{ rank: { $in: [1, 3, 7] } }, 'ac'],
    [{ rank: { $in: [null, 2] } }, 'db'],
    [{ tags: { $in: ['x', 'z'] } }, 'a'],
  ],
  $nin: [[{ rank: { $nin: [1, 2] } }, 'dc']],
  $exists: [
    [{ note: { $exists: true } }, 'b'],
    [{ tags: { $exists: false } }, 'd'],
  ],
  $all: [[{ tags: { $all: ['y', 'x'] } }, 'a']],
  $elemMatch: [[{ parts: { $elemMatch: { kind: 'k', size: { $gte: 5 } } } }, 'b']],
};

const BEFORE: StoredDocument = {
  _id: 'u',
  count: 1,
  list: [1, 2, 3],
  parts: [{ n: 1 }, { n: 2 }],
  deep: { a: 1, b: 2 },
};

/** One case for every permitted update operator: the update, and what must differ afterwards. */
const UPDATES: Readonly<
  Record<(typeof PERMITTED_UPDATE_OPERATORS)[number], readonly (readonly [Update, Readonly<Record<string, unknown>>])[]>
> = {
  $set: [
    [{ $set: { 'deep.a': 5, fresh: { x: [1] } } }, { deep: { a: 5, b: 2 }, fresh: { x: [1] } }],
    [{ $set: { 'new.path': 1 } }, { new: { path: 1 } }],
  ],
  $unset: [
    [{ $unset: { 'deep.b': '' } }, { deep: { a: 1 } }],
    [{ $unset: { absent: '' } }, {}],
  ],
  $setOnInsert: [[{ $setOnInsert: { count: 9 } }, {}]],
  $inc: [[{ $inc: { count: 2, other: -1 } }, { count: 3, other: -1 }]],
  $max: [
    [{ $max: { count: 0 } }, {}],
    [{ $max: { count: 7, first: 1 } }, { count: 7, first: 1 }],
  ],
  $push: [
    [{ $push: { list: 4 } }, { list: [1, 2, 3, 4] }],
    [{ $push: { list: { $each: [4, 5], $slice: -3 } } }, { list: [3, 4, 5] }],
    [{ $push: { started: { $each: [1] } } }, { started: [1] }],
  ],
  $pull: [
    [{ $pull: { list: 2 } }, { list: [1, 3] }],
    [{ $pull: { list: { $in: [1, 3] } } }, { list: [2] }],
    [{ $pull: { parts: { n: { $gte: 2 } } } }, { parts: [{ n: 1 }] }],
    [{ $pull: { absent: 2 } }, {}],
  ],
};

/** What an engine's collections must do; services never see them. */
export function operatorContract(makeEngine: MakeEngine): void {
  describe('collections', () => {
    let underTest: EngineUnderTest;
    let things: EngineCollection;
    let clock: ManualClock;
    let serial = 0;
    const freshId = (): string => {
      serial++;
      return `id${serial}`;
    };

    beforeAll(async () => {
      clock = createManualClock('2026-03-01T08:00:00.000Z');
      underTest = await makeEngine({ clock });
      things = underTest.engine.collection('things', INDEXES);
      await underTest.engine.start();
      await underTest.engine.ready();
      for (const document of DOCUMENTS) await things.insertOne(document);
    });
    afterAll(() => underTest.engine.stop());

    const inGroup = async (filter: Filter): Promise<string> => {
      const found = await things.find(
        { group: 'g', ...filter },
        {
          hint: 'byGroup',
          sort: [
            ['rank', 1],
            ['_id', 1],
          ],
        },
      );
      return found.map(({ _id }) => _id).join('');
    };

    it('tests every permitted filter operator', () => {
      expect(Object.keys(FILTERS).sort()).toEqual([...PERMITTED_FILTER_OPERATORS].sort());
    });

    for (const [operator, cases] of Object.entries(FILTERS)) {
      it(`filters by ${operator}`, async () => {
        for (const [filter, expected] of cases) expect([filter, await inGroup(filter)]).toEqual([filter, expected]);
      });
    }

    it('tests every permitted update operator and modifier', () => {
      expect(Object.keys(UPDATES).sort()).toEqual([...PERMITTED_UPDATE_OPERATORS].sort());
      expect(PERMITTED_PUSH_MODIFIERS).toEqual(['$each', '$slice']);
    });

    for (const [operator, cases] of Object.entries(UPDATES)) {
      it(`updates with ${operator}`, async () => {
        for (const [update, changed] of cases) {
          const _id = freshId();
          await things.insertOne({ ...BEFORE, _id });
          const after = await things.findOneAndUpdate({ _id }, update);
          expect(after).toEqual({ ...BEFORE, ...changed, _id });
          expect(await things.findOne({ _id }, { hint: ID_INDEX })).toEqual(after);
        }
      });
    }

    it('refuses operators that are not permitted, by name', async () => {
      const hint = { hint: 'byGroup' };
      for (const [filter, name] of [
        [{ group: 'g', name: { $regex: 'x' } }, '$regex'],
        [{ group: 'g', $nor: [{ rank: 1 }] }, '$nor'],
        [{ group: 'g', $where: 'true' }, '$where'],
        [{ group: 'g', rank: { $not: { $gt: 1 } } }, '$not'],
      ] as const) {
        const refusal = things.find(filter, hint);
        await expect(refusal).rejects.toThrow(UnpermittedOperatorError);
        await expect(refusal).rejects.toThrow(name);
      }
      await expect(things.updateOne({ _id: 'a' }, { $rename: { rank: 'rang' } })).rejects.toThrow(/\$rename/);
      await expect(things.updateOne({ _id: 'a' }, { $push: { tags: { $each: [], $sort: 1 } } })).rejects.toThrow(
        /\$sort/,
      );
    });

    it('refuses reads that the named index cannot serve, and says why', async () => {
      const refusals: readonly (readonly [Filter, Parameters<EngineCollection['find']>[1], RegExp])[] = [
        [{ rank: 1 }, { hint: 'byGroup' }, /nothing is asked of its first field, group/],
        [{ group: 'g' }, { hint: 'absent' }, /no such index/],
        [{ group: 'g' }, { hint: 'byGroup', sort: [['_id', 1]] }, /its order after the equality prefix is rank, _id/],
        [
          { group: 'g' },
          {
            hint: 'byGroup',
            sort: [
              ['rank', 1],
              ['_id', -1],
            ],
          },
          /directions/,
        ],
        [{ name: null }, { hint: 'uniqueName' }, /holds only documents with name/],
      ];
      for (const [filter, options, why] of refusals) {
        await expect(things.find(filter, options)).rejects.toThrow(UnindexedQueryError);
        await expect(things.find(filter, options)).rejects.toThrow(why);
      }
    });

    it('refuses a second document with a unique key, naming the index, and leaves the first', async () => {
      const [first, second] = [freshId(), freshId()];
      await things.insertOne({ _id: first, name: 'one' });
      await expect(things.insertOne({ _id: second, name: 'one' })).rejects.toMatchObject({ index: 'uniqueName' });
      await expect(things.insertOne({ _id: first })).rejects.toMatchObject({ index: ID_INDEX });
      await things.insertOne({ _id: second, name: 'two' });
      const clash = things.updateOne({ _id: second }, { $set: { name: 'one' } });
      await expect(clash).rejects.toThrow(DuplicateKeyError);
      expect(await things.findOne({ name: 'two' }, { hint: 'uniqueName' })).toEqual({ _id: second, name: 'two' });
      expect(await things.deleteOne({ _id: first })).toBe(true);
      expect(await things.updateOne({ _id: second }, { $set: { name: 'one' } })).toBe(true);
    });

    it('lets any number of documents stay outside a partial unique index', async () => {
      await things.insertOne({ _id: freshId() });
      await things.insertOne({ _id: freshId() });
    });

    it('inserts with an update where nothing matches, and says what matched', async () => {
      const _id = freshId();
      const update = { $set: { a: 1 }, $setOnInsert: { b: 2 }, $inc: { n: 1 } };
      expect(await things.updateOne({ _id }, update)).toBe(false);
      expect(await things.findOneAndUpdate({ _id }, update)).toBeNull();
      expect(await things.findOneAndUpdate({ _id, group: 'u' }, update, { upsert: true })).toEqual({
        _id,
        group: 'u',
        a: 1,
        b: 2,
        n: 1,
      });
      expect(await things.updateOne({ _id, group: 'u' }, update, { upsert: true })).toBe(true);
      expect(await things.findOne({ _id }, { hint: ID_INDEX })).toMatchObject({ n: 2 });
      await expect(things.updateOne({ _id, group: 'v' }, update, { upsert: true })).rejects.toThrow(DuplicateKeyError);
    });

    it('deletes one by id and many by an index', async () => {
      const ids = [freshId(), freshId(), freshId()];
      for (const [rank, _id] of ids.entries()) await things.insertOne({ _id, group: 'bin', rank });
      expect(await things.deleteOne({ _id: ids[0], rank: 9 })).toBe(false);
      expect(await things.deleteMany({ group: 'bin', rank: { $gte: 1 } }, { hint: 'byGroup' })).toBe(2);
      expect(await things.count({ group: 'bin' }, { hint: 'byGroup' })).toBe(1);
      expect(await things.deleteOne({ _id: ids[0] })).toBe(true);
      expect(await things.count({ group: 'bin' }, { hint: 'byGroup' })).toBe(0);
    });

    it('answers many finds and counts at once, in their order, empty ones too', async () => {
      const groups = ['g', 'nobody', 'other'].map((group) => ({ group }));
      const sort = [
        ['rank', -1],
        ['_id', -1],
      ] as const;
      const lists = await things.findEach(groups, { hint: 'byGroup', sort, limit: 2 });
      expect(lists.map((list) => list.map(({ _id }) => _id))).toEqual([['c', 'b'], [], ['e']]);
      expect(await things.countEach(groups, { hint: 'byGroup' })).toEqual([4, 0, 1]);
      expect(await things.findEach([{ group: 'other' }], { hint: 'byGroup', sort })).toEqual([[DOCUMENTS[4]]]);
      const many = Array.from({ length: 230 }, (_, index) => ({ group: index % 2 === 0 ? 'g' : 'other' }));
      expect(await things.countEach(many, { hint: 'byGroup' })).toEqual(
        many.map(({ group }) => (group === 'g' ? 4 : 1)),
      );
    });

    it('goes through null and values in one order, from any position, both ways', async () => {
      for (const direction of [1, -1] as const) {
        const sort = [
          ['rank', direction],
          ['_id', direction],
        ] as const;
        const all = (await things.find({ group: 'g' }, { hint: 'byGroup', sort })).map(({ _id }) => _id);
        expect(all).toEqual(direction === 1 ? ['d', 'a', 'b', 'c'] : ['c', 'b', 'a', 'd']);
        for (const [position, _id] of all.entries()) {
          const { rank = null } = DOCUMENTS.find((document) => document._id === _id) as { rank?: number | null };
          const rest = await things.find({ group: 'g' }, { hint: 'byGroup', sort, after: [rank, _id] });
          expect(rest.map((document) => document._id)).toEqual(all.slice(position + 1));
        }
      }
    });

    it('looks at every condition beside the id, an element of a list included', async () => {
      for (const [filter, matches] of [
        [{ group: 'g' }, true],
        [{ group: 'other' }, false],
        [{ tags: 'y', rank: 1 }, true],
        [{ tags: 'z' }, false],
        [{ 'parts.kind': 'k' }, true],
        [{ rank: { $gt: 1 } }, false],
      ] as const) {
        const found = await things.findOne({ _id: 'a', ...filter }, { hint: ID_INDEX });
        expect([filter, found !== null]).toEqual([filter, matches]);
      }
    });

    it('keeps dates in fields that expire, and removes what has expired', async () => {
      const [gone, kept] = [freshId(), freshId()];
      const expiresAt = new Date(clock.now() + 60_000);
      await things.insertOne({ _id: gone, expiresAt });
      await things.insertOne({ _id: kept, expiresAt: new Date(clock.now() + 3_600_000 * 24 * 365 * 100) });
      expect(await things.findOne({ _id: gone }, { hint: ID_INDEX })).toEqual({ _id: gone, expiresAt });
      if (underTest.removeExpired === undefined) return; // The server does it, once a minute by its own clock.
      clock.advance(59_999);
      underTest.removeExpired();
      expect(await things.findOne({ _id: gone }, { hint: ID_INDEX })).not.toBeNull();
      clock.advance(1);
      underTest.removeExpired();
      expect(await things.findOne({ _id: gone }, { hint: ID_INDEX })).toBeNull();
      expect(await things.findOne({ _id: kept }, { hint: ID_INDEX })).not.toBeNull();
    });

    it('hands out everything in the order of ids', async () => {
      const ids: string[] = [];
      for await (const { _id } of things.all()) ids.push(_id);
      expect(ids.length).toBeGreaterThanOrEqual(DOCUMENTS.length);
      expect(ids).toEqual([...ids].sort());
    });
  });
}
