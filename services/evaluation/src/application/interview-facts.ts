import type { Instant } from '@hiregraph/kernel';
import type { EvaluationRequest } from './evaluation.ts';
import type { StoredInterview } from './stores.ts';

/** @returns null for everybody but the platform's services, and where there is no such interview */
export async function findInterviewFacts(
  { asking, reads }: EvaluationRequest,
  id: string,
): Promise<StoredInterview | null> {
  return asking.caller.kind === 'service' ? await reads.interview(id) : null;
}

/** When the interview's newest event happened. */
export function factsOccurredAt({ lastOccurredAt, createdAt }: StoredInterview): Instant {
  return lastOccurredAt ?? createdAt;
}
