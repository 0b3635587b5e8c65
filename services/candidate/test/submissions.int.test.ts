import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailableError } from '@hiregraph/kernel';
import { type CandidateWorld, createCandidateWorld } from './candidate-world.ts';
import { stageId } from './job-side.ts';

let world: CandidateWorld;
beforeEach(async () => {
  world = await createCandidateWorld();
  await world.job('job_a', { posts: ['pst_a'] });
});
afterEach(() => world.stop());

const SUBMIT = `mutation ($input: SubmitApplicationInput!) { submitApplication(input: $input) {
  receipt { reference receivedAt } userErrors { code message field }
} }`;
const LIST = `{ applications(first: 100) { totalCount nodes {
  id status late: jobClosedAtSubmission reference source { channel detail } post { id } stage { id }
  answers { questionId value } submission { name email phone links location resume { basics { summary } } }
  candidate { id name emails version source { channel } applications { totalCount } }
  transitions { nodes { kind actor { type user { id } } } }
} } }`;

const sent = (more: object = {}) => ({
  company: 'acme',
  postId: 'pst_a',
  name: 'Ada Lovelace',
  email: 'Ada@Example.com',
  idempotencyKey: world.key(),
  ...more,
});
const submit = async (more: object = {}, ask = world.anonymous) => {
  const { data } = await ask(SUBMIT, { input: sent(more) });
  return data.submitApplication;
};
const change = async (mutation: string, input: object) => {
  expect((await world.change(world.admin, mutation, { ...input, idempotencyKey: world.key() })).codes).toEqual([]);
};
const all = async () => (await world.admin(LIST)).data.applications;

describe('submitApplication', () => {
  it('makes a candidate and an application, and answers a receipt alone', async () => {
    const { receipt, userErrors } = await submit({
      phone: '+44 20 7946 0000',
      links: ['github.com/ada'],
      location: 'London',
      resume: { basics: { summary: 'Computes.' } },
      answers: [{ questionId: 'qst_1', value: 'Yes' }],
      source: { channel: 'LinkedIn', detail: 'spring campaign' },
    });
    expect(userErrors).toEqual([]);
    expect(receipt).toEqual({
      reference: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/u),
      receivedAt: '2026-03-02T09:00:00.000Z',
    });
    const { nodes } = await all();
    expect(nodes).toEqual([
      {
        id: expect.stringMatching(/^app_/u),
        status: 'ACTIVE',
        late: false,
        reference: receipt.reference,
        source: { channel: 'linkedin', detail: 'spring campaign' },
        post: { id: 'pst_a' },
        stage: { id: stageId('job_a', 'review') },
        answers: [{ questionId: 'qst_1', value: 'Yes' }],
        submission: {
          name: 'Ada Lovelace',
          email: 'Ada@Example.com',
          phone: '+44 20 7946 0000',
          links: ['https://github.com/ada'],
          location: 'London',
          resume: { basics: { summary: 'Computes.' } },
        },
        candidate: {
          id: expect.stringMatching(/^cand_/u),
          name: 'Ada Lovelace',
          emails: ['Ada@Example.com'],
          version: 1,
          source: { channel: 'linkedin' },
          applications: { totalCount: 1 },
        },
        transitions: { nodes: [{ kind: 'SUBMITTED', actor: { type: 'ANONYMOUS', user: null } }] },
      },
    ]);
  });

  it('gives the same receipt whether or not the person is known, and changes nothing that is known of them', async () => {
    const known = await world.candidate('Ada Lovelace', { emails: ['ada@example.com'], location: 'London' });
    const read = '{ candidates { nodes { id name emails phones location version createdAt updatedAt } } }';
    const before = (await world.recruiter(read)).data;
    const first = await submit({ name: 'Somebody Else', phone: '+1 555 010 9999', location: 'Elsewhere' });
    const second = await submit({ name: 'A third', email: 'ADA@example.com' });
    expect(second.receipt).toEqual(first.receipt);
    expect((await world.recruiter(read)).data).toEqual(before);
    const { nodes, totalCount } = await all();
    expect(totalCount).toBe(1);
    expect(nodes[0]).toMatchObject({ candidate: { id: known }, submission: { name: 'Somebody Else' } });
    await world.relay();
    expect(JSON.stringify(world.sent)).not.toMatch(/Somebody|ada@example|Elsewhere|555/iu);
  });

  it('gives different people, jobs and companies different references', async () => {
    await world.job('job_b', { posts: ['pst_b'] });
    const one = await submit();
    const other = await submit({ email: 'grace@example.com' });
    const elsewhere = await submit({ postId: 'pst_b' });
    const references = [one, other, elsewhere].map(({ receipt }) => receipt.reference);
    expect(new Set(references).size).toBe(3);
  });

  it('makes one person and one application of many submissions at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit()));
    for (const { userErrors } of answers) expect(userErrors).toEqual([]);
    expect(new Set(answers.map(({ receipt }) => JSON.stringify(receipt))).size).toBe(1);
    expect((await all()).totalCount).toBe(1);
    expect((await world.admin('{ candidates { totalCount } }')).data.candidates.totalCount).toBe(1);
  });

  it('returns the application while it is active or hired, and makes a new one after it ended', async () => {
    await submit();
    const id = (await all()).nodes[0]?.id;
    await world.change(world.recruiter, 'withdrawApplication', { applicationId: id });
    const again = await submit();
    expect(again.userErrors).toEqual([]);
    expect((await all()).totalCount).toBe(2);
    world.autopilot = true;
    const active = (await all()).nodes.find(({ status }) => status === 'ACTIVE');
    await world.change(world.recruiter, 'hireApplication', { applicationId: active?.id, idempotencyKey: 'h' });
    await submit();
    expect((await all()).totalCount).toBe(2);
  });

  it('repeats its outcome for the same key, the time included', async () => {
    const key = { idempotencyKey: 'same' };
    const first = await submit(key);
    world.clock.advance(60_000);
    expect((await submit(key)).receipt).toEqual(first.receipt);
    expect((await submit({ ...key, name: 'Another' })).userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });

  it('settles a submission that was cut off between candidate and application', async () => {
    let commits = 0;
    world.failpoints = (point) => {
      if (point === 'commit.before' && ++commits === 2) throw new Error('The process died.');
    };
    const key = { idempotencyKey: 'cut' };
    const cut = await world.anonymous(SUBMIT, { input: sent(key) });
    expect(cut.errors).toHaveLength(1);
    world.failpoints = () => undefined;
    expect((await submit(key)).userErrors).toEqual([]);
    expect((await all()).totalCount).toBe(1);
    expect((await world.admin('{ candidates { totalCount } }')).data.candidates.totalCount).toBe(1);
  });

  it('answers a repeat of what was cut off before its answer as it was, whatever has become of it since', async () => {
    await world.job('job_b');
    world.cutOffAfterCommit(2);
    const key = { idempotencyKey: 'cut off before its answer' };
    expect((await world.anonymous(SUBMIT, { input: sent(key) })).errors).toHaveLength(1);
    const [begun] = (await all()).nodes;
    await change('transferApplication', { applicationId: begun?.id, toJobId: 'job_b' });
    world.clock.advance(60_000);
    world.jobSide.setStatus('job_a', 'CLOSED');
    await world.deliver();
    const { receipt, userErrors } = await submit(key);
    expect(userErrors).toEqual([]);
    expect(receipt).toEqual({ reference: begun?.reference, receivedAt: '2026-03-02T09:00:00.000Z' });
    expect((await all()).nodes).toMatchObject([{ id: begun?.id, late: false }]);
  });

  it('takes a second click for the same application for ever, though its outcome could not be kept at once', async () => {
    await submit({ idempotencyKey: 'first' });
    const id = (await all()).nodes[0]?.id;
    let failures = 1;
    world.failpoints = (point) => {
      if (point === 'claim.before-complete' && failures-- > 0) throw new StoreUnavailableError('Too slow.');
    };
    const key = { idempotencyKey: 'second click' };
    expect((await world.anonymous(SUBMIT, { input: sent(key) })).errors).toMatchObject([{ code: 'STORE_UNAVAILABLE' }]);
    const second = await submit(key);
    await change('withdrawApplication', { applicationId: id });
    expect(await submit(key)).toEqual(second);
    expect((await all()).totalCount).toBe(1);
  });

  it.each([
    [{ email: 'nobody' }, 'INVALID_INPUT', ['input', 'email']],
    [{ name: '  ' }, 'INVALID_INPUT', ['input', 'name']],
    [{ company: 'unknown' }, 'NOT_FOUND', ['input', 'company']],
    [{ postId: 'pst_unknown' }, 'NOT_FOUND', ['input', 'postId']],
    [{ source: { channel: 'ask ada@example.com' } }, 'PERSONAL_DATA', ['input', 'source', 'channel']],
  ])('refuses %p with %s', async (more, code, field) => {
    const { receipt, userErrors } = await submit(more);
    expect(receipt).toBeNull();
    expect(userErrors).toMatchObject([{ code, field }]);
    expect((await all()).totalCount).toBe(0);
  });

  it('is for no token and candidates: staff add applications', async () => {
    const { errors } = await world.recruiter(SUBMIT, { input: sent() });
    expect(errors).toMatchObject([{ code: 'FORBIDDEN', path: ['submitApplication'] }]);
  });

  it("applies a candidate's token for that candidate, whatever address is sent", async () => {
    const candidateId = await world.candidate('Grace Hopper');
    const { userErrors } = await submit({ email: 'other@example.com' }, world.asCandidate(candidateId));
    expect(userErrors).toEqual([]);
    const { nodes } = await all();
    expect(nodes).toMatchObject([
      {
        candidate: { id: candidateId, emails: ['grace.hopper@example.com'] },
        submission: { email: 'other@example.com' },
      },
    ]);
    expect(nodes[0]?.transitions.nodes[0]?.actor).toEqual({ type: 'CANDIDATE', user: null });
  });
});

describe('what other services know a moment earlier or later', () => {
  it('takes an application for a post that was published a moment ago', async () => {
    world.jobSide.addJob('job_new', { posts: ['pst_new'] });
    expect((await submit({ postId: 'pst_new' })).userErrors).toEqual([]);
    expect(world.jobSide.questions).toEqual(['jobFacts']);
    await world.deliver();
    expect((await all()).nodes).toMatchObject([{ late: false }]);
  });

  it('takes one again right after the job was reopened', async () => {
    world.jobSide.setStatus('job_a', 'ON_HOLD');
    await world.deliver();
    expect((await submit()).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    world.jobSide.setStatus('job_a', 'OPEN');
    world.jobSide.publish('job_a', 'pst_a');
    expect((await submit()).userErrors).toEqual([]);
  });

  it('says UPSTREAM_UNAVAILABLE where the owner of an unknown post does not answer', async () => {
    world.jobSide.down = true;
    const { userErrors } = await submit({ postId: 'pst_new' });
    expect(userErrors).toMatchObject([{ code: 'UPSTREAM_UNAVAILABLE' }]);
  });

  it('does not ask where it knows: an open post takes applications with the owner down', async () => {
    world.jobSide.down = true;
    expect((await submit()).userErrors).toEqual([]);
  });

  it('accepts on a stale yes, and flags the application when the closing arrives', async () => {
    world.jobSide.setStatus('job_a', 'CLOSED');
    world.clock.advance(1_000);
    expect((await submit()).userErrors).toEqual([]);
    expect((await all()).nodes).toMatchObject([{ late: false }]);
    await world.deliver();
    expect((await all()).nodes).toMatchObject([{ late: true }]);
  });

  it('does not flag what came before the closing', async () => {
    await submit();
    world.clock.advance(1_000);
    world.jobSide.setStatus('job_a', 'CLOSED');
    await world.deliver();
    expect((await all()).nodes).toMatchObject([{ late: false }]);
  });
});

describe('the questions of a post', () => {
  const answer = (questionId: string, value = 'yes') => ({ questionId, value });

  beforeEach(async () => {
    world.jobSide.addJob('job_ask');
    world.jobSide.publish('job_ask', 'pst_ask', ['qst_visa', 'qst_notice']);
    await world.deliver();
    world.jobSide.questions.length = 0;
  });

  it('refuses an application that leaves out a required answer, and says which', async () => {
    const { userErrors } = await submit({ postId: 'pst_ask', answers: [answer('qst_visa')] });
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'answers'] }]);
    expect(userErrors[0]?.message).toContain('qst_notice');
    expect(userErrors[0]?.message).not.toContain('qst_visa');
    expect((await all()).nodes).toEqual([]);
  });

  it('takes blanks for no answer', async () => {
    const { userErrors } = await submit({
      postId: 'pst_ask',
      answers: [answer('qst_visa'), answer('qst_notice', '  ')],
    });
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'answers'] }]);
  });

  it('takes one with all required answers, without those that may be left out', async () => {
    const { userErrors } = await submit({ postId: 'pst_ask', answers: [answer('qst_visa'), answer('qst_notice')] });
    expect(userErrors).toEqual([]);
    expect(world.jobSide.questions).toEqual([]);
  });

  it('refuses alike for somebody who has applied already', async () => {
    await submit({ postId: 'pst_ask', answers: [answer('qst_visa'), answer('qst_notice')] });
    const { userErrors } = await submit({ postId: 'pst_ask' });
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'answers'] }]);
  });

  it('follows a published post whose questions change', async () => {
    world.jobSide.askFor('job_ask', 'pst_ask', ['qst_visa']);
    await world.deliver();
    expect((await submit({ postId: 'pst_ask', answers: [answer('qst_visa')] })).userErrors).toEqual([]);
  });

  it('asks the owner before it refuses: a question that was just dropped is asked of nobody', async () => {
    world.jobSide.askFor('job_ask', 'pst_ask', []);
    expect((await submit({ postId: 'pst_ask' })).userErrors).toEqual([]);
    expect(world.jobSide.questions).toEqual(['jobFacts']);
  });
});

describe('addApplication', () => {
  it('begins in the stage that staff choose, with source and credit, and is one while it is active', async () => {
    const candidateId = await world.candidate('Grace Hopper');
    const input = {
      stageId: stageId('job_a', 'lead'),
      source: { channel: 'referral', detail: 'from a friend' },
      creditedToId: 'usr_friend',
      note: 'Met at a conference',
    };
    const first = await world.apply(candidateId, 'job_a', input);
    expect(await world.apply(candidateId, 'job_a')).toBe(first);
    const { data } = await world.recruiter(
      `query ($id: ID!) { application(id: $id) { stage { id } source { channel } creditedTo { id } submission { name }
        reference transitions { nodes { kind note } } } }`,
      { id: first },
    );
    expect(data.application).toEqual({
      stage: { id: stageId('job_a', 'lead') },
      source: { channel: 'referral' },
      creditedTo: { id: 'usr_friend' },
      submission: null,
      reference: null,
      transitions: { nodes: [{ kind: 'SUBMITTED', note: 'Met at a conference' }] },
    });
  });

  it('succeeds right after the job was opened', async () => {
    world.jobSide.addJob('job_draft', { status: 'DRAFT' });
    await world.deliver();
    const candidateId = await world.candidate('Grace Hopper');
    const add = () =>
      world.change(world.recruiter, 'addApplication', { candidateId, jobId: 'job_draft', idempotencyKey: world.key() });
    expect((await add()).codes).toEqual(['NOT_ACCEPTING_APPLICATIONS']);
    world.jobSide.setStatus('job_draft', 'OPEN');
    expect((await add()).codes).toEqual([]);
  });

  it('answers a repeat of what was cut off with what it had made, though another application stands in by now', async () => {
    const candidateId = await world.candidate('Grace Hopper');
    const add = () =>
      world.change(world.recruiter, 'addApplication', { candidateId, jobId: 'job_a', idempotencyKey: 'cut off' });
    world.cutOffAfterCommit(2);
    expect((await add()).errors).toHaveLength(1);
    const id = (await all()).nodes[0]?.id;
    await change('withdrawApplication', { applicationId: id });
    expect(await world.apply(candidateId, 'job_a')).not.toBe(id);
    expect((await add()).application).toMatchObject({ id, status: 'WITHDRAWN' });
  });

  it('makes one of many at once', async () => {
    const candidateId = await world.candidate('Grace Hopper');
    const ids = await Promise.all(Array.from({ length: 15 }, () => world.apply(candidateId, 'job_a')));
    expect(new Set(ids).size).toBe(1);
  });
});

describe('candidates', () => {
  const CREATE = `mutation ($input: CreateCandidateInput!) { createCandidate(input: $input) {
    candidate { id name } userErrors { code field } } }`;
  const UPDATE = `mutation ($input: UpdateCandidateInput!) { updateCandidate(input: $input) {
    candidate { id name emails phones location version tags } userErrors { code field } } }`;

  it('are unique by email address, whatever its letter case, and the payload shows who has it', async () => {
    const id = await world.candidate('Ada Lovelace');
    const { data } = await world.recruiter(CREATE, {
      input: { name: 'Another', emails: ['x@example.com', 'ADA.lovelace@example.com'] },
    });
    expect(data.createCandidate).toEqual({
      candidate: { id, name: 'Ada Lovelace' },
      userErrors: [{ code: 'DUPLICATE', field: ['input', 'emails'] }],
    });
  });

  it('may be without an address, any number of them', async () => {
    await world.candidate('One', { emails: [] });
    await world.candidate('Two', { emails: [] });
    const { data } = await world.recruiter('{ candidates { totalCount } }');
    expect(data.candidates.totalCount).toBe(2);
  });

  it('change by field, keep what is left out, lose what is null, and know stale versions', async () => {
    const candidateId = await world.candidate('Ada Lovelace', { location: 'London', phones: ['123'] });
    const { data } = await world.recruiter(UPDATE, { input: { candidateId, location: null, expectedVersion: 1 } });
    expect(data.updateCandidate.candidate).toMatchObject({ location: null, phones: ['123'], version: 2 });
    const stale = await world.recruiter(UPDATE, { input: { candidateId, location: 'Paris', expectedVersion: 1 } });
    expect(stale.data.updateCandidate).toMatchObject({
      candidate: { location: null, version: 2 },
      userErrors: [{ code: 'CONFLICT' }],
    });
  });

  it('cannot take the address of another', async () => {
    const other = await world.candidate('Ada Lovelace');
    const candidateId = await world.candidate('Grace Hopper');
    const { data } = await world.recruiter(UPDATE, { input: { candidateId, emails: ['ada.lovelace@example.com'] } });
    expect(data.updateCandidate).toMatchObject({ candidate: { id: other }, userErrors: [{ code: 'DUPLICATE' }] });
  });

  it('are tagged, and tell on the topic how many tags there are only', async () => {
    const candidateId = await world.candidate('Ada Lovelace');
    const { data } = await world.recruiter(
      'mutation ($input: TagCandidateInput!) { tagCandidate(input: $input) { candidate { tags } userErrors { code } } }',
      { input: { candidateId, add: ['Top Secret'] } },
    );
    expect(data.tagCandidate).toEqual({ candidate: { tags: ['Top Secret'] }, userErrors: [] });
    await world.relay();
    expect(world.sent.at(-1)).toMatchObject({ type: 'com.hiregraph.candidate.tagged.v1', data: { tagCount: 1 } });
  });
});
