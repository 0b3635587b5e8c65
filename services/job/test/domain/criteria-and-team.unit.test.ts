import { describe, expect, it } from '@jest/globals';
import { type CriterionDraft, setCriteria } from '../../src/domain/criteria-decisions.ts';
import { setHiringTeam } from '../../src/domain/hiring-team-decisions.ts';
import { givenDraft, type When } from './given-job.ts';

const set =
  (...drafts: CriterionDraft[]): When =>
  (job, given) =>
    setCriteria(job, drafts, given);
const bakes: CriterionDraft = { kind: 'MUST_HAVE', text: 'Bakes bread', minimumYears: 3 };
const smiles: CriterionDraft = { kind: 'MINDSET', text: 'Smiles', weight: 1 };
const both = givenDraft({ criteria: [bakes, smiles] });
const [baking, smiling] = both.job.criteria;

describe('setting criteria', () => {
  it('adds those without an id, weighted by their kind where no weight is given', () => {
    expect(both.job.criteria).toMatchObject([
      { text: 'Bakes bread', minimumYears: 3, weight: 5, active: true, sourceSpan: null },
      { text: 'Smiles', minimumYears: null, weight: 1, active: true },
    ]);
  });

  it('matches by id, and deactivates what is left out', () => {
    const after = both
      .when(set({ ...smiles, id: smiling?.id, weight: null }, { ...bakes, text: 'Bakes rolls' }))
      .then('CriteriaSet');
    expect(after.criteria).toMatchObject([
      { id: smiling?.id, weight: 1, active: true },
      { text: 'Bakes rolls', active: true },
      { id: baking?.id, active: false },
    ]);
  });

  it('activates an inactive one that is named again', () => {
    const without = both.and(set({ ...bakes, id: baking?.id }));
    const after = without.when(set({ ...bakes, id: baking?.id }, { ...smiles, id: smiling?.id })).then('CriteriaSet');
    expect(after.criteria.map(({ id, active }) => [id, active])).toEqual([
      [baking?.id, true],
      [smiling?.id, true],
    ]);
  });

  it('makes nothing happen when all is as it was', () => {
    both.when(set({ ...bakes, id: baking?.id }, { ...smiles, id: smiling?.id })).then();
  });

  it('keeps the span of a text that stays, and drops that of one that was changed', () => {
    const sourceSpan = { postId: 'pst_1', start: 0, end: 11 };
    const imported = givenDraft({ criteria: [{ ...bakes, sourceSpan }] });
    const id = imported.job.criteria[0]?.id;
    const weighted = imported.when(set({ ...bakes, id, weight: 2 })).then('CriteriaSet');
    expect(weighted.criteria).toMatchObject([{ weight: 2, sourceSpan }]);
    const reworded = imported.when(set({ ...bakes, id, text: 'Bakes cake' })).then('CriteriaSet');
    expect(reworded.criteria).toMatchObject([{ sourceSpan: null }]);
  });

  it.each([
    ['an id that the job does not know', [{ ...bakes, id: 'cri_none' }], 'NOT_FOUND', ['0', 'id']],
    [
      'one id twice',
      [
        { ...bakes, id: baking?.id },
        { ...smiles, id: baking?.id },
      ],
      'INVALID_INPUT',
      ['1', 'id'],
    ],
    ['an empty text', [{ ...bakes, text: ' ' }], 'INVALID_INPUT', ['0', 'text']],
    ['a text that is too long', [{ ...bakes, text: 'x'.repeat(2_001) }], 'INVALID_INPUT', ['0', 'text']],
    ['a weight above 10', [{ ...bakes, weight: 10.5 }], 'INVALID_INPUT', ['0', 'weight']],
    ['a weight below 0', [{ ...bakes, weight: -1 }], 'INVALID_INPUT', ['0', 'weight']],
    ['half a year', [{ ...bakes, minimumYears: 0.5 }], 'INVALID_INPUT', ['0', 'minimumYears']],
  ] as const)('refuses %s', (_what, drafts, code, path) => {
    both.when(set(...drafts)).thenRefused(code, ['input', 'criteria', ...path]);
  });

  it('refuses more than 100 active ones, and more than 160 in all', () => {
    const many = (count: number): CriterionDraft[] =>
      Array.from({ length: count }, (_, index) => ({ kind: 'SKILL', text: `Skill ${index}` }));
    both.when(set(...many(101))).thenRefused('LIMIT_REACHED', ['input', 'criteria']);
    both
      .and(set(...many(100)))
      .when(set(...many(59)))
      .thenRefused('LIMIT_REACHED', ['input', 'criteria']);
  });

  it('holds all texts of a job together to a bound', () => {
    const many = (fill: string): CriterionDraft[] =>
      Array.from({ length: 90 }, (_, index) => ({ kind: 'SKILL', text: `${index}${fill.repeat(1_990)}` }));
    both.when(set(...many('é'))).then('CriteriaSet');
    both.when(set(...many('語'))).thenRefused('LIMIT_REACHED', ['input', 'criteria']);
  });
});

describe('setting the hiring team', () => {
  const ada = { userId: 'usr_ada', role: 'RECRUITER' } as const;

  it('replaces the team, and makes nothing happen when it is the same', () => {
    const team = givenDraft().and((job, given) => setHiringTeam(job, [ada], given));
    expect(team.job.hiringTeam).toEqual([ada]);
    team.when((job, given) => setHiringTeam(job, [ada], given)).then();
    const after = team.when((job, given) => setHiringTeam(job, [{ ...ada, role: 'COORDINATOR' }], given));
    expect(after.then('HiringTeamSet').hiringTeam).toEqual([{ ...ada, role: 'COORDINATOR' }]);
  });

  it('refuses a user twice and more than 100 members', () => {
    givenDraft()
      .when((job, given) => setHiringTeam(job, [ada, ada], given))
      .thenRefused('INVALID_INPUT', ['input', 'members', '1', 'userId']);
    const crowd = Array.from({ length: 101 }, (_, index) => ({ ...ada, userId: `usr_${index}` }));
    givenDraft()
      .when((job, given) => setHiringTeam(job, crowd, given))
      .thenRefused('LIMIT_REACHED');
  });
});
