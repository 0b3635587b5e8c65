import type { CursorPosition, Instant, Page } from '@hiregraph/kernel';
import type {
  AggregateStore,
  CommandRunner,
  Defer,
  OutboxSource,
  PageRequest,
  ProjectionRow,
  ProjectionStore,
  StoredAggregate,
} from '@hiregraph/storage';
import type { Application, ApplicationStatus } from '../domain/application.ts';
import type { IndexedCandidate } from '../domain/candidate-lookup.ts';
import type { InterviewRow, JobRow, ReasonRow } from './known-facts.ts';

export type StoredApplication = StoredAggregate<Application>;
/** As it is shown: what was submitted, a resume too, is read where it is asked for. */
export type BriefApplication = StoredAggregate<WithoutSubmission<Application>>;
/** Of each of its statuses by itself, so that they stay apart. */
type WithoutSubmission<Status> = Status extends Application ? Omit<Status, 'submission'> : never;
export type StoredCandidate = StoredAggregate<IndexedCandidate>;
/** As lists and references have it: the resume, by far the largest part, is read where it is asked for. */
export type BriefCandidate = StoredAggregate<Omit<IndexedCandidate, 'resume'>>;
export type KnownJob = ProjectionRow<JobRow>;
export type KnownInterview = ProjectionRow<InterviewRow>;
export type KnownReason = ProjectionRow<ReasonRow>;

export const APPLICATION_SORTS = ['APPLIED_AT_DESC', 'APPLIED_AT_ASC', 'UPDATED_AT_DESC', 'UPDATED_AT_ASC'] as const;
export type ApplicationSort = (typeof APPLICATION_SORTS)[number];

/** What lists of applications are narrowed by. All that is given must hold. */
export interface ApplicationCriteria {
  readonly candidateId?: string | undefined;
  /** Those of one of these jobs. */
  readonly jobIds?: readonly string[] | undefined;
  /** Those of none of these jobs. */
  readonly hiddenJobIds?: readonly string[] | undefined;
  readonly stageId?: string | undefined;
  readonly status?: ApplicationStatus | undefined;
  readonly channel?: string | undefined;
  readonly appliedAfter?: Instant | undefined;
  readonly updatedAfter?: Instant | undefined;
}

export interface ApplicationStore
  extends Pick<
    AggregateStore<Application>,
    'load' | 'loadMany' | 'change' | 'create' | 'applied' | 'history' | 'historyMany'
  > {
  /** One store query for all, without what was submitted. */
  loadBriefly(tenantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, BriefApplication>>;
  page(
    tenantId: string,
    criteria: ApplicationCriteria,
    sort: ApplicationSort,
    request: PageRequest,
  ): Promise<Page<BriefApplication>>;
  /** The same page of many parents in one store query. The criteria differ in values only, not in what is given. */
  pageEach(
    tenantId: string,
    criteria: readonly ApplicationCriteria[],
    sort: ApplicationSort,
    request: PageRequest,
  ): Promise<readonly Page<BriefApplication>[]>;
  /** Many counts in one store query. The criteria differ in values only, not in what is given. */
  countEach(tenantId: string, criteria: readonly ApplicationCriteria[]): Promise<readonly number[]>;
  /** Those of one candidate for one job that stand in one of these statuses, the newest first. */
  ofCandidateForJob(
    tenantId: string,
    ids: { readonly candidateId: string; readonly jobId: string },
    statuses: readonly ApplicationStatus[],
    defer?: Defer,
  ): Promise<readonly StoredApplication[]>;
}

export const CANDIDATE_SORTS = ['UPDATED_AT_DESC', 'UPDATED_AT_ASC', 'CREATED_AT_DESC', 'CREATED_AT_ASC'] as const;
export type CandidateSort = (typeof CANDIDATE_SORTS)[number];

/** What lists of candidates are narrowed by. All that is given must hold. */
export interface CandidateCriteria {
  /** Beginnings of words; every one must be there. */
  readonly tokens?: readonly string[] | undefined;
  readonly tagKey?: string | undefined;
  readonly channelKey?: string | undefined;
  /** Those who were considered for one of these jobs. */
  readonly jobIds?: readonly string[] | undefined;
  readonly updatedAfter?: Instant | undefined;
}

export interface CandidateStore
  extends Pick<AggregateStore<IndexedCandidate>, 'load' | 'loadMany' | 'change' | 'create'> {
  findByEmail(tenantId: string, emailKey: string, defer?: Defer): Promise<StoredCandidate | null>;
  /** One store query for all, without resumes. */
  loadBriefly(tenantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, BriefCandidate>>;
  page(
    tenantId: string,
    criteria: CandidateCriteria,
    sort: CandidateSort,
    request: PageRequest,
  ): Promise<Page<BriefCandidate>>;
  count(tenantId: string, criteria: CandidateCriteria): Promise<number>;
}

export interface KnownJobStore extends Pick<ProjectionStore<JobRow>, 'load' | 'loadMany' | 'apply' | 'learn'> {
  confidential(tenantId: string): Promise<readonly KnownJob[]>;
  ofTeamUser(tenantId: string, userId: string): Promise<readonly KnownJob[]>;
  ofPost(tenantId: string, postId: string): Promise<KnownJob | null>;
  /** The jobs that have one of these stages; one store query. */
  ofStages(tenantId: string, stageIds: readonly string[]): Promise<readonly KnownJob[]>;
}

export interface KnownInterviewStore extends Pick<ProjectionStore<InterviewRow>, 'load' | 'apply' | 'learn'> {
  /** Interviews that this user holds or held, cancelled ones left out. */
  ofInterviewer(tenantId: string, userId: string): Promise<readonly KnownInterview[]>;
}

export type KnownReasonStore = Pick<ProjectionStore<ReasonRow>, 'load' | 'apply' | 'learn'>;

/** All that this service keeps. */
export interface Stores {
  readonly applications: ApplicationStore;
  readonly candidates: CandidateStore;
  readonly jobs: KnownJobStore;
  readonly interviews: KnownInterviewStore;
  readonly reasons: KnownReasonStore;
  readonly commands: CommandRunner;
  readonly outbox: Pick<OutboxSource, 'onCommitted'>;
}

/** Where an item stands in a sorted list: what a cursor holds. The same for every list of one sort. */
export function positionIn(
  sort: ApplicationSort | CandidateSort,
  item: BriefApplication | BriefCandidate,
): CursorPosition {
  return [sortValue(sort, item), item.id];
}

function sortValue(sort: ApplicationSort | CandidateSort, item: BriefApplication | BriefCandidate): Instant {
  if (sort.startsWith('UPDATED_AT')) return item.updatedAt;
  return 'appliedAt' in item.state ? item.state.appliedAt : item.createdAt;
}
