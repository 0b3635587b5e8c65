// Made by `npm run codegen` from schema.graphql and the shared schema: change those, then run it again.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ReferenceParent, ScorecardRevisionParent, FeedbackSummaryParent, CriterionFeedbackParent, RatingSummaryParent, InterviewListParent, ScorecardListParent, InterviewKitListParent } from '../parents.ts';
import type { SeenInterview } from '../../application/interview-access.ts';
import type { Revision } from '../../domain/interview.ts';
import type { StoredKit, StoredScorecard, StoredInterview } from '../../application/stores.ts';
import type { KitQuestion } from '../../domain/interview-kit.ts';
import type { CriterionRating } from '../../domain/scorecard.ts';
import type { Distribution } from '../../domain/feedback-summary.ts';
import type { SeenDebt } from '../../application/application-interviews.ts';
import type { UserErrorView } from '@hiregraph/subgraph';
import type { EvaluationContext } from '../context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment as ISO-8601 UTC text with milliseconds, e.g. `2026-01-31T09:30:00.000Z`. */
  DateTime: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** Where a page of a connection begins and ends. */
export type PageInfo = {
  /** Whether there are more items behind this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether this page was asked for with `after`. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the page's first item; null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
  /** The cursor of the page's last item; give it as `after` to get the next page. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** Something that the caller of a mutation can put right. */
export type UserError = {
  /** What is wrong, for programs. */
  code: UserErrorCode;
  /** What is wrong, why, and how to mend it, for people. */
  message: Scalars['String']['output'];
  /** Where in the input the fault lies, e.g. `["input", "stages", "0", "name"]`; empty where it is not one field. */
  field: Array<Scalars['String']['output']>;
};

/** Every code that a mutation's user errors can carry. */
export type UserErrorCode =
  /** A value of the input is not acceptable. */
  | 'INVALID_INPUT'
  /** There is no such object, or the caller may not see it. */
  | 'NOT_FOUND'
  /** The object is not as the caller expected it; the payload holds it as it is now. */
  | 'CONFLICT'
  /** The object's state does not allow this. */
  | 'ILLEGAL_TRANSITION'
  /** A stage of kind HIRED is entered by hireApplication only. */
  | 'USE_HIRE'
  /** A hire is under way; wait for its outcome, or withdraw. */
  | 'HIRE_PENDING'
  /** Every seat of the job is taken or reserved. */
  | 'NO_SEAT_LEFT'
  /** The seat is reserved for a hire that is under way. */
  | 'SEAT_RESERVED'
  /** Something with this unique value exists already. */
  | 'DUPLICATE'
  /** The candidate has an active application for this job already; the payload holds it. */
  | 'DUPLICATE_APPLICATION'
  /** The stage is retired and takes no more applications. */
  | 'STAGE_RETIRED'
  /** The stage is in use, or needed, and cannot be changed so. */
  | 'STAGE_IN_USE'
  /** The job is not open, or its post is not published. */
  | 'NOT_ACCEPTING_APPLICATIONS'
  /** A text that is sent to analytics contains an email address or a phone number. */
  | 'PERSONAL_DATA'
  /** A documented limit is reached. */
  | 'LIMIT_REACHED'
  /** This idempotency key was used with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The change may or may not have been made; the same idempotency key settles it. */
  | 'OUTCOME_UNKNOWN'
  /** Another service that had to be asked did not answer; try again. */
  | 'UPSTREAM_UNAVAILABLE';

export type Query = {
  /** One interview; null where it is absent or not the caller's. */
  interview?: Maybe<Interview>;
  /**
   * Interviews that the caller may see, by start; those still to schedule come first. An INTERVIEWER gets those they
   * interview in; an ANALYST gets `totalCount` alone.
   */
  interviews?: Maybe<InterviewConnection>;
  /** The caller's own interviews, by start: those they interview in, or, for a candidate, those they are invited to. */
  myInterviews?: Maybe<InterviewConnection>;
  /** The scorecards that the caller owes, the longest owed first. */
  myOwedScorecards?: Maybe<ScorecardConnection>;
  /** One scorecard; null where it is absent or not the caller's to see. */
  scorecard?: Maybe<Scorecard>;
  /** What other services may ask of one interview. For services alone; null for everybody else. */
  interviewFacts?: Maybe<InterviewFacts>;
};


export type QueryInterviewArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInterviewsArgs = {
  filter?: InputMaybe<InterviewFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMyInterviewsArgs = {
  filter?: InputMaybe<MyInterviewFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMyOwedScorecardsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryScorecardArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInterviewFactsArgs = {
  id: Scalars['ID']['input'];
};

export type Mutation = {
  /** Makes an interview kit for a job, of chosen criteria or of the job's own. */
  createInterviewKit: CreateInterviewKitPayload;
  /** Changes an interview kit. What is not given stays as it is. */
  updateInterviewKit: UpdateInterviewKitPayload;
  /** Plans an interview of an active application: TO_SCHEDULE. Its interviewers owe a scorecard from now on. */
  planInterview: PlanInterviewPayload;
  /** Gives a planned interview its time: SCHEDULED. */
  scheduleInterview: ScheduleInterviewPayload;
  /** Gives a scheduled interview another time or place, as a new revision. The earlier ones are kept. */
  rescheduleInterview: RescheduleInterviewPayload;
  /**
   * Sets who interviews. Whoever is new owes a scorecard; whom somebody else takes off owes none any more; whoever takes
   * themselves off still owes, and stays blind, until they submit or somebody else sets the interviewers without them.
   */
  setInterviewers: SetInterviewersPayload;
  /** Calls an interview off: CANCELLED. Nobody owes a scorecard for it any more. */
  cancelInterview: CancelInterviewPayload;
  /** Says that an interview has taken place: AWAITING_FEEDBACK, or COMPLETE where no scorecard is owed. */
  completeInterview: CompleteInterviewPayload;
  /** Says that the candidate did not come: NO_SHOW. Nobody owes a scorecard for it any more. */
  markNoShow: MarkNoShowPayload;
  /** Keeps a draft of the caller's scorecard, for its author alone. What is not given stays as it is. */
  saveScorecardDraft: SaveScorecardDraftPayload;
  /** Submits the caller's scorecard. What is not given is taken from the draft; a recommendation is needed. */
  submitScorecard: SubmitScorecardPayload;
  /** Amends the caller's submitted scorecard, as a new revision. What is not given stays as it is. */
  amendScorecard: AmendScorecardPayload;
};


export type MutationCreateInterviewKitArgs = {
  input: CreateInterviewKitInput;
};


export type MutationUpdateInterviewKitArgs = {
  input: UpdateInterviewKitInput;
};


export type MutationPlanInterviewArgs = {
  input: PlanInterviewInput;
};


export type MutationScheduleInterviewArgs = {
  input: ScheduleInterviewInput;
};


export type MutationRescheduleInterviewArgs = {
  input: RescheduleInterviewInput;
};


export type MutationSetInterviewersArgs = {
  input: SetInterviewersInput;
};


export type MutationCancelInterviewArgs = {
  input: CancelInterviewInput;
};


export type MutationCompleteInterviewArgs = {
  input: CompleteInterviewInput;
};


export type MutationMarkNoShowArgs = {
  input: MarkNoShowInput;
};


export type MutationSaveScorecardDraftArgs = {
  input: SaveScorecardDraftInput;
};


export type MutationSubmitScorecardArgs = {
  input: SubmitScorecardInput;
};


export type MutationAmendScorecardArgs = {
  input: AmendScorecardInput;
};

/** One meeting of a candidate with the people who interview them, within one application. */
export type Interview = {
  /** Opaque; begins with `int_`. */
  id: Scalars['ID']['output'];
  /** The application that it belongs to. */
  application?: Maybe<Application>;
  /** The stage of the job's pipeline that it is held for; null where it belongs to none. */
  stage?: Maybe<PipelineStage>;
  /** What to ask and to rate; null where it has none. */
  kit?: Maybe<InterviewKit>;
  /** Who interviews, at most 20. */
  interviewers?: Maybe<Array<Maybe<User>>>;
  /** When it begins; null while it is to schedule. */
  start?: Maybe<Scalars['DateTime']['output']>;
  /** When it ends; null while it is to schedule. */
  end?: Maybe<Scalars['DateTime']['output']>;
  /** The IANA name of the time zone that it was agreed in, e.g. `Europe/Berlin`; null while it is to schedule. */
  timeZone?: Maybe<Scalars['String']['output']>;
  /** Where it takes place: a room, an address or a link. */
  location?: Maybe<Scalars['String']['output']>;
  /** Where it stands. A candidate sees COMPLETE as soon as it is over. */
  status: InterviewStatus;
  /** How often it was given a time; 0 while it is to schedule. */
  revision?: Maybe<Scalars['Int']['output']>;
  /** Every time and place that it was given, the first one first; the last one holds. */
  revisions?: Maybe<Array<InterviewRevision>>;
  /** Set when something happened to the application that makes the interview worth a look; null otherwise. */
  attention?: Maybe<InterviewAttention>;
  /** Counts the changes to what this object shows; give it as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** When it was planned. */
  createdAt: Scalars['DateTime']['output'];
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
};

/** Where an interview stands. */
export type InterviewStatus =
  /** Planned; it has no time yet. */
  | 'TO_SCHEDULE'
  /** It has its time. */
  | 'SCHEDULED'
  /** It is over, and scorecards are owed. */
  | 'AWAITING_FEEDBACK'
  /** It is over, and no scorecard is owed. */
  | 'COMPLETE'
  /** It was called off. */
  | 'CANCELLED'
  /** The candidate did not come. */
  | 'NO_SHOW';

/** One time and place that an interview was given. */
export type InterviewRevision = {
  /** From 1. */
  revision: Scalars['Int']['output'];
  /** When the interview was to begin. */
  start: Scalars['DateTime']['output'];
  /** When the interview was to end. */
  end: Scalars['DateTime']['output'];
  /** The IANA name of the time zone that it was agreed in. */
  timeZone: Scalars['String']['output'];
  /** Where it was to take place. */
  location?: Maybe<Scalars['String']['output']>;
  /** When this revision was made. */
  at: Scalars['DateTime']['output'];
  /** Who made this revision. */
  by?: Maybe<User>;
};

/** Why an interview is worth a look. */
export type InterviewAttention = {
  /** What happened to the application. */
  reason: AttentionReason;
  /** When it happened. */
  since: Scalars['DateTime']['output'];
};

/** What happened to an application, so that its interviews may make no sense any more. */
export type AttentionReason =
  /** It moved to another stage. */
  | 'MOVED'
  /** It was rejected. */
  | 'REJECTED'
  /** The candidate withdrew. */
  | 'WITHDRAWN'
  /** The candidate was hired. */
  | 'HIRED'
  /** It went on for another job. */
  | 'TRANSFERRED';

/** What an interview of a job is about: the criteria to rate and the questions to ask. */
export type InterviewKit = {
  /** Opaque; begins with `kit_`. */
  id: Scalars['ID']['output'];
  /** The job that it was made for. */
  job?: Maybe<Job>;
  /** The stage whose interviews it is for; null where it is for any. */
  stage?: Maybe<PipelineStage>;
  /** The criteria that the interview focuses on, at most 200. */
  focusCriteria: Array<Maybe<Criterion>>;
  /** What to ask, in this order, at most 100. */
  questions: Array<InterviewQuestion>;
  /** Counts the changes to what this object shows; give it as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
};

/** One question of an interview kit. */
export type InterviewQuestion = {
  /** Opaque; begins with `qst_`. */
  id: Scalars['ID']['output'];
  /** What to ask. */
  text: Scalars['String']['output'];
  /** The criterion that the answer tells about; null where it is none in particular. */
  criterion?: Maybe<Criterion>;
};

/**
 * One interviewer's judgement of one interview. A draft is its author's alone. Whoever owes a scorecard for the
 * application sees their own scorecards only.
 */
export type Scorecard = {
  /** Opaque; begins with `scr_`. */
  id: Scalars['ID']['output'];
  /** The interview that it judges; null where the caller may not see it. */
  interview?: Maybe<Interview>;
  /** The application that the interview belongs to. */
  application?: Maybe<Application>;
  /** Whose judgement it is. */
  interviewer?: Maybe<User>;
  /** The criteria that were rated. */
  ratings: Array<ScorecardRating>;
  /** The judgement as a whole; null in a draft that has none yet. */
  recommendation?: Maybe<Rating>;
  /** What there is to say beside the ratings. */
  notes?: Maybe<Scalars['String']['output']>;
  /** Where it stands. */
  status: ScorecardStatus;
  /** When it began to be owed. */
  requestedAt: Scalars['DateTime']['output'];
  /** When it was first submitted; null while it is a draft. */
  submittedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Every version that was submitted, the first one first; the last one holds. Empty in a draft. */
  revisions: Array<ScorecardRevision>;
  /** Counts the changes to what this object shows; give it as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** When it was requested. */
  createdAt: Scalars['DateTime']['output'];
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
};

/** Where a scorecard stands. */
export type ScorecardStatus =
  /** Not submitted yet; seen by its author alone. */
  | 'DRAFT'
  /** Submitted. */
  | 'SUBMITTED'
  /** Changed after it was submitted; earlier revisions are kept. */
  | 'AMENDED';

/** The scale that criteria and recommendations share. */
export type Rating =
  /** Counts 1. */
  | 'DEFINITELY_NOT'
  /** Counts 2. */
  | 'NO'
  /** Could not be judged; left out of every mean. */
  | 'NO_DECISION'
  /** Counts 4. */
  | 'YES'
  /** Counts 5. */
  | 'STRONG_YES';

/** How one criterion was rated. */
export type ScorecardRating = {
  /** What was rated. */
  criterion?: Maybe<Criterion>;
  /** The rating. */
  rating: Rating;
  /** Why. */
  note?: Maybe<Scalars['String']['output']>;
};

/** A scorecard as it was submitted once. */
export type ScorecardRevision = {
  /** From 1. */
  revision: Scalars['Int']['output'];
  /** The criteria that were rated. */
  ratings: Array<ScorecardRating>;
  /** The judgement as a whole. */
  recommendation: Rating;
  /** What there was to say beside the ratings. */
  notes?: Maybe<Scalars['String']['output']>;
  /** When it was submitted. */
  at: Scalars['DateTime']['output'];
  /** Whether its author had been shown others' scorecards of this application before. */
  afterSeeingOthers: Scalars['Boolean']['output'];
};

/** What all submitted scorecards of one application say together. */
export type FeedbackSummary = {
  /** How many submitted scorecards it is made of. */
  scorecardCount: Scalars['Int']['output'];
  /** What was said about each criterion that was rated. */
  criteria: Array<CriterionFeedback>;
  /** The mean of the criteria's means, each counted by its `Criterion.weight`; null where nothing counts. */
  overallMean?: Maybe<Scalars['Float']['output']>;
  /**
   * How far the scorecards are apart: the standard deviation (of the whole population) of their own means, each by
   * `Criterion.weight`; null where nothing counts.
   */
  disagreement?: Maybe<Scalars['Float']['output']>;
  /** What was recommended. */
  recommendations: RatingSummary;
};

/** What all scorecards say about one criterion. */
export type CriterionFeedback = {
  /** What was rated. */
  criterion?: Maybe<Criterion>;
  /** How often each rating was given. */
  distribution: RatingDistribution;
  /** The mean of the ratings, 1 to 5, NO_DECISION left out; null where nothing counts. */
  mean?: Maybe<Scalars['Float']['output']>;
  /** The standard deviation (of the whole population) of the ratings, NO_DECISION left out; null where nothing counts. */
  disagreement?: Maybe<Scalars['Float']['output']>;
};

/** What a number of ratings come to. */
export type RatingSummary = {
  /** How often each rating was given. */
  distribution: RatingDistribution;
  /** The mean of the ratings, 1 to 5, NO_DECISION left out; null where nothing counts. */
  mean?: Maybe<Scalars['Float']['output']>;
  /** The standard deviation (of the whole population) of the ratings, NO_DECISION left out; null where nothing counts. */
  disagreement?: Maybe<Scalars['Float']['output']>;
};

/** How often each rating was given. */
export type RatingDistribution = {
  /** DEFINITELY_NOT, which counts 1. */
  definitelyNot: Scalars['Int']['output'];
  /** NO, which counts 2. */
  no: Scalars['Int']['output'];
  /** NO_DECISION, which does not count. */
  noDecision: Scalars['Int']['output'];
  /** YES, which counts 4. */
  yes: Scalars['Int']['output'];
  /** STRONG_YES, which counts 5. */
  strongYes: Scalars['Int']['output'];
};

/** A scorecard that somebody owes. */
export type OwedFeedback = {
  /** Who owes it. */
  user?: Maybe<User>;
  /** The interview that it is owed for. */
  interview?: Maybe<Interview>;
  /** Since when. */
  since: Scalars['DateTime']['output'];
};

/** One candidate's process for one job. */
export type Application = {
  /** Opaque; begins with `app_`. */
  id: Scalars['ID']['output'];
  /** Its interviews in the order of their planning, at most 100. */
  interviews?: Maybe<Array<Interview>>;
  /** Its scorecards, at most 100: the caller's own alone while they owe one, and nobody else's drafts. */
  scorecards?: Maybe<Array<Scorecard>>;
  /** What its submitted scorecards say together; null while the caller owes one. */
  feedbackSummary?: Maybe<FeedbackSummary>;
  /** Who owes a scorecard, and since when, at most 100, the longest owed first. */
  owedFeedback?: Maybe<Array<OwedFeedback>>;
};

/** What a company hires for. */
export type Job = {
  /** Opaque; begins with `job_`. */
  id: Scalars['ID']['output'];
  /** Its interview kits, the oldest first. */
  interviewKits?: Maybe<InterviewKitConnection>;
};


/** What a company hires for. */
export type JobInterviewKitsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** One step of a job's hiring pipeline. */
export type PipelineStage = {
  /** Opaque; begins with `stg_`. */
  id: Scalars['ID']['output'];
};

/** Something that a job asks of a person; scorecards rate people against it. */
export type Criterion = {
  /** Opaque; begins with `cri_`. */
  id: Scalars['ID']['output'];
};

/** Staff. */
export type User = {
  /** Opaque; begins with `usr_`. */
  id: Scalars['ID']['output'];
};

/** A page of interviews. */
export type InterviewConnection = {
  /** The interviews of this page with their cursors; null for an ANALYST, who sees counts alone. */
  edges?: Maybe<Array<InterviewEdge>>;
  /** The interviews of this page; null for an ANALYST, who sees counts alone. */
  nodes?: Maybe<Array<Interview>>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** One interview of a page. */
export type InterviewEdge = {
  /** The interview. */
  node: Interview;
  /** Where it stands in the list. */
  cursor: Scalars['String']['output'];
};

/** A page of scorecards. */
export type ScorecardConnection = {
  /** The scorecards of this page with their cursors. */
  edges: Array<ScorecardEdge>;
  /** The scorecards of this page. */
  nodes: Array<Scorecard>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** One scorecard of a page. */
export type ScorecardEdge = {
  /** The scorecard. */
  node: Scorecard;
  /** Where it stands in the list. */
  cursor: Scalars['String']['output'];
};

/** A page of interview kits. */
export type InterviewKitConnection = {
  /** The interview kits of this page with their cursors. */
  edges: Array<InterviewKitEdge>;
  /** The interview kits of this page. */
  nodes: Array<InterviewKit>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** One interview kit of a page. */
export type InterviewKitEdge = {
  /** The interview kit. */
  node: InterviewKit;
  /** Where it stands in the list. */
  cursor: Scalars['String']['output'];
};

/** Which interviews. All that is given must hold. */
export type InterviewFilter = {
  /** Those that this user interviews in. */
  interviewerId?: InputMaybe<Scalars['ID']['input']>;
  /** Those that were planned for this job. */
  jobId?: InputMaybe<Scalars['ID']['input']>;
  /** Those that begin then or later. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Those that begin earlier than that. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
  /** Those with this status. */
  status?: InputMaybe<InterviewStatus>;
};

/** Which of the caller's own interviews. All that is given must hold. */
export type MyInterviewFilter = {
  /** Those that begin then or later. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Those that begin earlier than that. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
  /** Those with this status. */
  status?: InputMaybe<InterviewStatus>;
};

/** A question for an interview kit. */
export type InterviewQuestionInput = {
  /** The id of a question that the kit has already, to keep it; a new question where not given. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** What to ask, at most 2,000 characters. */
  text: Scalars['String']['input'];
  /** The criterion that the answer tells about. */
  criterionId?: InputMaybe<Scalars['ID']['input']>;
};

/** What to make an interview kit of. */
export type CreateInterviewKitInput = {
  /** The job that it is for. */
  jobId: Scalars['ID']['input'];
  /** The stage whose interviews it is for; any where not given. */
  stageId?: InputMaybe<Scalars['ID']['input']>;
  /** The criteria to focus on, at most 200. Not together with `fromJobCriteria`. */
  criterionIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** True: focuses on every active criterion that the job has now. */
  fromJobCriteria?: InputMaybe<Scalars['Boolean']['input']>;
  /** What to ask, at most 100. */
  questions?: InputMaybe<Array<InterviewQuestionInput>>;
  /** Sent again with the same input, the same kit is answered and none is made. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What to change about an interview kit. */
export type UpdateInterviewKitInput = {
  /** The kit. */
  kitId: Scalars['ID']['input'];
  /** The stage whose interviews it is for; null for any. */
  stageId?: InputMaybe<Scalars['ID']['input']>;
  /** The criteria to focus on, at most 200. */
  criterionIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** What to ask, at most 100; replaces all questions. */
  questions?: InputMaybe<Array<InterviewQuestionInput>>;
  /** The version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What interview to plan. */
export type PlanInterviewInput = {
  /** The application, which must be active. */
  applicationId: Scalars['ID']['input'];
  /** The stage that it is held for; the application's own where not given. */
  stageId?: InputMaybe<Scalars['ID']['input']>;
  /** What to ask and to rate; the newest kit of that stage where not given. */
  kitId?: InputMaybe<Scalars['ID']['input']>;
  /** Who interviews, at most 20. For a confidential job, members of its hiring team alone. */
  interviewerIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Sent again with the same input, the same interview is answered and none is planned. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** When and where an interview takes place. */
export type ScheduleInterviewInput = {
  /** The interview. */
  interviewId: Scalars['ID']['input'];
  /** When it begins. */
  start: Scalars['DateTime']['input'];
  /** When it ends; later than `start`. */
  end: Scalars['DateTime']['input'];
  /** The IANA name of a time zone, e.g. `Europe/Berlin`. */
  timeZone: Scalars['String']['input'];
  /** A room, an address or a link, at most 500 characters. */
  location?: InputMaybe<Scalars['String']['input']>;
  /** The version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey: Scalars['String']['input'];
};

/** When and where an interview takes place instead. */
export type RescheduleInterviewInput = {
  /** The interview. */
  interviewId: Scalars['ID']['input'];
  /** When it begins. */
  start: Scalars['DateTime']['input'];
  /** When it ends; later than `start`. */
  end: Scalars['DateTime']['input'];
  /** The IANA name of a time zone; as before where not given. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
  /** A room, an address or a link; as before where not given, none where null. */
  location?: InputMaybe<Scalars['String']['input']>;
  /** The version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Who interviews. */
export type SetInterviewersInput = {
  /** The interview. */
  interviewId: Scalars['ID']['input'];
  /** All of them, at most 20. For a confidential job, members of its hiring team alone. */
  interviewerIds: Array<Scalars['ID']['input']>;
  /** The version that the caller saw; another one is a CONFLICT. */
  expectedVersion: Scalars['Int']['input'];
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which interview to call off. */
export type CancelInterviewInput = {
  /** The interview. */
  interviewId: Scalars['ID']['input'];
  /** The version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which interview has taken place. */
export type CompleteInterviewInput = {
  /** The interview. */
  interviewId: Scalars['ID']['input'];
  /** The version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** To which interview the candidate did not come. */
export type MarkNoShowInput = {
  /** The interview. */
  interviewId: Scalars['ID']['input'];
  /** The version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** How a criterion is rated. */
export type ScorecardRatingInput = {
  /** The criterion, one of the job's. */
  criterionId: Scalars['ID']['input'];
  /** The rating. */
  rating: Rating;
  /** Why, at most 2,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** What to keep as a draft. */
export type SaveScorecardDraftInput = {
  /** The interview that the caller judges. */
  interviewId: Scalars['ID']['input'];
  /** All ratings, each criterion once. */
  ratings?: InputMaybe<Array<ScorecardRatingInput>>;
  /** The judgement as a whole. */
  recommendation?: InputMaybe<Rating>;
  /** What there is to say beside the ratings, at most 20,000 characters. */
  notes?: InputMaybe<Scalars['String']['input']>;
  /** The scorecard's version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The judgement to submit. */
export type SubmitScorecardInput = {
  /** The interview that the caller judges. */
  interviewId: Scalars['ID']['input'];
  /** All ratings, each criterion once; the draft's where not given. */
  ratings?: InputMaybe<Array<ScorecardRatingInput>>;
  /** The judgement as a whole; the draft's where not given. */
  recommendation?: InputMaybe<Rating>;
  /** What there is to say beside the ratings, at most 20,000 characters; the draft's where not given. */
  notes?: InputMaybe<Scalars['String']['input']>;
  /** The scorecard's version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The judgement as it is now. */
export type AmendScorecardInput = {
  /** The scorecard. */
  scorecardId: Scalars['ID']['input'];
  /** All ratings, each criterion once; as before where not given. */
  ratings?: InputMaybe<Array<ScorecardRatingInput>>;
  /** The judgement as a whole; as before where not given. */
  recommendation?: InputMaybe<Rating>;
  /** What there is to say beside the ratings, at most 20,000 characters; as before where not given, none where null. */
  notes?: InputMaybe<Scalars['String']['input']>;
  /** The version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What createInterviewKit answers. */
export type CreateInterviewKitPayload = {
  /** The kit as it is now; null where there is none to show. */
  interviewKit?: Maybe<InterviewKit>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What updateInterviewKit answers. */
export type UpdateInterviewKitPayload = {
  /** The kit as it is now; null where there is none to show. */
  interviewKit?: Maybe<InterviewKit>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What planInterview answers. */
export type PlanInterviewPayload = {
  /** The interview as it is now; null where there is none to show. */
  interview?: Maybe<Interview>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What scheduleInterview answers. */
export type ScheduleInterviewPayload = {
  /** The interview as it is now; null where there is none to show. */
  interview?: Maybe<Interview>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What rescheduleInterview answers. */
export type RescheduleInterviewPayload = {
  /** The interview as it is now; null where there is none to show. */
  interview?: Maybe<Interview>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What setInterviewers answers. */
export type SetInterviewersPayload = {
  /** The interview as it is now; null where there is none to show. */
  interview?: Maybe<Interview>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What cancelInterview answers. */
export type CancelInterviewPayload = {
  /** The interview as it is now; null where there is none to show. */
  interview?: Maybe<Interview>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What completeInterview answers. */
export type CompleteInterviewPayload = {
  /** The interview as it is now; null where there is none to show. */
  interview?: Maybe<Interview>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What markNoShow answers. */
export type MarkNoShowPayload = {
  /** The interview as it is now; null where there is none to show. */
  interview?: Maybe<Interview>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What saveScorecardDraft answers. */
export type SaveScorecardDraftPayload = {
  /** The scorecard as it is now; null where there is none to show. */
  scorecard?: Maybe<Scorecard>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What submitScorecard answers. */
export type SubmitScorecardPayload = {
  /** The scorecard as it is now; null where there is none to show. */
  scorecard?: Maybe<Scorecard>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What amendScorecard answers. */
export type AmendScorecardPayload = {
  /** The scorecard as it is now; null where there is none to show. */
  scorecard?: Maybe<Scorecard>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What other services may ask of one interview. */
export type InterviewFacts = {
  /** The interview's id. */
  id: Scalars['ID']['output'];
  /** The sequence of its newest event. */
  lastSequence: Scalars['Int']['output'];
  /** When that event happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** The application that it belongs to. */
  applicationId: Scalars['ID']['output'];
  /** Who interviews. */
  interviewerIds: Array<Scalars['ID']['output']>;
  /** Where it stands. */
  status: InterviewStatus;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Interview: Interview;
  InterviewKit: InterviewKit;
  Scorecard: Scorecard;
  Application: Application;
  Job: Job;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Interview:
    ( { __typename: 'Interview' }
    & GraphQLRecursivePick<FederationTypes['Interview'], {"id":true}> );
  InterviewKit:
    ( { __typename: 'InterviewKit' }
    & GraphQLRecursivePick<FederationTypes['InterviewKit'], {"id":true}> );
  Scorecard:
    ( { __typename: 'Scorecard' }
    & GraphQLRecursivePick<FederationTypes['Scorecard'], {"id":true}> );
  Application:
    ( { __typename: 'Application' }
    & GraphQLRecursivePick<FederationTypes['Application'], {"id":true}> );
  Job:
    ( { __typename: 'Job' }
    & GraphQLRecursivePick<FederationTypes['Job'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  UserError: ResolverTypeWrapper<UserErrorView>;
  UserErrorCode: UserErrorCode;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Interview: ResolverTypeWrapper<SeenInterview>;
  InterviewStatus: InterviewStatus;
  InterviewRevision: ResolverTypeWrapper<Revision>;
  InterviewAttention: ResolverTypeWrapper<InterviewAttention>;
  AttentionReason: AttentionReason;
  InterviewKit: ResolverTypeWrapper<StoredKit>;
  InterviewQuestion: ResolverTypeWrapper<KitQuestion>;
  Scorecard: ResolverTypeWrapper<StoredScorecard>;
  ScorecardStatus: ScorecardStatus;
  Rating: Rating;
  ScorecardRating: ResolverTypeWrapper<CriterionRating>;
  ScorecardRevision: ResolverTypeWrapper<ScorecardRevisionParent>;
  FeedbackSummary: ResolverTypeWrapper<FeedbackSummaryParent>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  CriterionFeedback: ResolverTypeWrapper<CriterionFeedbackParent>;
  RatingSummary: ResolverTypeWrapper<RatingSummaryParent>;
  RatingDistribution: ResolverTypeWrapper<Distribution>;
  OwedFeedback: ResolverTypeWrapper<SeenDebt>;
  Application: ResolverTypeWrapper<ReferenceParent>;
  Job: ResolverTypeWrapper<ReferenceParent>;
  PipelineStage: ResolverTypeWrapper<PipelineStage>;
  Criterion: ResolverTypeWrapper<Criterion>;
  User: ResolverTypeWrapper<User>;
  InterviewConnection: ResolverTypeWrapper<InterviewListParent>;
  InterviewEdge: ResolverTypeWrapper<Omit<InterviewEdge, 'node'> & { node: ResolversTypes['Interview'] }>;
  ScorecardConnection: ResolverTypeWrapper<ScorecardListParent>;
  ScorecardEdge: ResolverTypeWrapper<Omit<ScorecardEdge, 'node'> & { node: ResolversTypes['Scorecard'] }>;
  InterviewKitConnection: ResolverTypeWrapper<InterviewKitListParent>;
  InterviewKitEdge: ResolverTypeWrapper<Omit<InterviewKitEdge, 'node'> & { node: ResolversTypes['InterviewKit'] }>;
  InterviewFilter: InterviewFilter;
  MyInterviewFilter: MyInterviewFilter;
  InterviewQuestionInput: InterviewQuestionInput;
  CreateInterviewKitInput: CreateInterviewKitInput;
  UpdateInterviewKitInput: UpdateInterviewKitInput;
  PlanInterviewInput: PlanInterviewInput;
  ScheduleInterviewInput: ScheduleInterviewInput;
  RescheduleInterviewInput: RescheduleInterviewInput;
  SetInterviewersInput: SetInterviewersInput;
  CancelInterviewInput: CancelInterviewInput;
  CompleteInterviewInput: CompleteInterviewInput;
  MarkNoShowInput: MarkNoShowInput;
  ScorecardRatingInput: ScorecardRatingInput;
  SaveScorecardDraftInput: SaveScorecardDraftInput;
  SubmitScorecardInput: SubmitScorecardInput;
  AmendScorecardInput: AmendScorecardInput;
  CreateInterviewKitPayload: ResolverTypeWrapper<Omit<CreateInterviewKitPayload, 'interviewKit' | 'userErrors'> & { interviewKit?: Maybe<ResolversTypes['InterviewKit']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdateInterviewKitPayload: ResolverTypeWrapper<Omit<UpdateInterviewKitPayload, 'interviewKit' | 'userErrors'> & { interviewKit?: Maybe<ResolversTypes['InterviewKit']>, userErrors: Array<ResolversTypes['UserError']> }>;
  PlanInterviewPayload: ResolverTypeWrapper<Omit<PlanInterviewPayload, 'interview' | 'userErrors'> & { interview?: Maybe<ResolversTypes['Interview']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ScheduleInterviewPayload: ResolverTypeWrapper<Omit<ScheduleInterviewPayload, 'interview' | 'userErrors'> & { interview?: Maybe<ResolversTypes['Interview']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RescheduleInterviewPayload: ResolverTypeWrapper<Omit<RescheduleInterviewPayload, 'interview' | 'userErrors'> & { interview?: Maybe<ResolversTypes['Interview']>, userErrors: Array<ResolversTypes['UserError']> }>;
  SetInterviewersPayload: ResolverTypeWrapper<Omit<SetInterviewersPayload, 'interview' | 'userErrors'> & { interview?: Maybe<ResolversTypes['Interview']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CancelInterviewPayload: ResolverTypeWrapper<Omit<CancelInterviewPayload, 'interview' | 'userErrors'> & { interview?: Maybe<ResolversTypes['Interview']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CompleteInterviewPayload: ResolverTypeWrapper<Omit<CompleteInterviewPayload, 'interview' | 'userErrors'> & { interview?: Maybe<ResolversTypes['Interview']>, userErrors: Array<ResolversTypes['UserError']> }>;
  MarkNoShowPayload: ResolverTypeWrapper<Omit<MarkNoShowPayload, 'interview' | 'userErrors'> & { interview?: Maybe<ResolversTypes['Interview']>, userErrors: Array<ResolversTypes['UserError']> }>;
  SaveScorecardDraftPayload: ResolverTypeWrapper<Omit<SaveScorecardDraftPayload, 'scorecard' | 'userErrors'> & { scorecard?: Maybe<ResolversTypes['Scorecard']>, userErrors: Array<ResolversTypes['UserError']> }>;
  SubmitScorecardPayload: ResolverTypeWrapper<Omit<SubmitScorecardPayload, 'scorecard' | 'userErrors'> & { scorecard?: Maybe<ResolversTypes['Scorecard']>, userErrors: Array<ResolversTypes['UserError']> }>;
  AmendScorecardPayload: ResolverTypeWrapper<Omit<AmendScorecardPayload, 'scorecard' | 'userErrors'> & { scorecard?: Maybe<ResolversTypes['Scorecard']>, userErrors: Array<ResolversTypes['UserError']> }>;
  InterviewFacts: ResolverTypeWrapper<StoredInterview>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  UserError: UserErrorView;
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  Mutation: Record<PropertyKey, never>;
  Interview: SeenInterview;
  InterviewRevision: Revision;
  InterviewAttention: InterviewAttention;
  InterviewKit: StoredKit;
  InterviewQuestion: KitQuestion;
  Scorecard: StoredScorecard;
  ScorecardRating: CriterionRating;
  ScorecardRevision: ScorecardRevisionParent;
  FeedbackSummary: FeedbackSummaryParent;
  Float: Scalars['Float']['output'];
  CriterionFeedback: CriterionFeedbackParent;
  RatingSummary: RatingSummaryParent;
  RatingDistribution: Distribution;
  OwedFeedback: SeenDebt;
  Application: ReferenceParent;
  Job: ReferenceParent;
  PipelineStage: PipelineStage;
  Criterion: Criterion;
  User: User;
  InterviewConnection: InterviewListParent;
  InterviewEdge: Omit<InterviewEdge, 'node'> & { node: ResolversParentTypes['Interview'] };
  ScorecardConnection: ScorecardListParent;
  ScorecardEdge: Omit<ScorecardEdge, 'node'> & { node: ResolversParentTypes['Scorecard'] };
  InterviewKitConnection: InterviewKitListParent;
  InterviewKitEdge: Omit<InterviewKitEdge, 'node'> & { node: ResolversParentTypes['InterviewKit'] };
  InterviewFilter: InterviewFilter;
  MyInterviewFilter: MyInterviewFilter;
  InterviewQuestionInput: InterviewQuestionInput;
  CreateInterviewKitInput: CreateInterviewKitInput;
  UpdateInterviewKitInput: UpdateInterviewKitInput;
  PlanInterviewInput: PlanInterviewInput;
  ScheduleInterviewInput: ScheduleInterviewInput;
  RescheduleInterviewInput: RescheduleInterviewInput;
  SetInterviewersInput: SetInterviewersInput;
  CancelInterviewInput: CancelInterviewInput;
  CompleteInterviewInput: CompleteInterviewInput;
  MarkNoShowInput: MarkNoShowInput;
  ScorecardRatingInput: ScorecardRatingInput;
  SaveScorecardDraftInput: SaveScorecardDraftInput;
  SubmitScorecardInput: SubmitScorecardInput;
  AmendScorecardInput: AmendScorecardInput;
  CreateInterviewKitPayload: Omit<CreateInterviewKitPayload, 'interviewKit' | 'userErrors'> & { interviewKit?: Maybe<ResolversParentTypes['InterviewKit']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdateInterviewKitPayload: Omit<UpdateInterviewKitPayload, 'interviewKit' | 'userErrors'> & { interviewKit?: Maybe<ResolversParentTypes['InterviewKit']>, userErrors: Array<ResolversParentTypes['UserError']> };
  PlanInterviewPayload: Omit<PlanInterviewPayload, 'interview' | 'userErrors'> & { interview?: Maybe<ResolversParentTypes['Interview']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ScheduleInterviewPayload: Omit<ScheduleInterviewPayload, 'interview' | 'userErrors'> & { interview?: Maybe<ResolversParentTypes['Interview']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RescheduleInterviewPayload: Omit<RescheduleInterviewPayload, 'interview' | 'userErrors'> & { interview?: Maybe<ResolversParentTypes['Interview']>, userErrors: Array<ResolversParentTypes['UserError']> };
  SetInterviewersPayload: Omit<SetInterviewersPayload, 'interview' | 'userErrors'> & { interview?: Maybe<ResolversParentTypes['Interview']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CancelInterviewPayload: Omit<CancelInterviewPayload, 'interview' | 'userErrors'> & { interview?: Maybe<ResolversParentTypes['Interview']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CompleteInterviewPayload: Omit<CompleteInterviewPayload, 'interview' | 'userErrors'> & { interview?: Maybe<ResolversParentTypes['Interview']>, userErrors: Array<ResolversParentTypes['UserError']> };
  MarkNoShowPayload: Omit<MarkNoShowPayload, 'interview' | 'userErrors'> & { interview?: Maybe<ResolversParentTypes['Interview']>, userErrors: Array<ResolversParentTypes['UserError']> };
  SaveScorecardDraftPayload: Omit<SaveScorecardDraftPayload, 'scorecard' | 'userErrors'> & { scorecard?: Maybe<ResolversParentTypes['Scorecard']>, userErrors: Array<ResolversParentTypes['UserError']> };
  SubmitScorecardPayload: Omit<SubmitScorecardPayload, 'scorecard' | 'userErrors'> & { scorecard?: Maybe<ResolversParentTypes['Scorecard']>, userErrors: Array<ResolversParentTypes['UserError']> };
  AmendScorecardPayload: Omit<AmendScorecardPayload, 'scorecard' | 'userErrors'> & { scorecard?: Maybe<ResolversParentTypes['Scorecard']>, userErrors: Array<ResolversParentTypes['UserError']> };
  InterviewFacts: StoredInterview;
  String: Scalars['String']['output'];
};

export type AccessDirectiveArgs = {
  rule: Scalars['String']['input'];
};

export type AccessDirectiveResolver<Result, Parent, ContextType = EvaluationContext, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type PageInfoResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  interview?: Resolver<Maybe<ResolversTypes['Interview']>, ParentType, ContextType, RequireFields<QueryInterviewArgs, 'id'>>;
  interviews?: Resolver<Maybe<ResolversTypes['InterviewConnection']>, ParentType, ContextType, RequireFields<QueryInterviewsArgs, 'first'>>;
  myInterviews?: Resolver<Maybe<ResolversTypes['InterviewConnection']>, ParentType, ContextType, RequireFields<QueryMyInterviewsArgs, 'first'>>;
  myOwedScorecards?: Resolver<Maybe<ResolversTypes['ScorecardConnection']>, ParentType, ContextType, RequireFields<QueryMyOwedScorecardsArgs, 'first'>>;
  scorecard?: Resolver<Maybe<ResolversTypes['Scorecard']>, ParentType, ContextType, RequireFields<QueryScorecardArgs, 'id'>>;
  interviewFacts?: Resolver<Maybe<ResolversTypes['InterviewFacts']>, ParentType, ContextType, RequireFields<QueryInterviewFactsArgs, 'id'>>;
};

export type MutationResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createInterviewKit?: Resolver<ResolversTypes['CreateInterviewKitPayload'], ParentType, ContextType, RequireFields<MutationCreateInterviewKitArgs, 'input'>>;
  updateInterviewKit?: Resolver<ResolversTypes['UpdateInterviewKitPayload'], ParentType, ContextType, RequireFields<MutationUpdateInterviewKitArgs, 'input'>>;
  planInterview?: Resolver<ResolversTypes['PlanInterviewPayload'], ParentType, ContextType, RequireFields<MutationPlanInterviewArgs, 'input'>>;
  scheduleInterview?: Resolver<ResolversTypes['ScheduleInterviewPayload'], ParentType, ContextType, RequireFields<MutationScheduleInterviewArgs, 'input'>>;
  rescheduleInterview?: Resolver<ResolversTypes['RescheduleInterviewPayload'], ParentType, ContextType, RequireFields<MutationRescheduleInterviewArgs, 'input'>>;
  setInterviewers?: Resolver<ResolversTypes['SetInterviewersPayload'], ParentType, ContextType, RequireFields<MutationSetInterviewersArgs, 'input'>>;
  cancelInterview?: Resolver<ResolversTypes['CancelInterviewPayload'], ParentType, ContextType, RequireFields<MutationCancelInterviewArgs, 'input'>>;
  completeInterview?: Resolver<ResolversTypes['CompleteInterviewPayload'], ParentType, ContextType, RequireFields<MutationCompleteInterviewArgs, 'input'>>;
  markNoShow?: Resolver<ResolversTypes['MarkNoShowPayload'], ParentType, ContextType, RequireFields<MutationMarkNoShowArgs, 'input'>>;
  saveScorecardDraft?: Resolver<ResolversTypes['SaveScorecardDraftPayload'], ParentType, ContextType, RequireFields<MutationSaveScorecardDraftArgs, 'input'>>;
  submitScorecard?: Resolver<ResolversTypes['SubmitScorecardPayload'], ParentType, ContextType, RequireFields<MutationSubmitScorecardArgs, 'input'>>;
  amendScorecard?: Resolver<ResolversTypes['AmendScorecardPayload'], ParentType, ContextType, RequireFields<MutationAmendScorecardArgs, 'input'>>;
};

export type InterviewResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['Interview'] = ResolversParentTypes['Interview'], FederationReferenceType extends FederationReferenceTypes['Interview'] = FederationReferenceTypes['Interview']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Interview']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['PipelineStage']>, ParentType, ContextType>;
  kit?: Resolver<Maybe<ResolversTypes['InterviewKit']>, ParentType, ContextType>;
  interviewers?: Resolver<Maybe<Array<Maybe<ResolversTypes['User']>>>, ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['InterviewStatus'], ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  revisions?: Resolver<Maybe<Array<ResolversTypes['InterviewRevision']>>, ParentType, ContextType>;
  attention?: Resolver<Maybe<ResolversTypes['InterviewAttention']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type InterviewRevisionResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['InterviewRevision'] = ResolversParentTypes['InterviewRevision']> = {
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type InterviewAttentionResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['InterviewAttention'] = ResolversParentTypes['InterviewAttention']> = {
  reason?: Resolver<ResolversTypes['AttentionReason'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type InterviewKitResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['InterviewKit'] = ResolversParentTypes['InterviewKit'], FederationReferenceType extends FederationReferenceTypes['InterviewKit'] = FederationReferenceTypes['InterviewKit']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['InterviewKit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['PipelineStage']>, ParentType, ContextType>;
  focusCriteria?: Resolver<Array<Maybe<ResolversTypes['Criterion']>>, ParentType, ContextType>;
  questions?: Resolver<Array<ResolversTypes['InterviewQuestion']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type InterviewQuestionResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['InterviewQuestion'] = ResolversParentTypes['InterviewQuestion']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  criterion?: Resolver<Maybe<ResolversTypes['Criterion']>, ParentType, ContextType>;
};

export type ScorecardResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['Scorecard'] = ResolversParentTypes['Scorecard'], FederationReferenceType extends FederationReferenceTypes['Scorecard'] = FederationReferenceTypes['Scorecard']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Scorecard']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  interview?: Resolver<Maybe<ResolversTypes['Interview']>, ParentType, ContextType>;
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
  interviewer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  ratings?: Resolver<Array<ResolversTypes['ScorecardRating']>, ParentType, ContextType>;
  recommendation?: Resolver<Maybe<ResolversTypes['Rating']>, ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ScorecardStatus'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  submittedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revisions?: Resolver<Array<ResolversTypes['ScorecardRevision']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ScorecardRatingResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['ScorecardRating'] = ResolversParentTypes['ScorecardRating']> = {
  criterion?: Resolver<Maybe<ResolversTypes['Criterion']>, ParentType, ContextType>;
  rating?: Resolver<ResolversTypes['Rating'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ScorecardRevisionResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['ScorecardRevision'] = ResolversParentTypes['ScorecardRevision']> = {
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ratings?: Resolver<Array<ResolversTypes['ScorecardRating']>, ParentType, ContextType>;
  recommendation?: Resolver<ResolversTypes['Rating'], ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  afterSeeingOthers?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type FeedbackSummaryResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['FeedbackSummary'] = ResolversParentTypes['FeedbackSummary']> = {
  scorecardCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  criteria?: Resolver<Array<ResolversTypes['CriterionFeedback']>, ParentType, ContextType>;
  overallMean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  disagreement?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  recommendations?: Resolver<ResolversTypes['RatingSummary'], ParentType, ContextType>;
};

export type CriterionFeedbackResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['CriterionFeedback'] = ResolversParentTypes['CriterionFeedback']> = {
  criterion?: Resolver<Maybe<ResolversTypes['Criterion']>, ParentType, ContextType>;
  distribution?: Resolver<ResolversTypes['RatingDistribution'], ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  disagreement?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type RatingSummaryResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['RatingSummary'] = ResolversParentTypes['RatingSummary']> = {
  distribution?: Resolver<ResolversTypes['RatingDistribution'], ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  disagreement?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type RatingDistributionResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['RatingDistribution'] = ResolversParentTypes['RatingDistribution']> = {
  definitelyNot?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  no?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  noDecision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  yes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  strongYes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OwedFeedbackResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['OwedFeedback'] = ResolversParentTypes['OwedFeedback']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  interview?: Resolver<Maybe<ResolversTypes['Interview']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ApplicationResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['Application'] = ResolversParentTypes['Application'], FederationReferenceType extends FederationReferenceTypes['Application'] = FederationReferenceTypes['Application']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Application']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  interviews?: Resolver<Maybe<Array<ResolversTypes['Interview']>>, ParentType, ContextType>;
  scorecards?: Resolver<Maybe<Array<ResolversTypes['Scorecard']>>, ParentType, ContextType>;
  feedbackSummary?: Resolver<Maybe<ResolversTypes['FeedbackSummary']>, ParentType, ContextType>;
  owedFeedback?: Resolver<Maybe<Array<ResolversTypes['OwedFeedback']>>, ParentType, ContextType>;
};

export type JobResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['Job'] = ResolversParentTypes['Job'], FederationReferenceType extends FederationReferenceTypes['Job'] = FederationReferenceTypes['Job']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Job']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  interviewKits?: Resolver<Maybe<ResolversTypes['InterviewKitConnection']>, ParentType, ContextType, RequireFields<JobInterviewKitsArgs, 'first'>>;
};

export type PipelineStageResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['PipelineStage'] = ResolversParentTypes['PipelineStage']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CriterionResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['Criterion'] = ResolversParentTypes['Criterion']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type InterviewConnectionResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['InterviewConnection'] = ResolversParentTypes['InterviewConnection']> = {
  edges?: Resolver<Maybe<Array<ResolversTypes['InterviewEdge']>>, ParentType, ContextType>;
  nodes?: Resolver<Maybe<Array<ResolversTypes['Interview']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InterviewEdgeResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['InterviewEdge'] = ResolversParentTypes['InterviewEdge']> = {
  node?: Resolver<ResolversTypes['Interview'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ScorecardConnectionResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['ScorecardConnection'] = ResolversParentTypes['ScorecardConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ScorecardEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Scorecard']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScorecardEdgeResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['ScorecardEdge'] = ResolversParentTypes['ScorecardEdge']> = {
  node?: Resolver<ResolversTypes['Scorecard'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InterviewKitConnectionResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['InterviewKitConnection'] = ResolversParentTypes['InterviewKitConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InterviewKitEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['InterviewKit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InterviewKitEdgeResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['InterviewKitEdge'] = ResolversParentTypes['InterviewKitEdge']> = {
  node?: Resolver<ResolversTypes['InterviewKit'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateInterviewKitPayloadResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['CreateInterviewKitPayload'] = ResolversParentTypes['CreateInterviewKitPayload']> = {
  interviewKit?: Resolver<Maybe<ResolversTypes['InterviewKit']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateInterviewKitPayloadResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['UpdateInterviewKitPayload'] = ResolversParentTypes['UpdateInterviewKitPayload']> = {
  interviewKit?: Resolver<Maybe<ResolversTypes['InterviewKit']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PlanInterviewPayloadResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['PlanInterviewPayload'] = ResolversParentTypes['PlanInterviewPayload']> = {
  interview?: Resolver<Maybe<ResolversTypes['Interview']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ScheduleInterviewPayloadResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['ScheduleInterviewPayload'] = ResolversParentTypes['ScheduleInterviewPayload']> = {
  interview?: Resolver<Maybe<ResolversTypes['Interview']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RescheduleInterviewPayloadResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['RescheduleInterviewPayload'] = ResolversParentTypes['RescheduleInterviewPayload']> = {
  interview?: Resolver<Maybe<ResolversTypes['Interview']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SetInterviewersPayloadResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['SetInterviewersPayload'] = ResolversParentTypes['SetInterviewersPayload']> = {
  interview?: Resolver<Maybe<ResolversTypes['Interview']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CancelInterviewPayloadResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['CancelInterviewPayload'] = ResolversParentTypes['CancelInterviewPayload']> = {
  interview?: Resolver<Maybe<ResolversTypes['Interview']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CompleteInterviewPayloadResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['CompleteInterviewPayload'] = ResolversParentTypes['CompleteInterviewPayload']> = {
  interview?: Resolver<Maybe<ResolversTypes['Interview']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MarkNoShowPayloadResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['MarkNoShowPayload'] = ResolversParentTypes['MarkNoShowPayload']> = {
  interview?: Resolver<Maybe<ResolversTypes['Interview']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SaveScorecardDraftPayloadResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['SaveScorecardDraftPayload'] = ResolversParentTypes['SaveScorecardDraftPayload']> = {
  scorecard?: Resolver<Maybe<ResolversTypes['Scorecard']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SubmitScorecardPayloadResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['SubmitScorecardPayload'] = ResolversParentTypes['SubmitScorecardPayload']> = {
  scorecard?: Resolver<Maybe<ResolversTypes['Scorecard']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AmendScorecardPayloadResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['AmendScorecardPayload'] = ResolversParentTypes['AmendScorecardPayload']> = {
  scorecard?: Resolver<Maybe<ResolversTypes['Scorecard']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type InterviewFactsResolvers<ContextType = EvaluationContext, ParentType extends ResolversParentTypes['InterviewFacts'] = ResolversParentTypes['InterviewFacts']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastSequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  applicationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  interviewerIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['InterviewStatus'], ParentType, ContextType>;
};

export type Resolvers<ContextType = EvaluationContext> = {
  DateTime?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Interview?: InterviewResolvers<ContextType>;
  InterviewRevision?: InterviewRevisionResolvers<ContextType>;
  InterviewAttention?: InterviewAttentionResolvers<ContextType>;
  InterviewKit?: InterviewKitResolvers<ContextType>;
  InterviewQuestion?: InterviewQuestionResolvers<ContextType>;
  Scorecard?: ScorecardResolvers<ContextType>;
  ScorecardRating?: ScorecardRatingResolvers<ContextType>;
  ScorecardRevision?: ScorecardRevisionResolvers<ContextType>;
  FeedbackSummary?: FeedbackSummaryResolvers<ContextType>;
  CriterionFeedback?: CriterionFeedbackResolvers<ContextType>;
  RatingSummary?: RatingSummaryResolvers<ContextType>;
  RatingDistribution?: RatingDistributionResolvers<ContextType>;
  OwedFeedback?: OwedFeedbackResolvers<ContextType>;
  Application?: ApplicationResolvers<ContextType>;
  Job?: JobResolvers<ContextType>;
  PipelineStage?: PipelineStageResolvers<ContextType>;
  Criterion?: CriterionResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  InterviewConnection?: InterviewConnectionResolvers<ContextType>;
  InterviewEdge?: InterviewEdgeResolvers<ContextType>;
  ScorecardConnection?: ScorecardConnectionResolvers<ContextType>;
  ScorecardEdge?: ScorecardEdgeResolvers<ContextType>;
  InterviewKitConnection?: InterviewKitConnectionResolvers<ContextType>;
  InterviewKitEdge?: InterviewKitEdgeResolvers<ContextType>;
  CreateInterviewKitPayload?: CreateInterviewKitPayloadResolvers<ContextType>;
  UpdateInterviewKitPayload?: UpdateInterviewKitPayloadResolvers<ContextType>;
  PlanInterviewPayload?: PlanInterviewPayloadResolvers<ContextType>;
  ScheduleInterviewPayload?: ScheduleInterviewPayloadResolvers<ContextType>;
  RescheduleInterviewPayload?: RescheduleInterviewPayloadResolvers<ContextType>;
  SetInterviewersPayload?: SetInterviewersPayloadResolvers<ContextType>;
  CancelInterviewPayload?: CancelInterviewPayloadResolvers<ContextType>;
  CompleteInterviewPayload?: CompleteInterviewPayloadResolvers<ContextType>;
  MarkNoShowPayload?: MarkNoShowPayloadResolvers<ContextType>;
  SaveScorecardDraftPayload?: SaveScorecardDraftPayloadResolvers<ContextType>;
  SubmitScorecardPayload?: SubmitScorecardPayloadResolvers<ContextType>;
  AmendScorecardPayload?: AmendScorecardPayloadResolvers<ContextType>;
  InterviewFacts?: InterviewFactsResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = EvaluationContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
