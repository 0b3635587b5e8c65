import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Ask, type CandidateWorld, createCandidateWorld } from './candidate-world.ts';
import { stageId } from './job-side.ts';
import type { View } from './view.ts';

let world: CandidateWorld;
beforeEach(async () => {
  world = await createCandidateWorld();
});
afterEach(() => world.stop());

const PAGE = `query ($filter: ApplicationFilter, $sort: ApplicationSort, $first: Int, $after: String) {
  applications(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  } }`;

/** Every page of a list, put together. */
async function walk(ask: Ask, variables: object, first = 3): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { data }: Awaited<ReturnType<Ask>> = await ask(PAGE, { ...variables, first, after });
    ids.push(...data.applications.nodes.map(({ id }) => id));
    after = data.applications.pageInfo.hasNextPage ? data.applications.pageInfo.endCursor : null;
  } while (after !== null);
  return ids;
}

/** Applications one second apart, spread over the jobs in turn. */
async function fill(count: number, jobs: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const candidate = await world.candidate(`Person Number${index}`);
    ids.push(
      await world.apply(candidate, jobs[index % jobs.length]!, { source: { channel: index % 2 ? 'odd' : 'even' } }),
    );
    world.clock.advance(1_000);
  }
  return ids;
}

const screenMove = (id: string, job: string) =>
  world.change(world.admin, 'moveApplication', {
    applicationId: id,
    toStageId: stageId(job, 'screen'),
    expectedFromStageId: stageId(job, 'review'),
    idempotencyKey: world.key(),
  });

describe('applications', () => {
  it('come in pages that neither skip nor repeat, in every order', async () => {
    await world.job('job_a');
    const ids = await fill(10, ['job_a']);
    await screenMove(ids[0]!, 'job_a');
    expect(await walk(world.admin, {})).toEqual([...ids].reverse());
    expect(await walk(world.admin, { sort: 'APPLIED_AT_ASC' })).toEqual(ids);
    expect(await walk(world.admin, { sort: 'UPDATED_AT_DESC' })).toEqual([ids[0], ...ids.slice(1).reverse()]);
    expect(await walk(world.admin, { sort: 'UPDATED_AT_ASC' })).toEqual([...ids.slice(1), ids[0]]);
  });

  it('keep their place while others are added', async () => {
    await world.job('job_a');
    const ids = await fill(6, ['job_a']);
    const first = await world.admin(PAGE, { first: 2 });
    await world.apply(await world.candidate('A Newcomer'), 'job_a');
    const second = await world.admin(PAGE, { first: 2, after: first.data.applications.pageInfo.endCursor });
    expect(second.data.applications.nodes.map(({ id }) => id)).toEqual([ids[3], ids[2]]);
    expect(second.data.applications.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
  });

  it('are filtered by job, stage, status, source and times, all at once', async () => {
    await world.job('job_a');
    await world.job('job_b');
    const ids = await fill(8, ['job_a', 'job_b']);
    await screenMove(ids[0]!, 'job_a');
    await world.change(world.admin, 'withdrawApplication', { applicationId: ids[2] });
    const found = async (filter: object) => (await walk(world.admin, { filter })).sort();
    const of = (...indexes: number[]) => indexes.map((index) => ids[index]).sort();
    expect(await found({ jobId: 'job_a' })).toEqual(of(0, 2, 4, 6));
    expect(await found({ jobId: 'job_a', status: 'ACTIVE' })).toEqual(of(0, 4, 6));
    expect(await found({ stageId: stageId('job_a', 'screen') })).toEqual(of(0));
    expect(await found({ stageId: stageId('job_a', 'review'), status: 'WITHDRAWN' })).toEqual(of(2));
    expect(await found({ source: 'ODD' })).toEqual(of(1, 3, 5, 7));
    expect(await found({ source: 'even', jobId: 'job_b' })).toEqual([]);
    expect(await found({ appliedAfter: '2026-03-02T09:00:04.000Z' })).toEqual(of(5, 6, 7));
    expect(await found({ updatedAfter: '2026-03-02T09:00:07.500Z' })).toEqual(of(0, 2));
    expect(await found({ status: 'ACTIVE', jobId: 'job_b', appliedAfter: '2026-03-02T09:00:02.000Z' })).toEqual(
      of(3, 5, 7),
    );
  });

  it('refuse bad arguments at the top level, with the path of the argument', async () => {
    await world.job('job_a');
    await fill(2, ['job_a']);
    const { data } = await world.admin(PAGE, { first: 1 });
    const cursor = data.applications.pageInfo.endCursor;
    const code = async (variables: object) => (await world.admin(PAGE, variables)).errors[0]?.code;
    expect(await code({ first: 0 })).toBe('BAD_USER_INPUT');
    expect(await code({ first: 101 })).toBe('BAD_USER_INPUT');
    expect(await code({ after: `${cursor}x` })).toBe('BAD_USER_INPUT');
    expect(await code({ after: cursor, sort: 'APPLIED_AT_ASC' })).toBe('BAD_USER_INPUT');
    expect(await code({ after: cursor, filter: { jobId: 'job_a' } })).toBe('BAD_USER_INPUT');
    expect(await code({ after: cursor })).toBeUndefined();
  });

  it('of a hiring manager are those of their teams and those they interview for, in one order', async () => {
    const team = [{ userId: 'usr_manager', role: 'HIRING_MANAGER' as const }];
    await world.job('job_a', { team });
    await world.job('job_b');
    await world.job('job_c', { team });
    const ids = await fill(12, ['job_a', 'job_b', 'job_c']);
    await world.interview('int_1', ids[4]!, ['usr_manager']);
    await world.interview('int_2', ids[0]!, ['usr_manager']);
    const manager = world.as('usr_manager', 'HIRING_MANAGER');
    const visible = ids.filter((_, index) => index % 3 !== 1 || index === 4);
    expect(await walk(manager, {}, 2)).toEqual([...visible].reverse());
    expect(await walk(manager, { sort: 'UPDATED_AT_ASC' }, 2)).toEqual(visible);
    const { data } = await manager(PAGE, { filter: { status: 'ACTIVE' } });
    expect(data.applications.totalCount).toBe(visible.length);
    expect(await walk(manager, { filter: { jobId: 'job_b' } })).toEqual([ids[4]]);
  });
});

describe('what is contributed to jobs and stages', () => {
  const ENTITIES = `query ($r: [_Any!]!) { _entities(representations: $r) {
    ... on Job { id stageCounts { stage { id } count } applications(first: 2) { totalCount nodes { id } pageInfo { endCursor } } }
    ... on PipelineStage { id applications(filter: { status: ACTIVE }) { totalCount nodes { id } } }
  } }`;
  const entities = async (ask: Ask, typename: string, ids: readonly string[]) =>
    (await ask(ENTITIES, { r: ids.map((id) => ({ __typename: typename, id })) })).data._entities;

  it('counts active applications a stage, hired ones in the HIRED stage, and zeros too', async () => {
    await world.job('job_a', { seats: 2 });
    await world.job('job_b');
    world.autopilot = true;
    const ids = await fill(6, ['job_a']);
    await screenMove(ids[0]!, 'job_a');
    await world.change(world.admin, 'withdrawApplication', { applicationId: ids[1] });
    await world.change(world.admin, 'hireApplication', { applicationId: ids[2], idempotencyKey: 'h' });
    const counts = (job: View | undefined) => job?.stageCounts.map(({ count }) => count);
    const [a, b] = await entities(world.admin, 'Job', ['job_a', 'job_b']);
    expect(counts(a)).toEqual([0, 3, 1, 0, 1]);
    expect(counts(b)).toEqual([0, 0, 0, 0, 0]);
    world.jobSide.retireStage('job_a', stageId('job_a', 'screen'));
    world.jobSide.retireStage('job_a', stageId('job_a', 'offer'));
    await world.pump();
    const [afterwards] = await entities(world.admin, 'Job', ['job_a']);
    expect(counts(afterwards)).toEqual([0, 3, 1, 1]);
  });

  it('is null for jobs and stages that the caller may not know of, and counts only what they see', async () => {
    await world.job('job_a');
    await world.job('job_secret', { confidential: true });
    const ids = await fill(4, ['job_a', 'job_secret']);
    await world.interview('int_1', ids[2]!, ['usr_i']);
    const interviewer = world.as('usr_i', 'INTERVIEWER');
    for (const ask of [world.recruiter, interviewer, world.as('usr_n', 'ANALYST')]) {
      expect((await entities(ask, 'Job', ['job_secret']))[0]).toBeNull();
      expect((await entities(ask, 'PipelineStage', [stageId('job_secret', 'review')]))[0]).toBeNull();
    }
    expect((await entities(world.asCandidate('cand_x'), 'Job', ['job_a']))[0]).toBeNull();
    const [job] = await entities(interviewer, 'Job', ['job_a']);
    expect(job?.applications).toMatchObject({ totalCount: 1, nodes: [{ id: ids[2] }] });
    expect(job?.stageCounts.map(({ count }) => count)).toEqual([0, 1, 0, 0, 0]);
    const [review] = await entities(interviewer, 'PipelineStage', [stageId('job_a', 'review')]);
    expect(review?.applications).toEqual({ totalCount: 1, nodes: [{ id: ids[2] }] });
  });

  it('gives each of many jobs its own first page, and pages on under one of them', async () => {
    const jobs = ['job_a', 'job_b', 'job_c'];
    for (const job of jobs) await world.job(job);
    const ids = await fill(9, jobs);
    const found = await entities(world.admin, 'Job', jobs);
    found.forEach((job, index) =>
      expect(job.applications).toMatchObject({
        totalCount: 3,
        nodes: [{ id: ids[6 + index] }, { id: ids[3 + index] }],
      }),
    );
    const after = found[0]!.applications.pageInfo.endCursor;
    const more = `query ($r: [_Any!]!, $after: String) { _entities(representations: $r) { ... on Job { applications(after: $after) { nodes { id } } } } }`;
    const next = await world.admin(more, { r: [{ __typename: 'Job', id: 'job_a' }], after });
    expect(next.data._entities[0]?.applications.nodes).toEqual([{ id: ids[0] }]);
    const wrong = await world.admin(more, { r: [{ __typename: 'Job', id: 'job_b' }], after });
    expect(wrong.errors[0]?.code).toBe('BAD_USER_INPUT');
  });

  it('asks the owner of a job that no event has told of yet', async () => {
    world.jobSide.addJob('job_new');
    const [job] = await entities(world.recruiter, 'Job', ['job_new']);
    expect(job?.stageCounts).toHaveLength(5);
  });

  it('refuses a filter for another job than the parent', async () => {
    await world.job('job_a');
    const answer = await world.admin(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Job { applications(filter: { jobId: "job_b" }) { totalCount } } } }`,
      { r: [{ __typename: 'Job', id: 'job_a' }] },
    );
    expect(answer.errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  });
});

describe('candidates', () => {
  const FIND = `query ($filter: CandidateFilter, $sort: CandidateSort) {
    candidates(filter: $filter, sort: $sort, first: 100) { totalCount nodes { name } } }`;
  const names = async (filter: object, ask = world.recruiter) => {
    const { data } = await ask(FIND, { filter });
    const found = data.candidates.nodes.map(({ name }) => name);
    expect(data.candidates.totalCount).toBe(found.length);
    return found.sort();
  };

  beforeEach(async () => {
    await world.job('job_a');
    const ada = await world.candidate('Ada Lovelace', { tags: ['Maths', 'vip'], source: { channel: 'Referral' } });
    world.clock.advance(1_000);
    await world.candidate('Adèle Łukasik', { emails: ['boss@zebra.example'], tags: ['VIP'] });
    world.clock.advance(1_000);
    await world.candidate('Grace Hopper', { source: { channel: 'referral' } });
    await world.apply(ada, 'job_a');
  });

  it('are found by beginnings of words of names and addresses, whatever accents and order', async () => {
    expect(await names({ search: 'ad' })).toEqual(['Ada Lovelace', 'Adèle Łukasik']);
    expect(await names({ search: 'adele luk' })).toEqual(['Adèle Łukasik']);
    expect(await names({ search: 'LOVE ada' })).toEqual(['Ada Lovelace']);
    expect(await names({ search: 'zebra' })).toEqual(['Adèle Łukasik']);
    expect(await names({ search: 'lace' })).toEqual([]);
    expect(await names({ search: '.*' })).toHaveLength(3);
  });

  it('are found by address, tag, source, job and change, all at once', async () => {
    expect(await names({ email: ' BOSS@zebra.example ' })).toEqual(['Adèle Łukasik']);
    expect(await names({ email: 'boss@zebra.example', tag: 'maths' })).toEqual([]);
    expect(await names({ tag: 'vip' })).toEqual(['Ada Lovelace', 'Adèle Łukasik']);
    expect(await names({ source: 'REFERRAL' })).toEqual(['Ada Lovelace', 'Grace Hopper']);
    expect(await names({ source: 'referral', tag: 'vip', search: 'ada' })).toEqual(['Ada Lovelace']);
    expect(await names({ jobId: 'job_a' })).toEqual(['Ada Lovelace']);
    expect(await names({ jobId: 'job_a', search: 'grace' })).toEqual([]);
    expect(await names({ updatedAfter: '2026-03-02T09:00:00.500Z' })).toEqual(['Adèle Łukasik', 'Grace Hopper']);
  });

  it('come the most recently changed first, unless another order is asked for', async () => {
    const first = async (sort: string | null) => (await world.recruiter(FIND, { sort })).data.candidates.nodes[0]?.name;
    expect(await first(null)).toBe('Grace Hopper');
    expect(await first('UPDATED_AT_ASC')).toBe('Ada Lovelace');
    expect(await first('CREATED_AT_DESC')).toBe('Grace Hopper');
    expect(await first('CREATED_AT_ASC')).toBe('Ada Lovelace');
  });

  it('are found by their new name after a change, and no more by the old one', async () => {
    const { data } = await world.recruiter('{ candidates(filter: { search: "adele" }) { nodes { id } } }');
    await world.recruiter(
      'mutation ($input: UpdateCandidateInput!) { updateCandidate(input: $input) { userErrors { code } } }',
      { input: { candidateId: data.candidates.nodes[0]?.id, name: 'Zoe Quick' } },
    );
    expect(await names({ search: 'adele' })).toEqual([]);
    expect(await names({ search: 'zoe' })).toEqual(['Zoe Quick']);
  });
});

describe('transitions', () => {
  it('come in pages, the oldest first', async () => {
    await world.job('job_a');
    const [id] = await fill(1, ['job_a']);
    for (const [from, to] of [
      ['review', 'screen'],
      ['screen', 'offer'],
      ['offer', 'review'],
    ] as const) {
      await world.change(world.admin, 'moveApplication', {
        applicationId: id,
        toStageId: stageId('job_a', to),
        expectedFromStageId: stageId('job_a', from),
        idempotencyKey: world.key(),
      });
    }
    const read = `query ($id: ID!, $after: String) { application(id: $id) { transitions(first: 3, after: $after) {
      totalCount nodes { sequence kind direction } pageInfo { hasNextPage endCursor } } } }`;
    const { data } = await world.admin(read, { id });
    const { transitions } = data.application;
    expect(transitions).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    expect(transitions.nodes.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    const rest = await world.admin(read, { id, after: transitions.pageInfo.endCursor });
    expect(rest.data.application.transitions.nodes).toEqual([{ sequence: 4, kind: 'MOVED', direction: 'BACKWARD' }]);
  });
});
