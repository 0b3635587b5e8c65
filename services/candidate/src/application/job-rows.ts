import { BatchLoader } from '@hiregraph/subgraph';
import type { KnownJob, KnownJobStore } from './stores.ts';

/** What is known of jobs without asking their owner; each is read once a request, and those of one level together. */
export type JobRows = BatchLoader<string, KnownJob | null>;

/** @param tenantOf read when the first row is: callers without a tenant never get that far */
export function createJobRows(jobs: Pick<KnownJobStore, 'loadMany'>, tenantOf: () => string): JobRows {
  return new BatchLoader<string, KnownJob | null>(async (ids) => {
    const found = await jobs.loadMany(tenantOf(), ids);
    return ids.map((id) => found.get(id) ?? null);
  });
}
