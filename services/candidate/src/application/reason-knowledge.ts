import type { Instant } from '@hiregraph/kernel';
import type { Asking } from './job-knowledge.ts';
import type { KnownReason, KnownReasonStore } from './stores.ts';

const REASON_FACTS = /* GraphQL */ `
  query CandidateAsksForReason($id: ID!) {
    rejectionReasonFacts(id: $id) {
      id
      lastSequence
      occurredAt
      side
      active
    }
  }
`;

interface ReasonFacts {
  readonly id: string;
  readonly lastSequence: number;
  readonly occurredAt: Instant;
  readonly side: 'COMPANY' | 'CANDIDATE';
  readonly active: boolean;
}

/** What this service knows of rejection reasons; the owner is asked for those that no event has told of yet. */
export interface ReasonKnowledge {
  /** @throws UpstreamUnavailableError */
  get(tenantId: string, id: string): Promise<KnownReason | null>;
}

export function createReasonKnowledge(reasons: KnownReasonStore, asking: Asking): ReasonKnowledge {
  return {
    get: async (tenantId, id) => {
      const known = await reasons.load(tenantId, id);
      if (known !== null) return known;
      const { owners, deadline, trace } = asking;
      const { rejectionReasonFacts } = await owners.ask<{ readonly rejectionReasonFacts: ReasonFacts | null }>('job', {
        from: 'candidate',
        tenantId,
        query: REASON_FACTS,
        variables: { id },
        deadline,
        trace,
      });
      if (rejectionReasonFacts === null) return null;
      const { lastSequence, occurredAt, side, active } = rejectionReasonFacts;
      await reasons.learn(tenantId, id, { sequence: lastSequence, at: occurredAt }, { side, active });
      return reasons.load(tenantId, id);
    },
  };
}
