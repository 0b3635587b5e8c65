import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { importPosting } from '../../src/domain/posting-import/import-posting.ts';
import {
  CRITERION_KINDS,
  type ImportedPosting,
  type PostingSource,
} from '../../src/domain/posting-import/imported-posting.ts';
import { PostingImportError } from '../../src/domain/posting-import/posting-import-error.ts';

/** fast-check prints the seed of a failure; give it here to repeat one. */
const RUNS = { numRuns: 300 };

const PIECES = [
  'Requirements',
  'Must have',
  '## Skills',
  '**Profil**',
  'WHAT YOU WILL DO',
  'Benefits:',
  'Nice to have',
  'You should know:',
  '===',
  '---',
  '- Roses',
  '• 8+ years of bees',
  '* Soil is a plus',
  '1) Spades (nice to have)',
  '\tShears',
  '•',
  '  and more',
  '– 3-5 Jahre Erfahrung',
  'You will dig. You have 5 years of experience, e.g. in the U.S. So is mud.',
  'We grow roses.',
  'Wir suchen eine Gärtnerin (m/w/d), die gräbt.',
  "We're looking for a Rose Engineer who digs.",
  'Location: Kew',
  'Job title: Gardener',
  '🌹 Roses',
  '“Why?”',
  '\u00a0',
  '\uFEFF',
  '<p>',
  '&amp;',
  '<li>x',
  '\ud800',
];
const LINE_ENDS = ['\n', '\r\n', '\n\n', ' ', '\r', '\u2028'];

const postingLike = fc
  .array(
    fc.tuple(
      fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 20 })),
      fc.constantFrom(...LINE_ENDS),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.flat().join(''));
const anyText = fc.oneof(postingLike, fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 400 }));
const anySource: fc.Arbitrary<PostingSource> = fc.oneof(
  anyText.map((text) => ({ text })),
  anyText.map((jsonLd) => ({ jsonLd })),
  fc
    .record({
      '@type': fc.constant('JobPosting'),
      title: anyText,
      description: anyText,
      skills: fc.array(anyText, { maxLength: 3 }),
    })
    .map((jsonLd) => ({ jsonLd })),
  fc.jsonValue().map((value) => ({ jsonLd: JSON.stringify(value) })),
  fc
    .dictionary(
      fc.constantFrom(
        'title',
        'description',
        'skills',
        'qualifications',
        'jobLocation',
        'employmentType',
        'experienceRequirements',
        '@graph',
      ),
      fc.jsonValue(),
    )
    .map((fields) => ({ jsonLd: { '@type': 'JobPosting', ...fields } })),
);

/** Null when the posting was refused with the error that is meant for it; any other error fails the test. */
function tryImport(source: PostingSource): ImportedPosting | null {
  try {
    return importPosting(source);
  } catch (error) {
    if (error instanceof PostingImportError) return null;
    throw error;
  }
}

describe('every import', () => {
  it('succeeds or throws a PostingImportError, whatever it is given', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const posting = tryImport(source);
        expect(posting?.title.trim()).not.toBe('');
      }),
      RUNS,
    );
  });

  it('keeps a text unchanged, and reproduces each criterion from its span', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const posting = tryImport(source);
        if (posting === null) return;
        if ('text' in source) expect(posting.body).toBe(source.text);
        for (const { text, span } of posting.criteria) {
          expect(posting.body.slice(span.start, span.end)).toBe(text);
          expect(text).toBe(text.trim());
          expect(text).not.toBe('');
        }
      }),
      RUNS,
    );
  });

  it('gives spans in the order of the text that never overlap', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        let end = 0;
        for (const { span } of tryImport(source)?.criteria ?? []) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
      }),
      RUNS,
    );
  });

  it('gives kinds, weights and years in their ranges', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        for (const { kind, weight, minimumYears } of tryImport(source)?.criteria ?? []) {
          expect(CRITERION_KINDS).toContain(kind);
          expect([1, 3, 4, 5]).toContain(weight);
          expect(
            minimumYears === null || (Number.isInteger(minimumYears) && minimumYears >= 1 && minimumYears <= 50),
          ).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('gives the same for the same posting', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        expect(tryImport(structuredClone(source))).toEqual(tryImport(source));
      }),
      RUNS,
    );
  });

  it('finds the same criteria whatever the line ends are', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 25 }), (pieces) => {
        const textsWith = (lineEnd: string): unknown =>
          tryImport({ text: ['Gardener', '', ...pieces].join(lineEnd) })?.criteria.map(({ kind, text, weight }) => [
            kind,
            text.replace(/\s+/gu, ' '),
            weight,
          ]);
        expect(textsWith('\r\n')).toEqual(textsWith('\n'));
        expect(textsWith('\r')).toEqual(textsWith('\n'));
      }),
      RUNS,
    );
  });

  it('finds each item of a section once, wherever the section stands', () => {
    const item = fc.stringMatching(/^[A-Z][a-z]{3,9} (?:the )?[a-z]{3,9}$/u);
    fc.assert(
      fc.property(
        fc.uniqueArray(item, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('- ', '• ', '* ', '1. '),
        (items, marker) => {
          const text = [
            'Gardener',
            '',
            'Benefits',
            '- Apples',
            '',
            'Must have',
            ...items.map((line) => marker + line),
          ].join('\n');
          expect(tryImport({ text })?.criteria.map((criterion) => [criterion.kind, criterion.text])).toEqual(
            items.map((line) => ['MUST_HAVE', line]),
          );
        },
      ),
      RUNS,
    );
  });
});
