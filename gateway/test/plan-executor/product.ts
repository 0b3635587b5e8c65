import { readFileSync } from 'node:fs';
import { sharedTypeDefs } from '@hiregraph/subgraph';
import { loadSupergraph } from '../../src/supergraph.ts';
import type { Operation } from './comparison.ts';
import type { SubgraphSdl } from './fake-subgraph.ts';

/** The product's own supergraph, as committed. */
export const PRODUCT_SUPERGRAPH = loadSupergraph();

/** Its subgraphs, by what they say of themselves; their answers are made up. */
export function productSubgraphs(): readonly SubgraphSdl[] {
  const names = [...PRODUCT_SUPERGRAPH.matchAll(/@join__graph\(name: "(\w+)"/gu)].map(([, name]) => name ?? '');
  return names.map((name) => {
    const own = readFileSync(new URL(`../../../services/${name}/schema.graphql`, import.meta.url), 'utf8');
    return { name, sdl: `${sharedTypeDefs}\n${own}` };
  });
}

/** As the product's clients ask: lists, a nested page over three services, changes. */
export const PRODUCT_OPERATIONS: readonly Operation[] = [
  {
    query: `query Jobs($filter: JobFilter, $first: Int) {
      jobs(filter: $filter, first: $first) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { id title department status openedAt hiringTeam { role user { id name } } stageCounts { stage { name } count } }
      }
    }`,
    variables: { filter: { status: ['OPEN'] }, first: 20 },
  },
  {
    query: `query Pipeline($id: ID!, $first: Int, $withFeedback: Boolean!) {
      job(id: $id) {
        title
        stages { id name kind position }
        applications(first: $first) {
          totalCount
          nodes {
            id status appliedAt version
            stage { id name kind }
            candidate { id name emails tags }
            interviews { id status start interviewers { id name } }
            scorecards @include(if: $withFeedback) {
              recommendation status interviewer { name } ratings { criterion { text weight } rating note }
            }
            feedbackSummary @include(if: $withFeedback) { overallMean disagreement criteria { criterion { text } mean } }
          }
        }
      }
    }`,
    variables: { id: 'Job-1', first: 20, withFeedback: true },
  },
  {
    query: `query Candidate($id: ID!) {
      candidate(id: $id) {
        name emails phones location
        applications { nodes { id job { title department } stage { name } status transitions { nodes {
          sequence kind fromStage { name } toStage { name } occurredAt actor { type user { name } } reason { label } note
        } } } }
      }
    }`,
    variables: { id: 'Candidate-1' },
  },
  {
    query: `query Mine { me { id name } myInterviews { nodes { id start end application { candidate { name } job { title } } } }
      myOwedScorecards { totalCount nodes { id interview { start } application { candidate { name } } } } }`,
  },
  {
    query: `query Posts($company: String!) { publishedJobPosts(company: $company) { nodes { id title body publishedAt questions { id text type required } } } }`,
    variables: { company: 'acme' },
  },
  {
    query: `mutation Move($input: MoveApplicationInput!) {
      moveApplication(input: $input) {
        application { id status stage { id name } job { title } version interviews { attention { reason since } } }
        userErrors { code message field }
      }
    }`,
    variables: {
      input: { applicationId: 'Application-1', toStageId: 'a', expectedFromStageId: 'b', idempotencyKey: 'k' },
    },
  },
  {
    query: `mutation Hire($input: HireApplicationInput!) {
      hireApplication(input: $input) {
        application { id hire { status attempt refusedBecause } opening { id status } job { openings { nodes { id status } } } }
        userErrors { code message }
      }
    }`,
    variables: { input: { applicationId: 'Application-2', idempotencyKey: 'k' } },
  },
];
