import { type Instant, prefixTokens, sortKey } from '@hiregraph/kernel';
import type { Job } from './job.ts';
import { isPublished, type JobPost } from './job-post.ts';

/** What lists of jobs are found, narrowed and sorted by; kept beside the job's own fields, and made of them alone. */
export interface JobListing {
  /** Who may see the job: `admin`; `staff`, or the ids of the hiring team when it is confidential. */
  readonly viewers: readonly string[];
  readonly titleKey: string;
  /** Beginnings of the words of title, department and locations. */
  readonly tokens: readonly string[];
  /** How many of its posts are published. */
  readonly publishedPosts: number;
  readonly isPublic: boolean;
  /** When its newest published post was published. */
  readonly publicSince: Instant | null;
  /** Beginnings of the words that are public; none while nothing is. */
  readonly publicTokens: readonly string[];
}

export type ListedJob = Job & { readonly listing: JobListing };

/** The newest first. */
export function publishedPostsOf(job: Pick<Job, 'posts'>): readonly JobPost[] {
  return job.posts.filter(isPublished).sort((a, b) => {
    const [first, second] = [b.publishedAt ?? '', a.publishedAt ?? ''];
    return first === second ? (a.id < b.id ? 1 : -1) : first < second ? -1 : 1;
  });
}

/** @param before what is kept already: handed back where nothing changed, so that nothing is written */
export function withListing(job: Job, before: JobListing | null): ListedJob {
  const listing = listingOf(job);
  const isSame = before !== null && JSON.stringify(before) === JSON.stringify(listing);
  return { ...job, listing: isSame ? before : listing };
}

function listingOf(job: Job): JobListing {
  const published = publishedPostsOf(job);
  const places = [job.department ?? '', ...job.locations];
  return {
    viewers: ['admin', ...(job.confidential ? job.hiringTeam.map(({ userId }) => userId) : ['staff'])],
    titleKey: sortKey(job.title),
    tokens: prefixTokens([job.title, ...places]),
    publishedPosts: published.length,
    isPublic: published.length > 0,
    publicSince: published[0]?.publishedAt ?? null,
    publicTokens: published.length === 0 ? [] : prefixTokens([...published.map(({ title }) => title), ...places]),
  };
}
