import { serialize } from 'node:v8';
import { describe, expect, it } from '@jest/globals';
import { keepNamesNarrow } from '../src/narrow-names.ts';

/** The tag of a text of one byte a character in V8's serialisation format, after its two bytes of version. */
const ONE_BYTE_TAG = 0x22;
const isNarrow = (text: string): boolean => serialize(text)[2] === ONE_BYTE_TAG;

/** A name that stands in no source, which the engine would know it from. */
const newName = (letters: string): string => [...letters].toReversed().join('');

/** The engine's own copy of a name that it meets in a wide text. */
function metInWideText(name: string): string {
  const wide = `"Where it stands: OPEN → CLOSED." ${name}`;
  const [own] = Object.keys({ [wide.slice(-name.length)]: true });
  return own ?? '';
}

describe('names of a schema', () => {
  it('are as wide as the text in which the engine met them first', () => {
    expect(isNarrow(metInWideText(newName('dellaCsIeslEgnihtoNtahTdleiFa')))).toBe(false);
  });

  it('stay narrow where they were made known before', () => {
    const name = newName('dellaCsIeslEgnihtoNtahTdleiFrehtona');
    keepNamesNarrow(`"Where it stands: OPEN → CLOSED." ${name}: String`);
    expect(isNarrow(metInWideText(name))).toBe(true);
  });
});
