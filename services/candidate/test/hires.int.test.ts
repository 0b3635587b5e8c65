import { createDeadline, systemClock } from '@hiregraph/kernel';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type CandidateWorld, createCandidateWorld } from './candidate-world.ts';
import { stageId } from './job-side.ts';

let world: CandidateWorld;
beforeEach(async () => {
  world = await createCandidateWorld();
  await world.job('job_a', { seats: 1 });
  await world.reason('rsn_1');
});
afterEach(() => world.stop());

const newApplication = async (name: string, jobId = 'job_a') => world.apply(await world.candidate(name), jobId);
const hire = (applicationId: string, more: object = {}, milliseconds = 20_000) =>
  world.change(
    world.recruiter,
    'hireApplication',
    { applicationId, idempotencyKey: world.key(), ...more },
    createDeadline(systemClock, milliseconds),
  );
const change = (mutation: string, applicationId: string, more: object = {}) =>
  world.change(world.recruiter, mutation, { applicationId, ...more });
const move = (applicationId: string, from: 'review' | 'offer', to: 'offer' | 'review') =>
  change('moveApplication', applicationId, {
    toStageId: stageId('job_a', to),
    expectedFromStageId: stageId('job_a', from),
    idempotencyKey: world.key(),
  });
const seats = () => world.jobSide.get('job_a').seats.map(({ status }) => status);
const kinds = async (id: string) => {
  const { data } = await world.admin(
    'query ($id: ID!) { application(id: $id) { transitions { nodes { kind actor { user { id } } note direction } } } }',
    { id },
  );
  return data.application.transitions.nodes;
};
const pendingNow = async (applicationId: string, more: object = {}) => {
  const answer = await hire(applicationId, more, 200);
  expect(answer.application.hire.status).toBe('PENDING');
  return answer;
};

describe('hireApplication', () => {
  it('takes a seat: HIRED, in the HIRED stage, in one fact, and job fills the opening', async () => {
    world.autopilot = true;
    const id = await newApplication('Ada');
    const { application, codes } = await hire(id, { note: 'Welcome' });
    expect(codes).toEqual([]);
    expect(application).toMatchObject({
      status: 'HIRED',
      stage: { id: stageId('job_a', 'hired') },
      hire: { status: 'HIRED', attempt: `${id}:2`, refusedBecause: null },
      opening: { id: 'opn_job_a_0' },
      version: 3,
    });
    await world.pump();
    expect(seats()).toEqual(['FILLED']);
    expect((await kinds(id))[1]).toEqual({
      kind: 'HIRED',
      actor: { user: { id: 'usr_recruiter' } },
      note: 'Welcome',
      direction: 'FORWARD',
    });
  });

  it('stays active where no seat is left, and says why', async () => {
    world.autopilot = true;
    const [first, second] = [await newApplication('Ada'), await newApplication('Grace')];
    await hire(first);
    const { application, codes } = await hire(second);
    expect(codes).toEqual(['NO_SEAT_LEFT']);
    expect(application).toMatchObject({
      status: 'ACTIVE',
      hire: { status: 'REFUSED', refusedBecause: 'NO_SEAT_LEFT' },
    });
  });

  it('says where the job is not open', async () => {
    world.autopilot = true;
    const id = await newApplication('Ada');
    world.jobSide.setStatus('job_a', 'ON_HOLD');
    const { application, codes } = await hire(id);
    expect(codes).toEqual(['NOT_ACCEPTING_APPLICATIONS']);
    expect(application.hire).toMatchObject({ status: 'REFUSED', refusedBecause: 'JOB_NOT_OPEN' });
  });

  it('hires at most as many as there are seats, of all who race for the last one', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, (_, index) => newApplication(`Racer ${index}`)));
    world.autopilot = true;
    const answers = await Promise.all(ids.map((id) => hire(id)));
    const statuses = answers.map(({ application }) => application.status);
    expect(statuses.filter((status) => status === 'HIRED')).toHaveLength(1);
    expect(answers.filter(({ codes }) => codes[0] === 'NO_SEAT_LEFT')).toHaveLength(11);
    await world.pump();
    expect(seats()).toEqual(['FILLED']);
  });

  it('answers PENDING past its deadline and goes on by itself; the same key then tells the outcome', async () => {
    const id = await newApplication('Ada');
    const key = { idempotencyKey: 'patient' };
    await pendingNow(id, key);
    await world.pump();
    const { application, codes } = await hire(id, key);
    expect(codes).toEqual([]);
    expect(application).toMatchObject({ status: 'HIRED', hire: { attempt: `${id}:2` } });
  });

  it('tells a repeat of a refused hire the same refusal, even after a later hire succeeded', async () => {
    const [blocker, id] = [await newApplication('Ada'), await newApplication('Grace')];
    world.autopilot = true;
    await hire(blocker);
    const key = { idempotencyKey: 'refused' };
    expect((await hire(id, key)).codes).toEqual(['NO_SEAT_LEFT']);
    await change('unhireApplication', blocker);
    await world.pump();
    expect((await hire(id)).codes).toEqual([]);
    const repeated = await hire(id, key);
    expect(repeated.codes).toEqual(['NO_SEAT_LEFT']);
    expect(repeated.application.status).toBe('HIRED');
  });

  it('refuses move, reject, transfer and another hire while it is pending', async () => {
    await world.job('job_b');
    const id = await newApplication('Ada');
    await pendingNow(id);
    expect((await move(id, 'review', 'offer')).codes).toEqual(['HIRE_PENDING']);
    expect((await change('rejectApplication', id, { reasonId: 'rsn_1' })).codes).toEqual(['HIRE_PENDING']);
    expect((await change('transferApplication', id, { toJobId: 'job_b' })).codes).toEqual(['HIRE_PENDING']);
    expect((await hire(id)).codes).toEqual(['HIRE_PENDING']);
  });
});

describe('what ends a pending hire', () => {
  it('is withdrawing: the seat comes back, whichever of the two is told first', async () => {
    const id = await newApplication('Ada');
    await pendingNow(id);
    await world.relay();
    expect(seats()).toEqual(['RESERVED']);
    const { application } = await change('withdrawApplication', id);
    expect(application).toMatchObject({
      status: 'WITHDRAWN',
      hire: { status: 'REFUSED', refusedBecause: 'CANCELLED' },
    });
    await world.pump();
    expect(seats()).toEqual(['OPEN']);
    expect((await kinds(id)).map(({ kind }) => kind)).toEqual(['SUBMITTED', 'WITHDRAWN']);
  });

  it('is unhiring: a later answer for that attempt is ignored, and a new attempt may follow', async () => {
    const id = await newApplication('Ada');
    await pendingNow(id);
    await world.relay();
    const stale = world.jobSide.outbox.find(({ type }) => type.includes('opening-reserved'));
    const { application } = await change('unhireApplication', id);
    expect(application).toMatchObject({ status: 'ACTIVE', hire: { status: 'REFUSED', refusedBecause: 'CANCELLED' } });
    await world.pump();
    expect(stale).toBeDefined();
    expect(seats()).toEqual(['OPEN']);
    world.autopilot = true;
    expect((await hire(id)).application).toMatchObject({ status: 'HIRED', hire: { attempt: `${id}:4` } });
  });
});

describe('a seat that was reserved for an attempt that is over', () => {
  it('hires nobody, although a new attempt is pending', async () => {
    const id = await newApplication('Ada');
    await pendingNow(id);
    await world.relay();
    await change('unhireApplication', id);
    const second = await pendingNow(id);
    await world.deliver();
    const { data } = await world.admin('query ($id: ID!) { application(id: $id) { status hire { status attempt } } }', {
      id,
    });
    expect(data.application).toEqual({
      status: 'ACTIVE',
      hire: { status: 'PENDING', attempt: second.application.hire.attempt },
    });
    await world.pump();
    const later = await world.admin('query ($id: ID!) { application(id: $id) { status opening { id } } }', { id });
    expect(later.data.application).toEqual({ status: 'HIRED', opening: { id: 'opn_job_a_0' } });
    expect(seats()).toEqual(['FILLED']);
  });
});

describe('crashes and redelivery', () => {
  it('carries a hire on when the answer was lost half-way, and changes nothing when it comes again', async () => {
    const id = await newApplication('Ada');
    await pendingNow(id);
    await world.relay();
    const answer = world.jobSide.outbox.find(({ type }) => type.includes('opening-reserved'))!;
    let crashes = 1;
    world.failpoints = (point) => {
      if (point === 'commit.before' && crashes-- > 0) throw new Error('The process died between row and effect.');
    };
    await expect(world.consume(answer)).rejects.toThrow();
    world.failpoints = () => undefined;
    await world.consume(answer);
    await world.consume(answer);
    await world.pump();
    expect(seats()).toEqual(['FILLED']);
    expect((await kinds(id)).map(({ kind }) => kind)).toEqual(['SUBMITTED', 'HIRED']);
    const sequences = world.sent.filter(({ subject }) => subject === id).map(({ sequence }) => sequence);
    expect(sequences).toEqual([1, 2, 3]);
  });

  it('takes an answer although its event fills a row that was learnt later', async () => {
    const id = await newApplication('Ada');
    await pendingNow(id);
    await world.relay();
    world.jobSide.addStage('job_a', 'stg_later');
    expect(
      (
        await change('moveApplication', await newApplication('Grace'), {
          toStageId: 'stg_later',
          expectedFromStageId: stageId('job_a', 'review'),
          idempotencyKey: world.key(),
        })
      ).codes,
    ).toEqual([]);
    await world.pump();
    const { data } = await world.admin('query ($id: ID!) { application(id: $id) { status } }', { id });
    expect(data.application.status).toBe('HIRED');
  });

  it('parks the key where an event is missing', async () => {
    world.jobSide.addStage('job_a', 'stg_1');
    world.jobSide.addStage('job_a', 'stg_2');
    world.jobSide.outbox.shift();
    await expect(world.deliver()).rejects.toThrow(/gap/u);
  });
});

describe('unhireApplication', () => {
  it('goes back to the stage it came from and gives the seat back', async () => {
    world.autopilot = true;
    const id = await newApplication('Ada');
    await move(id, 'review', 'offer');
    await hire(id);
    const { application, codes } = await change('unhireApplication', id);
    expect(codes).toEqual([]);
    expect(application).toMatchObject({
      status: 'ACTIVE',
      stage: { id: stageId('job_a', 'offer') },
      hire: null,
      opening: null,
    });
    await world.pump();
    expect(seats()).toEqual(['OPEN']);
    expect((await kinds(id)).map(({ kind }) => kind)).toEqual(['SUBMITTED', 'MOVED', 'HIRED', 'UNHIRED']);
  });

  it('names the stage where that one was retired meanwhile', async () => {
    world.autopilot = true;
    const id = await newApplication('Ada');
    await hire(id);
    world.jobSide.retireStage('job_a', stageId('job_a', 'review'));
    await world.pump();
    const { codes, userErrors } = await change('unhireApplication', id);
    expect(codes).toEqual(['STAGE_RETIRED']);
    expect(userErrors[0]?.message).toContain(stageId('job_a', 'review'));
  });
});

describe('what stands in the way', () => {
  it('answers DUPLICATE_APPLICATION and that one for unreject and transfer', async () => {
    await world.job('job_b');
    const candidateId = await world.candidate('Ada');
    const rejected = await world.apply(candidateId, 'job_a');
    await change('rejectApplication', rejected, { reasonId: 'rsn_1' });
    const active = await world.apply(candidateId, 'job_a');
    expect(active).not.toBe(rejected);
    const unrejected = await change('unrejectApplication', rejected);
    expect(unrejected.codes).toEqual(['DUPLICATE_APPLICATION']);
    expect(unrejected.application.id).toBe(active);
    const elsewhere = await world.apply(candidateId, 'job_b');
    const transferred = await change('transferApplication', elsewhere, { toJobId: 'job_a' });
    expect(transferred.codes).toEqual(['DUPLICATE_APPLICATION']);
    expect(transferred.application.id).toBe(active);
  });

  it('lets one of unreject and a new application win when both come at once', async () => {
    const candidateId = await world.candidate('Ada');
    const rejected = await world.apply(candidateId, 'job_a');
    await change('rejectApplication', rejected, { reasonId: 'rsn_1' });
    await Promise.all([change('unrejectApplication', rejected), world.apply(candidateId, 'job_a')]);
    const { data } = await world.admin('{ applications(filter: { status: ACTIVE }) { totalCount } }');
    expect(data.applications.totalCount).toBe(1);
  });

  it('goes on for another job with the same id and history', async () => {
    await world.job('job_b');
    const id = await newApplication('Ada');
    const { application, codes } = await change('transferApplication', id, { toJobId: 'job_b', note: 'Better there' });
    expect(codes).toEqual([]);
    expect(application).toMatchObject({ id, job: { id: 'job_b' }, stage: { id: stageId('job_b', 'review') } });
    expect((await kinds(id)).map(({ kind }) => kind)).toEqual(['SUBMITTED', 'TRANSFERRED']);
    world.jobSide.setStatus('job_a', 'CLOSED');
    await world.deliver();
    expect((await change('transferApplication', id, { toJobId: 'job_a' })).codes).toEqual([
      'NOT_ACCEPTING_APPLICATIONS',
    ]);
  });
});

describe('a change whose answer was lost', () => {
  it('is found done by a repeat, though the rules of the job would say no by now', async () => {
    await world.job('job_b');
    const id = await newApplication('Ada');
    const key = { toJobId: 'job_b', idempotencyKey: 'lost' };
    // The second one: before it the candidate takes note of the job.
    world.cutOffAfterCommit(2);
    expect((await change('transferApplication', id, key)).errors).toHaveLength(1);
    world.jobSide.setStatus('job_b', 'CLOSED');
    await world.deliver();
    const { application, codes } = await change('transferApplication', id, key);
    expect(codes).toEqual([]);
    expect(application).toMatchObject({ id, job: { id: 'job_b' } });
    expect((await kinds(id)).map(({ kind }) => kind)).toEqual(['SUBMITTED', 'TRANSFERRED']);
  });
});

describe('rejecting', () => {
  it('needs an active reason, asked of its owner where no event has told of it yet', async () => {
    const id = await newApplication('Ada');
    expect((await change('rejectApplication', id, { reasonId: 'rsn_unknown' })).codes).toEqual(['NOT_FOUND']);
    world.jobSide.reasons.set('rsn_retired', { side: 'COMPANY', active: false });
    expect((await change('rejectApplication', id, { reasonId: 'rsn_retired' })).codes).toEqual(['INVALID_INPUT']);
    world.jobSide.reasons.set('rsn_new', { side: 'CANDIDATE', active: true });
    expect((await change('rejectApplication', id, { reasonId: 'rsn_new' })).codes).toEqual([]);
    const { data } = await world.recruiter(
      `query ($id: ID!) { application(id: $id) { status stage { id } rejection { reason { id } note by { id } fromStage { id } } } }`,
      { id },
    );
    expect(data.application).toEqual({
      status: 'REJECTED',
      stage: { id: stageId('job_a', 'review') },
      rejection: {
        reason: { id: 'rsn_new' },
        note: null,
        by: { id: 'usr_recruiter' },
        fromStage: { id: stageId('job_a', 'review') },
      },
    });
    const again = await change('unrejectApplication', id, { expectedVersion: 2 });
    expect(again.application).toMatchObject({ status: 'ACTIVE', version: 3 });
  });
});
