import type { CursorPosition, Instant, Page } from '@hiregraph/kernel';
import type {
  AggregateStore,
  ChangeResult,
  CommandContext,
  CommandRunner,
  Decision,
  PageRequest,
  ProjectionStore,
  StoredAggregate,
} from '@hiregraph/storage';
import type { EmploymentType, Job, JobStatus } from '../domain/job.ts';
import type { RejectionReason, RejectionSide } from '../domain/rejection-reason.ts';
import type { User } from '../domain/user.ts';

export type StoredJob = StoredAggregate<Job>;
export type StoredReason = StoredAggregate<RejectionReason>;
export type StoredUser = StoredAggregate<User>;

/** What of a job has ids of its own, by which it is found. */
export type JobPart = 'stages' | 'openings' | 'criteria' | 'posts';

export const JOB_SORTS = [
  'CREATED_AT_ASC',
  'CREATED_AT_DESC',
  'UPDATED_AT_ASC',
  'UPDATED_AT_DESC',
  'OPENED_AT_ASC',
  'OPENED_AT_DESC',
  'TITLE_ASC',
  'TITLE_DESC',
] as const;
export type JobSort = (typeof JOB_SORTS)[number];

/** What lists of jobs are narrowed by. All that is given must hold. */
export interface JobCriteria {
  /** Under which keys the caller finds jobs. */
  readonly viewers: readonly string[];
  /** Beginnings of words; every one must be there. */
  readonly tokens?: readonly string[] | undefined;
  readonly statuses?: readonly JobStatus[] | undefined;
  readonly department?: string | undefined;
  readonly employmentType?: EmploymentType | undefined;
  readonly remote?: boolean | undefined;
  readonly confidential?: boolean | undefined;
  readonly hiringTeamUserId?: string | undefined;
  readonly updatedAfter?: Instant | undefined;
}

/** What lists of published posts are narrowed by: facts of their jobs that are public. */
export interface PublicCriteria {
  readonly tokens?: readonly string[] | undefined;
  readonly department?: string | undefined;
  readonly employmentType?: EmploymentType | undefined;
  readonly remote?: boolean | undefined;
}

type Decide<State> = (stored: StoredAggregate<State>, now: Instant) => Decision<State> | null;

export interface JobStore {
  load(tenantId: string, id: string): Promise<StoredJob | null>;
  /** One store query for all. */
  loadMany(tenantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, StoredJob>>;
  /** The jobs that have one of these parts; one store query for all. */
  ofParts(tenantId: string, part: JobPart, ids: readonly string[]): Promise<readonly StoredJob[]>;
  change(tenantId: string, id: string, command: CommandContext, decide: Decide<Job>): Promise<ChangeResult<Job>>;
  create(
    tenantId: string,
    id: string,
    command: CommandContext,
    decide: (now: Instant) => Decision<Job>,
  ): Promise<ChangeResult<Job>>;
  page(tenantId: string, criteria: JobCriteria, sort: JobSort, request: PageRequest): Promise<Page<StoredJob>>;
  count(tenantId: string, criteria: JobCriteria): Promise<number>;
  /** Where a job stands in a list of that sort. */
  positionOf(sort: JobSort, job: StoredJob): CursorPosition;
  /** Jobs with published posts, the one with the newest first. */
  publicPage(tenantId: string, criteria: PublicCriteria, request: PageRequest): Promise<Page<StoredJob>>;
  /** How many published posts there are, over all jobs. */
  publicCount(tenantId: string, criteria: PublicCriteria): Promise<number>;
  publicPositionOf(job: StoredJob): CursorPosition;
}

export interface ReasonCriteria {
  readonly sides: readonly RejectionSide[];
  readonly active: readonly boolean[];
}

export interface ReasonStore extends Pick<AggregateStore<RejectionReason>, 'load' | 'loadMany' | 'change' | 'create'> {
  page(tenantId: string, criteria: ReasonCriteria, request: PageRequest): Promise<Page<StoredReason>>;
  count(tenantId: string, criteria: ReasonCriteria): Promise<number>;
  positionOf(reason: StoredReason): CursorPosition;
}

export interface UserStore extends Pick<AggregateStore<User>, 'load' | 'loadMany' | 'change' | 'create'> {
  /** @param tokens beginnings of words; every one must be in the name; empty: everybody */
  page(tenantId: string, tokens: readonly string[], request: PageRequest): Promise<Page<StoredUser>>;
  count(tenantId: string, tokens: readonly string[]): Promise<number>;
  positionOf(user: StoredUser): CursorPosition;
}

/** What this service notes of another's applications: which job, and the newest hire attempt. */
export interface ApplicationRow {
  readonly jobId: string;
  readonly attemptId: string | null;
}

export type KnownApplicationStore = Pick<ProjectionStore<ApplicationRow>, 'apply' | 'load'>;

/** All that this service keeps. */
export interface Stores {
  readonly jobs: JobStore;
  readonly reasons: ReasonStore;
  readonly users: UserStore;
  readonly applications: KnownApplicationStore;
  readonly commands: CommandRunner;
}
