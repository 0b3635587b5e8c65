import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Assignment } from '../../src/domain/assignment.ts';
import type { JudgementChange } from '../../src/domain/judgement.ts';
import type { KnownJob } from '../../src/domain/known-facts.ts';
import { evolveScorecard, type ScorecardEvent, type ScorecardState } from '../../src/domain/scorecard.ts';
import {
  amendScorecard,
  followAssignment,
  saveScorecardDraft,
  submitScorecard,
} from '../../src/domain/scorecard-decisions.ts';

const AT = '2026-03-02T09:00:00.000Z';
const SUBJECT = {
  interviewId: 'int_1',
  applicationId: 'app_1',
  jobId: 'job_1',
  stageId: null,
  interviewerId: 'usr_a',
};
const JOB: KnownJob = {
  confidential: false,
  hiringTeam: [],
  stages: [],
  criteria: [
    { id: 'cri_1', weight: 1, active: true },
    { id: 'cri_2', weight: 1, active: false },
  ],
};
const SUBMISSION = { at: AT, interviewEnd: null, afterSeeingOthers: false };
const RATING = { criterionId: 'cri_1', rating: 'YES' as const, note: null };

function request(round: number, asked: boolean) {
  const assignment: Assignment = {
    interviewerId: 'usr_a',
    standing: asked ? 'ON' : 'OFF',
    round,
    since: AT,
    feedbackAt: null,
  };
  return { assignment, asked, interviewEnd: null };
}

function fold(events: readonly ScorecardEvent[], before: ScorecardState | null = null): ScorecardState {
  return events.reduce<ScorecardState | null>(evolveScorecard, before)!;
}

const requested = (): ScorecardState => fold(followAssignment(null, SUBJECT, request(1, true), AT));
const submitted = (): ScorecardState => {
  const state = requested();
  return fold(submitScorecard(state, { recommendation: 'YES', ratings: [RATING] }, JOB, SUBMISSION), state);
};

describe('a scorecard', () => {
  it('is a draft until it is submitted, and keeps every revision when it is amended', () => {
    const draft = requested();
    const saved = fold(saveScorecardDraft(draft, { notes: ' hm ', ratings: [RATING] }, JOB, AT), draft);
    expect(saved).toMatchObject({ status: 'DRAFT', owed: true, judgement: { notes: 'hm', recommendation: null } });
    const final = fold(submitScorecard(saved, { recommendation: 'NO' }, JOB, SUBMISSION), saved);
    expect(final).toMatchObject({ status: 'SUBMITTED', owed: false, judgement: { notes: 'hm', recommendation: 'NO' } });
    const later = { ...SUBMISSION, afterSeeingOthers: true };
    const amended = fold(amendScorecard(final, { notes: null }, JOB, later), final);
    expect(amended.status).toBe('AMENDED');
    expect(
      amended.revisions.map(({ revision, notes, afterSeeingOthers }) => [revision, notes, afterSeeingOthers]),
    ).toEqual([
      [1, 'hm', false],
      [2, null, true],
    ]);
  });

  it.each<[string, JudgementChange, string, readonly string[]]>([
    ['without a recommendation', {}, 'INVALID_INPUT', ['input', 'recommendation']],
    [
      'with a criterion twice',
      { recommendation: 'NO', ratings: [RATING, RATING] },
      'INVALID_INPUT',
      ['input', 'ratings', '1', 'criterionId'],
    ],
    [
      "with a criterion that is not the job's",
      { recommendation: 'NO', ratings: [{ ...RATING, criterionId: 'cri_9' }] },
      'INVALID_INPUT',
      ['input', 'ratings', '0', 'criterionId'],
    ],
    ['with endless notes', { recommendation: 'NO', notes: 'x'.repeat(20_001) }, 'INVALID_INPUT', ['input', 'notes']],
    [
      'with an endless note',
      { recommendation: 'NO', ratings: [{ ...RATING, note: 'x'.repeat(2_001) }] },
      'INVALID_INPUT',
      ['input', 'ratings', '0', 'note'],
    ],
  ])('is not submitted %s', (_what, change, code, inputPath) => {
    expect(() => submitScorecard(requested(), change, JOB, SUBMISSION)).toThrow(
      expect.objectContaining({ code, inputPath }),
    );
  });

  it('may rate a criterion that the job has deactivated since', () => {
    const ratings = [{ ...RATING, criterionId: 'cri_2' }];
    expect(submitScorecard(requested(), { recommendation: 'NO', ratings }, JOB, SUBMISSION)).toHaveLength(1);
  });

  it('takes each step in its own status only', () => {
    const illegal = expect.objectContaining({ code: 'ILLEGAL_TRANSITION' });
    const change: JudgementChange = { recommendation: 'NO' };
    const released = fold(followAssignment(requested(), SUBJECT, request(1, false), AT), requested());
    expect(() => saveScorecardDraft(submitted(), change, JOB, AT)).toThrow(illegal);
    expect(() => submitScorecard(submitted(), change, JOB, SUBMISSION)).toThrow(illegal);
    expect(() => amendScorecard(requested(), change, JOB, SUBMISSION)).toThrow(illegal);
    expect(() => saveScorecardDraft(released, change, JOB, AT)).toThrow(illegal);
    expect(() => submitScorecard(released, change, JOB, SUBMISSION)).toThrow(illegal);
  });
});

describe('following the assignment', () => {
  const types = (state: ScorecardState | null, round: number, asked: boolean) =>
    followAssignment(state, SUBJECT, request(round, asked), AT).map(({ type }) => type);

  it('requests, releases and requests anew, each once', () => {
    const first = requested();
    expect(types(first, 1, true)).toEqual([]);
    const released = fold(followAssignment(first, SUBJECT, request(1, false), AT), first);
    expect(types(first, 1, false)).toEqual(['ScorecardReleased']);
    expect(types(released, 1, false)).toEqual([]);
    expect(types(released, 1, true)).toEqual([]);
    expect(types(released, 2, true)).toEqual(['ScorecardRequested']);
    expect(types(first, 2, true)).toEqual(['ScorecardReleased', 'ScorecardRequested']);
    expect(types(null, 3, false)).toEqual(['ScorecardRequested', 'ScorecardReleased']);
  });

  it('leaves a submitted scorecard alone, whatever becomes of the assignment', () => {
    for (const round of [1, 2]) for (const asked of [true, false]) expect(types(submitted(), round, asked)).toEqual([]);
  });

  it('ends the same in whatever order, and however often, the steps are done', () => {
    const steps = [request(1, true), request(1, false), request(2, true), request(2, false), request(3, true)];
    const last = steps.at(-1)!;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 20 }), (mixed) => {
        const apply = (state: ScorecardState | null, one: (typeof steps)[number]): ScorecardState | null => {
          const events = followAssignment(state, SUBJECT, one, AT);
          return events.length === 0 ? state : fold(events, state);
        };
        const state = [...mixed, last, ...mixed].reduce<ScorecardState | null>(apply, null);
        expect(state).toMatchObject({ owed: true, round: 3, status: 'DRAFT' });
      }),
    );
  });
});
