import { FIRST_AND_LAST_REASON } from '../plan/rejection-reasons.ts';
import type { SeedClient } from './seed-client.ts';

/** How far a store is: nothing in it, filled by the seed in part or wholly, or in use by people without the seed. */
export type SeedProgress =
  | { readonly kind: 'empty' | 'done' | 'of-others' }
  /** @param began when the seed's story begins, in milliseconds since the Unix epoch */
  | { readonly kind: 'begun'; readonly began: number };

const LOOK = `query Seed($after: String) {
  jobs(first: 1) { nodes { id } }
  rejectionReasons(first: 100, after: $after) {
    nodes { label active createdAt }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Look {
  readonly jobs: { readonly nodes: readonly unknown[] };
  readonly rejectionReasons: {
    readonly nodes: readonly { readonly label: string; readonly active: boolean; readonly createdAt: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** @param administrator subject of somebody who sees every job */
export async function seedProgress(client: SeedClient, administrator: string): Promise<SeedProgress> {
  const caller = client.staffCaller(administrator);
  let after: string | null = null;
  for (;;) {
    const look = { caller, query: LOOK, variables: { after }, key: 'progress' };
    const { jobs, rejectionReasons } = (await client.ask('job', look)) as unknown as Look;
    const marker = rejectionReasons.nodes.find(({ label }) => label === FIRST_AND_LAST_REASON.label);
    if (marker !== undefined) {
      return marker.active ? { kind: 'begun', began: Date.parse(marker.createdAt) } : { kind: 'done' };
    }
    const { hasNextPage, endCursor } = rejectionReasons.pageInfo;
    if (!hasNextPage) return { kind: jobs.nodes.length === 0 ? 'empty' : 'of-others' };
    after = endCursor;
  }
}
