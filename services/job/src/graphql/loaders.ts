import type { Caller } from '@hiregraph/kernel';
import { BatchLoader } from '@hiregraph/subgraph';
import { canReadJob } from '../application/access-rules.ts';
import type { JobApplication } from '../application/job-application.ts';
import type { OwnedPost } from '../application/post-queries.ts';
import type { JobPart, StoredJob, StoredReason, StoredUser } from '../application/stores.ts';

/** Gathers what one level of a query asks for into one store query each, the caller's alone. Made anew for each request. */
export interface Loaders {
  readonly job: BatchLoader<string, StoredJob | null>;
  readonly jobOfStage: BatchLoader<string, StoredJob | null>;
  readonly jobOfOpening: BatchLoader<string, StoredJob | null>;
  readonly jobOfCriterion: BatchLoader<string, StoredJob | null>;
  readonly post: BatchLoader<string, OwnedPost | null>;
  readonly reason: BatchLoader<string, StoredReason | null>;
  readonly user: BatchLoader<string, StoredUser | null>;
  /** Forgets everything: a mutation shows what is there after it. */
  clear(): void;
}

/** Ids that one store query looks up at most. */
const maxBatchSize = 500;

export function createLoaders({ stores, posts, queries }: JobApplication, caller: Caller): Loaders {
  const inOrder = <T>(ids: readonly string[], found: ReadonlyMap<string, T>): readonly (T | null)[] =>
    ids.map((id) => found.get(id) ?? null);

  const job = new BatchLoader<string, StoredJob | null>(
    async (ids) => {
      if (caller.kind !== 'user') return ids.map(() => null);
      const found = await stores.jobs.loadMany(caller.tenantId, ids);
      return inOrder(ids, found).map((stored) => (stored !== null && canReadJob(caller, stored) ? stored : null));
    },
    { maxBatchSize },
  );
  const jobOf = (part: Exclude<JobPart, 'posts'>): BatchLoader<string, StoredJob | null> =>
    new BatchLoader(
      async (ids) => {
        if (caller.kind !== 'user') return ids.map(() => null);
        const byPart = new Map<string, StoredJob>();
        for (const stored of await stores.jobs.ofParts(caller.tenantId, part, ids)) {
          if (canReadJob(caller, stored)) for (const { id } of stored.state[part]) byPart.set(id, stored);
        }
        return inOrder(ids, byPart);
      },
      { maxBatchSize },
    );
  const post = new BatchLoader<string, OwnedPost | null>(
    async (ids) => {
      const tenantId = posts.tenantFor(caller);
      return tenantId === null ? ids.map(() => null) : inOrder(ids, await posts.posts(caller, tenantId, ids));
    },
    { maxBatchSize },
  );
  const reason = new BatchLoader<string, StoredReason | null>(
    async (ids) => inOrder(ids, await queries.reasonsById(caller, ids)),
    { maxBatchSize },
  );
  const user = new BatchLoader<string, StoredUser | null>(
    async (ids) => inOrder(ids, await queries.usersById(caller, ids)),
    { maxBatchSize },
  );
  const loaders = {
    job,
    jobOfStage: jobOf('stages'),
    jobOfOpening: jobOf('openings'),
    jobOfCriterion: jobOf('criteria'),
    post,
    reason,
    user,
  };
  return {
    ...loaders,
    clear: () => {
      for (const loader of Object.values(loaders)) loader.clearAll();
    },
  };
}
