import { canonicalJson, type CursorPosition, type Page } from '@hiregraph/kernel';
import type { PageRequest } from '@hiregraph/storage';
import { BatchLoader } from '@hiregraph/subgraph';
import { assertMaySee, permits } from './access-rules.ts';
import { tenantOf } from './asking.ts';
import type { Evaluation } from './evaluation.ts';
import type { Listing } from './list-interviews.ts';
import { NO_TIES, type RequestReads, standingsTowards } from './request-reads.ts';
import type { StoredKit } from './stores.ts';

/** The kits of jobs: the same page of many jobs is one store query. */
export interface JobKits {
  /** @returns null where the job is not the caller's to know of. @throws ForbiddenError */
  of(jobId: string): Promise<Listing<StoredKit> | null>;
  forget(): void;
}

export function createJobKits({ stores }: Pick<Evaluation, 'stores'>, reads: RequestReads): JobKits {
  const { kits } = stores;
  const { caller } = reads.asking;
  const pages = new Map<string, BatchLoader<string, Page<StoredKit>>>();
  const counts = new BatchLoader<string, number>((ids) => kits.countsOfJobs(tenantOf(caller), ids));

  function pagesFor(request: PageRequest): BatchLoader<string, Page<StoredKit>> {
    const key = canonicalJson(request);
    const known = pages.get(key);
    if (known !== undefined) return known;
    const loader = new BatchLoader<string, Page<StoredKit>>((ids) => kits.pagesOfJobs(tenantOf(caller), ids, request));
    pages.set(key, loader);
    return loader;
  }

  return {
    async of(jobId) {
      if (caller.kind === 'anonymous') return null;
      const standings = await standingsTowards(reads, jobId, NO_TIES, 'Job.interviewKits');
      if (!permits('Job.id', standings)) return null;
      assertMaySee('Job.interviewKits', standings);
      return {
        page: async (request) => await pagesFor(request).load(jobId),
        count: async () => await counts.load(jobId),
        positionOf: (kit): CursorPosition => kits.positionOf(kit),
      };
    },
    forget() {
      pages.clear();
      counts.clearAll();
    },
  };
}
