import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffRole, TeamRole } from '@hiregraph/kernel';
import { authorsShown, call, done, feedbacksOf, hourOn } from './evaluation-calls.ts';
import { type Ask, createEvaluationWorld, type EvaluationWorld } from './evaluation-world.ts';

const TEAM: readonly { userId: string; role: TeamRole }[] = [
  { userId: 'usr_manager', role: 'HIRING_MANAGER' },
  { userId: 'usr_coordinator', role: 'COORDINATOR' },
  { userId: 'usr_own', role: 'INTERVIEWER' },
];

const STAFF: Readonly<Record<string, StaffRole>> = {
  admin: 'ADMIN',
  recruiter: 'RECRUITER',
  manager: 'HIRING_MANAGER',
  coordinator: 'HIRING_MANAGER',
  stranger: 'HIRING_MANAGER',
  own: 'INTERVIEWER',
  other: 'INTERVIEWER',
  analyst: 'ANALYST',
};

/** What a right comes to: allowed, looks absent, or refused by role. */
type Right = 'yes' | 'NOT_FOUND' | 'FORBIDDEN' | 'UNAUTHENTICATED';

/** For each caller: planning and kits of the open job, and of the confidential one. */
const PLANNING: Readonly<Record<string, readonly [open: Right, confidential: Right]>> = {
  admin: ['yes', 'yes'],
  recruiter: ['yes', 'NOT_FOUND'],
  manager: ['yes', 'yes'],
  coordinator: ['yes', 'yes'],
  stranger: ['NOT_FOUND', 'NOT_FOUND'],
  own: ['FORBIDDEN', 'FORBIDDEN'],
  other: ['FORBIDDEN', 'FORBIDDEN'],
  analyst: ['FORBIDDEN', 'FORBIDDEN'],
  candidate: ['FORBIDDEN', 'FORBIDDEN'],
  nobody: ['UNAUTHENTICATED', 'UNAUTHENTICATED'],
};

/** For each caller: writing a scorecard of the interview that `own` holds. */
const JUDGING: Readonly<Record<string, Right>> = {
  ...Object.fromEntries(Object.keys(STAFF).map((name) => [name, 'NOT_FOUND' as const])),
  own: 'yes',
  analyst: 'FORBIDDEN',
  candidate: 'FORBIDDEN',
  nobody: 'UNAUTHENTICATED',
};

describe('rights through the executor', () => {
  let world: EvaluationWorld;
  let admin: Ask;
  const callers = new Map<string, Ask>();
  const jobs = ['open', 'confidential'] as const;
  let kits: Readonly<Record<string, string>>;
  let interviews: Readonly<Record<string, string>>;
  let scorecard: string;

  beforeAll(async () => {
    world = await createEvaluationWorld();
    for (const [name, role] of Object.entries(STAFF)) callers.set(name, world.as(`usr_${name}`, role));
    callers.set('candidate', world.asCandidate('cand_1'));
    callers.set('nobody', world.anonymous());
    admin = callers.get('admin')!;
    const criteria = [{ id: 'cri_1', weight: 1, active: true }];
    const made = { kits: new Map<string, string>(), interviews: new Map<string, string>() };
    for (const name of jobs) {
      const jobId = `job_${name}`;
      const applicationId = `app_${name}`;
      await world.job({ id: jobId, confidential: name === 'confidential', team: TEAM, criteria });
      await world.application(applicationId, jobId);
      made.kits.set(
        name,
        (await done(admin, 'createInterviewKit', { jobId, fromJobCriteria: false, criterionIds: ['cri_1'] })).id,
      );
      const plan = { applicationId, interviewerIds: ['usr_own'] };
      const { id: interviewId } = await done(admin, 'planInterview', plan);
      await done(admin, 'scheduleInterview', { interviewId, ...hourOn(10), idempotencyKey: name });
      made.interviews.set(name, interviewId);
    }
    kits = Object.fromEntries(made.kits);
    interviews = Object.fromEntries(made.interviews);
    const judged = await done(admin, 'planInterview', { applicationId: 'app_open', interviewerIds: ['usr_judge'] });
    const judge = world.as('usr_judge', 'INTERVIEWER');
    scorecard = (await done(judge, 'submitScorecard', { interviewId: judged.id, recommendation: 'YES' })).id;
  });
  afterAll(() => world.stop());

  /** A stale version lets nobody change anything: whoever has the right gets CONFLICT. */
  const stale = { expectedVersion: 999 };
  const inputs: Readonly<Record<string, (job: (typeof jobs)[number]) => Record<string, unknown>>> = {
    createInterviewKit: (job) => ({ jobId: `job_${job}` }),
    updateInterviewKit: (job) => ({ kitId: kits[job], ...stale }),
    planInterview: (job) => ({ applicationId: `app_${job}`, kitId: 'kit_none' }),
    scheduleInterview: (job) => ({
      interviewId: interviews[job],
      ...hourOn(10),
      idempotencyKey: 'stale',
      ...stale,
    }),
    rescheduleInterview: (job) => ({ interviewId: interviews[job], ...hourOn(10), ...stale }),
    setInterviewers: (job) => ({ interviewId: interviews[job], interviewerIds: [], ...stale }),
    cancelInterview: (job) => ({ interviewId: interviews[job], ...stale }),
    completeInterview: (job) => ({ interviewId: interviews[job], ...stale }),
    markNoShow: (job) => ({ interviewId: interviews[job], ...stale }),
  };

  async function rightOf(who: string, mutation: string, input: Record<string, unknown>): Promise<Right> {
    const { userErrors, errors } = await call(callers.get(who)!, mutation, input);
    const [code] = [...errors, ...userErrors].map((error) => error.code as Right);
    return code === 'FORBIDDEN' || code === 'UNAUTHENTICATED' || code === 'NOT_FOUND' ? code : 'yes';
  }

  it.each(Object.entries(PLANNING))('lets %s plan interviews and write kits: open %j', async (who, expected) => {
    for (const [mutation, inputFor] of Object.entries(inputs)) {
      for (const [index, job] of jobs.entries()) {
        expect([mutation, job, await rightOf(who, mutation, inputFor(job))]).toEqual([mutation, job, expected[index]]);
      }
    }
  });

  it.each(Object.entries(JUDGING))('lets %s write the scorecard of an interviewer: %s', async (who, expected) => {
    for (const mutation of ['saveScorecardDraft', 'submitScorecard']) {
      const input = { interviewId: interviews.open, ...stale };
      expect([mutation, await rightOf(who, mutation, input)]).toEqual([mutation, expected]);
    }
    const own = await rightOf(who, 'amendScorecard', { scorecardId: scorecard, ...stale });
    expect(own).toBe(expected === 'yes' ? 'NOT_FOUND' : expected);
  });

  it.each([
    ['admin', true, true],
    ['recruiter', true, false],
    ['manager', true, true],
    ['coordinator', true, true],
    ['stranger', false, false],
    ['own', true, true],
    ['other', false, false],
    ['analyst', null, null],
    ['candidate', true, true],
    ['nobody', null, null],
  ])('shows %s an interview of the open job: %s, of the confidential one: %s', async (who, open, confidential) => {
    const query = 'query ($id: ID!) { interview(id: $id) { id } }';
    const reference = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Interview { id } } }';
    for (const [job, expected] of [
      ['open', open],
      ['confidential', confidential],
    ] as const) {
      const id = interviews[job];
      const { data, errors } = await callers.get(who)!(query, { id });
      const byReference = await callers.get(who)!(reference, { r: [{ __typename: 'Interview', id }] });
      expect(errors.length > 0).toBe(expected === null);
      expect(data).toEqual({ interview: expected === true ? { id } : null });
      expect(byReference.data).toEqual({ _entities: [expected === true ? { id } : null] });
    }
  });

  it.each([
    ['admin', 2, 2],
    ['recruiter', 2, null],
    ['manager', 2, 1],
    ['coordinator', 2, 1],
    ['stranger', null, null],
    ['own', 1, 1],
    ['other', null, null],
    ['candidate', 1, 1],
    ['nobody', null, null],
  ])('shows %s so many interviews of the applications: %s and %s', async (who, open, confidential) => {
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Application { interviews { id } } } }';
    const r = jobs.map((job) => ({ __typename: 'Application', id: `app_${job}` }));
    const { data } = await callers.get(who)!(query, { r });
    const counts = (data as { _entities: { interviews: unknown[] | null }[] })._entities.map(
      ({ interviews: list }) => list?.length ?? null,
    );
    expect(counts).toEqual([open, confidential === 2 ? 1 : confidential]);
  });

  it.each([
    ['admin', ['usr_judge']],
    ['recruiter', ['usr_judge']],
    ['manager', ['usr_judge']],
    ['own', ['usr_own']],
    ['stranger', null],
    ['other', null],
  ])('shows %s the scorecards of these of an application: %j', async (who, authors) => {
    expect(await authorsShown(callers.get(who)!, 'app_open')).toEqual(authors);
  });

  it.each([
    ['coordinator', ['feedbackSummary', 'scorecards']],
    ['analyst', ['feedbackSummary', 'interviews', 'owedFeedback', 'scorecards']],
    ['candidate', ['feedbackSummary', 'owedFeedback', 'scorecards']],
    ['stranger', []],
    ['nobody', []],
  ])('answers %s null and FORBIDDEN for %j of an application', async (who, fields) => {
    const { feedbacks, errors } = await feedbacksOf(callers.get(who)!, ['app_open']);
    expect(errors.map(({ path, code }) => [path.at(-1), code]).sort()).toEqual(
      fields.map((field) => [field, 'FORBIDDEN']),
    );
    expect(feedbacks[0]).toMatchObject({ scorecards: null, feedbackSummary: null });
  });

  it('shows a candidate their own times, and nothing of what goes on behind', async () => {
    const query = `query ($id: ID!) { interview(id: $id) {
      id start end timeZone location status application { id }
      stage { id } kit { id } interviewers { id } revision revisions { at } attention { reason }
    } }`;
    const { data, errors } = await callers.get('candidate')!(query, { id: interviews.open });
    const { start, end, timeZone } = hourOn(10);
    const times = { start, end, timeZone, location: null, status: 'SCHEDULED', application: { id: 'app_open' } };
    const hidden = { stage: null, kit: null, interviewers: null, revision: null, revisions: null, attention: null };
    expect(data).toEqual({ interview: { id: interviews.open, ...times, ...hidden } });
    expect(errors.map(({ code }) => code)).toEqual(Array.from({ length: 6 }, () => 'FORBIDDEN'));
    const list = '{ myInterviews { totalCount nodes { id } } }';
    expect((await callers.get('candidate')!(list)).data).toMatchObject({ myInterviews: { totalCount: 2 } });
    expect((await world.asCandidate('cand_2')(list)).data).toEqual({ myInterviews: { totalCount: 0, nodes: [] } });
  });

  it.each([
    ['admin', 3],
    ['recruiter', 2],
    ['manager', 3],
    ['coordinator', 3],
    ['stranger', 0],
    ['own', 2],
    ['other', 0],
    ['analyst', 2],
  ])('counts for %s %d interviews, and pages through as many', async (who, count) => {
    const { data } = await callers.get(who)!('{ interviews { totalCount } }');
    expect(data).toEqual({ interviews: { totalCount: count } });
    const page = await callers.get(who)!('{ interviews { nodes { id } pageInfo { hasNextPage endCursor } } }');
    if (who === 'analyst') {
      expect(page.errors).toMatchObject([{ path: ['interviews', 'nodes'], code: 'FORBIDDEN' }]);
      expect(page.data).toEqual({ interviews: { nodes: null, pageInfo: { hasNextPage: false, endCursor: null } } });
    } else {
      expect((page.data as { interviews: { nodes: unknown[] } }).interviews.nodes).toHaveLength(count);
    }
  });

  it.each([
    ['admin', [1, 1]],
    ['recruiter', [1, null]],
    ['stranger', [1, null]],
    ['own', [1, 1]],
    ['other', [1, null]],
    ['analyst', [null, null]],
    ['candidate', [null, null]],
    ['nobody', [null, null]],
  ])('shows %s the interview kits of the jobs: %j', async (who, counts) => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Job {
      interviewKits { totalCount nodes { id } }
    } } }`;
    const { data } = await callers.get(who)!(query, {
      r: jobs.map((job) => ({ __typename: 'Job', id: `job_${job}` })),
    });
    const shown = (data as { _entities: { interviewKits: { totalCount: number; nodes: unknown[] } | null }[] })
      ._entities;
    // createInterviewKit was refused for lack of contents above: there is one kit a job.
    expect(shown.map(({ interviewKits }) => interviewKits?.totalCount ?? null)).toEqual(counts);
    expect(shown.map(({ interviewKits }) => interviewKits?.nodes.length ?? null)).toEqual(counts);
  });

  it('answers interviewFacts to services alone', async () => {
    const query =
      'query ($id: ID!) { interviewFacts(id: $id) { id lastSequence applicationId interviewerIds status } }';
    const facts = await world.asService()(query, { id: interviews.open });
    expect(facts.data).toEqual({
      interviewFacts: {
        id: interviews.open,
        lastSequence: 2,
        applicationId: 'app_open',
        interviewerIds: ['usr_own'],
        status: 'SCHEDULED',
      },
    });
    expect((await admin(query, { id: interviews.open })).data).toEqual({ interviewFacts: null });
  });
});
