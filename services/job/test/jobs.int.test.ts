import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { at, createJobWorld, type JobWorld, textAt, userId } from './job-world.ts';

let world: JobWorld;
beforeEach(async () => {
  world = await createJobWorld();
});
afterEach(() => world.stop());

const JOB = `{
  id title department locations employmentType remote confidential status planVersion version openedAt closedAt
  createdAt updatedAt
  stages { id name kind position slaHours active }
  openings { totalCount nodes { id status openedAt } }
  criteria { id text weight active }
  posts { id }
}`;
const create = `mutation ($input: CreateJobInput!) { createJob(input: $input) { job ${JOB} userErrors { code message field } } }`;
const change = (mutation: string, more = ''): string => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  return `mutation ($input: ${type}) { ${mutation}(input: $input) { job ${JOB} ${more} userErrors { code message field } } }`;
};

async function newJob(input: object = {}): Promise<string> {
  const answer = await world.recruiter(create, { input: { title: 'Baker', ...input } });
  return textAt(answer, 'createJob.job.id');
}

describe('createJob', () => {
  it('drafts a job with a pipeline and a seat, and tells the platform of both', async () => {
    const answer = await world.recruiter(create, {
      input: { title: 'Baker', department: 'Bakery', locations: ['Berlin'] },
    });
    expect(at(answer, 'createJob.userErrors')).toEqual([]);
    expect(at(answer, 'createJob.job')).toMatchObject({
      title: 'Baker',
      department: 'Bakery',
      locations: ['Berlin'],
      employmentType: 'FULL_TIME',
      remote: false,
      confidential: false,
      status: 'DRAFT',
      planVersion: 1,
      version: 1,
      openedAt: null,
      openings: { totalCount: 1, nodes: [{ status: 'OPEN' }] },
    });
    expect(textAt(answer, 'createJob.job.id')).toMatch(/^job_/u);
    const events = await world.events('jobs', textAt(answer, 'createJob.job.id'));
    expect(events.map(({ type, sequence }) => [type, sequence])).toEqual([
      ['com.hiregraph.job.created.v1', 1],
      ['com.hiregraph.job.opening-added.v1', 2],
    ]);
    expect(events[0]?.data).toMatchObject({ status: 'DRAFT', department: 'Bakery', planVersion: 1 });
    expect(events[0]?.data).not.toHaveProperty('title');
  });

  it('makes one job for one idempotency key, however often it comes', async () => {
    const input = { title: 'Baker', idempotencyKey: 'one' };
    const answers = await Promise.all([1, 2, 3].map(() => world.recruiter(create, { input })));
    expect(new Set(answers.map((answer) => textAt(answer, 'createJob.job.id'))).size).toBe(1);
    const reused = await world.recruiter(create, { input: { ...input, title: 'Cook' } });
    expect(at(reused, 'createJob')).toMatchObject({
      job: null,
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED', field: ['input', 'idempotencyKey'] }],
    });
  });

  it('answers what the caller can put right as a user error with its path', async () => {
    const answer = await world.recruiter(create, { input: { title: ' ' } });
    expect(answer.errors).toEqual([]);
    expect(at(answer, 'createJob')).toMatchObject({
      job: null,
      userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'title'] }],
    });
  });

  it('is refused to roles that never may, and to nobody knows whom', async () => {
    const input = { title: 'Baker' };
    for (const role of ['HIRING_MANAGER', 'INTERVIEWER', 'ANALYST'] as const) {
      expect((await world.as('x', role)(create, { input })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
    expect((await world.candidate(create, { input })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await world.anonymous(create, { input })).errors).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
  });
});

describe('the life of a job', () => {
  it('goes from draft to archive, and says so', async () => {
    const jobId = await newJob();
    const statuses: unknown[] = [];
    for (const mutation of ['openJob', 'holdJob', 'resumeJob', 'closeJob', 'reopenJob', 'closeJob', 'archiveJob']) {
      world.clock.advance(60_000);
      const answer = await world.recruiter(change(mutation), { input: { jobId } });
      expect(at(answer, `${mutation}.userErrors`)).toEqual([]);
      statuses.push(at(answer, `${mutation}.job.status`));
    }
    expect(statuses).toEqual(['OPEN', 'ON_HOLD', 'OPEN', 'CLOSED', 'OPEN', 'CLOSED', 'ARCHIVED']);
    const types = (await world.events('jobs', jobId)).slice(2).map(({ type }) => type.split('.')[3]);
    expect(types).toEqual(['opened', 'held', 'resumed', 'closed', 'reopened', 'closed', 'archived']);
  });

  it('answers an illegal change with the job as it is', async () => {
    const jobId = await newJob();
    const answer = await world.recruiter(change('holdJob'), { input: { jobId } });
    expect(at(answer, 'holdJob')).toMatchObject({
      job: { id: jobId, status: 'DRAFT' },
      userErrors: [{ code: 'ILLEGAL_TRANSITION', field: ['input', 'jobId'] }],
    });
  });

  it('answers a stale version with CONFLICT and the job as it is, and changes nothing', async () => {
    const jobId = await newJob();
    await world.recruiter(change('updateJob'), { input: { jobId, title: 'Head baker', expectedVersion: 1 } });
    const answer = await world.recruiter(change('updateJob'), { input: { jobId, title: 'Cook', expectedVersion: 1 } });
    expect(at(answer, 'updateJob')).toMatchObject({
      job: { title: 'Head baker', version: 2 },
      userErrors: [{ code: 'CONFLICT', field: ['input', 'expectedVersion'] }],
    });
  });

  it('lets exactly one of many changes of one version win', async () => {
    const jobId = await newJob();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        world.recruiter(change('updateJob'), { input: { jobId, title: `Baker ${index}`, expectedVersion: 1 } }),
      ),
    );
    const codes = answers.map((answer) => at(answer, 'updateJob.userErrors.0.code') ?? 'WON');
    expect(codes.filter((code) => code === 'WON')).toHaveLength(1);
    expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(7);
  });

  it('gives a change that is sent again its outcome, although the job has gone on', async () => {
    const jobId = await newJob();
    const input = { jobId, idempotencyKey: 'open', expectedVersion: 1 };
    await world.recruiter(change('openJob'), { input });
    await world.recruiter(change('holdJob'), { input: { jobId } });
    const again = await world.recruiter(change('openJob'), { input });
    expect(at(again, 'openJob')).toMatchObject({ job: { status: 'ON_HOLD' }, userErrors: [] });
    expect((await world.events('jobs', jobId)).filter(({ type }) => type.includes('opened'))).toHaveLength(1);
  });

  it('answers NOT_FOUND for a job that is not there', async () => {
    const answer = await world.recruiter(change('openJob'), { input: { jobId: 'job_none' } });
    expect(at(answer, 'openJob')).toMatchObject({
      job: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['input', 'jobId'] }],
    });
  });

  it('shows each of several mutations of one request what is there after it', async () => {
    const jobId = await newJob();
    const answer = await world.recruiter(
      `mutation ($jobId: ID!) {
        first: openJob(input: { jobId: $jobId }) { job { status } }
        second: holdJob(input: { jobId: $jobId }) { job { status } }
      }`,
      { jobId },
    );
    expect(answer.data).toEqual({ first: { job: { status: 'OPEN' } }, second: { job: { status: 'ON_HOLD' } } });
  });
});

describe('pipeline and seats', () => {
  it('adds, changes, reorders and retires stages, each with its event and plan version', async () => {
    const jobId = await newJob({
      stages: [
        { name: 'Review', kind: 'REVIEW' },
        { name: 'Offer', kind: 'OFFER' },
      ],
    });
    const added = await world.recruiter(change('addStage', 'stage { id name position }'), {
      input: { jobId, name: 'Talk', kind: 'SCREEN', position: 1, slaHours: 48 },
    });
    expect(at(added, 'addStage')).toMatchObject({ stage: { name: 'Talk', position: 1 }, job: { planVersion: 2 } });
    const stageId = textAt(added, 'addStage.stage.id');
    const updated = await world.recruiter(change('updateStage', 'stage { name slaHours }'), {
      input: { stageId, name: 'Call', slaHours: null, expectedVersion: 2 },
    });
    expect(at(updated, 'updateStage.stage')).toEqual({ name: 'Call', slaHours: null });
    const ids = [0, 1, 2, 3].map((index) => textAt(updated, `updateStage.job.stages.${index}.id`));
    const [review, talk, offer, hired] = ids;
    const reordered = await world.recruiter(change('reorderStages'), {
      input: { jobId, stageIds: [talk, review, offer, hired], expectedVersion: 3 },
    });
    expect(at(reordered, 'reorderStages.job')).toMatchObject({
      planVersion: 4,
      stages: [{ id: talk }, { id: review }, {}, {}],
    });
    const retired = await world.recruiter(change('retireStage', 'stage { active }'), { input: { stageId } });
    expect(at(retired, 'retireStage')).toMatchObject({ stage: { active: false }, job: { planVersion: 5 } });
    const events = (await world.events('jobs', jobId)).slice(2);
    expect(events.map(({ type, data }) => [type.split('.')[3], (data as { planVersion: number }).planVersion])).toEqual(
      [
        ['stage-added', 2],
        ['stage-updated', 3],
        ['stage-reordered', 4],
        ['stage-retired', 5],
      ],
    );
    expect(events[0]?.data).toMatchObject({ stageId, stages: [{ position: 0 }, { id: stageId, position: 1 }, {}, {}] });
    const again = await world.recruiter(change('retireStage', 'stage { id }'), { input: { stageId } });
    expect(at(again, 'retireStage')).toMatchObject({
      stage: { id: stageId },
      userErrors: [{ code: 'STAGE_RETIRED', field: ['input', 'stageId'] }],
    });
  });

  it('needs the version for what replaces a whole', async () => {
    const jobId = await newJob();
    const answer = await world.recruiter(
      'mutation ($jobId: ID!) { setCriteria(input: { jobId: $jobId, criteria: [] }) { job { id } } }',
      { jobId },
    );
    expect(answer.errors).toMatchObject([{ code: 'GRAPHQL_VALIDATION_FAILED' }]);
  });

  it('adds seats and closes them', async () => {
    const jobId = await newJob();
    const added = await world.recruiter(change('addOpenings', 'openings { id status }'), {
      input: { jobId, count: 2 },
    });
    expect(at(added, 'addOpenings')).toMatchObject({
      openings: [{ status: 'OPEN' }, { status: 'OPEN' }],
      job: { version: 2, openings: { totalCount: 3 } },
    });
    const openingId = textAt(added, 'addOpenings.openings.1.id');
    const closing = change('closeOpening', 'opening { id status closeReason closedAt }');
    const closed = await world.recruiter(closing, { input: { openingId, reason: 'BUDGET' } });
    expect(at(closed, 'closeOpening.opening')).toMatchObject({
      id: openingId,
      status: 'CLOSED',
      closeReason: 'BUDGET',
    });
    const again = await world.recruiter(closing, { input: { openingId, reason: 'BUDGET' } });
    expect(at(again, 'closeOpening')).toMatchObject({
      opening: { id: openingId, status: 'CLOSED' },
      userErrors: [{ code: 'ILLEGAL_TRANSITION', field: ['input', 'openingId'] }],
    });
    const missing = await world.recruiter(closing, { input: { openingId: 'opn_none', reason: 'BUDGET' } });
    expect(at(missing, 'closeOpening')).toMatchObject({
      job: null,
      opening: null,
      userErrors: [{ code: 'NOT_FOUND' }],
    });
  });

  it('takes as much of everything as it says, in events that can be sent', async () => {
    const skill = (index: number, weight: number) => ({ kind: 'RESPONSIBILITY', text: `Skill ${index}`, weight });
    const criteria = Array.from({ length: 100 }, (_, index) => skill(index, 9.994));
    const jobId = await newJob({ openings: 100, criteria });
    const fewer = Array.from({ length: 60 }, (_, index) => skill(index, 1 / 3));
    const set = await world.recruiter(change('setCriteria'), { input: { jobId, criteria: fewer, expectedVersion: 1 } });
    expect(at(set, 'setCriteria')).toMatchObject({ userErrors: [], job: { criteria: { length: 60 } } });
    expect(at(set, 'setCriteria.job.criteria.0.weight')).toBe(0.33);
    const stages = (letter: string, length: number) =>
      Array.from({ length: 49 }, (_, index) => ({
        name: `${index}`.padEnd(length, letter),
        kind: 'ASSESSMENT',
        slaHours: 8_760,
      }));
    const long = await newJob({
      stages: stages('x', 100),
      locations: Array.from({ length: 20 }, (_, n) => `${n}`.padEnd(100, 'x')),
    });
    expect(at(await world.recruiter(change('openJob'), { input: { jobId: long } }), 'openJob.userErrors')).toEqual([]);
    const tooLong = await world.recruiter(create, { input: { title: 'Baker', stages: stages('語', 100) } });
    expect(at(tooLong, 'createJob.userErrors')).toMatchObject([{ code: 'LIMIT_REACHED', field: ['input', 'stages'] }]);
  });

  it('pages seats, with cursors that fit this list alone', async () => {
    const jobId = await newJob({ openings: 5 });
    const query = `query ($id: ID!, $first: Int, $after: String, $status: OpeningStatus) {
      job(id: $id) { openings(first: $first, after: $after, status: $status) {
        totalCount nodes { id } pageInfo { hasNextPage endCursor }
      } }
    }`;
    const first = await world.recruiter(query, { id: jobId, first: 2 });
    expect(at(first, 'job.openings')).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
    const after = textAt(first, 'job.openings.pageInfo.endCursor');
    const second = await world.recruiter(query, { id: jobId, first: 3, after });
    expect(at(second, 'job.openings.pageInfo.hasNextPage')).toBe(false);
    const ids = [first, second].flatMap((answer) => at(answer, 'job.openings.nodes') as { id: string }[]);
    expect(new Set(ids.map(({ id }) => id)).size).toBe(5);
    const other = await world.recruiter(query, { id: jobId, first: 3, after, status: 'OPEN' });
    expect(other.errors).toMatchObject([{ code: 'BAD_USER_INPUT', argument: ['after'] }]);
  });
});

describe('setHiringTeam', () => {
  const set = change('setHiringTeam', 'job2: job { hiringTeam { role user { id name } } }');

  it('sets people of the directory, and shows them', async () => {
    await world.enter('ben', 'cleo');
    const jobId = await newJob();
    const members = [
      { userId: userId('ben'), role: 'HIRING_MANAGER' },
      { userId: userId('cleo'), role: 'INTERVIEWER' },
    ];
    const answer = await world.recruiter(set, { input: { jobId, members, expectedVersion: 1 } });
    expect(at(answer, 'setHiringTeam.job2.hiringTeam')).toEqual([
      { role: 'HIRING_MANAGER', user: { id: userId('ben'), name: 'ben' } },
      { role: 'INTERVIEWER', user: { id: userId('cleo'), name: 'cleo' } },
    ]);
    const [event] = (await world.events('jobs', jobId)).slice(-1);
    expect(event).toMatchObject({ type: 'com.hiregraph.job.hiring-team-set.v1', data: { members } });
  });

  it('refuses people whom the directory does not know', async () => {
    const jobId = await newJob();
    const members = [{ userId: userId('nobody'), role: 'INTERVIEWER' }];
    const answer = await world.recruiter(set, { input: { jobId, members, expectedVersion: 1 } });
    expect(at(answer, 'setHiringTeam.userErrors')).toMatchObject([
      { code: 'NOT_FOUND', field: ['input', 'members', '0', 'userId'] },
    ]);
  });
});

describe('setCriteria', () => {
  it('matches by id, deactivates what it leaves out, and shows that on demand', async () => {
    const jobId = await newJob({
      criteria: [
        { kind: 'MUST_HAVE', text: 'Bakes' },
        { kind: 'MINDSET', text: 'Smiles' },
      ],
    });
    const read =
      'query ($id: ID!) { job(id: $id) { criteria { id } all: criteria(includeInactive: true) { id text weight active } } }';
    const [bakes, smiles] = at(await world.recruiter(read, { id: jobId }), 'job.all') as { id: string }[];
    const criteria = [{ id: smiles?.id, kind: 'MINDSET', text: 'Smiles a lot', weight: 2.5 }];
    await world.recruiter(change('setCriteria'), { input: { jobId, criteria, expectedVersion: 1 } });
    expect(at(await world.recruiter(read, { id: jobId }), 'job')).toEqual({
      criteria: [{ id: smiles?.id }],
      all: [
        { id: smiles?.id, text: 'Smiles a lot', weight: 2.5, active: true },
        { id: bakes?.id, text: 'Bakes', weight: 5, active: false },
      ],
    });
    const [event] = (await world.events('jobs', jobId)).slice(-1);
    expect(event?.data).toEqual({
      criteria: [
        { id: smiles?.id, kind: 'MINDSET', weight: 2.5, active: true },
        { id: bakes?.id, kind: 'MUST_HAVE', weight: 5, active: false },
      ],
    });
  });
});
