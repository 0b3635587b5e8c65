import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { importPosting } from '../../src/domain/posting-import/import-posting.ts';
import type { ImportedPosting } from '../../src/domain/posting-import/imported-posting.ts';
import { WEIGHT_OF_KIND } from '../../src/domain/posting-import/criterion-weight.ts';

// The posting is not ours to publish: it lies beside the repository, and every expectation is read from its file.
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const folder = path.join(root, '..', 'shared', 'postings');
const file = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.txt')) : undefined;

if (file === undefined && process.env['CI'] === undefined) {
  console.warn(`The real posting was not tested: there is no .txt file in ${folder}. In CI that is a failure.`);
  describe('the real posting', () => {
    it.skip(`was not tested, as ${folder} holds no posting`, () => undefined);
  });
} else {
  describe('the real posting', () => {
    const text = file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8');
    const read = (): ImportedPosting => importPosting({ text });

    it('lies beside the repository wherever the tests run for a merge', () => {
      expect(file).toBeDefined();
    });

    it('gives its title, taken out of its opening sentence', () => {
      expect(read().title).toBe('Senior Backend Team Lead');
    });

    it('keeps its text to the character, and every span reproduces its criterion', () => {
      const { body, criteria } = read();
      expect(body).toBe(text);
      for (const criterion of criteria) {
        expect(text.slice(criterion.span.start, criterion.span.end)).toBe(criterion.text);
      }
    });

    it('gives twenty criteria at least, of all five kinds', () => {
      const { criteria } = read();
      expect(criteria.length).toBeGreaterThanOrEqual(20);
      expect(new Set(criteria.map((criterion) => criterion.kind)).size).toBe(5);
    });

    const leadIn = text.split('\n').find((line) => line.endsWith(':')) ?? '';

    it.each([
      ['Must have', 'MUST_HAVE'],
      ['Qualifications', 'QUALIFICATION'],
      [leadIn, 'SKILL'],
    ])('gives each item under "%s" once, as %s', (heading, kind) => {
      const items = itemsUnder(text, heading);
      expect(items.length).toBeGreaterThan(3);
      for (const item of items) {
        const found = read().criteria.filter((criterion) => criterion.text.includes(item));
        expect(found.map((criterion) => [criterion.kind, criterion.text])).toEqual([[kind, item]]);
      }
    });

    it.each([
      ['What you’ll do', 'RESPONSIBILITY'],
      ['Leadership mindset', 'MINDSET'],
    ])('reads the prose under "%s" as %s, a sentence at a time', (heading, kind) => {
      const { criteria } = read();
      for (const paragraph of proseUnder(text, heading)) {
        const start = text.indexOf(paragraph);
        const inside = criteria.filter(({ span }) => span.start >= start && span.end <= start + paragraph.length);
        expect(inside.length).toBeGreaterThan(0);
        expect(new Set(inside.map((criterion) => criterion.kind))).toEqual(new Set([kind]));
        expect(inside.every((criterion) => criterion.text.endsWith('.'))).toBe(true);
      }
    });

    it('asks for eight years exactly where it says "8+ years"', () => {
      const asking = read().criteria.filter((criterion) => criterion.minimumYears !== null);
      expect(asking.map((criterion) => criterion.minimumYears)).toEqual([8]);
      expect(asking[0]?.text).toContain('8+ years');
    });

    it('weighs "a big plus" and what goes on from it below a must-have', () => {
      const { criteria } = read();
      const at = criteria.findIndex((criterion) => criterion.text.includes('a big plus'));
      const wishes = [criteria[at], criteria[at + 1]];
      expect(at).toBeGreaterThan(0);
      expect(wishes[1]?.text).toMatch(/^So is /u);
      for (const wish of wishes) expect(wish?.weight).toBeLessThan(WEIGHT_OF_KIND.MUST_HAVE - 1);
    });

    it('takes from the opening what the person will do, and none of its praise', () => {
      const opening = text.slice(0, text.indexOf('\n'));
      const inside = read().criteria.filter(({ span }) => span.end <= opening.length);
      expect(inside.map((criterion) => criterion.kind)).toEqual(['RESPONSIBILITY']);
      expect(inside[0]?.text).toMatch(/^You’ll /u);
    });
  });
}

function itemsUnder(text: string, heading: string): string[] {
  const lines = text.split('\n');
  const items: string[] = [];
  for (const line of lines.slice(lines.indexOf(heading) + 1)) {
    if (!line.startsWith('- ')) break;
    items.push(line.slice(2).trim());
  }
  return items;
}

/** Paragraphs up to the next heading, which in this posting is the next short line. */
function proseUnder(text: string, heading: string): string[] {
  const lines = text.split('\n');
  const after = lines.slice(lines.indexOf(heading) + 1);
  return after
    .slice(
      0,
      after.findIndex((line) => line.length < 60),
    )
    .filter((line) => !line.startsWith('- '));
}
