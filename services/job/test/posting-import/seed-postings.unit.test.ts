import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { importPosting } from '../../src/domain/posting-import/import-posting.ts';

const folder = new URL('../../../../platform/src/seed/postings/', import.meta.url);
const files = readdirSync(folder).filter((file) => /\.(?:txt|md|json)$/u.test(file));

describe('the postings of the seeded company', () => {
  it('are half a dozen, in three file formats', () => {
    expect(files.length).toBeGreaterThanOrEqual(6);
    expect(new Set(files.map((file) => file.split('.').at(-1))).size).toBe(3);
  });

  it.each(files)('%s gives a title of one line, a place, and criteria of three kinds or more', (file) => {
    const content = readFileSync(new URL(file, folder), 'utf8');
    const posting = importPosting(file.endsWith('.json') ? { jsonLd: content } : { text: content });
    expect(posting.title).toMatch(/^\p{Lu}[^\n()]{5,60}$/u);
    expect(posting.locations.length).toBeGreaterThan(0);
    expect(posting.department).toBeDefined();
    expect(posting.criteria.length).toBeGreaterThanOrEqual(10);
    expect(new Set(posting.criteria.map((criterion) => criterion.kind)).size).toBeGreaterThanOrEqual(3);
    expect(posting.criteria.some((criterion) => criterion.minimumYears !== null)).toBe(true);
    expect(posting.criteria.some((criterion) => criterion.weight === 1)).toBe(true);
  });

  it.each(files)('%s asks for nothing out of its benefits and its end', (file) => {
    const content = readFileSync(new URL(file, folder), 'utf8');
    const { criteria } = importPosting(file.endsWith('.json') ? { jsonLd: content } : { text: content });
    const given = /\bleave\b|holiday|Urlaub|pension|insurance|bike|Fahrrad|apply|application|Lebenslauf|salary/iu;
    expect(criteria.filter((criterion) => given.test(criterion.text))).toEqual([]);
  });
});
