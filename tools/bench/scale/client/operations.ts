import { randomUUID } from 'node:crypto';
import { SAMPLE_TENANT } from '../../../../platform/src/config.ts';
import type { Api } from './api.ts';

const LIST = /* GraphQL */ `
  query Applications($filter: ApplicationFilter, $sort: ApplicationSort, $first: Int, $after: String) {
    applications(filter: $filter, sort: $sort, first: $first, after: $after) {
      nodes {
        id
        version
        status
        appliedAt
        stage {
          id
          name
        }
        candidate {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

const MOVE = /* GraphQL */ `
  mutation Move($input: MoveApplicationInput!) {
    moveApplication(input: $input) {
      application {
        id
        version
        stage {
          id
        }
      }
      userErrors {
        code
      }
    }
  }
`;

const SUBMIT = /* GraphQL */ `
  mutation Submit($input: SubmitApplicationInput!) {
    submitApplication(input: $input) {
      receipt {
        reference
        receivedAt
      }
      userErrors {
        code
      }
    }
  }
`;

const JOBS = /* GraphQL */ `
  query Jobs {
    jobs(first: 50) {
      nodes {
        id
        status
        stages {
          id
          kind
        }
        posts {
          id
          status
          questions {
            id
            type
            required
          }
        }
      }
    }
  }
`;

export interface Application {
  readonly id: string;
  readonly version: number;
  readonly stage: { readonly id: string };
}

export interface Page {
  readonly nodes: readonly Application[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface ListArguments {
  readonly filter: Readonly<Record<string, string>>;
  readonly sort: 'APPLIED_AT_DESC' | 'UPDATED_AT_DESC';
  readonly first: number;
  readonly after?: string | null;
}

export interface Job {
  readonly id: string;
  readonly status: string;
  readonly stages: readonly { readonly id: string; readonly kind: string }[];
  readonly posts: readonly Post[];
}

export interface Post {
  readonly id: string;
  readonly status: string;
  readonly questions: readonly { readonly id: string; readonly type: string; readonly required: boolean }[];
}

export async function listApplications(api: Api, token: string, list: ListArguments): Promise<Page> {
  const { applications } = await api.ask(LIST, list, token);
  return applications as Page;
}

export async function listJobs(api: Api, token: string): Promise<readonly Job[]> {
  const { jobs } = await api.ask(JOBS, {}, token);
  return (jobs as { nodes: readonly Job[] }).nodes;
}

/** @returns where it is then */
export async function move(api: Api, token: string, application: Application, toStageId: string): Promise<Application> {
  const input = {
    applicationId: application.id,
    toStageId,
    expectedFromStageId: application.stage.id,
    idempotencyKey: randomUUID(),
  };
  const { moveApplication } = await api.ask(MOVE, { input }, token);
  const { application: moved, userErrors } = moveApplication as {
    application: Application | null;
    userErrors: readonly unknown[];
  };
  if (moved === null || userErrors.length > 0) throw new Error(`A move was refused: ${JSON.stringify(userErrors)}`);
  return moved;
}

/** Somebody new applies, with a resume of two stations. */
export async function submit(api: Api, post: Post, person: string): Promise<void> {
  const answers = post.questions
    .filter(({ required }) => required)
    .map(({ id, type }) => ({ questionId: id, value: type === 'YES_NO' ? 'yes' : '3' }));
  const input = {
    company: SAMPLE_TENANT.slug,
    postId: post.id,
    answers,
    name: `Person ${person}`,
    email: `person.${person}@example.net`,
    resume: RESUME,
    idempotencyKey: randomUUID(),
  };
  const { submitApplication } = await api.ask(SUBMIT, { input }, null);
  const { receipt, userErrors } = submitApplication as { receipt: unknown; userErrors: readonly unknown[] };
  if (receipt === null || userErrors.length > 0)
    throw new Error(`An application was refused: ${JSON.stringify(userErrors)}`);
}

const RESUME = {
  basics: { name: 'A Person', label: 'Engineer', summary: 'Writes things down before building them.' },
  work: [
    { name: 'Nimbus & Daughters', position: 'Engineer', startDate: '2021-11', highlights: ['Traced 28 services'] },
    { name: 'Tillwright', position: 'Engineer', startDate: '2016-11', endDate: '2021-11', highlights: [] },
  ],
  skills: [{ name: 'Kafka', level: 'Solid', keywords: ['Connect'] }],
};
