import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createEmbeddedEngine } from '@hiregraph/storage';
import { countReads } from './support/counting-engine.ts';
import type { Client } from './support/graphql-client.ts';
import { OWN_POSTING } from './support/postings.ts';
import { startTestPlatform, type TestPlatform } from './support/test-platform.ts';
import { waitFor } from './support/wait-for.ts';

const NESTED = `query ($id: ID!) {
  job(id: $id) {
    applications(first: 20) {
      nodes { candidate { name } scorecards { recommendation } stage { name } }
    }
  }
}`;

let test: TestPlatform;
let recruiter: Client;
let jobId: string;
const reads = new Map<string, number>();

beforeAll(async () => {
  const engine = (name: string) => countReads(name, createEmbeddedEngine({ freeze: true }), reads);
  test = await startTestPlatform({
    engines: { job: engine('job'), candidate: engine('candidate'), evaluation: engine('evaluation') },
  });
  recruiter = await test.client('RECRUITER', 'rita');
  const { importJobPosting } = await recruiter.ask<{
    importJobPosting: { job: { id: string }; jobPost: { id: string } };
  }>(
    'mutation ($input: ImportJobPostingInput!) { importJobPosting(input: $input) { job { id } jobPost { id } userErrors { message } } }',
    { input: { text: OWN_POSTING } },
  );
  jobId = importJobPosting.job.id;
  await recruiter.ask('mutation ($jobId: ID!) { openJob(input: { jobId: $jobId }) { userErrors { message } } }', {
    jobId,
  });
  await recruiter.ask(
    'mutation ($postId: ID!) { publishJobPost(input: { postId: $postId }) { userErrors { message } } }',
    {
      postId: importJobPosting.jobPost.id,
    },
  );
  const apply =
    'mutation ($input: SubmitApplicationInput!) { submitApplication(input: $input) { userErrors { message } } }';
  for (let number = 0; number < 20; number++) {
    const input = {
      company: 'acme',
      postId: importJobPosting.jobPost.id,
      name: `P ${number}`,
      email: `p${number}@example.org`,
      idempotencyKey: `a${number}`,
    };
    await test.anonymous().ask(apply, { input });
  }
});

afterAll(async () => {
  await test.stop();
});

async function fetchCounts(): Promise<Record<string, number>> {
  const { values } = (await test.platform.metrics.getSingleMetric('hiregraph_gateway_fetch_seconds')?.get()) ?? {
    values: [],
  };
  const counts: Record<string, number> = {};
  for (const value of values as readonly { metricName?: string; value: number; labels: { subgraph?: string } }[]) {
    if (value.metricName?.endsWith('_count') && value.labels.subgraph) {
      counts[value.labels.subgraph] = (counts[value.labels.subgraph] ?? 0) + value.value;
    }
  }
  return counts;
}

describe('a page of applications over three subgraphs', () => {
  it('takes four fetches in three steps, and one store query a collection', async () => {
    // What lags behind (projections, team facts) is asked for once; after that the answer comes from each own store.
    await waitFor('the projections', async () => {
      const { data, errors } = await recruiter.send<{ job: { applications: { nodes: unknown[] } } }>(NESTED, {
        id: jobId,
      });
      return errors === undefined && data.job.applications.nodes.length === 20;
    });
    await test.platform.whenRelayed();
    const before = await fetchCounts();
    reads.clear();
    const { job } = await recruiter.ask<{ job: { applications: { nodes: { candidate: { name: string } }[] } } }>(
      NESTED,
      { id: jobId },
    );
    expect(job.applications.nodes.map(({ candidate }) => candidate.name)).toHaveLength(20);
    const after = await fetchCounts();
    const fetches = Object.fromEntries(
      Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)]),
    );
    // job, then candidate, then evaluation and job beside each other.
    expect(fetches).toEqual({ job: 2, candidate: 1, evaluation: 1 });
    expect(Object.fromEntries(reads)).toEqual({
      // Two fetches go to job: the job itself, and the stages.
      'job.jobs': 2,
      'candidate.applications': 1,
      'candidate.candidates': 1,
      // The job's row says too whether it is hidden from the caller, and whether they are on its team.
      'candidate.jobs': 1,
      'evaluation.applications': 1,
      'evaluation.interviews': 1,
      'evaluation.jobs': 1,
      'evaluation.scorecards': 1,
    });
  });

  it('shows among the metrics how the subgraphs ran their operations', async () => {
    const text = await (await fetch(`${test.origin}/metrics`)).text();
    const counted = [...text.matchAll(/^hiregraph_subgraph_operations_total\{(.*)\} (\d+)$/gmu)];
    for (const subgraph of ['job', 'candidate', 'evaluation']) {
      const compiled = counted.find(([, labels]) => labels === `subgraph="${subgraph}",path="compiled",reason=""`);
      expect(Number(compiled?.[2])).toBeGreaterThan(0);
    }
  });
});
