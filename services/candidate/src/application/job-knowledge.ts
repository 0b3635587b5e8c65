import { type Deadline, DomainError, type Instant, type Trace } from '@hiregraph/kernel';
import type { OwnerClient } from '@hiregraph/subgraph';
import type { JobRows } from './job-rows.ts';
import type { JobStatus, RequiredQuestion, TeamMember } from './known-facts.ts';
import { type JobRow, jobRow } from './known-facts.ts';
import type { KnownJob, KnownJobStore } from './stores.ts';
import type { Stage } from '../domain/pipeline.ts';

const JOB_FACTS = /* GraphQL */ `
  query CandidateAsksForJob($id: ID, $postId: ID) {
    jobFacts(id: $id, postId: $postId) {
      id
      lastSequence
      occurredAt
      status
      confidential
      planVersion
      stages {
        id
        name
        kind
        position
        active
      }
      hiringTeam {
        userId
        role
      }
      publishedPosts
      requiredQuestions {
        postId
        questionId
      }
    }
  }
`;

interface JobFacts {
  readonly id: string;
  readonly lastSequence: number;
  readonly occurredAt: Instant;
  readonly status: JobStatus;
  readonly confidential: boolean;
  readonly planVersion: number;
  readonly stages: readonly Stage[];
  readonly hiringTeam: readonly TeamMember[];
  readonly publishedPosts: readonly string[];
  readonly requiredQuestions: readonly RequiredQuestion[];
}

/** How a question is asked: on whose behalf in time, and for which tenant. */
export interface Asking {
  readonly owners: OwnerClient;
  readonly deadline: Deadline;
  readonly trace: Trace;
}

export type JobKey = { readonly id: string } | { readonly postId: string };

/** What this service knows of jobs: from events, and where those lag from the owner, once a request and job. */
export interface JobKnowledge {
  /** What is known without asking. */
  find(tenantId: string, key: JobKey): Promise<KnownJob | null>;
  /** What is known; the owner is asked where nothing is. @throws UpstreamUnavailableError */
  get(tenantId: string, key: JobKey): Promise<KnownJob | null>;
  /** Asks the owner and keeps the answer. Once a request: later calls give the first answer. @throws UpstreamUnavailableError */
  ask(tenantId: string, key: JobKey): Promise<KnownJob | null>;
  /**
   * Decides on what is known, and once more on the owner's answer where that refuses: nobody sees the lag between services.
   * @param decide gets null where there is no such job
   */
  decide<T>(tenantId: string, key: JobKey, decide: (job: KnownJob | null) => Promise<T>): Promise<T>;
}

/** @param rows of the same request: they forget what is learnt anew */
export function createJobKnowledge(jobs: KnownJobStore, rows: JobRows, asking: Asking): JobKnowledge {
  const asked = new Map<string, Promise<KnownJob | null>>();

  const find: JobKnowledge['find'] = (tenantId, key) =>
    'id' in key ? jobs.load(tenantId, key.id) : jobs.ofPost(tenantId, key.postId);

  async function askOwner(tenantId: string, key: JobKey): Promise<KnownJob | null> {
    const { owners, deadline, trace } = asking;
    const { jobFacts } = await owners.ask<{ readonly jobFacts: JobFacts | null }>('job', {
      from: 'candidate',
      tenantId,
      query: JOB_FACTS,
      variables: key,
      deadline,
      trace,
    });
    if (jobFacts === null) return null;
    const { id, lastSequence, occurredAt, stages, hiringTeam, requiredQuestions, ...facts } = jobFacts;
    const row: JobRow = jobRow({
      ...facts,
      stages: stages.map(({ id: stageId, name, kind, position, active }) => ({
        id: stageId,
        name,
        kind,
        position,
        active,
      })),
      hiringTeam: hiringTeam.map(({ userId, role }) => ({ userId, role })),
      requiredQuestions: requiredQuestions.map(({ postId, questionId }) => ({ postId, questionId })),
    });
    await jobs.learn(tenantId, id, { sequence: lastSequence, at: occurredAt }, row);
    rows.clear(id);
    // Events may have brought more meanwhile.
    return jobs.load(tenantId, id);
  }

  const ask: JobKnowledge['ask'] = (tenantId, key) => {
    const name = JSON.stringify([tenantId, key]);
    const known = asked.get(name);
    if (known !== undefined) return known;
    const answer = askOwner(tenantId, key);
    asked.set(name, answer);
    return answer;
  };

  return {
    find,
    ask,
    get: async (tenantId, key) => (await find(tenantId, key)) ?? (await ask(tenantId, key)),
    decide: async (tenantId, key, decide) => {
      const known = await find(tenantId, key);
      if (known === null) return await decide(await ask(tenantId, key));
      try {
        return await decide(known);
      } catch (error) {
        if (!(error instanceof DomainError) || !MAY_BE_LAG.has(error.code)) throw error;
        const fresh = await ask(tenantId, key);
        if (fresh === null || fresh.sequence <= known.sequence) throw error;
        return await decide(fresh);
      }
    },
  };
}

/** Refusals that follow from the job as it is known, and that its owner may have lifted already. */
const MAY_BE_LAG: ReadonlySet<string> = new Set([
  'NOT_FOUND',
  'INVALID_INPUT',
  'STAGE_RETIRED',
  'USE_HIRE',
  'NOT_ACCEPTING_APPLICATIONS',
]);
