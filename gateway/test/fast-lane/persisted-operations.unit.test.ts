import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createPersistedOperations, readPersistedOperations } from '../../src/fast-lane/persisted-operations.ts';

const directory = mkdtempSync(join(tmpdir(), 'hiregraph-persisted-'));
afterAll(() => rmSync(directory, { recursive: true }));
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function fileOf(content: unknown): string {
  const file = join(directory, 'operations.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('a list of operations', () => {
  const body = '{ ping }';

  it('is read as a manifest, or as text by hash', () => {
    const expected = new Map([[hashOf(body), body]]);
    const manifest = {
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [{ id: hashOf(body), name: 'A', type: 'query', body }],
    };
    expect(readPersistedOperations(fileOf(manifest))).toEqual(expected);
    expect(readPersistedOperations(fileOf({ [hashOf(body)]: body }))).toEqual(expected);
  });

  it.each([
    ['a text with another hash', { [hashOf('other')]: body }, /is not the SHA-256 of its text/u],
    ['no list', [1], /no list of operations/u],
    ['no JSON', '{', /cannot be read/u],
  ])('is refused with %s', (_what, content, message) => {
    expect(() => readPersistedOperations(fileOf(content))).toThrow(message);
  });

  it('is refused where there is none', () => {
    expect(() => readPersistedOperations(join(directory, 'none.json'))).toThrow(/PERSISTED_OPERATIONS.*none\.json/su);
  });
});

describe('operations that clients register', () => {
  it('are kept while there is room, those used last, and never in the place of a listed one', async () => {
    const text = 'x'.repeat(300);
    const persisted = createPersistedOperations({ registered: new Map([['listed', 'text']]), maxBytes: 2_000 });
    for (const hash of ['a', 'b']) await persisted.cache.set(`apq:${hash}`, text);
    expect(persisted.find('a')).toBe(text);
    await persisted.cache.set('apq:c', text);
    await persisted.cache.set('apq:listed', 'other');
    expect(['a', 'b', 'c', 'listed'].map(persisted.find)).toEqual([text, undefined, text, 'text']);
    expect(await persisted.cache.get('apq:c')).toBe(text);
    expect(await persisted.cache.get('apq:b')).toBeUndefined();
    await persisted.cache.set('apq:huge', 'x'.repeat(2_000));
    expect(persisted.find('huge')).toBeUndefined();
    expect(persisted.find('a')).toBe(text);
  });
});
