import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BadUserInputError, canonicalJson, createCursorCodec, type CursorScope, hashOf } from '../src/index.ts';

const codec = createCursorCodec('a secret of sixteen bytes');
const scope: CursorScope = { tenantId: 'ten_1', field: 'Query.jobs', filter: { status: ['OPEN'] }, sort: 'TITLE_ASC' };
const position = fc.array(fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)), { maxLength: 4 });

describe('a cursor', () => {
  it('gives back the position that it was made of', () => {
    fc.assert(
      fc.property(position, (at) => expect(codec.decode(scope, codec.encode(scope, at), ['after'])).toEqual(at)),
    );
  });

  it.each<[string, Partial<CursorScope>]>([
    ['tenant', { tenantId: 'ten_2' }],
    ['field', { field: 'Query.users' }],
    ['filter', { filter: { status: ['DRAFT'] } }],
    ['sort', { sort: 'TITLE_DESC' }],
  ])('is refused for another %s', (_what, change) => {
    const cursor = codec.encode(scope, ['a', 'job_1']);
    expect(() => codec.decode({ ...scope, ...change }, cursor, ['after'])).toThrow(BadUserInputError);
  });

  it('is refused once any bit of it is changed, and by who has another secret', () => {
    const bytes = Buffer.from(codec.encode(scope, ['a', 'job_1']), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const altered = Buffer.from(bytes);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => codec.decode(scope, altered.toString('base64url'), ['after'])).toThrow(BadUserInputError);
    }
    const stranger = createCursorCodec('another secret of some bytes');
    expect(() => stranger.decode(scope, bytes.toString('base64url'), ['after'])).toThrow(BadUserInputError);
  });

  it('is refused where it is no cursor at all', () => {
    fc.assert(
      fc.property(fc.string(), (text) => expect(() => codec.decode(scope, text, ['after'])).toThrow(BadUserInputError)),
    );
  });
});

describe('canonical JSON', () => {
  it('is the same whatever the order of keys, and leaves undefined out', () => {
    expect(canonicalJson({ b: 1, a: { d: undefined, c: 2 } })).toBe('{"a":{"c":2},"b":1}');
    expect(hashOf({ a: 1, b: [1, 2] })).toBe(hashOf({ b: [1, 2], a: 1 }));
    expect(hashOf({ b: [2, 1] })).not.toBe(hashOf({ b: [1, 2] }));
    expect(hashOf(undefined)).toBe(hashOf(null));
  });

  it('is what JSON makes of the value once every object has its keys in order', () => {
    const sorted = (_key: string, inner: unknown): unknown =>
      inner === null || typeof inner !== 'object' || Array.isArray(inner)
        ? inner
        : Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
    const key = fc.constantFrom(
      'b',
      'a',
      'ä',
      '10',
      '9',
      '007',
      '4294967296',
      '-1',
      '1.5',
      '__proto__',
      'toString',
      '',
    );
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constantFrom(null, undefined, -0, '\ud800')),
        fc.date({ noInvalidDate: true }),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(value, (one) =>
        expect(canonicalJson(one)).toBe((JSON.stringify(one, sorted) as string | undefined) ?? 'null'),
      ),
    );
  });
});
