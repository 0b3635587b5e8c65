// Made by `npm run codegen` from schema.graphql and the shared schema: change those, then run it again.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { JobNode, JobPage, JobEdgeNode, StageNode, OpeningNode, OpeningPage, OpeningEdgeNode, CriterionNode, SpanNode, MemberNode, PostNode, PostPage, PostEdgeNode, QuestionNode, ReasonNode, ReasonPage, ReasonEdgeNode, UserNode, UserPage, UserEdgeNode, TenantNode } from '../nodes.ts';
import type { UserErrorView } from '@hiregraph/subgraph';
import type { JobContext } from '../context.ts';
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
  /**
   * The user who asks, as the directory knows them; enters them there, or renews their name, from the token's claims. Null
   * for candidates and without a token.
   */
  me?: Maybe<User>;
  /** Staff of the company, by name. */
  users: UserConnection;
  /** One job; null where it is absent or not the caller's. */
  job?: Maybe<Job>;
  /** The jobs that the caller may see. */
  jobs: JobConnection;
  /** The reasons that applications can be rejected for, by label. */
  rejectionReasons: RejectionReasonConnection;
  /** One job post; null where it is absent or not the caller's. */
  jobPost?: Maybe<JobPost>;
  /** A company's published posts, the newest first; posts of one job stand together. Needs no token. */
  publishedJobPosts: JobPostConnection;
  /** What other services may ask of one job, by its id or one of its posts'. For services alone; null for everybody else. */
  jobFacts?: Maybe<JobFacts>;
  /** What other services may ask of one rejection reason. For services alone; null for everybody else. */
  rejectionReasonFacts?: Maybe<RejectionReasonFacts>;
};


export type QueryUsersArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryJobArgs = {
  id: Scalars['ID']['input'];
};


export type QueryJobsArgs = {
  filter?: InputMaybe<JobFilter>;
  sort?: InputMaybe<JobSort>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRejectionReasonsArgs = {
  side?: InputMaybe<RejectionSide>;
  active?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryJobPostArgs = {
  id: Scalars['ID']['input'];
  company?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPublishedJobPostsArgs = {
  company: Scalars['String']['input'];
  filter?: InputMaybe<PublishedJobPostFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryJobFactsArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  postId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryRejectionReasonFactsArgs = {
  id: Scalars['ID']['input'];
};

export type Mutation = {
  /** Drafts a job: DRAFT. Without stages it gets a default pipeline; without openings one seat. A recruiter who drafts a confidential job is put on its hiring team. */
  createJob: CreateJobPayload;
  /** Changes a job's own fields. What is not given stays as it is. Making it confidential unpublishes its posts. */
  updateJob: UpdateJobPayload;
  /** Opens a draft: OPEN. Needs an active stage that applications can enter, and an open seat. */
  openJob: OpenJobPayload;
  /** Puts an open job on hold: ON_HOLD. Unpublishes its posts. */
  holdJob: HoldJobPayload;
  /** Opens a job on hold again: OPEN. Needs what opening needs; posts stay unpublished until they are published again. */
  resumeJob: ResumeJobPayload;
  /** Closes an open job or one on hold: CLOSED. Unpublishes its posts and refuses hires that are asked for later; seats that are reserved finish. */
  closeJob: CloseJobPayload;
  /** Opens a closed job again: OPEN. Needs what opening needs; posts stay unpublished until they are published again. */
  reopenJob: ReopenJobPayload;
  /** Archives a closed job: ARCHIVED. Nothing of it can be changed any more, save that a hire may be taken back. */
  archiveJob: ArchiveJobPayload;
  /** Adds seats to a job; at most 100 at once and 500 in all. */
  addOpenings: AddOpeningsPayload;
  /** Closes an open seat without a hire. A seat that is reserved (SEAT_RESERVED) or filled cannot be closed. */
  closeOpening: CloseOpeningPayload;
  /** Adds a stage to a job's pipeline, before the HIRED stage where no position is given. */
  addStage: AddStagePayload;
  /** Changes a stage's name, kind or time limit. What is not given stays as it is. */
  updateStage: UpdateStagePayload;
  /** Puts a job's active stages into another order; the HIRED stage stays the last. */
  reorderStages: ReorderStagesPayload;
  /** Retires a stage: applications in it stay, and no others enter. The HIRED stage and the last one that applications can enter are needed (STAGE_IN_USE). */
  retireStage: RetireStagePayload;
  /** Sets who is on a job's hiring team; replaces the team. */
  setHiringTeam: SetHiringTeamPayload;
  /** Sets what a job asks of a person. Matches criteria by id, adds those without an id, and deactivates what it leaves out. */
  setCriteria: SetCriteriaPayload;
  /** Drafts a public text for a job: DRAFT. */
  createJobPost: CreateJobPostPayload;
  /** Changes a job post, also a published one. What is not given stays as it is. */
  updateJobPost: UpdateJobPostPayload;
  /** Publishes a post: PUBLISHED. Needs its job OPEN and not confidential, and a text. */
  publishJobPost: PublishJobPostPayload;
  /** Takes a published post back: UNPUBLISHED. */
  unpublishJobPost: UnpublishJobPostPayload;
  /** Makes a reason that applications can be rejected for. Its label is unique among the active ones of its side. */
  createRejectionReason: CreateRejectionReasonPayload;
  /** Retires a reason: it can be given no more, and stays where it was given. */
  retireRejectionReason: RetireRejectionReasonPayload;
  /** Puts a user into the directory, or changes their name. A name that was set so is not replaced by the one in a token. */
  upsertUser: UpsertUserPayload;
  /** Makes a DRAFT job of a posting as companies write it: its title, a DRAFT post with the text unchanged, and criteria with the span of the text that each came from. */
  importJobPosting: ImportJobPostingPayload;
};


export type MutationCreateJobArgs = {
  input: CreateJobInput;
};


export type MutationUpdateJobArgs = {
  input: UpdateJobInput;
};


export type MutationOpenJobArgs = {
  input: OpenJobInput;
};


export type MutationHoldJobArgs = {
  input: HoldJobInput;
};


export type MutationResumeJobArgs = {
  input: ResumeJobInput;
};


export type MutationCloseJobArgs = {
  input: CloseJobInput;
};


export type MutationReopenJobArgs = {
  input: ReopenJobInput;
};


export type MutationArchiveJobArgs = {
  input: ArchiveJobInput;
};


export type MutationAddOpeningsArgs = {
  input: AddOpeningsInput;
};


export type MutationCloseOpeningArgs = {
  input: CloseOpeningInput;
};


export type MutationAddStageArgs = {
  input: AddStageInput;
};


export type MutationUpdateStageArgs = {
  input: UpdateStageInput;
};


export type MutationReorderStagesArgs = {
  input: ReorderStagesInput;
};


export type MutationRetireStageArgs = {
  input: RetireStageInput;
};


export type MutationSetHiringTeamArgs = {
  input: SetHiringTeamInput;
};


export type MutationSetCriteriaArgs = {
  input: SetCriteriaInput;
};


export type MutationCreateJobPostArgs = {
  input: CreateJobPostInput;
};


export type MutationUpdateJobPostArgs = {
  input: UpdateJobPostInput;
};


export type MutationPublishJobPostArgs = {
  input: PublishJobPostInput;
};


export type MutationUnpublishJobPostArgs = {
  input: UnpublishJobPostInput;
};


export type MutationCreateRejectionReasonArgs = {
  input: CreateRejectionReasonInput;
};


export type MutationRetireRejectionReasonArgs = {
  input: RetireRejectionReasonInput;
};


export type MutationUpsertUserArgs = {
  input: UpsertUserInput;
};


export type MutationImportJobPostingArgs = {
  input: ImportJobPostingInput;
};

/** What a company hires for. */
export type Job = {
  /** Opaque; begins with `job_`. */
  id: Scalars['ID']['output'];
  /** What the job is called inside the company. */
  title: Scalars['String']['output'];
  /** The part of the company that hires; null where none is named. */
  department?: Maybe<Scalars['String']['output']>;
  /** Where the work is done, at most 20 places. */
  locations: Array<Scalars['String']['output']>;
  /** How a person is employed. */
  employmentType: EmploymentType;
  /** Whether the work can be done from anywhere. */
  remote: Scalars['Boolean']['output'];
  /** Whether the job, with all that hangs on it, is for ADMIN and its hiring team alone. */
  confidential: Scalars['Boolean']['output'];
  /** Where it stands. */
  status: JobStatus;
  /** Who hires, at most 100; null for an ANALYST. */
  hiringTeam?: Maybe<Array<HiringTeamMember>>;
  /** What it asks of a person, in order: at most 100 active ones, 160 in all. */
  criteria: Array<Criterion>;
  /** Its pipeline in order, retired stages included, at most 50. */
  stages: Array<PipelineStage>;
  /** Its seats, the oldest first. */
  openings: OpeningConnection;
  /** Its public texts, the oldest first, at most 20. */
  posts: Array<JobPost>;
  /** When it was first opened; null while it is a draft. */
  openedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was closed; null while it is not. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Rises with every change to its stages; stage changes say which plan they were decided on. */
  planVersion: Scalars['Int']['output'];
  /** Counts the changes to what this object shows; give it as `expectedVersion`. A seat's reservation does not raise it. */
  version: Scalars['Int']['output'];
  /** When it was drafted. */
  createdAt: Scalars['DateTime']['output'];
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
};


/** What a company hires for. */
export type JobCriteriaArgs = {
  includeInactive?: InputMaybe<Scalars['Boolean']['input']>;
};


/** What a company hires for. */
export type JobOpeningsArgs = {
  status?: InputMaybe<OpeningStatus>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** How a person is employed. */
export type EmploymentType =
  /** For the whole week. */
  | 'FULL_TIME'
  /** For a part of the week. */
  | 'PART_TIME'
  /** As a contractor. */
  | 'CONTRACT'
  /** For a limited time. */
  | 'TEMPORARY'
  /** To learn. */
  | 'INTERNSHIP';

/** Where a job stands: DRAFT → OPEN ⇄ ON_HOLD → CLOSED → ARCHIVED; OPEN → CLOSED; CLOSED → OPEN. */
export type JobStatus =
  /** Being written; nobody can apply in public. */
  | 'DRAFT'
  /** People are hired for it. */
  | 'OPEN'
  /** Nobody is hired for the time being. */
  | 'ON_HOLD'
  /** Nobody is hired any more; it can be reopened. */
  | 'CLOSED'
  /** Put away for good. */
  | 'ARCHIVED';

/** One step of a job's hiring pipeline. */
export type PipelineStage = {
  /** Opaque; begins with `stg_`. */
  id: Scalars['ID']['output'];
  /** What it is called. */
  name: Scalars['String']['output'];
  /** What happens in it. */
  kind: StageKind;
  /** Its place in the pipeline, from 0. Retired stages keep theirs. */
  position: Scalars['Int']['output'];
  /** How many hours an application should stay in it at most; null where nothing is agreed. */
  slaHours?: Maybe<Scalars['Int']['output']>;
  /** False once it is retired: no more applications enter it. */
  active: Scalars['Boolean']['output'];
};

/** What happens in a stage. */
export type StageKind =
  /** People whom the company found itself; who applies does not enter it. */
  | 'LEAD'
  /** Applications are read. */
  | 'REVIEW'
  /** A first talk. */
  | 'SCREEN'
  /** An interview. */
  | 'INTERVIEW'
  /** A task or a test. */
  | 'ASSESSMENT'
  /** An offer is made. */
  | 'OFFER'
  /** Who was hired. Exactly one of a pipeline; entered by hiring only. */
  | 'HIRED';

/** One seat of a job. A hire fills exactly one. */
export type Opening = {
  /** Opaque; begins with `opn_`. */
  id: Scalars['ID']['output'];
  /** Where it stands. */
  status: OpeningStatus;
  /** When the seat was opened: time to fill counts from here. */
  openedAt: Scalars['DateTime']['output'];
  /** The application that it is reserved for, or that filled it; null where there is none. */
  application?: Maybe<Application>;
  /** When it was closed without a hire; null where it was not. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it was closed without a hire; null where it was not. */
  closeReason?: Maybe<OpeningCloseReason>;
};

/** Where a seat stands: OPEN → RESERVED → FILLED, or OPEN → CLOSED. Released, or after an unhire, it is OPEN again. */
export type OpeningStatus =
  /** Free. */
  | 'OPEN'
  /** Held for a hire that is under way. */
  | 'RESERVED'
  /** Taken by a hire. */
  | 'FILLED'
  /** Closed without a hire. */
  | 'CLOSED';

/** Why a seat was closed without a hire. */
export type OpeningCloseReason =
  /** It is not needed any more. */
  | 'CANCELLED'
  /** Its job was closed. */
  | 'JOB_CLOSED'
  /** There is no money for it. */
  | 'BUDGET'
  /** Something else. */
  | 'OTHER';

/** Something that a job asks of a person; scorecards rate people against it. */
export type Criterion = {
  /** Opaque; begins with `cri_`. */
  id: Scalars['ID']['output'];
  /** What kind of demand it is. */
  kind: CriterionKind;
  /** What is asked. */
  text: Scalars['String']['output'];
  /** How many years of it are asked at least; null where no number is named. */
  minimumYears?: Maybe<Scalars['Int']['output']>;
  /** How much it counts in a scorecard's overall mean, 0 to 10: 5 a must, 1 a wish. */
  weight: Scalars['Float']['output'];
  /** The part of a post's text that it came from; null where it was written by hand, or its text was changed. */
  sourceSpan?: Maybe<SourceSpan>;
  /** False once setCriteria left it out. */
  active: Scalars['Boolean']['output'];
};

/** What kind of demand a criterion is. */
export type CriterionKind =
  /** Without it nobody is hired. */
  | 'MUST_HAVE'
  /** Something learnt or done before. */
  | 'QUALIFICATION'
  /** Something that a person can do. */
  | 'SKILL'
  /** How a person thinks and works with others. */
  | 'MINDSET'
  /** Something that the person will do. */
  | 'RESPONSIBILITY';

/** A part of a post's text as it was imported. */
export type SourceSpan = {
  /** The post that the text was imported into. */
  post?: Maybe<JobPost>;
  /** Where it begins, in UTF-16 code units from 0. */
  start: Scalars['Int']['output'];
  /** Where it ends: the unit behind the last one. */
  end: Scalars['Int']['output'];
};

/** Somebody on a job's hiring team. */
export type HiringTeamMember = {
  /** Who; null where the directory does not know them any more. */
  user?: Maybe<User>;
  /** What they do for this job. The token's role is the ceiling. */
  role: HiringTeamRole;
};

/** What somebody does on a hiring team. */
export type HiringTeamRole =
  /** Decides about the people; edits criteria, stages and openings. */
  | 'HIRING_MANAGER'
  /** Leads the process. */
  | 'RECRUITER'
  /** Plans interviews. */
  | 'COORDINATOR'
  /** Interviews. */
  | 'INTERVIEWER';

/** A job's public text. */
export type JobPost = {
  /** Opaque; begins with `pst_`. */
  id: Scalars['ID']['output'];
  /** The job; null without a token of staff who may read it. */
  job?: Maybe<Job>;
  /** The headline. */
  title: Scalars['String']['output'];
  /** The text, as plain text or Markdown. */
  body: Scalars['String']['output'];
  /** Where it stands. */
  status: JobPostStatus;
  /** When it was last published; null where it never was. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The post as a schema.org JobPosting: JSON text that may be put into a page's script element as it is. */
  jsonLd: Scalars['String']['output'];
  /** What applicants are asked, at most 50. */
  questions: Array<JobPostQuestion>;
  /** The name of the company that hires. */
  companyName: Scalars['String']['output'];
  /** The part of the company that hires; null where none is named. */
  department?: Maybe<Scalars['String']['output']>;
  /** Where the work is done. */
  locations: Array<Scalars['String']['output']>;
  /** How a person is employed. */
  employmentType: EmploymentType;
  /** Whether the work can be done from anywhere. */
  remote: Scalars['Boolean']['output'];
  /** Counts the changes to what this object shows; give it as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** When it was drafted. */
  createdAt: Scalars['DateTime']['output'];
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
};

/** Where a post stands. */
export type JobPostStatus =
  /** Never published yet. */
  | 'DRAFT'
  /** Public: people can apply for it. */
  | 'PUBLISHED'
  /** It was public, and is so no more. */
  | 'UNPUBLISHED';

/** Something that applicants are asked. */
export type JobPostQuestion = {
  /** Opaque; begins with `qst_`. */
  id: Scalars['ID']['output'];
  /** What is asked. */
  text: Scalars['String']['output'];
  /** How it is answered. */
  type: QuestionType;
  /** Whether an answer is needed. */
  required: Scalars['Boolean']['output'];
};

/** How a question is answered. */
export type QuestionType =
  /** With a line of text. */
  | 'TEXT'
  /** With several lines of text. */
  | 'LONG_TEXT'
  /** With yes or no. */
  | 'YES_NO'
  /** With a number. */
  | 'NUMBER'
  /** With a link. */
  | 'LINK';

/** Why an application is rejected. */
export type RejectionReason = {
  /** Opaque; begins with `rsn_`. */
  id: Scalars['ID']['output'];
  /** What it is called. */
  label: Scalars['String']['output'];
  /** Whose decision it is. */
  side: RejectionSide;
  /** False once it is retired: it can be given no more. */
  active: Scalars['Boolean']['output'];
  /** Counts the changes to what this object shows; give it as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
};

/** Whose decision ends a process. */
export type RejectionSide =
  /** The company's. */
  | 'COMPANY'
  /** The candidate's. */
  | 'CANDIDATE';

/** Staff. */
export type User = {
  /** Opaque; begins with `usr_`. */
  id: Scalars['ID']['output'];
  /** What they are called; null where nobody has told yet. */
  name?: Maybe<Scalars['String']['output']>;
  /** The company that they work for. */
  tenant?: Maybe<Tenant>;
  /** Counts the changes to what this object shows; give it as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** When they became known. */
  createdAt: Scalars['DateTime']['output'];
  /** When they last changed. */
  updatedAt: Scalars['DateTime']['output'];
};

/** A hiring organisation. */
export type Tenant = {
  /** Opaque; begins with `ten_`. */
  id: Scalars['ID']['output'];
  /** What public operations name it by, as `company`. */
  slug: Scalars['String']['output'];
  /** What it is called. */
  name: Scalars['String']['output'];
};

/** One candidate's process for one job. */
export type Application = {
  /** Opaque; begins with `app_`. */
  id: Scalars['ID']['output'];
};

/** A page of jobs. */
export type JobConnection = {
  /** The jobs of this page with their cursors. */
  edges: Array<JobEdge>;
  /** The jobs of this page. */
  nodes: Array<Job>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** One job of a page. */
export type JobEdge = {
  /** The job. */
  node: Job;
  /** Where it stands in the list. */
  cursor: Scalars['String']['output'];
};

/** A page of seats. */
export type OpeningConnection = {
  /** The seats of this page with their cursors. */
  edges: Array<OpeningEdge>;
  /** The seats of this page. */
  nodes: Array<Opening>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** One seat of a page. */
export type OpeningEdge = {
  /** The seat. */
  node: Opening;
  /** Where it stands in the list. */
  cursor: Scalars['String']['output'];
};

/** A page of posts. */
export type JobPostConnection = {
  /** The posts of this page with their cursors. */
  edges: Array<JobPostEdge>;
  /** The posts of this page. */
  nodes: Array<JobPost>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** One post of a page. */
export type JobPostEdge = {
  /** The post. */
  node: JobPost;
  /** Where it stands in the list. */
  cursor: Scalars['String']['output'];
};

/** A page of reasons. */
export type RejectionReasonConnection = {
  /** The reasons of this page with their cursors. */
  edges: Array<RejectionReasonEdge>;
  /** The reasons of this page. */
  nodes: Array<RejectionReason>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** One reason of a page. */
export type RejectionReasonEdge = {
  /** The reason. */
  node: RejectionReason;
  /** Where it stands in the list. */
  cursor: Scalars['String']['output'];
};

/** A page of users. */
export type UserConnection = {
  /** The users of this page with their cursors. */
  edges: Array<UserEdge>;
  /** The users of this page. */
  nodes: Array<User>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** One user of a page. */
export type UserEdge = {
  /** The user. */
  node: User;
  /** Where it stands in the list. */
  cursor: Scalars['String']['output'];
};

/** Which jobs. All that is given must hold. */
export type JobFilter = {
  /** Words that title, department or locations must have, each as it begins. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Those with one of these statuses. */
  status?: InputMaybe<Array<JobStatus>>;
  /** Those of this department, named exactly. */
  department?: InputMaybe<Scalars['String']['input']>;
  /** Those with this employment type. */
  employmentType?: InputMaybe<EmploymentType>;
  /** Those that can, or cannot, be done from anywhere. */
  remote?: InputMaybe<Scalars['Boolean']['input']>;
  /** Those that are, or are not, confidential. */
  confidential?: InputMaybe<Scalars['Boolean']['input']>;
  /** Those with this user on the hiring team. */
  hiringTeamUserId?: InputMaybe<Scalars['ID']['input']>;
  /** Those that changed after that. */
  updatedAfter?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The order of jobs. */
export type JobSort =
  /** The oldest first. */
  | 'CREATED_AT_ASC'
  /** The newest first. */
  | 'CREATED_AT_DESC'
  /** The one that changed longest ago first. */
  | 'UPDATED_AT_ASC'
  /** The one that changed last first. */
  | 'UPDATED_AT_DESC'
  /** The one that was opened longest ago first; those never opened before it. */
  | 'OPENED_AT_ASC'
  /** The one that was opened last first; those never opened at the end. */
  | 'OPENED_AT_DESC'
  /** By title, without regard to case and accents. */
  | 'TITLE_ASC'
  /** By title, backwards. */
  | 'TITLE_DESC';

/** Which published posts. All that is given must hold. */
export type PublishedJobPostFilter = {
  /** Words that headline, department or locations must have, each as it begins. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Those of this department, named exactly. */
  department?: InputMaybe<Scalars['String']['input']>;
  /** Those with this employment type. */
  employmentType?: InputMaybe<EmploymentType>;
  /** Those that can, or cannot, be done from anywhere. */
  remote?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A stage to make. */
export type PipelineStageInput = {
  /** What it is called, at most 100 characters. */
  name: Scalars['String']['input'];
  /** What happens in it. */
  kind: StageKind;
  /** How many hours an application should stay in it at most, 1 to 8,760. */
  slaHours?: InputMaybe<Scalars['Int']['input']>;
};

/** Somebody to be on a hiring team. */
export type HiringTeamMemberInput = {
  /** Who: somebody in the directory, each once. */
  userId: Scalars['ID']['input'];
  /** What they do for this job. */
  role: HiringTeamRole;
};

/** A criterion as it is to be. */
export type CriterionInput = {
  /** The criterion that it is; a new one where not given. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** What kind of demand it is. */
  kind: CriterionKind;
  /** What is asked, at most 2,000 characters. */
  text: Scalars['String']['input'];
  /** How many years of it are asked at least, 0 to 60. */
  minimumYears?: InputMaybe<Scalars['Int']['input']>;
  /** How much it counts, 0 to 10 in hundredths; as before, or else as its kind counts (MUST_HAVE 5, QUALIFICATION 4, others 3), where not given. */
  weight?: InputMaybe<Scalars['Float']['input']>;
};

/** A question as it is to be. */
export type JobPostQuestionInput = {
  /** The question that it is; a new one where not given. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** What is asked, at most 1,000 characters. */
  text: Scalars['String']['input'];
  /** How it is answered. */
  type: QuestionType;
  /** Whether an answer is needed. */
  required?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What job to draft. */
export type CreateJobInput = {
  /** What it is called inside the company, at most 200 characters. */
  title: Scalars['String']['input'];
  /** The part of the company that hires, at most 100 characters. */
  department?: InputMaybe<Scalars['String']['input']>;
  /** Where the work is done: at most 20 places of at most 100 characters. */
  locations?: InputMaybe<Array<Scalars['String']['input']>>;
  /** How a person is employed. */
  employmentType?: InputMaybe<EmploymentType>;
  /** Whether the work can be done from anywhere. */
  remote?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it is for ADMIN and its hiring team alone. */
  confidential?: InputMaybe<Scalars['Boolean']['input']>;
  /** How many seats it has, 0 to 100. */
  openings?: InputMaybe<Scalars['Int']['input']>;
  /** Its pipeline in order, at most 50; a default one where not given. The HIRED stage is the last, and is added where it is missing. */
  stages?: InputMaybe<Array<PipelineStageInput>>;
  /** Who hires, at most 100. */
  hiringTeam?: InputMaybe<Array<HiringTeamMemberInput>>;
  /** What it asks of a person, at most 100. */
  criteria?: InputMaybe<Array<CriterionInput>>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What to change about a job. */
export type UpdateJobInput = {
  /** The job. */
  jobId: Scalars['ID']['input'];
  /** What it is called inside the company, at most 200 characters. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** The part of the company that hires, at most 100 characters; none where null. */
  department?: InputMaybe<Scalars['String']['input']>;
  /** Where the work is done: at most 20 places of at most 100 characters. */
  locations?: InputMaybe<Array<Scalars['String']['input']>>;
  /** How a person is employed. */
  employmentType?: InputMaybe<EmploymentType>;
  /** Whether the work can be done from anywhere. */
  remote?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it is for ADMIN and its hiring team alone. A recruiter must be on the team to make it so. */
  confidential?: InputMaybe<Scalars['Boolean']['input']>;
  /** The job's version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which draft to open. */
export type OpenJobInput = {
  /** The job. */
  jobId: Scalars['ID']['input'];
  /** The job's version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which job to put on hold. */
export type HoldJobInput = {
  /** The job. */
  jobId: Scalars['ID']['input'];
  /** The job's version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which job on hold to open again. */
export type ResumeJobInput = {
  /** The job. */
  jobId: Scalars['ID']['input'];
  /** The job's version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which job to close. */
export type CloseJobInput = {
  /** The job. */
  jobId: Scalars['ID']['input'];
  /** The job's version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which closed job to open again. */
export type ReopenJobInput = {
  /** The job. */
  jobId: Scalars['ID']['input'];
  /** The job's version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which closed job to archive. */
export type ArchiveJobInput = {
  /** The job. */
  jobId: Scalars['ID']['input'];
  /** The job's version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** How many seats to add. */
export type AddOpeningsInput = {
  /** The job. */
  jobId: Scalars['ID']['input'];
  /** How many, 1 to 100. */
  count?: Scalars['Int']['input'];
  /** The job's version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which seat to close. */
export type CloseOpeningInput = {
  /** The seat. */
  openingId: Scalars['ID']['input'];
  /** Why it is closed. */
  reason: OpeningCloseReason;
  /** The job's version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What stage to add. */
export type AddStageInput = {
  /** The job. */
  jobId: Scalars['ID']['input'];
  /** What it is called, at most 100 characters. */
  name: Scalars['String']['input'];
  /** What happens in it; not HIRED. */
  kind: StageKind;
  /** Its place in the pipeline, from 0; before the HIRED stage where not given. */
  position?: InputMaybe<Scalars['Int']['input']>;
  /** How many hours an application should stay in it at most, 1 to 8,760. */
  slaHours?: InputMaybe<Scalars['Int']['input']>;
  /** The job's version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What to change about a stage. */
export type UpdateStageInput = {
  /** The stage. */
  stageId: Scalars['ID']['input'];
  /** What it is called, at most 100 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What happens in it; not to, and not from, HIRED. */
  kind?: InputMaybe<StageKind>;
  /** How many hours an application should stay in it at most, 1 to 8,760; nothing agreed where null. */
  slaHours?: InputMaybe<Scalars['Int']['input']>;
  /** The job's version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** In which order the stages are to be. */
export type ReorderStagesInput = {
  /** The job. */
  jobId: Scalars['ID']['input'];
  /** Every active stage once. Retired stages keep their places. */
  stageIds: Array<Scalars['ID']['input']>;
  /** The job's version that the caller saw; another one is a CONFLICT. */
  expectedVersion: Scalars['Int']['input'];
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which stage to retire. */
export type RetireStageInput = {
  /** The stage. */
  stageId: Scalars['ID']['input'];
  /** The job's version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Who is to be on the hiring team. */
export type SetHiringTeamInput = {
  /** The job. */
  jobId: Scalars['ID']['input'];
  /** All of them, each once, at most 100. */
  members: Array<HiringTeamMemberInput>;
  /** The job's version that the caller saw; another one is a CONFLICT. */
  expectedVersion: Scalars['Int']['input'];
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What the job is to ask of a person. */
export type SetCriteriaInput = {
  /** The job. */
  jobId: Scalars['ID']['input'];
  /** All of them in order, at most 100. What is left out is deactivated. */
  criteria: Array<CriterionInput>;
  /** The job's version that the caller saw; another one is a CONFLICT. */
  expectedVersion: Scalars['Int']['input'];
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What public text to draft. */
export type CreateJobPostInput = {
  /** The job. */
  jobId: Scalars['ID']['input'];
  /** The headline, at most 200 characters; the job's title where not given. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** The text, as plain text or Markdown, at most 100 KB. */
  body?: InputMaybe<Scalars['String']['input']>;
  /** What applicants are asked, at most 50. */
  questions?: InputMaybe<Array<JobPostQuestionInput>>;
  /** The job's version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What to change about a post. */
export type UpdateJobPostInput = {
  /** The post. */
  postId: Scalars['ID']['input'];
  /** The headline, at most 200 characters. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** The text, as plain text or Markdown, at most 100 KB. */
  body?: InputMaybe<Scalars['String']['input']>;
  /** What applicants are asked, at most 50; replaces all questions. */
  questions?: InputMaybe<Array<JobPostQuestionInput>>;
  /** The post's version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which post to publish. */
export type PublishJobPostInput = {
  /** The post. */
  postId: Scalars['ID']['input'];
  /** The post's version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which post to take back. */
export type UnpublishJobPostInput = {
  /** The post. */
  postId: Scalars['ID']['input'];
  /** The post's version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What reason to make. */
export type CreateRejectionReasonInput = {
  /** What it is called, at most 200 characters. */
  label: Scalars['String']['input'];
  /** Whose decision it is. */
  side: RejectionSide;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which reason to retire. */
export type RetireRejectionReasonInput = {
  /** The reason. */
  reasonId: Scalars['ID']['input'];
  /** The reason's version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Who to put into the directory: by `userId`, or by the issuer and the subject of their tokens. */
export type UpsertUserInput = {
  /** The user's id. Not together with `issuer` and `subject`. */
  userId?: InputMaybe<Scalars['ID']['input']>;
  /** Who issues their tokens. */
  issuer?: InputMaybe<Scalars['String']['input']>;
  /** What their tokens call them. */
  subject?: InputMaybe<Scalars['String']['input']>;
  /** What they are called, at most 200 characters. */
  name: Scalars['String']['input'];
  /** The user's version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The posting: either `text` or `jsonLd`, at most 100 KB. */
export type ImportJobPostingInput = {
  /** The posting as it is written. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** The posting as a schema.org JobPosting in JSON. */
  jsonLd?: InputMaybe<Scalars['String']['input']>;
  /** Whether the job is for ADMIN and its hiring team alone. */
  confidential?: InputMaybe<Scalars['Boolean']['input']>;
  /** How many seats the job has, 0 to 100. */
  openings?: InputMaybe<Scalars['Int']['input']>;
  /** Sent again with the same input, the outcome is the same and nothing changes again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What createJob answers. */
export type CreateJobPayload = {
  /** The job as it is now; null where there is none to show. */
  job?: Maybe<Job>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What updateJob answers. */
export type UpdateJobPayload = {
  /** The job as it is now; null where there is none to show. */
  job?: Maybe<Job>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What openJob answers. */
export type OpenJobPayload = {
  /** The job as it is now; null where there is none to show. */
  job?: Maybe<Job>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What holdJob answers. */
export type HoldJobPayload = {
  /** The job as it is now; null where there is none to show. */
  job?: Maybe<Job>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What resumeJob answers. */
export type ResumeJobPayload = {
  /** The job as it is now; null where there is none to show. */
  job?: Maybe<Job>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What closeJob answers. */
export type CloseJobPayload = {
  /** The job as it is now; null where there is none to show. */
  job?: Maybe<Job>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What reopenJob answers. */
export type ReopenJobPayload = {
  /** The job as it is now; null where there is none to show. */
  job?: Maybe<Job>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What archiveJob answers. */
export type ArchiveJobPayload = {
  /** The job as it is now; null where there is none to show. */
  job?: Maybe<Job>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What addOpenings answers. */
export type AddOpeningsPayload = {
  /** The job as it is now; null where there is none to show. */
  job?: Maybe<Job>;
  /** The seats that were added. */
  openings: Array<Opening>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What closeOpening answers. */
export type CloseOpeningPayload = {
  /** The job as it is now; null where there is none to show. */
  job?: Maybe<Job>;
  /** The seat as it is now; null where there is none to show. */
  opening?: Maybe<Opening>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What addStage answers. */
export type AddStagePayload = {
  /** The job as it is now; null where there is none to show. */
  job?: Maybe<Job>;
  /** The stage as it is now; null where there is none to show. */
  stage?: Maybe<PipelineStage>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What updateStage answers. */
export type UpdateStagePayload = {
  /** The job as it is now; null where there is none to show. */
  job?: Maybe<Job>;
  /** The stage as it is now; null where there is none to show. */
  stage?: Maybe<PipelineStage>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What reorderStages answers. */
export type ReorderStagesPayload = {
  /** The job as it is now; null where there is none to show. */
  job?: Maybe<Job>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What retireStage answers. */
export type RetireStagePayload = {
  /** The job as it is now; null where there is none to show. */
  job?: Maybe<Job>;
  /** The stage as it is now; null where there is none to show. */
  stage?: Maybe<PipelineStage>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What setHiringTeam answers. */
export type SetHiringTeamPayload = {
  /** The job as it is now; null where there is none to show. */
  job?: Maybe<Job>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What setCriteria answers. */
export type SetCriteriaPayload = {
  /** The job as it is now; null where there is none to show. */
  job?: Maybe<Job>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What createJobPost answers. */
export type CreateJobPostPayload = {
  /** The post as it is now; null where there is none to show. */
  jobPost?: Maybe<JobPost>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What updateJobPost answers. */
export type UpdateJobPostPayload = {
  /** The post as it is now; null where there is none to show. */
  jobPost?: Maybe<JobPost>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What publishJobPost answers. */
export type PublishJobPostPayload = {
  /** The post as it is now; null where there is none to show. */
  jobPost?: Maybe<JobPost>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What unpublishJobPost answers. */
export type UnpublishJobPostPayload = {
  /** The post as it is now; null where there is none to show. */
  jobPost?: Maybe<JobPost>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What createRejectionReason answers. */
export type CreateRejectionReasonPayload = {
  /** The reason as it is now; null where there is none to show. */
  rejectionReason?: Maybe<RejectionReason>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What retireRejectionReason answers. */
export type RetireRejectionReasonPayload = {
  /** The reason as it is now; null where there is none to show. */
  rejectionReason?: Maybe<RejectionReason>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What upsertUser answers. */
export type UpsertUserPayload = {
  /** The user as they are now; null where there is none to show. */
  user?: Maybe<User>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What importJobPosting answers. */
export type ImportJobPostingPayload = {
  /** The job as it is now; null where there is none to show. */
  job?: Maybe<Job>;
  /** The post as it is now; null where there is none to show. */
  jobPost?: Maybe<JobPost>;
  /** What the caller can put right; empty where all went well. */
  userErrors: Array<UserError>;
};

/** What other services may ask of one job. */
export type JobFacts = {
  /** The job's id. */
  id: Scalars['ID']['output'];
  /** The sequence of its newest event. */
  lastSequence: Scalars['Int']['output'];
  /** When that event happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** What it is called inside the company. */
  title: Scalars['String']['output'];
  /** Where it stands. */
  status: JobStatus;
  /** The part of the company that hires. */
  department?: Maybe<Scalars['String']['output']>;
  /** Where the work is done. */
  locations: Array<Scalars['String']['output']>;
  /** How a person is employed. */
  employmentType: EmploymentType;
  /** Whether it is for ADMIN and its hiring team alone. */
  confidential: Scalars['Boolean']['output'];
  /** Rises with every change to its stages. */
  planVersion: Scalars['Int']['output'];
  /** Its pipeline in order, retired stages included. */
  stages: Array<StageFacts>;
  /** Who hires. */
  hiringTeam: Array<TeamFacts>;
  /** What it asks of a person, inactive criteria included. */
  criteria: Array<CriterionFacts>;
  /** The posts that are published. */
  publishedPosts: Array<Scalars['ID']['output']>;
  /** The questions of published posts that must be answered. */
  requiredQuestions: Array<RequiredQuestionFacts>;
  /** How many seats are free. */
  openSeats: Scalars['Int']['output'];
};

/** A question that must be answered, as other services know it. */
export type RequiredQuestionFacts = {
  /** The published post that asks it. */
  postId: Scalars['ID']['output'];
  /** The question's id. */
  questionId: Scalars['ID']['output'];
};

/** A stage, as other services know it. */
export type StageFacts = {
  /** The stage's id. */
  id: Scalars['ID']['output'];
  /** What it is called. */
  name: Scalars['String']['output'];
  /** What happens in it. */
  kind: StageKind;
  /** Its place in the pipeline. */
  position: Scalars['Int']['output'];
  /** How many hours an application should stay in it at most. */
  slaHours?: Maybe<Scalars['Int']['output']>;
  /** False once it is retired. */
  active: Scalars['Boolean']['output'];
};

/** Somebody on a hiring team, as other services know them. */
export type TeamFacts = {
  /** Who. */
  userId: Scalars['ID']['output'];
  /** What they do for the job. */
  role: HiringTeamRole;
};

/** A criterion, as other services know it. */
export type CriterionFacts = {
  /** The criterion's id. */
  id: Scalars['ID']['output'];
  /** What kind of demand it is. */
  kind: CriterionKind;
  /** How much it counts. */
  weight: Scalars['Float']['output'];
  /** False once setCriteria left it out. */
  active: Scalars['Boolean']['output'];
};

/** What other services may ask of one rejection reason. */
export type RejectionReasonFacts = {
  /** The reason's id. */
  id: Scalars['ID']['output'];
  /** The sequence of its newest event. */
  lastSequence: Scalars['Int']['output'];
  /** When that event happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** Whose decision it is. */
  side: RejectionSide;
  /** False once it is retired. */
  active: Scalars['Boolean']['output'];
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
  Job: Job;
  PipelineStage: PipelineStage;
  Opening: Opening;
  Criterion: Criterion;
  JobPost: JobPost;
  RejectionReason: RejectionReason;
  User: User;
  Tenant: Tenant;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Job:
    ( { __typename: 'Job' }
    & GraphQLRecursivePick<FederationTypes['Job'], {"id":true}> );
  PipelineStage:
    ( { __typename: 'PipelineStage' }
    & GraphQLRecursivePick<FederationTypes['PipelineStage'], {"id":true}> );
  Opening:
    ( { __typename: 'Opening' }
    & GraphQLRecursivePick<FederationTypes['Opening'], {"id":true}> );
  Criterion:
    ( { __typename: 'Criterion' }
    & GraphQLRecursivePick<FederationTypes['Criterion'], {"id":true}> );
  JobPost:
    ( { __typename: 'JobPost' }
    & GraphQLRecursivePick<FederationTypes['JobPost'], {"id":true}> );
  RejectionReason:
    ( { __typename: 'RejectionReason' }
    & GraphQLRecursivePick<FederationTypes['RejectionReason'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
  Tenant:
    ( { __typename: 'Tenant' }
    & GraphQLRecursivePick<FederationTypes['Tenant'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  UserError: ResolverTypeWrapper<UserErrorView>;
  UserErrorCode: UserErrorCode;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Job: ResolverTypeWrapper<JobNode>;
  EmploymentType: EmploymentType;
  JobStatus: JobStatus;
  PipelineStage: ResolverTypeWrapper<StageNode>;
  StageKind: StageKind;
  Opening: ResolverTypeWrapper<OpeningNode>;
  OpeningStatus: OpeningStatus;
  OpeningCloseReason: OpeningCloseReason;
  Criterion: ResolverTypeWrapper<CriterionNode>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  CriterionKind: CriterionKind;
  SourceSpan: ResolverTypeWrapper<SpanNode>;
  HiringTeamMember: ResolverTypeWrapper<MemberNode>;
  HiringTeamRole: HiringTeamRole;
  JobPost: ResolverTypeWrapper<PostNode>;
  JobPostStatus: JobPostStatus;
  JobPostQuestion: ResolverTypeWrapper<QuestionNode>;
  QuestionType: QuestionType;
  RejectionReason: ResolverTypeWrapper<ReasonNode>;
  RejectionSide: RejectionSide;
  User: ResolverTypeWrapper<UserNode>;
  Tenant: ResolverTypeWrapper<TenantNode>;
  Application: ResolverTypeWrapper<Application>;
  JobConnection: ResolverTypeWrapper<JobPage>;
  JobEdge: ResolverTypeWrapper<JobEdgeNode>;
  OpeningConnection: ResolverTypeWrapper<OpeningPage>;
  OpeningEdge: ResolverTypeWrapper<OpeningEdgeNode>;
  JobPostConnection: ResolverTypeWrapper<PostPage>;
  JobPostEdge: ResolverTypeWrapper<PostEdgeNode>;
  RejectionReasonConnection: ResolverTypeWrapper<ReasonPage>;
  RejectionReasonEdge: ResolverTypeWrapper<ReasonEdgeNode>;
  UserConnection: ResolverTypeWrapper<UserPage>;
  UserEdge: ResolverTypeWrapper<UserEdgeNode>;
  JobFilter: JobFilter;
  JobSort: JobSort;
  PublishedJobPostFilter: PublishedJobPostFilter;
  PipelineStageInput: PipelineStageInput;
  HiringTeamMemberInput: HiringTeamMemberInput;
  CriterionInput: CriterionInput;
  JobPostQuestionInput: JobPostQuestionInput;
  CreateJobInput: CreateJobInput;
  UpdateJobInput: UpdateJobInput;
  OpenJobInput: OpenJobInput;
  HoldJobInput: HoldJobInput;
  ResumeJobInput: ResumeJobInput;
  CloseJobInput: CloseJobInput;
  ReopenJobInput: ReopenJobInput;
  ArchiveJobInput: ArchiveJobInput;
  AddOpeningsInput: AddOpeningsInput;
  CloseOpeningInput: CloseOpeningInput;
  AddStageInput: AddStageInput;
  UpdateStageInput: UpdateStageInput;
  ReorderStagesInput: ReorderStagesInput;
  RetireStageInput: RetireStageInput;
  SetHiringTeamInput: SetHiringTeamInput;
  SetCriteriaInput: SetCriteriaInput;
  CreateJobPostInput: CreateJobPostInput;
  UpdateJobPostInput: UpdateJobPostInput;
  PublishJobPostInput: PublishJobPostInput;
  UnpublishJobPostInput: UnpublishJobPostInput;
  CreateRejectionReasonInput: CreateRejectionReasonInput;
  RetireRejectionReasonInput: RetireRejectionReasonInput;
  UpsertUserInput: UpsertUserInput;
  ImportJobPostingInput: ImportJobPostingInput;
  CreateJobPayload: ResolverTypeWrapper<Omit<CreateJobPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversTypes['Job']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdateJobPayload: ResolverTypeWrapper<Omit<UpdateJobPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversTypes['Job']>, userErrors: Array<ResolversTypes['UserError']> }>;
  OpenJobPayload: ResolverTypeWrapper<Omit<OpenJobPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversTypes['Job']>, userErrors: Array<ResolversTypes['UserError']> }>;
  HoldJobPayload: ResolverTypeWrapper<Omit<HoldJobPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversTypes['Job']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ResumeJobPayload: ResolverTypeWrapper<Omit<ResumeJobPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversTypes['Job']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CloseJobPayload: ResolverTypeWrapper<Omit<CloseJobPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversTypes['Job']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ReopenJobPayload: ResolverTypeWrapper<Omit<ReopenJobPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversTypes['Job']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ArchiveJobPayload: ResolverTypeWrapper<Omit<ArchiveJobPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversTypes['Job']>, userErrors: Array<ResolversTypes['UserError']> }>;
  AddOpeningsPayload: ResolverTypeWrapper<Omit<AddOpeningsPayload, 'job' | 'openings' | 'userErrors'> & { job?: Maybe<ResolversTypes['Job']>, openings: Array<ResolversTypes['Opening']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CloseOpeningPayload: ResolverTypeWrapper<Omit<CloseOpeningPayload, 'job' | 'opening' | 'userErrors'> & { job?: Maybe<ResolversTypes['Job']>, opening?: Maybe<ResolversTypes['Opening']>, userErrors: Array<ResolversTypes['UserError']> }>;
  AddStagePayload: ResolverTypeWrapper<Omit<AddStagePayload, 'job' | 'stage' | 'userErrors'> & { job?: Maybe<ResolversTypes['Job']>, stage?: Maybe<ResolversTypes['PipelineStage']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdateStagePayload: ResolverTypeWrapper<Omit<UpdateStagePayload, 'job' | 'stage' | 'userErrors'> & { job?: Maybe<ResolversTypes['Job']>, stage?: Maybe<ResolversTypes['PipelineStage']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ReorderStagesPayload: ResolverTypeWrapper<Omit<ReorderStagesPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversTypes['Job']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RetireStagePayload: ResolverTypeWrapper<Omit<RetireStagePayload, 'job' | 'stage' | 'userErrors'> & { job?: Maybe<ResolversTypes['Job']>, stage?: Maybe<ResolversTypes['PipelineStage']>, userErrors: Array<ResolversTypes['UserError']> }>;
  SetHiringTeamPayload: ResolverTypeWrapper<Omit<SetHiringTeamPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversTypes['Job']>, userErrors: Array<ResolversTypes['UserError']> }>;
  SetCriteriaPayload: ResolverTypeWrapper<Omit<SetCriteriaPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversTypes['Job']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateJobPostPayload: ResolverTypeWrapper<Omit<CreateJobPostPayload, 'jobPost' | 'userErrors'> & { jobPost?: Maybe<ResolversTypes['JobPost']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdateJobPostPayload: ResolverTypeWrapper<Omit<UpdateJobPostPayload, 'jobPost' | 'userErrors'> & { jobPost?: Maybe<ResolversTypes['JobPost']>, userErrors: Array<ResolversTypes['UserError']> }>;
  PublishJobPostPayload: ResolverTypeWrapper<Omit<PublishJobPostPayload, 'jobPost' | 'userErrors'> & { jobPost?: Maybe<ResolversTypes['JobPost']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UnpublishJobPostPayload: ResolverTypeWrapper<Omit<UnpublishJobPostPayload, 'jobPost' | 'userErrors'> & { jobPost?: Maybe<ResolversTypes['JobPost']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateRejectionReasonPayload: ResolverTypeWrapper<Omit<CreateRejectionReasonPayload, 'rejectionReason' | 'userErrors'> & { rejectionReason?: Maybe<ResolversTypes['RejectionReason']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RetireRejectionReasonPayload: ResolverTypeWrapper<Omit<RetireRejectionReasonPayload, 'rejectionReason' | 'userErrors'> & { rejectionReason?: Maybe<ResolversTypes['RejectionReason']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpsertUserPayload: ResolverTypeWrapper<Omit<UpsertUserPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ImportJobPostingPayload: ResolverTypeWrapper<Omit<ImportJobPostingPayload, 'job' | 'jobPost' | 'userErrors'> & { job?: Maybe<ResolversTypes['Job']>, jobPost?: Maybe<ResolversTypes['JobPost']>, userErrors: Array<ResolversTypes['UserError']> }>;
  JobFacts: ResolverTypeWrapper<JobNode>;
  RequiredQuestionFacts: ResolverTypeWrapper<RequiredQuestionFacts>;
  StageFacts: ResolverTypeWrapper<StageFacts>;
  TeamFacts: ResolverTypeWrapper<TeamFacts>;
  CriterionFacts: ResolverTypeWrapper<CriterionFacts>;
  RejectionReasonFacts: ResolverTypeWrapper<ReasonNode>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  UserError: UserErrorView;
  Query: Record<PropertyKey, never>;
  Int: Scalars['Int']['output'];
  ID: Scalars['ID']['output'];
  Mutation: Record<PropertyKey, never>;
  Job: JobNode;
  PipelineStage: StageNode;
  Opening: OpeningNode;
  Criterion: CriterionNode;
  Float: Scalars['Float']['output'];
  SourceSpan: SpanNode;
  HiringTeamMember: MemberNode;
  JobPost: PostNode;
  JobPostQuestion: QuestionNode;
  RejectionReason: ReasonNode;
  User: UserNode;
  Tenant: TenantNode;
  Application: Application;
  JobConnection: JobPage;
  JobEdge: JobEdgeNode;
  OpeningConnection: OpeningPage;
  OpeningEdge: OpeningEdgeNode;
  JobPostConnection: PostPage;
  JobPostEdge: PostEdgeNode;
  RejectionReasonConnection: ReasonPage;
  RejectionReasonEdge: ReasonEdgeNode;
  UserConnection: UserPage;
  UserEdge: UserEdgeNode;
  JobFilter: JobFilter;
  PublishedJobPostFilter: PublishedJobPostFilter;
  PipelineStageInput: PipelineStageInput;
  HiringTeamMemberInput: HiringTeamMemberInput;
  CriterionInput: CriterionInput;
  JobPostQuestionInput: JobPostQuestionInput;
  CreateJobInput: CreateJobInput;
  UpdateJobInput: UpdateJobInput;
  OpenJobInput: OpenJobInput;
  HoldJobInput: HoldJobInput;
  ResumeJobInput: ResumeJobInput;
  CloseJobInput: CloseJobInput;
  ReopenJobInput: ReopenJobInput;
  ArchiveJobInput: ArchiveJobInput;
  AddOpeningsInput: AddOpeningsInput;
  CloseOpeningInput: CloseOpeningInput;
  AddStageInput: AddStageInput;
  UpdateStageInput: UpdateStageInput;
  ReorderStagesInput: ReorderStagesInput;
  RetireStageInput: RetireStageInput;
  SetHiringTeamInput: SetHiringTeamInput;
  SetCriteriaInput: SetCriteriaInput;
  CreateJobPostInput: CreateJobPostInput;
  UpdateJobPostInput: UpdateJobPostInput;
  PublishJobPostInput: PublishJobPostInput;
  UnpublishJobPostInput: UnpublishJobPostInput;
  CreateRejectionReasonInput: CreateRejectionReasonInput;
  RetireRejectionReasonInput: RetireRejectionReasonInput;
  UpsertUserInput: UpsertUserInput;
  ImportJobPostingInput: ImportJobPostingInput;
  CreateJobPayload: Omit<CreateJobPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversParentTypes['Job']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdateJobPayload: Omit<UpdateJobPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversParentTypes['Job']>, userErrors: Array<ResolversParentTypes['UserError']> };
  OpenJobPayload: Omit<OpenJobPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversParentTypes['Job']>, userErrors: Array<ResolversParentTypes['UserError']> };
  HoldJobPayload: Omit<HoldJobPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversParentTypes['Job']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ResumeJobPayload: Omit<ResumeJobPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversParentTypes['Job']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CloseJobPayload: Omit<CloseJobPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversParentTypes['Job']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ReopenJobPayload: Omit<ReopenJobPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversParentTypes['Job']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ArchiveJobPayload: Omit<ArchiveJobPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversParentTypes['Job']>, userErrors: Array<ResolversParentTypes['UserError']> };
  AddOpeningsPayload: Omit<AddOpeningsPayload, 'job' | 'openings' | 'userErrors'> & { job?: Maybe<ResolversParentTypes['Job']>, openings: Array<ResolversParentTypes['Opening']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CloseOpeningPayload: Omit<CloseOpeningPayload, 'job' | 'opening' | 'userErrors'> & { job?: Maybe<ResolversParentTypes['Job']>, opening?: Maybe<ResolversParentTypes['Opening']>, userErrors: Array<ResolversParentTypes['UserError']> };
  AddStagePayload: Omit<AddStagePayload, 'job' | 'stage' | 'userErrors'> & { job?: Maybe<ResolversParentTypes['Job']>, stage?: Maybe<ResolversParentTypes['PipelineStage']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdateStagePayload: Omit<UpdateStagePayload, 'job' | 'stage' | 'userErrors'> & { job?: Maybe<ResolversParentTypes['Job']>, stage?: Maybe<ResolversParentTypes['PipelineStage']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ReorderStagesPayload: Omit<ReorderStagesPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversParentTypes['Job']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RetireStagePayload: Omit<RetireStagePayload, 'job' | 'stage' | 'userErrors'> & { job?: Maybe<ResolversParentTypes['Job']>, stage?: Maybe<ResolversParentTypes['PipelineStage']>, userErrors: Array<ResolversParentTypes['UserError']> };
  SetHiringTeamPayload: Omit<SetHiringTeamPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversParentTypes['Job']>, userErrors: Array<ResolversParentTypes['UserError']> };
  SetCriteriaPayload: Omit<SetCriteriaPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversParentTypes['Job']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateJobPostPayload: Omit<CreateJobPostPayload, 'jobPost' | 'userErrors'> & { jobPost?: Maybe<ResolversParentTypes['JobPost']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdateJobPostPayload: Omit<UpdateJobPostPayload, 'jobPost' | 'userErrors'> & { jobPost?: Maybe<ResolversParentTypes['JobPost']>, userErrors: Array<ResolversParentTypes['UserError']> };
  PublishJobPostPayload: Omit<PublishJobPostPayload, 'jobPost' | 'userErrors'> & { jobPost?: Maybe<ResolversParentTypes['JobPost']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UnpublishJobPostPayload: Omit<UnpublishJobPostPayload, 'jobPost' | 'userErrors'> & { jobPost?: Maybe<ResolversParentTypes['JobPost']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateRejectionReasonPayload: Omit<CreateRejectionReasonPayload, 'rejectionReason' | 'userErrors'> & { rejectionReason?: Maybe<ResolversParentTypes['RejectionReason']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RetireRejectionReasonPayload: Omit<RetireRejectionReasonPayload, 'rejectionReason' | 'userErrors'> & { rejectionReason?: Maybe<ResolversParentTypes['RejectionReason']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpsertUserPayload: Omit<UpsertUserPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ImportJobPostingPayload: Omit<ImportJobPostingPayload, 'job' | 'jobPost' | 'userErrors'> & { job?: Maybe<ResolversParentTypes['Job']>, jobPost?: Maybe<ResolversParentTypes['JobPost']>, userErrors: Array<ResolversParentTypes['UserError']> };
  JobFacts: JobNode;
  RequiredQuestionFacts: RequiredQuestionFacts;
  StageFacts: StageFacts;
  TeamFacts: TeamFacts;
  CriterionFacts: CriterionFacts;
  RejectionReasonFacts: ReasonNode;
  String: Scalars['String']['output'];
};

export type AccessDirectiveArgs = {
  rule: Scalars['String']['input'];
};

export type AccessDirectiveResolver<Result, Parent, ContextType = JobContext, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type PageInfoResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  users?: Resolver<ResolversTypes['UserConnection'], ParentType, ContextType, RequireFields<QueryUsersArgs, 'first'>>;
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType, RequireFields<QueryJobArgs, 'id'>>;
  jobs?: Resolver<ResolversTypes['JobConnection'], ParentType, ContextType, RequireFields<QueryJobsArgs, 'sort' | 'first'>>;
  rejectionReasons?: Resolver<ResolversTypes['RejectionReasonConnection'], ParentType, ContextType, RequireFields<QueryRejectionReasonsArgs, 'first'>>;
  jobPost?: Resolver<Maybe<ResolversTypes['JobPost']>, ParentType, ContextType, RequireFields<QueryJobPostArgs, 'id'>>;
  publishedJobPosts?: Resolver<ResolversTypes['JobPostConnection'], ParentType, ContextType, RequireFields<QueryPublishedJobPostsArgs, 'company' | 'first'>>;
  jobFacts?: Resolver<Maybe<ResolversTypes['JobFacts']>, ParentType, ContextType, Partial<QueryJobFactsArgs>>;
  rejectionReasonFacts?: Resolver<Maybe<ResolversTypes['RejectionReasonFacts']>, ParentType, ContextType, RequireFields<QueryRejectionReasonFactsArgs, 'id'>>;
};

export type MutationResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createJob?: Resolver<ResolversTypes['CreateJobPayload'], ParentType, ContextType, RequireFields<MutationCreateJobArgs, 'input'>>;
  updateJob?: Resolver<ResolversTypes['UpdateJobPayload'], ParentType, ContextType, RequireFields<MutationUpdateJobArgs, 'input'>>;
  openJob?: Resolver<ResolversTypes['OpenJobPayload'], ParentType, ContextType, RequireFields<MutationOpenJobArgs, 'input'>>;
  holdJob?: Resolver<ResolversTypes['HoldJobPayload'], ParentType, ContextType, RequireFields<MutationHoldJobArgs, 'input'>>;
  resumeJob?: Resolver<ResolversTypes['ResumeJobPayload'], ParentType, ContextType, RequireFields<MutationResumeJobArgs, 'input'>>;
  closeJob?: Resolver<ResolversTypes['CloseJobPayload'], ParentType, ContextType, RequireFields<MutationCloseJobArgs, 'input'>>;
  reopenJob?: Resolver<ResolversTypes['ReopenJobPayload'], ParentType, ContextType, RequireFields<MutationReopenJobArgs, 'input'>>;
  archiveJob?: Resolver<ResolversTypes['ArchiveJobPayload'], ParentType, ContextType, RequireFields<MutationArchiveJobArgs, 'input'>>;
  addOpenings?: Resolver<ResolversTypes['AddOpeningsPayload'], ParentType, ContextType, RequireFields<MutationAddOpeningsArgs, 'input'>>;
  closeOpening?: Resolver<ResolversTypes['CloseOpeningPayload'], ParentType, ContextType, RequireFields<MutationCloseOpeningArgs, 'input'>>;
  addStage?: Resolver<ResolversTypes['AddStagePayload'], ParentType, ContextType, RequireFields<MutationAddStageArgs, 'input'>>;
  updateStage?: Resolver<ResolversTypes['UpdateStagePayload'], ParentType, ContextType, RequireFields<MutationUpdateStageArgs, 'input'>>;
  reorderStages?: Resolver<ResolversTypes['ReorderStagesPayload'], ParentType, ContextType, RequireFields<MutationReorderStagesArgs, 'input'>>;
  retireStage?: Resolver<ResolversTypes['RetireStagePayload'], ParentType, ContextType, RequireFields<MutationRetireStageArgs, 'input'>>;
  setHiringTeam?: Resolver<ResolversTypes['SetHiringTeamPayload'], ParentType, ContextType, RequireFields<MutationSetHiringTeamArgs, 'input'>>;
  setCriteria?: Resolver<ResolversTypes['SetCriteriaPayload'], ParentType, ContextType, RequireFields<MutationSetCriteriaArgs, 'input'>>;
  createJobPost?: Resolver<ResolversTypes['CreateJobPostPayload'], ParentType, ContextType, RequireFields<MutationCreateJobPostArgs, 'input'>>;
  updateJobPost?: Resolver<ResolversTypes['UpdateJobPostPayload'], ParentType, ContextType, RequireFields<MutationUpdateJobPostArgs, 'input'>>;
  publishJobPost?: Resolver<ResolversTypes['PublishJobPostPayload'], ParentType, ContextType, RequireFields<MutationPublishJobPostArgs, 'input'>>;
  unpublishJobPost?: Resolver<ResolversTypes['UnpublishJobPostPayload'], ParentType, ContextType, RequireFields<MutationUnpublishJobPostArgs, 'input'>>;
  createRejectionReason?: Resolver<ResolversTypes['CreateRejectionReasonPayload'], ParentType, ContextType, RequireFields<MutationCreateRejectionReasonArgs, 'input'>>;
  retireRejectionReason?: Resolver<ResolversTypes['RetireRejectionReasonPayload'], ParentType, ContextType, RequireFields<MutationRetireRejectionReasonArgs, 'input'>>;
  upsertUser?: Resolver<ResolversTypes['UpsertUserPayload'], ParentType, ContextType, RequireFields<MutationUpsertUserArgs, 'input'>>;
  importJobPosting?: Resolver<ResolversTypes['ImportJobPostingPayload'], ParentType, ContextType, RequireFields<MutationImportJobPostingArgs, 'input'>>;
};

export type JobResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['Job'] = ResolversParentTypes['Job'], FederationReferenceType extends FederationReferenceTypes['Job'] = FederationReferenceTypes['Job']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Job']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locations?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  employmentType?: Resolver<ResolversTypes['EmploymentType'], ParentType, ContextType>;
  remote?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  confidential?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['JobStatus'], ParentType, ContextType>;
  hiringTeam?: Resolver<Maybe<Array<ResolversTypes['HiringTeamMember']>>, ParentType, ContextType>;
  criteria?: Resolver<Array<ResolversTypes['Criterion']>, ParentType, ContextType, RequireFields<JobCriteriaArgs, 'includeInactive'>>;
  stages?: Resolver<Array<ResolversTypes['PipelineStage']>, ParentType, ContextType>;
  openings?: Resolver<ResolversTypes['OpeningConnection'], ParentType, ContextType, RequireFields<JobOpeningsArgs, 'first'>>;
  posts?: Resolver<Array<ResolversTypes['JobPost']>, ParentType, ContextType>;
  openedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  planVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PipelineStageResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['PipelineStage'] = ResolversParentTypes['PipelineStage'], FederationReferenceType extends FederationReferenceTypes['PipelineStage'] = FederationReferenceTypes['PipelineStage']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PipelineStage']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['StageKind'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  slaHours?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type OpeningResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['Opening'] = ResolversParentTypes['Opening'], FederationReferenceType extends FederationReferenceTypes['Opening'] = FederationReferenceTypes['Opening']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Opening']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OpeningStatus'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  closeReason?: Resolver<Maybe<ResolversTypes['OpeningCloseReason']>, ParentType, ContextType>;
};

export type CriterionResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['Criterion'] = ResolversParentTypes['Criterion'], FederationReferenceType extends FederationReferenceTypes['Criterion'] = FederationReferenceTypes['Criterion']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Criterion']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CriterionKind'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  minimumYears?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sourceSpan?: Resolver<Maybe<ResolversTypes['SourceSpan']>, ParentType, ContextType>;
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SourceSpanResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['SourceSpan'] = ResolversParentTypes['SourceSpan']> = {
  post?: Resolver<Maybe<ResolversTypes['JobPost']>, ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HiringTeamMemberResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['HiringTeamMember'] = ResolversParentTypes['HiringTeamMember']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['HiringTeamRole'], ParentType, ContextType>;
};

export type JobPostResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['JobPost'] = ResolversParentTypes['JobPost'], FederationReferenceType extends FederationReferenceTypes['JobPost'] = FederationReferenceTypes['JobPost']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['JobPost']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['JobPostStatus'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  jsonLd?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  questions?: Resolver<Array<ResolversTypes['JobPostQuestion']>, ParentType, ContextType>;
  companyName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locations?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  employmentType?: Resolver<ResolversTypes['EmploymentType'], ParentType, ContextType>;
  remote?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type JobPostQuestionResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['JobPostQuestion'] = ResolversParentTypes['JobPostQuestion']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['QuestionType'], ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RejectionReasonResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['RejectionReason'] = ResolversParentTypes['RejectionReason'], FederationReferenceType extends FederationReferenceTypes['RejectionReason'] = FederationReferenceTypes['RejectionReason']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['RejectionReason']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  side?: Resolver<ResolversTypes['RejectionSide'], ParentType, ContextType>;
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tenant?: Resolver<Maybe<ResolversTypes['Tenant']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TenantResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['Tenant'] = ResolversParentTypes['Tenant'], FederationReferenceType extends FederationReferenceTypes['Tenant'] = FederationReferenceTypes['Tenant']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Tenant']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ApplicationResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['Application'] = ResolversParentTypes['Application']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type JobConnectionResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['JobConnection'] = ResolversParentTypes['JobConnection']> = {
  edges?: Resolver<Array<ResolversTypes['JobEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Job']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type JobEdgeResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['JobEdge'] = ResolversParentTypes['JobEdge']> = {
  node?: Resolver<ResolversTypes['Job'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OpeningConnectionResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['OpeningConnection'] = ResolversParentTypes['OpeningConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OpeningEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Opening']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OpeningEdgeResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['OpeningEdge'] = ResolversParentTypes['OpeningEdge']> = {
  node?: Resolver<ResolversTypes['Opening'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type JobPostConnectionResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['JobPostConnection'] = ResolversParentTypes['JobPostConnection']> = {
  edges?: Resolver<Array<ResolversTypes['JobPostEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['JobPost']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type JobPostEdgeResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['JobPostEdge'] = ResolversParentTypes['JobPostEdge']> = {
  node?: Resolver<ResolversTypes['JobPost'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RejectionReasonConnectionResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['RejectionReasonConnection'] = ResolversParentTypes['RejectionReasonConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RejectionReasonEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['RejectionReason']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RejectionReasonEdgeResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['RejectionReasonEdge'] = ResolversParentTypes['RejectionReasonEdge']> = {
  node?: Resolver<ResolversTypes['RejectionReason'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['User']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateJobPayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['CreateJobPayload'] = ResolversParentTypes['CreateJobPayload']> = {
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateJobPayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['UpdateJobPayload'] = ResolversParentTypes['UpdateJobPayload']> = {
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type OpenJobPayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['OpenJobPayload'] = ResolversParentTypes['OpenJobPayload']> = {
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type HoldJobPayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['HoldJobPayload'] = ResolversParentTypes['HoldJobPayload']> = {
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ResumeJobPayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['ResumeJobPayload'] = ResolversParentTypes['ResumeJobPayload']> = {
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CloseJobPayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['CloseJobPayload'] = ResolversParentTypes['CloseJobPayload']> = {
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReopenJobPayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['ReopenJobPayload'] = ResolversParentTypes['ReopenJobPayload']> = {
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ArchiveJobPayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['ArchiveJobPayload'] = ResolversParentTypes['ArchiveJobPayload']> = {
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AddOpeningsPayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['AddOpeningsPayload'] = ResolversParentTypes['AddOpeningsPayload']> = {
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  openings?: Resolver<Array<ResolversTypes['Opening']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CloseOpeningPayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['CloseOpeningPayload'] = ResolversParentTypes['CloseOpeningPayload']> = {
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  opening?: Resolver<Maybe<ResolversTypes['Opening']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AddStagePayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['AddStagePayload'] = ResolversParentTypes['AddStagePayload']> = {
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['PipelineStage']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateStagePayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['UpdateStagePayload'] = ResolversParentTypes['UpdateStagePayload']> = {
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['PipelineStage']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReorderStagesPayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['ReorderStagesPayload'] = ResolversParentTypes['ReorderStagesPayload']> = {
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RetireStagePayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['RetireStagePayload'] = ResolversParentTypes['RetireStagePayload']> = {
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['PipelineStage']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SetHiringTeamPayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['SetHiringTeamPayload'] = ResolversParentTypes['SetHiringTeamPayload']> = {
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SetCriteriaPayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['SetCriteriaPayload'] = ResolversParentTypes['SetCriteriaPayload']> = {
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateJobPostPayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['CreateJobPostPayload'] = ResolversParentTypes['CreateJobPostPayload']> = {
  jobPost?: Resolver<Maybe<ResolversTypes['JobPost']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateJobPostPayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['UpdateJobPostPayload'] = ResolversParentTypes['UpdateJobPostPayload']> = {
  jobPost?: Resolver<Maybe<ResolversTypes['JobPost']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PublishJobPostPayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['PublishJobPostPayload'] = ResolversParentTypes['PublishJobPostPayload']> = {
  jobPost?: Resolver<Maybe<ResolversTypes['JobPost']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UnpublishJobPostPayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['UnpublishJobPostPayload'] = ResolversParentTypes['UnpublishJobPostPayload']> = {
  jobPost?: Resolver<Maybe<ResolversTypes['JobPost']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateRejectionReasonPayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['CreateRejectionReasonPayload'] = ResolversParentTypes['CreateRejectionReasonPayload']> = {
  rejectionReason?: Resolver<Maybe<ResolversTypes['RejectionReason']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RetireRejectionReasonPayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['RetireRejectionReasonPayload'] = ResolversParentTypes['RetireRejectionReasonPayload']> = {
  rejectionReason?: Resolver<Maybe<ResolversTypes['RejectionReason']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpsertUserPayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['UpsertUserPayload'] = ResolversParentTypes['UpsertUserPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ImportJobPostingPayloadResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['ImportJobPostingPayload'] = ResolversParentTypes['ImportJobPostingPayload']> = {
  job?: Resolver<Maybe<ResolversTypes['Job']>, ParentType, ContextType>;
  jobPost?: Resolver<Maybe<ResolversTypes['JobPost']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type JobFactsResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['JobFacts'] = ResolversParentTypes['JobFacts']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastSequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['JobStatus'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locations?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  employmentType?: Resolver<ResolversTypes['EmploymentType'], ParentType, ContextType>;
  confidential?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  planVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stages?: Resolver<Array<ResolversTypes['StageFacts']>, ParentType, ContextType>;
  hiringTeam?: Resolver<Array<ResolversTypes['TeamFacts']>, ParentType, ContextType>;
  criteria?: Resolver<Array<ResolversTypes['CriterionFacts']>, ParentType, ContextType>;
  publishedPosts?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  requiredQuestions?: Resolver<Array<ResolversTypes['RequiredQuestionFacts']>, ParentType, ContextType>;
  openSeats?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RequiredQuestionFactsResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['RequiredQuestionFacts'] = ResolversParentTypes['RequiredQuestionFacts']> = {
  postId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  questionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type StageFactsResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['StageFacts'] = ResolversParentTypes['StageFacts']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['StageKind'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  slaHours?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TeamFactsResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['TeamFacts'] = ResolversParentTypes['TeamFacts']> = {
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['HiringTeamRole'], ParentType, ContextType>;
};

export type CriterionFactsResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['CriterionFacts'] = ResolversParentTypes['CriterionFacts']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CriterionKind'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RejectionReasonFactsResolvers<ContextType = JobContext, ParentType extends ResolversParentTypes['RejectionReasonFacts'] = ResolversParentTypes['RejectionReasonFacts']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastSequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  side?: Resolver<ResolversTypes['RejectionSide'], ParentType, ContextType>;
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type Resolvers<ContextType = JobContext> = {
  DateTime?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Job?: JobResolvers<ContextType>;
  PipelineStage?: PipelineStageResolvers<ContextType>;
  Opening?: OpeningResolvers<ContextType>;
  Criterion?: CriterionResolvers<ContextType>;
  SourceSpan?: SourceSpanResolvers<ContextType>;
  HiringTeamMember?: HiringTeamMemberResolvers<ContextType>;
  JobPost?: JobPostResolvers<ContextType>;
  JobPostQuestion?: JobPostQuestionResolvers<ContextType>;
  RejectionReason?: RejectionReasonResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Tenant?: TenantResolvers<ContextType>;
  Application?: ApplicationResolvers<ContextType>;
  JobConnection?: JobConnectionResolvers<ContextType>;
  JobEdge?: JobEdgeResolvers<ContextType>;
  OpeningConnection?: OpeningConnectionResolvers<ContextType>;
  OpeningEdge?: OpeningEdgeResolvers<ContextType>;
  JobPostConnection?: JobPostConnectionResolvers<ContextType>;
  JobPostEdge?: JobPostEdgeResolvers<ContextType>;
  RejectionReasonConnection?: RejectionReasonConnectionResolvers<ContextType>;
  RejectionReasonEdge?: RejectionReasonEdgeResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  CreateJobPayload?: CreateJobPayloadResolvers<ContextType>;
  UpdateJobPayload?: UpdateJobPayloadResolvers<ContextType>;
  OpenJobPayload?: OpenJobPayloadResolvers<ContextType>;
  HoldJobPayload?: HoldJobPayloadResolvers<ContextType>;
  ResumeJobPayload?: ResumeJobPayloadResolvers<ContextType>;
  CloseJobPayload?: CloseJobPayloadResolvers<ContextType>;
  ReopenJobPayload?: ReopenJobPayloadResolvers<ContextType>;
  ArchiveJobPayload?: ArchiveJobPayloadResolvers<ContextType>;
  AddOpeningsPayload?: AddOpeningsPayloadResolvers<ContextType>;
  CloseOpeningPayload?: CloseOpeningPayloadResolvers<ContextType>;
  AddStagePayload?: AddStagePayloadResolvers<ContextType>;
  UpdateStagePayload?: UpdateStagePayloadResolvers<ContextType>;
  ReorderStagesPayload?: ReorderStagesPayloadResolvers<ContextType>;
  RetireStagePayload?: RetireStagePayloadResolvers<ContextType>;
  SetHiringTeamPayload?: SetHiringTeamPayloadResolvers<ContextType>;
  SetCriteriaPayload?: SetCriteriaPayloadResolvers<ContextType>;
  CreateJobPostPayload?: CreateJobPostPayloadResolvers<ContextType>;
  UpdateJobPostPayload?: UpdateJobPostPayloadResolvers<ContextType>;
  PublishJobPostPayload?: PublishJobPostPayloadResolvers<ContextType>;
  UnpublishJobPostPayload?: UnpublishJobPostPayloadResolvers<ContextType>;
  CreateRejectionReasonPayload?: CreateRejectionReasonPayloadResolvers<ContextType>;
  RetireRejectionReasonPayload?: RetireRejectionReasonPayloadResolvers<ContextType>;
  UpsertUserPayload?: UpsertUserPayloadResolvers<ContextType>;
  ImportJobPostingPayload?: ImportJobPostingPayloadResolvers<ContextType>;
  JobFacts?: JobFactsResolvers<ContextType>;
  RequiredQuestionFacts?: RequiredQuestionFactsResolvers<ContextType>;
  StageFacts?: StageFactsResolvers<ContextType>;
  TeamFacts?: TeamFactsResolvers<ContextType>;
  CriterionFacts?: CriterionFactsResolvers<ContextType>;
  RejectionReasonFacts?: RejectionReasonFactsResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = JobContext> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
