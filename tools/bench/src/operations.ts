import type { Company } from './company.ts';

/** A request as the client sends it: one of the rotating ids of an operation. */
export interface ClientRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Operation {
  readonly name: 'A' | 'B' | 'C';
  readonly title: string;
  readonly requests: (company: Company) => readonly ClientRequest[];
}

const LIST = `query Applications($jobId: ID!) {
  applications(filter: { jobId: $jobId }, first: 20) {
    nodes { id status appliedAt version candidate { id name location emails } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const NESTED = `query Pipeline($id: ID!) {
  job(id: $id) {
    id
    title
    status
    applications(first: 20) {
      nodes {
        id
        status
        appliedAt
        candidate { id name }
        scorecards { id status recommendation submittedAt notes ratings { criterion { id } rating note } }
      }
      pageInfo { hasNextPage }
    }
  }
}`;

const MOVE = `mutation Move($input: MoveApplicationInput!) {
  moveApplication(input: $input) {
    application { id version status stage { id name kind } candidate { id name } }
    userErrors { code message field }
  }
}`;

/** What is asked of every gateway: a list from one subgraph, a tree over three, and a write with a fetch after it. */
export const OPERATIONS: readonly Operation[] = [
  {
    name: 'A',
    title: "A: a job's applications with their candidates (one subgraph)",
    requests: ({ jobs }) => jobs.map(({ id }) => ({ query: LIST, variables: { jobId: id } })),
  },
  {
    name: 'B',
    title: 'B: job, 20 applications, candidate names, 3 scorecards each (three subgraphs, one after the other)',
    requests: ({ jobs }) => jobs.map(({ id }) => ({ query: NESTED, variables: { id } })),
  },
  {
    name: 'C',
    title: 'C: moveApplication, answered with the stage and the candidate (two subgraphs)',
    requests: ({ moves }) => moves.map((input) => ({ query: MOVE, variables: { input } })),
  },
];
