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
    const scheduled = await done(recruiter, 'scheduleInterview', {
      interviewId,
      ...hourOn(10),
      location: ' Room 5 ',
      idempotencyKey: 's1',
    });
    expect(scheduled).toMatchObject({
      status: 'SCHEDULED',
      revision: 1,
      location: 'Room 5',
      timeZone: 'Europe/Berlin',
    });
    const moved = await done(recruiter, 'rescheduleInterview', { interviewId, ...hourOn(11), timeZone: undefined });
    expect(moved).toMatchObject({
      revision: 2,
      start: hourOn(11).start,
      timeZone: 'Europe/Berlin',
      location: 'Room 5',
    });
    expect(moved.revisions.map(({ start }: { start: string }) => start)).toEqual([hourOn(10).start, hourOn(11).start]);
    const over = await done(recruiter, 'completeInterview', { interviewId });
    expect(over.status).toBe('AWAITING_FEEDBACK');
    await done(world.as('usr_ines', 'INTERVIEWER'), 'submitScorecard', { interviewId, recommendation: 'YES' });
    const { data } = await recruiter('query ($id: ID!) { interview(id: $id) { status } }', { id: interviewId });
    expect(data.interview.status).toBe('COMPLETE');
  });

  it('answers the same interview to the same key, and CONFLICT with the interview as it is to a stale version', async () => {
    const input = { applicationId: 'app_1', interviewerIds: [], idempotencyKey: 'once' };
    const first = await done(recruiter, 'planInterview', input);
    const second = await done(recruiter, 'planInterview', input);
    expect(second.id).toBe(first.id);
    await done(recruiter, 'scheduleInterview', { interviewId: first.id, ...hourOn(10), idempotencyKey: 'k' });
    const { data } = await call(recruiter, 'setInterviewers', {
      interviewId: first.id,
      interviewerIds: ['usr_ines'],
      expectedVersion: 1,
    });
    expect(data.setInterviewers.userErrors[0].code).toBe('CONFLICT');
    expect(data.setInterviewers.interview).toMatchObject({ version: 2, status: 'SCHEDULED', interviewers: [] });
  });

  it('ends by the clock, once, whoever looks, and needs no feedback from nobody', async () => {
    const { id: owed } = await done(recruiter, 'planInterview', {
      applicationId: 'app_1',
      interviewerIds: ['usr_ines'],
    });
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
    const { data } = await recruiter('{ interviews { nodes { id status } totalCount } }');
    expect(data.interviews.nodes).toEqual([
      { id: owed, status: 'AWAITING_FEEDBACK' },
      { id: free, status: 'COMPLETE' },
    ]);
    const history = (await world.relay())
      .filter(({ subject }) => subject === free)
      .map(({ type }) => type.split('.')[3]);
    expect(history).toEqual(['planned', 'scheduled', 'awaiting-feedback', 'completed']);
  });

  it('refuses what makes no sense, each with its place in the input', async () => {
    const { id: interviewId } = await done(recruiter, 'planInterview', { applicationId: 'app_1' });
    const schedule = (input: object) =>
      call(recruiter, 'scheduleInterview', { interviewId, ...hourOn(9), ...input, idempotencyKey: 'x' });
    const errorOf = async (answer: ReturnType<typeof schedule>) => (await answer).data.scheduleInterview.userErrors[0];
    expect(await errorOf(schedule({ end: hourOn(9).start }))).toMatchObject({
      code: 'INVALID_INPUT',
      field: ['input', 'end'],
    });
    expect(await errorOf(schedule({ timeZone: 'Middle/Earth' }))).toMatchObject({ field: ['input', 'timeZone'] });
    expect(await errorOf(schedule({ timeZone: '+02:00' }))).toMatchObject({ field: ['input', 'timeZone'] });
    expect(await errorOf(schedule({ location: 'x'.repeat(501) }))).toMatchObject({ field: ['input', 'location'] });
    expect(await refused(recruiter, 'completeInterview', { interviewId })).toEqual(['ILLEGAL_TRANSITION']);
    const many = Array.from({ length: 21 }, (_, index) => `usr_${index}`);
    expect(await refused(recruiter, 'planInterview', { applicationId: 'app_1', interviewerIds: many })).toEqual([
      'LIMIT_REACHED',
    ]);
    expect(await refused(recruiter, 'planInterview', { applicationId: 'app_none' })).toEqual(['NOT_FOUND']);
    expect(await refused(recruiter, 'planInterview', { applicationId: 'app_1', stageId: 'stg_none' })).toEqual([
      'INVALID_INPUT',
    ]);
    world.owners = null;
    expect(await refused(recruiter, 'planInterview', { applicationId: 'app_1', stageId: 'stg_none' })).toEqual([
      'UPSTREAM_UNAVAILABLE',
    ]);
  });
});
