import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailableError } from '@hiregraph/kernel';
import { at, createJobWorld, type JobWorld, TENANT, textAt, userId } from './job-world.ts';

let world: JobWorld;
beforeEach(async () => {
  world = await createJobWorld();
});
afterEach(() => world.stop());

const me = '{ me { id name version tenant { id slug name } } }';

describe('me', () => {
  it('enters whoever asks into the directory, once', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => world.as('mia', 'INTERVIEWER')(me)));
    for (const answer of answers) {
      expect(at(answer, 'me')).toEqual({
        id: userId('mia'),
        name: 'mia',
        version: 1,
        tenant: { id: TENANT, slug: 'acme', name: 'Acme' },
      });
    }
    expect(await world.events('users', userId('mia'))).toMatchObject([
      { type: 'com.hiregraph.user.created.v1', sequence: 1, data: { userId: userId('mia') } },
    ]);
    expect(JSON.stringify(await world.events('users', userId('mia')))).not.toContain('mia"');
  });

  it('renews a name when the token has another one, and writes nothing otherwise', async () => {
    const asking = (name: string | null) =>
      world.of({ kind: 'user', tenantId: TENANT, userId: userId('mia'), roles: ['ADMIN'], name })(me);
    await asking('Mia');
    expect(at(await asking('Mia M.'), 'me')).toMatchObject({ name: 'Mia M.', version: 2 });
    expect(at(await asking(null), 'me')).toMatchObject({ name: 'Mia M.', version: 2 });
    expect(await world.events('users', userId('mia'))).toHaveLength(1);
  });

  it('is an ANALYST too, without the company, and nobody without a token of staff', async () => {
    const analyst = await world.as('ann', 'ANALYST')(me);
    expect(at(analyst, 'me')).toMatchObject({ name: 'ann', tenant: null });
    expect(analyst.errors).toMatchObject([{ code: 'FORBIDDEN', path: ['me', 'tenant'] }]);
    for (const ask of [world.anonymous, world.candidate, world.candidateService]) {
      expect(await ask(me)).toEqual({ data: { me: null }, errors: [] });
    }
  });

  it('answers from the token while the directory takes no writes', async () => {
    const run = world.storage.commands.run.bind(world.storage.commands);
    world.storage.commands.run = () => Promise.reject(new StoreUnavailableError('The disk is full.'));
    expect(await world.as('mia', 'INTERVIEWER')(me)).toMatchObject({ data: { me: { name: 'mia' } }, errors: [] });
    world.storage.commands.run = run;
    await world.as('mia', 'INTERVIEWER')(me);
    expect(await world.events('users', userId('mia'))).toHaveLength(1);
  });
});

describe('upsertUser', () => {
  const upsert = `mutation ($input: UpsertUserInput!) {
    upsertUser(input: $input) { user { id name version } userErrors { code field } }
  }`;

  it('enters and names users, whose tokens do not rename them', async () => {
    const input = { issuer: 'https://issuer.example', subject: 'mia', name: 'Mia Miller' };
    const answer = await world.admin(upsert, { input });
    expect(at(answer, 'upsertUser')).toEqual({
      user: { id: userId('mia'), name: 'Mia Miller', version: 1 },
      userErrors: [],
    });
    expect(at(await world.as('mia', 'INTERVIEWER')(me), 'me.name')).toBe('Mia Miller');
    const renamed = await world.admin(upsert, { input: { userId: userId('mia'), name: 'Mia M.', expectedVersion: 1 } });
    expect(at(renamed, 'upsertUser.user')).toEqual({ id: userId('mia'), name: 'Mia M.', version: 2 });
    const stale = await world.admin(upsert, { input: { userId: userId('mia'), name: 'X', expectedVersion: 1 } });
    expect(at(stale, 'upsertUser')).toMatchObject({ user: { name: 'Mia M.' }, userErrors: [{ code: 'CONFLICT' }] });
  });

  it.each([
    ['no user', {}, ['input', 'subject']],
    ['half a user', { issuer: 'https://issuer.example' }, ['input', 'subject']],
    ['a user in two ways', { userId: userId('mia'), subject: 'mia' }, ['input', 'userId']],
    ['an id of something else', { userId: 'job_1' }, ['input', 'userId']],
  ])('refuses %s', async (_what, input, field) => {
    const answer = await world.admin(upsert, { input: { ...input, name: 'Mia' } });
    expect(at(answer, 'upsertUser')).toEqual({ user: null, userErrors: [{ code: 'INVALID_INPUT', field }] });
  });

  it("is ADMIN's alone", async () => {
    const input = { userId: userId('mia'), name: 'Mia' };
    expect((await world.recruiter(upsert, { input })).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });
});

describe('users', () => {
  it('are found by the beginnings of their names, in order, page by page', async () => {
    await world.enter('Zoë Ärmel', 'Anna Zander', 'anna becker', 'Bo Li');
    const find = (search: string | null, first = 20, after: string | null = null) =>
      world.recruiter(
        'query ($search: String, $first: Int, $after: String) { users(search: $search, first: $first, after: $after) { totalCount nodes { name } pageInfo { endCursor hasNextPage } } }',
        { search, first, after },
      );
    const names = (answer: Awaited<ReturnType<typeof find>>) =>
      (at(answer, 'users.nodes') as { name: string }[]).map(({ name }) => name);
    expect(names(await find(null))).toEqual(['anna becker', 'Anna Zander', 'Bo Li', 'Zoë Ärmel']);
    expect(names(await find('ann'))).toEqual(['anna becker', 'Anna Zander']);
    expect(names(await find('z arm'))).toEqual(['Zoë Ärmel']);
    expect(names(await find('Zand anna'))).toEqual(['Anna Zander']);
    expect(names(await find('nna'))).toEqual([]);
    expect(at(await find('ann'), 'users.totalCount')).toBe(2);
    const first = await find(null, 3);
    expect(at(first, 'users.pageInfo.hasNextPage')).toBe(true);
    expect(names(await find(null, 3, textAt(first, 'users.pageInfo.endCursor')))).toEqual(['Zoë Ärmel']);
    expect((await find('x'.repeat(201))).errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  });
});

describe('rejection reasons', () => {
  const create = `mutation ($input: CreateRejectionReasonInput!) {
    createRejectionReason(input: $input) { rejectionReason { id label side active version } userErrors { code field } }
  }`;
  const retire = `mutation ($input: RetireRejectionReasonInput!) {
    retireRejectionReason(input: $input) { rejectionReason { id active version } userErrors { code field } }
  }`;
  const make = async (label: string, side = 'COMPANY') =>
    textAt(await world.recruiter(create, { input: { label, side } }), 'createRejectionReason.rejectionReason.id');

  it('are made, listed by side and state, and retired', async () => {
    const skills = await make('No skills');
    await make('Éclairs burnt');
    const salary = await make('Salary', 'CANDIDATE');
    const retired = await world.recruiter(retire, { input: { reasonId: skills, expectedVersion: 1 } });
    expect(at(retired, 'retireRejectionReason')).toEqual({
      rejectionReason: { id: skills, active: false, version: 2 },
      userErrors: [],
    });
    const labels = async (filter: string) => {
      const answer = await world.as('i', 'INTERVIEWER')(`{ rejectionReasons${filter} { totalCount nodes { label } } }`);
      const nodes = at(answer, 'rejectionReasons.nodes') as { label: string }[];
      expect(at(answer, 'rejectionReasons.totalCount')).toBe(nodes.length);
      return nodes.map(({ label }) => label);
    };
    expect(await labels('')).toEqual(['Éclairs burnt', 'No skills', 'Salary']);
    expect(await labels('(side: COMPANY)')).toEqual(['Éclairs burnt', 'No skills']);
    expect(await labels('(active: false)')).toEqual(['No skills']);
    expect(await labels('(side: CANDIDATE, active: true)')).toEqual(['Salary']);
    expect(await world.events('rejection_reasons', skills)).toMatchObject([
      { type: 'com.hiregraph.rejection-reason.created.v1', data: { reasonId: skills, side: 'COMPANY' } },
      { type: 'com.hiregraph.rejection-reason.retired.v1', data: { reasonId: skills, side: 'COMPANY' } },
    ]);
    const facts = 'query ($id: ID!) { rejectionReasonFacts(id: $id) { id lastSequence side active } }';
    expect(at(await world.candidateService(facts, { id: skills }), 'rejectionReasonFacts')).toEqual({
      id: skills,
      lastSequence: 2,
      side: 'COMPANY',
      active: false,
    });
    expect(await world.admin(facts, { id: salary })).toEqual({ data: { rejectionReasonFacts: null }, errors: [] });
  });

  it('have a label that is unique among the active ones of a side', async () => {
    const reasonId = await make('No skills');
    expect(
      at(await world.recruiter(create, { input: { label: ' no  SKILLS', side: 'COMPANY' } }), 'createRejectionReason'),
    ).toEqual({
      rejectionReason: null,
      userErrors: [{ code: 'DUPLICATE', field: ['input', 'label'] }],
    });
    await make('No skills', 'CANDIDATE');
    await world.recruiter(retire, { input: { reasonId } });
    await make('No skills');
  });

  it('are retired once, and only where they are', async () => {
    const reasonId = await make('No skills');
    await world.recruiter(retire, { input: { reasonId } });
    expect(at(await world.recruiter(retire, { input: { reasonId } }), 'retireRejectionReason')).toMatchObject({
      rejectionReason: { id: reasonId },
      userErrors: [{ code: 'ILLEGAL_TRANSITION' }],
    });
    expect(at(await world.recruiter(retire, { input: { reasonId: 'rsn_none' } }), 'retireRejectionReason')).toEqual({
      rejectionReason: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['input', 'reasonId'] }],
    });
    expect((await world.as('m', 'HIRING_MANAGER')(retire, { input: { reasonId } })).errors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
  });
});
