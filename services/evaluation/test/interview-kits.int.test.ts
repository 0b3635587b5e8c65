import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { call, done, refused } from './evaluation-calls.ts';
import { type Ask, createEvaluationWorld, type EvaluationWorld } from './evaluation-world.ts';

describe('interview kits', () => {
  let world: EvaluationWorld;
  let rita: Ask;

  beforeEach(async () => {
    world = await createEvaluationWorld();
    rita = world.as('usr_rita', 'RECRUITER');
    await world.job({
      id: 'job_1',
      criteria: [
        { id: 'cri_1', weight: 1, active: true },
        { id: 'cri_2', weight: 1, active: false },
        { id: 'cri_3', weight: 2, active: true },
      ],
    });
    await world.application('app_1', 'job_1');
  });
  afterEach(() => world.stop());

  it("are made of chosen criteria and questions, or of the job's active criteria", async () => {
    const chosen = await done(rita, 'createInterviewKit', {
      jobId: 'job_1',
      stageId: 'stg_interview',
      criterionIds: ['cri_3'],
      questions: [{ text: ' Why? ', criterionId: 'cri_3' }],
    });
    expect(chosen).toMatchObject({
      version: 1,
      stage: { id: 'stg_interview' },
      focusCriteria: [{ id: 'cri_3' }],
      questions: [{ text: 'Why?', criterion: { id: 'cri_3' } }],
    });
    const own = await done(rita, 'createInterviewKit', { jobId: 'job_1', fromJobCriteria: true });
    expect(own).toMatchObject({ stage: null, focusCriteria: [{ id: 'cri_1' }, { id: 'cri_3' }] });
  });

  it('keep questions that are named by their id, and get ids for new ones', async () => {
    const questions = [{ text: 'One?' }, { text: 'Two?' }];
    const kit = await done(rita, 'createInterviewKit', { jobId: 'job_1', questions });
    const kept = kit.questions[1]!.id;
    const updated = await done(rita, 'updateInterviewKit', {
      kitId: kit.id,
      questions: [{ text: 'Three?' }, { id: kept, text: 'Two, again?' }],
      expectedVersion: 1,
    });
    expect(updated).toMatchObject({ version: 2, questions: [{ text: 'Three?' }, { id: kept, text: 'Two, again?' }] });
    expect(kit.questions.map(({ id }) => id)).not.toContain(updated.questions[0]!.id);
    expect(await call(rita, 'updateInterviewKit', { kitId: kit.id, questions: [], expectedVersion: 1 })).toMatchObject({
      object: { version: 2 },
      userErrors: [{ code: 'CONFLICT' }],
    });
  });

  it('are given to interviews of their stage, the newest first, unless another or none is asked for', async () => {
    const make = async () => {
      world.clock.advance(1);
      return (
        await done(rita, 'createInterviewKit', { jobId: 'job_1', stageId: 'stg_review', criterionIds: ['cri_1'] })
      ).id;
    };
    const [older, newer] = [await make(), await make()];
    const kitOf = async (input: object) => await done(rita, 'planInterview', { applicationId: 'app_1', ...input });
    expect(await kitOf({})).toMatchObject({ kit: { id: newer } });
    expect(await kitOf({ kitId: older })).toMatchObject({ kit: { id: older } });
    expect(await kitOf({ kitId: null })).toMatchObject({ kit: null });
    expect(await kitOf({ stageId: 'stg_offer' })).toMatchObject({ kit: null });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['nothing in it', {}, 'INVALID_INPUT'],
    ['both ways at once', { criterionIds: ['cri_1'], fromJobCriteria: true }, 'INVALID_INPUT'],
    ['a foreign criterion', { criterionIds: ['cri_9'] }, 'INVALID_INPUT'],
    ['a foreign stage', { stageId: 'stg_9', criterionIds: ['cri_1'] }, 'INVALID_INPUT'],
    ['an empty question', { questions: [{ text: '  ' }] }, 'INVALID_INPUT'],
    ['an unknown question', { questions: [{ id: 'qst_9', text: 'Eh?' }] }, 'INVALID_INPUT'],
    ['too many questions', { questions: Array.from({ length: 101 }, () => ({ text: 'Eh?' })) }, 'LIMIT_REACHED'],
  ])('are refused with %s', async (_what, input, code) => {
    expect(await refused(rita, 'createInterviewKit', { jobId: 'job_1', ...input })).toEqual([code]);
  });

  it('raise no events', async () => {
    await done(rita, 'createInterviewKit', { jobId: 'job_1', criterionIds: ['cri_1'] });
    expect(await world.relay()).toEqual([]);
  });
});
