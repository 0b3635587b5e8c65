import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventEnvelope } from '@hiregraph/kernel';
import { SequenceGapError } from '@hiregraph/messaging';
import fc from 'fast-check';
import { at, createJobWorld, type JobWorld, textAt } from './job-world.ts';

let world: JobWorld;
beforeEach(async () => {
  world = await createJobWorld();
});
afterEach(() => world.stop());

const OPENING = {
  openingOpenedAt: '2026-03-02T09:00:00.000Z',
  from: { id: 'stg_x', name: 'Offer', kind: 'OFFER', position: 1 },
};
const STAY = { enteredFromAt: '2026-03-02T09:00:00.000Z', secondsInFrom: 0 };

async function openJob(openings: number): Promise<string> {
  const create =
    'mutation ($openings: Int) { createJob(input: { title: "Baker", openings: $openings }) { job { id } } }';
  const jobId = textAt(await world.recruiter(create, { openings }), 'createJob.job.id');
  await world.recruiter('mutation ($id: ID!) { openJob(input: { jobId: $id }) { job { id } } }', { id: jobId });
  return jobId;
}

const seats = async (jobId: string) => {
  const query =
    'query ($id: ID!) { job(id: $id) { version openings(first: 100) { nodes { id status application { id } } } } }';
  return await world.recruiter(query, { id: jobId });
};
const statuses = async (jobId: string) =>
  (at(await seats(jobId), 'job.openings.nodes') as { status: string }[]).map(({ status }) => status);
const sagaEvents = async (jobId: string) =>
  (await world.events('jobs', jobId)).filter(({ type }) => /opening-(?:reserved|refused|filled|released)/u.test(type));
const kinds = async (jobId: string) => (await sagaEvents(jobId)).map(({ type }) => type.split('.')[3]);

const request = (applicationId: string, jobId: string) =>
  world.applicationEvent(applicationId, 'hire-requested', jobId);
const hired = (attempt: EventEnvelope, jobId: string, openingId: string) =>
  world.applicationEvent(attempt.subject, 'hired', jobId, {
    attemptId: attempt.id,
    openingId,
    planVersion: 1,
    ...OPENING,
    ...STAY,
  });

describe('a hire that is asked for', () => {
  it('gets a seat, which is filled when the candidate was hired', async () => {
    const jobId = await openJob(1);
    const before = at(await seats(jobId), 'job.version');
    const attempt = request('app_a', jobId);
    await world.consume(attempt);
    expect(at(await seats(jobId), 'job')).toMatchObject({
      version: before,
      openings: { nodes: [{ status: 'RESERVED', application: { id: 'app_a' } }] },
    });
    const openingId = textAt(await seats(jobId), 'job.openings.nodes.0.id');
    expect(await sagaEvents(jobId)).toMatchObject([
      {
        type: 'com.hiregraph.job.opening-reserved.v1',
        causationid: attempt.id,
        correlationid: 'hire',
        data: { openingId, applicationId: 'app_a', attemptId: attempt.id, openedAt: '2026-03-02T09:00:00.000Z' },
      },
    ]);
    await world.consume(hired(attempt, jobId, openingId));
    expect(await statuses(jobId)).toEqual(['FILLED']);
    expect(await kinds(jobId)).toEqual(['opening-reserved', 'opening-filled']);
  });

  it('is refused where no seat is left, and where the job is not open', async () => {
    const jobId = await openJob(1);
    await world.consume(request('app_a', jobId));
    await world.consume(request('app_b', jobId));
    await world.recruiter('mutation ($id: ID!) { closeJob(input: { jobId: $id }) { job { id } } }', { id: jobId });
    await world.consume(request('app_c', jobId));
    expect(await statuses(jobId)).toEqual(['RESERVED']);
    expect((await sagaEvents(jobId)).slice(1)).toMatchObject([
      { data: { applicationId: 'app_b', attemptId: 'app_b:1', refusedBecause: 'NO_SEAT_LEFT' } },
      { data: { applicationId: 'app_c', attemptId: 'app_c:1', refusedBecause: 'JOB_NOT_OPEN' } },
    ]);
  });

  it('is answered once, however often it is delivered', async () => {
    const jobId = await openJob(1);
    const [first, second] = [request('app_a', jobId), request('app_b', jobId)];
    for (const event of [first, first, second, first, second]) await world.consume(event);
    expect(await kinds(jobId)).toEqual(['opening-reserved', 'opening-refused']);
  });

  it('stays refused when it is delivered again after a seat became free', async () => {
    const jobId = await openJob(1);
    const [first, second] = [request('app_a', jobId), request('app_b', jobId)];
    await world.consume(first);
    await world.consume(second);
    await world.consume(world.applicationEvent('app_a', 'withdrawn', jobId, { attemptId: first.id }));
    await world.consume(second);
    expect(await statuses(jobId)).toEqual(['OPEN']);
  });

  it('is not reserved again when it is delivered after its end', async () => {
    const jobId = await openJob(1);
    const attempt = request('app_a', jobId);
    await world.consume(attempt);
    await world.consume(
      world.applicationEvent('app_a', 'hire-refused', jobId, { attemptId: attempt.id, refusedBecause: 'CANCELLED' }),
    );
    await world.consume(attempt);
    expect(await statuses(jobId)).toEqual(['OPEN']);
    expect(await kinds(jobId)).toEqual(['opening-reserved', 'opening-released']);
  });
});

describe('N hires for M seats', () => {
  it.each([
    [6, 2],
    [3, 3],
    [8, 1],
  ])('%i asked for at once, %i seats: each seat goes to one, the others are refused', async (hires, count) => {
    const jobId = await openJob(count);
    const attempts = Array.from({ length: hires }, (_, index) => request(`app_${index}`, jobId));
    await Promise.all([...attempts, ...attempts].map((event) => world.consume(event)));
    expect(await statuses(jobId)).toEqual(Array.from({ length: count }, () => 'RESERVED'));
    const answers = await kinds(jobId);
    expect(answers.filter((kind) => kind === 'opening-reserved')).toHaveLength(count);
    expect(answers.filter((kind) => kind === 'opening-refused')).toHaveLength(hires - count);
  });
});

describe('a seat is given back', () => {
  it.each([
    ['withdrawn', (attemptId: string) => ({ attemptId })],
    ['hire-refused', (attemptId: string) => ({ attemptId, refusedBecause: 'CANCELLED' })],
    ['rejected', () => ({ reasonId: 'rsn_1', side: 'COMPANY' })],
  ] as const)('when the application is %s', async (fact, more) => {
    const jobId = await openJob(1);
    const attempt = request('app_a', jobId);
    await world.consume(attempt);
    const end = world.applicationEvent('app_a', fact, jobId, more(attempt.id));
    await world.consume(end);
    await world.consume(end);
    expect(await statuses(jobId)).toEqual(['OPEN']);
    expect(await kinds(jobId)).toEqual(['opening-reserved', 'opening-released']);
  });

  it('when the application goes on for another job', async () => {
    const [jobId, other] = [await openJob(1), await openJob(1)];
    await world.consume(request('app_a', jobId));
    const stage = { id: 'stg_y', name: 'Review', kind: 'REVIEW', position: 0 };
    const transfer = { fromJobId: jobId, toJobId: other, from: stage, to: stage, planVersion: 1, ...STAY };
    await world.consume(world.applicationEvent('app_a', 'transferred', other, transfer));
    expect([await statuses(jobId), await statuses(other)]).toEqual([['OPEN'], ['OPEN']]);
  });

  it('when the hire is taken back, also from an archived job', async () => {
    const jobId = await openJob(1);
    const attempt = request('app_a', jobId);
    await world.consume(attempt);
    const openingId = textAt(await seats(jobId), 'job.openings.nodes.0.id');
    await world.consume(hired(attempt, jobId, openingId));
    for (const mutation of ['closeJob', 'archiveJob']) {
      const type = mutation === 'closeJob' ? 'CloseJobInput!' : 'ArchiveJobInput!';
      await world.recruiter(`mutation ($input: ${type}) { ${mutation}(input: $input) { job { id } } }`, {
        input: { jobId },
      });
    }
    const before = at(await seats(jobId), 'job.version') as number;
    await world.consume(
      world.applicationEvent('app_a', 'unhired', jobId, { attemptId: attempt.id, openingId, ...OPENING, ...STAY }),
    );
    expect(at(await seats(jobId), 'job')).toMatchObject({
      version: before + 1,
      openings: { nodes: [{ id: openingId, status: 'OPEN', application: null }] },
    });
  });

  it('never by an event of an attempt that does not hold it', async () => {
    const jobId = await openJob(1);
    const stale = request('app_a', jobId);
    await world.consume(stale);
    await world.consume(world.applicationEvent('app_a', 'withdrawn', jobId, { attemptId: stale.id }));
    await world.consume(world.applicationEvent('app_a', 'unrejected', jobId));
    await world.consume(request('app_a', jobId));
    const late = world.applicationEvent('app_a', 'hire-refused', jobId, {
      attemptId: stale.id,
      refusedBecause: 'CANCELLED',
    });
    await world.consume(late);
    await world.consume(world.applicationEvent('app_a', 'withdrawn', jobId, { attemptId: null }));
    expect(await statuses(jobId)).toEqual(['RESERVED']);
  });
});

describe('closing', () => {
  it('of a reserved seat is refused; of the job lets the hire finish', async () => {
    const jobId = await openJob(1);
    const attempt = request('app_a', jobId);
    await world.consume(attempt);
    const openingId = textAt(await seats(jobId), 'job.openings.nodes.0.id');
    const close =
      'mutation ($id: ID!) { closeOpening(input: { openingId: $id, reason: OTHER }) { opening { status } userErrors { code } } }';
    expect(at(await world.recruiter(close, { id: openingId }), 'closeOpening')).toEqual({
      opening: { status: 'RESERVED' },
      userErrors: [{ code: 'SEAT_RESERVED' }],
    });
    await world.recruiter('mutation ($id: ID!) { closeJob(input: { jobId: $id }) { job { id } } }', { id: jobId });
    await world.consume(hired(attempt, jobId, openingId));
    expect(await statuses(jobId)).toEqual(['FILLED']);
  });
});

it('events that ask nothing of a job advance what is known all the same, and a gap is refused', async () => {
  const jobId = await openJob(1);
  await world.consume(
    world.applicationEvent('app_a', 'submitted', jobId, { channel: 'CAREERS', creditedTo: null, late: false }),
  );
  await world.consume(world.applicationEvent('app_a', 'unrejected', jobId));
  world.applicationEvent('app_a', 'unrejected', jobId);
  await expect(world.consume(request('app_a', jobId))).rejects.toBeInstanceOf(SequenceGapError);
  expect(await statuses(jobId)).toEqual(['OPEN']);
});

it('under any interleaving of redelivered hires and ends, no seat is lost and none is taken twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ who: fc.nat(3), ends: fc.boolean(), again: fc.nat(2) }), { minLength: 1, maxLength: 12 }),
      async (steps) => {
        await world.stop();
        world = await createJobWorld();
        const jobId = await openJob(2);
        const pending = new Map<string, EventEnvelope>();
        const log: EventEnvelope[] = [];
        for (const { who, ends, again } of steps) {
          const applicationId = `app_${who}`;
          const attempt = pending.get(applicationId);
          if (attempt === undefined) {
            const fresh = request(applicationId, jobId);
            pending.set(applicationId, fresh);
            log.push(fresh);
          } else if (ends) {
            pending.delete(applicationId);
            const refused = { attemptId: attempt.id, refusedBecause: 'CANCELLED' };
            log.push(world.applicationEvent(applicationId, 'hire-refused', jobId, refused));
          }
          // What was delivered before comes again, in its order, as after a crash of the consumer.
          for (const event of log.slice(-1 - again)) await world.consume(event);
        }
        const held = (at(await seats(jobId), 'job.openings.nodes') as { application: { id: string } | null }[]).flatMap(
          ({ application }) => application?.id ?? [],
        );
        expect(new Set(held).size).toBe(held.length);
        for (const applicationId of held) expect(pending.has(applicationId)).toBe(true);
        const answered = (await sagaEvents(jobId)).filter(({ type }) => /reserved|refused/u.test(type));
        const asked = log.filter(({ type }) => type.includes('hire-requested'));
        expect(answered.map(({ data }) => (data as { attemptId: string }).attemptId).sort()).toEqual(
          asked.map(({ id }) => id).sort(),
        );
      },
    ),
    { numRuns: 25 },
  );
});
