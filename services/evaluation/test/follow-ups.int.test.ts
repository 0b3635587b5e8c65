import { describe, expect, it } from '@jest/globals';
import { StoreUnavailableError } from '@hiregraph/kernel';
import type { ScorecardState } from '../src/domain/scorecard.ts';
import type { InterviewState } from '../src/domain/interview.ts';
import { scorecardIdOf } from '../src/application/scorecard-id.ts';
import { interviewDefinition } from '../src/storage/interview-store.ts';
import { scorecardDefinition } from '../src/storage/scorecard-store.ts';
import { authorsShown, done, feedbackOf, hourOn, refused, versionOf } from './evaluation-calls.ts';
import { createEvaluationWorld, type EvaluationWorld, TENANT } from './evaluation-world.ts';

/** A world whose store fails from the n-th commit of a command on, as a crash between two writes would leave it. */
async function crashingWorld(): Promise<{
  world: EvaluationWorld;
  crashAfter: (commits: number) => void;
  mend: () => void;
}> {
  let left = Number.POSITIVE_INFINITY;
  const world = await createEvaluationWorld((point) => {
    if (point !== 'commit.before') return;
    if (left <= 0) throw new StoreUnavailableError('The store is gone for a while.');
    left--;
  });
  await world.job({ id: 'job_1' });
  await world.application('app_1', 'job_1');
  return {
    world,
    crashAfter: (commits) => {
      left = commits;
    },
    mend: () => {
      left = Number.POSITIVE_INFINITY;
    },
  };
}

const OWED = '{ myOwedScorecards { totalCount } }';

describe('an effect over two aggregates', () => {
  it('is completed by the event when it was cut off: scorecards are requested, and nobody was unblinded meanwhile', async () => {
    const { world, crashAfter, mend } = await crashingWorld();
    const rita = world.as('usr_rita', 'RECRUITER');
    const first = await done(rita, 'planInterview', { applicationId: 'app_1', interviewerIds: ['usr_ines'] });
    await done(world.as('usr_ines', 'INTERVIEWER'), 'submitScorecard', {
      interviewId: first.id,
      recommendation: 'YES',
    });
    await world.relay();
    crashAfter(1);
    await done(rita, 'planInterview', { applicationId: 'app_1', interviewerIds: ['usr_rita'] });
    mend();
    expect((await rita(OWED)).data).toEqual({ myOwedScorecards: { totalCount: 0 } });
    expect(await authorsShown(rita, 'app_1')).toEqual([]);
    expect((await feedbackOf(rita, 'app_1')).owedFeedback).toMatchObject([{ user: { id: 'usr_rita' } }]);
    await world.relay();
    expect((await rita(OWED)).data).toEqual({ myOwedScorecards: { totalCount: 1 } });
    await world.stop();
  });

  it('is completed by the event when it was cut off: the last scorecard makes the interview COMPLETE', async () => {
    const { world, crashAfter, mend } = await crashingWorld();
    const rita = world.as('usr_rita', 'RECRUITER');
    const ines = world.as('usr_ines', 'INTERVIEWER');
    const { id } = await done(rita, 'planInterview', { applicationId: 'app_1', interviewerIds: ['usr_ines'] });
    await done(rita, 'scheduleInterview', { interviewId: id, ...hourOn(10), idempotencyKey: 'k' });
    await done(rita, 'completeInterview', { interviewId: id });
    crashAfter(1);
    await done(ines, 'submitScorecard', { interviewId: id, recommendation: 'YES' });
    mend();
    const status = async () => (await rita('query ($id: ID!) { interview(id: $id) { status } }', { id })).data;
    expect(await status()).toEqual({ interview: { status: 'AWAITING_FEEDBACK' } });
    expect((await feedbackOf(rita, 'app_1')).owedFeedback).toEqual([]);
    await world.relay();
    expect(await status()).toEqual({ interview: { status: 'COMPLETE' } });
    await world.stop();
  });

  it('is the same however often its events are delivered, in whatever order of aggregates', async () => {
    const { world } = await crashingWorld();
    const rita = world.as('usr_rita', 'RECRUITER');
    const ines = world.as('usr_ines', 'INTERVIEWER');
    const interviewerIds = ['usr_ines', 'usr_ivan'];
    const { id } = await done(rita, 'planInterview', { applicationId: 'app_1', interviewerIds });
    const set = async (ids: string[]) =>
      done(rita, 'setInterviewers', {
        interviewId: id,
        interviewerIds: ids,
        expectedVersion: await versionOf(rita, id),
      });
    await set(['usr_ines']);
    await set(interviewerIds);
    await done(ines, 'submitScorecard', { interviewId: id, recommendation: 'NO' });
    await set(['usr_ivan']);
    const events = await world.relay();
    const dump = async () => ({
      interview: await world.storage.aggregates<InterviewState>(interviewDefinition).load(TENANT, id),
      scorecards: [
        ...(
          await scorecards().loadMany(
            TENANT,
            interviewerIds.map((user) => scorecardIdOf(id, user)),
          )
        ).values(),
      ],
    });
    const scorecards = () => world.storage.aggregates<ScorecardState>(scorecardDefinition);
    const before = await dump();
    for (const event of [...events].reverse()) await world.consume(event);
    for (const event of events) await world.consume(event);
    expect(await world.relay()).toEqual([]);
    expect(await dump()).toEqual(before);
    const told = events
      .filter(({ subject }) => subject === scorecardIdOf(id, 'usr_ivan'))
      .map(({ type }) => type.split('.')[3]);
    expect(told).toEqual(['requested', 'released', 'requested']);
    await world.stop();
  });

  it('flags an interview once an event, though a repeated one finds what happened later', async () => {
    const { world, crashAfter, mend } = await crashingWorld();
    const rita = world.as('usr_rita', 'RECRUITER');
    const { id } = await done(rita, 'planInterview', { applicationId: 'app_1', interviewerIds: ['usr_ines'] });
    const moved = world.applicationEvent('app_1', 'stage-changed', 'stg_interview', 'job_1');
    const rejected = world.applicationEvent('app_1', 'rejected', 'stg_interview', 'job_1');
    await world.consume(moved);
    crashAfter(0);
    await expect(world.consume(rejected)).rejects.toThrow('gone for a while');
    mend();
    await world.consume(moved);
    await world.consume(rejected);
    const history = await world.storage.aggregates<InterviewState>(interviewDefinition).history(TENANT, id);
    const flagged = history.filter(({ event }) => event.type === 'com.hiregraph.interview.flagged.v1');
    expect(flagged.map(({ event }) => event.causationid)).toEqual([moved.id, rejected.id]);
    await world.stop();
  });

  it('makes one scorecard of two replicas that follow the same interview at once', async () => {
    const { world, crashAfter, mend } = await crashingWorld();
    const rita = world.as('usr_rita', 'RECRUITER');
    crashAfter(1);
    const { id } = await done(rita, 'planInterview', { applicationId: 'app_1', interviewerIds: ['usr_ines'] });
    mend();
    const [aggregate] = await world.storage.outbox.findStale('9999-12-31T00:00:00.000Z', 1);
    const [event] = (await world.storage.outbox.pending(aggregate!)).events;
    await Promise.all([world.consume(event!), world.consume(event!), world.consume(event!)]);
    const history = await world.storage
      .aggregates<ScorecardState>(scorecardDefinition)
      .history(TENANT, scorecardIdOf(id, 'usr_ines'));
    expect(history.map(({ event: { type } }) => type)).toEqual(['com.hiregraph.scorecard.requested.v1']);
    await world.stop();
  });

  it('refuses a late submission where the release has come first', async () => {
    const { world } = await crashingWorld();
    const rita = world.as('usr_rita', 'RECRUITER');
    const ivan = world.as('usr_ivan', 'RECRUITER');
    const { id } = await done(rita, 'planInterview', { applicationId: 'app_1', interviewerIds: ['usr_ivan'] });
    const expectedVersion = await versionOf(rita, id);
    await done(rita, 'setInterviewers', { interviewId: id, interviewerIds: [], expectedVersion });
    expect(await refused(ivan, 'submitScorecard', { interviewId: id, recommendation: 'NO' })).toEqual(['NOT_FOUND']);
    await world.stop();
  });
});
