import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createBoundedCache } from '../src/bounded-cache.ts';

describe('a bounded cache', () => {
  it('gives up what was not used for longest', () => {
    const cache = createBoundedCache<string, number>(30);
    cache.set('a', 1, 10);
    cache.set('b', 2, 10);
    cache.set('c', 3, 10);
    expect(cache.get('a')).toBe(1);
    cache.set('d', 4, 20);
    expect([cache.get('a'), cache.get('b'), cache.get('c'), cache.get('d')]).toEqual([1, undefined, undefined, 4]);
  });

  it('replaces what a key had, and keeps nothing that is larger than itself', () => {
    const cache = createBoundedCache<string, number>(30);
    cache.set('a', 1, 20);
    cache.set('a', 2, 25);
    expect([cache.get('a'), cache.bytes()]).toEqual([2, 25]);
    cache.set('a', 3, 31);
    expect([cache.get('a'), cache.bytes()]).toEqual([undefined, 0]);
  });

  it('never holds more than its bytes', () => {
    const entry = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), bytes: fc.integer({ min: 1, max: 50 }) });
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const cache = createBoundedCache<string, number>(80);
        const held = new Map<string, number>();
        for (const { key, bytes } of entries) {
          cache.set(key, bytes, bytes);
          held.set(key, bytes);
          expect(cache.bytes()).toBeLessThanOrEqual(80);
        }
        const found = [...held].filter(([key]) => cache.get(key) !== undefined);
        expect(cache.bytes()).toBe(found.reduce((sum, [, bytes]) => sum + bytes, 0));
      }),
    );
  });
});
