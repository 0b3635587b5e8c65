/**
 * As little as one process can do for the reading operations: verify the token, make the calls to the services'
 * application layers that the resolvers make, rights included, write the answer down by hand and stringify it once. No
 * GraphQL at all. Its answers are compared like everybody else's.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { createCursorCodec, createDeadline, DEADLINE_CAPS } from '@hiregraph/kernel';
import { createEmbeddedEngine, openStorage } from '@hiregraph/storage';
import { createTenantDirectory } from '@hiregraph/subgraph';
import { task } from '../process/child.mjs';
import { clock, logger, tokenIn, verifierOf } from '../servers/product.mjs';
import { serveJson } from './serve-json.mjs';

/** Services show their insides to nobody; the floor is made of just these. */
const load = (service, file) => import(`../../../../services/${service}/dist/${file}.js`);

const { installation, name } = task;
const directory = join(installation.dataDirectory, name, 'store');
cpSync(join(installation.dataDirectory, 'store'), directory, { recursive: true });
const verifier = verifierOf(installation);
const cursors = createCursorCodec(installation.cursorSecret);
const tenants = createTenantDirectory([installation.tenant]);
const owners = { ask: () => Promise.reject(new Error('All that is asked for is known already.')) };

async function open(service) {
  const engine = createEmbeddedEngine({ directory, name: service, clock, logger });
  const storage = openStorage({ engine, service, clock, logger });
  const { openStores } = await load(service, 'storage/open-stores');
  const stores = openStores(storage);
  await storage.start();
  return stores;
}

const { createJobApplication } = await load('job', 'application/job-application');
const jobs = createJobApplication(await open('job'), { clock, logger, cursors, tenants, owners });

const stores = await open('candidate');
const { createCallerScope, jobsThatCount, standingsOnCandidate } = {
  ...(await load('candidate', 'application/create-caller-scope')),
  ...(await load('candidate', 'application/caller-scope')),
};
const { createJobRows } = await load('candidate', 'application/job-rows');
const { createJobKnowledge } = await load('candidate', 'application/job-knowledge');
const { createLoaders } = await load('candidate', 'graphql/loaders');
const { applicationList } = await load('candidate', 'graphql/application-list');
const { seenJob } = await load('candidate', 'graphql/seen');
const { mayRead } = await load('candidate', 'application/access-rules');

const { createEvaluation, createEvaluationRequest } = await load('evaluation', 'application/evaluation');
const { scorecardsOf } = await load('evaluation', 'application/shown-feedback');
const evaluation = createEvaluation(await open('evaluation'), owners, clock);

function candidateContext(request) {
  const jobRows = createJobRows(stores.jobs, () => request.caller.tenantId);
  const scope = createCallerScope(stores, request.caller, jobRows);
  const known = createJobKnowledge(stores.jobs, jobRows, { owners, deadline: request.deadline, trace: request.trace });
  const useCase = { ...request, stores, clock, scope, jobs: known, jobRows };
  return { ...request, useCase, loaders: createLoaders(useCase), cursors, tenants };
}

async function candidateOf(context, { stored, standings }) {
  const candidate = await context.loaders.candidate.load(stored.state.candidateId);
  const sight = await context.useCase.scope.sight(jobsThatCount(context.caller, [candidate.state]));
  const all = new Set([...standingsOnCandidate(sight, candidate.id, candidate.state), ...standings]);
  const read = (field) => (mayRead(all, `Candidate.${field}`) ? candidate.state[field] : null);
  return { id: candidate.id, read };
}

function scorecard({ id, state }) {
  const { status, judgement, revisions } = state;
  return {
    id,
    status,
    recommendation: judgement.recommendation,
    submittedAt: revisions[0]?.at ?? null,
    notes: judgement.notes,
    ratings: judgement.ratings.map(({ criterionId, rating, note }) => ({
      criterion: { id: criterionId },
      rating,
      note,
    })),
  };
}

async function pipeline(request, { id }) {
  const job = await jobs.queries.job(request.caller, id);
  const context = candidateContext(request);
  await seenJob(context, id);
  const owner = { field: 'Job.applications', parentId: id, criteria: { jobIds: [id] } };
  const { nodes, pageInfo } = await applicationList(context, owner, { first: 20 }).page();
  const candidates = await Promise.all(nodes.map((node) => candidateOf(context, node)));
  const { shown } = createEvaluationRequest(evaluation, request);
  const scorecards = await Promise.all(nodes.map(({ stored }) => scorecardsOf(shown, stored.id)));
  const applications = nodes.map(({ stored }, index) => ({
    id: stored.id,
    status: stored.state.status,
    appliedAt: stored.state.appliedAt,
    candidate: { id: candidates[index].id, name: candidates[index].read('name') },
    scorecards: scorecards[index].map(scorecard),
  }));
  const { title, status } = job.state;
  return {
    job: {
      id: job.id,
      title,
      status,
      applications: { nodes: applications, pageInfo: { hasNextPage: pageInfo.hasNextPage } },
    },
  };
}

async function list(request, { jobId }) {
  const context = candidateContext(request);
  const owner = { field: 'Query.applications', parentId: null, criteria: {} };
  const { nodes, pageInfo } = await applicationList(context, owner, { filter: { jobId }, first: 20 }).page();
  const candidates = await Promise.all(nodes.map((node) => candidateOf(context, node)));
  return {
    applications: {
      nodes: nodes.map(({ stored }, index) => {
        const { id, read } = candidates[index];
        return {
          id: stored.id,
          status: stored.state.status,
          appliedAt: stored.state.appliedAt,
          version: stored.version,
          candidate: { id, name: read('name'), location: read('location'), emails: read('emails') },
        };
      }),
      pageInfo: { hasNextPage: pageInfo.hasNextPage, endCursor: pageInfo.endCursor },
    },
  };
}

serveJson(async (headers, body) => {
  const caller = await verifier.verify(tokenIn(headers));
  const { variables } = JSON.parse(body);
  const deadline = createDeadline(clock, DEADLINE_CAPS.gateway);
  const request = { caller, deadline, trace: { correlationId: 'floor', causationId: 'floor' }, logger };
  const data = await (variables.jobId === undefined ? pipeline(request, variables) : list(request, variables));
  return JSON.stringify({ data });
});
