import { JOB_TOPIC } from '@hiregraph/contracts';
import {
  type AggregateDefinition,
  declareQuery,
  type Decision,
  type Filter,
  type IndexSpec,
  type Query,
  type Sort,
  type Storage,
} from '@hiregraph/storage';
import type { JobCriteria, JobPart, JobSort, JobStore, PublicCriteria } from '../application/stores.ts';
import type { Job } from '../domain/job.ts';
import { type JobListing, type ListedJob, withListing } from '../domain/job-listing.ts';
import { LIMITS } from '../domain/limits.ts';

const VIEWERS = 'state.listing.viewers';
const TOKENS = 'state.listing.tokens';
const STATUS = 'state.status';
const IS_PUBLIC = 'state.listing.isPublic';
const PUBLIC_TOKENS = 'state.listing.publicTokens';
const PUBLIC_SINCE = 'state.listing.publicSince';
const PUBLISHED_POSTS = 'state.listing.publishedPosts';

const PARTS: readonly JobPart[] = ['stages', 'openings', 'criteria', 'posts'];

/** What lists are sorted by, with the name that their indexes have of it. */
const SORTED_BY = {
  CREATED_AT: { path: 'createdAt', name: 'Created' },
  UPDATED_AT: { path: 'updatedAt', name: 'Updated' },
  OPENED_AT: { path: 'state.openedAt', name: 'Opened' },
  TITLE: { path: 'state.listing.titleKey', name: 'Title' },
} as const;
type SortedBy = keyof typeof SORTED_BY;

/** What narrows a list most leads its index; other criteria are tested on what it finds. */
const LEADS = { byViewer: [VIEWERS], byStatus: [VIEWERS, STATUS], byToken: [TOKENS] } as const;
type Lead = keyof typeof LEADS;
const LEAD_NAMES = Object.keys(LEADS) as readonly Lead[];

const ascending = (paths: readonly string[]): Sort => paths.map((path) => [path, 1]);

const listIndexes: readonly IndexSpec[] = LEAD_NAMES.flatMap((lead) =>
  Object.values(SORTED_BY).map(({ path, name }) => ({
    name: `${lead}${name}`,
    keys: ascending([...LEADS[lead], path]),
  })),
);

export const jobDefinition: AggregateDefinition = {
  name: 'job',
  collection: 'jobs',
  topic: JOB_TOPIC,
  service: 'job',
  indexes: [
    ...PARTS.map((part) => ({ name: part, keys: ascending([`state.${part}.id`]) })),
    ...listIndexes,
    { name: 'publicSince', keys: ascending([IS_PUBLIC, PUBLIC_SINCE]) },
    { name: 'publicTokenSince', keys: ascending([PUBLIC_TOKENS, PUBLIC_SINCE]) },
    { name: 'publicCount', keys: ascending([PUBLISHED_POSTS]) },
    { name: 'publicTokenCount', keys: ascending([PUBLIC_TOKENS, PUBLISHED_POSTS]) },
  ],
};

/** The jobs that have one of these parts. */
export const jobsOfParts = Object.fromEntries(
  PARTS.map((part) => [
    part,
    declareQuery<readonly string[]>({
      name: `jobsOf:${part}`,
      index: part,
      filter: (ids) => ({ [`state.${part}.id`]: { $in: ids } }),
      cap: 1_000,
    }),
  ]),
) as Readonly<Record<JobPart, Query<readonly string[]>>>;

function listFilter(criteria: JobCriteria): Filter {
  const [firstToken, ...moreTokens] = criteria.tokens ?? [];
  return {
    [VIEWERS]: { $in: criteria.viewers },
    [TOKENS]: firstToken,
    [STATUS]: criteria.statuses === undefined ? undefined : { $in: criteria.statuses },
    'state.department': criteria.department,
    'state.employmentType': criteria.employmentType,
    'state.remote': criteria.remote,
    'state.confidential': criteria.confidential,
    'state.hiringTeam.userId': criteria.hiringTeamUserId,
    updatedAt: criteria.updatedAfter === undefined ? undefined : { $gt: criteria.updatedAfter },
    $and: moreTokens.length === 0 ? undefined : moreTokens.map((token) => ({ [TOKENS]: token })),
  };
}

function leadOf(criteria: JobCriteria): Lead {
  if (criteria.tokens !== undefined && criteria.tokens.length > 0) return 'byToken';
  return criteria.statuses === undefined ? 'byViewer' : 'byStatus';
}

const SORTS = (Object.keys(SORTED_BY) as readonly SortedBy[]).flatMap((by) => [`${by}_ASC`, `${by}_DESC`] as const);

function listQuery(lead: Lead, sort: JobSort): Query<JobCriteria> {
  const descends = sort.endsWith('_DESC');
  const { path, name } = SORTED_BY[sort.replace(/_(?:ASC|DESC)$/u, '') as SortedBy];
  return declareQuery<JobCriteria>({
    name: `jobs:${lead}:${sort}`,
    index: `${lead}${name}`,
    filter: listFilter,
    sort: [[path, descends ? -1 : 1]],
  });
}

/** Every list of jobs that there is, by what leads it and how it is sorted. */
export const jobLists: ReadonlyMap<string, Query<JobCriteria>> = new Map(
  LEAD_NAMES.flatMap((lead) => SORTS.map((sort) => [`${lead}:${sort}`, listQuery(lead, sort)] as const)),
);

function pick(lead: Lead, sort: JobSort): Query<JobCriteria> {
  const query = jobLists.get(`${lead}:${sort}`);
  if (query === undefined) throw new RangeError(`No list of jobs is sorted by ${sort}.`);
  return query;
}

function publicFilter(criteria: PublicCriteria): Filter {
  const [firstToken, ...moreTokens] = criteria.tokens ?? [];
  return {
    [PUBLIC_TOKENS]: firstToken,
    'state.department': criteria.department,
    'state.employmentType': criteria.employmentType,
    'state.remote': criteria.remote,
    $and: moreTokens.length === 0 ? undefined : moreTokens.map((token) => ({ [PUBLIC_TOKENS]: token })),
  };
}

const newestFirst: Sort = [[PUBLIC_SINCE, -1]];

export const publicJobs = declareQuery<PublicCriteria>({
  name: 'publicJobs',
  index: 'publicSince',
  filter: (criteria) => ({ [IS_PUBLIC]: true, ...publicFilter(criteria) }),
  sort: newestFirst,
});

export const publicJobsByToken = declareQuery<PublicCriteria>({
  name: 'publicJobsByToken',
  index: 'publicTokenSince',
  filter: (criteria) => ({ ...publicFilter(criteria), [IS_PUBLIC]: true }),
  sort: newestFirst,
});

/** Jobs that have exactly so many published posts: the total is the sum over the few numbers that there can be. */
export const jobsWithPublishedPosts = declareQuery<PublicCriteria & { readonly posts: number }>({
  name: 'jobsWithPublishedPosts',
  index: 'publicCount',
  filter: ({ posts, ...criteria }) => ({ [PUBLISHED_POSTS]: posts, ...publicFilter(criteria) }),
});

export const jobsWithPublishedPostsByToken = declareQuery<PublicCriteria & { readonly posts: number }>({
  name: 'jobsWithPublishedPostsByToken',
  index: 'publicTokenCount',
  filter: ({ posts, ...criteria }) => ({ ...publicFilter(criteria), [PUBLISHED_POSTS]: posts }),
});

const POST_COUNTS = Array.from({ length: LIMITS.posts }, (_, index) => index + 1);
const isSearch = ({ tokens }: PublicCriteria): boolean => tokens !== undefined && tokens.length > 0;

function listed(decision: Decision<Job>, before: JobListing | null): Decision<ListedJob> {
  return { ...decision, state: withListing(decision.state, before) };
}

/** The jobs of this service, with what their lists need kept beside each. */
export function openJobStore(storage: Storage): JobStore {
  const store = storage.aggregates<ListedJob>(jobDefinition);
  return {
    load: store.load,
    loadMany: store.loadMany,
    ofParts: async (tenantId, part, ids) =>
      ids.length === 0 ? [] : store.list(tenantId, jobsOfParts[part], [...new Set(ids)]),
    change: (tenantId, id, command, decide) =>
      store.change(tenantId, id, command, (stored, now) => {
        const decision = decide(stored, now);
        return decision === null ? null : listed(decision, stored.state.listing);
      }),
    create: (tenantId, id, command, decide) => store.create(tenantId, id, command, (now) => listed(decide(now), null)),
    page: (tenantId, criteria, sort, request) => store.page(tenantId, pick(leadOf(criteria), sort), criteria, request),
    count: (tenantId, criteria) => store.count(tenantId, pick(leadOf(criteria), 'CREATED_AT_DESC'), criteria),
    // A job handed out by this store has its listing; positions are read by path.
    positionOf: (sort, job) => store.positionOf(pick('byViewer', sort), job as never),
    publicPage: (tenantId, criteria, request) =>
      store.page(tenantId, isSearch(criteria) ? publicJobsByToken : publicJobs, criteria, request),
    publicCount: async (tenantId, criteria) => {
      const query = isSearch(criteria) ? jobsWithPublishedPostsByToken : jobsWithPublishedPosts;
      const params = POST_COUNTS.map((posts) => ({ ...criteria, posts }));
      const counts = await store.countEach(tenantId, query, params);
      return counts.reduce((sum, count, index) => sum + count * (POST_COUNTS[index] ?? 0), 0);
    },
    publicPositionOf: (job) => store.positionOf(publicJobs, job as never),
  };
}
