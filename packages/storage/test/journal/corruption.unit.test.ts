import { describe, expect, it } from '@jest/globals';
import { JournalCorruptError } from '../../src/journal/index.ts';
import { crc32c } from '../../src/journal/crc32c.ts';
import { JournalFixture, bytes } from './journal-fixture.ts';

const SEGMENT = '/data/journal.0000000000000000.segment';
const HEAD = 32;
/** A batch of one record of five bytes: its head, the record's length, the record. */
const BATCH = 32 + 4 + 5;

async function journalOfFour(): Promise<JournalFixture> {
  const fixture = new JournalFixture();
  const { journal } = await fixture.open();
  for (const text of ['rec-1', 'rec-2', 'rec-3', 'rec-4']) await journal.append(bytes(text));
  await journal.close();
  return fixture;
}

async function damageOf(fixture: JournalFixture): Promise<JournalCorruptError> {
  try {
    await fixture.open();
  } catch (error) {
    if (error instanceof JournalCorruptError) return error;
    throw error;
  }
  throw new Error('The journal was opened.');
}

describe('CRC-32C', () => {
  // RFC 3720, appendix B.4, and the check value of the catalogue of CRCs.
  it.each([
    ['32 zeros', Buffer.alloc(32), 0x8a9136aa],
    ['32 ones', Buffer.alloc(32, 0xff), 0x62a8ab43],
    ['0 to 31', Buffer.from(Array.from({ length: 32 }, (_, index) => index)), 0x46dd794e],
    ['the digits', Buffer.from('123456789'), 0xe3069283],
    ['nothing', Buffer.alloc(0), 0],
  ])('of %s is the published one', (_what, data, expected) => {
    expect(crc32c(data)).toBe(expected);
  });

  it('is the same in one piece and in two, wherever they meet', () => {
    const data = Buffer.from(
      'a text that is longer than the sixty-four bytes from which on words are read, and odd in length',
    );
    for (let at = 0; at <= data.byteLength; at++) {
      expect(crc32c(data, crc32c(data, 0, 0, at), at)).toBe(crc32c(data));
    }
  });
});

describe('A damaged byte', () => {
  it('anywhere before the last batch makes the journal refuse, naming the file and the place', async () => {
    for (let offset = 0; offset < HEAD + 3 * BATCH; offset++) {
      const fixture = await journalOfFour();
      fixture.disk.damage(SEGMENT, offset);
      const error = await damageOf(fixture);
      const batchStart = offset < HEAD ? 0 : offset - ((offset - HEAD) % BATCH);
      expect({ offset, file: error.file, at: error.offset }).toEqual({ offset, file: SEGMENT, at: batchStart });
      expect(error.message).toContain(`${SEGMENT} at byte ${batchStart}`);
    }
  });

  it('in the last batch looks like a torn write: it is cut off, and the next one takes its place', async () => {
    for (let offset = HEAD + 3 * BATCH; offset < HEAD + 4 * BATCH; offset++) {
      const fixture = await journalOfFour();
      fixture.disk.damage(SEGMENT, offset);
      const { journal, found } = await fixture.open();
      expect(found.records).toEqual(['rec-1', 'rec-2', 'rec-3']);
      expect(fixture.disk.contentOf(SEGMENT).byteLength).toBe(HEAD + 3 * BATCH);
      expect(await journal.append(bytes('again'))).toBe(4);
      fixture.disk.restart('power');
      expect((await fixture.open()).found.records).toEqual(['rec-1', 'rec-2', 'rec-3', 'again']);
    }
  });

  it('in a segment that is not the newest makes it refuse, in its last batch too', async () => {
    const fixture = new JournalFixture();
    const { journal } = await fixture.open({ limits: { segmentBytes: 40 } });
    for (const text of ['rec-1', 'rec-2']) await journal.append(bytes(text));
    await journal.close();
    fixture.disk.damage(SEGMENT, HEAD + BATCH - 1);
    expect(await damageOf(fixture)).toMatchObject({ file: SEGMENT, offset: HEAD });
  });

  it('in a snapshot whose segments are gone makes it refuse', async () => {
    const path = '/data/journal.0000000000000001.snapshot';
    const written = async (): Promise<JournalFixture> => {
      const fixture = new JournalFixture();
      const { journal } = await fixture.open();
      await journal.append(bytes('a'));
      await journal.snapshot(() => [bytes('one'), bytes('two')]);
      await journal.close();
      return fixture;
    };
    const length = (await written()).disk.contentOf(path).byteLength;
    for (let offset = 0; offset < length; offset++) {
      const fixture = await written();
      fixture.disk.damage(path, offset);
      expect(await damageOf(fixture)).toMatchObject({ file: path });
    }
  });
});

describe('A missing segment', () => {
  it('between two others is named', async () => {
    const fixture = new JournalFixture();
    const { journal } = await fixture.open({ limits: { segmentBytes: 40 } });
    for (const text of ['rec-1', 'rec-2', 'rec-3']) await journal.append(bytes(text));
    await journal.close();
    const missing = '/data/journal.0000000000000001.segment';
    await fixture.disk.port().unlink(missing);
    expect(await damageOf(fixture)).toMatchObject({ file: missing, offset: 0 });
  });

  it('behind a snapshot is named', async () => {
    const fixture = new JournalFixture();
    const { journal } = await fixture.open();
    await journal.append(bytes('a'));
    await journal.snapshot(() => [bytes('a')]);
    await journal.close();
    const missing = '/data/journal.0000000000000001.segment';
    await fixture.disk.port().unlink(missing);
    expect(await damageOf(fixture)).toMatchObject({ file: missing });
  });
});

describe('A torn batch', () => {
  it('whose record holds a copy of the journal is not taken for corruption', async () => {
    const fixture = await journalOfFour();
    const copy = fixture.disk.contentOf(SEGMENT);
    const { journal } = await fixture.open();
    await journal.append(copy);
    await journal.close();
    fixture.disk.damage(SEGMENT, HEAD + 4 * BATCH + 20);
    expect((await fixture.open()).found.records).toEqual(['rec-1', 'rec-2', 'rec-3', 'rec-4']);
  });
});
