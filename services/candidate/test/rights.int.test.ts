import type { StaffRole, TeamRole } from '@hiregraph/kernel';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Ask, type CandidateWorld, createCandidateWorld } from './candidate-world.ts';
import { stageId } from './job-side.ts';

let world: CandidateWorld;
let open: string;
let secret: string;
let ada: string;

beforeEach(async () => {
  world = await createCandidateWorld();
  await world.job('job_open', { posts: ['pst_open'], team: [{ userId: 'usr_manager', role: 'HIRING_MANAGER' }] });
  await world.job('job_secret', { confidential: true, team: [{ userId: 'usr_insider', role: 'RECRUITER' }] });
  await world.reason('rsn_1');
  ada = await world.candidate('Ada Lovelace', { tags: ['vip'], phones: ['123'] });
  open = await world.apply(ada, 'job_open', { note: 'A private note', source: { channel: 'referral' } });
  secret = await world.apply(ada, 'job_secret');
});
afterEach(() => world.stop());

const EVERYTHING = `query ($id: ID!) { application(id: $id) {
  id status appliedAt version createdAt updatedAt jobClosedAtSubmission reference
  candidate { id name emails phones links location tags source { channel } resume { basics { name } } }
  job { id } post { id } stage { id } source { channel } creditedTo { id } answers { value } submission { name }
  rejection { at note reason { id } by { id } fromStage { id } } hire { status } opening { id }
  timeInStage { visits stage { id } }
  transitions { nodes { kind occurredAt note reason { id } fromStage { id } toStage { id } direction actor { type user { id } } } }
} }`;
const look = (ask: Ask, id: string) => ask(EVERYTHING, { id });
const forbidden = (answer: Awaited<ReturnType<Ask>>): string[] =>
  answer.errors.map(({ code, path }) => `${String(code)} ${path.filter((part) => typeof part === 'string').join('.')}`);
const staff = (userId: string, ...roles: StaffRole[]) => world.as(userId, ...roles);
const joinTeam = async (jobId: string, userId: string, role: TeamRole) => {
  world.jobSide.setTeam(jobId, [{ userId, role }]);
  await world.deliver();
};
const seenIds = async (ask: Ask): Promise<string[]> => {
  const { data } = await ask('{ applications { totalCount nodes { id } } }');
  const ids = data.applications.nodes.map(({ id }) => id);
  expect(data.applications.totalCount).toBe(ids.length);
  return ids;
};

describe('who sees an application', () => {
  it.each<[string, StaffRole, boolean, boolean]>([
    ['usr_admin', 'ADMIN', true, true],
    ['usr_recruiter', 'RECRUITER', true, false],
    ['usr_insider', 'RECRUITER', true, true],
    ['usr_manager', 'HIRING_MANAGER', true, false],
    ['usr_other', 'HIRING_MANAGER', false, false],
    ['usr_other', 'INTERVIEWER', false, false],
    ['usr_analyst', 'ANALYST', true, false],
  ])('%s as %s: of the open job %p, of the confidential job %p', async (userId, role, seesOpen, seesSecret) => {
    const ask = staff(userId, role);
    const expected = [...(seesOpen ? [open] : []), ...(seesSecret ? [secret] : [])].sort();
    expect((await look(ask, open)).data.application).toEqual(seesOpen ? expect.objectContaining({ id: open }) : null);
    expect((await look(ask, secret)).data.application).toEqual(
      seesSecret ? expect.objectContaining({ id: secret }) : null,
    );
    expect((await seenIds(ask)).sort()).toEqual(expected);
    const { data } = await ask(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Application { id } } }`,
      { r: [open, secret].map((id) => ({ __typename: 'Application', id })) },
    );
    expect(
      data._entities
        .filter(Boolean)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(expected);
  });

  it.each<[string, StaffRole, boolean, boolean]>([
    ['usr_admin', 'ADMIN', true, true],
    ['usr_recruiter', 'RECRUITER', true, false],
    ['usr_insider', 'RECRUITER', true, true],
    ['usr_insider', 'HIRING_MANAGER', false, true],
    ['usr_manager', 'HIRING_MANAGER', true, false],
    ['usr_interviewer', 'HIRING_MANAGER', true, false],
    ['usr_interviewer', 'INTERVIEWER', true, false],
    ['usr_other', 'INTERVIEWER', false, false],
    ['usr_analyst', 'ANALYST', true, false],
  ])('%s as %s sees the same below a job: the open one %p, the confidential one %p', async (userId, role, ...sees) => {
    await world.interview('int_1', open, ['usr_interviewer']);
    await world.interview('int_2', secret, ['usr_interviewer']);
    const ask = staff(userId, role);
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Job {
      applications { totalCount nodes { id candidate { id } } }
    } } }`;
    const { data } = await ask(query, { r: ['job_open', 'job_secret'].map((id) => ({ __typename: 'Job', id })) });
    const jobs = data._entities.filter(Boolean);
    const below = jobs.flatMap(({ applications }) => applications.nodes).map(({ id }) => id);
    expect(below).toEqual([...(sees[0] ? [open] : []), ...(sees[1] ? [secret] : [])]);
    expect((await seenIds(ask)).sort()).toEqual([...below].sort());
    // That there is a confidential job is told to its team alone.
    expect(jobs).toHaveLength(sees[1] ? 2 : 1);
  });

  it('hides a confidential job that no event has told of yet', async () => {
    world.jobSide.addJob('job_new', { confidential: true, team: [{ userId: 'usr_insider', role: 'RECRUITER' }] });
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Job { applications { totalCount } } } }';
    const r = [{ __typename: 'Job', id: 'job_new' }];
    expect((await world.recruiter(query, { r })).data._entities).toEqual([null]);
    world.jobSide.addJob('job_newer', { confidential: true, team: [{ userId: 'usr_insider', role: 'RECRUITER' }] });
    const both = `query ($r: [_Any!]!) { applications(filter: { jobId: "job_newer" }) { totalCount } ${query.slice(query.indexOf('_entities'))}`;
    const newer = [{ __typename: 'Job', id: 'job_newer' }];
    expect((await world.recruiter(both, { r: newer })).data._entities).toEqual([null]);
    const insider = await staff('usr_insider', 'RECRUITER')(query, { r: newer });
    expect(insider.data._entities).toEqual([{ applications: { totalCount: 0 } }]);
  });

  it('hides a job that became confidential from all who are not on its team', async () => {
    world.jobSide.setConfidential('job_open', true);
    await world.deliver();
    expect(await seenIds(world.recruiter)).toEqual([]);
    expect((await look(world.recruiter, open)).data.application).toBeNull();
    expect(await seenIds(staff('usr_manager', 'HIRING_MANAGER'))).toEqual([open]);
  });

  it('shows interviewers those that they interview for, until the interview is cancelled', async () => {
    const ask = staff('usr_interviewer', 'INTERVIEWER');
    await world.interview('int_1', open, ['usr_interviewer']);
    expect(await seenIds(ask)).toEqual([open]);
    expect((await look(ask, open)).data.application.candidate.name).toBe('Ada Lovelace');
    await world.interview('int_1', open, ['usr_interviewer'], 'CANCELLED');
    expect(await seenIds(ask)).toEqual([]);
  });

  it('does not open confidential jobs to interviewers who are not on the team', async () => {
    const ask = staff('usr_interviewer', 'INTERVIEWER');
    await world.interview('int_1', secret, ['usr_interviewer']);
    expect(await seenIds(ask)).toEqual([]);
    await joinTeam('job_secret', 'usr_interviewer', 'INTERVIEWER');
    expect(await seenIds(ask)).toEqual([secret]);
  });

  it('shows nobody anything of another tenant', async () => {
    const outsider = world.asCaller({
      kind: 'user',
      tenantId: 'ten_other',
      userId: 'usr_admin',
      roles: ['ADMIN'],
      name: null,
    });
    expect((await look(outsider, open)).data.application).toBeNull();
    expect(await seenIds(outsider)).toEqual([]);
  });

  it('needs a token', async () => {
    const answer = await look(world.anonymous, open);
    expect(answer.errors).toMatchObject([{ code: 'UNAUTHENTICATED', path: ['application'] }]);
    const { data } = await world.anonymous(`query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }`, {
      r: [
        { __typename: 'Application', id: open },
        { __typename: 'Candidate', id: ada },
        { __typename: 'Job', id: 'job_open' },
      ],
    });
    expect(data._entities).toEqual([null, null, null]);
  });
});

describe('what is seen of it', () => {
  it('is everything for a recruiter', async () => {
    const answer = await look(world.recruiter, open);
    expect(answer.errors).toEqual([]);
    expect(answer.data.application).toMatchObject({
      candidate: { name: 'Ada Lovelace', tags: ['vip'] },
      job: { id: 'job_open' },
      source: { channel: 'referral' },
      transitions: { nodes: [{ note: 'A private note', actor: { user: { id: 'usr_admin' } } }] },
    });
  });

  it('is ids and stages for an ANALYST, and FORBIDDEN on every guarded path', async () => {
    const answer = await look(staff('usr_analyst', 'ANALYST'), open);
    expect(answer.data.application).toMatchObject({
      id: open,
      candidate: { id: ada, name: null, emails: null, phones: null, tags: null, resume: null },
      job: { id: 'job_open' },
      stage: { id: stageId('job_open', 'review') },
      source: null,
      submission: null,
      transitions: { nodes: [{ kind: 'SUBMITTED', note: null, actor: { type: 'USER', user: null } }] },
      timeInStage: [{ visits: 1, stage: { id: stageId('job_open', 'review') } }],
    });
    expect(forbidden(answer)).toEqual(
      expect.arrayContaining([
        'FORBIDDEN application.candidate.name',
        'FORBIDDEN application.candidate.emails',
        'FORBIDDEN application.candidate.phones',
        'FORBIDDEN application.candidate.resume',
        'FORBIDDEN application.source',
        'FORBIDDEN application.transitions.nodes.note',
      ]),
    );
  });

  it('is status and timeline for the candidate: no stages, reasons, notes or staff', async () => {
    await world.change(world.recruiter, 'rejectApplication', {
      applicationId: open,
      reasonId: 'rsn_1',
      note: 'Too slow',
    });
    const answer = await look(world.asCandidate(ada), open);
    expect(answer.data.application).toMatchObject({
      id: open,
      status: 'REJECTED',
      candidate: { id: ada, name: 'Ada Lovelace', tags: null },
      job: null,
      stage: null,
      source: null,
      hire: null,
      timeInStage: null,
      rejection: { at: expect.any(String), note: null, reason: null, by: null, fromStage: null },
      transitions: {
        nodes: [
          { kind: 'SUBMITTED', toStage: null, note: null, actor: { type: 'USER', user: null } },
          { kind: 'REJECTED', fromStage: null, reason: null, note: null, actor: { user: null } },
        ],
      },
    });
    expect(JSON.stringify(answer.data)).not.toMatch(/stg_|rsn_|usr_|Too slow|private/u);
  });

  it('is nothing of others for a candidate', async () => {
    const grace = await world.candidate('Grace Hopper');
    const ask = world.asCandidate(grace);
    expect((await look(ask, open)).data.application).toBeNull();
    const { data } = await ask('{ myApplications { totalCount } }');
    expect(data.myApplications.totalCount).toBe(0);
    const own = await world.asCandidate(ada)('{ myApplications { totalCount nodes { id } } }');
    expect(own.data.myApplications.nodes.map(({ id }) => id).sort()).toEqual([open, secret].sort());
    const list = await ask('{ applications { totalCount } }');
    expect(list.errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  it('gives an application on a confidential job away neither by candidate nor by count', async () => {
    const read = 'query ($id: ID!) { candidate(id: $id) { applications { totalCount nodes { id } } } }';
    const { data } = await world.recruiter(read, { id: ada });
    expect(data.candidate.applications).toEqual({ totalCount: 1, nodes: [{ id: open }] });
  });
});

describe('who may change an application', () => {
  const move = (ask: Ask, id = open, job = 'job_open') =>
    world.change(ask, 'moveApplication', {
      applicationId: id,
      toStageId: stageId(job, 'screen'),
      expectedFromStageId: stageId(job, 'review'),
      idempotencyKey: world.key(),
    });

  it('lets a hiring manager on the team move, reject and request a hire, and nothing else', async () => {
    const ask = staff('usr_manager', 'HIRING_MANAGER');
    expect((await move(ask)).codes).toEqual([]);
    expect((await world.change(ask, 'rejectApplication', { applicationId: open, reasonId: 'rsn_1' })).codes).toEqual(
      [],
    );
    for (const mutation of ['unrejectApplication', 'unhireApplication', 'withdrawApplication']) {
      const { errors } = await world.change(ask, mutation, { applicationId: open });
      expect(errors).toMatchObject([{ code: 'FORBIDDEN', path: [mutation] }]);
    }
  });

  it('answers NOT_FOUND for what is not theirs, as for what is not there', async () => {
    const other = await move(staff('usr_other', 'HIRING_MANAGER'));
    const absent = await move(staff('usr_other', 'HIRING_MANAGER'), 'app_00000000000000000000000000');
    expect(other.codes).toEqual(['NOT_FOUND']);
    expect(other.application).toBeNull();
    expect(other.userErrors).toEqual(absent.userErrors);
    expect((await move(world.recruiter, secret, 'job_secret')).codes).toEqual(['NOT_FOUND']);
  });

  it('forbids to move what one may only look at', async () => {
    await world.interview('int_1', open, ['usr_other']);
    const answer = await move(staff('usr_other', 'HIRING_MANAGER'));
    expect(answer.errors).toMatchObject([{ code: 'FORBIDDEN', path: ['moveApplication'] }]);
    await joinTeam('job_open', 'usr_other', 'COORDINATOR');
    expect((await move(staff('usr_other', 'HIRING_MANAGER'))).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  it('knows a hiring manager who was put on the team a moment ago', async () => {
    world.jobSide.setTeam('job_open', [{ userId: 'usr_other', role: 'HIRING_MANAGER' }]);
    const answer = await move(staff('usr_other', 'HIRING_MANAGER'));
    expect(answer.codes).toEqual([]);
    expect(answer.application.stage.id).toBe(stageId('job_open', 'screen'));
  });

  it('asks for a role before it looks at anything', async () => {
    for (const [ask, code] of [
      [world.anonymous, 'UNAUTHENTICATED'],
      [world.asCandidate(ada), 'FORBIDDEN'],
      [staff('usr_x', 'INTERVIEWER'), 'FORBIDDEN'],
      [staff('usr_x', 'ANALYST'), 'FORBIDDEN'],
    ] as const) {
      expect((await move(ask)).errors).toMatchObject([{ code, path: ['moveApplication'] }]);
    }
  });

  it('lets candidates withdraw their own application only', async () => {
    const grace = await world.candidate('Grace Hopper');
    const others = await world.change(world.asCandidate(grace), 'withdrawApplication', { applicationId: open });
    expect(others.codes).toEqual(['NOT_FOUND']);
    const { codes, application } = await world.change(world.asCandidate(ada), 'withdrawApplication', {
      applicationId: open,
    });
    expect(codes).toEqual([]);
    expect(application.status).toBe('WITHDRAWN');
  });

  it('does not add or transfer to a job that the recruiter may not know of', async () => {
    const grace = await world.candidate('Grace Hopper');
    const added = await world.change(world.recruiter, 'addApplication', {
      candidateId: grace,
      jobId: 'job_secret',
      idempotencyKey: world.key(),
    });
    expect(added.codes).toEqual(['NOT_FOUND']);
    const moved = await world.change(world.recruiter, 'transferApplication', {
      applicationId: open,
      toJobId: 'job_secret',
    });
    expect(moved.codes).toEqual(['NOT_FOUND']);
  });
});

describe('who sees a candidate', () => {
  const READ = 'query ($id: ID!) { candidate(id: $id) { id name } candidates { totalCount nodes { id name } } }';
  const ids = async (ask: Ask): Promise<string[]> => {
    const { data } = await ask(READ, { id: ada });
    const nodes = data.candidates.nodes;
    expect(data.candidates.totalCount).toBe(nodes.length);
    expect(data.candidate).toEqual(nodes.find(({ id }) => id === ada) ?? null);
    return nodes.map(({ id }) => id);
  };

  it('is who sees one of their applications, and recruiters', async () => {
    const grace = await world.candidate('Grace Hopper');
    expect((await ids(world.recruiter)).sort()).toEqual([ada, grace].sort());
    expect(await ids(staff('usr_manager', 'HIRING_MANAGER'))).toEqual([ada]);
    expect(await ids(staff('usr_other', 'HIRING_MANAGER'))).toEqual([]);
    expect(await ids(staff('usr_other', 'INTERVIEWER'))).toEqual([]);
    await world.interview('int_1', open, ['usr_other']);
    expect(await ids(staff('usr_other', 'INTERVIEWER'))).toEqual([ada]);
  });

  it('is not told by a filter for a job that one may not know of, or for what one may not read', async () => {
    const count = async (ask: Ask, filter: object) => {
      const answer = await ask('query ($filter: CandidateFilter) { candidates(filter: $filter) { totalCount } }', {
        filter,
      });
      return answer.errors[0]?.code ?? answer.data.candidates.totalCount;
    };
    expect(await count(world.admin, { jobId: 'job_secret' })).toBe(1);
    expect(await count(world.recruiter, { jobId: 'job_secret' })).toBe(0);
    expect(await count(staff('usr_manager', 'HIRING_MANAGER'), { jobId: 'job_secret' })).toBe(0);
    expect(await count(staff('usr_manager', 'HIRING_MANAGER'), { email: 'ada.lovelace@example.com' })).toBe(1);
    expect(await count(staff('usr_other', 'HIRING_MANAGER'), { email: 'ada.lovelace@example.com' })).toBe(0);
    expect(await count(staff('usr_analyst', 'ANALYST'), { search: 'ada' })).toBe('FORBIDDEN');
    expect(await count(staff('usr_analyst', 'ANALYST'), { email: 'ada.lovelace@example.com' })).toBe('FORBIDDEN');
    expect(await count(staff('usr_analyst', 'ANALYST'), { jobId: 'job_open' })).toBe(1);
  });
});

describe('what services ask', () => {
  const FACTS =
    'query ($id: ID!) { applicationFacts(id: $id) { id lastSequence jobId candidateId status stageId hireAttempt } }';

  it('is answered to services alone', async () => {
    const service = world.asCaller({ kind: 'service', tenantId: 'ten_acme', service: 'evaluation' });
    expect((await service(FACTS, { id: open })).data.applicationFacts).toEqual({
      id: open,
      lastSequence: 1,
      jobId: 'job_open',
      candidateId: ada,
      status: 'ACTIVE',
      stageId: stageId('job_open', 'review'),
      hireAttempt: null,
    });
    expect((await world.admin(FACTS, { id: open })).data.applicationFacts).toBeNull();
    expect((await service(EVERYTHING, { id: open })).errors[0]).toMatchObject({ code: 'FORBIDDEN' });
  });
});
