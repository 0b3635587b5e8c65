import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { at, createJobWorld, type JobWorld, OTHER_TENANT, textAt, userId } from './job-world.ts';

let world: JobWorld;
beforeEach(async () => {
  world = await createJobWorld();
});
afterEach(() => world.stop());

const POST =
  'id title body status publishedAt version questions { id text type required } companyName department locations employmentType remote jsonLd';

async function openJob(input: object = {}): Promise<string> {
  const create = 'mutation ($input: CreateJobInput!) { createJob(input: $input) { job { id } } }';
  const jobId = textAt(await world.recruiter(create, { input: { title: 'Baker', ...input } }), 'createJob.job.id');
  await world.recruiter('mutation ($id: ID!) { openJob(input: { jobId: $id }) { job { id } } }', { id: jobId });
  return jobId;
}

async function draftPost(jobId: string, input: object = {}): Promise<string> {
  const create = `mutation ($input: CreateJobPostInput!) { createJobPost(input: $input) { jobPost { ${POST} } userErrors { code } } }`;
  return textAt(
    await world.recruiter(create, { input: { jobId, body: 'Bake with us.', ...input } }),
    'createJobPost.jobPost.id',
  );
}

const publish = (postId: string, input: object = {}) =>
  world.recruiter(
    `mutation ($input: PublishJobPostInput!) { publishJobPost(input: $input) { jobPost { ${POST} } userErrors { code field } } }`,
    { input: { postId, ...input } },
  );

async function publishedPost(jobId: string, input: object = {}): Promise<string> {
  const postId = await draftPost(jobId, input);
  world.clock.advance(1_000);
  await publish(postId);
  return postId;
}

const list = (filter = '', first = 20, after: string | null = null) =>
  world.anonymous(
    `query ($first: Int, $after: String) { publishedJobPosts(company: "acme", ${filter} first: $first, after: $after) {
      totalCount nodes { id title } edges { node { id } cursor } pageInfo { hasNextPage endCursor }
    } }`,
    { first, after },
  );

describe('a published post', () => {
  it('is read by everybody, without a token too', async () => {
    const jobId = await openJob({ department: 'Bakery', locations: ['Berlin'], remote: true });
    const postId = await publishedPost(jobId, { title: 'Bake!', questions: [{ text: 'Own oven?', type: 'YES_NO' }] });
    const query = `query ($id: ID!) { jobPost(id: $id, company: "acme") { ${POST} } }`;
    const answer = await world.anonymous(query, { id: postId });
    expect(answer.errors).toEqual([]);
    expect(at(answer, 'jobPost')).toMatchObject({
      title: 'Bake!',
      body: 'Bake with us.',
      status: 'PUBLISHED',
      version: 2,
      companyName: 'Acme',
      department: 'Bakery',
      locations: ['Berlin'],
      remote: true,
      questions: [{ text: 'Own oven?', type: 'YES_NO', required: false }],
    });
    expect(JSON.parse(textAt(answer, 'jobPost.jsonLd'))).toMatchObject({ '@type': 'JobPosting', title: 'Bake!' });
    expect(at(await world.candidate(query, { id: postId }), 'jobPost.id')).toBe(postId);
    expect((await list()).data).toMatchObject({ publishedJobPosts: { totalCount: 1, nodes: [{ id: postId }] } });
  });

  it('shows its job to staff alone', async () => {
    const postId = await publishedPost(await openJob());
    const query = 'query ($id: ID!) { jobPost(id: $id, company: "acme") { title job { title } } }';
    expect(at(await world.recruiter(query, { id: postId }), 'jobPost.job')).toEqual({ title: 'Baker' });
    const nobody = await world.anonymous(query, { id: postId });
    expect(at(nobody, 'jobPost')).toEqual({ title: 'Baker', job: null });
    expect(nobody.errors).toMatchObject([{ code: 'UNAUTHENTICATED', path: ['jobPost', 'job'] }]);
    expect((await world.candidate(query, { id: postId })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const other = world.of({ kind: 'user', tenantId: OTHER_TENANT, userId: userId('x'), roles: ['ADMIN'], name: null });
    const stranger = await other(query, { id: postId });
    expect(at(stranger, 'jobPost')).toEqual({ title: 'Baker', job: null });
    expect(stranger.errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  it('is referenced by everybody of its company, an unpublished one by who may read its job', async () => {
    const jobId = await openJob();
    const [published, draft] = [await publishedPost(jobId), await draftPost(jobId)];
    const query =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on JobPost { id } } }';
    const representations = [published, draft].map((id) => ({ __typename: 'JobPost', id }));
    expect(at(await world.candidate(query, { representations }), '_entities')).toEqual([{ id: published }, null]);
    expect(at(await world.recruiter(query, { representations }), '_entities')).toEqual([
      { id: published },
      { id: draft },
    ]);
  });
});

describe('what a published post asks', () => {
  const update = `mutation ($input: UpdateJobPostInput!) {
    updateJobPost(input: $input) { jobPost { questions { id } } userErrors { code } }
  }`;
  const newest = async (jobId: string) => (await world.events('jobs', jobId)).at(-1);

  it('is told when it goes public and whenever it changes, by id and never with its text', async () => {
    const jobId = await openJob();
    const postId = await draftPost(jobId);
    const asked = [{ text: 'Do you bake?', type: 'YES_NO' }];
    await world.recruiter(update, { input: { postId, questions: asked } });
    await publish(postId);
    const published = await newest(jobId);
    expect(published).toMatchObject({
      type: 'com.hiregraph.job.post-published.v1',
      data: { postId, questions: [{ id: expect.any(String), type: 'YES_NO', required: false }] },
    });
    const questions = [{ text: 'Since when do you bake?', type: 'TEXT', required: true }];
    const answer = await world.recruiter(update, { input: { postId, questions } });
    const id = textAt(answer, 'updateJobPost.jobPost.questions.0.id');
    const changed = await newest(jobId);
    expect(changed).toMatchObject({
      type: 'com.hiregraph.job.updated.v1',
      data: { changed: ['posts'], post: { postId, questions: [{ id, type: 'TEXT', required: true }] } },
    });
    expect(JSON.stringify([published, changed])).not.toContain('bake?');
  });

  it('raises nothing where only its text changes, or where it is a draft', async () => {
    const jobId = await openJob();
    const [published, draft] = [await publishedPost(jobId), await draftPost(jobId)];
    const before = await newest(jobId);
    await world.recruiter(update, { input: { postId: published, body: 'Bake more.' } });
    await world.recruiter(update, { input: { postId: draft, questions: [] } });
    expect(await newest(jobId)).toEqual(before);
  });
});

describe('a post that is not published', () => {
  it('is not there for others', async () => {
    const jobId = await openJob();
    const postId = await draftPost(jobId);
    const query = 'query ($id: ID!) { jobPost(id: $id, company: "acme") { id } }';
    expect((await world.anonymous(query, { id: postId })).data).toEqual({ jobPost: null });
    expect((await world.candidate(query, { id: postId })).data).toEqual({ jobPost: null });
    expect((await world.recruiter(query, { id: postId })).data).toEqual({ jobPost: { id: postId } });
    expect((await list()).data).toMatchObject({ publishedJobPosts: { totalCount: 0, nodes: [] } });
  });

  it.each(['holdJob', 'closeJob'])('is what %s leaves behind, in the same moment', async (mutation) => {
    const jobId = await openJob();
    const postId = await publishedPost(jobId);
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
    const answer = await world.recruiter(
      `mutation ($input: ${type}) { ${mutation}(input: $input) { job { posts { id status version } } } }`,
      { input: { jobId } },
    );
    expect(at(answer, `${mutation}.job.posts`)).toEqual([{ id: postId, status: 'UNPUBLISHED', version: 3 }]);
    expect((await list()).data).toMatchObject({ publishedJobPosts: { totalCount: 0 } });
    const types = (await world.events('jobs', jobId)).slice(-2).map(({ type: name }) => name.split('.')[3]);
    expect(types).toEqual(['post-unpublished', mutation === 'holdJob' ? 'held' : 'closed']);
  });

  it('cannot be published before its job is open', async () => {
    const create = 'mutation { createJob(input: { title: "Baker" }) { job { id } } }';
    const jobId = textAt(await world.recruiter(create), 'createJob.job.id');
    const postId = await draftPost(jobId);
    expect(at(await publish(postId), 'publishJobPost')).toMatchObject({
      jobPost: { id: postId, status: 'DRAFT' },
      userErrors: [{ code: 'ILLEGAL_TRANSITION', field: ['input', 'postId'] }],
    });
  });
});

describe('changing a post', () => {
  const update = (input: object) =>
    world.recruiter(
      `mutation ($input: UpdateJobPostInput!) { updateJobPost(input: $input) { jobPost { ${POST} } userErrors { code field } } }`,
      { input },
    );

  it('compares with its own version, and leaves the version of the job alone', async () => {
    const jobId = await openJob();
    const postId = await publishedPost(jobId);
    const version = async () =>
      at(await world.recruiter('query ($id: ID!) { job(id: $id) { version } }', { id: jobId }), 'job.version');
    const before = await version();
    expect(at(await update({ postId, body: 'Bake more.', expectedVersion: 2 }), 'updateJobPost.jobPost.version')).toBe(
      3,
    );
    expect(at(await update({ postId, body: 'Bake less.', expectedVersion: 2 }), 'updateJobPost')).toMatchObject({
      jobPost: { body: 'Bake more.', version: 3 },
      userErrors: [{ code: 'CONFLICT', field: ['input', 'expectedVersion'] }],
    });
    expect(await version()).toBe(before);
  });

  it('raises no event: what it says is read, not told', async () => {
    const jobId = await openJob();
    const postId = await publishedPost(jobId);
    const before = await world.events('jobs', jobId);
    await update({ postId, body: 'Bake more.' });
    expect(await world.events('jobs', jobId)).toEqual(before);
  });

  it('is done once for one idempotency key', async () => {
    const postId = await publishedPost(await openJob());
    const input = { postId, body: 'Bake more.', idempotencyKey: 'more' };
    await update(input);
    await update({ postId, body: 'Bake less.' });
    expect(at(await update(input), 'updateJobPost.jobPost')).toMatchObject({ body: 'Bake less.', version: 4 });
  });
});

describe('published posts', () => {
  it('are paged the newest first, posts of one job together, none twice and none left out', async () => {
    const [first, second, third] = [await openJob(), await openJob(), await openJob()];
    const a1 = await publishedPost(first);
    const b1 = await publishedPost(second);
    const a2 = await publishedPost(first);
    const c1 = await publishedPost(third);
    const b2 = await publishedPost(second);
    const b3 = await publishedPost(second);
    const expected = [b3, b2, b1, c1, a2, a1];
    for (const size of [1, 2, 3, 4, 6, 100]) {
      const seen: string[] = [];
      let after: string | null = null;
      for (;;) {
        const answer = await list('', size, after);
        expect(at(answer, 'publishedJobPosts.totalCount')).toBe(6);
        const nodes = at(answer, 'publishedJobPosts.nodes') as { id: string }[];
        expect(nodes.length).toBeLessThanOrEqual(size);
        seen.push(...nodes.map(({ id }) => id));
        if (at(answer, 'publishedJobPosts.pageInfo.hasNextPage') !== true) break;
        after = textAt(answer, 'publishedJobPosts.pageInfo.endCursor');
      }
      expect([size, seen]).toEqual([size, expected]);
    }
  });

  it('go on behind a post that was unpublished meanwhile', async () => {
    const jobId = await openJob();
    const posts = [await publishedPost(jobId), await publishedPost(jobId), await publishedPost(jobId)];
    const after = textAt(await list('', 2), 'publishedJobPosts.pageInfo.endCursor');
    await world.recruiter('mutation ($id: ID!) { unpublishJobPost(input: { postId: $id }) { jobPost { id } } }', {
      id: posts[1],
    });
    expect(at(await list('', 2, after), 'publishedJobPosts.nodes')).toMatchObject([{ id: posts[0] }]);
  });

  it('are found by words of what is public, and narrowed by facts of the job', async () => {
    const berlin = await openJob({
      title: 'INTERNAL code name',
      department: 'Bakery',
      locations: ['Berlin'],
      remote: true,
    });
    const bonn = await openJob({ department: 'Sales', locations: ['Bonn'], employmentType: 'PART_TIME' });
    const bake = await publishedPost(berlin, { title: 'Bäcker gesucht' });
    const sell = await publishedPost(bonn, { title: 'Sell bread' });
    const found = async (filter: string) => {
      const answer = await list(`filter: { ${filter} },`);
      const ids = (at(answer, 'publishedJobPosts.nodes') as { id: string }[]).map(({ id }) => id);
      expect(at(answer, 'publishedJobPosts.totalCount')).toBe(ids.length);
      return ids;
    };
    expect(await found('search: "backer ges"')).toEqual([bake]);
    expect(await found('search: "b"')).toEqual([sell, bake]);
    expect(await found('search: "internal"')).toEqual([]);
    expect(await found('search: "bonn", remote: false')).toEqual([sell]);
    expect(await found('department: "Bakery"')).toEqual([bake]);
    expect(await found('employmentType: PART_TIME')).toEqual([sell]);
    expect(await found('remote: true')).toEqual([bake]);
  });

  it('need a company that there is, and cursors that are theirs', async () => {
    const unknown = await world.anonymous('{ publishedJobPosts(company: "nobody") { totalCount } }');
    expect(unknown.errors).toMatchObject([{ code: 'BAD_USER_INPUT', argument: ['company'] }]);
    await publishedPost(await openJob());
    const cursor = textAt(await list(), 'publishedJobPosts.pageInfo.endCursor');
    expect((await list('filter: { remote: true },', 20, cursor)).errors).toMatchObject([
      { code: 'BAD_USER_INPUT', argument: ['after'] },
    ]);
    expect((await list('', 101)).errors).toMatchObject([{ code: 'BAD_USER_INPUT', argument: ['first'] }]);
    const none = await world.anonymous('query ($id: ID!) { jobPost(id: $id) { id } }', { id: 'pst_none' });
    expect(none.errors).toMatchObject([{ code: 'BAD_USER_INPUT', argument: ['company'] }]);
  });
});
