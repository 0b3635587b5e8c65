import type { Caller } from '@hiregraph/kernel';
import { roleMay } from './access-rules.ts';
import type { StoredJob, StoredReason, Stores } from './stores.ts';

/** A job by its own id, or by the id of one of its posts. */
export interface FactsKey {
  readonly id?: string | null | undefined;
  readonly postId?: string | null | undefined;
}

/** What this service answers to the questions of others (SERVICE alone; null for everybody else). */
export interface OwnerAnswers {
  /** By its id, or by the id of one of its posts. */
  jobFacts(caller: Caller, by: FactsKey): Promise<StoredJob | null>;
  rejectionReasonFacts(caller: Caller, reasonId: string): Promise<StoredReason | null>;
}

export function createOwnerAnswers({ jobs, reasons }: Stores): OwnerAnswers {
  return {
    async jobFacts(caller, { id, postId }) {
      if (caller.kind !== 'service' || !roleMay(caller, 'Query.jobFacts')) return null;
      if (id != null) return jobs.load(caller.tenantId, id);
      if (postId == null) return null;
      const [stored] = await jobs.ofParts(caller.tenantId, 'posts', [postId]);
      return stored ?? null;
    },

    async rejectionReasonFacts(caller, reasonId) {
      if (caller.kind !== 'service' || !roleMay(caller, 'Query.rejectionReasonFacts')) return null;
      return reasons.load(caller.tenantId, reasonId);
    },
  };
}
