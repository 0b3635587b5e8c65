import { describe, expect, it } from '@jest/globals';
import { OverloadedError } from '@hiregraph/kernel';
import { RecordsTooLargeError, StoreStoppedError } from '../../src/journal/index.ts';
import { JournalFixture, bytes, createSyncGate } from './journal-fixture.ts';

async function openGated(options: Parameters<JournalFixture['open']>[0] = {}) {
  const fixture = new JournalFixture();
  const gate = createSyncGate(fixture.disk.port());
  const { journal } = await fixture.open({ ...options, files: gate.files });
  return { fixture, gate, journal };
}

async function isPending(promise: Promise<unknown>): Promise<boolean> {
  const open = Symbol('open');
  return (await Promise.race([promise, Promise.resolve(open)])) === open;
}

describe('Group commit', () => {
  it('collects what comes during an fsync in the next batch', async () => {
    const { gate, journal } = await openGated();
    const first = journal.append(bytes('a'));
    await gate.whenBegun(1);
    const others = [journal.append(bytes('b')), journal.append(bytes('c')), journal.append([bytes('d'), bytes('e')])];
    expect(journal.currentBatch).toBe(2);
    expect(journal.durableBatch).toBe(0);
    gate.release();
    expect(await first).toBe(1);
    await gate.whenBegun(2);
    gate.release();
    expect(await Promise.all(others)).toEqual([2, 2, 2]);
    expect(gate.begun).toBe(2);
  });

  it('writes a batch only after the fsync of the one before', async () => {
    const { fixture, gate, journal } = await openGated();
    const path = '/data/journal.0000000000000000.segment';
    const first = journal.append(bytes('first'));
    await gate.whenBegun(1);
    const second = journal.append(bytes('second'));
    expect(fixture.disk.contentOf(path).includes('first')).toBe(true);
    expect(fixture.disk.contentOf(path).includes('second')).toBe(false);
    gate.release();
    await first;
    await gate.whenBegun(2);
    expect(fixture.disk.contentOf(path).includes('second')).toBe(true);
    gate.release();
    await second;
  });

  it('lets a reader wait for the batch that it saw', async () => {
    const { gate, journal } = await openGated();
    await journal.whenDurable();
    const batch = journal.enqueue(bytes('a'));
    const seen = journal.whenDurable(batch);
    const newest = journal.whenDurable();
    await gate.whenBegun(1);
    expect(await isPending(seen)).toBe(true);
    expect(await isPending(newest)).toBe(true);
    gate.release();
    await Promise.all([seen, newest]);
    expect(journal.durableBatch).toBe(batch);
    await journal.whenDurable(batch);
  });

  it('refuses to wait for a batch that was never begun', async () => {
    const { journal } = await openGated();
    expect(() => journal.whenDurable(1)).toThrow(RangeError);
  });

  it('takes an empty list of records without making a batch of it', async () => {
    const { journal } = await openGated();
    expect(journal.enqueue([])).toBe(0);
    expect(await journal.append([])).toBe(0);
  });

  it('begins another batch when one has its size', async () => {
    const { gate, journal } = await openGated({ limits: { batchBytes: 10 } });
    expect([journal.enqueue(bytes('123456')), journal.enqueue(bytes('b')), journal.enqueue(bytes('c'))]).toEqual([
      1, 2, 2,
    ]);
    for (const count of [1, 2]) {
      await gate.whenBegun(count);
      gate.release();
    }
    await journal.whenDurable();
  });
});

describe('A full queue', () => {
  it.each([
    ['records', { maximumPendingRecords: 2 }],
    ['bytes', { maximumPendingBytes: 10 }],
  ])('refuses, retryably, past its limit of %s, and takes more once the disk caught up', async (_what, limits) => {
    const { gate, journal } = await openGated({ limits });
    const taken = [journal.append(bytes('a')), journal.append(bytes('b'))];
    const refused = journal.append(bytes('c'));
    await expect(refused).rejects.toBeInstanceOf(OverloadedError);
    await expect(refused).rejects.toMatchObject({ retryable: true });
    expect(() => journal.enqueue(bytes('c'))).toThrow(OverloadedError);
    await gate.whenBegun(1);
    gate.release();
    await Promise.all(taken);
    expect(journal.enqueue(bytes('c'))).toBe(2);
  });

  it('refuses for good what it can never hold', async () => {
    const { journal } = await openGated({ limits: { maximumPendingBytes: 10 } });
    expect(() => journal.enqueue(bytes('more than ten'))).toThrow(RecordsTooLargeError);
  });
});

describe('A disk that fails', () => {
  it.each([
    ['an fsync', { operation: 'sync', path: /segment$/, code: 'EIO' }],
    ['a write on a full disk', { operation: 'write', path: /segment$/, code: 'ENOSPC' }],
  ] as const)('stops the journal at %s and never asks twice', async (_what, fault) => {
    const stops: StoreStoppedError[] = [];
    const fixture = new JournalFixture();
    const { journal } = await fixture.open({ onStopped: (error) => stops.push(error) });
    await journal.append(bytes('kept'));
    fixture.disk.failNext(fault);
    const inFlight = journal.append(bytes('lost'));
    await expect(inFlight).rejects.toMatchObject({ outcomeUnknown: true, code: 'STORE_UNAVAILABLE' });
    const operations = fixture.disk.operations;
    const later = journal.append(bytes('never'));
    await expect(later).rejects.toBeInstanceOf(StoreStoppedError);
    await expect(later).rejects.toMatchObject({ outcomeUnknown: false });
    await expect(journal.whenDurable()).rejects.toBeInstanceOf(StoreStoppedError);
    await expect(journal.snapshot(() => [])).rejects.toBeInstanceOf(StoreStoppedError);
    await journal.whenDurable(1);
    expect(fixture.disk.operations).toBe(operations);
    expect(stops).toEqual([journal.failure]);
    expect(journal.failure?.message).toContain(fault.code);
    await journal.close();
    fixture.disk.restart('power');
    expect((await fixture.open()).found.records[0]).toBe('kept');
  });

  it('says of records that were still waiting that they were not written', async () => {
    const fixture = new JournalFixture();
    const gate = createSyncGate(fixture.disk.port());
    const { journal } = await fixture.open({ files: gate.files });
    const inFlight = journal.append(bytes('a'));
    await gate.whenBegun(1);
    const waiting = journal.append(bytes('b'));
    fixture.disk.failNext({ operation: 'sync', code: 'EIO' });
    gate.release();
    await expect(inFlight).rejects.toMatchObject({ outcomeUnknown: true });
    await expect(waiting).rejects.toMatchObject({ outcomeUnknown: false });
  });
});

describe('Closing', () => {
  it('writes what is pending, then refuses', async () => {
    const fixture = new JournalFixture();
    const { journal } = await fixture.open();
    const appended = journal.append(bytes('a'));
    await Promise.all([journal.close(), journal.close()]);
    expect(await appended).toBe(1);
    await expect(journal.append(bytes('b'))).rejects.toBeInstanceOf(StoreStoppedError);
    expect((await fixture.openBeside()).found.records).toEqual(['a']);
  });
});
