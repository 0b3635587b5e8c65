import type { Caller } from '@hiregraph/kernel';
import DataLoader from 'dataloader';
import { canReadJob } from '../application/access-rules.ts';
import type { JobApplication } from '../application/job-application.ts';
import type { OwnedPost } from '../application/post-queries.ts';
import type { JobPart, StoredJob, StoredReason, StoredUser } from '../application/stores.ts';

/** Gathers what one level of a query asks for into one store query each, the caller's alone. Made anew for each request. */
export interface Loaders {
  readonly job: DataLoader<string, StoredJob | null>;
  readonly jobOfStage: DataLoader<string, StoredJob | null>;
  readonly jobOfOpening: DataLoader<string, StoredJob | null>;
  readonly jobOfCriterion: DataLoader<string, StoredJob | null>;
  readonly post: DataLoader<string, OwnedPost | null>;
  readonly reason: DataLoader<string, StoredReason | null>;
  readonly user: DataLoader<string, StoredUser | null>;
  /** Forgets everything: a mutation shows what is there after it. */
  clear(): void;
}

/** Ids that one store query looks up at most. */
const maxBatchSize = 500;

export function createLoaders({ stores, posts, queries }: JobApplication, caller: Caller): Loaders {
  const inOrder = <T>(ids: readonly string[], found: ReadonlyMap<string, T>): readonly (T | null)[] =>
    ids.map((id) => found.get(id) ?? null);

  const job = new DataLoader<string, StoredJob | null>(
    async (ids) => {
      if (caller.kind !== 'user') return ids.map(() => null);
      const found = await stores.jobs.loadMany(caller.tenantId, ids);
      return inOrder(ids, found).map((stored) => (stored !== null && canReadJob(caller, stored) ? stored : null));
    },
    { maxBatchSize },
  );
  const jobOf = (part: Exclude<JobPart, 'posts'>): DataLoader<string, StoredJob | null> =>
    new DataLoader(
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
  const post = new DataLoader<string, OwnedPost | null>(
    async (ids) => {
      const tenantId = posts.tenantFor(caller);
      return tenantId === null ? ids.map(() => null) : inOrder(ids, await posts.posts(caller, tenantId, ids));
    },
    { maxBatchSize },
  );
  const reason = new DataLoader<string, StoredReason | null>(
    async (ids) => inOrder(ids, await queries.reasonsById(caller, ids)),
    { maxBatchSize },
  );
  const user = new DataLoader<string, StoredUser | null>(
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
