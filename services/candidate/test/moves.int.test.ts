import { createDeadline, systemClock } from '@hiregraph/kernel';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type CandidateWorld, createCandidateWorld } from './candidate-world.ts';
import { stageId } from './job-side.ts';

let world: CandidateWorld;
let applicationId: string;
const review = stageId('job_a', 'review');
const screen = stageId('job_a', 'screen');
const offer = stageId('job_a', 'offer');

beforeEach(async () => {
  world = await createCandidateWorld();
  await world.job('job_a');
  applicationId = await world.apply(await world.candidate('Ada Lovelace'), 'job_a');
});
afterEach(() => world.stop());

const move = (toStageId: string, expectedFromStageId: string, more: object = {}, ask = world.recruiter) =>
  world.change(ask, 'moveApplication', {
    applicationId,
    toStageId,
    expectedFromStageId,
    idempotencyKey: world.key(),
    ...more,
  });

const TRANSITIONS = `query ($id: ID!) { application(id: $id) {
  timeInStage { stage { id } visits completedSeconds openSince }
  transitions { totalCount nodes {
    sequence kind fromStage { id } toStage { id } occurredAt recordedAt enteredFromAt secondsInFrom direction
    actor { type user { id } } reason { id } note
  } }
} }`;

describe('moveApplication', () => {
  it('moves, and writes one transition with its note, which no event carries', async () => {
    world.clock.advance(61_500);
    const { application, codes } = await move(screen, review, { note: 'Strong portfolio' });
    expect(codes).toEqual([]);
    expect(application).toMatchObject({ stage: { id: screen }, status: 'ACTIVE', version: 2 });
    const { data } = await world.recruiter(TRANSITIONS, { id: applicationId });
    expect(data.application.transitions.totalCount).toBe(2);
    expect(data.application.transitions.nodes[1]).toEqual({
      sequence: 2,
      kind: 'MOVED',
      fromStage: { id: review },
      toStage: { id: screen },
      occurredAt: '2026-03-02T09:01:01.500Z',
      recordedAt: '2026-03-02T09:01:01.500Z',
      enteredFromAt: '2026-03-02T09:00:00.000Z',
      secondsInFrom: 61,
      direction: 'FORWARD',
      actor: { type: 'USER', user: { id: 'usr_recruiter' } },
      reason: null,
      note: 'Strong portfolio',
    });
    expect(data.application.timeInStage).toEqual([
      { stage: { id: review }, visits: 1, completedSeconds: 61, openSince: null },
      { stage: { id: screen }, visits: 1, completedSeconds: 0, openSince: '2026-03-02T09:01:01.500Z' },
    ]);
    await world.relay();
    expect(JSON.stringify(world.sent)).not.toContain('portfolio');
    expect(world.sent.map(({ type }) => type)).toContain('com.hiregraph.application.stage-changed.v1');
  });

  it('answers a mismatch with CONFLICT and the application as it is now, and changes nothing', async () => {
    await move(screen, review);
    const { application, codes } = await move(offer, review);
    expect(codes).toEqual(['CONFLICT']);
    expect(application).toMatchObject({ stage: { id: screen }, version: 2 });
    const stale = await move(offer, screen, { expectedVersion: 1 });
    expect(stale.codes).toEqual(['CONFLICT']);
    expect(stale.userErrors[0]?.field).toEqual(['input', 'expectedVersion']);
    expect(stale.application).toMatchObject({ stage: { id: screen }, version: 2 });
  });

  it('lets exactly one of many concurrent moves from one stage win', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => move(index % 2 === 0 ? screen : offer, review)),
    );
    expect(answers.filter(({ codes }) => codes.length === 0)).toHaveLength(1);
    expect(answers.filter(({ codes }) => codes[0] === 'CONFLICT')).toHaveLength(39);
    const winner = answers.find(({ codes }) => codes.length === 0);
    for (const { application } of answers) expect(application.stage).toEqual(winner?.application.stage);
    const { data } = await world.recruiter(TRANSITIONS, { id: applicationId });
    expect(data.application.transitions.totalCount).toBe(2);
  });

  it('refuses the HIRED stage, a retired stage, the same stage and an unknown one, each by name', async () => {
    world.jobSide.retireStage('job_a', screen);
    await world.deliver();
    expect((await move(stageId('job_a', 'hired'), review)).codes).toEqual(['USE_HIRE']);
    expect((await move(screen, review)).codes).toEqual(['STAGE_RETIRED']);
    expect((await move(review, review)).codes).toEqual(['ILLEGAL_TRANSITION']);
    expect((await move('stg_unknown', review)).codes).toEqual(['NOT_FOUND']);
  });

  it('enters a stage that was added a moment ago, although no event has told of it', async () => {
    world.jobSide.addStage('job_a', 'stg_new');
    expect((await move('stg_new', review)).codes).toEqual([]);
    expect(world.jobSide.questions).toEqual(['jobFacts']);
  });

  it('says UPSTREAM_UNAVAILABLE where it would have to ask and nobody answers', async () => {
    world.jobSide.addStage('job_a', 'stg_new');
    world.jobSide.down = true;
    const { codes, application } = await move('stg_new', review);
    expect(codes).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(application).toBeNull();
    world.jobSide.down = false;
    expect((await move('stg_new', review)).codes).toEqual([]);
  });

  it('gives the same outcome for the same key, without moving again', async () => {
    const key = { idempotencyKey: 'once' };
    await move(screen, review, key);
    await move(review, screen);
    const repeated = await move(screen, review, key);
    expect(repeated.codes).toEqual([]);
    expect(repeated.application).toMatchObject({ stage: { id: review }, version: 3 });
    expect((await move(offer, review, key)).codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });

  it('does not keep refusals: the same key may win later', async () => {
    const key = { idempotencyKey: 'later' };
    expect((await move(offer, screen, key)).codes).toEqual(['CONFLICT']);
    await move(screen, review);
    expect((await move(offer, screen, key)).codes).toEqual([]);
  });

  it('settles a move whose answer was lost after its write', async () => {
    world.cutOffAfterCommit(1);
    const key = { idempotencyKey: 'lost' };
    const first = await move(screen, review, key);
    const second = await move(screen, review, key);
    expect([first.codes, second.codes]).toContainEqual([]);
    expect(second.codes).toEqual([]);
    const { data } = await world.recruiter(TRANSITIONS, { id: applicationId });
    expect(data.application.transitions.totalCount).toBe(2);
  });

  it.each(['', '   ', 'x'.repeat(201)])('refuses the idempotency key %p', async (idempotencyKey) => {
    expect((await move(screen, review, { idempotencyKey })).codes).toEqual(['INVALID_INPUT']);
  });
});

describe('moveApplications', () => {
  const MANY = `mutation ($input: MoveApplicationsInput!) { moveApplications(input: $input) {
    results { application { id stage { id } } userErrors { code } } userErrors { code field }
  } }`;
  const many = async (count: number): Promise<string[]> => {
    const ids: string[] = [];
    for (let index = 0; index < count; index++) {
      ids.push(await world.apply(await world.candidate(`Person ${index}`), 'job_a'));
    }
    return ids;
  };
  const movesOf = (ids: readonly string[], toStageId = screen) =>
    ids.map((id) => ({ applicationId: id, toStageId, expectedFromStageId: review }));

  it('moves each by itself, in the order of the input', async () => {
    const ids = await many(25);
    await world.change(world.recruiter, 'withdrawApplication', { applicationId: ids[3] });
    const input = { moves: [...movesOf(ids), ...movesOf(['app_unknown'])], idempotencyKey: 'bulk' };
    const { data } = await world.recruiter(MANY, { input });
    const { results } = data.moveApplications;
    expect(results).toHaveLength(26);
    expect(results[0]).toEqual({ application: { id: ids[0], stage: { id: screen } }, userErrors: [] });
    expect(results[3]).toEqual({
      application: { id: ids[3], stage: { id: review } },
      userErrors: [{ code: 'ILLEGAL_TRANSITION' }],
    });
    expect(results[25]).toEqual({ application: null, userErrors: [{ code: 'NOT_FOUND' }] });
  });

  it('finishes the rest when it is repeated, and moves nothing twice', async () => {
    const ids = await many(3);
    const input = { moves: movesOf(ids), idempotencyKey: 'resume' };
    const tooLate = createDeadline(systemClock, 250);
    const first = await world.recruiter(MANY, { input }, tooLate);
    const codes = first.data.moveApplications.results.map((one) => one.userErrors[0]?.code);
    expect(codes).toEqual(['OUTCOME_UNKNOWN', 'OUTCOME_UNKNOWN', 'OUTCOME_UNKNOWN']);
    await world.recruiter(MANY, { input });
    const third = await world.recruiter(MANY, { input });
    for (const result of third.data.moveApplications.results) expect(result.userErrors).toEqual([]);
    for (const id of ids) {
      const { data } = await world.recruiter(TRANSITIONS, { id });
      expect(data.application.transitions.totalCount).toBe(2);
    }
  });

  it('refuses another list under the same key, an empty one, a doubled one and one of more than 500', async () => {
    const [id, other] = await many(2);
    const run = async (moves: readonly object[], idempotencyKey: string) =>
      (await world.recruiter(MANY, { input: { moves, idempotencyKey } })).data.moveApplications.userErrors;
    expect(await run(movesOf([id!]), 'k')).toEqual([]);
    expect(await run(movesOf([other!]), 'k')).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
    expect(await run([], 'e')).toMatchObject([{ code: 'INVALID_INPUT' }]);
    expect(await run(movesOf([id!, id!]), 'd')).toMatchObject([{ field: ['input', 'moves', '1', 'applicationId'] }]);
    const tooMany = Array.from({ length: 501 }, (_, index) => `app_${index}`);
    expect(await run(movesOf(tooMany), 'm')).toMatchObject([{ code: 'LIMIT_REACHED' }]);
  });
});
