import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readEvents } from './event-stream.ts';
import { replayFunnel } from './funnel-consumer.ts';
import { OWN_POSTING, realPosting } from './postings.ts';
import type { Client } from './graphql-client.ts';
import type { TestPlatform } from './test-platform.ts';
import { waitFor } from './wait-for.ts';

interface UserError {
  readonly code: string;
  readonly message: string;
  readonly field: readonly string[];
}
interface Stage {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}
interface Application {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly stage: Stage;
  readonly candidate: { readonly id: string; readonly name: string };
}

const APPLICATION = 'id version status stage { id name kind } candidate { id name }';
const USER_ERRORS = 'userErrors { code message field }';

let key = 0;
const nextKey = (): string => `e2e-${(key += 1)}`;

async function mutate<Payload>(
  client: Client,
  name: string,
  input: object,
  fields: string,
): Promise<Payload & { userErrors: UserError[] }> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${name}(input: $input) { ${fields} ${USER_ERRORS} } }`;
  const data = await client.ask<Record<string, Payload & { userErrors: UserError[] }>>(query, {
    input: { idempotencyKey: nextKey(), ...input },
  });
  const payload = data[name];
  if (payload === undefined) throw new Error(`${name} answered nothing`);
  return payload;
}

async function succeed<Payload>(client: Client, name: string, input: object, fields: string): Promise<Payload> {
  const payload = await mutate<Payload>(client, name, input, fields);
  expect({ name, userErrors: payload.userErrors }).toEqual({ name, userErrors: [] });
  return payload;
}

/**
 * One hire from the posting to the seat, told over HTTP through the gateway, on whatever engines `start` brings.
 */
export function tellHiringStory(start: () => Promise<TestPlatform>): void {
  let test: TestPlatform;
  let recruiter: Client;
  let manager: Client;
  let interviewers: readonly [Client, Client];
  let analyst: Client;

  beforeAll(async () => {
    test = await start();
    recruiter = await test.client('RECRUITER', 'rita');
    manager = await test.client('HIRING_MANAGER', 'hugo');
    interviewers = [await test.client('INTERVIEWER', 'ines'), await test.client('INTERVIEWER', 'ivan')];
    analyst = await test.client('ANALYST', 'ana');
    for (const client of [manager, ...interviewers]) await client.ask('{ me { id } }');
  });

  afterAll(async () => {
    await test.stop();
  });

  const postings: (readonly [string, string])[] = [['a posting of our own', OWN_POSTING]];
  const real = realPosting();
  if (real === null) console.warn('The real posting does not lie beside the repository: its case was not run.');
  else postings.push(['the real posting', real]);

  describe.each(postings)('hiring somebody, from %s to the hire', (_name, posting) => {
    let jobId: string;
    let postId: string;
    let stages: readonly Stage[];
    let applications: readonly Application[];
    let reasonId: string;
    const stageOf = (name: string): Stage => {
      const stage = stages.find((candidate) => candidate.name === name);
      if (stage === undefined)
        throw new Error(`No stage ${name} in ${stages.map((candidate) => candidate.name).join(', ')}`);
      return stage;
    };
    const byName = (name: string): Application => {
      const found = applications.find((application) => application.candidate.name === name);
      if (found === undefined) throw new Error(`No application of ${name}`);
      return found;
    };
    const current = async (id: string, client = recruiter): Promise<Application> =>
      (
        await client.ask<{ application: Application }>(`query ($id: ID!) { application(id: $id) { ${APPLICATION} } }`, {
          id,
        })
      ).application;

    it('imports the posting into a draft job with its text unchanged', async () => {
      const { job, jobPost } = await succeed<{
        job: {
          id: string;
          status: string;
          stages: Stage[];
          criteria: { text: string; sourceSpan: { start: number; end: number } | null }[];
        };
        jobPost: { id: string; body: string };
      }>(
        recruiter,
        'importJobPosting',
        { text: posting, openings: 1 },
        'job { id status stages { id name kind } criteria { text sourceSpan { start end } } } jobPost { id body }',
      );
      expect(job.status).toBe('DRAFT');
      expect(jobPost.body).toBe(posting);
      expect(job.criteria.length).toBeGreaterThan(2);
      for (const { sourceSpan } of job.criteria) expect(posting.slice(sourceSpan?.start, sourceSpan?.end)).not.toBe('');
      expect(job.stages.filter(({ kind }) => kind === 'HIRED')).toHaveLength(1);
      jobId = job.id;
      postId = jobPost.id;
    });

    it('sets the pipeline and the team, opens and publishes', async () => {
      await succeed(recruiter, 'addStage', { jobId, name: 'On deck', kind: 'INTERVIEW' }, 'stage { id }');
      const { job: before } = await recruiter.ask<{ job: { version: number; stages: Stage[] } }>(
        'query ($jobId: ID!) { job(id: $jobId) { version stages { id name kind } } }',
        { jobId },
      );
      const hired = before.stages.filter(({ kind }) => kind === 'HIRED');
      const others = before.stages.filter(({ kind }) => kind !== 'HIRED');
      const stageIds = [...others, ...hired].map(({ id }) => id);
      const { job } = await succeed<{ job: { version: number; stages: Stage[] } }>(
        recruiter,
        'reorderStages',
        { jobId, stageIds, expectedVersion: before.version },
        'job { version stages { id name kind } }',
      );
      stages = job.stages;
      expect(stages.map(({ id }) => id)).toEqual(stageIds);
      const members = [
        { userId: manager.userId, role: 'HIRING_MANAGER' },
        ...interviewers.map(({ userId }) => ({ userId, role: 'INTERVIEWER' })),
      ];
      await succeed(
        recruiter,
        'setHiringTeam',
        { jobId, members, expectedVersion: job.version },
        'job { hiringTeam { role user { id name } } }',
      );
      await succeed(recruiter, 'openJob', { jobId }, 'job { status }');
      await succeed(recruiter, 'publishJobPost', { postId }, 'jobPost { status }');
      const { publishedJobPosts } = await test
        .anonymous()
        .ask<{ publishedJobPosts: { nodes: { id: string }[] } }>(
          '{ publishedJobPosts(company: "acme", first: 100) { nodes { id title } } }',
        );
      expect(publishedJobPosts.nodes.map(({ id }) => id)).toContain(postId);
    });

    it('lets three people apply without a token right away: one twice, two at once', async () => {
      const apply = (name: string): Promise<{ receipt: { reference: string }; userErrors: UserError[] }> =>
        mutate(
          test.anonymous(),
          'submitApplication',
          {
            company: 'acme',
            postId,
            name,
            email: `${name.toLowerCase()}@example.org`,
            source: { channel: 'CAREERS_PAGE' },
          },
          'receipt { reference receivedAt }',
        );
      const first = await apply('Ada');
      const again = await apply('Ada');
      expect(again.receipt.reference).toBe(first.receipt.reference);
      const both = await Promise.all([apply('Bo'), apply('Cy')]);
      for (const { userErrors } of [first, again, ...both]) expect(userErrors).toEqual([]);
      const { job } = await recruiter.ask<{ job: { applications: { nodes: Application[]; totalCount: number } } }>(
        `query ($jobId: ID!) { job(id: $jobId) { applications(first: 20) { totalCount nodes { ${APPLICATION} } } } }`,
        { jobId },
      );
      expect(job.applications.totalCount).toBe(3);
      applications = job.applications.nodes;
      expect(applications.map(({ candidate }) => candidate.name).sort()).toEqual(['Ada', 'Bo', 'Cy']);
      expect(new Set(applications.map(({ stage }) => stage.kind)).has('LEAD')).toBe(false);
    });

    it('moves people: of a conflicting pair exactly one wins, the loser gets CONFLICT and the application as it is', async () => {
      const ada = byName('Ada');
      const targets = stages
        .filter(({ kind, id }) => kind !== 'HIRED' && kind !== 'LEAD' && id !== ada.stage.id)
        .slice(0, 2);
      const moves = await Promise.all(
        targets.map(({ id }) =>
          mutate<{ application: Application | null }>(
            recruiter,
            'moveApplication',
            { applicationId: ada.id, toStageId: id, expectedFromStageId: ada.stage.id },
            `application { ${APPLICATION} }`,
          ),
        ),
      );
      const won = moves.filter(({ userErrors }) => userErrors.length === 0);
      const lost = moves.filter(({ userErrors }) => userErrors.length > 0);
      expect(won).toHaveLength(1);
      expect(lost).toHaveLength(1);
      expect(lost[0]?.userErrors[0]?.code).toBe('CONFLICT');
      expect(lost[0]?.application?.stage.id).toBe(won[0]?.application?.stage.id);
      for (const name of ['Ada', 'Bo', 'Cy']) {
        const { id, stage } = await current(byName(name).id);
        const onDeck = stageOf('On deck');
        if (stage.id === onDeck.id) continue;
        await succeed(
          manager,
          'moveApplication',
          { applicationId: id, toStageId: onDeck.id, expectedFromStageId: stage.id },
          'application { id }',
        );
      }
      const hired = stages.find(({ kind }) => kind === 'HIRED');
      const refused = await mutate(
        recruiter,
        'moveApplication',
        { applicationId: ada.id, toStageId: hired?.id, expectedFromStageId: stageOf('On deck').id },
        'application { id }',
      );
      expect(refused.userErrors[0]?.code).toBe('USE_HIRE');
    });

    it('keeps interviewers blind until they have submitted their own scorecard', async () => {
      const ada = byName('Ada');
      const { interview } = await succeed<{ interview: { id: string } }>(
        recruiter,
        'planInterview',
        { applicationId: ada.id, interviewerIds: interviewers.map(({ userId }) => userId) },
        'interview { id }',
      );
      const times = { start: '2031-03-03T09:00:00.000Z', end: '2031-03-03T10:00:00.000Z', timeZone: 'Europe/Oslo' };
      await succeed(recruiter, 'scheduleInterview', { interviewId: interview.id, ...times }, 'interview { id status }');
      await succeed(recruiter, 'completeInterview', { interviewId: interview.id }, 'interview { status }');
      const [ines, ivan] = interviewers;
      const seen = async (
        client: Client,
      ): Promise<{
        scorecards: { recommendation: string | null; interviewer: { id: string } }[];
        feedbackSummary: { scorecardCount: number } | null;
      }> =>
        (
          await client.ask<{
            application: {
              scorecards: { recommendation: string | null; interviewer: { id: string } }[];
              feedbackSummary: { scorecardCount: number } | null;
            };
          }>(
            'query ($id: ID!) { application(id: $id) { scorecards { recommendation interviewer { id } } feedbackSummary { scorecardCount } } }',
            { id: ada.id },
          )
        ).application;
      const visible = async (client: Client): Promise<void> => {
        await waitFor('the interviewer to know the application', async () => {
          const { data } = await client.send<{ application: unknown }>(
            'query ($id: ID!) { application(id: $id) { id } }',
            { id: ada.id },
          );
          return data.application;
        });
      };
      await visible(ines);
      await visible(ivan);
      await succeed(
        ines,
        'submitScorecard',
        { interviewId: interview.id, recommendation: 'STRONG_YES', notes: 'Calm.' },
        'scorecard { status }',
      );
      const before = await seen(ivan);
      expect(before.scorecards.map(({ interviewer }) => interviewer.id)).toEqual([ivan.userId]);
      expect(before.scorecards.map(({ recommendation }) => recommendation)).toEqual([null]);
      expect(before.feedbackSummary).toBeNull();
      await succeed(
        ivan,
        'submitScorecard',
        { interviewId: interview.id, recommendation: 'YES' },
        'scorecard { status }',
      );
      const after = await waitFor('both scorecards', async () => {
        const found = await seen(ivan);
        return found.scorecards.length === 2 ? found : null;
      });
      expect(after.feedbackSummary?.scorecardCount).toBe(2);
    });

    it('rejects one with a reason', async () => {
      const { rejectionReason } = await succeed<{ rejectionReason: { id: string } }>(
        await test.client('ADMIN', 'adele'),
        'createRejectionReason',
        { label: `Not enough experience ${jobId}`, side: 'COMPANY' },
        'rejectionReason { id }',
      );
      reasonId = rejectionReason.id;
      const cy = byName('Cy');
      const { application } = await succeed<{ application: Application & { rejection: { reason: { id: string } } } }>(
        recruiter,
        'rejectApplication',
        { applicationId: cy.id, reasonId },
        `application { ${APPLICATION} rejection { reason { id } } }`,
      );
      expect(application.status).toBe('REJECTED');
      expect(application.stage.id).toBe(stageOf('On deck').id);
      expect(application.rejection.reason.id).toBe(reasonId);
    });

    it('hires one and fills the seat, and refuses a second hire where no seat is left', async () => {
      const hire = (
        name: string,
      ): Promise<{
        application: Application & { hire: { status: string; refusedBecause: string | null } };
        userErrors: UserError[];
      }> =>
        mutate(
          recruiter,
          'hireApplication',
          { applicationId: byName(name).id },
          `application { ${APPLICATION} hire { status refusedBecause } }`,
        );
      const ada = await hire('Ada');
      expect(ada.userErrors).toEqual([]);
      expect(ada.application).toMatchObject({ status: 'HIRED', stage: { kind: 'HIRED' }, hire: { status: 'HIRED' } });
      const bo = await hire('Bo');
      expect(bo.application).toMatchObject({
        status: 'ACTIVE',
        hire: { status: 'REFUSED', refusedBecause: 'NO_SEAT_LEFT' },
      });
      await waitFor('the seat to be filled', async () => {
        const { job } = await recruiter.ask<{ job: { openings: { nodes: { status: string }[] } } }>(
          'query ($jobId: ID!) { job(id: $jobId) { openings(first: 10) { nodes { status application { id } } } } }',
          { jobId },
        );
        return job.openings.nodes.every(({ status }) => status === 'FILLED');
      });
    });

    it('gives analysts the same funnel and times in stage from the event stream alone', async () => {
      const facts = `query ($jobId: ID!) {
        job(id: $jobId) {
          stageCounts { stage { id } count }
          applications(first: 20) { nodes { id transitions(first: 100) { nodes { kind fromStage { id } toStage { id } secondsInFrom } } } }
        }
      }`;
      interface Transition {
        readonly kind: string;
        readonly fromStage: { readonly id: string } | null;
        readonly secondsInFrom: number | null;
      }
      const { job } = await recruiter.ask<{
        job: {
          stageCounts: { stage: { id: string }; count: number }[];
          applications: { nodes: { id: string; transitions: { nodes: Transition[] } }[] };
        };
      }>(facts, { jobId });
      const expected = job.applications.nodes.reduce((sum, { transitions }) => sum + transitions.nodes.length, 0);
      const events = await readEvents(
        test.origin,
        '/events?after=beginning&topic=hiring.application.v1',
        analyst,
        (found) => {
          const ours = found.filter(
            ({ event }) => event.data.jobId === jobId && !/hire-(requested|refused)/u.test(event.type),
          );
          return new Set(ours.map(({ event }) => event.id)).size >= expected;
        },
      );
      const funnel = replayFunnel(
        events.map(({ event }) => event),
        jobId,
      );
      for (const { stage, count } of job.stageCounts)
        expect([stage.id, funnel.counts.get(stage.id) ?? 0]).toEqual([stage.id, count]);
      for (const { id, transitions } of job.applications.nodes) {
        const seconds = new Map<string, number>();
        for (const { fromStage, secondsInFrom } of transitions.nodes) {
          if (fromStage !== null && secondsInFrom !== null)
            seconds.set(fromStage.id, (seconds.get(fromStage.id) ?? 0) + secondsInFrom);
        }
        expect([id, [...funnel.secondsInStage(id)].sort()]).toEqual([id, [...seconds].sort()]);
      }
    });

    it('puts no name and no address of a person on the stream', async () => {
      const events = await readEvents(test.origin, '/events?after=beginning', analyst, (found) =>
        found.some(({ event }) => event.type === 'com.hiregraph.job.opening-filled.v1' && event.subject === jobId),
      );
      const text = JSON.stringify(events.map(({ event }) => event.data));
      expect(text).not.toMatch(/Ada|@example\.org|Calm\./u);
    });
  });
}
