import {
  BadUserInputError,
  type Caller,
  type ConnectionArguments,
  createConnection,
  type CursorCodec,
  type CursorPosition,
  pageSize,
} from '@hiregraph/kernel';
import type { TenantDirectory } from '@hiregraph/subgraph';
import type { EmploymentType } from '../domain/job.ts';
import { publishedPostsOf } from '../domain/job-listing.ts';
import type { JobPost } from '../domain/job-post.ts';
import { canReadPost } from './access-rules.ts';
import { tokensOf } from './job-queries.ts';
import { type CountedConnection, counted } from './paging.ts';
import type { PublicCriteria, StoredJob, Stores } from './stores.ts';

type Given<T> = T | null | undefined;

/** A post with the job that it belongs to. */
export interface OwnedPost {
  readonly owner: StoredJob;
  readonly post: JobPost;
}

export interface PublishedPostsArguments extends ConnectionArguments {
  readonly company: string;
  readonly filter?: Given<{
    readonly search?: Given<string>;
    readonly department?: Given<string>;
    readonly employmentType?: Given<EmploymentType>;
    readonly remote?: Given<boolean>;
  }>;
}

/** What the caller may read of posts; published ones need no token. */
export interface PostQueries {
  /** The tenant that a caller's posts are looked up in; null where they name none. */
  tenantFor(caller: Caller): string | null;
  post(caller: Caller, postId: string, company: Given<string>): Promise<OwnedPost | null>;
  /** The caller's posts among these; one store query. */
  posts(caller: Caller, tenantId: string, postIds: readonly string[]): Promise<ReadonlyMap<string, OwnedPost>>;
  published(list: PublishedPostsArguments): Promise<CountedConnection<OwnedPost>>;
}

export function createPostQueries({ jobs }: Stores, tenants: TenantDirectory, cursors: CursorCodec): PostQueries {
  const queries: PostQueries = {
    tenantFor(caller) {
      if (caller.kind !== 'anonymous') return caller.tenantId;
      const [only, ...others] = tenants.all();
      return others.length === 0 ? (only?.id ?? null) : null;
    },

    async post(caller, postId, company) {
      const tenantId = company == null ? queries.tenantFor(caller) : tenantNamed(tenants, company);
      if (tenantId === null) {
        throw new BadUserInputError('Several companies are served here. Name one by its slug.', ['company']);
      }
      return (await queries.posts(caller, tenantId, [postId])).get(postId) ?? null;
    },

    async posts(caller, tenantId, postIds) {
      const wanted = new Set(postIds);
      const found = new Map<string, OwnedPost>();
      for (const owner of await jobs.ofParts(tenantId, 'posts', postIds)) {
        for (const post of owner.state.posts) {
          if (wanted.has(post.id) && canReadPost(caller, owner, post)) found.set(post.id, { owner, post });
        }
      }
      return found;
    },

    async published({ company, filter, first, after }) {
      const tenantId = tenantNamed(tenants, company);
      const criteria: PublicCriteria = {
        tokens: tokensOf(filter?.search, ['filter', 'search']),
        department: filter?.department ?? undefined,
        employmentType: filter?.employmentType ?? undefined,
        remote: filter?.remote ?? undefined,
      };
      const size = pageSize(first);
      const scope = { tenantId, field: 'Query.publishedJobPosts', filter: criteria, sort: null };
      const start = after == null ? null : toPlace(cursors.decode(scope, after, ['after']));
      const page = await jobs.publicPage(tenantId, criteria, {
        first: Math.min(size + 1, 100),
        after: start?.jobsBefore ?? null,
      });
      const places: (OwnedPost & { place: Place })[] = [];
      let jobsBefore = start?.jobsBefore ?? null;
      for (const owner of page.items) {
        for (const post of publishedPostsOf(owner.state)) {
          const place = { jobId: owner.id, postId: post.id, publishedAt: post.publishedAt ?? '', jobsBefore };
          if (start === null || isBehind(place, start)) places.push({ owner, post, place });
        }
        jobsBefore = jobs.publicPositionOf(owner);
      }
      const items = places.slice(0, size);
      const cursorOf = ({ place }: { place: Place }): string => cursors.encode(scope, toPosition(place));
      const connection = createConnection(
        { items, hasNextPage: places.length > size || page.hasNextPage },
        cursorOf,
        after,
      );
      return counted(connection, () => jobs.publicCount(tenantId, criteria));
    },
  };
  return queries;
}

/** Where a post stands: in which job, behind which jobs. */
interface Place {
  readonly jobId: string;
  readonly postId: string;
  readonly publishedAt: string;
  /** The position of the last job before; null at the beginning. */
  readonly jobsBefore: CursorPosition | null;
}

function toPosition({ jobId, postId, publishedAt, jobsBefore }: Place): CursorPosition {
  return [jobId, postId, publishedAt, ...(jobsBefore ?? [])];
}

function toPlace([jobId, postId, publishedAt, ...jobsBefore]: CursorPosition): Place {
  const before = jobsBefore.length === 0 ? null : jobsBefore;
  return { jobId: String(jobId), postId: String(postId), publishedAt: String(publishedAt), jobsBefore: before };
}

/** Posts of the job that the last page ended in may have been shown already; those of other jobs were not. */
function isBehind(place: Place, start: Place): boolean {
  if (place.jobId !== start.jobId) return true;
  if (place.publishedAt !== start.publishedAt) return place.publishedAt < start.publishedAt;
  return place.postId < start.postId;
}

/** @throws BadUserInputError when no company has this slug */
function tenantNamed(tenants: TenantDirectory, company: string): string {
  const tenant = tenants.findBySlug(company);
  if (tenant !== null) return tenant.id;
  throw new BadUserInputError(`There is no company with the slug ${JSON.stringify(company)}. Check its spelling.`, [
    'company',
  ]);
}
