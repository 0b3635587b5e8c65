import type { Instant, TeamRole } from '@hiregraph/kernel';
import type { OwnerClient } from '@hiregraph/subgraph';
import type { ApplicationStatus } from '../domain/known-facts.ts';
import type { Asking } from './asking.ts';
import type { KnownApplicationRow, KnownJobRow } from './stores.ts';

/** An owner's answer, with the newest event that it holds. */
export interface Learnt<Row> {
  readonly sequence: number;
  readonly at: Instant;
  readonly row: Row;
}

interface JobFactsAnswer {
  readonly jobFacts: {
    readonly lastSequence: number;
    readonly occurredAt: Instant;
    readonly confidential: boolean;
    readonly stages: KnownJobRow['stages'];
    readonly hiringTeam: readonly { readonly userId: string; readonly role: TeamRole }[];
    readonly criteria: KnownJobRow['criteria'];
  } | null;
}

const JOB_FACTS = `query ($id: ID!) {
  jobFacts(id: $id) {
    lastSequence
    occurredAt
    confidential
    stages { id position }
    hiringTeam { userId role }
    criteria { id weight active }
  }
}`;

interface ApplicationFactsAnswer {
  readonly applicationFacts: {
    readonly lastSequence: number;
    readonly occurredAt: Instant;
    readonly jobId: string;
    readonly candidateId: string;
    readonly stageId: string;
    readonly status: ApplicationStatus;
  } | null;
}

const APPLICATION_FACTS = `query ($id: ID!) {
  applicationFacts(id: $id) { lastSequence occurredAt jobId candidateId stageId status }
}`;

/** The questions that this service asks the owners of what it projects: once, when an event has not come yet. */
export interface OwnerQuestions {
  /** @returns null where there is no such job. @throws UpstreamUnavailableError */
  job(asking: Asking, tenantId: string, id: string): Promise<Learnt<KnownJobRow> | null>;
  /** @returns null where there is no such application. @throws UpstreamUnavailableError */
  application(asking: Asking, tenantId: string, id: string): Promise<Learnt<KnownApplicationRow> | null>;
}

export function createOwnerQuestions(owners: OwnerClient): OwnerQuestions {
  const question = ({ deadline, trace }: Asking, tenantId: string, query: string, id: string) => ({
    from: 'evaluation' as const,
    tenantId,
    query,
    variables: { id },
    deadline,
    trace,
  });
  return {
    async job(asking, tenantId, id) {
      const { jobFacts } = await owners.ask<JobFactsAnswer>('job', question(asking, tenantId, JOB_FACTS, id));
      if (jobFacts === null) return null;
      const { lastSequence, occurredAt, confidential, stages, hiringTeam, criteria } = jobFacts;
      const teamUserIds = [...new Set(hiringTeam.map(({ userId }) => userId))];
      return {
        sequence: lastSequence,
        at: occurredAt,
        row: { confidential, stages, hiringTeam, criteria, teamUserIds },
      };
    },
    async application(asking, tenantId, id) {
      const asked = question(asking, tenantId, APPLICATION_FACTS, id);
      const { applicationFacts } = await owners.ask<ApplicationFactsAnswer>('candidate', asked);
      if (applicationFacts === null) return null;
      const { lastSequence, occurredAt, jobId, candidateId, stageId, status } = applicationFacts;
      return {
        sequence: lastSequence,
        at: occurredAt,
        row: { jobId, candidateId, stageId, status, changedAt: occurredAt },
      };
    },
  };
}
