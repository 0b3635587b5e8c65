// Made by `npm run codegen` from schema.graphql and the shared schema: change those, then run it again.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CandidateNode, CandidatePage, ApplicationNode, ApplicationPage, RejectionNode, TransitionNode, TransitionPage, ActorNode, Reference, ResumeNode } from '../nodes.ts';
import type { UserErrorView } from '@hiregraph/subgraph';
import type { Submission, Answer } from '../../domain/application.ts';
import type { CandidateContext } from '../context.ts';
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
  /** One candidate; null where there is none, or the caller may not see them. */
  candidate?: Maybe<Candidate>;
  /** The candidates that the caller may see. */
  candidates: CandidateConnection;
  /** One application; null where there is none, or the caller may not see it. */
  application?: Maybe<Application>;
  /** The applications that the caller may see. */
  applications: ApplicationConnection;
  /** The applications of the candidate who asks, the newest first. */
  myApplications: ApplicationConnection;
  /** What other services may ask about an application. Not part of the public API. */
  applicationFacts?: Maybe<ApplicationFacts>;
};


export type QueryCandidateArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCandidatesArgs = {
  filter?: InputMaybe<CandidateFilter>;
  sort?: InputMaybe<CandidateSort>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryApplicationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryApplicationsArgs = {
  filter?: InputMaybe<ApplicationFilter>;
  sort?: InputMaybe<ApplicationSort>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMyApplicationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryApplicationFactsArgs = {
  id: Scalars['ID']['input'];
};

export type Mutation = {
  /** Applies for a published job post. Says the same whether or not the person is known, and changes nothing that is known of them. */
  submitApplication: SubmitApplicationPayload;
  /** Adds a candidate's application for a job. While the candidate has an active one, or was hired, for that job, answers that one. */
  addApplication: AddApplicationPayload;
  /** Moves an application to another stage of its job. Of several moves from one stage exactly one wins; the others answer CONFLICT. */
  moveApplication: MoveApplicationPayload;
  /** Moves up to 500 applications, each by itself, with a result an item. Repeating it with the same key finishes the rest. */
  moveApplications: MoveApplicationsPayload;
  /** Ends an active application with a reason. The stage stays as it is. */
  rejectApplication: RejectApplicationPayload;
  /** Takes a rejection back: the application is active again in its stage. */
  unrejectApplication: UnrejectApplicationPayload;
  /** Ends an active application because the candidate wishes so. Cancels a hire that is under way. */
  withdrawApplication: WithdrawApplicationPayload;
  /** Asks for a hire: takes one seat of the job. Answers the outcome, or past the deadline the application with a pending hire. */
  hireApplication: HireApplicationPayload;
  /** Takes a hire back: the application is active again in the stage it came from, and the seat is open. Cancels a hire that is under way. */
  unhireApplication: UnhireApplicationPayload;
  /** Goes on with an application for another job, with the same id and history. */
  transferApplication: TransferApplicationPayload;
  /** Adds a person. */
  createCandidate: CreateCandidatePayload;
  /** Changes a candidate's own fields: what is left out stays, null takes away. */
  updateCandidate: UpdateCandidatePayload;
  /** Adds tags to a candidate and takes others off. */
  tagCandidate: TagCandidatePayload;
};


export type MutationSubmitApplicationArgs = {
  input: SubmitApplicationInput;
};


export type MutationAddApplicationArgs = {
  input: AddApplicationInput;
};


export type MutationMoveApplicationArgs = {
  input: MoveApplicationInput;
};


export type MutationMoveApplicationsArgs = {
  input: MoveApplicationsInput;
};


export type MutationRejectApplicationArgs = {
  input: RejectApplicationInput;
};


export type MutationUnrejectApplicationArgs = {
  input: UnrejectApplicationInput;
};


export type MutationWithdrawApplicationArgs = {
  input: WithdrawApplicationInput;
};


export type MutationHireApplicationArgs = {
  input: HireApplicationInput;
};


export type MutationUnhireApplicationArgs = {
  input: UnhireApplicationInput;
};


export type MutationTransferApplicationArgs = {
  input: TransferApplicationInput;
};


export type MutationCreateCandidateArgs = {
  input: CreateCandidateInput;
};


export type MutationUpdateCandidateArgs = {
  input: UpdateCandidateInput;
};


export type MutationTagCandidateArgs = {
  input: TagCandidateInput;
};

/** A person. Unique by email address. */
export type Candidate = {
  /** Opaque; begins with `cand_`. */
  id: Scalars['ID']['output'];
  /** The full name. */
  name?: Maybe<Scalars['String']['output']>;
  /** Email addresses, the preferred one first. */
  emails?: Maybe<Array<Scalars['String']['output']>>;
  /** Phone numbers, the preferred one first. */
  phones?: Maybe<Array<Scalars['String']['output']>>;
  /** Addresses of profiles and sites. */
  links?: Maybe<Array<Scalars['String']['output']>>;
  /** Where the person lives, e.g. `Berlin, Germany`. */
  location?: Maybe<Scalars['String']['output']>;
  /** The resume, where one is known. */
  resume?: Maybe<Resume>;
  /** Words that staff sort people by. */
  tags?: Maybe<Array<Scalars['String']['output']>>;
  /** How the person became known. */
  source?: Maybe<Source>;
  /** The person's applications that the caller may see. */
  applications: ApplicationConnection;
  /** Rises with every change to the candidate's own fields. */
  version: Scalars['Int']['output'];
  /** When the candidate became known. */
  createdAt: Scalars['DateTime']['output'];
  /** When the candidate's own fields last changed. */
  updatedAt: Scalars['DateTime']['output'];
};


/** A person. Unique by email address. */
export type CandidateApplicationsArgs = {
  sort?: InputMaybe<ApplicationSort>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A page of candidates. */
export type CandidateConnection = {
  /** The page's candidates, each with its cursor. */
  edges: Array<CandidateEdge>;
  /** The page's candidates. */
  nodes: Array<Candidate>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One candidate on a page. */
export type CandidateEdge = {
  /** The candidate. */
  node: Candidate;
  /** Where the candidate stands in the list. */
  cursor: Scalars['String']['output'];
};

/** Which candidates to list: those that match all that is given. */
export type CandidateFilter = {
  /** Beginnings of words of the name or an email address, in any order; letter case and accents do not matter. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** One of the email addresses, exactly; letter case does not matter. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** One of the tags; letter case does not matter. */
  tag?: InputMaybe<Scalars['String']['input']>;
  /** The channel by which the person became known. */
  source?: InputMaybe<Scalars['String']['input']>;
  /** Candidates who are or were considered for this job. */
  jobId?: InputMaybe<Scalars['ID']['input']>;
  /** Changed after this moment. */
  updatedAfter?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The order of a list of candidates. */
export type CandidateSort =
  /** The most recently changed first. */
  | 'UPDATED_AT_DESC'
  /** The longest unchanged first. */
  | 'UPDATED_AT_ASC'
  /** The newest first. */
  | 'CREATED_AT_DESC'
  /** The oldest first. */
  | 'CREATED_AT_ASC';

/** By what way a person or an application came. */
export type Source = {
  /** The way, e.g. `careers-site` or `referral`. */
  channel: Scalars['String']['output'];
  /** More about it, e.g. the name of a campaign. */
  detail?: Maybe<Scalars['String']['output']>;
};

/** By what way a person or an application came. */
export type SourceInput = {
  /** The way, e.g. `careers-site` or `referral`: 1 to 60 letters, digits, spaces and `-`, `_`, `.`; no contact data, since it is sent to analytics. */
  channel: Scalars['String']['input'];
  /** More about it, e.g. the name of a campaign; at most 200 characters. */
  detail?: InputMaybe<Scalars['String']['input']>;
};

/** One candidate's process for one job. */
export type Application = {
  /** Opaque; begins with `app_`. */
  id: Scalars['ID']['output'];
  /** Whose application it is. */
  candidate: Candidate;
  /** What it is for. Null for the candidate, who knows the post. */
  job?: Maybe<Job>;
  /** The job post that was applied to; null where staff added the application. */
  post?: Maybe<JobPost>;
  /** The stage of the job's pipeline that it is in, or was in when it ended. Null for the candidate. */
  stage?: Maybe<PipelineStage>;
  /** Whether it goes on, and how it ended. */
  status: ApplicationStatus;
  /** By what way it came. */
  source?: Maybe<Source>;
  /** The user who gets the credit for it. */
  creditedTo?: Maybe<User>;
  /** The answers to the post's questions. */
  answers?: Maybe<Array<ApplicationAnswer>>;
  /** What was sent with it; null where staff added the application. It stays here and changes no candidate that was known before. */
  submission?: Maybe<ApplicationSubmission>;
  /** The reference on the sender's receipt; null where staff added the application. */
  reference?: Maybe<Scalars['String']['output']>;
  /** When the candidate applied. */
  appliedAt: Scalars['DateTime']['output'];
  /** True where the job had stopped taking applications a moment before this one came; it was accepted all the same. */
  jobClosedAtSubmission?: Maybe<Scalars['Boolean']['output']>;
  /** How it was rejected; null unless it is REJECTED. */
  rejection?: Maybe<ApplicationRejection>;
  /** The hire that was asked for last; null where none was, or it was taken back. */
  hire?: Maybe<ApplicationHire>;
  /** The seat that it fills; null unless it is HIRED. */
  opening?: Maybe<Opening>;
  /** What happened to it, the oldest first. */
  transitions: StageTransitionConnection;
  /** How long it was in each stage that it has been in, in order of the first visit. */
  timeInStage?: Maybe<Array<TimeInStage>>;
  /** Rises with every change that a reader of the application can see. */
  version: Scalars['Int']['output'];
  /** When it was recorded. */
  createdAt: Scalars['DateTime']['output'];
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
};


/** One candidate's process for one job. */
export type ApplicationTransitionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Where an application stands. */
export type ApplicationStatus =
  /** The process goes on. */
  | 'ACTIVE'
  /** It was ended with a reason. */
  | 'REJECTED'
  /** The candidate withdrew. */
  | 'WITHDRAWN'
  /** The candidate was hired. */
  | 'HIRED';

/** A page of applications. */
export type ApplicationConnection = {
  /** The page's applications, each with its cursor. */
  edges: Array<ApplicationEdge>;
  /** The page's applications. */
  nodes: Array<Application>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One application on a page. */
export type ApplicationEdge = {
  /** The application. */
  node: Application;
  /** Where the application stands in the list. */
  cursor: Scalars['String']['output'];
};

/** Which applications to list: those that match all that is given. */
export type ApplicationFilter = {
  /** Those for this job. */
  jobId?: InputMaybe<Scalars['ID']['input']>;
  /** Those in this stage, ended ones included. */
  stageId?: InputMaybe<Scalars['ID']['input']>;
  /** Those of this status. */
  status?: InputMaybe<ApplicationStatus>;
  /** Those that came by this channel. */
  source?: InputMaybe<Scalars['String']['input']>;
  /** Applied after this moment. */
  appliedAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Changed after this moment. */
  updatedAfter?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The order of a list of applications. */
export type ApplicationSort =
  /** The newest first. */
  | 'APPLIED_AT_DESC'
  /** The oldest first. */
  | 'APPLIED_AT_ASC'
  /** The most recently changed first. */
  | 'UPDATED_AT_DESC'
  /** The longest unchanged first. */
  | 'UPDATED_AT_ASC';

/** An answer to one of the post's questions. */
export type ApplicationAnswer = {
  /** Which of the post's questions it answers: the id in `JobPost.questions`. */
  questionId: Scalars['ID']['output'];
  /** What was answered. */
  value: Scalars['String']['output'];
};

/** An answer to one of the post's questions. */
export type ApplicationAnswerInput = {
  /** The id in `JobPost.questions`. */
  questionId: Scalars['ID']['input'];
  /** What is answered; at most 5,000 characters. */
  value: Scalars['String']['input'];
};

/** What a person sent with an application, as it was sent. */
export type ApplicationSubmission = {
  /** The name. */
  name: Scalars['String']['output'];
  /** The email address. */
  email: Scalars['String']['output'];
  /** The phone number. */
  phone?: Maybe<Scalars['String']['output']>;
  /** Addresses of profiles and sites. */
  links: Array<Scalars['String']['output']>;
  /** Where the person lives. */
  location?: Maybe<Scalars['String']['output']>;
  /** The resume. */
  resume?: Maybe<Resume>;
};

/** How an application was rejected. */
export type ApplicationRejection = {
  /** Why. Null for the candidate. */
  reason?: Maybe<RejectionReason>;
  /** What was noted with it. */
  note?: Maybe<Scalars['String']['output']>;
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who did it. Null for the candidate. */
  by?: Maybe<User>;
  /** The stage that it was rejected in. Null for the candidate. */
  fromStage?: Maybe<PipelineStage>;
};

/** A hire that was asked for. */
export type ApplicationHire = {
  /** How far it is. */
  status: HireStatus;
  /** Tells this hire from earlier ones: the id of the event that asked for it. */
  attempt: Scalars['ID']['output'];
  /** Why it did not happen; null unless it is REFUSED. */
  refusedBecause?: Maybe<HireRefusal>;
};

/** How far a hire is. */
export type HireStatus =
  /** A seat is being reserved. */
  | 'PENDING'
  /** The candidate is hired and fills a seat. */
  | 'HIRED'
  /** It did not happen. */
  | 'REFUSED';

/** Why a hire did not happen. */
export type HireRefusal =
  /** Every seat of the job is taken or reserved. */
  | 'NO_SEAT_LEFT'
  /** The job is not open. */
  | 'JOB_NOT_OPEN'
  /** It was cancelled before there was an outcome. */
  | 'CANCELLED';

/** One fact in an application's history. Never changed once it is written. */
export type StageTransition = {
  /** Its place among all events of the application, from 1. */
  sequence: Scalars['Int']['output'];
  /** What happened. */
  kind: StageTransitionKind;
  /** The stage whose stay ended; null where none did, and for the candidate. */
  fromStage?: Maybe<PipelineStage>;
  /** The stage that was entered; null where none was, and for the candidate. */
  toStage?: Maybe<PipelineStage>;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** When it was written down; differs from occurredAt for imported history only. */
  recordedAt: Scalars['DateTime']['output'];
  /** When the stay that ended had begun; null where none ended. */
  enteredFromAt?: Maybe<Scalars['DateTime']['output']>;
  /** How long the stay that ended had lasted, in whole seconds; null where none ended. */
  secondsInFrom?: Maybe<Scalars['Int']['output']>;
  /** Whether it went forward or backward in the pipeline; null where neither, and for the candidate. */
  direction?: Maybe<StageDirection>;
  /** Who did it. */
  actor: TransitionActor;
  /** Why, for a rejection. Null for the candidate. */
  reason?: Maybe<RejectionReason>;
  /** What was noted with it. */
  note?: Maybe<Scalars['String']['output']>;
};

/** A page of an application's history. */
export type StageTransitionConnection = {
  /** The page's facts, each with its cursor. */
  edges: Array<StageTransitionEdge>;
  /** The page's facts. */
  nodes: Array<StageTransition>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages. */
  totalCount: Scalars['Int']['output'];
};

/** One fact on a page of an application's history. */
export type StageTransitionEdge = {
  /** The fact. */
  node: StageTransition;
  /** Where the fact stands in the history. */
  cursor: Scalars['String']['output'];
};

/** What can happen to an application. */
export type StageTransitionKind =
  /** The process began. */
  | 'SUBMITTED'
  /** It moved to another stage. */
  | 'MOVED'
  /** It was ended with a reason. */
  | 'REJECTED'
  /** A rejection was taken back. */
  | 'UNREJECTED'
  /** The candidate withdrew. */
  | 'WITHDRAWN'
  /** The candidate was hired and moved to the HIRED stage. */
  | 'HIRED'
  /** A hire was taken back. */
  | 'UNHIRED'
  /** It went on for another job. */
  | 'TRANSFERRED';

/** Which way a move went. */
export type StageDirection =
  /** To a later stage of the pipeline. */
  | 'FORWARD'
  /** To an earlier stage of the pipeline. */
  | 'BACKWARD';

/** Who did something to an application. */
export type TransitionActor = {
  /** What kind of actor it was. */
  type: TransitionActorType;
  /** The user, where it was one. Null for ANALYST and the candidate. */
  user?: Maybe<User>;
};

/** What kind of actor did something. */
export type TransitionActorType =
  /** Staff. */
  | 'USER'
  /** The candidate. */
  | 'CANDIDATE'
  /** The platform itself. */
  | 'SYSTEM'
  /** Somebody without a token. */
  | 'ANONYMOUS';

/** How long an application was in one stage. */
export type TimeInStage = {
  /** The stage. */
  stage?: Maybe<PipelineStage>;
  /** How often it entered the stage. */
  visits: Scalars['Int']['output'];
  /** The length of all stays that have ended, in whole seconds. */
  completedSeconds: Scalars['Int']['output'];
  /** When the stay that goes on began; null where none does. */
  openSince?: Maybe<Scalars['DateTime']['output']>;
};

/** How many applications are in a stage: active ones, and in the HIRED stage those that were hired. */
export type StageCount = {
  /** The stage. */
  stage?: Maybe<PipelineStage>;
  /** How many there are; zero included. */
  count: Scalars['Int']['output'];
};

/** What a company hires for. */
export type Job = {
  /** Opaque; begins with `job_`. */
  id: Scalars['ID']['output'];
  /** The job's applications that the caller may see. */
  applications?: Maybe<ApplicationConnection>;
  /** How many applications are in each stage, zeros too: ACTIVE ones, and in the HIRED stage those that are HIRED. Retired stages are listed while somebody is in them. */
  stageCounts?: Maybe<Array<StageCount>>;
};


/** What a company hires for. */
export type JobApplicationsArgs = {
  filter?: InputMaybe<ApplicationFilter>;
  sort?: InputMaybe<ApplicationSort>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** One step of a job's hiring pipeline. */
export type PipelineStage = {
  /** Opaque; begins with `stg_`. */
  id: Scalars['ID']['output'];
  /** The applications in this stage that the caller may see, ended ones included unless a status is asked for. */
  applications?: Maybe<ApplicationConnection>;
};


/** One step of a job's hiring pipeline. */
export type PipelineStageApplicationsArgs = {
  filter?: InputMaybe<ApplicationFilter>;
  sort?: InputMaybe<ApplicationSort>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** One seat of a job. */
export type Opening = {
  /** Opaque; begins with `opn_`. */
  id: Scalars['ID']['output'];
};

/** A job's public text. */
export type JobPost = {
  /** Opaque; begins with `pst_`. */
  id: Scalars['ID']['output'];
};

/** Why an application was rejected. */
export type RejectionReason = {
  /** Opaque; begins with `rsn_`. */
  id: Scalars['ID']['output'];
};

/** Staff. */
export type User = {
  /** Opaque; begins with `usr_`. */
  id: Scalars['ID']['output'];
};

/** What other services may know of an application. */
export type ApplicationFacts = {
  /** The application's id. */
  id: Scalars['ID']['output'];
  /** The sequence of its newest event. */
  lastSequence: Scalars['Int']['output'];
  /** When that event occurred. */
  occurredAt: Scalars['DateTime']['output'];
  /** The job that it is for. */
  jobId: Scalars['ID']['output'];
  /** Whose application it is. */
  candidateId: Scalars['ID']['output'];
  /** Where it stands. */
  status: ApplicationStatus;
  /** The stage that it is in. */
  stageId: Scalars['ID']['output'];
  /** The hire that is pending or holds a seat. */
  hireAttempt?: Maybe<Scalars['ID']['output']>;
};

/** What is sent with an application for a job post. */
export type SubmitApplicationInput = {
  /** The company's slug. */
  company: Scalars['String']['input'];
  /** The published job post. */
  postId: Scalars['ID']['input'];
  /** The full name; at most 200 characters. */
  name: Scalars['String']['input'];
  /** The email address. */
  email: Scalars['String']['input'];
  /** The phone number. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** Addresses of profiles and sites; at most 20. */
  links?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Where the person lives, e.g. `Berlin, Germany`. */
  location?: InputMaybe<Scalars['String']['input']>;
  /** The resume. */
  resume?: InputMaybe<ResumeInput>;
  /** The answers to the post's questions; at most 100. */
  answers?: InputMaybe<Array<ApplicationAnswerInput>>;
  /** By what way it came; `careers-site` where not given. */
  source?: InputMaybe<SourceInput>;
  /** The same key and input give the same outcome, for 24 hours at least. */
  idempotencyKey: Scalars['String']['input'];
};

/** What submitApplication answers. */
export type SubmitApplicationPayload = {
  /** The receipt; null where the application was refused. */
  receipt?: Maybe<SubmissionReceipt>;
  /** What the caller can put right; empty on success. */
  userErrors: Array<UserError>;
};

/** Says that an application arrived, and nothing about who is known. */
export type SubmissionReceipt = {
  /** The same for every application of one person for one job; for questions to the company. */
  reference: Scalars['String']['output'];
  /** When it was received. */
  receivedAt: Scalars['DateTime']['output'];
};

/** An application to add. */
export type AddApplicationInput = {
  /** Whose application it is. */
  candidateId: Scalars['ID']['input'];
  /** The job that it is for. */
  jobId: Scalars['ID']['input'];
  /** The stage to begin in; the first active stage that is not of kind LEAD where not given. */
  stageId?: InputMaybe<Scalars['ID']['input']>;
  /** By what way it came; `staff` where not given. */
  source?: InputMaybe<SourceInput>;
  /** The user who gets the credit for it. */
  creditedToId?: InputMaybe<Scalars['ID']['input']>;
  /** The answers to the post's questions; at most 100. */
  answers?: InputMaybe<Array<ApplicationAnswerInput>>;
  /** Kept with the first transition; at most 20,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The same key and input give the same outcome, for 24 hours at least. */
  idempotencyKey: Scalars['String']['input'];
};

/** A move to another stage. */
export type MoveApplicationInput = {
  /** The application to move. */
  applicationId: Scalars['ID']['input'];
  /** The stage to move to. */
  toStageId: Scalars['ID']['input'];
  /** The stage that the caller saw it in. Where it is elsewhere by now, the move answers CONFLICT and changes nothing. */
  expectedFromStageId: Scalars['ID']['input'];
  /** The version that the caller saw, where any other change is to be a CONFLICT too. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Kept with the transition; at most 20,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The same key and input give the same outcome, for 24 hours at least. */
  idempotencyKey: Scalars['String']['input'];
};

/** Moves of many applications. */
export type MoveApplicationsInput = {
  /** The moves: 1 to 500, each of another application. */
  moves: Array<ApplicationMoveInput>;
  /** Kept with every transition; at most 20,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The same key and input give the same outcome, for 24 hours at least; repeating them finishes what is left. */
  idempotencyKey: Scalars['String']['input'];
};

/** One of many moves. */
export type ApplicationMoveInput = {
  /** The application to move. */
  applicationId: Scalars['ID']['input'];
  /** The stage to move to. */
  toStageId: Scalars['ID']['input'];
  /** The stage that the caller saw it in. */
  expectedFromStageId: Scalars['ID']['input'];
  /** The version that the caller saw. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** What moveApplications answers. */
export type MoveApplicationsPayload = {
  /** One result a move, in the order of the input. */
  results: Array<ApplicationMoveResult>;
  /** What the caller can put right about the whole; empty where every move was tried. */
  userErrors: Array<UserError>;
};

/** What became of one of many moves. */
export type ApplicationMoveResult = {
  /** The application as it is now; null where the caller may not see it. */
  application?: Maybe<Application>;
  /** Why it was not moved; empty on success. */
  userErrors: Array<UserError>;
};

/** A rejection. */
export type RejectApplicationInput = {
  /** The application to reject. */
  applicationId: Scalars['ID']['input'];
  /** Why: an active rejection reason. */
  reasonId: Scalars['ID']['input'];
  /** Kept with the transition; at most 20,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The version that the caller saw; another one answers CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The same key and input give the same outcome, for 24 hours at least. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A rejection to take back. */
export type UnrejectApplicationInput = {
  /** The rejected application. */
  applicationId: Scalars['ID']['input'];
  /** Kept with the transition; at most 20,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The version that the caller saw; another one answers CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The same key and input give the same outcome, for 24 hours at least. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A withdrawal. */
export type WithdrawApplicationInput = {
  /** The application to withdraw. */
  applicationId: Scalars['ID']['input'];
  /** Kept with the transition; at most 20,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The version that the caller saw; another one answers CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The same key and input give the same outcome, for 24 hours at least. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A hire to ask for. */
export type HireApplicationInput = {
  /** The application of the person to hire. */
  applicationId: Scalars['ID']['input'];
  /** Kept with the transition; at most 20,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The version that the caller saw; another one answers CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The same key and input give the same outcome, for 24 hours at least. */
  idempotencyKey: Scalars['String']['input'];
};

/** A hire to take back. */
export type UnhireApplicationInput = {
  /** The hired application, or one whose hire is under way. */
  applicationId: Scalars['ID']['input'];
  /** Kept with the transition; at most 20,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The version that the caller saw; another one answers CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The same key and input give the same outcome, for 24 hours at least. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A transfer to another job. */
export type TransferApplicationInput = {
  /** The application to transfer. */
  applicationId: Scalars['ID']['input'];
  /** The job that it goes on for. */
  toJobId: Scalars['ID']['input'];
  /** The stage to go on in; the first active stage that is not of kind LEAD where not given. */
  toStageId?: InputMaybe<Scalars['ID']['input']>;
  /** Kept with the transition; at most 20,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The version that the caller saw; another one answers CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The same key and input give the same outcome, for 24 hours at least. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A person to add. */
export type CreateCandidateInput = {
  /** The full name; at most 200 characters. */
  name: Scalars['String']['input'];
  /** Email addresses, the preferred one first; at most 10. */
  emails?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Phone numbers, the preferred one first; at most 10. */
  phones?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Addresses of profiles and sites; at most 20. */
  links?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Where the person lives, e.g. `Berlin, Germany`. */
  location?: InputMaybe<Scalars['String']['input']>;
  /** The resume. */
  resume?: InputMaybe<ResumeInput>;
  /** Words to sort people by; at most 50. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** How the person became known. */
  source?: InputMaybe<SourceInput>;
  /** The same key and input give the same outcome, for 24 hours at least. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Changes to a candidate: what is left out stays, null takes away. */
export type UpdateCandidateInput = {
  /** The candidate to change. */
  candidateId: Scalars['ID']['input'];
  /** The full name; cannot be taken away. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** All email addresses, the preferred one first; at most 10. */
  emails?: InputMaybe<Array<Scalars['String']['input']>>;
  /** All phone numbers, the preferred one first; at most 10. */
  phones?: InputMaybe<Array<Scalars['String']['input']>>;
  /** All addresses of profiles and sites; at most 20. */
  links?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Where the person lives. */
  location?: InputMaybe<Scalars['String']['input']>;
  /** The whole resume. */
  resume?: InputMaybe<ResumeInput>;
  /** How the person became known. */
  source?: InputMaybe<SourceInput>;
  /** The version that the caller saw; another one answers CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The same key and input give the same outcome, for 24 hours at least. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Tags to add and to take off. */
export type TagCandidateInput = {
  /** The candidate to tag. */
  candidateId: Scalars['ID']['input'];
  /** Tags to add; a candidate has at most 50. */
  add?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Tags to take off; those that are not there are no error. */
  remove?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The version that the caller saw; another one answers CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The same key and input give the same outcome, for 24 hours at least. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What addApplication answers. */
export type AddApplicationPayload = {
  /** The application as it is now; with DUPLICATE_APPLICATION the one that is in the way. Null where the caller may not see it. */
  application?: Maybe<Application>;
  /** What the caller can put right; empty on success. */
  userErrors: Array<UserError>;
};

/** What moveApplication answers. */
export type MoveApplicationPayload = {
  /** The application as it is now; with DUPLICATE_APPLICATION the one that is in the way. Null where the caller may not see it. */
  application?: Maybe<Application>;
  /** What the caller can put right; empty on success. */
  userErrors: Array<UserError>;
};

/** What rejectApplication answers. */
export type RejectApplicationPayload = {
  /** The application as it is now; with DUPLICATE_APPLICATION the one that is in the way. Null where the caller may not see it. */
  application?: Maybe<Application>;
  /** What the caller can put right; empty on success. */
  userErrors: Array<UserError>;
};

/** What unrejectApplication answers. */
export type UnrejectApplicationPayload = {
  /** The application as it is now; with DUPLICATE_APPLICATION the one that is in the way. Null where the caller may not see it. */
  application?: Maybe<Application>;
  /** What the caller can put right; empty on success. */
  userErrors: Array<UserError>;
};

/** What withdrawApplication answers. */
export type WithdrawApplicationPayload = {
  /** The application as it is now; with DUPLICATE_APPLICATION the one that is in the way. Null where the caller may not see it. */
  application?: Maybe<Application>;
  /** What the caller can put right; empty on success. */
  userErrors: Array<UserError>;
};

/** What hireApplication answers. */
export type HireApplicationPayload = {
  /** The application as it is now: HIRED, or ACTIVE with `hire` saying why not or that it is pending. Null where the caller may not see it. */
  application?: Maybe<Application>;
  /** What the caller can put right; empty on success. */
  userErrors: Array<UserError>;
};

/** What unhireApplication answers. */
export type UnhireApplicationPayload = {
  /** The application as it is now; with DUPLICATE_APPLICATION the one that is in the way. Null where the caller may not see it. */
  application?: Maybe<Application>;
  /** What the caller can put right; empty on success. */
  userErrors: Array<UserError>;
};

/** What transferApplication answers. */
export type TransferApplicationPayload = {
  /** The application as it is now; with DUPLICATE_APPLICATION the one that is in the way. Null where the caller may not see it. */
  application?: Maybe<Application>;
  /** What the caller can put right; empty on success. */
  userErrors: Array<UserError>;
};

/** What createCandidate answers. */
export type CreateCandidatePayload = {
  /** The candidate as they are now; with DUPLICATE the one who has the email address. Null where there is nothing to show. */
  candidate?: Maybe<Candidate>;
  /** What the caller can put right; empty on success. */
  userErrors: Array<UserError>;
};

/** What updateCandidate answers. */
export type UpdateCandidatePayload = {
  /** The candidate as they are now; with DUPLICATE the one who has the email address. Null where there is nothing to show. */
  candidate?: Maybe<Candidate>;
  /** What the caller can put right; empty on success. */
  userErrors: Array<UserError>;
};

/** What tagCandidate answers. */
export type TagCandidatePayload = {
  /** The candidate as they are now; with DUPLICATE the one who has the email address. Null where there is nothing to show. */
  candidate?: Maybe<Candidate>;
  /** What the caller can put right; empty on success. */
  userErrors: Array<UserError>;
};

/** A resume after JSON Resume (https://jsonresume.org/schema). Lists are empty where nothing was given. */
export type Resume = {
  /** Who the person is. */
  basics?: Maybe<ResumeBasics>;
  /** Positions, newest first as a rule. */
  work: Array<ResumeWork>;
  /** Voluntary work. */
  volunteer: Array<ResumeVolunteer>;
  /** Education. */
  education: Array<ResumeEducation>;
  /** Awards. */
  awards: Array<ResumeAward>;
  /** Certificates. */
  certificates: Array<ResumeCertificate>;
  /** Publications. */
  publications: Array<ResumePublication>;
  /** Skills. */
  skills: Array<ResumeSkill>;
  /** Languages. */
  languages: Array<ResumeLanguage>;
  /** Interests. */
  interests: Array<ResumeInterest>;
  /** References. */
  references: Array<ResumeReference>;
  /** Projects. */
  projects: Array<ResumeProject>;
};

/** Who the person is, in their own words. */
export type ResumeBasics = {
  /** The name as written on the resume. */
  name?: Maybe<Scalars['String']['output']>;
  /** What they call themselves, e.g. "Web developer". */
  label?: Maybe<Scalars['String']['output']>;
  /** The address of a picture. */
  image?: Maybe<Scalars['String']['output']>;
  /** The email address on the resume. */
  email?: Maybe<Scalars['String']['output']>;
  /** The phone number on the resume. */
  phone?: Maybe<Scalars['String']['output']>;
  /** Their own site. */
  url?: Maybe<Scalars['String']['output']>;
  /** A short text about themselves. */
  summary?: Maybe<Scalars['String']['output']>;
  /** Where they live. */
  location?: Maybe<ResumeLocation>;
  /** Their profiles on networks. */
  profiles: Array<ResumeProfile>;
};

/** Where somebody lives, as on their resume. */
export type ResumeLocation = {
  /** Street and number; may have several lines. */
  address?: Maybe<Scalars['String']['output']>;
  /** The postal code. */
  postalCode?: Maybe<Scalars['String']['output']>;
  /** The city. */
  city?: Maybe<Scalars['String']['output']>;
  /** The country as ISO 3166-1 alpha-2, e.g. "DE". */
  countryCode?: Maybe<Scalars['String']['output']>;
  /** The state, province or region. */
  region?: Maybe<Scalars['String']['output']>;
};

/** A profile on a network. */
export type ResumeProfile = {
  /** The network, e.g. "GitHub". */
  network?: Maybe<Scalars['String']['output']>;
  /** The name there. */
  username?: Maybe<Scalars['String']['output']>;
  /** The address of the profile. */
  url?: Maybe<Scalars['String']['output']>;
};

/** A position that somebody holds or held. */
export type ResumeWork = {
  /** The employer. */
  name?: Maybe<Scalars['String']['output']>;
  /** The title. */
  position?: Maybe<Scalars['String']['output']>;
  /** Where it was. */
  location?: Maybe<Scalars['String']['output']>;
  /** What the employer does. */
  description?: Maybe<Scalars['String']['output']>;
  /** The employer's site. */
  url?: Maybe<Scalars['String']['output']>;
  /** When it began: `2024`, `2024-05` or `2024-05-31`. */
  startDate?: Maybe<Scalars['String']['output']>;
  /** When it ended; null while it goes on. */
  endDate?: Maybe<Scalars['String']['output']>;
  /** What the work was. */
  summary?: Maybe<Scalars['String']['output']>;
  /** What was achieved. */
  highlights: Array<Scalars['String']['output']>;
};

/** Voluntary work. */
export type ResumeVolunteer = {
  /** The organisation. */
  organization?: Maybe<Scalars['String']['output']>;
  /** The role. */
  position?: Maybe<Scalars['String']['output']>;
  /** The organisation's site. */
  url?: Maybe<Scalars['String']['output']>;
  /** When it began: `2024`, `2024-05` or `2024-05-31`. */
  startDate?: Maybe<Scalars['String']['output']>;
  /** When it ended; null while it goes on. */
  endDate?: Maybe<Scalars['String']['output']>;
  /** What the work was. */
  summary?: Maybe<Scalars['String']['output']>;
  /** What was achieved. */
  highlights: Array<Scalars['String']['output']>;
};

/** A course of education. */
export type ResumeEducation = {
  /** The school or university. */
  institution?: Maybe<Scalars['String']['output']>;
  /** The institution's site. */
  url?: Maybe<Scalars['String']['output']>;
  /** The subject. */
  area?: Maybe<Scalars['String']['output']>;
  /** The degree, e.g. "Bachelor". */
  studyType?: Maybe<Scalars['String']['output']>;
  /** When it began: `2024`, `2024-05` or `2024-05-31`. */
  startDate?: Maybe<Scalars['String']['output']>;
  /** When it ended; null while it goes on. */
  endDate?: Maybe<Scalars['String']['output']>;
  /** The grade. */
  score?: Maybe<Scalars['String']['output']>;
  /** Notable courses. */
  courses: Array<Scalars['String']['output']>;
};

/** An award. */
export type ResumeAward = {
  /** What it is called. */
  title?: Maybe<Scalars['String']['output']>;
  /** When it was given: `2024`, `2024-05` or `2024-05-31`. */
  date?: Maybe<Scalars['String']['output']>;
  /** Who gave it. */
  awarder?: Maybe<Scalars['String']['output']>;
  /** What it was given for. */
  summary?: Maybe<Scalars['String']['output']>;
};

/** A certificate. */
export type ResumeCertificate = {
  /** What it is called. */
  name?: Maybe<Scalars['String']['output']>;
  /** When it was issued: `2024`, `2024-05` or `2024-05-31`. */
  date?: Maybe<Scalars['String']['output']>;
  /** Who issued it. */
  issuer?: Maybe<Scalars['String']['output']>;
  /** Where it can be checked. */
  url?: Maybe<Scalars['String']['output']>;
};

/** A publication. */
export type ResumePublication = {
  /** Its title. */
  name?: Maybe<Scalars['String']['output']>;
  /** Who published it. */
  publisher?: Maybe<Scalars['String']['output']>;
  /** When it came out: `2024`, `2024-05` or `2024-05-31`. */
  releaseDate?: Maybe<Scalars['String']['output']>;
  /** Where it can be read. */
  url?: Maybe<Scalars['String']['output']>;
  /** What it is about. */
  summary?: Maybe<Scalars['String']['output']>;
};

/** Something that somebody can do. */
export type ResumeSkill = {
  /** The skill. */
  name?: Maybe<Scalars['String']['output']>;
  /** How well, in their own words. */
  level?: Maybe<Scalars['String']['output']>;
  /** What belongs to it. */
  keywords: Array<Scalars['String']['output']>;
};

/** A language that somebody speaks. */
export type ResumeLanguage = {
  /** The language. */
  language?: Maybe<Scalars['String']['output']>;
  /** How well, in their own words. */
  fluency?: Maybe<Scalars['String']['output']>;
};

/** An interest. */
export type ResumeInterest = {
  /** The interest. */
  name?: Maybe<Scalars['String']['output']>;
  /** What belongs to it. */
  keywords: Array<Scalars['String']['output']>;
};

/** What somebody else says of the person. */
export type ResumeReference = {
  /** Who says it. */
  name?: Maybe<Scalars['String']['output']>;
  /** What they say. */
  reference?: Maybe<Scalars['String']['output']>;
};

/** A project. */
export type ResumeProject = {
  /** What it is called. */
  name?: Maybe<Scalars['String']['output']>;
  /** What it is. */
  description?: Maybe<Scalars['String']['output']>;
  /** What was achieved. */
  highlights: Array<Scalars['String']['output']>;
  /** What belongs to it. */
  keywords: Array<Scalars['String']['output']>;
  /** When it began: `2024`, `2024-05` or `2024-05-31`. */
  startDate?: Maybe<Scalars['String']['output']>;
  /** When it ended; null while it goes on. */
  endDate?: Maybe<Scalars['String']['output']>;
  /** Where it can be seen. */
  url?: Maybe<Scalars['String']['output']>;
  /** The roles in it. */
  roles: Array<Scalars['String']['output']>;
  /** For whom it was made. */
  entity?: Maybe<Scalars['String']['output']>;
  /** The kind of project, e.g. "application". */
  type?: Maybe<Scalars['String']['output']>;
};

/** A resume after JSON Resume (https://jsonresume.org/schema). At most 100 entries a section, 200 characters a name and 20,000 a text. */
export type ResumeInput = {
  /** Who the person is. */
  basics?: InputMaybe<ResumeBasicsInput>;
  /** Positions, newest first as a rule. */
  work?: InputMaybe<Array<ResumeWorkInput>>;
  /** Voluntary work. */
  volunteer?: InputMaybe<Array<ResumeVolunteerInput>>;
  /** Education. */
  education?: InputMaybe<Array<ResumeEducationInput>>;
  /** Awards. */
  awards?: InputMaybe<Array<ResumeAwardInput>>;
  /** Certificates. */
  certificates?: InputMaybe<Array<ResumeCertificateInput>>;
  /** Publications. */
  publications?: InputMaybe<Array<ResumePublicationInput>>;
  /** Skills. */
  skills?: InputMaybe<Array<ResumeSkillInput>>;
  /** Languages. */
  languages?: InputMaybe<Array<ResumeLanguageInput>>;
  /** Interests. */
  interests?: InputMaybe<Array<ResumeInterestInput>>;
  /** References. */
  references?: InputMaybe<Array<ResumeReferenceInput>>;
  /** Projects. */
  projects?: InputMaybe<Array<ResumeProjectInput>>;
};

/** Who the person is, in their own words. */
export type ResumeBasicsInput = {
  /** The name as written on the resume. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What they call themselves, e.g. "Web developer". */
  label?: InputMaybe<Scalars['String']['input']>;
  /** The address of a picture. */
  image?: InputMaybe<Scalars['String']['input']>;
  /** The email address on the resume. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** The phone number on the resume. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** Their own site. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** A short text about themselves. */
  summary?: InputMaybe<Scalars['String']['input']>;
  /** Where they live. */
  location?: InputMaybe<ResumeLocationInput>;
  /** Their profiles on networks. */
  profiles?: InputMaybe<Array<ResumeProfileInput>>;
};

/** Where somebody lives, as on their resume. */
export type ResumeLocationInput = {
  /** Street and number; may have several lines. */
  address?: InputMaybe<Scalars['String']['input']>;
  /** The postal code. */
  postalCode?: InputMaybe<Scalars['String']['input']>;
  /** The city. */
  city?: InputMaybe<Scalars['String']['input']>;
  /** The country as ISO 3166-1 alpha-2, e.g. "DE". */
  countryCode?: InputMaybe<Scalars['String']['input']>;
  /** The state, province or region. */
  region?: InputMaybe<Scalars['String']['input']>;
};

/** A profile on a network. */
export type ResumeProfileInput = {
  /** The network, e.g. "GitHub". */
  network?: InputMaybe<Scalars['String']['input']>;
  /** The name there. */
  username?: InputMaybe<Scalars['String']['input']>;
  /** The address of the profile. */
  url?: InputMaybe<Scalars['String']['input']>;
};

/** A position that somebody holds or held. */
export type ResumeWorkInput = {
  /** The employer. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The title. */
  position?: InputMaybe<Scalars['String']['input']>;
  /** Where it was. */
  location?: InputMaybe<Scalars['String']['input']>;
  /** What the employer does. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The employer's site. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** When it began: `2024`, `2024-05` or `2024-05-31`. */
  startDate?: InputMaybe<Scalars['String']['input']>;
  /** When it ended; null while it goes on. */
  endDate?: InputMaybe<Scalars['String']['input']>;
  /** What the work was. */
  summary?: InputMaybe<Scalars['String']['input']>;
  /** What was achieved. */
  highlights?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Voluntary work. */
export type ResumeVolunteerInput = {
  /** The organisation. */
  organization?: InputMaybe<Scalars['String']['input']>;
  /** The role. */
  position?: InputMaybe<Scalars['String']['input']>;
  /** The organisation's site. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** When it began: `2024`, `2024-05` or `2024-05-31`. */
  startDate?: InputMaybe<Scalars['String']['input']>;
  /** When it ended; null while it goes on. */
  endDate?: InputMaybe<Scalars['String']['input']>;
  /** What the work was. */
  summary?: InputMaybe<Scalars['String']['input']>;
  /** What was achieved. */
  highlights?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** A course of education. */
export type ResumeEducationInput = {
  /** The school or university. */
  institution?: InputMaybe<Scalars['String']['input']>;
  /** The institution's site. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** The subject. */
  area?: InputMaybe<Scalars['String']['input']>;
  /** The degree, e.g. "Bachelor". */
  studyType?: InputMaybe<Scalars['String']['input']>;
  /** When it began: `2024`, `2024-05` or `2024-05-31`. */
  startDate?: InputMaybe<Scalars['String']['input']>;
  /** When it ended; null while it goes on. */
  endDate?: InputMaybe<Scalars['String']['input']>;
  /** The grade. */
  score?: InputMaybe<Scalars['String']['input']>;
  /** Notable courses. */
  courses?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** An award. */
export type ResumeAwardInput = {
  /** What it is called. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** When it was given: `2024`, `2024-05` or `2024-05-31`. */
  date?: InputMaybe<Scalars['String']['input']>;
  /** Who gave it. */
  awarder?: InputMaybe<Scalars['String']['input']>;
  /** What it was given for. */
  summary?: InputMaybe<Scalars['String']['input']>;
};

/** A certificate. */
export type ResumeCertificateInput = {
  /** What it is called. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** When it was issued: `2024`, `2024-05` or `2024-05-31`. */
  date?: InputMaybe<Scalars['String']['input']>;
  /** Who issued it. */
  issuer?: InputMaybe<Scalars['String']['input']>;
  /** Where it can be checked. */
  url?: InputMaybe<Scalars['String']['input']>;
};

/** A publication. */
export type ResumePublicationInput = {
  /** Its title. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Who published it. */
  publisher?: InputMaybe<Scalars['String']['input']>;
  /** When it came out: `2024`, `2024-05` or `2024-05-31`. */
  releaseDate?: InputMaybe<Scalars['String']['input']>;
  /** Where it can be read. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** What it is about. */
  summary?: InputMaybe<Scalars['String']['input']>;
};

/** Something that somebody can do. */
export type ResumeSkillInput = {
  /** The skill. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** How well, in their own words. */
  level?: InputMaybe<Scalars['String']['input']>;
  /** What belongs to it. */
  keywords?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** A language that somebody speaks. */
export type ResumeLanguageInput = {
  /** The language. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** How well, in their own words. */
  fluency?: InputMaybe<Scalars['String']['input']>;
};

/** An interest. */
export type ResumeInterestInput = {
  /** The interest. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What belongs to it. */
  keywords?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** What somebody else says of the person. */
export type ResumeReferenceInput = {
  /** Who says it. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What they say. */
  reference?: InputMaybe<Scalars['String']['input']>;
};

/** A project. */
export type ResumeProjectInput = {
  /** What it is called. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What it is. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** What was achieved. */
  highlights?: InputMaybe<Array<Scalars['String']['input']>>;
  /** What belongs to it. */
  keywords?: InputMaybe<Array<Scalars['String']['input']>>;
  /** When it began: `2024`, `2024-05` or `2024-05-31`. */
  startDate?: InputMaybe<Scalars['String']['input']>;
  /** When it ended; null while it goes on. */
  endDate?: InputMaybe<Scalars['String']['input']>;
  /** Where it can be seen. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** The roles in it. */
  roles?: InputMaybe<Array<Scalars['String']['input']>>;
  /** For whom it was made. */
  entity?: InputMaybe<Scalars['String']['input']>;
  /** The kind of project, e.g. "application". */
  type?: InputMaybe<Scalars['String']['input']>;
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
  Candidate: Candidate;
  Application: Application;
  Job: Job;
  PipelineStage: PipelineStage;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Candidate:
    ( { __typename: 'Candidate' }
    & GraphQLRecursivePick<FederationTypes['Candidate'], {"id":true}> );
  Application:
    ( { __typename: 'Application' }
    & GraphQLRecursivePick<FederationTypes['Application'], {"id":true}> );
  Job:
    ( { __typename: 'Job' }
    & GraphQLRecursivePick<FederationTypes['Job'], {"id":true}> );
  PipelineStage:
    ( { __typename: 'PipelineStage' }
    & GraphQLRecursivePick<FederationTypes['PipelineStage'], {"id":true}> );
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
  Candidate: ResolverTypeWrapper<CandidateNode>;
  CandidateConnection: ResolverTypeWrapper<CandidatePage>;
  CandidateEdge: ResolverTypeWrapper<Omit<CandidateEdge, 'node'> & { node: ResolversTypes['Candidate'] }>;
  CandidateFilter: CandidateFilter;
  CandidateSort: CandidateSort;
  Source: ResolverTypeWrapper<Source>;
  SourceInput: SourceInput;
  Application: ResolverTypeWrapper<ApplicationNode>;
  ApplicationStatus: ApplicationStatus;
  ApplicationConnection: ResolverTypeWrapper<ApplicationPage>;
  ApplicationEdge: ResolverTypeWrapper<Omit<ApplicationEdge, 'node'> & { node: ResolversTypes['Application'] }>;
  ApplicationFilter: ApplicationFilter;
  ApplicationSort: ApplicationSort;
  ApplicationAnswer: ResolverTypeWrapper<Answer>;
  ApplicationAnswerInput: ApplicationAnswerInput;
  ApplicationSubmission: ResolverTypeWrapper<Submission>;
  ApplicationRejection: ResolverTypeWrapper<RejectionNode>;
  ApplicationHire: ResolverTypeWrapper<ApplicationHire>;
  HireStatus: HireStatus;
  HireRefusal: HireRefusal;
  StageTransition: ResolverTypeWrapper<TransitionNode>;
  StageTransitionConnection: ResolverTypeWrapper<TransitionPage>;
  StageTransitionEdge: ResolverTypeWrapper<Omit<StageTransitionEdge, 'node'> & { node: ResolversTypes['StageTransition'] }>;
  StageTransitionKind: StageTransitionKind;
  StageDirection: StageDirection;
  TransitionActor: ResolverTypeWrapper<ActorNode>;
  TransitionActorType: TransitionActorType;
  TimeInStage: ResolverTypeWrapper<Omit<TimeInStage, 'stage'> & { stage?: Maybe<ResolversTypes['PipelineStage']> }>;
  StageCount: ResolverTypeWrapper<Omit<StageCount, 'stage'> & { stage?: Maybe<ResolversTypes['PipelineStage']> }>;
  Job: ResolverTypeWrapper<Reference>;
  PipelineStage: ResolverTypeWrapper<Reference>;
  Opening: ResolverTypeWrapper<Opening>;
  JobPost: ResolverTypeWrapper<JobPost>;
  RejectionReason: ResolverTypeWrapper<RejectionReason>;
  User: ResolverTypeWrapper<User>;
  ApplicationFacts: ResolverTypeWrapper<ApplicationFacts>;
  SubmitApplicationInput: SubmitApplicationInput;
  SubmitApplicationPayload: ResolverTypeWrapper<Omit<SubmitApplicationPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  SubmissionReceipt: ResolverTypeWrapper<SubmissionReceipt>;
  AddApplicationInput: AddApplicationInput;
  MoveApplicationInput: MoveApplicationInput;
  MoveApplicationsInput: MoveApplicationsInput;
  ApplicationMoveInput: ApplicationMoveInput;
  MoveApplicationsPayload: ResolverTypeWrapper<Omit<MoveApplicationsPayload, 'results' | 'userErrors'> & { results: Array<ResolversTypes['ApplicationMoveResult']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ApplicationMoveResult: ResolverTypeWrapper<Omit<ApplicationMoveResult, 'application' | 'userErrors'> & { application?: Maybe<ResolversTypes['Application']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RejectApplicationInput: RejectApplicationInput;
  UnrejectApplicationInput: UnrejectApplicationInput;
  WithdrawApplicationInput: WithdrawApplicationInput;
  HireApplicationInput: HireApplicationInput;
  UnhireApplicationInput: UnhireApplicationInput;
  TransferApplicationInput: TransferApplicationInput;
  CreateCandidateInput: CreateCandidateInput;
  UpdateCandidateInput: UpdateCandidateInput;
  TagCandidateInput: TagCandidateInput;
  AddApplicationPayload: ResolverTypeWrapper<Omit<AddApplicationPayload, 'application' | 'userErrors'> & { application?: Maybe<ResolversTypes['Application']>, userErrors: Array<ResolversTypes['UserError']> }>;
  MoveApplicationPayload: ResolverTypeWrapper<Omit<MoveApplicationPayload, 'application' | 'userErrors'> & { application?: Maybe<ResolversTypes['Application']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RejectApplicationPayload: ResolverTypeWrapper<Omit<RejectApplicationPayload, 'application' | 'userErrors'> & { application?: Maybe<ResolversTypes['Application']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UnrejectApplicationPayload: ResolverTypeWrapper<Omit<UnrejectApplicationPayload, 'application' | 'userErrors'> & { application?: Maybe<ResolversTypes['Application']>, userErrors: Array<ResolversTypes['UserError']> }>;
  WithdrawApplicationPayload: ResolverTypeWrapper<Omit<WithdrawApplicationPayload, 'application' | 'userErrors'> & { application?: Maybe<ResolversTypes['Application']>, userErrors: Array<ResolversTypes['UserError']> }>;
  HireApplicationPayload: ResolverTypeWrapper<Omit<HireApplicationPayload, 'application' | 'userErrors'> & { application?: Maybe<ResolversTypes['Application']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UnhireApplicationPayload: ResolverTypeWrapper<Omit<UnhireApplicationPayload, 'application' | 'userErrors'> & { application?: Maybe<ResolversTypes['Application']>, userErrors: Array<ResolversTypes['UserError']> }>;
  TransferApplicationPayload: ResolverTypeWrapper<Omit<TransferApplicationPayload, 'application' | 'userErrors'> & { application?: Maybe<ResolversTypes['Application']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateCandidatePayload: ResolverTypeWrapper<Omit<CreateCandidatePayload, 'candidate' | 'userErrors'> & { candidate?: Maybe<ResolversTypes['Candidate']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdateCandidatePayload: ResolverTypeWrapper<Omit<UpdateCandidatePayload, 'candidate' | 'userErrors'> & { candidate?: Maybe<ResolversTypes['Candidate']>, userErrors: Array<ResolversTypes['UserError']> }>;
  TagCandidatePayload: ResolverTypeWrapper<Omit<TagCandidatePayload, 'candidate' | 'userErrors'> & { candidate?: Maybe<ResolversTypes['Candidate']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Resume: ResolverTypeWrapper<ResumeNode>;
  ResumeBasics: ResolverTypeWrapper<ResumeBasics>;
  ResumeLocation: ResolverTypeWrapper<ResumeLocation>;
  ResumeProfile: ResolverTypeWrapper<ResumeProfile>;
  ResumeWork: ResolverTypeWrapper<ResumeWork>;
  ResumeVolunteer: ResolverTypeWrapper<ResumeVolunteer>;
  ResumeEducation: ResolverTypeWrapper<ResumeEducation>;
  ResumeAward: ResolverTypeWrapper<ResumeAward>;
  ResumeCertificate: ResolverTypeWrapper<ResumeCertificate>;
  ResumePublication: ResolverTypeWrapper<ResumePublication>;
  ResumeSkill: ResolverTypeWrapper<ResumeSkill>;
  ResumeLanguage: ResolverTypeWrapper<ResumeLanguage>;
  ResumeInterest: ResolverTypeWrapper<ResumeInterest>;
  ResumeReference: ResolverTypeWrapper<ResumeReference>;
  ResumeProject: ResolverTypeWrapper<ResumeProject>;
  ResumeInput: ResumeInput;
  ResumeBasicsInput: ResumeBasicsInput;
  ResumeLocationInput: ResumeLocationInput;
  ResumeProfileInput: ResumeProfileInput;
  ResumeWorkInput: ResumeWorkInput;
  ResumeVolunteerInput: ResumeVolunteerInput;
  ResumeEducationInput: ResumeEducationInput;
  ResumeAwardInput: ResumeAwardInput;
  ResumeCertificateInput: ResumeCertificateInput;
  ResumePublicationInput: ResumePublicationInput;
  ResumeSkillInput: ResumeSkillInput;
  ResumeLanguageInput: ResumeLanguageInput;
  ResumeInterestInput: ResumeInterestInput;
  ResumeReferenceInput: ResumeReferenceInput;
  ResumeProjectInput: ResumeProjectInput;
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
  Candidate: CandidateNode;
  CandidateConnection: CandidatePage;
  CandidateEdge: Omit<CandidateEdge, 'node'> & { node: ResolversParentTypes['Candidate'] };
  CandidateFilter: CandidateFilter;
  Source: Source;
  SourceInput: SourceInput;
  Application: ApplicationNode;
  ApplicationConnection: ApplicationPage;
  ApplicationEdge: Omit<ApplicationEdge, 'node'> & { node: ResolversParentTypes['Application'] };
  ApplicationFilter: ApplicationFilter;
  ApplicationAnswer: Answer;
  ApplicationAnswerInput: ApplicationAnswerInput;
  ApplicationSubmission: Submission;
  ApplicationRejection: RejectionNode;
  ApplicationHire: ApplicationHire;
  StageTransition: TransitionNode;
  StageTransitionConnection: TransitionPage;
  StageTransitionEdge: Omit<StageTransitionEdge, 'node'> & { node: ResolversParentTypes['StageTransition'] };
  TransitionActor: ActorNode;
  TimeInStage: Omit<TimeInStage, 'stage'> & { stage?: Maybe<ResolversParentTypes['PipelineStage']> };
  StageCount: Omit<StageCount, 'stage'> & { stage?: Maybe<ResolversParentTypes['PipelineStage']> };
  Job: Reference;
  PipelineStage: Reference;
  Opening: Opening;
  JobPost: JobPost;
  RejectionReason: RejectionReason;
  User: User;
  ApplicationFacts: ApplicationFacts;
  SubmitApplicationInput: SubmitApplicationInput;
  SubmitApplicationPayload: Omit<SubmitApplicationPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  SubmissionReceipt: SubmissionReceipt;
  AddApplicationInput: AddApplicationInput;
  MoveApplicationInput: MoveApplicationInput;
  MoveApplicationsInput: MoveApplicationsInput;
  ApplicationMoveInput: ApplicationMoveInput;
  MoveApplicationsPayload: Omit<MoveApplicationsPayload, 'results' | 'userErrors'> & { results: Array<ResolversParentTypes['ApplicationMoveResult']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ApplicationMoveResult: Omit<ApplicationMoveResult, 'application' | 'userErrors'> & { application?: Maybe<ResolversParentTypes['Application']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RejectApplicationInput: RejectApplicationInput;
  UnrejectApplicationInput: UnrejectApplicationInput;
  WithdrawApplicationInput: WithdrawApplicationInput;
  HireApplicationInput: HireApplicationInput;
  UnhireApplicationInput: UnhireApplicationInput;
  TransferApplicationInput: TransferApplicationInput;
  CreateCandidateInput: CreateCandidateInput;
  UpdateCandidateInput: UpdateCandidateInput;
  TagCandidateInput: TagCandidateInput;
  AddApplicationPayload: Omit<AddApplicationPayload, 'application' | 'userErrors'> & { application?: Maybe<ResolversParentTypes['Application']>, userErrors: Array<ResolversParentTypes['UserError']> };
  MoveApplicationPayload: Omit<MoveApplicationPayload, 'application' | 'userErrors'> & { application?: Maybe<ResolversParentTypes['Application']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RejectApplicationPayload: Omit<RejectApplicationPayload, 'application' | 'userErrors'> & { application?: Maybe<ResolversParentTypes['Application']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UnrejectApplicationPayload: Omit<UnrejectApplicationPayload, 'application' | 'userErrors'> & { application?: Maybe<ResolversParentTypes['Application']>, userErrors: Array<ResolversParentTypes['UserError']> };
  WithdrawApplicationPayload: Omit<WithdrawApplicationPayload, 'application' | 'userErrors'> & { application?: Maybe<ResolversParentTypes['Application']>, userErrors: Array<ResolversParentTypes['UserError']> };
  HireApplicationPayload: Omit<HireApplicationPayload, 'application' | 'userErrors'> & { application?: Maybe<ResolversParentTypes['Application']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UnhireApplicationPayload: Omit<UnhireApplicationPayload, 'application' | 'userErrors'> & { application?: Maybe<ResolversParentTypes['Application']>, userErrors: Array<ResolversParentTypes['UserError']> };
  TransferApplicationPayload: Omit<TransferApplicationPayload, 'application' | 'userErrors'> & { application?: Maybe<ResolversParentTypes['Application']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateCandidatePayload: Omit<CreateCandidatePayload, 'candidate' | 'userErrors'> & { candidate?: Maybe<ResolversParentTypes['Candidate']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdateCandidatePayload: Omit<UpdateCandidatePayload, 'candidate' | 'userErrors'> & { candidate?: Maybe<ResolversParentTypes['Candidate']>, userErrors: Array<ResolversParentTypes['UserError']> };
  TagCandidatePayload: Omit<TagCandidatePayload, 'candidate' | 'userErrors'> & { candidate?: Maybe<ResolversParentTypes['Candidate']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Resume: ResumeNode;
  ResumeBasics: ResumeBasics;
  ResumeLocation: ResumeLocation;
  ResumeProfile: ResumeProfile;
  ResumeWork: ResumeWork;
  ResumeVolunteer: ResumeVolunteer;
  ResumeEducation: ResumeEducation;
  ResumeAward: ResumeAward;
  ResumeCertificate: ResumeCertificate;
  ResumePublication: ResumePublication;
  ResumeSkill: ResumeSkill;
  ResumeLanguage: ResumeLanguage;
  ResumeInterest: ResumeInterest;
  ResumeReference: ResumeReference;
  ResumeProject: ResumeProject;
  ResumeInput: ResumeInput;
  ResumeBasicsInput: ResumeBasicsInput;
  ResumeLocationInput: ResumeLocationInput;
  ResumeProfileInput: ResumeProfileInput;
  ResumeWorkInput: ResumeWorkInput;
  ResumeVolunteerInput: ResumeVolunteerInput;
  ResumeEducationInput: ResumeEducationInput;
  ResumeAwardInput: ResumeAwardInput;
  ResumeCertificateInput: ResumeCertificateInput;
  ResumePublicationInput: ResumePublicationInput;
  ResumeSkillInput: ResumeSkillInput;
  ResumeLanguageInput: ResumeLanguageInput;
  ResumeInterestInput: ResumeInterestInput;
  ResumeReferenceInput: ResumeReferenceInput;
  ResumeProjectInput: ResumeProjectInput;
  String: Scalars['String']['output'];
};

export type AccessDirectiveArgs = {
  rule: Scalars['String']['input'];
};

export type AccessDirectiveResolver<Result, Parent, ContextType = CandidateContext, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type PageInfoResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  candidate?: Resolver<Maybe<ResolversTypes['Candidate']>, ParentType, ContextType, RequireFields<QueryCandidateArgs, 'id'>>;
  candidates?: Resolver<ResolversTypes['CandidateConnection'], ParentType, ContextType, RequireFields<QueryCandidatesArgs, 'sort'>>;
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType, RequireFields<QueryApplicationArgs, 'id'>>;
  applications?: Resolver<ResolversTypes['ApplicationConnection'], ParentType, ContextType, RequireFields<QueryApplicationsArgs, 'sort'>>;
  myApplications?: Resolver<ResolversTypes['ApplicationConnection'], ParentType, ContextType, Partial<QueryMyApplicationsArgs>>;
  applicationFacts?: Resolver<Maybe<ResolversTypes['ApplicationFacts']>, ParentType, ContextType, RequireFields<QueryApplicationFactsArgs, 'id'>>;
};

export type MutationResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  submitApplication?: Resolver<ResolversTypes['SubmitApplicationPayload'], ParentType, ContextType, RequireFields<MutationSubmitApplicationArgs, 'input'>>;
  addApplication?: Resolver<ResolversTypes['AddApplicationPayload'], ParentType, ContextType, RequireFields<MutationAddApplicationArgs, 'input'>>;
  moveApplication?: Resolver<ResolversTypes['MoveApplicationPayload'], ParentType, ContextType, RequireFields<MutationMoveApplicationArgs, 'input'>>;
  moveApplications?: Resolver<ResolversTypes['MoveApplicationsPayload'], ParentType, ContextType, RequireFields<MutationMoveApplicationsArgs, 'input'>>;
  rejectApplication?: Resolver<ResolversTypes['RejectApplicationPayload'], ParentType, ContextType, RequireFields<MutationRejectApplicationArgs, 'input'>>;
  unrejectApplication?: Resolver<ResolversTypes['UnrejectApplicationPayload'], ParentType, ContextType, RequireFields<MutationUnrejectApplicationArgs, 'input'>>;
  withdrawApplication?: Resolver<ResolversTypes['WithdrawApplicationPayload'], ParentType, ContextType, RequireFields<MutationWithdrawApplicationArgs, 'input'>>;
  hireApplication?: Resolver<ResolversTypes['HireApplicationPayload'], ParentType, ContextType, RequireFields<MutationHireApplicationArgs, 'input'>>;
  unhireApplication?: Resolver<ResolversTypes['UnhireApplicationPayload'], ParentType, ContextType, RequireFields<MutationUnhireApplicationArgs, 'input'>>;
  transferApplication?: Resolver<ResolversTypes['TransferApplicationPayload'], ParentType, ContextType, RequireFields<MutationTransferApplicationArgs, 'input'>>;
  createCandidate?: Resolver<ResolversTypes['CreateCandidatePayload'], ParentType, ContextType, RequireFields<MutationCreateCandidateArgs, 'input'>>;
  updateCandidate?: Resolver<ResolversTypes['UpdateCandidatePayload'], ParentType, ContextType, RequireFields<MutationUpdateCandidateArgs, 'input'>>;
  tagCandidate?: Resolver<ResolversTypes['TagCandidatePayload'], ParentType, ContextType, RequireFields<MutationTagCandidateArgs, 'input'>>;
};

export type CandidateResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['Candidate'] = ResolversParentTypes['Candidate'], FederationReferenceType extends FederationReferenceTypes['Candidate'] = FederationReferenceTypes['Candidate']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Candidate']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emails?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  phones?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  links?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resume?: Resolver<Maybe<ResolversTypes['Resume']>, ParentType, ContextType>;
  tags?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  applications?: Resolver<ResolversTypes['ApplicationConnection'], ParentType, ContextType, RequireFields<CandidateApplicationsArgs, 'sort'>>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CandidateConnectionResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['CandidateConnection'] = ResolversParentTypes['CandidateConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CandidateEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Candidate']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CandidateEdgeResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['CandidateEdge'] = ResolversParentTypes['CandidateEdge']> = {
  node?: Resolver<ResolversTypes['Candidate'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SourceResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  channel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ApplicationResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['Application'] = ResolversParentTypes['Application'], FederationReferenceType extends FederationReferenceTypes['Application'] = FederationReferenceTypes['Application']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Application']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  candidate?: Resolver<ResolversTypes['Candidate'], ParentType, ContextType>;
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  post?: Resolver<Maybe<ResolversTypes['JobPost']>, ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['PipelineStage']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ApplicationStatus'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  creditedTo?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  answers?: Resolver<Maybe<Array<ResolversTypes['ApplicationAnswer']>>, ParentType, ContextType>;
  submission?: Resolver<Maybe<ResolversTypes['ApplicationSubmission']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  appliedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  jobClosedAtSubmission?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  rejection?: Resolver<Maybe<ResolversTypes['ApplicationRejection']>, ParentType, ContextType>;
  hire?: Resolver<Maybe<ResolversTypes['ApplicationHire']>, ParentType, ContextType>;
  opening?: Resolver<Maybe<ResolversTypes['Opening']>, ParentType, ContextType>;
  transitions?: Resolver<ResolversTypes['StageTransitionConnection'], ParentType, ContextType, Partial<ApplicationTransitionsArgs>>;
  timeInStage?: Resolver<Maybe<Array<ResolversTypes['TimeInStage']>>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ApplicationConnectionResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['ApplicationConnection'] = ResolversParentTypes['ApplicationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ApplicationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Application']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ApplicationEdgeResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['ApplicationEdge'] = ResolversParentTypes['ApplicationEdge']> = {
  node?: Resolver<ResolversTypes['Application'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ApplicationAnswerResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['ApplicationAnswer'] = ResolversParentTypes['ApplicationAnswer']> = {
  questionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ApplicationSubmissionResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['ApplicationSubmission'] = ResolversParentTypes['ApplicationSubmission']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  links?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resume?: Resolver<Maybe<ResolversTypes['Resume']>, ParentType, ContextType>;
};

export type ApplicationRejectionResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['ApplicationRejection'] = ResolversParentTypes['ApplicationRejection']> = {
  reason?: Resolver<Maybe<ResolversTypes['RejectionReason']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  fromStage?: Resolver<Maybe<ResolversTypes['PipelineStage']>, ParentType, ContextType>;
};

export type ApplicationHireResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['ApplicationHire'] = ResolversParentTypes['ApplicationHire']> = {
  status?: Resolver<ResolversTypes['HireStatus'], ParentType, ContextType>;
  attempt?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  refusedBecause?: Resolver<Maybe<ResolversTypes['HireRefusal']>, ParentType, ContextType>;
};

export type StageTransitionResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['StageTransition'] = ResolversParentTypes['StageTransition']> = {
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['StageTransitionKind'], ParentType, ContextType>;
  fromStage?: Resolver<Maybe<ResolversTypes['PipelineStage']>, ParentType, ContextType>;
  toStage?: Resolver<Maybe<ResolversTypes['PipelineStage']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  enteredFromAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  secondsInFrom?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['StageDirection']>, ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['TransitionActor'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['RejectionReason']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StageTransitionConnectionResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['StageTransitionConnection'] = ResolversParentTypes['StageTransitionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StageTransitionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['StageTransition']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StageTransitionEdgeResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['StageTransitionEdge'] = ResolversParentTypes['StageTransitionEdge']> = {
  node?: Resolver<ResolversTypes['StageTransition'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TransitionActorResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['TransitionActor'] = ResolversParentTypes['TransitionActor']> = {
  type?: Resolver<ResolversTypes['TransitionActorType'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type TimeInStageResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['TimeInStage'] = ResolversParentTypes['TimeInStage']> = {
  stage?: Resolver<Maybe<ResolversTypes['PipelineStage']>, ParentType, ContextType>;
  visits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  completedSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  openSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type StageCountResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['StageCount'] = ResolversParentTypes['StageCount']> = {
  stage?: Resolver<Maybe<ResolversTypes['PipelineStage']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type JobResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['Job'] = ResolversParentTypes['Job'], FederationReferenceType extends FederationReferenceTypes['Job'] = FederationReferenceTypes['Job']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Job']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  applications?: Resolver<Maybe<ResolversTypes['ApplicationConnection']>, ParentType, ContextType, RequireFields<JobApplicationsArgs, 'sort'>>;
  stageCounts?: Resolver<Maybe<Array<ResolversTypes['StageCount']>>, ParentType, ContextType>;
};

export type PipelineStageResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['PipelineStage'] = ResolversParentTypes['PipelineStage'], FederationReferenceType extends FederationReferenceTypes['PipelineStage'] = FederationReferenceTypes['PipelineStage']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PipelineStage']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  applications?: Resolver<Maybe<ResolversTypes['ApplicationConnection']>, ParentType, ContextType, RequireFields<PipelineStageApplicationsArgs, 'sort'>>;
};

export type OpeningResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['Opening'] = ResolversParentTypes['Opening']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type JobPostResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['JobPost'] = ResolversParentTypes['JobPost']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type RejectionReasonResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['RejectionReason'] = ResolversParentTypes['RejectionReason']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ApplicationFactsResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['ApplicationFacts'] = ResolversParentTypes['ApplicationFacts']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastSequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  jobId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  candidateId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ApplicationStatus'], ParentType, ContextType>;
  stageId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  hireAttempt?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type SubmitApplicationPayloadResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['SubmitApplicationPayload'] = ResolversParentTypes['SubmitApplicationPayload']> = {
  receipt?: Resolver<Maybe<ResolversTypes['SubmissionReceipt']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SubmissionReceiptResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['SubmissionReceipt'] = ResolversParentTypes['SubmissionReceipt']> = {
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MoveApplicationsPayloadResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['MoveApplicationsPayload'] = ResolversParentTypes['MoveApplicationsPayload']> = {
  results?: Resolver<Array<ResolversTypes['ApplicationMoveResult']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ApplicationMoveResultResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['ApplicationMoveResult'] = ResolversParentTypes['ApplicationMoveResult']> = {
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AddApplicationPayloadResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['AddApplicationPayload'] = ResolversParentTypes['AddApplicationPayload']> = {
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MoveApplicationPayloadResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['MoveApplicationPayload'] = ResolversParentTypes['MoveApplicationPayload']> = {
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RejectApplicationPayloadResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['RejectApplicationPayload'] = ResolversParentTypes['RejectApplicationPayload']> = {
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UnrejectApplicationPayloadResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['UnrejectApplicationPayload'] = ResolversParentTypes['UnrejectApplicationPayload']> = {
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WithdrawApplicationPayloadResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['WithdrawApplicationPayload'] = ResolversParentTypes['WithdrawApplicationPayload']> = {
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type HireApplicationPayloadResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['HireApplicationPayload'] = ResolversParentTypes['HireApplicationPayload']> = {
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UnhireApplicationPayloadResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['UnhireApplicationPayload'] = ResolversParentTypes['UnhireApplicationPayload']> = {
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TransferApplicationPayloadResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['TransferApplicationPayload'] = ResolversParentTypes['TransferApplicationPayload']> = {
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateCandidatePayloadResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['CreateCandidatePayload'] = ResolversParentTypes['CreateCandidatePayload']> = {
  candidate?: Resolver<Maybe<ResolversTypes['Candidate']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateCandidatePayloadResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['UpdateCandidatePayload'] = ResolversParentTypes['UpdateCandidatePayload']> = {
  candidate?: Resolver<Maybe<ResolversTypes['Candidate']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TagCandidatePayloadResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['TagCandidatePayload'] = ResolversParentTypes['TagCandidatePayload']> = {
  candidate?: Resolver<Maybe<ResolversTypes['Candidate']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ResumeResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['Resume'] = ResolversParentTypes['Resume']> = {
  basics?: Resolver<Maybe<ResolversTypes['ResumeBasics']>, ParentType, ContextType>;
  work?: Resolver<Array<ResolversTypes['ResumeWork']>, ParentType, ContextType>;
  volunteer?: Resolver<Array<ResolversTypes['ResumeVolunteer']>, ParentType, ContextType>;
  education?: Resolver<Array<ResolversTypes['ResumeEducation']>, ParentType, ContextType>;
  awards?: Resolver<Array<ResolversTypes['ResumeAward']>, ParentType, ContextType>;
  certificates?: Resolver<Array<ResolversTypes['ResumeCertificate']>, ParentType, ContextType>;
  publications?: Resolver<Array<ResolversTypes['ResumePublication']>, ParentType, ContextType>;
  skills?: Resolver<Array<ResolversTypes['ResumeSkill']>, ParentType, ContextType>;
  languages?: Resolver<Array<ResolversTypes['ResumeLanguage']>, ParentType, ContextType>;
  interests?: Resolver<Array<ResolversTypes['ResumeInterest']>, ParentType, ContextType>;
  references?: Resolver<Array<ResolversTypes['ResumeReference']>, ParentType, ContextType>;
  projects?: Resolver<Array<ResolversTypes['ResumeProject']>, ParentType, ContextType>;
};

export type ResumeBasicsResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['ResumeBasics'] = ResolversParentTypes['ResumeBasics']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['ResumeLocation']>, ParentType, ContextType>;
  profiles?: Resolver<Array<ResolversTypes['ResumeProfile']>, ParentType, ContextType>;
};

export type ResumeLocationResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['ResumeLocation'] = ResolversParentTypes['ResumeLocation']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  countryCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ResumeProfileResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['ResumeProfile'] = ResolversParentTypes['ResumeProfile']> = {
  network?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  username?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ResumeWorkResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['ResumeWork'] = ResolversParentTypes['ResumeWork']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startDate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  highlights?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ResumeVolunteerResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['ResumeVolunteer'] = ResolversParentTypes['ResumeVolunteer']> = {
  organization?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startDate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  highlights?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ResumeEducationResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['ResumeEducation'] = ResolversParentTypes['ResumeEducation']> = {
  institution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  area?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  studyType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startDate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  courses?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ResumeAwardResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['ResumeAward'] = ResolversParentTypes['ResumeAward']> = {
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  awarder?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ResumeCertificateResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['ResumeCertificate'] = ResolversParentTypes['ResumeCertificate']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ResumePublicationResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['ResumePublication'] = ResolversParentTypes['ResumePublication']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publisher?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  releaseDate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ResumeSkillResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['ResumeSkill'] = ResolversParentTypes['ResumeSkill']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  keywords?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ResumeLanguageResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['ResumeLanguage'] = ResolversParentTypes['ResumeLanguage']> = {
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fluency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ResumeInterestResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['ResumeInterest'] = ResolversParentTypes['ResumeInterest']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  keywords?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ResumeReferenceResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['ResumeReference'] = ResolversParentTypes['ResumeReference']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ResumeProjectResolvers<ContextType = CandidateContext, ParentType extends ResolversParentTypes['ResumeProject'] = ResolversParentTypes['ResumeProject']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  highlights?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  keywords?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  startDate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  entity?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = CandidateContext> = {
  DateTime?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Candidate?: CandidateResolvers<ContextType>;
  CandidateConnection?: CandidateConnectionResolvers<ContextType>;
  CandidateEdge?: CandidateEdgeResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  Application?: ApplicationResolvers<ContextType>;
  ApplicationConnection?: ApplicationConnectionResolvers<ContextType>;
  ApplicationEdge?: ApplicationEdgeResolvers<ContextType>;
  ApplicationAnswer?: ApplicationAnswerResolvers<ContextType>;
  ApplicationSubmission?: ApplicationSubmissionResolvers<ContextType>;
  ApplicationRejection?: ApplicationRejectionResolvers<ContextType>;
  ApplicationHire?: ApplicationHireResolvers<ContextType>;
  StageTransition?: StageTransitionResolvers<ContextType>;
  StageTransitionConnection?: StageTransitionConnectionResolvers<ContextType>;
  StageTransitionEdge?: StageTransitionEdgeResolvers<ContextType>;
  TransitionActor?: TransitionActorResolvers<ContextType>;
  TimeInStage?: TimeInStageResolvers<ContextType>;
  StageCount?: StageCountResolvers<ContextType>;
  Job?: JobResolvers<ContextType>;
  PipelineStage?: PipelineStageResolvers<ContextType>;
  Opening?: OpeningResolvers<ContextType>;
  JobPost?: JobPostResolvers<ContextType>;
  RejectionReason?: RejectionReasonResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  ApplicationFacts?: ApplicationFactsResolvers<ContextType>;
  SubmitApplicationPayload?: SubmitApplicationPayloadResolvers<ContextType>;
  SubmissionReceipt?: SubmissionReceiptResolvers<ContextType>;
  MoveApplicationsPayload?: MoveApplicationsPayloadResolvers<ContextType>;
  ApplicationMoveResult?: ApplicationMoveResultResolvers<ContextType>;
  AddApplicationPayload?: AddApplicationPayloadResolvers<ContextType>;
  MoveApplicationPayload?: MoveApplicationPayloadResolvers<ContextType>;
  RejectApplicationPayload?: RejectApplicationPayloadResolvers<ContextType>;
  UnrejectApplicationPayload?: UnrejectApplicationPayloadResolvers<ContextType>;
  WithdrawApplicationPayload?: WithdrawApplicationPayloadResolvers<ContextType>;
  HireApplicationPayload?: HireApplicationPayloadResolvers<ContextType>;
  UnhireApplicationPayload?: UnhireApplicationPayloadResolvers<ContextType>;
  TransferApplicationPayload?: TransferApplicationPayloadResolvers<ContextType>;
  CreateCandidatePayload?: CreateCandidatePayloadResolvers<ContextType>;
  UpdateCandidatePayload?: UpdateCandidatePayloadResolvers<ContextType>;
  TagCandidatePayload?: TagCandidatePayloadResolvers<ContextType>;
  Resume?: ResumeResolvers<ContextType>;
  ResumeBasics?: ResumeBasicsResolvers<ContextType>;
  ResumeLocation?: ResumeLocationResolvers<ContextType>;
  ResumeProfile?: ResumeProfileResolvers<ContextType>;
  ResumeWork?: ResumeWorkResolvers<ContextType>;
  ResumeVolunteer?: ResumeVolunteerResolvers<ContextType>;
  ResumeEducation?: ResumeEducationResolvers<ContextType>;
  ResumeAward?: ResumeAwardResolvers<ContextType>;
  ResumeCertificate?: ResumeCertificateResolvers<ContextType>;
  ResumePublication?: ResumePublicationResolvers<ContextType>;
  ResumeSkill?: ResumeSkillResolvers<ContextType>;
  ResumeLanguage?: ResumeLanguageResolvers<ContextType>;
  ResumeInterest?: ResumeInterestResolvers<ContextType>;
  ResumeReference?: ResumeReferenceResolvers<ContextType>;
  ResumeProject?: ResumeProjectResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = CandidateContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
