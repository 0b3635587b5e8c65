import { describe, expect, it } from '@jest/globals';
import { deepFreeze } from '../../src/embedded/deep-freeze.ts';
import { applyUpdate } from '../../src/embedded/document-update.ts';
import { decodeRecord, encodeRecord, type StoreRecord } from '../../src/embedded/record-codec.ts';

const before = deepFreeze({
  _id: 'x',
  changed: { deep: { value: 1 }, sibling: { kept: true } },
  untouched: { list: [1, 2] },
  list: [{ n: 1 }],
});

describe('An update', () => {
  it('copies what lies on its path and shares everything else', () => {
    const after = applyUpdate(before, { $set: { 'changed.deep.value': 2 }, $push: { list: { n: 2 } } });
    expect(after).toEqual({
      ...before,
      changed: { deep: { value: 2 }, sibling: { kept: true } },
      list: [{ n: 1 }, { n: 2 }],
    });
    expect(after.untouched).toBe(before.untouched);
    expect((after.changed as typeof before.changed).sibling).toBe(before.changed.sibling);
    expect((after.list as typeof before.list)[0]).toBe(before.list[0]);
  });

  it('changes several fields of one object in one copy of it', () => {
    const after = applyUpdate(before, {
      $set: { 'changed.deep.value': 2, 'changed.fresh.one': 1 },
      $unset: { 'changed.sibling': '', 'missing.field': '' },
      $inc: { 'changed.deep.value': 3, 'changed.fresh.two': 2 },
      $push: { list: { $each: [{ n: 2 }, { n: 3 }], $slice: -2 } },
    });
    expect(after).toEqual({
      ...before,
      changed: { deep: { value: 5 }, fresh: { one: 1, two: 2 } },
      list: [{ n: 2 }, { n: 3 }],
    });
    expect(before.changed).toEqual({ deep: { value: 1 }, sibling: { kept: true } });
  });

  it('gives the same document back when it changes nothing', () => {
    for (const update of [
      { $set: { _id: 'x' } },
      { $unset: { nothing: '' } },
      { $pull: { list: { n: 7 } } },
      { $max: { 'changed.deep.value': 0 } },
      { $setOnInsert: { fresh: 1 } },
    ]) {
      expect(applyUpdate(before, update)).toBe(before);
    }
  });

  it('refuses to step through what is no object, or to push onto what is no list', () => {
    expect(() => applyUpdate(before, { $set: { 'list.0.n': 2 } })).toThrow(/leads through a value that is no object/);
    expect(() => applyUpdate(before, { $push: { untouched: 1 } })).toThrow(/is no list/);
  });
});

describe('A record of the journal', () => {
  it('comes back as it was written, dates included', () => {
    const date = new Date('2026-01-01T00:00:00.000Z');
    const records: readonly StoreRecord[] = [
      { kind: 'format', version: 1 },
      { kind: 'put', collection: 'c', document: { _id: 'a', expiresAt: date, text: '2026-01-01T00:00:00.000Z' } },
      { kind: 'put', collection: 'c', document: { _id: 'ä "\n', nested: { list: [1, null, true] } } },
      { kind: 'update', collection: 'c', id: 'a', update: { $set: { expiresAt: date, 'state.x': 1 }, $inc: { n: 1 } } },
      { kind: 'update', collection: 'c', id: 'a', update: { $pull: { list: { n: { $lte: 3 } } } } },
      { kind: 'delete', collection: 'c', id: 'a' },
    ];
    for (const record of records) expect(decodeRecord(Buffer.from(encodeRecord(record)))).toEqual(record);
  });

  it('of a kind that this version does not know is refused', () => {
    expect(() => decodeRecord(Buffer.from('["z",1]'))).toThrow(/a newer version wrote it/);
  });
});
