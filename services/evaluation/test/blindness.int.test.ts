import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LookState } from '../src/application/stores.ts';
import { lookDefinition, looksOfApplication } from '../src/storage/seen-feedback-store.ts';
import {
  authorsShown,
  call,
  done,
  feedbackOf,
  hourOn,
  type ObjectView,
  refused,
  versionOf,
} from './evaluation-calls.ts';
import { type Ask, createEvaluationWorld, type EvaluationWorld, TENANT } from './evaluation-world.ts';

const SCORECARD = 'query ($id: ID!) { scorecard(id: $id) { id } }';
const OWED = `{ myOwedScorecards { totalCount nodes {
  status interview { id } application { id } interviewer { id }
} } }`;

describe('blind until submitted', () => {
  let world: EvaluationWorld;
  let rita: Ask;
  let ines: Ask;
  let ivan: Ask;
  let interviewId: string;

  const authors = (ask: Ask) => authorsShown(ask, 'app_1');
  const marks = ({ revisions }: ObjectView) => revisions.map(({ afterSeeingOthers }) => afterSeeingOthers);
  const submit = (ask: Ask, recommendation = 'YES', id = interviewId) =>
    done(ask, 'submitScorecard', { interviewId: id, recommendation });

  beforeEach(async () => {
    world = await createEvaluationWorld();
    rita = world.as('usr_rita', 'RECRUITER');
    ines = world.as('usr_ines', 'INTERVIEWER');
    ivan = world.as('usr_ivan', 'INTERVIEWER');
    await world.job({ id: 'job_1', criteria: [{ id: 'cri_1', weight: 1, active: true }] });
    await world.application('app_1', 'job_1');
    const interviewerIds = ['usr_ines', 'usr_ivan'];
    interviewId = (await done(rita, 'planInterview', { applicationId: 'app_1', interviewerIds })).id;
    await done(rita, 'scheduleInterview', { interviewId, ...hourOn(10), idempotencyKey: 'k' });
  });
  afterEach(() => world.stop());

  it("shows an interviewer their own until they submit, then everybody's", async () => {
    await submit(ines, 'STRONG_YES');
    expect(await authors(ivan)).toEqual(['usr_ivan']);
    expect((await feedbackOf(ivan, 'app_1')).feedbackSummary).toBeNull();
    await submit(ivan, 'NO');
    expect(await authors(ivan)).toEqual(['usr_ines', 'usr_ivan']);
    const { feedbackSummary, owedFeedback } = await feedbackOf(ivan, 'app_1');
    expect(feedbackSummary).toMatchObject({ scorecardCount: 2, recommendations: { mean: 3.5, disagreement: 1.5 } });
    expect(owedFeedback).toEqual([]);
  });

  it('keeps a scorecard from whoever owes by its id and through a reference as well', async () => {
    const { id } = await submit(ines);
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Scorecard { id recommendation } } }';
    const r = [{ __typename: 'Scorecard', id }];
    expect((await ivan(query, { r })).data).toEqual({ _entities: [null] });
    expect((await ivan(SCORECARD, { id })).data).toEqual({ scorecard: null });
    expect((await rita(query, { r })).data).toEqual({ _entities: [{ id, recommendation: 'YES' }] });
    expect((await rita(SCORECARD, { id })).data).toEqual({ scorecard: { id } });
  });

  it('keeps drafts to their author, even from ADMIN and from whoever owes nothing', async () => {
    const ada = world.as('usr_ada', 'ADMIN');
    const draft = await done(ines, 'saveScorecardDraft', { interviewId, recommendation: 'NO', notes: 'hm' });
    expect(draft).toMatchObject({ status: 'DRAFT', recommendation: 'NO', notes: 'hm', revisions: [] });
    expect(await authors(ines)).toEqual(['usr_ines']);
    expect(await authors(rita)).toEqual([]);
    expect(await authors(ada)).toEqual([]);
    expect((await ada(SCORECARD, { id: draft.id })).data).toEqual({ scorecard: null });
    expect((await ines(SCORECARD, { id: draft.id })).data).toEqual({ scorecard: { id: draft.id } });
  });

  it('blinds recruiters who owe, from assignment on', async () => {
    await submit(ines);
    expect(await authors(rita)).toEqual(['usr_ines']);
    await done(rita, 'planInterview', { applicationId: 'app_1', interviewerIds: ['usr_rita'] });
    expect(await authors(rita)).toEqual(['usr_rita']);
    expect((await feedbackOf(rita, 'app_1')).feedbackSummary).toBeNull();
  });

  it.each(['cancelInterview', 'markNoShow'])('frees everybody with %s', async (mutation) => {
    await submit(ines);
    await done(rita, mutation, { interviewId });
    expect(await authors(ivan)).toEqual(['usr_ines']);
    expect((await feedbackOf(rita, 'app_1')).owedFeedback).toEqual([]);
    const late = await refused(ivan, 'submitScorecard', { interviewId, recommendation: 'NO' });
    expect(late).toEqual(['ILLEGAL_TRANSITION']);
  });

  it('keeps whoever takes themselves off blind, until somebody else takes them off', async () => {
    const set = async (ask: Ask, interviewerIds: string[]) => {
      const expectedVersion = await versionOf(rita, interviewId);
      return await done(ask, 'setInterviewers', { interviewId, interviewerIds, expectedVersion });
    };
    await submit(ines);
    await set(rita, ['usr_ines', 'usr_rita']);
    expect(await authors(rita)).toEqual(['usr_rita']);
    await set(rita, ['usr_ines']);
    expect(await authors(rita)).toEqual(['usr_rita']);
    expect((await feedbackOf(rita, 'app_1')).owedFeedback).toMatchObject([{ user: { id: 'usr_rita' } }]);
    await set(world.as('usr_ruth', 'RECRUITER'), ['usr_ines']);
    expect(await authors(rita)).toEqual(['usr_ines']);
  });

  it("marks what was written after others' scores were shown, and nothing else", async () => {
    const { id: scorecardId } = await submit(ines);
    const first = await done(ines, 'amendScorecard', { scorecardId, notes: 'typo' });
    await submit(ivan);
    expect(marks(first)).toEqual([false, false]);
    await feedbackOf(ines, 'app_1');
    const second = await done(ines, 'amendScorecard', { scorecardId, recommendation: 'STRONG_YES' });
    expect(second).toMatchObject({ status: 'AMENDED', recommendation: 'STRONG_YES', notes: 'typo' });
    expect(marks(second)).toEqual([false, false, true]);
  });

  it("marks the first judgement of somebody who had seen others' before they were assigned", async () => {
    await submit(ines);
    await feedbackOf(rita, 'app_1');
    const { id } = await done(rita, 'planInterview', { applicationId: 'app_1', interviewerIds: ['usr_rita'] });
    expect(marks(await submit(rita, 'YES', id))).toEqual([true]);
  });

  it('lets ADMIN round the rule, and keeps every such look on record', async () => {
    const ada = world.as('usr_ada', 'ADMIN');
    const looks = world.storage.aggregates<LookState>(lookDefinition);
    const recorded = async () => (await looks.list(TENANT, looksOfApplication, 'app_1')).map(({ state }) => state);
    const { id } = await submit(ines);
    await feedbackOf(ada, 'app_1');
    expect(await recorded()).toEqual([]);
    await done(ada, 'planInterview', { applicationId: 'app_1', interviewerIds: ['usr_ada'] });
    expect(await authors(ada)).toEqual(['usr_ada', 'usr_ines']);
    expect(await recorded()).toMatchObject([{ userId: 'usr_ada', applicationId: 'app_1', scorecardIds: [id] }]);
    expect((await ada(SCORECARD, { id })).data).toEqual({ scorecard: { id } });
    expect(await recorded()).toHaveLength(2);
  });

  it('puts a sight on record once, and then reads on without a query for it', async () => {
    await submit(ines);
    world.reads.clear();
    expect(await authors(rita)).toEqual(['usr_ines']);
    expect(world.reads.get('sights')).toBe(1);
    expect(await authors(rita)).toEqual(['usr_ines']);
    expect(world.reads.get('sights')).toBe(1);
  });

  it('refuses a second scorecard of one interviewer, and one of somebody who does not interview', async () => {
    await submit(ines);
    const input = { interviewId, recommendation: 'NO' };
    expect(await refused(ines, 'submitScorecard', input)).toEqual(['ILLEGAL_TRANSITION']);
    expect(await refused(rita, 'submitScorecard', input)).toEqual(['NOT_FOUND']);
    expect(await call(ivan, 'submitScorecard', { interviewId })).toMatchObject({
      object: { status: 'DRAFT' },
      userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'recommendation'] }],
    });
  });

  it('lists what a user owes, and nothing of it once submitted', async () => {
    const interviewer = { id: 'usr_ivan' };
    const owed = { status: 'DRAFT', interview: { id: interviewId }, application: { id: 'app_1' }, interviewer };
    expect((await ivan(OWED)).data).toEqual({ myOwedScorecards: { totalCount: 1, nodes: [owed] } });
    await submit(ivan);
    expect((await ivan(OWED)).data).toEqual({ myOwedScorecards: { totalCount: 0, nodes: [] } });
  });
});
