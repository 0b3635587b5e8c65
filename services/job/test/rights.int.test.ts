import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Ask, at, createJobWorld, type JobWorld, OTHER_TENANT, textAt, userId } from './job-world.ts';

let world: JobWorld;
let openJob: string;
let hiddenJob: string;
beforeEach(async () => {
  world = await createJobWorld();
  await world.enter('mia', 'ivan');
  openJob = await newJob({ title: 'Open baker' });
  hiddenJob = await newJob({
    title: 'Hidden baker',
    confidential: true,
    hiringTeam: [
      { userId: userId('mia'), role: 'HIRING_MANAGER' },
      { userId: userId('ivan'), role: 'INTERVIEWER' },
    ],
    criteria: [{ kind: 'SKILL', text: 'Keeps secrets' }],
  });
});
afterEach(() => world.stop());

async function newJob(input: object): Promise<string> {
  const answer = await world.admin(
    'mutation ($input: CreateJobInput!) { createJob(input: $input) { job { id } userErrors { code } } }',
    { input },
  );
  return textAt(answer, 'createJob.job.id');
}

const everybody = (): Readonly<Record<string, Ask>> => ({
  ADMIN: world.admin,
  RECRUITER: world.recruiter,
  'HIRING_MANAGER of the team': world.as('mia', 'HIRING_MANAGER'),
  'another HIRING_MANAGER': world.as('max', 'HIRING_MANAGER'),
  'INTERVIEWER of the team': world.as('ivan', 'INTERVIEWER'),
  'another INTERVIEWER': world.as('ian', 'INTERVIEWER'),
  ANALYST: world.as('ann', 'ANALYST'),
  CANDIDATE: world.candidate,
  'no token': world.anonymous,
  'another service': world.candidateService,
  "another tenant's ADMIN": world.of({
    kind: 'user',
    tenantId: OTHER_TENANT,
    userId: userId('ada'),
    roles: ['ADMIN'],
    name: null,
  }),
});
const STAFF = [
  'ADMIN',
  'RECRUITER',
  'HIRING_MANAGER of the team',
  'another HIRING_MANAGER',
  'INTERVIEWER of the team',
  'another INTERVIEWER',
  'ANALYST',
];
const TEAM = ['ADMIN', 'HIRING_MANAGER of the team', 'INTERVIEWER of the team'];

/** Who gets something at a path. */
async function whoSees(query: string, variables: Readonly<Record<string, unknown>>, path: string): Promise<string[]> {
  const seeing: string[] = [];
  for (const [who, ask] of Object.entries(everybody())) {
    if (at(await ask(query, variables), path) != null) seeing.push(who);
  }
  return seeing;
}

describe('a confidential job', () => {
  it('is read by ADMIN and its team alone, as every other job is by all staff', async () => {
    const query = 'query ($id: ID!) { job(id: $id) { title } }';
    expect(await whoSees(query, { id: openJob }, 'job')).toEqual(STAFF);
    expect(await whoSees(query, { id: hiddenJob }, 'job')).toEqual(TEAM);
  });

  it('looks to others as one that is not there', async () => {
    const query = 'query ($id: ID!) { job(id: $id) { title } }';
    expect(await world.recruiter(query, { id: hiddenJob })).toEqual(await world.recruiter(query, { id: 'job_none' }));
    const open = 'mutation ($id: ID!) { openJob(input: { jobId: $id }) { job { id } userErrors { code message } } }';
    expect(await world.recruiter(open, { id: hiddenJob })).toEqual(await world.recruiter(open, { id: 'job_none' }));
  });

  it('is in no list and no count of others', async () => {
    for (const [who, ask] of Object.entries(everybody())) {
      if (!STAFF.includes(who)) continue;
      for (const list of [
        'jobs',
        'jobs(filter: { search: "baker" })',
        'jobs(filter: { status: [DRAFT] }, sort: TITLE_ASC)',
      ]) {
        const answer = await ask(`{ jobs: ${list} { totalCount nodes { id } edges { node { id } } } }`);
        const ids = at(answer, 'jobs.nodes') as { id: string }[];
        expect([who, ids.map(({ id }) => id).sort()]).toEqual([
          who,
          (TEAM.includes(who) ? [openJob, hiddenJob] : [openJob]).sort(),
        ]);
        expect(at(answer, 'jobs.totalCount')).toBe(ids.length);
        expect(at(answer, 'jobs.edges')).toEqual(ids.map((node) => ({ node })));
      }
    }
  });

  it('is handed out by no reference, nor is anything that hangs on it', async () => {
    const parts = await world.admin(
      'query ($id: ID!) { job(id: $id) { stages { id } openings { nodes { id } } criteria { id } } }',
      { id: hiddenJob },
    );
    const representations = [
      { __typename: 'Job', id: hiddenJob },
      { __typename: 'PipelineStage', id: textAt(parts, 'job.stages.0.id') },
      { __typename: 'Opening', id: textAt(parts, 'job.openings.nodes.0.id') },
      { __typename: 'Criterion', id: textAt(parts, 'job.criteria.0.id') },
    ];
    const query = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }';
    for (const [who, ask] of Object.entries(everybody())) {
      const answer = await ask(query, { representations });
      expect([who, answer.errors]).toEqual([who, []]);
      const expected = representations.map(({ __typename }) => (TEAM.includes(who) ? { __typename } : null));
      expect([who, at(answer, '_entities')]).toEqual([who, expected]);
    }
  });

  it('is changed by those of the team who lead it', async () => {
    const add = 'mutation ($id: ID!) { addOpenings(input: { jobId: $id }) { openings { id } userErrors { code } } }';
    const open = 'mutation ($id: ID!) { openJob(input: { jobId: $id }) { job { status } userErrors { code } } }';
    const outcome = async (ask: Ask, query: string, field: string) => {
      const answer = await ask(query, { id: hiddenJob });
      return at(answer, `${field}.userErrors.0.code`) ?? answer.errors[0]?.code ?? 'DONE';
    };
    const { recruiter, ...others } = {
      recruiter: world.recruiter,
      mia: world.as('mia', 'HIRING_MANAGER'),
      ivan: world.as('ivan', 'INTERVIEWER'),
      asRecruiter: world.as('ivan', 'RECRUITER'),
    };
    expect(await outcome(recruiter, add, 'addOpenings')).toBe('NOT_FOUND');
    expect(await outcome(others.mia, add, 'addOpenings')).toBe('DONE');
    expect(await outcome(others.mia, open, 'openJob')).toBe('FORBIDDEN');
    expect(await outcome(others.ivan, add, 'addOpenings')).toBe('FORBIDDEN');
    expect(await outcome(others.asRecruiter, add, 'addOpenings')).toBe('FORBIDDEN');
  });

  it('has a recruiter who drafts it on its team, and one who hides it is on it already', async () => {
    const create =
      'mutation { createJob(input: { title: "Secret", confidential: true }) { job { id confidential hiringTeam { role user { name } } } } }';
    await world.recruiter('{ me { id } }');
    const answer = await world.recruiter(create);
    expect(at(answer, 'createJob.job')).toMatchObject({ hiringTeam: [{ role: 'RECRUITER', user: { name: 'rita' } }] });
    const hide =
      'mutation ($id: ID!) { updateJob(input: { jobId: $id, confidential: true }) { job { confidential } userErrors { code field } } }';
    expect(at(await world.recruiter(hide, { id: openJob }), 'updateJob')).toEqual({
      job: { confidential: false },
      userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'confidential'] }],
    });
    expect(at(await world.admin(hide, { id: openJob }), 'updateJob.job')).toEqual({ confidential: true });
  });
});

describe('guarded fields', () => {
  it('are null with FORBIDDEN on their path', async () => {
    const query =
      'query ($id: ID!) { job(id: $id) { title hiringTeam { role } openings { nodes { status application { id } } } } }';
    const analyst = await world.as('ann', 'ANALYST')(query, { id: openJob });
    expect(at(analyst, 'job')).toEqual({
      title: 'Open baker',
      hiringTeam: null,
      openings: { nodes: [{ status: 'OPEN', application: null }] },
    });
    expect(analyst.errors).toMatchObject([{ code: 'FORBIDDEN', path: ['job', 'hiringTeam'] }]);
    const interviewer = await world.as('ian', 'INTERVIEWER')(query, { id: openJob });
    expect(interviewer.errors).toMatchObject([
      { code: 'FORBIDDEN', path: ['job', 'openings', 'nodes', 0, 'application'] },
    ]);
  });

  it('are no filter either', async () => {
    const query = 'query ($user: ID!) { jobs(filter: { hiringTeamUserId: $user }) { totalCount } }';
    const user = userId('mia');
    expect((await world.as('ann', 'ANALYST')(query, { user })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(at(await world.admin(query, { user }), 'jobs.totalCount')).toBe(1);
    expect(at(await world.recruiter(query, { user }), 'jobs.totalCount')).toBe(0);
  });
});

it('lists need a token of staff', async () => {
  for (const list of ['jobs', 'users', 'rejectionReasons']) {
    expect((await world.anonymous(`{ ${list} { totalCount } }`)).errors).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
    expect((await world.candidate(`{ ${list} { totalCount } }`)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  }
});

it("another tenant's ADMIN finds nothing", async () => {
  const other = everybody()["another tenant's ADMIN"] as Ask;
  expect((await other('{ jobs { totalCount nodes { id } } users { totalCount } }')).data).toEqual({
    jobs: { totalCount: 0, nodes: [] },
    users: { totalCount: 0 },
  });
  const rename =
    'mutation ($id: ID!) { updateJob(input: { jobId: $id, title: "Mine" }) { job { id } userErrors { code } } }';
  expect(at(await other(rename, { id: openJob }), 'updateJob')).toEqual({
    job: null,
    userErrors: [{ code: 'NOT_FOUND' }],
  });
});
