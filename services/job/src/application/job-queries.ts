import {
  BadUserInputError,
  type Caller,
  type ConnectionArguments,
  type CursorCodec,
  type Instant,
  searchTokens,
} from '@hiregraph/kernel';
import type { EmploymentType, Job, JobStatus } from '../domain/job.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Opening, OpeningStatus } from '../domain/opening.ts';
import { assertMaySeeTeams, assertRoleMay, canReadJob, viewerKeys } from './access-rules.ts';
import { connectionTo, type CountedConnection } from './paging.ts';
import type { JobCriteria, JobSort, StoredJob, Stores } from './stores.ts';

type Given<T> = T | null | undefined;

export interface JobFilter {
  readonly search?: Given<string>;
  readonly status?: Given<readonly JobStatus[]>;
  readonly department?: Given<string>;
  readonly employmentType?: Given<EmploymentType>;
  readonly remote?: Given<boolean>;
  readonly confidential?: Given<boolean>;
  readonly hiringTeamUserId?: Given<string>;
  readonly updatedAfter?: Given<Instant>;
}

export interface JobListArguments extends ConnectionArguments {
  readonly filter?: Given<JobFilter>;
  readonly sort?: Given<JobSort>;
}

export interface OpeningListArguments extends ConnectionArguments {
  readonly status?: Given<OpeningStatus>;
}

/** What the caller may read of jobs. */
export interface JobQueries {
  /** Null where it is absent or not the caller's. */
  job(caller: Caller, jobId: string): Promise<StoredJob | null>;
  jobs(caller: Caller, list: JobListArguments): Promise<CountedConnection<StoredJob>>;
  /** A page of one job's seats; the job is the caller's already. */
  openings(stored: StoredJob, list: OpeningListArguments): Promise<CountedConnection<Opening>>;
}

export function createJobQueries({ jobs }: Stores, cursors: CursorCodec): JobQueries {
  return {
    async job(caller, jobId) {
      if (caller.kind !== 'user') return null;
      const stored = await jobs.load(caller.tenantId, jobId);
      return stored !== null && canReadJob(caller, stored) ? stored : null;
    },

    async jobs(caller, { filter, sort, first, after }) {
      assertRoleMay(caller, 'Query.jobs');
      const tenantId = caller.kind === 'user' ? caller.tenantId : '';
      if (filter?.hiringTeamUserId != null) assertMaySeeTeams(caller);
      const criteria = criteriaOf(caller, filter ?? {});
      const order = sort ?? 'CREATED_AT_DESC';
      const scope = { tenantId, field: 'Query.jobs', filter: criteria, sort: order };
      const list = {
        scope,
        page: (request: Parameters<typeof jobs.page>[3]) => jobs.page(tenantId, criteria, order, request),
        count: () => jobs.count(tenantId, criteria),
        positionOf: (job: StoredJob) => jobs.positionOf(order, job),
      };
      return connectionTo(cursors, { first, after }, list);
    },

    async openings({ id, tenantId, state }, { status, first, after }) {
      const wanted = (opening: Opening): boolean => status == null || opening.status === status;
      return connectionTo(
        cursors,
        { first, after },
        {
          scope: { tenantId, field: `Job.openings:${id}`, filter: status ?? null, sort: null },
          page: async (request) => {
            // Seats are never removed, so the one that a cursor names is always found.
            const from = request.after === null ? 0 : indexOf(state, request.after[0]) + 1;
            const rest = state.openings.slice(from).filter(wanted);
            return { items: rest.slice(0, request.first), hasNextPage: rest.length > request.first };
          },
          count: async () => state.openings.filter(wanted).length,
          positionOf: (opening) => [opening.id],
        },
      );
    },
  };
}

function indexOf(job: Job, openingId: unknown): number {
  return job.openings.findIndex(({ id }) => id === openingId);
}

function criteriaOf(caller: Caller, filter: JobFilter): JobCriteria {
  return {
    viewers: viewerKeys(caller),
    tokens: tokensOf(filter.search, ['filter', 'search']),
    statuses: filter.status ?? undefined,
    department: filter.department ?? undefined,
    employmentType: filter.employmentType ?? undefined,
    remote: filter.remote ?? undefined,
    confidential: filter.confidential ?? undefined,
    hiringTeamUserId: filter.hiringTeamUserId ?? undefined,
    updatedAfter: filter.updatedAfter ?? undefined,
  };
}

/** @throws BadUserInputError when the search is too long */
export function tokensOf(search: Given<string>, path: readonly string[]): readonly string[] | undefined {
  if (search === null || search === undefined) return undefined;
  if (search.length > LIMITS.search) {
    throw new BadUserInputError(`A search has at most ${LIMITS.search} characters, not ${search.length}.`, path);
  }
  return searchTokens(search);
}
