import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { call, done, hourOn, refused } from './evaluation-calls.ts';
import { type Ask, createEvaluationWorld, type EvaluationWorld } from './evaluation-world.ts';

describe('an interview from plan to feedback', () => {
  let world: EvaluationWorld;
  let recruiter: Ask;

  beforeEach(async () => {
    world = await createEvaluationWorld();
    recruiter = world.as('usr_rita', 'RECRUITER');
    await world.job({ id: 'job_1', criteria: [{ id: 'cri_1', weight: 2, active: true }] });
    await world.application('app_1', 'job_1');
  });
  afterEach(() => world.stop());

  it("is planned in the application's stage, scheduled, rescheduled with every revision kept, and completed", async () => {
    const planned = await done(recruiter, 'planInterview', { applicationId: 'app_1', interviewerIds: ['usr_ines'] });
    expect(planned).toMatchObject({
      status: 'TO_SCHEDULE',
      revision: 0,
      start: null,
      stage: { id: 'stg_review' },
      interviewers: [{ id: 'usr_ines' }],
    });
    const interviewId = planned.id;
    const input = { interviewId, ...hourOn(10), location: ' Room 5 ', idempotencyKey: 's1' };
    const scheduled = await done(recruiter, 'scheduleInterview', input);
    const place = { location: 'Room 5', timeZone: 'Europe/Berlin' };
    expect(scheduled).toMatchObject({ status: 'SCHEDULED', revision: 1, ...place });
    const { start, end } = hourOn(11);
    const moved = await done(recruiter, 'rescheduleInterview', { interviewId, start, end });
    expect(moved).toMatchObject({ revision: 2, start, ...place });
    expect(moved.revisions.map((revision) => revision.start)).toEqual([hourOn(10).start, start]);
    const over = await done(recruiter, 'completeInterview', { interviewId });
    expect(over.status).toBe('AWAITING_FEEDBACK');
    await done(world.as('usr_ines', 'INTERVIEWER'), 'submitScorecard', { interviewId, recommendation: 'YES' });
    const { data } = await recruiter('query ($id: ID!) { interview(id: $id) { status } }', { id: interviewId });
    expect(data).toEqual({ interview: { status: 'COMPLETE' } });
  });

  it('answers the same interview to the same key, and CONFLICT with the interview as it is to a stale version', async () => {
    const input = { applicationId: 'app_1', interviewerIds: [], idempotencyKey: 'once' };
    const first = await done(recruiter, 'planInterview', input);
    const second = await done(recruiter, 'planInterview', input);
    expect(second.id).toBe(first.id);
    const interviewId = first.id;
    await done(recruiter, 'scheduleInterview', { interviewId, ...hourOn(10), idempotencyKey: 'k' });
    const stale = { interviewId, interviewerIds: ['usr_ines'], expectedVersion: 1 };
    expect(await call(recruiter, 'setInterviewers', stale)).toMatchObject({
      object: { version: 2, status: 'SCHEDULED', interviewers: [] },
      userErrors: [{ code: 'CONFLICT', field: ['input', 'expectedVersion'] }],
    });
    expect(await refused(recruiter, 'planInterview', { ...input, stageId: 'stg_offer' })).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ]);
  });

  it('ends by the clock, once, whoever looks, and needs no feedback from nobody', async () => {
    const interviewerIds = ['usr_ines'];
    const { id: owed } = await done(recruiter, 'planInterview', { applicationId: 'app_1', interviewerIds });
    world.clock.advance(1);
    const { id: free } = await done(recruiter, 'planInterview', { applicationId: 'app_1' });
    for (const interviewId of [owed, free]) {
      await done(recruiter, 'scheduleInterview', { interviewId, ...hourOn(10), idempotencyKey: interviewId });
    }
    expect(await world.service.endInterviews()).toBe(0);
    world.clock.set(Date.parse(hourOn(10).end));
    const moved = await Promise.all([world.service.endInterviews(), world.service.endInterviews()]);
    expect(moved[0] + moved[1]).toBe(2);
    expect(await world.service.endInterviews()).toBe(0);
    const { data } = await recruiter('{ interviews { totalCount nodes { id status } } }');
    expect(data).toEqual({
      interviews: {
        totalCount: 2,
        nodes: [
          { id: owed, status: 'AWAITING_FEEDBACK' },
          { id: free, status: 'COMPLETE' },
        ],
      },
    });
    const events = (await world.relay()).filter(({ subject }) => subject === free);
    expect(events.map(({ type }) => type.split('.')[3])).toEqual([
      'planned',
      'scheduled',
      'awaiting-feedback',
      'completed',
    ]);
  });

  it('refuses what makes no sense, each with its place in the input', async () => {
    const { id: interviewId } = await done(recruiter, 'planInterview', { applicationId: 'app_1' });
    const fieldFor = async (input: object) => {
      const given = { interviewId, ...hourOn(9), ...input, idempotencyKey: 'x' };
      const { userErrors } = await call(recruiter, 'scheduleInterview', given);
      return userErrors.map(({ code, field }) => [code, ...field]);
    };
    expect(await fieldFor({ end: hourOn(9).start })).toEqual([['INVALID_INPUT', 'input', 'end']]);
    expect(await fieldFor({ timeZone: 'Middle/Earth' })).toEqual([['INVALID_INPUT', 'input', 'timeZone']]);
    expect(await fieldFor({ timeZone: '+02:00' })).toEqual([['INVALID_INPUT', 'input', 'timeZone']]);
    expect(await fieldFor({ location: 'x'.repeat(501) })).toEqual([['INVALID_INPUT', 'input', 'location']]);
    expect(await refused(recruiter, 'completeInterview', { interviewId })).toEqual(['ILLEGAL_TRANSITION']);
    const many = Array.from({ length: 21 }, (_, index) => `usr_${index}`);
    const plan = (input: object) => refused(recruiter, 'planInterview', { applicationId: 'app_1', ...input });
    expect(await plan({ interviewerIds: many })).toEqual(['LIMIT_REACHED']);
    expect(await plan({ applicationId: 'app_none' })).toEqual(['NOT_FOUND']);
    expect(await plan({ stageId: 'stg_none' })).toEqual(['INVALID_INPUT']);
    expect(await plan({ kitId: 'kit_none' })).toEqual(['INVALID_INPUT']);
    world.owners = null;
    expect(await plan({ stageId: 'stg_none' })).toEqual(['UPSTREAM_UNAVAILABLE']);
  });
});
