import { setTimeout as delay } from 'node:timers/promises';
import { type Role, systemClock, userIdFor } from '@hiregraph/kernel';
import { DEVELOPMENT_ISSUER, openDevelopmentIssuer } from '@hiregraph/gateway';
import { callGraphql } from './graphql-call.ts';
import { SETUP, TENANT } from './tenant.ts';

const JOBS = 4;
const SEATS = 3;
const INTERVIEWERS = ['ines', 'ivan'] as const;

export interface SceneJob {
  readonly id: string;
  readonly postId: string;
  /** Stages that applications can be moved to. */
  readonly stageIds: readonly string[];
}

/** What the clients act on. */
export interface Scene {
  readonly jobs: readonly SceneJob[];
  readonly reasonId: string;
  readonly recruiter: string;
  readonly interviewers: readonly { readonly userId: string; readonly token: string }[];
}

/** Signs in the staff and makes jobs with few seats, through the API like everybody else. */
export async function prepareScene(origin: string, dataDirectory: string): Promise<Scene> {
  const issuer = openDevelopmentIssuer({ dataDirectory, nodeEnvironment: undefined, clock: systemClock });
  const tokenOf = (subject: string, role: Role): Promise<string> =>
    issuer.issue({ tenant: TENANT.slug, role, subject, name: subject });
  const recruiter = await tokenOf('rosa', 'RECRUITER');
  const interviewers = await Promise.all(
    INTERVIEWERS.map(async (subject) => ({
      userId: userIdFor(TENANT.id, DEVELOPMENT_ISSUER, subject),
      token: await tokenOf(subject, 'INTERVIEWER'),
    })),
  );
  const setup = createSetup(origin);
  // The directory learns of people by their tokens: before the clients begin, so that no later event tells of it.
  for (const token of [recruiter, ...interviewers.map((each) => each.token)]) await setup(token, '{ me { id } }', {});
  const jobs: SceneJob[] = [];
  for (let number = 1; number <= JOBS; number++) jobs.push(await makeJob(setup, recruiter, number, interviewers));
  const { createRejectionReason } = await setup<{ createRejectionReason: { rejectionReason: { id: string } } }>(
    recruiter,
    'mutation ($input: CreateRejectionReasonInput!) { createRejectionReason(input: $input) { rejectionReason { id } userErrors { code } } }',
    { input: { label: 'Too far away', side: 'CANDIDATE', idempotencyKey: 'reason' } },
  );
  return { jobs, reasonId: createRejectionReason.rejectionReason.id, recruiter, interviewers };
}

type Setup = <Data>(token: string, query: string, variables: Readonly<Record<string, unknown>>) => Promise<Data>;

const TRIES = 20;
const PAUSE_MILLISECONDS = 500;

/** Every operation carries a key, so that it can be repeated until it is answered. */
function createSetup(origin: string): Setup {
  return async (token, query, variables) => {
    let last = '';
    for (let tries = 0; tries < TRIES; tries++) {
      const reply = await callGraphql({ origin, token, query, variables, correlationId: SETUP });
      const errors = JSON.stringify(reply).match(/"code":"[A-Z_]+"/gu);
      if (reply.kind === 'answered' && reply.codes.length === 0 && errors === null) return reply.data as never;
      last = JSON.stringify(reply);
      await delay(PAUSE_MILLISECONDS);
    }
    throw new Error(`The scene could not be set up: ${query} was answered ${last}`);
  };
}

async function makeJob(
  setup: Setup,
  recruiter: string,
  number: number,
  interviewers: Scene['interviewers'],
): Promise<SceneJob> {
  const key = (what: string): string => `setup-${what}-${number}`;
  const { createJob } = await setup<{
    createJob: { job: { id: string; stages: { id: string; kind: string }[] } };
  }>(
    recruiter,
    'mutation ($input: CreateJobInput!) { createJob(input: $input) { job { id stages { id kind } } userErrors { code } } }',
    {
      input: {
        title: `Welder ${number}`,
        openings: SEATS,
        hiringTeam: interviewers.map(({ userId }) => ({ userId, role: 'INTERVIEWER' })),
        idempotencyKey: key('job'),
      },
    },
  );
  const { id: jobId, stages } = createJob.job;
  await setup(
    recruiter,
    'mutation ($input: OpenJobInput!) { openJob(input: $input) { job { id } userErrors { code } } }',
    { input: { jobId, idempotencyKey: key('open') } },
  );
  const { createJobPost } = await setup<{ createJobPost: { jobPost: { id: string } } }>(
    recruiter,
    'mutation ($input: CreateJobPostInput!) { createJobPost(input: $input) { jobPost { id } userErrors { code } } }',
    { input: { jobId, title: `Welder ${number}`, body: 'Weld.', idempotencyKey: key('post') } },
  );
  const postId = createJobPost.jobPost.id;
  await setup(
    recruiter,
    'mutation ($input: PublishJobPostInput!) { publishJobPost(input: $input) { jobPost { id } userErrors { code } } }',
    { input: { postId, idempotencyKey: key('publish') } },
  );
  const stageIds = stages.filter(({ kind }) => kind !== 'HIRED' && kind !== 'LEAD').map(({ id }) => id);
  return { id: jobId, postId, stageIds };
}
