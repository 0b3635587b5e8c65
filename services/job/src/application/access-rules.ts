import {
  type Caller,
  ForbiddenError,
  hasRole,
  NotFoundError,
  type StaffRole,
  UnauthenticatedError,
} from '@hiregraph/kernel';
import { type Job, teamRoleOf } from '../domain/job.ts';
import { isPublished, type JobPost } from '../domain/job-post.ts';

/**
 * How a caller stands to one job, or, where no job is concerned, to the company. The token's roles are the ceiling, the
 * hiring team gives the scope; of a confidential job, staff other than ADMIN have no standing unless they are on its team.
 * - ADMIN, ANALYST: by their token.
 * - RECRUITER: by their token; of a confidential job, as hiring manager or recruiter of the team.
 * - MANAGER: a HIRING_MANAGER's token, and hiring manager or recruiter of the team.
 * - TEAM: a RECRUITER's or HIRING_MANAGER's token, and on the team as more than an interviewer.
 * - COLLEAGUE: a RECRUITER, HIRING_MANAGER or INTERVIEWER who may read.
 * - SELF: it is the caller.
 * - PUBLIC: everybody, with a token or without one, of what is public.
 * - SERVICE: another service of the platform.
 */
export type Standing =
  | 'ADMIN'
  | 'RECRUITER'
  | 'MANAGER'
  | 'TEAM'
  | 'COLLEAGUE'
  | 'ANALYST'
  | 'SELF'
  | 'PUBLIC'
  | 'SERVICE';

type Rule = readonly Standing[];

const READERS: Rule = ['ADMIN', 'COLLEAGUE', 'ANALYST'];
const WRITERS: Rule = ['ADMIN', 'RECRUITER'];
const EDITORS: Rule = [...WRITERS, 'MANAGER'];
const STAFF: Rule = ['ADMIN', 'COLLEAGUE'];
const EVERYBODY: Rule = [...READERS, 'PUBLIC'];
const SERVICES: Rule = ['SERVICE'];

/** The rights table of this service: who may call each operation and see each field. `Type.*` stands for all other fields. */
export const ACCESS_RULES = {
  'Query.me': READERS,
  'Query.users': STAFF,
  'Query.job': READERS,
  'Query.jobs': READERS,
  'Query.rejectionReasons': STAFF,
  'Query.jobPost': EVERYBODY,
  'Query.publishedJobPosts': EVERYBODY,
  'Query.jobFacts': SERVICES,
  'Query.rejectionReasonFacts': SERVICES,

  'Mutation.createJob': WRITERS,
  'Mutation.updateJob': WRITERS,
  'Mutation.openJob': WRITERS,
  'Mutation.holdJob': WRITERS,
  'Mutation.resumeJob': WRITERS,
  'Mutation.closeJob': WRITERS,
  'Mutation.reopenJob': WRITERS,
  'Mutation.archiveJob': WRITERS,
  'Mutation.addOpenings': EDITORS,
  'Mutation.closeOpening': EDITORS,
  'Mutation.addStage': EDITORS,
  'Mutation.updateStage': EDITORS,
  'Mutation.reorderStages': EDITORS,
  'Mutation.retireStage': EDITORS,
  'Mutation.setHiringTeam': WRITERS,
  'Mutation.setCriteria': EDITORS,
  'Mutation.createJobPost': WRITERS,
  'Mutation.updateJobPost': WRITERS,
  'Mutation.publishJobPost': WRITERS,
  'Mutation.unpublishJobPost': WRITERS,
  'Mutation.createRejectionReason': WRITERS,
  'Mutation.retireRejectionReason': WRITERS,
  'Mutation.upsertUser': ['ADMIN'],
  'Mutation.importJobPosting': WRITERS,

  'Job.hiringTeam': STAFF,
  'Job.*': READERS,
  'PipelineStage.*': READERS,
  'Opening.application': ['ADMIN', 'RECRUITER', 'TEAM', 'ANALYST'],
  'Opening.*': READERS,
  'Criterion.*': READERS,
  'SourceSpan.*': READERS,
  'HiringTeamMember.*': STAFF,
  'JobPost.job': READERS,
  'JobPost.*': EVERYBODY,
  'JobPostQuestion.*': EVERYBODY,
  'RejectionReason.*': STAFF,
  'User.tenant': STAFF,
  'User.*': [...STAFF, 'SELF'],
  'Tenant.*': STAFF,
  'JobConnection.*': READERS,
  'JobEdge.*': READERS,
  'OpeningConnection.*': READERS,
  'OpeningEdge.*': READERS,
  'JobPostConnection.*': EVERYBODY,
  'JobPostEdge.*': EVERYBODY,
  'RejectionReasonConnection.*': STAFF,
  'RejectionReasonEdge.*': STAFF,
  'UserConnection.*': STAFF,
  'UserEdge.*': STAFF,
  'JobFacts.*': SERVICES,
  'StageFacts.*': SERVICES,
  'TeamFacts.*': SERVICES,
  'CriterionFacts.*': SERVICES,
  'RequiredQuestionFacts.*': SERVICES,
  'RejectionReasonFacts.*': SERVICES,
} as const satisfies Readonly<Record<string, Rule>>;

export type Guarded = keyof typeof ACCESS_RULES;
export type MutationName = Extract<Guarded, `Mutation.${string}`> extends `Mutation.${infer Name}` ? Name : never;

/** A job with the tenant that it belongs to. */
export interface OwnedJob {
  readonly tenantId: string;
  readonly state: Job;
}

const COLLEAGUES = ['RECRUITER', 'HIRING_MANAGER', 'INTERVIEWER'] as const satisfies StaffRole[];

/** Every way in which the caller stands to a job. Empty: it does not exist for them. */
export function standingsTo(caller: Caller, job: OwnedJob): ReadonlySet<Standing> {
  const standings = new Set<Standing>();
  if (caller.kind !== 'user' || caller.tenantId !== job.tenantId) return standings;
  if (hasRole(caller, 'ADMIN')) standings.add('ADMIN');
  const teamRole = teamRoleOf(job.state, caller.userId);
  if (job.state.confidential && teamRole === null) return standings;
  const leads = teamRole === 'HIRING_MANAGER' || teamRole === 'RECRUITER';
  if (hasRole(caller, ...COLLEAGUES)) standings.add('COLLEAGUE');
  if (hasRole(caller, 'ANALYST')) standings.add('ANALYST');
  if (hasRole(caller, 'RECRUITER') && (leads || !job.state.confidential)) standings.add('RECRUITER');
  if (hasRole(caller, 'HIRING_MANAGER') && leads) standings.add('MANAGER');
  if (hasRole(caller, 'RECRUITER', 'HIRING_MANAGER') && teamRole !== null && teamRole !== 'INTERVIEWER') {
    standings.add('TEAM');
  }
  return standings;
}

/** Every way in which the bearer of such a token can ever stand to anything: the ceiling. */
export function possibleStandings(caller: Caller): ReadonlySet<Standing> {
  if (caller.kind === 'service') return new Set<Standing>(['SERVICE', 'PUBLIC']);
  const standings = new Set<Standing>(['PUBLIC']);
  if (caller.kind !== 'user') return standings;
  if (hasRole(caller, 'ADMIN')) standings.add('ADMIN');
  if (hasRole(caller, 'ANALYST')) standings.add('ANALYST');
  if (hasRole(caller, ...COLLEAGUES)) standings.add('COLLEAGUE');
  if (hasRole(caller, 'RECRUITER')) standings.add('RECRUITER').add('TEAM');
  if (hasRole(caller, 'HIRING_MANAGER')) standings.add('MANAGER').add('TEAM');
  return standings;
}

export function permits(guarded: Guarded, standings: ReadonlySet<Standing>): boolean {
  const rule: Rule = ACCESS_RULES[guarded];
  return rule.some((standing) => standings.has(standing));
}

/** Whether the caller's token can allow an operation at all. */
export function roleMay(caller: Caller, guarded: Guarded): boolean {
  return permits(guarded, possibleStandings(caller));
}

/**
 * Refuses callers whose token never allows an operation, whatever it is about.
 * @throws UnauthenticatedError without a token, ForbiddenError with the wrong one
 */
export function assertRoleMay(caller: Caller, guarded: Guarded): void {
  if (!roleMay(caller, guarded)) throw refusal(caller, guarded);
}

export function canReadJob(caller: Caller, job: OwnedJob): boolean {
  return permits('Job.*', standingsTo(caller, job));
}

export function canReadPost(caller: Caller, job: OwnedJob, post: JobPost): boolean {
  return isPublished(post) || canReadJob(caller, job);
}

/** Whether the caller may see one person of the directory. */
export function canReadUser(caller: Caller, userId: string): boolean {
  if (roleMay(caller, 'Query.users')) return true;
  return caller.kind === 'user' && caller.userId === userId;
}

/**
 * Guards a change of a job.
 * @throws NotFoundError when the caller may not know of the job, ForbiddenError when they may read it but not do this
 */
export function assertMayChange(caller: Caller, guarded: Guarded, job: OwnedJob, path: readonly string[]): void {
  const standings = standingsTo(caller, job);
  if (permits(guarded, standings)) return;
  if (!permits('Job.*', standings)) throw new NotFoundError('job', path);
  throw refusal(caller, guarded);
}

/**
 * Guards one field of a job that the caller may know of.
 * @throws ForbiddenError, UnauthenticatedError
 */
export function assertMaySee(caller: Caller, guarded: Guarded, job: OwnedJob): void {
  if (!permits(guarded, standingsTo(caller, job))) throw refusal(caller, guarded);
}

/** Guards narrowing a list by hiring teams. @throws ForbiddenError */
export function assertMaySeeTeams(caller: Caller): void {
  if (!roleMay(caller, 'Job.hiringTeam')) throw refusal(caller, 'Job.hiringTeam');
}

/** The keys under which a caller finds jobs in lists (`JobListing.viewers`). */
export function viewerKeys(caller: Caller): readonly string[] {
  if (caller.kind !== 'user') return [];
  return hasRole(caller, 'ADMIN') ? ['admin'] : ['staff', caller.userId];
}

function refusal(caller: Caller, guarded: Guarded): ForbiddenError | UnauthenticatedError {
  const name = guarded.split('.')[1] ?? guarded;
  if (caller.kind === 'anonymous') return new UnauthenticatedError(`${name} needs a token. Sign in and send one.`);
  return new ForbiddenError(
    `Your roles do not allow ${name} here. Ask an ADMIN, or somebody who leads the hiring team.`,
  );
}
