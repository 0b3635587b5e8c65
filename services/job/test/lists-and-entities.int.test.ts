import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { at, createJobWorld, type JobWorld, TENANT, textAt, userId } from './job-world.ts';

let world: JobWorld;
beforeEach(async () => {
  world = await createJobWorld();
});
afterEach(() => world.stop());

async function newJob(input: object): Promise<string> {
  world.clock.advance(1_000);
  const create = 'mutation ($input: CreateJobInput!) { createJob(input: $input) { job { id } userErrors { code } } }';
  return textAt(await world.admin(create, { input }), 'createJob.job.id');
}
async function open(jobId: string): Promise<void> {
  world.clock.advance(1_000);
  await world.admin('mutation ($id: ID!) { openJob(input: { jobId: $id }) { job { id } } }', { id: jobId });
}

async function titles(list: string, ask = world.recruiter): Promise<string[]> {
  const answer = await ask(`{ jobs${list} { totalCount nodes { title } } }`);
  expect(answer.errors).toEqual([]);
  const nodes = at(answer, 'jobs.nodes') as { title: string }[];
  expect(at(answer, 'jobs.totalCount')).toBe(nodes.length);
  return nodes.map(({ title }) => title);
}

describe('jobs', () => {
  it('are sorted by every sort there is', async () => {
    const [c, a, b] = [
      await newJob({ title: 'Cook' }),
      await newJob({ title: 'ärztin' }),
      await newJob({ title: 'Baker' }),
    ];
    await open(b);
    await open(c);
    expect(await titles('')).toEqual(['Baker', 'ärztin', 'Cook']);
    expect(await titles('(sort: CREATED_AT_ASC)')).toEqual(['Cook', 'ärztin', 'Baker']);
    expect(await titles('(sort: TITLE_ASC)')).toEqual(['ärztin', 'Baker', 'Cook']);
    expect(await titles('(sort: TITLE_DESC)')).toEqual(['Cook', 'Baker', 'ärztin']);
    expect(await titles('(sort: OPENED_AT_ASC)')).toEqual(['ärztin', 'Baker', 'Cook']);
    expect(await titles('(sort: OPENED_AT_DESC)')).toEqual(['Cook', 'Baker', 'ärztin']);
    expect(await titles('(sort: UPDATED_AT_DESC)')).toEqual(['Cook', 'Baker', 'ärztin']);
    expect(await titles('(sort: UPDATED_AT_ASC)')).toEqual(['ärztin', 'Baker', 'Cook']);
    expect(a).toMatch(/^job_/u);
  });

  it('are narrowed by every filter there is, in any order', async () => {
    await world.enter('mia');
    const hiringTeam = [{ userId: userId('mia'), role: 'RECRUITER' }];
    await newJob({ title: 'Senior Baker', department: 'Bakery', locations: ['Köln'], remote: true, hiringTeam });
    await newJob({ title: 'Cook', department: 'Kitchen', locations: ['Berlin'], employmentType: 'PART_TIME' });
    const since = new Date(world.clock.now()).toISOString();
    const baker = await newJob({ title: 'Baker', department: 'Bakery', locations: ['Berlin'] });
    await open(baker);
    expect(await titles('(filter: { search: "bak" })')).toEqual(['Baker', 'Senior Baker']);
    expect(await titles('(filter: { search: "koln sen" })')).toEqual(['Senior Baker']);
    expect(await titles('(filter: { search: "berlin", department: "Bakery" }, sort: TITLE_ASC)')).toEqual(['Baker']);
    expect(await titles('(filter: { search: "aker" })')).toEqual([]);
    expect(await titles('(filter: { search: " - " })')).toHaveLength(3);
    expect(await titles('(filter: { status: [DRAFT] })')).toEqual(['Cook', 'Senior Baker']);
    expect(await titles('(filter: { status: OPEN })')).toEqual(['Baker']);
    expect(await titles('(filter: { status: [DRAFT, OPEN] }, sort: TITLE_ASC)')).toEqual([
      'Baker',
      'Cook',
      'Senior Baker',
    ]);
    expect(await titles('(filter: { status: [] })')).toEqual([]);
    expect(await titles('(filter: { employmentType: PART_TIME })')).toEqual(['Cook']);
    expect(await titles('(filter: { remote: true })')).toEqual(['Senior Baker']);
    expect(await titles('(filter: { confidential: true })')).toEqual([]);
    expect(await titles(`(filter: { hiringTeamUserId: "${userId('mia')}" })`)).toEqual(['Senior Baker']);
    expect(await titles(`(filter: { updatedAfter: "${since}" })`)).toEqual(['Baker']);
    expect(await titles(`(filter: { updatedAfter: "${since}" }, sort: UPDATED_AT_ASC)`)).toEqual(['Baker']);
  });

  it('follow what a job becomes', async () => {
    const jobId = await newJob({ title: 'Baker' });
    const update = 'mutation ($input: UpdateJobInput!) { updateJob(input: $input) { job { id } } }';
    await world.admin(update, { input: { jobId, title: 'Cook', confidential: true } });
    expect(await titles('(filter: { search: "cook" })')).toEqual([]);
    expect(await titles('(filter: { search: "cook" })', world.admin)).toEqual(['Cook']);
    expect(await titles('(filter: { search: "baker" })', world.admin)).toEqual([]);
    await world.admin(update, { input: { jobId, confidential: false } });
    expect(await titles('(filter: { search: "cook" })')).toEqual(['Cook']);
  });

  it.each(['CREATED_AT_DESC', 'OPENED_AT_DESC', 'OPENED_AT_ASC', 'TITLE_ASC', 'UPDATED_AT_ASC'])(
    'are paged by %s, none twice and none left out, with cursors of their own',
    async (sort) => {
      for (let index = 0; index < 7; index++) {
        const jobId = await newJob({ title: index % 2 === 0 ? 'Same' : `Title ${index}` });
        if (index % 3 === 0) await open(jobId);
      }
      const page = (first: number, after: string | null, search: string | null = null) =>
        world.recruiter(
          `query ($first: Int, $after: String, $search: String) { jobs(sort: ${sort}, filter: { search: $search }, first: $first, after: $after) {
            totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          } }`,
          { first, after, search },
        );
      const all = (at(await page(100, null), 'jobs.nodes') as { id: string }[]).map(({ id }) => id);
      const seen: string[] = [];
      let after: string | null = null;
      for (;;) {
        const answer = await page(2, after);
        expect(at(answer, 'jobs.pageInfo.hasPreviousPage')).toBe(after !== null);
        seen.push(...(at(answer, 'jobs.nodes') as { id: string }[]).map(({ id }) => id));
        if (at(answer, 'jobs.pageInfo.hasNextPage') !== true) break;
        after = textAt(answer, 'jobs.pageInfo.endCursor');
      }
      expect(seen).toEqual(all);
      expect((await page(2, after, 'same')).errors).toMatchObject([{ code: 'BAD_USER_INPUT', argument: ['after'] }]);
      expect((await page(0, null)).errors).toMatchObject([{ code: 'BAD_USER_INPUT', argument: ['first'] }]);
    },
  );

  it('do not count unless they are asked to', async () => {
    await newJob({ title: 'Baker' });
    world.reads.length = 0;
    await world.recruiter('{ jobs { nodes { title stages { name } } } }');
    expect(world.reads).toEqual(['jobs.find']);
    await world.recruiter('{ jobs { totalCount } }');
    expect(world.reads).toEqual(['jobs.find', 'jobs.find', 'jobs.count']);
  });
});

describe('references', () => {
  it('of one kind are one store query, however many there are', async () => {
    await world.enter('mia', 'ben');
    const hiringTeam = [
      { userId: userId('mia'), role: 'RECRUITER' },
      { userId: userId('ben'), role: 'INTERVIEWER' },
    ];
    const jobIds = [];
    for (const title of ['Baker', 'Cook', 'Waiter'])
      jobIds.push(await newJob({ title, hiringTeam, criteria: [{ kind: 'SKILL', text: title }] }));
    const reason =
      'mutation { createRejectionReason(input: { label: "No", side: COMPANY }) { rejectionReason { id } } }';
    const reasonId = textAt(await world.recruiter(reason), 'createRejectionReason.rejectionReason.id');
    const parts = await world.recruiter(
      '{ jobs { nodes { stages { id name } openings { nodes { id } } criteria { id } } } }',
    );
    const jobs = at(parts, 'jobs.nodes') as {
      stages: { id: string; name: string }[];
      openings: { nodes: { id: string }[] };
      criteria: { id: string }[];
    }[];
    const of = (__typename: string, ids: readonly string[]) => ids.map((id) => ({ __typename, id }));
    const stages = jobs.flatMap((job) => job.stages);
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      __typename
      ... on Job { id title hiringTeam { user { name } } } ... on PipelineStage { id name } ... on Opening { id status }
      ... on Criterion { id text } ... on User { id userName: name } ... on RejectionReason { id label } ... on Tenant { id slug }
    } }`;
    const asked = async (representations: readonly object[]) => {
      world.reads.length = 0;
      const answer = await world.recruiter(query, { representations });
      expect(answer.errors).toEqual([]);
      return at(answer, '_entities');
    };
    expect(await asked(of('Job', [...jobIds, 'job_none', ...jobIds]))).toMatchObject([
      { title: 'Baker', hiringTeam: [{ user: { name: 'mia' } }, { user: { name: 'ben' } }] },
      { title: 'Cook' },
      { title: 'Waiter' },
      null,
      {},
      {},
      {},
    ]);
    expect(world.reads).toEqual(['jobs.find', 'users.find']);
    expect(await asked(of('PipelineStage', [...stages.map(({ id }) => id), 'stg_none']))).toEqual([
      ...stages.map(({ id, name }) => ({ __typename: 'PipelineStage', id, name })),
      null,
    ]);
    expect(world.reads).toEqual(['jobs.find']);
    expect(
      await asked(
        of(
          'Opening',
          jobs.map((job) => job.openings.nodes[0]?.id ?? ''),
        ),
      ),
    ).toMatchObject([{ status: 'OPEN' }, { status: 'OPEN' }, { status: 'OPEN' }]);
    expect(world.reads).toEqual(['jobs.find']);
    expect(
      await asked(
        of(
          'Criterion',
          jobs.map((job) => job.criteria[0]?.id ?? ''),
        ),
      ),
    ).toMatchObject([{ text: 'Waiter' }, { text: 'Cook' }, { text: 'Baker' }]);
    expect(world.reads).toEqual(['jobs.find']);
    expect(
      await asked([
        ...of('User', [userId('mia'), 'usr_none']),
        ...of('RejectionReason', [reasonId]),
        ...of('Tenant', [TENANT, 'ten_bolt']),
      ]),
    ).toMatchObject([{ userName: 'mia' }, null, { label: 'No' }, { slug: 'acme' }, null]);
    expect([...world.reads].sort()).toEqual(['rejection_reasons.find', 'users.find']);
  });

  it('beyond what one store query looks up are found all the same', async () => {
    const jobId = await newJob({ title: 'Baker', openings: 100 });
    const add = 'mutation ($id: ID!) { addOpenings(input: { jobId: $id, count: 100 }) { openings { id } } }';
    const ids: string[] = [];
    for (let times = 0; times < 4; times++) {
      ids.push(
        ...(at(await world.admin(add, { id: jobId }), 'addOpenings.openings') as { id: string }[]).map(({ id }) => id),
      );
      const collection = { collection: 'jobs', tenantId: TENANT, id: jobId };
      const { events } = await world.storage.outbox.pending(collection);
      await world.storage.outbox.pull(
        collection,
        events.map(({ sequence }) => sequence),
      );
    }
    const representations = [...ids, ...ids.map((id) => `${id}x`)].map((id) => ({ __typename: 'Opening', id }));
    const answer = await world.recruiter(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Opening { id } } }',
      { r: representations },
    );
    expect(at(answer, '_entities')).toEqual([...ids.map((id) => ({ id })), ...ids.map(() => null)]);
  });
});

describe('jobFacts', () => {
  const facts = `query ($id: ID, $postId: ID) { jobFacts(id: $id, postId: $postId) {
    id lastSequence occurredAt title status department locations employmentType confidential planVersion
    stages { id name kind position slaHours active } hiringTeam { userId role } criteria { id kind weight active } publishedPosts requiredQuestions { postId questionId } openSeats
  } }`;

  it('answer services by the id of a job or a post, and nobody else', async () => {
    await world.enter('mia');
    const hiringTeam = [{ userId: userId('mia'), role: 'RECRUITER' }];
    const jobId = await newJob({
      title: 'Baker',
      openings: 2,
      hiringTeam,
      criteria: [{ kind: 'SKILL', text: 'Bakes' }],
    });
    await open(jobId);
    const create =
      'mutation ($id: ID!) { createJobPost(input: { jobId: $id, body: "Bake.", questions: [{ text: "Own oven?", type: YES_NO }, { text: "Since when?", type: TEXT, required: true }] }) { jobPost { id questions { id } } } }';
    const created = await world.admin(create, { id: jobId });
    const postId = textAt(created, 'createJobPost.jobPost.id');
    const required = textAt(created, 'createJobPost.jobPost.questions.1.id');
    await world.admin('mutation ($id: ID!) { publishJobPost(input: { postId: $id }) { jobPost { id } } }', {
      id: postId,
    });
    const answer = await world.candidateService(facts, { postId });
    const last = (await world.events('jobs', jobId)).at(-1);
    expect(at(answer, 'jobFacts')).toMatchObject({
      id: jobId,
      lastSequence: last?.sequence,
      occurredAt: last?.time,
      title: 'Baker',
      status: 'OPEN',
      confidential: false,
      planVersion: 1,
      hiringTeam,
      criteria: [{ kind: 'SKILL', weight: 3, active: true }],
      publishedPosts: [postId],
      requiredQuestions: [{ postId, questionId: required }],
      openSeats: 2,
    });
    expect(await world.candidateService(facts, { id: jobId })).toEqual(answer);
    expect((await world.candidateService(facts, { id: 'job_none' })).data).toEqual({ jobFacts: null });
    expect((await world.candidateService(facts)).data).toEqual({ jobFacts: null });
    for (const ask of [world.admin, world.candidate, world.anonymous]) {
      expect(await ask(facts, { id: jobId })).toEqual({ data: { jobFacts: null }, errors: [] });
    }
  });
});
