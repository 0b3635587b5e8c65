import type { Tenant } from '@hiregraph/kernel';
import type { Platform } from '../create-platform.ts';
import { samplePersonOf } from '../sample-people.ts';
import { SAMPLE_CANDIDATE_EMAIL } from './plan/sam-story.ts';
import { createSeedClient } from './run/seed-client.ts';

const LOOK = `query Seed($email: String!) { candidates(filter: { email: $email }, first: 1) { nodes { id } } }`;

/** @returns the id of the candidate whose token the banner shows; null where the store has no such person */
export async function findSampleCandidate(
  platform: Pick<Platform, 'services'>,
  tenant: Tenant,
): Promise<string | null> {
  const client = createSeedClient(platform, tenant);
  const caller = client.staffCaller(samplePersonOf('RECRUITER').subject);
  const variables = { email: SAMPLE_CANDIDATE_EMAIL };
  const { candidates } = await client.ask('candidate', { caller, query: LOOK, variables, key: 'sample-candidate' });
  return (candidates as { readonly nodes: readonly { readonly id: string }[] }).nodes[0]?.id ?? null;
}
