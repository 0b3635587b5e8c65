/** Makes the company that the bench asks about, by the platform's public operations, and leaves it on disk. */
import { ready, task } from '../process/child.mjs';
import { openPlatform } from './open-platform.mjs';
import { issuerOf, verifierOf } from './product.mjs';
import { makeTokens } from './tokens.mjs';

const JOBS = 10;
const APPLICATIONS = 20;
const MOVES = 60;
const AT_ONCE = 8;
const ATTEMPTS = 6;
const RATINGS = ['YES', 'STRONG_YES', 'NO', 'NO_DECISION', 'YES'];

const { installation } = task;
const platform = await openPlatform(installation, { port: 0 });
const url = `${platform.gateway.origin}/graphql`;
const recruiter = await clientFor('RECRUITER', 'rita', 'Rita Rovira');
const interviewers = await Promise.all(
  ['ines', 'ivan', 'imani'].map((subject) => clientFor('INTERVIEWER', subject, subject)),
);
let key = 0;

async function clientFor(role, subject, name) {
  const token = await issuerOf(installation).issue({ tenant: installation.tenant.slug, role, subject, name });
  const send = async (query, variables = {}) => {
    const response = await fetch(url, {
      method: 'POST',
      body: JSON.stringify({ query, variables }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    });
    return response.json();
  };
  /** A busy machine may miss a deadline; the same key makes asking again safe. */
  const ask = async (query, variables) => {
    for (let attempt = 1; ; attempt++) {
      const { data, errors } = await send(query, variables);
      if (errors === undefined) return data;
      const isWorthAnother = attempt < ATTEMPTS && errors.every(({ extensions }) => extensions?.retryable === true);
      if (!isWorthAnother) throw new Error(`${query}\n${JSON.stringify(errors)}`);
    }
  };
  const { me } = await ask('{ me { id } }');
  const mutate = async (field, input, selection) => {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { ${field}(input: $input) { ${selection} userErrors { code message field } } }`;
    const { [field]: payload } = await ask(query, { input: { idempotencyKey: `company-${(key += 1)}`, ...input } });
    if (payload.userErrors.length > 0) throw new Error(`${field}: ${JSON.stringify(payload.userErrors)}`);
    return payload;
  };
  return { id: me.id, ask, mutate };
}

/** Runs the work on all items, so many at a time; results in order. */
async function each(items, work) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index], index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

async function makeJob(number) {
  const criteria = ['Distributed systems', 'Writes clearly', 'Five years in a team'].map((text) => ({
    kind: 'SKILL',
    text,
  }));
  const hiringTeam = interviewers.map(({ id }) => ({ userId: id, role: 'INTERVIEWER' }));
  const { job } = await recruiter.mutate(
    'createJob',
    { title: `Engineer ${number}`, department: 'Engineering', locations: ['Berlin, Germany'], criteria, hiringTeam },
    'job { id criteria { id } stages { id kind } }',
  );
  await recruiter.mutate('openJob', { jobId: job.id }, 'job { status }');
  return job;
}

async function makeApplication(job, number) {
  const name = `Candidate Number ${number}`;
  const { candidate } = await recruiter.mutate(
    'createCandidate',
    { name, emails: [`c${number}@example.org`], location: 'Lisbon, Portugal' },
    'candidate { id }',
  );
  const { application } = await recruiter.mutate(
    'addApplication',
    { candidateId: candidate.id, jobId: job.id },
    'application { id stage { id } }',
  );
  const { interview } = await recruiter.mutate(
    'planInterview',
    { applicationId: application.id, interviewerIds: interviewers.map(({ id }) => id) },
    'interview { id }',
  );
  for (const [index, interviewer] of interviewers.entries()) {
    const ratings = job.criteria.map(({ id }, at) => ({
      criterionId: id,
      rating: RATINGS[(number + index + at) % RATINGS.length],
      note: 'Said how, and why not otherwise.',
    }));
    const recommendation = RATINGS[(number + index) % RATINGS.length];
    const notes = 'An hour well spent; asked the right questions back.';
    await interviewer.mutate(
      'submitScorecard',
      { interviewId: interview.id, ratings, recommendation, notes },
      'scorecard { id }',
    );
  }
  return { ...application, job };
}

const jobs = await each(Array.from({ length: JOBS }), (_, number) => makeJob(number));
const places = jobs.flatMap((job) => Array.from({ length: APPLICATIONS }, () => job));
const applications = await each(places, makeApplication);
await platform.whenRelayed();
const moves = applications.slice(0, MOVES).map(({ id, stage, job }, number) => ({
  applicationId: id,
  expectedFromStageId: stage.id,
  toStageId: job.stages.find(({ id: other, kind }) => other !== stage.id && kind === 'INTERVIEW').id,
  idempotencyKey: `bench-move-${number}`,
}));
await untilSettled();
await platform.stop();
ready({
  caller: await verifierOf(installation).verify((await makeTokens(installation, 1))[0]),
  company: { jobs: jobs.map(({ id }) => ({ id })), moves },
  tokens: await makeTokens(installation, task.tokens),
});

/** Projections follow by events: waits until every scorecard of every application is there to see. */
async function untilSettled() {
  const query =
    'query ($id: ID!) { job(id: $id) { applications(first: 20) { nodes { scorecards { status ratings { rating } } } } } }';
  for (const { id } of jobs) {
    for (let attempt = 0; ; attempt++) {
      const { job } = await recruiter.ask(query, { id });
      const { nodes } = job.applications;
      if (nodes.length === APPLICATIONS && nodes.every(({ scorecards }) => scorecards?.length === interviewers.length))
        break;
      if (attempt > 200) throw new Error(`The applications of ${id} never got their scorecards.`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
