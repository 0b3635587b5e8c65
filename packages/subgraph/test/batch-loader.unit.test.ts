import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BatchLoader } from '../src/batch-loader.ts';

/** Answers each key with itself and the number of the batch that brought it. */
function countedLoader(maxBatchSize?: number) {
  const batches: (readonly string[])[] = [];
  const loader = new BatchLoader<string, string>(
    (keys) => {
      const number = batches.push([...keys]);
      return Promise.resolve(keys.map((key) => (key === 'bad' ? new Error('bad key') : `${key}${number}`)));
    },
    maxBatchSize === undefined ? {} : { maxBatchSize },
  );
  return { loader, batches };
}

describe('a batch loader', () => {
  it('gathers what is asked for by itself, through promises that are settled, into one batch', async () => {
    const { loader, batches } = countedLoader();
    const later = Promise.resolve()
      .then(() => undefined)
      .then(() => loader.load('c'));
    expect(await Promise.all([loader.load('a'), loader.load('b'), loader.load('a'), later])).toEqual([
      'a1',
      'b1',
      'a1',
      'c1',
    ]);
    expect(batches).toEqual([['a', 'b', 'c']]);
  });

  it('answers what is known without a promise', async () => {
    const { loader, batches } = countedLoader();
    await loader.loadMany(['a', 'b']);
    expect(loader.load('a')).toBe('a1');
    expect(loader.loadMany(['b', 'a', 'b'])).toEqual(['b1', 'a1', 'b1']);
    expect(loader.loadMany([])).toEqual([]);
    expect(batches).toEqual([['a', 'b']]);
  });

  it('loads a list at once, with what waits for its batch, and asks for nothing twice', async () => {
    const { loader, batches } = countedLoader();
    const single = loader.load('a');
    const list = loader.loadMany(['b', 'a']);
    expect(batches).toEqual([['a', 'b']]);
    const more = loader.loadMany(['a', 'c']);
    expect(batches).toEqual([['a', 'b'], ['c']]);
    expect([await single, await list, await more]).toEqual(['a1', ['b1', 'a1'], ['a1', 'c2']]);
  });

  it('keeps to the largest batch', async () => {
    const { loader, batches } = countedLoader(2);
    expect(await loader.loadMany(['a', 'b', 'c'])).toEqual(['a1', 'b1', 'c2']);
    expect(await Promise.all(['d', 'e', 'f'].map(async (key) => await loader.load(key)))).toHaveLength(3);
    expect(batches.map(({ length }) => length)).toEqual([2, 1, 2, 1]);
  });

  it("gives a key's own failure to that key alone, also from memory", async () => {
    const { loader } = countedLoader();
    const both = await Promise.allSettled([loader.load('bad'), loader.load('a')]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(() => loader.load('bad')).toThrow('bad key');
    expect(() => loader.loadMany(['a', 'bad'])).toThrow('bad key');
  });

  it('fails all of a batch that failed, and tries again for the next who asks', async () => {
    let fails = true;
    const loader = new BatchLoader<string, string>((keys) =>
      fails ? Promise.reject(new Error('down')) : Promise.resolve([...keys]),
    );
    const all = await Promise.allSettled([loader.load('a'), loader.load('b'), loader.loadMany(['b', 'c'])]);
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    fails = false;
    expect(await loader.load('a')).toBe('a');
  });

  it('fails where values are missing', async () => {
    const loader = new BatchLoader<string, string>(() => Promise.resolve([]));
    await expect(loader.loadMany(['a'])).rejects.toThrow('1 keys gave 0 values.');
  });

  it('forgets what is on its way too, so that nothing old is kept', async () => {
    const { loader } = countedLoader();
    const old = loader.loadMany(['a']);
    loader.clearAll();
    const fresh = loader.loadMany(['a']);
    expect([await old, await fresh]).toEqual([['a1'], ['a2']]);
    expect(loader.load('a')).toBe('a2');
    loader.clear('a');
    expect(await loader.load('a')).toBe('a3');
  });

  it('lets a value be made known, but never over one that is there', async () => {
    const { loader, batches } = countedLoader();
    loader.prime('a', 'given');
    expect(loader.load('a')).toBe('given');
    loader.prime('a', 'other');
    expect(await loader.loadMany(['a', 'b'])).toEqual(['given', 'b1']);
    expect(batches).toEqual([['b']]);
  });

  it('answers every key with its own value however it is asked, and each key once', async () => {
    const key = fc.integer({ min: 0, max: 12 }).map(String);
    const ask = fc.oneof(key, fc.array(key, { maxLength: 6 }));
    await fc.assert(
      fc.asyncProperty(fc.array(ask, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), async (asks, maxBatchSize) => {
        const asked: string[] = [];
        const loader = new BatchLoader<string, string>(
          async (keys) => {
            asked.push(...keys);
            expect(keys.length).toBeLessThanOrEqual(maxBatchSize);
            await Promise.resolve();
            return keys.map((one) => `v${one}`);
          },
          { maxBatchSize },
        );
        const answers = await Promise.all(
          asks.map(async (one) => await (typeof one === 'string' ? loader.load(one) : loader.loadMany(one))),
        );
        const wanted = asks.map((one) => (typeof one === 'string' ? `v${one}` : one.map((each) => `v${each}`)));
        expect(answers).toEqual(wanted);
        expect([...asked].sort()).toEqual([...new Set(asks.flat())].sort());
      }),
    );
  });
});
