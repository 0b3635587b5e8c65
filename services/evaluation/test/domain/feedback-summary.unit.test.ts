import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { summariseFeedback } from '../../src/domain/feedback-summary.ts';
import { RATINGS, type Rating } from '../../src/domain/rating.ts';
import type { FinalJudgement } from '../../src/domain/scorecard.ts';

function judgement(recommendation: Rating, ratings: Readonly<Record<string, Rating>> = {}): FinalJudgement {
  return {
    recommendation,
    notes: null,
    ratings: Object.entries(ratings).map(([criterionId, rating]) => ({ criterionId, rating, note: null })),
  };
}

const CRITERIA = [
  { id: 'cri_must', weight: 3 },
  { id: 'cri_plus', weight: 1 },
];

describe('the summary of feedback', () => {
  it('counts, averages and weighs what was said', () => {
    const summary = summariseFeedback(
      [
        judgement('YES', { cri_must: 'YES', cri_plus: 'DEFINITELY_NOT' }),
        judgement('STRONG_YES', { cri_must: 'STRONG_YES', cri_plus: 'NO_DECISION' }),
        judgement('NO', { cri_plus: 'STRONG_YES' }),
      ],
      CRITERIA,
    );
    const [must, plus] = summary.criteria;
    expect(must).toMatchObject({ criterionId: 'cri_must', mean: 4.5, disagreement: 0.5 });
    expect(must?.distribution).toEqual({ DEFINITELY_NOT: 0, NO: 0, NO_DECISION: 0, YES: 1, STRONG_YES: 1 });
    expect(plus).toMatchObject({ criterionId: 'cri_plus', mean: 3, disagreement: 2 });
    expect(plus?.distribution).toEqual({ DEFINITELY_NOT: 1, NO: 0, NO_DECISION: 1, YES: 0, STRONG_YES: 1 });
    expect(summary.overallMean).toBeCloseTo((3 * 4.5 + 1 * 3) / 4);
    // The scorecards' own means: (3·4 + 1·1) / 4 = 3.25, 5 and 5.
    expect(summary.disagreement).toBeCloseTo(Math.sqrt(((3.25 - 53 / 12) ** 2 + 2 * (5 - 53 / 12) ** 2) / 3));
    expect(summary.recommendations.mean).toBeCloseTo(11 / 3);
    expect(summary.scorecardCount).toBe(3);
  });

  it('leaves NO_DECISION out of every mean, and has none where nothing counts', () => {
    const summary = summariseFeedback([judgement('NO_DECISION', { cri_must: 'NO_DECISION' })], CRITERIA);
    expect(summary).toMatchObject({
      scorecardCount: 1,
      overallMean: null,
      disagreement: null,
      recommendations: { mean: null, disagreement: null, distribution: { NO_DECISION: 1 } },
      criteria: [{ criterionId: 'cri_must', mean: null, disagreement: null }],
    });
    expect(summariseFeedback([], CRITERIA)).toMatchObject({ scorecardCount: 0, criteria: [], overallMean: null });
  });

  it("keeps the job's order of criteria, and puts what the job does not know last, counting once", () => {
    const summary = summariseFeedback(
      [judgement('YES', { cri_old: 'NO', cri_plus: 'YES', cri_must: 'YES' })],
      CRITERIA,
    );
    expect(summary.criteria.map(({ criterionId }) => criterionId)).toEqual(['cri_must', 'cri_plus', 'cri_old']);
    expect(summary.overallMean).toBeCloseTo((3 * 4 + 4 + 2) / 5);
  });

  it('counts a criterion of weight 0 for nothing', () => {
    const weightless = [{ id: 'cri_must', weight: 0 }];
    expect(summariseFeedback([judgement('YES', { cri_must: 'NO' })], weightless).overallMean).toBeNull();
  });

  it('is the same in whatever order the scorecards come, and its means stay on the scale', () => {
    const rating = fc.constantFrom(...RATINGS);
    const some = fc.record({ recommendation: rating, must: rating, plus: rating });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), (given) => {
        const all = given.map((one) => judgement(one.recommendation, { cri_must: one.must, cri_plus: one.plus }));
        const summary = summariseFeedback(all, CRITERIA);
        const reversed = summariseFeedback([...all].reverse(), CRITERIA);
        expect(reversed.recommendations.distribution).toEqual(summary.recommendations.distribution);
        expect(reversed.overallMean ?? 0).toBeCloseTo(summary.overallMean ?? 0);
        const counted = Object.values(summary.recommendations.distribution).reduce((sum, count) => sum + count, 0);
        expect(counted).toBe(given.length);
        for (const mean of [summary.overallMean, ...summary.criteria.map((one) => one.mean)]) {
          if (mean === null) continue;
          expect(mean).toBeGreaterThanOrEqual(1);
          expect(mean).toBeLessThanOrEqual(5);
        }
      }),
    );
  });
});
