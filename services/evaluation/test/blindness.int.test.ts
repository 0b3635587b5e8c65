import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { call, done, feedbackOf, hourOn, refused } from './evaluation-calls.ts';
import { type Ask, createEvaluationWorld, type EvaluationWorld, TENANT } from './evaluation-world.ts';
import { lookDefinition, looksOfApplication } from '../src/storage/seen-feedback-store.ts';

describe('blind until submitted', () => {
  let world: EvaluationWorld;
  let rita: Ask;
  let ines: Ask;
  let ivan: Ask;
  let interviewId: string;

  const authors = async (ask: Ask) => {
    const { data, errors } = await feedbackOf(ask, 'app_1');
    expect(errors.filter(({ code }) => code !== 'FORBIDDEN')).toEqual([]);
    return data.scorecards?.map(({ interviewer }: { interviewer: { id: string } }) => interviewer.id).sort() ?? null;
  };
  const submit = (ask: Ask, recommendation = 'YES', id = interviewId) =>
    done(ask, 'submitScorecard', { interviewId: id, recommendation });

  beforeEach(async () => {
    world = await createEvaluationWorld();
    rita = world.as('usr_rita', 'RECRUITER');
    ines = world.as('usr_ines', 'INTERVIEWER');
    ivan = world.as('usr_ivan', 'INTERVIEWER');
    await world.job({ id: 'job_1', criteria: [{ id: 'cri_1', weight: 1, active: true }] });
    await world.application('app_1', 'job_1');
    const interview = await done(rita, 'planInterview', {
      applicationId: 'app_1',
      interviewerIds: ['usr_ines', 'usr_ivan'],
    });
    interviewId = interview.id;
    await done(rita, 'scheduleInterview', { interviewId, ...hourOn(10), idempotencyKey: 'k' });
  });
  afterEach(() => world.stop());

  it("shows an interviewer their own until they submit, then everybody's", async () => {
    const { id } = await submit(ines, 'STRONG_YES');
    expect(await authors(ivan)).toEqual(['usr_ivan']);
    expect((await feedbackOf(ivan, 'app_1')).data.feedbackSummary).toBeNull();
    await submit(ivan, 'NO');
    expect(await authors(ivan)).toEqual(['usr_ines', 'usr_ivan']);
    const { data } = await feedbackOf(ivan, 'app_1');
    expect(data.feedbackSummary).toMatchObject({
      scorecardCount: 2,
      recommendations: { mean: 3.5, disagreement: 1.5 },
    });
    expect(data.owedFeedback).toEqual([]);
  });

  it('keeps a scorecard from whoever owes through a reference as well', async () => {
    const { id } = await submit(ines);
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Scorecard { id recommendation } } }';
    const representations = [{ __typename: 'Scorecard', id }];
    expect((await ivan(query, { r: representations })).data._entities).toEqual([null]);
    expect((await rita(query, { r: representations })).data._entities).toEqual([{ id, recommendation: 'YES' }]);
  });

  it('keeps drafts to their author, even from ADMIN and from whoever owes nothing', async () => {
    const draft = await done(ines, 'saveScorecardDraft', { interviewId, recommendation: 'NO', notes: 'hm' });
    expect(draft).toMatchObject({ status: 'DRAFT', recommendation: 'NO', revisions: [] });
    expect(await authors(ines)).toEqual(['usr_ines']);
    expect(await authors(rita)).toEqual([]);
    expect(await authors(world.as('usr_ada', 'ADMIN'))).toEqual([]);
    const query = 'query ($id: ID!) { scorecard(id: $id) { id } }';
    expect((await world.as('usr_ada', 'ADMIN')(query, { id: draft.id })).data.scorecard).toBeNull();
    expect((await ines(query, { id: draft.id })).data.scorecard).toEqual({ id: draft.id });
  });

  it('blinds recruiters who owe, from assignment on', async () => {
    await submit(ines);
    expect(await authors(rita)).toEqual(['usr_ines']);
    await done(rita, 'planInterview', { applicationId: 'app_1', interviewerIds: ['usr_rita'] });
    expect(await authors(rita)).toEqual(['usr_rita']);
    expect((await feedbackOf(rita, 'app_1')).data.feedbackSummary).toBeNull();
  });

  it.each(['cancelInterview', 'markNoShow'])('frees everybody with %s', async (mutation) => {
    await submit(ines);
    await done(rita, mutation, { interviewId });
    expect(await authors(ivan)).toEqual(['usr_ines']);
    expect((await feedbackOf(rita, 'app_1')).data.owedFeedback).toEqual([]);
    expect(await refused(ivan, 'submitScorecard', { interviewId, recommendation: 'NO' })).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
  });

  it('keeps whoever takes themselves off blind, until somebody else takes them off', async () => {
    await submit(ines);
    const set = async (ask: Ask, interviewerIds: string[]) => {
      const { data } = await rita('query ($id: ID!) { interview(id: $id) { version } }', { id: interviewId });
      return await done(ask, 'setInterviewers', {
        interviewId,
        interviewerIds,
        expectedVersion: data.interview.version,
      });
    };
    await set(rita, ['usr_ines', 'usr_rita']);
    expect(await authors(rita)).toEqual(['usr_rita']);
    await set(rita, ['usr_ines']);
    expect(await authors(rita)).toEqual(['usr_rita']);
    expect((await feedbackOf(rita, 'app_1')).data.owedFeedback).toMatchObject([{ user: { id: 'usr_rita' } }]);
    await set(world.as('usr_ruth', 'RECRUITER'), ['usr_ines']);
    expect(await authors(rita)).toEqual(['usr_ines']);
  });

  it("marks what was written after others' scores were shown, and nothing else", async () => {
    await submit(ines);
    const first = await done(ines, 'amendScorecard', {
      scorecardId: (await feedbackOf(ines, 'app_1')).data.scorecards[0].id,
      notes: 'typo',
    });
    await submit(ivan);
    expect(first.revisions.map((one: { afterSeeingOthers: boolean }) => one.afterSeeingOthers)).toEqual([false, false]);
    await feedbackOf(ines, 'app_1');
    const second = await done(ines, 'amendScorecard', { scorecardId: first.id, recommendation: 'STRONG_YES' });
    expect(second).toMatchObject({ status: 'AMENDED', recommendation: 'STRONG_YES', notes: 'typo' });
    expect(second.revisions.map((one: { afterSeeingOthers: boolean }) => one.afterSeeingOthers)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("marks the first judgement of somebody who had seen others' before they were assigned", async () => {
    await submit(ines);
    await feedbackOf(rita, 'app_1');
    const { id } = await done(rita, 'planInterview', { applicationId: 'app_1', interviewerIds: ['usr_rita'] });
    const scorecard = await submit(rita, 'YES', id);
    expect(scorecard.revisions).toMatchObject([{ revision: 1, afterSeeingOthers: true }]);
  });

  it('lets ADMIN round the rule, and keeps every such look on record', async () => {
    const ada = world.as('usr_ada', 'ADMIN');
    const looks = world.storage.aggregates(lookDefinition);
    const recorded = async () => (await looks.list(TENANT, looksOfApplication, 'app_1')).map(({ state }) => state);
    const { id } = await submit(ines);
    await feedbackOf(ada, 'app_1');
    expect(await recorded()).toEqual([]);
    await done(ada, 'planInterview', { applicationId: 'app_1', interviewerIds: ['usr_ada'] });
    expect(await authors(ada)).toEqual(['usr_ada', 'usr_ines']);
    expect(await recorded()).toMatchObject([{ userId: 'usr_ada', applicationId: 'app_1', scorecardIds: [id] }]);
  });

  it('refuses a second scorecard of one interviewer, and one of somebody who does not interview', async () => {
    await submit(ines);
    expect(await refused(ines, 'submitScorecard', { interviewId, recommendation: 'NO' })).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
    expect(await refused(rita, 'submitScorecard', { interviewId, recommendation: 'NO' })).toEqual(['NOT_FOUND']);
    const answer = await call(ivan, 'submitScorecard', { interviewId });
    expect(answer.data.submitScorecard).toMatchObject({
      scorecard: { status: 'DRAFT' },
      userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'recommendation'] }],
    });
  });

  it('lists what a user owes, and nothing of it once submitted', async () => {
    const query =
      '{ myOwedScorecards { totalCount nodes { status interview { id } application { id } interviewer { id } } } }';
    const { data } = await ivan(query);
    expect(data.myOwedScorecards).toEqual({
      totalCount: 1,
      nodes: [
        {
          status: 'DRAFT',
          interview: { id: interviewId },
          application: { id: 'app_1' },
          interviewer: { id: 'usr_ivan' },
        },
      ],
    });
    await submit(ivan);
    expect((await ivan(query)).data.myOwedScorecards).toEqual({ totalCount: 0, nodes: [] });
  });
});
