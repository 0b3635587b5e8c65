import { describe, expect, it } from '@jest/globals';
import { scorecardIdOf } from '@hiregraph/platform';
import { copierOf, scorecardOwners } from '../../bench/scale/company/copy-documents.ts';

const interviewId = 'int_01m8km1aw552c0seqbt80ngd5z';
const interviewerId = 'usr_01m8km1aw552c0seqbt80ngd60';
const scorecardId = scorecardIdOf(interviewId, interviewerId);
const scorecard = {
  _id: scorecardId,
  state: { interviewId, interviewerId, at: '2026-01-05T08:00:00.000Z', mail: 'ada@example.org' },
};

describe('a copy of a company', () => {
  const owners = scorecardOwners([scorecard]);

  it('has ids, moments and addresses of its own, and the staff of the original', () => {
    const copies = [1, 2].map((copy) => copierOf(scorecard, owners)(copy));
    const all = [scorecard, ...copies] as (typeof scorecard)[];
    expect(new Set(all.map(({ _id }) => _id)).size).toBe(3);
    for (const field of ['interviewId', 'at', 'mail'] as const) {
      expect(new Set(all.map(({ state }) => state[field])).size).toBe(3);
    }
    expect(all.map(({ state }) => state.interviewerId)).toEqual(Array(3).fill(interviewerId));
  });

  it('has the scorecards under the ids that follow from their interviews, wherever they are named', () => {
    const naming = { _id: interviewId, state: { owed: [scorecardId] } };
    const [copy, named] = [scorecard, naming].map((document) => copierOf(document, owners)(7));
    const { _id, state } = copy as typeof scorecard;
    expect(_id).toBe(scorecardIdOf(state.interviewId, interviewerId));
    expect(named).toEqual({ _id: state.interviewId, state: { owed: [_id] } });
  });
});
