import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyUpdate } from '../../src/embedded/document-update.ts';
import { createMemoryIndex, type MemoryIndex } from '../../src/embedded/memory-index.ts';
import type { EngineIndex, StoredDocument, Update } from '../../src/engine/engine.ts';
import type { Key } from '../../src/engine/key-values.ts';

const SPECS: readonly EngineIndex[] = [
  {
    name: 'lists',
    keys: [
      ['state.tags', 1],
      ['at', -1],
    ],
  },
  { name: 'inner', keys: [['state.people.name', 1]] },
  {
    name: 'partial',
    keys: [
      ['state.place', 1],
      ['at', 1],
    ],
    partial: { 'state.open': true },
  },
];

const word = fc.constantFrom('a', 'b', 'c', 'd');
const tags = fc.array(word, { maxLength: 4 });
const people = fc.array(fc.record({ name: word }), { maxLength: 3 });
const changes: fc.Arbitrary<Update> = fc.oneof(
  fc.record({ $set: fc.record({ 'state.tags': tags }) }),
  fc.record({ $set: fc.record({ 'state.people': people }) }),
  fc.record({ $push: fc.record({ 'state.people': fc.record({ name: word }) }) }),
  fc.record({ $set: fc.record({ 'state.place': word, at: fc.nat(3) }) }),
  fc.record({ $set: fc.record({ 'state.open': fc.boolean() }) }),
  fc.constant({ $unset: { 'state.place': '' } }),
  fc.record({ $set: fc.record({ other: fc.nat(9) }) }),
);
const steps = fc.array(fc.record({ id: fc.constantFrom('1', '2', '3'), change: changes }), { maxLength: 30 });

function keysOf(index: MemoryIndex): readonly Key[] {
  return Array.from({ length: index.size }, (_, rank) => index.at(rank) ?? []);
}

describe('the upkeep of an index', () => {
  it.each(SPECS)('leaves in $name what a new index over the same documents would hold', (spec) => {
    fc.assert(
      fc.property(steps, (list) => {
        const kept = createMemoryIndex(spec);
        const documents = new Map<string, StoredDocument>();
        for (const { id, change } of list) {
          const before = documents.get(id) ?? null;
          const after = applyUpdate(before ?? { _id: id, at: 0, state: { tags: ['a'], open: true } }, change);
          kept.replace(before, after);
          documents.set(id, after);
        }
        const anew = createMemoryIndex(spec);
        for (const document of documents.values()) anew.replace(null, document);
        expect(keysOf(kept)).toEqual(keysOf(anew));
      }),
    );
  });

  it('counts a document as its own owner of a unique key, whether or not the key changed', () => {
    const index = createMemoryIndex({ name: 'one', keys: [['mail', 1]], unique: true });
    const first: StoredDocument = { _id: '1', mail: ['x', 'y'] };
    index.replace(null, first);
    expect(index.conflict(first, { ...first, other: 1 })).toBeNull();
    expect(index.conflict(first, { _id: '1', mail: ['y'] })).toBeNull();
    expect(index.conflict(null, { _id: '2', mail: ['y'] })).toBe('1');
    const second: StoredDocument = { _id: '2', mail: ['z'] };
    index.replace(null, second);
    expect(index.conflict(second, { _id: '2', mail: ['z', 'x'] })).toBe('1');
  });
});

describe('an index made over many documents at once', () => {
  const several = fc.array(
    fc.record({ tags, people, place: word, open: fc.boolean(), at: fc.oneof(fc.nat(5), fc.constant(null)) }),
    { maxLength: 120 },
  );

  it.each(SPECS)('holds in $name what one insert after another would, in the same order', (spec) => {
    fc.assert(
      fc.property(several, (list) => {
        const documents = list.map(({ at, ...state }, number): StoredDocument => ({ _id: `${number}`, at, state }));
        const filled = createMemoryIndex(spec);
        filled.fill(documents);
        const grown = createMemoryIndex(spec);
        for (const document of documents) grown.replace(null, document);
        expect(keysOf(filled)).toEqual(keysOf(grown));
      }),
      { numRuns: 50 },
    );
  });

  it('can be changed afterwards', () => {
    const index = createMemoryIndex({ name: 'numbers', keys: [['at', 1]] });
    const documents = Array.from(
      { length: 5_000 },
      (_, number): StoredDocument => ({ _id: `${number}`, at: number * 2 }),
    );
    index.fill(documents);
    for (const document of documents.slice(0, 500))
      index.replace(document, { ...document, at: Number(document.at) + 1 });
    for (const document of documents.slice(500, 1_000)) index.replace(document, null);
    const held = keysOf(index).map(([at]) => at);
    const wanted = [
      ...documents.slice(0, 500).map(({ at }) => Number(at) + 1),
      ...documents.slice(1_000).map(({ at }) => at),
    ];
    expect(held).toEqual(wanted);
  });

  it('tells of a unique key that two documents have', () => {
    const index = createMemoryIndex({ name: 'one', keys: [['mail', 1]], unique: true });
    index.fill([
      { _id: '1', mail: ['x', 'y'] },
      { _id: '2', mail: ['z'] },
    ]);
    expect(index.repeated()).toBeNull();
    index.fill([
      { _id: '1', mail: ['x', 'y'] },
      { _id: '2', mail: ['y'] },
    ]);
    expect(index.repeated()?.[0]).toBe('y');
  });
});
