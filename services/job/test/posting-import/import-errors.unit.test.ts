import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@hiregraph/kernel';
import {
  importPosting,
  MAX_IMPORTED_CRITERIA,
  MAX_POSTING_BYTES,
} from '../../src/domain/posting-import/import-posting.ts';
import type { PostingSource } from '../../src/domain/posting-import/imported-posting.ts';
import { PostingImportError } from '../../src/domain/posting-import/posting-import-error.ts';

function problemOf(source: PostingSource): [string, string] {
  try {
    importPosting(source);
  } catch (error) {
    if (!(error instanceof PostingImportError)) throw error;
    expect(error).toBeInstanceOf(DomainError);
    expect(error.code).toBe('INVALID_INPUT');
    expect(error.retryable).toBe(false);
    return [error.problem, error.message];
  }
  throw new Error('The posting was imported.');
}

describe('a posting that cannot be imported', () => {
  it.each<[string, PostingSource, string]>([
    ['is empty', { text: '' }, 'EMPTY'],
    ['is white space', { text: ' \n\uFEFF\u00a0\t' }, 'EMPTY'],
    ['has no letter', { text: '--- 123 ---' }, 'EMPTY'],
    ['is too long', { text: `Gardener\n${'é'.repeat(MAX_POSTING_BYTES / 2)}` }, 'TOO_LONG'],
    ['has too many lines', { text: `Gardener\n${'a\n'.repeat(3_000)}` }, 'TOO_LONG'],
    ['has too many sentences', { text: `Gardener\n\n${'It is. '.repeat(3_000)}` }, 'TOO_LONG'],
    ['names no title', { text: 'Requirements:\n- Roses are red.' }, 'TITLE_NOT_FOUND'],
    [
      'has too many criteria',
      { text: `Gardener\n\nSkills\n${'- Roses\n'.repeat(MAX_IMPORTED_CRITERIA + 1)}` },
      'TOO_MANY_CRITERIA',
    ],
    ['is no JSON', { jsonLd: 'Gardener wanted' }, 'NOT_JSON'],
    ['is empty JSON', { jsonLd: '' }, 'EMPTY'],
    ['is JSON of something else', { jsonLd: '{"@type":"Recipe","name":"Soup"}' }, 'NOT_A_JOB_POSTING'],
    ['is a JSON word', { jsonLd: 'null' }, 'NOT_A_JOB_POSTING'],
    ['is an empty list', { jsonLd: [] }, 'NOT_A_JOB_POSTING'],
    ['is a JobPosting without text', { jsonLd: { '@type': 'JobPosting', title: 'Gardener' } }, 'EMPTY'],
    [
      'is a JobPosting with empty HTML',
      { jsonLd: { '@type': 'JobPosting', title: 'Gardener', description: '<p><br></p>' } },
      'EMPTY',
    ],
    [
      'is a JobPosting without title',
      { jsonLd: { '@type': 'JobPosting', description: 'Requirements:\n- Roses are red.' } },
      'TITLE_NOT_FOUND',
    ],
    [
      'is a JobPosting that is too long',
      { jsonLd: { '@type': 'JobPosting', title: 'Gardener', description: 'a'.repeat(MAX_POSTING_BYTES + 1) } },
      'TOO_LONG',
    ],
  ])('because it %s says so, and how to mend it', (_reason, source, problem) => {
    const [found, message] = problemOf(source);
    expect(found).toBe(problem);
    expect(message).toMatch(/^[A-Z].*\. [A-Z].*\.$/u);
  });

  it('names the field of the input that is at fault', () => {
    const fault = (source: PostingSource): unknown => {
      try {
        return importPosting(source);
      } catch (error) {
        return error;
      }
    };
    expect(JSON.stringify(fault({ text: '' }))).toContain('["input","text"]');
    expect(JSON.stringify(fault({ jsonLd: '{' }))).toContain('["input","jsonLd"]');
  });

  it('may still be one that asks nothing: a title is enough', () => {
    expect(importPosting({ text: 'Gardener\n\nWe grow roses.' })).toMatchObject({ title: 'Gardener', criteria: [] });
  });
});
