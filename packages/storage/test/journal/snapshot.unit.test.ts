import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { StoreStoppedError } from '../../src/journal/index.ts';
import { JournalFixture, bytes } from './journal-fixture.ts';

const SEGMENT = (after: number): string => `/data/journal.${String(after).padStart(16, '0')}.segment`;
const SNAPSHOT = (cut: number): string => `/data/journal.${String(cut).padStart(16, '0')}.snapshot`;
const LOCK = expect.stringMatching(/\.lock$/);

describe('A snapshot', () => {
  it('takes the place of the segments before its cut', async () => {
    const fixture = new JournalFixture();
    const { journal } = await fixture.open();
    await journal.append([bytes('a'), bytes('b')]);
    await journal.append(bytes('c'));
    const result = await journal.snapshot(() => [bytes('abc')]);
    expect(result).toMatchObject({ cut: 2, records: 1 });
    expect(journal.sizes).toEqual({ bytesSinceSnapshot: 0, batchesSinceSnapshot: 0, snapshotBytes: result.bytes });
    await journal.append(bytes('d'));
    expect(fixture.disk.paths).toEqual([SEGMENT(2), SNAPSHOT(2), LOCK].toSorted());
    const { journal: next, found } = await fixture.open();
    expect(found).toEqual({ snapshot: ['abc'], records: ['d'] });
    expect(next.sizes).toMatchObject({ batchesSinceSnapshot: 1, snapshotBytes: result.bytes });
    expect(next.currentBatch).toBe(3);
  });

  it('covers exactly what was enqueued before it was asked for', async () => {
    const fixture = new JournalFixture();
    const { journal } = await fixture.open();
    const state: string[] = [];
    const put = (text: string): number => {
      const batch = journal.enqueue(bytes(text));
      state.push(text);
      return batch;
    };
    expect(put('a')).toBe(1);
    const done = journal.snapshot((cut) => {
      expect(cut).toBe(1);
      return state.map(bytes);
    });
    expect(put('b')).toBe(2);
    await done;
    await journal.whenDurable();
    expect((await fixture.open()).found).toEqual({ snapshot: ['a'], records: ['b'] });
  });

  it('is taken one at a time', async () => {
    const { journal } = await new JournalFixture().open();
    const first = journal.snapshot(() => []);
    await expect(journal.snapshot(() => [])).rejects.toBeInstanceOf(RangeError);
    await first;
    await journal.snapshot(() => []);
  });

  it('gives the event loop back while it is written, as often as its time is over', async () => {
    let milliseconds = 0;
    const { journal } = await new JournalFixture().open({ now: () => milliseconds++ });
    let turns = 0;
    let finished = false;
    const count = async (): Promise<void> => {
      for (; !finished; turns++) await nextTurn();
    };
    const counting = count();
    await journal.snapshot(function* () {
      for (let record = 0; record < 3000; record++) yield bytes('x');
    });
    finished = true;
    await counting;
    // The clock moves on by a millisecond a record, and a slice is 2.5 ms long.
    expect(turns).toBeGreaterThanOrEqual(700);
  });

  it('that fails leaves the journal running and nothing behind', async () => {
    const fixture = new JournalFixture();
    const { journal } = await fixture.open();
    await journal.append(bytes('a'));
    const failing = journal.snapshot(async function* () {
      yield bytes('half');
      throw new Error('The state could not be read.');
    });
    await expect(failing).rejects.toThrow('The state could not be read.');
    fixture.disk.failNext({ operation: 'write', path: /snapshot\.tmp$/, code: 'ENOSPC' });
    await expect(journal.snapshot(() => [bytes('a')])).rejects.toThrow('ENOSPC');
    await journal.append(bytes('b'));
    expect(fixture.disk.paths.filter((path) => path.includes('snapshot'))).toEqual([]);
    expect((await fixture.open()).found.records).toEqual(['a', 'b']);
  });

  it('stops the journal when the fsync of the folder fails', async () => {
    const fixture = new JournalFixture();
    const { journal } = await fixture.open();
    await journal.append(bytes('a'));
    await journal.snapshot(() => [bytes('a')]);
    fixture.disk.failNext({ operation: 'syncDirectory', code: 'EIO' });
    await expect(journal.snapshot(() => [bytes('a')])).rejects.toBeInstanceOf(StoreStoppedError);
    expect(journal.failure).toBeInstanceOf(StoreStoppedError);
    await expect(journal.append(bytes('b'))).rejects.toBeInstanceOf(StoreStoppedError);
  });

  it('is given up when the journal is closed', async () => {
    const fixture = new JournalFixture();
    const { journal } = await fixture.open({ now: () => performance.now() * 1e6 });
    await journal.append(bytes('a'));
    const endless = journal.snapshot(function* () {
      for (;;) yield bytes('x');
    });
    const refused = expect(endless).rejects.toBeInstanceOf(StoreStoppedError);
    await journal.close();
    await refused;
    expect(fixture.disk.paths.filter((path) => path.includes('snapshot'))).toEqual([]);
    expect((await fixture.openBeside()).found.records).toEqual(['a']);
  });

  it('that was interrupted is removed at the next opening', async () => {
    const fixture = new JournalFixture();
    const { journal } = await fixture.open();
    await journal.append(bytes('a'));
    const file = await fixture.disk.port().open(`${SNAPSHOT(1)}.tmp`, 'create');
    await file.write(bytes('half a snapshot'), 0);
    expect((await fixture.open()).found.records).toEqual(['a']);
    expect(fixture.disk.paths).toEqual([SEGMENT(0), LOCK].toSorted());
  });

  it('falls back to the one before when the newest is damaged and the segments are still there', async () => {
    const fixture = new JournalFixture();
    const { journal } = await fixture.open();
    await journal.append(bytes('a'));
    fixture.disk.failNext({ operation: 'unlink', path: /segment$/, code: 'EIO' });
    await journal.snapshot(() => [bytes('a')]);
    await journal.append(bytes('b'));
    fixture.disk.damage(SNAPSHOT(1), 40);
    expect((await fixture.open()).found).toEqual({ snapshot: [], records: ['a', 'b'] });
  });
});

describe('Segments', () => {
  it('are begun anew when they have their size, and all of them are replayed', async () => {
    const fixture = new JournalFixture();
    const { journal } = await fixture.open({ limits: { segmentBytes: 100 } });
    const texts = Array.from({ length: 10 }, (_, index) => `record ${index}`);
    for (const text of texts) await journal.append(bytes(text));
    expect(fixture.disk.paths.filter((path) => path.endsWith('.segment')).length).toBeGreaterThan(3);
    expect((await fixture.open()).found.records).toEqual(texts);
  });

  it('of journals with different names share a directory', async () => {
    const fixture = new JournalFixture();
    const { journal: store } = await fixture.openBeside({ name: 'store' });
    const { journal: bus } = await fixture.openBeside({ name: 'store-bus' });
    await Promise.all([store.append(bytes('s')), bus.append(bytes('b'))]);
    await store.snapshot(() => [bytes('s')]);
    await Promise.all([store.close(), bus.close()]);
    expect((await fixture.openBeside({ name: 'store' })).found).toEqual({ snapshot: ['s'], records: [] });
    expect((await fixture.openBeside({ name: 'store-bus' })).found).toEqual({ snapshot: [], records: ['b'] });
  });

  it.each(['', 'Store', '../store', 'a.b'])('refuse the name "%s"', async (name) => {
    await expect(new JournalFixture().open({ name })).rejects.toThrow('cannot name a journal');
  });
});
