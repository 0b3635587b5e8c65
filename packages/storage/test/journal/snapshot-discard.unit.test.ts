import { describe, expect, it } from '@jest/globals';
import type { RecoveryHandler } from '../../src/journal/index.ts';
import { bytes, JournalFixture } from './journal-fixture.ts';

/** Takes records of a snapshot at once, and forgets them when it is told to. */
function forgetful(): { readonly handler: RecoveryHandler; readonly held: string[]; readonly discarded: () => number } {
  const held: string[] = [];
  let discarded = 0;
  return {
    held,
    discarded: () => discarded,
    handler: {
      snapshotRecord: (record) => held.push(`s ${record.toString().slice(0, 4)}`),
      record: (record) => held.push(`r ${record.toString().slice(0, 4)}`),
      discardSnapshot: () => {
        discarded += 1;
        held.length = 0;
      },
    },
  };
}

/** Blocks of a snapshot have 128 KiB, so that each of these records has one of its own. */
const large = (text: string): Buffer => Buffer.from(text.padEnd(130 * 1024, '.'));
const SNAPSHOT = '/data/journal.0000000000000002.snapshot';

async function journalOfTwo(): Promise<JournalFixture> {
  const fixture = new JournalFixture();
  const { journal } = await fixture.open();
  await journal.append(large('aaaa'));
  await journal.append(large('bbbb'));
  fixture.disk.failNext({ operation: 'unlink', path: /segment$/, code: 'EIO' });
  await journal.snapshot(() => [large('aaaa'), large('bbbb')]);
  await journal.append(bytes('cccc'));
  return fixture;
}

describe('A snapshot that is handed out while it is read', () => {
  it('is read once', async () => {
    const fixture = await journalOfTwo();
    const { handler, held, discarded } = forgetful();
    await fixture.open({ recovery: handler });
    expect(held).toEqual(['s aaaa', 's bbbb', 'r cccc']);
    expect(discarded()).toBe(0);
  });

  it.each([
    ['its first block', 100],
    ['its second block', 200_000],
    ['its end', 260 * 1024 + 3 * 32 + 8 + 10],
  ])('is taken back when %s is damaged, and the segments take its place', async (_where, offset) => {
    const fixture = await journalOfTwo();
    fixture.disk.damage(SNAPSHOT, offset);
    const { handler, held, discarded } = forgetful();
    await fixture.open({ recovery: handler });
    expect(held).toEqual(['r aaaa', 'r bbbb', 'r cccc']);
    expect(discarded()).toBe(1);
  });
});
