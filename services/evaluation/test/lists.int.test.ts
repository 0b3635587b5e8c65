import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, feedbacksOf, hourOn } from './evaluation-calls.ts';
import { type Ask, createEvaluationWorld, type EvaluationWorld } from './evaluation-world.ts';

interface Page {
  readonly interviews: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string; readonly start: string | null }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string };
  };
}

const PAGE = `query ($filter: InterviewFilter, $first: Int, $after: String) {
  interviews(filter: $filter, first: $first, after: $after) {
    totalCount nodes { id start } pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;

describe('lists', () => {
  let world: EvaluationWorld;
  let rita: Ask;
  /** Of each day the interview of it; 0: those to schedule. */
  const planned = new Map<number, string[]>();

  const page = async (variables: Readonly<Record<string, unknown>>, ask: Ask = rita) => {
    const { data, errors } = await ask(PAGE, variables);
    expect(errors).toEqual([]);
    return (data as Page).interviews;
  };
  const days = (...wanted: number[]) => wanted.flatMap((day) => planned.get(day) ?? []);
  const idsOf = async (filter: object, ask: Ask = rita) => (await page({ filter }, ask)).nodes.map(({ id }) => id);

  beforeAll(async () => {
    world = await createEvaluationWorld();
    rita = world.as('usr_rita', 'RECRUITER');
    await world.job({ id: 'job_1', team: [{ userId: 'usr_max', role: 'HIRING_MANAGER' }] });
    await world.job({ id: 'job_2' });
    for (const [index, day] of [12, 0, 10, 11, 0, 14, 13].entries()) {
      const applicationId = `app_${index}`;
      await world.application(applicationId, index % 2 === 0 ? 'job_1' : 'job_2');
      const interviewerIds = day < 12 ? ['usr_ines'] : ['usr_ivan', 'usr_max'];
      world.clock.advance(1);
      const { id: interviewId } = await done(rita, 'planInterview', { applicationId, interviewerIds });
      planned.set(day, [...(planned.get(day) ?? []), interviewId]);
      if (day > 0) await done(rita, 'scheduleInterview', { interviewId, ...hourOn(day), idempotencyKey: interviewId });
    }
  });
  afterAll(() => world.stop());

  it('go by start, those to schedule first, page by page without loss or repeat', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const { nodes, pageInfo, totalCount } = await page({ first: 2, after });
      expect(totalCount).toBe(7);
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(days(0, 10, 11, 12, 13, 14));
  });

  it('are narrowed by interviewer, job, time and status, alone and together', async () => {
    expect(await idsOf({ interviewerId: 'usr_ines' })).toEqual(days(0, 10, 11));
    expect(await idsOf({ jobId: 'job_1' })).toEqual([planned.get(0)?.[1], ...days(10, 12, 13)]);
    expect(await idsOf({ from: hourOn(11).start, to: hourOn(13).start })).toEqual(days(11, 12));
    expect(await idsOf({ to: hourOn(11).start })).toEqual(days(10));
    expect(await idsOf({ from: hourOn(13).start })).toEqual(days(13, 14));
    expect(await idsOf({ status: 'TO_SCHEDULE' })).toEqual(days(0));
    expect(await idsOf({ interviewerId: 'usr_ines', jobId: 'job_2', status: 'SCHEDULED' })).toEqual(days(11));
    expect(await idsOf({ interviewerId: 'usr_none' })).toEqual([]);
  });

  it('show an interviewer their own, and a hiring manager those of their jobs and their own', async () => {
    const ines = world.as('usr_ines', 'INTERVIEWER');
    const max = world.as('usr_max', 'HIRING_MANAGER');
    expect(await idsOf({}, ines)).toEqual(days(0, 10, 11));
    expect(await idsOf({ interviewerId: 'usr_ivan' }, ines)).toEqual([]);
    expect(await idsOf({}, max)).toEqual([planned.get(0)?.[1], ...days(10, 12, 13, 14)]);
    expect(await idsOf({ jobId: 'job_2' }, max)).toEqual(days(14));
    const { data } = await ines('{ myInterviews(filter: { status: SCHEDULED }) { totalCount nodes { id } } }');
    expect(data).toEqual({ myInterviews: { totalCount: 2, nodes: days(10, 11).map((id) => ({ id })) } });
  });

  it('refuse a cursor of another list, an altered one, and a page out of bounds', async () => {
    const { pageInfo } = await page({ first: 2 });
    const refusal = async (variables: object) => (await rita(PAGE, { ...variables })).errors.map(({ code }) => code);
    const after = pageInfo.endCursor;
    expect(await refusal({ after, filter: { jobId: 'job_1' } })).toEqual(['BAD_USER_INPUT']);
    expect(await refusal({ after: `${after.slice(0, -2)}xx` })).toEqual(['BAD_USER_INPUT']);
    expect(await refusal({ first: 0 })).toEqual(['BAD_USER_INPUT']);
    expect(await refusal({ first: 101 })).toEqual(['BAD_USER_INPUT']);
  });

  it('of many applications cost one query a collection', async () => {
    world.reads.clear();
    const { feedbacks } = await feedbacksOf(
      rita,
      Array.from({ length: 7 }, (_, index) => `app_${index}`),
    );
    expect(feedbacks.map(({ interviews }) => interviews?.length)).toEqual(Array.from({ length: 7 }, () => 1));
    expect(Object.fromEntries(world.reads)).toEqual({ applications: 1, jobs: 1, interviews: 1, scorecards: 1 });
  });

  it('of referenced interviews and kits cost one query a collection', async () => {
    const kit = await done(rita, 'createInterviewKit', { jobId: 'job_1', questions: [{ text: 'Why us?' }] });
    const all = [...planned.values()].flat();
    world.reads.clear();
    const { data, errors } = await rita(
      `query ($r: [_Any!]!) { _entities(representations: $r) {
        ... on Interview { id kit { id } application { id } }
        ... on InterviewKit { id }
      } }`,
      {
        r: [
          ...all.map((id) => ({ __typename: 'Interview', id })),
          { __typename: 'InterviewKit', id: kit.id },
          { __typename: 'InterviewKit', id: 'kit_none' },
        ],
      },
    );
    expect(errors).toEqual([]);
    expect((data as { _entities: unknown[] })._entities.slice(-2)).toEqual([{ id: kit.id }, null]);
    expect(Object.fromEntries(world.reads)).toEqual({ interviews: 1, interviewKits: 1, jobs: 1, applications: 1 });
  });

  it('of the kits of many jobs cost one query for the pages and one for the counts', async () => {
    const r = ['job_1', 'job_2'].map((id) => ({ __typename: 'Job', id }));
    world.reads.clear();
    await rita(
      `query ($r: [_Any!]!) { _entities(representations: $r) {
        ... on Job { interviewKits(first: 5) { totalCount nodes { id } } }
      } }`,
      { r },
    );
    expect(Object.fromEntries(world.reads)).toEqual({ jobs: 1, interviewKits: 2 });
  });
});
