import type { CursorPosition, Instant, Page } from '@hiregraph/kernel';
import type { AggregateStore, CommandRunner, PageRequest, ProjectionStore, StoredAggregate } from '@hiregraph/storage';
import type { InterviewState, InterviewStatus } from '../domain/interview.ts';
import type { InterviewKitState } from '../domain/interview-kit.ts';
import type { KnownApplication, KnownJob } from '../domain/known-facts.ts';
import type { ScorecardState } from '../domain/scorecard.ts';

export type StoredInterview = StoredAggregate<InterviewState>;
export type StoredKit = StoredAggregate<InterviewKitState>;
export type StoredScorecard = StoredAggregate<ScorecardState>;

type Writes<State> = Pick<AggregateStore<State>, 'load' | 'loadMany' | 'change' | 'create'>;

/** What lists of interviews are narrowed by. All that is given must hold. */
export interface AgendaFilter {
  readonly status?: InterviewStatus | undefined;
  /** Those that begin then or later. */
  readonly from?: Instant | undefined;
  /** Those that begin earlier. */
  readonly to?: Instant | undefined;
  /** Those that have a time. */
  readonly timed?: boolean | undefined;
  readonly interviewerId?: string | undefined;
  readonly jobId?: string | undefined;
  readonly applicationIds?: readonly string[] | undefined;
  /** Jobs that the caller may not know of. */
  readonly hiddenJobIds?: readonly string[] | undefined;
  /** Those of these jobs, and those that this user interviews in. */
  readonly within?: { readonly jobIds: readonly string[]; readonly interviewerId: string } | undefined;
}

export interface InterviewStore extends Writes<InterviewState> {
  /** All interviews of each application, in the order of their planning; one store query. */
  ofApplications(tenantId: string, ids: readonly string[]): Promise<readonly (readonly StoredInterview[])[]>;
  /** By start; those still to schedule come first. */
  page(tenantId: string, filter: AgendaFilter, request: PageRequest): Promise<Page<StoredInterview>>;
  count(tenantId: string, filter: AgendaFilter): Promise<number>;
  positionOf(interview: StoredInterview): CursorPosition;
  /** Scheduled interviews whose end has passed, up to 100 of them, the longest over first. */
  ended(tenantId: string, by: Instant): Promise<readonly StoredInterview[]>;
}

export interface InterviewKitStore extends Writes<InterviewKitState> {
  /** The same page of many jobs' kits, the oldest first; one store query. */
  pagesOfJobs(tenantId: string, jobIds: readonly string[], request: PageRequest): Promise<readonly Page<StoredKit>[]>;
  countsOfJobs(tenantId: string, jobIds: readonly string[]): Promise<readonly number[]>;
  positionOf(kit: StoredKit): CursorPosition;
  newestOfStage(tenantId: string, jobId: string, stageId: string): Promise<StoredKit | null>;
}

export interface ScorecardStore extends Writes<ScorecardState> {
  /** All scorecards of each application, drafts and all; one store query. */
  ofApplications(tenantId: string, ids: readonly string[]): Promise<readonly (readonly StoredScorecard[])[]>;
  /** The longest owed first. */
  pageOwed(tenantId: string, filter: OwedFilter, request: PageRequest): Promise<Page<StoredScorecard>>;
  countOwed(tenantId: string, filter: OwedFilter): Promise<number>;
  positionOf(scorecard: StoredScorecard): CursorPosition;
}

export interface OwedFilter {
  readonly interviewerId: string;
  /** Jobs that the caller may not know of. */
  readonly hiddenJobIds: readonly string[];
}

/** That a user was shown others' scorecards of an application, for the first time. */
export interface SightState {
  readonly applicationId: string;
  readonly userId: string;
  readonly firstSeenAt: Instant;
}

/** That an ADMIN who owes a scorecard was shown others' all the same. */
export interface LookState {
  readonly applicationId: string;
  readonly userId: string;
  readonly scorecardIds: readonly string[];
  readonly at: Instant;
  readonly correlationId: string;
}

/** A job as this service keeps it. */
export interface KnownJobRow extends KnownJob {
  /** The hiring team's users, each once: what team lists are found by. */
  readonly teamUserIds: readonly string[];
}

export interface KnownJobStore extends Pick<ProjectionStore<KnownJobRow>, 'loadMany' | 'apply' | 'learn'> {
  confidential(tenantId: string): Promise<readonly KnownJobEntry[]>;
  ofTeamUser(tenantId: string, userId: string): Promise<readonly KnownJobEntry[]>;
}

export interface KnownJobEntry {
  readonly id: string;
  readonly state: KnownJobRow;
}

/** An application as this service keeps it. */
export interface KnownApplicationRow extends KnownApplication {
  /**
   * When something last happened to it. Of any kind, so that a row that was asked for at its owner and one that was built
   * from the events are the same.
   */
  readonly changedAt: Instant;
}

/** A row with the application's newest sequence that it holds. */
export interface KnownApplicationEntry {
  readonly id: string;
  readonly sequence: number;
  readonly state: KnownApplicationRow;
}

export interface KnownApplicationStore
  extends Pick<ProjectionStore<KnownApplicationRow>, 'load' | 'loadMany' | 'apply' | 'learn'> {
  ofCandidate(tenantId: string, candidateId: string): Promise<readonly KnownApplicationEntry[]>;
}

/** All that this service keeps. */
export interface Stores {
  readonly interviews: InterviewStore;
  readonly kits: InterviewKitStore;
  readonly scorecards: ScorecardStore;
  readonly sights: Pick<AggregateStore<SightState>, 'loadMany' | 'create'>;
  readonly looks: Pick<AggregateStore<LookState>, 'create'>;
  readonly jobs: KnownJobStore;
  readonly applications: KnownApplicationStore;
  readonly commands: CommandRunner;
}
