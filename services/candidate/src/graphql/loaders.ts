import { canonicalJson, type CursorPosition, type Page } from '@hiregraph/kernel';
import type { HistoryEntry } from '@hiregraph/storage';
import { BatchLoader } from '@hiregraph/subgraph';
import { countsOfApplications, pagesOfApplications } from '../application/list-applications.ts';
import { type StageCount, stageCountsOf } from '../application/stage-counts.ts';
import type {
  ApplicationCriteria,
  ApplicationSort,
  BriefCandidate,
  KnownJob,
  BriefApplication,
} from '../application/stores.ts';
import { tenantOf, type UseCase } from '../application/use-case.ts';
import type { Resume } from '../domain/resume.ts';
import type { Submission } from '../domain/application.ts';

/** The same page of a list under many parents. */
export interface PageKey {
  /** The field that the list is the answer to: lists of one field are asked for in the same form. */
  readonly field: string;
  readonly criteria: ApplicationCriteria;
  readonly sort: ApplicationSort;
  readonly first: number;
  readonly after: CursorPosition | null;
}

/** Gathers what one level of a query asks for into one store query each. Made anew for each request. */
export interface Loaders {
  readonly application: BatchLoader<string, BriefApplication | null>;
  readonly submission: BatchLoader<string, Submission | null>;
  readonly candidate: BatchLoader<string, BriefCandidate | null>;
  readonly resume: BatchLoader<string, Resume | null>;
  readonly history: BatchLoader<string, readonly HistoryEntry[]>;
  /** A job as it is known; its owner is asked where it is not. */
  readonly job: BatchLoader<string, KnownJob | null>;
  readonly jobOfStage: BatchLoader<string, KnownJob | null>;
  readonly stageCounts: BatchLoader<KnownJob, readonly StageCount[]>;
  readonly page: BatchLoader<PageKey, Page<BriefApplication>>;
  readonly count: BatchLoader<Pick<PageKey, 'field' | 'criteria'>, number>;
  /** Forgets everything: a mutation shows what is there after it. */
  clear(): void;
}

export function createLoaders(useCase: UseCase): Loaders {
  const { stores, jobRows } = useCase;
  const tenant = (): string => tenantOf(useCase.caller);
  const inOrder = <T>(ids: readonly string[], found: ReadonlyMap<string, T>): readonly (T | null)[] =>
    ids.map((id) => found.get(id) ?? null);

  const application = new BatchLoader<string, BriefApplication | null>(async (ids) =>
    inOrder(ids, await stores.applications.loadBriefly(tenant(), ids)),
  );
  const submission = new BatchLoader<string, Submission | null>(async (ids) => {
    const found = await stores.applications.loadMany(tenant(), ids);
    return ids.map((id) => found.get(id)?.state.submission ?? null);
  });
  const candidate = new BatchLoader<string, BriefCandidate | null>(async (ids) =>
    inOrder(ids, await stores.candidates.loadBriefly(tenant(), ids)),
  );
  const resume = new BatchLoader<string, Resume | null>(async (ids) => {
    const found = await stores.candidates.loadMany(tenant(), ids);
    return ids.map((id) => found.get(id)?.state.resume ?? null);
  });
  const history = new BatchLoader<string, readonly HistoryEntry[]>(async (ids) => {
    const found = await stores.applications.historyMany(tenant(), ids);
    return ids.map((id) => found.get(id) ?? []);
  });
  const job = new BatchLoader<string, KnownJob | null>(async (ids) => {
    const known = await jobRows.loadMany(ids);
    return await Promise.all(
      ids.map(
        async (id, place) =>
          known[place] ??
          // One owner that does not answer takes only its own job's fields away.
          (await useCase.jobs.ask(tenant(), { id }).catch((error: unknown) => error as Error)),
      ),
    );
  });
  const jobOfStage = new BatchLoader<string, KnownJob | null>(async (stageIds) => {
    const jobs = await stores.jobs.ofStages(tenant(), stageIds);
    for (const known of jobs) jobRows.prime(known.id, known);
    const byStage = new Map(jobs.flatMap((known) => known.state.stageIds.map((id) => [id, known])));
    return inOrder(stageIds, byStage);
  });
  const stageCounts = new BatchLoader<KnownJob, readonly StageCount[]>(
    async (jobs) => await stageCountsOf(useCase, jobs),
    { textOf: ({ id }) => id },
  );
  const page = new BatchLoader<PageKey, Page<BriefApplication>>(
    async (keys) =>
      await byForm(keys, formOfPage, async (alike) => {
        const { sort, first, after } = alike[0] as PageKey;
        const lists = alike.map(({ criteria }) => criteria);
        return await pagesOfApplications(useCase, lists, sort, { first, after });
      }),
    { textOf: canonicalJson },
  );
  const count = new BatchLoader<Pick<PageKey, 'field' | 'criteria'>, number>(
    async (keys) =>
      await byForm(keys, formOfList, (alike) =>
        countsOfApplications(
          useCase,
          alike.map(({ criteria }) => criteria),
        ),
      ),
    { textOf: ({ field, criteria }) => canonicalJson([field, criteria]) },
  );

  const all = [jobRows, application, submission, candidate, resume, history, job, jobOfStage, stageCounts, page, count];
  return {
    application,
    submission,
    candidate,
    resume,
    history,
    job,
    jobOfStage,
    stageCounts,
    page,
    count,
    clear: () => {
      for (const loader of all) loader.clearAll();
    },
  };
}

/** Lists of one field with the same terms given can be one store query. */
function formOfList({ field, criteria }: Pick<PageKey, 'field' | 'criteria'>): string {
  const given = Object.entries(criteria).filter(([, value]) => value !== undefined);
  return canonicalJson([field, given.map(([name]) => name).sort()]);
}

function formOfPage(key: PageKey): string {
  return canonicalJson([formOfList(key), key.sort, key.first, key.after]);
}

/** Runs one batch a form, and gives the results in the keys' order. */
async function byForm<Key, Result>(
  keys: readonly Key[],
  formOf: (key: Key) => string,
  run: (alike: readonly Key[]) => Promise<readonly Result[]>,
): Promise<readonly Result[]> {
  if (keys.length === 1) return await run(keys);
  const places = new Map<string, number[]>();
  keys.forEach((key, place) => {
    const form = formOf(key);
    const known = places.get(form);
    if (known === undefined) places.set(form, [place]);
    else known.push(place);
  });
  const results = new Array<Result>(keys.length);
  await Promise.all(
    [...places.values()].map(async (group) => {
      const found = await run(group.map((place) => keys[place] as Key));
      group.forEach((place, index) => {
        results[place] = found[index] as Result;
      });
    }),
  );
  return results;
}
