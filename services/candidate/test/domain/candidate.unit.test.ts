import { DomainError, searchTokens } from '@hiregraph/kernel';
import { describe, expect, it } from '@jest/globals';
import { type Candidate, evolveCandidate } from '../../src/domain/candidate.ts';
import { consideredFor, createCandidate, tagCandidate, updateCandidate } from '../../src/domain/candidate-decisions.ts';
import { withLookup } from '../../src/domain/candidate-lookup.ts';
import { checkedResume } from '../../src/domain/checked-resume.ts';
import { checkedEmails, checkedLinks, emailKeyOf } from '../../src/domain/contact-details.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import { checkedSource } from '../../src/domain/source.ts';
import { checkedAnswers, checkedSubmission } from '../../src/domain/submission.ts';
import { at } from './fixtures.ts';

const ada = (): Candidate =>
  createCandidate(
    { name: ' Ada Lovelace ', emails: ['Ada@Example.com', 'ada@example.com'], source: { channel: 'Referral' } },
    ['Senior', 'senior', 'remote'],
    at(0),
  ).reduce<Candidate | null>(evolveCandidate, null) as Candidate;

const refusal = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, inputPath } = error;
    return { code, path: inputPath.join('.') };
  }
  return 'none';
};

describe('a candidate', () => {
  it('is kept trimmed, without repeats, with a channel in lower case', () => {
    expect(ada()).toMatchObject({
      name: 'Ada Lovelace',
      emails: ['Ada@Example.com'],
      tags: ['senior', 'remote'],
      source: { channel: 'referral', detail: null },
    });
  });

  it('tells which fields changed, and nothing where none did', () => {
    expect(updateCandidate(ada(), { name: 'Ada Lovelace', phones: ['+44 20 7946 0000'] }, at(1))).toEqual([
      { type: 'CandidateUpdated', at: at(1), changes: { phones: ['+44 20 7946 0000'] } },
    ]);
    expect(updateCandidate(ada(), { name: 'Ada Lovelace', location: undefined }, at(1))).toEqual([]);
  });

  it('takes a field away for null, save the name', () => {
    expect(updateCandidate(ada(), { source: null }, at(1))).toMatchObject([{ changes: { source: null } }]);
    expect(refusal(() => updateCandidate(ada(), { name: null }, at(1)))).toEqual({
      code: 'INVALID_INPUT',
      path: 'input.name',
    });
  });

  it('is tagged without regard to letter case', () => {
    expect(tagCandidate(ada(), { add: ['SENIOR', 'rust'], remove: ['Remote'] }, at(1))).toMatchObject([
      { tags: ['senior', 'rust'] },
    ]);
    expect(tagCandidate(ada(), { add: ['Senior'], remove: ['unknown'] }, at(1))).toEqual([]);
  });

  it('has a bounded number of tags', () => {
    const many = Array.from({ length: LIMITS.tags }, (_, index) => `tag ${index}`);
    expect(refusal(() => tagCandidate(ada(), { add: many, remove: [] }, at(1)))).toEqual({
      code: 'LIMIT_REACHED',
      path: 'input.add',
    });
  });

  it('is considered for a job once', () => {
    const once = consideredFor(ada(), 'job_a');
    expect(once.consideredFor).toEqual(['job_a']);
    expect(consideredFor(once, 'job_a')).toBe(once);
  });
});

describe('what a candidate is found by', () => {
  it('is every beginning of every word of names and addresses, without accents', () => {
    const { nameTokens, emailKeys } = withLookup({ ...ada(), name: 'Zoë Łukasz-Ångström' }, null);
    for (const token of searchTokens('zoe LUK angstrom ada exa')) expect(nameTokens).toContain(token);
    expect(nameTokens).not.toContain('strom');
    expect(emailKeys).toEqual(['ada@example.com']);
  });

  it('keeps what it had where nothing it follows from changed', () => {
    const before = withLookup(ada(), null);
    const after = withLookup({ ...before, location: 'London' }, before);
    expect(after.nameTokens).toBe(before.nameTokens);
    expect(after.emailKeys).toBe(before.emailKeys);
  });

  it('stays bounded for the longest names', () => {
    const name = Array.from({ length: 100 }, (_, index) => `verylongword${index}`.repeat(3)).join(' ');
    expect(withLookup({ ...ada(), name }, null).nameTokens.length).toBeLessThan(24 * 20 + 1);
  });
});

describe('input from outside', () => {
  it.each(['ada', 'ada@', '@example.com', 'ada@example', 'a b@example.com', '"x"<ada@example.com>'])(
    'refuses %s as an email address',
    (email) => {
      expect(refusal(() => checkedEmails([email], ['input', 'emails']))).toEqual({
        code: 'INVALID_INPUT',
        path: 'input.emails.0',
      });
    },
  );

  it('compares email addresses without regard to letter case', () => {
    expect(emailKeyOf(' Ada@EXAMPLE.com ')).toBe('ada@example.com');
  });

  it('brings links to their full form and refuses what would run', () => {
    expect(checkedLinks(['github.com/ada', 'http://ada.example'], ['links'])).toEqual([
      'https://github.com/ada',
      'http://ada.example',
    ]);
    expect(refusal(() => checkedLinks(['javascript:alert(1)'], ['links']))).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it.each(['call +44 20 7946 0000', 'ada@example.com'])('refuses the channel %s, since channels travel', (channel) => {
    expect(refusal(() => checkedSource({ channel }, ['input', 'source']))).toEqual({
      code: 'PERSONAL_DATA',
      path: 'input.source.channel',
    });
  });

  it('takes one answer a question, and leaves empty ones out', () => {
    const answers = [
      { questionId: 'qst_1', value: ' yes ' },
      { questionId: 'qst_2', value: '  ' },
    ];
    expect(checkedAnswers(answers, ['input', 'answers'])).toEqual([{ questionId: 'qst_1', value: 'yes' }]);
    expect(refusal(() => checkedAnswers([...answers, ...answers], ['input', 'answers']))).toEqual({
      code: 'INVALID_INPUT',
      path: 'input.answers.2.questionId',
    });
  });

  it('names the bound of a text that is too long', () => {
    const act = () => checkedSubmission({ name: 'x'.repeat(201), email: 'ada@example.com' });
    expect(act).toThrow(/at most 200/u);
  });
});

describe('a resume', () => {
  it('is kept whole, with lists where nothing was given', () => {
    const resume = checkedResume(
      {
        basics: {
          name: 'Ada',
          summary: ' Computes. ',
          location: { city: 'London' },
          profiles: [{ network: 'GitHub' }],
        },
        work: [{ name: 'Analytical Engines', startDate: '1842-05', highlights: ['Note G', ' '] }],
        skills: [{ name: 'Mathematics', keywords: ['analysis'] }],
      },
      ['input', 'resume'],
    );
    expect(resume.basics).toMatchObject({
      name: 'Ada',
      summary: 'Computes.',
      location: { city: 'London', region: null },
    });
    expect(resume.work).toEqual([
      expect.objectContaining({
        name: 'Analytical Engines',
        startDate: '1842-05',
        endDate: null,
        highlights: ['Note G'],
      }),
    ]);
    expect(resume.education).toEqual([]);
  });

  it.each([
    [{ work: [{ startDate: 'May 1842' }] }, 'INVALID_INPUT', 'resume.work.0.startDate'],
    [{ education: [{ url: 'ftp://x.example' }] }, 'INVALID_INPUT', 'resume.education.0.url'],
    [{ skills: Array.from({ length: 101 }, () => ({})) }, 'LIMIT_REACHED', 'resume.skills'],
    [{ basics: { name: 'x'.repeat(501) } }, 'INVALID_INPUT', 'resume.basics.name'],
  ])('is refused with the path of what is wrong: %#', (resume, code, path) => {
    expect(refusal(() => checkedResume(resume, ['resume']))).toEqual({ code, path });
  });

  it('is bounded as a whole', () => {
    const work = Array.from({ length: 100 }, () => ({ summary: 'x'.repeat(19_000) }));
    expect(refusal(() => checkedResume({ work }, ['resume']))).toEqual({ code: 'LIMIT_REACHED', path: 'resume' });
  });
});
