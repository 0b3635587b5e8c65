import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SequenceGapError } from '@hiregraph/messaging';
import type { InterviewState } from '../src/domain/interview.ts';
import { interviewDefinition } from '../src/storage/interview-store.ts';
import { done, feedbackOf, hourOn, refused } from './evaluation-calls.ts';
import { type Ask, createEvaluationWorld, type EvaluationWorld, TENANT } from './evaluation-world.ts';

const ATTENTION = 'query ($id: ID!) { interview(id: $id) { status attention { reason since } } }';

describe('what happens elsewhere', () => {
  let world: EvaluationWorld;
  let rita: Ask;
  /** Done once, right before the next write. */
  let beforeWrite: (() => Promise<void>) | null = null;

  beforeEach(async () => {
    world = await createEvaluationWorld(async (point) => {
      if (point !== 'commit.before' || beforeWrite === null) return;
      const act = beforeWrite;
      beforeWrite = null;
      await act();
    });
    rita = world.as('usr_rita', 'RECRUITER');
  });
  afterEach(() => world.stop());

  const jobFacts = (change: object = {}) => ({
    lastSequence: 1,
    occurredAt: '2026-03-01T00:00:00.000Z',
    confidential: false,
    stages: [
      { id: 'stg_review', position: 0 },
      { id: 'stg_interview', position: 1 },
    ],
    hiringTeam: [],
    criteria: [],
    ...change,
  });
  const applicationFacts = (change: object = {}) => ({
    lastSequence: 1,
    occurredAt: '2026-03-01T00:00:00.000Z',
    jobId: 'job_1',
    candidateId: 'cand_1',
    stageId: 'stg_review',
    status: 'ACTIVE',
    ...change,
  });

  describe('is asked of its owner', () => {
    it('when an application was made a moment ago, once, and its late events change nothing', async () => {
      world.owners?.set('job_1', jobFacts()).set('app_1', applicationFacts());
      const { id } = await done(rita, 'planInterview', { applicationId: 'app_1' });
      expect(world.questions).toEqual(['candidate:applicationFacts', 'job:jobFacts']);
      await world.job({ id: 'job_1' });
      await world.application('app_1', 'job_1');
      await done(rita, 'planInterview', { applicationId: 'app_1' });
      expect((await feedbackOf(rita, 'app_1')).interviews).toHaveLength(2);
      expect(world.questions).toHaveLength(2);
      expect((await rita(ATTENTION, { id })).data).toEqual({ interview: { status: 'TO_SCHEDULE', attention: null } });
    });

    it('when the application is not active here, but may be again', async () => {
      await world.job({ id: 'job_1' });
      await world.application('app_1', 'job_1');
      await world.consume(world.applicationEvent('app_1', 'rejected', 'stg_review', 'job_1'));
      world.owners?.set('app_1', applicationFacts({ lastSequence: 2, status: 'REJECTED' }));
      expect(await refused(rita, 'planInterview', { applicationId: 'app_1' })).toEqual(['ILLEGAL_TRANSITION']);
      world.owners?.set('app_1', applicationFacts({ lastSequence: 3 }));
      await done(rita, 'planInterview', { applicationId: 'app_1' });
    });

    it('when somebody was put on the hiring team a moment ago', async () => {
      const manager = world.as('usr_max', 'HIRING_MANAGER');
      await world.job({ id: 'job_1', confidential: true });
      await world.application('app_1', 'job_1');
      expect(await refused(manager, 'planInterview', { applicationId: 'app_1' })).toEqual(['NOT_FOUND']);
      const hiringTeam = [
        { userId: 'usr_max', role: 'HIRING_MANAGER' },
        { userId: 'usr_ines', role: 'INTERVIEWER' },
      ];
      world.owners?.set('job_1', jobFacts({ lastSequence: 4, confidential: true, hiringTeam }));
      await done(manager, 'planInterview', { applicationId: 'app_1', interviewerIds: ['usr_ines'] });
      expect((await feedbackOf(manager, 'app_1')).interviews).toHaveLength(1);
    });

    it('and with the owner down the refusal may be tried again', async () => {
      world.owners = null;
      expect(await refused(rita, 'planInterview', { applicationId: 'app_1' })).toEqual(['UPSTREAM_UNAVAILABLE']);
    });
  });

  describe('puts attention on interviews', () => {
    let interviewId: string;

    beforeEach(async () => {
      await world.job({ id: 'job_1' });
      await world.job({ id: 'job_2' });
      await world.application('app_1', 'job_1');
      interviewId = (await done(rita, 'planInterview', { applicationId: 'app_1' })).id;
      world.clock.advance(60_000);
    });

    const attention = async () => {
      const { data } = await rita(ATTENTION, { id: interviewId });
      return (data as { interview: { attention: { reason: string; since: string } | null } }).interview.attention;
    };

    it.each([
      ['stage-changed', 'stg_interview', 'job_1', 'MOVED'],
      ['rejected', 'stg_review', 'job_1', 'REJECTED'],
      ['withdrawn', 'stg_review', 'job_1', 'WITHDRAWN'],
      ['hired', 'stg_offer', 'job_1', 'HIRED'],
      ['transferred', 'stg_review', 'job_2', 'TRANSFERRED'],
    ] as const)('when the application is %s, once, and tells it', async (fact, stage, job, reason) => {
      const event = world.applicationEvent('app_1', fact, stage, job);
      await world.consume(event);
      await world.consume(event);
      expect(await attention()).toEqual({ reason, since: event.time });
      const flagged = (await world.relay()).filter(({ type }) => type.includes('flagged'));
      expect(flagged).toMatchObject([
        { subject: interviewId, causationid: event.id, data: { reason, since: event.time } },
      ]);
    });

    it('which rescheduling takes away for good, and a later fact puts back', async () => {
      await done(rita, 'scheduleInterview', { interviewId, ...hourOn(10), idempotencyKey: 'k' });
      const rejected = world.applicationEvent('app_1', 'rejected', 'stg_review', 'job_1');
      await world.consume(rejected);
      await done(rita, 'rescheduleInterview', { interviewId, ...hourOn(11) });
      await world.consume(rejected);
      expect(await attention()).toBeNull();
      await world.consume(world.applicationEvent('app_1', 'unrejected', 'stg_review', 'job_1'));
      expect(await attention()).toBeNull();
      await world.consume(world.applicationEvent('app_1', 'withdrawn', 'stg_review', 'job_1'));
      expect(await attention()).toMatchObject({ reason: 'WITHDRAWN' });
    });

    it('which goes when all is well again, and never comes to interviews that are over', async () => {
      await world.consume(world.applicationEvent('app_1', 'rejected', 'stg_review', 'job_1'));
      await world.consume(world.applicationEvent('app_1', 'unrejected', 'stg_review', 'job_1'));
      expect(await attention()).toBeNull();
      await done(rita, 'cancelInterview', { interviewId });
      await world.consume(world.applicationEvent('app_1', 'rejected', 'stg_review', 'job_1'));
      expect(await attention()).toBeNull();
    });

    it('although the fact was taken in while the interview was being planned', async () => {
      const interviews = world.storage.aggregates<InterviewState>(interviewDefinition);
      // The plan has read the application; the event is consumed before the interview is written.
      beforeWrite = () => world.consume(world.applicationEvent('app_1', 'rejected', 'stg_review', 'job_1'));
      const { id } = await done(rita, 'planInterview', { applicationId: 'app_1' });
      expect((await interviews.load(TENANT, id))?.state.attention).toMatchObject({ reason: 'REJECTED' });
    });
  });

  it('parks the key of a topic whose events come with a gap', async () => {
    await world.job({ id: 'job_1' });
    await world.application('app_1', 'job_1');
    world.applicationEvent('app_1', 'hire-requested', 'stg_review', 'job_1');
    const late = world.applicationEvent('app_1', 'rejected', 'stg_review', 'job_1');
    await expect(world.consume(late)).rejects.toThrow(SequenceGapError);
  });
});
