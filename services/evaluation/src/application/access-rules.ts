import { type Caller, ForbiddenError, hasRole, type StaffRole, UnauthenticatedError } from '@hiregraph/kernel';
import { isOnTeam, type KnownJob } from '../domain/known-facts.ts';

/**
 * How a caller stands to one job, application or interview. The token's roles are the ceiling, the hiring team gives the
 * scope; of a confidential job, staff other than ADMIN have no standing unless they are on its team.
 * - ADMIN, RECRUITER, ANALYST: by their token.
 * - MANAGER: a HIRING_MANAGER's token, and hiring manager or recruiter on the team.
 * - COORDINATOR: a HIRING_MANAGER's token, and coordinator on the team.
 * - INTERVIEWER: interviews here, whatever role of staff they have.
 * - COLLEAGUE: staff who may read the job.
 * - CANDIDATE: it is their own application.
 * - SERVICE: another service of the platform.
 */
export type Standing =
  | 'ADMIN'
  | 'RECRUITER'
  | 'MANAGER'
  | 'COORDINATOR'
  | 'INTERVIEWER'
  | 'COLLEAGUE'
  | 'CANDIDATE'
  | 'ANALYST'
  | 'SERVICE';

type Rule = readonly Standing[];

const PLANNERS: Rule = ['ADMIN', 'RECRUITER', 'MANAGER', 'COORDINATOR'];
const ATTENDANTS: Rule = [...PLANNERS, 'INTERVIEWER'];
const INVITED: Rule = [...ATTENDANTS, 'CANDIDATE'];
const JUDGES: Rule = ['ADMIN', 'RECRUITER', 'MANAGER', 'INTERVIEWER'];
const STAFF: Rule = ['ADMIN', 'RECRUITER', 'MANAGER', 'COORDINATOR', 'COLLEAGUE'];

/**
 * The rights table of this service: who may call each operation and see each field. `Type.*` stands for all fields of a
 * type whose values are only reached through a field that is named here. Beside it stands the blind rule
 * (blind-rule.ts), which takes others' scorecards and the summary from whoever owes one.
 */
export const ACCESS_RULES = {
  'Query.interview': INVITED,
  'Query.interviews': [...ATTENDANTS, 'ANALYST'],
  'Query.myInterviews': [...STAFF, 'CANDIDATE'],
  'Query.myOwedScorecards': STAFF,
  'Query.scorecard': JUDGES,
  'Query.interviewFacts': ['SERVICE'],

  'Mutation.createInterviewKit': PLANNERS,
  'Mutation.updateInterviewKit': PLANNERS,
  'Mutation.planInterview': PLANNERS,
  'Mutation.scheduleInterview': PLANNERS,
  'Mutation.rescheduleInterview': PLANNERS,
  'Mutation.setInterviewers': PLANNERS,
  'Mutation.cancelInterview': PLANNERS,
  'Mutation.completeInterview': PLANNERS,
  'Mutation.markNoShow': PLANNERS,
  'Mutation.saveScorecardDraft': ['INTERVIEWER'],
  'Mutation.submitScorecard': ['INTERVIEWER'],
  'Mutation.amendScorecard': ['INTERVIEWER'],

  'Application.id': [...INVITED, 'ANALYST'],
  'Application.interviews': INVITED,
  'Application.scorecards': JUDGES,
  'Application.feedbackSummary': JUDGES,
  'Application.owedFeedback': ATTENDANTS,

  'Job.id': [...INVITED, 'COLLEAGUE', 'ANALYST'],
  'Job.interviewKits': STAFF,

  'Interview.id': INVITED,
  'Interview.application': INVITED,
  'Interview.stage': ATTENDANTS,
  'Interview.kit': ATTENDANTS,
  'Interview.interviewers': ATTENDANTS,
  'Interview.start': INVITED,
  'Interview.end': INVITED,
  'Interview.timeZone': INVITED,
  'Interview.location': INVITED,
  'Interview.status': INVITED,
  'Interview.revision': ATTENDANTS,
  'Interview.revisions': ATTENDANTS,
  'Interview.attention': ATTENDANTS,
  'Interview.version': INVITED,
  'Interview.createdAt': INVITED,
  'Interview.updatedAt': INVITED,
  'InterviewRevision.*': ATTENDANTS,
  'InterviewAttention.*': ATTENDANTS,

  'InterviewKit.*': STAFF,
  'InterviewQuestion.*': STAFF,

  'Scorecard.*': JUDGES,
  'ScorecardRating.*': JUDGES,
  'ScorecardRevision.*': JUDGES,
  'FeedbackSummary.*': JUDGES,
  'CriterionFeedback.*': JUDGES,
  'RatingSummary.*': JUDGES,
  'RatingDistribution.*': JUDGES,
  'OwedFeedback.*': ATTENDANTS,

  'InterviewConnection.edges': INVITED,
  'InterviewConnection.nodes': INVITED,
  'InterviewConnection.pageInfo': [...INVITED, 'COLLEAGUE', 'ANALYST'],
  'InterviewConnection.totalCount': [...INVITED, 'COLLEAGUE', 'ANALYST'],
  'InterviewEdge.*': INVITED,
  'ScorecardConnection.*': STAFF,
  'ScorecardEdge.*': JUDGES,
  'InterviewKitConnection.*': STAFF,
  'InterviewKitEdge.*': STAFF,

  'InterviewFacts.*': ['SERVICE'],
} as const satisfies Readonly<Record<string, Rule>>;

export type Guarded = keyof typeof ACCESS_RULES;

/** What a caller's standing depends on. */
export interface Relation {
  readonly job: KnownJob | null;
  /** Whose application it is; null where that does not matter. */
  readonly candidateId: string | null;
  /** Whether the caller interviews here. */
  readonly isInterviewer: boolean;
}

const INTERVIEWING_ROLES = ['ADMIN', 'RECRUITER', 'HIRING_MANAGER', 'INTERVIEWER'] as const satisfies StaffRole[];

/** Every way in which the caller stands to something. Empty: it does not exist for them. */
export function standingsOf(caller: Caller, relation: Relation): ReadonlySet<Standing> {
  if (caller.kind === 'service') return new Set<Standing>(['SERVICE']);
  if (caller.kind === 'candidate') {
    return new Set<Standing>(relation.candidateId === caller.candidateId ? ['CANDIDATE'] : []);
  }
  const { job } = relation;
  if (caller.kind === 'anonymous' || job === null) return new Set();
  if (job.confidential && !hasRole(caller, 'ADMIN') && !isOnTeam(job, caller.userId)) return new Set();
  const standings = new Set<Standing>(
    caller.roles.filter((role) => role !== 'HIRING_MANAGER' && role !== 'INTERVIEWER'),
  );
  if (hasRole(caller, 'HIRING_MANAGER')) {
    for (const { userId, role } of job.hiringTeam) {
      if (userId !== caller.userId || role === 'INTERVIEWER') continue;
      standings.add(role === 'COORDINATOR' ? 'COORDINATOR' : 'MANAGER');
    }
  }
  if (hasRole(caller, ...INTERVIEWING_ROLES)) {
    standings.add('COLLEAGUE');
    if (relation.isInterviewer) standings.add('INTERVIEWER');
  }
  return standings;
}

/** Every way in which the bearer of such a token can ever stand to anything: the ceiling. */
export function possibleStandings(caller: Caller): ReadonlySet<Standing> {
  switch (caller.kind) {
    case 'anonymous':
      return new Set();
    case 'service':
      return new Set(['SERVICE']);
    case 'candidate':
      return new Set(['CANDIDATE']);
    case 'user': {
      const standings = new Set<Standing>(caller.roles.filter((role) => role !== 'HIRING_MANAGER'));
      if (hasRole(caller, 'HIRING_MANAGER')) for (const one of ['MANAGER', 'COORDINATOR'] as const) standings.add(one);
      if (hasRole(caller, ...INTERVIEWING_ROLES))
        for (const one of ['INTERVIEWER', 'COLLEAGUE'] as const) standings.add(one);
      return standings;
    }
  }
}

export function permits(guarded: Guarded, standings: ReadonlySet<Standing>): boolean {
  const rule: Rule = ACCESS_RULES[guarded];
  return rule.some((standing) => standings.has(standing));
}

/**
 * Refuses callers whose token never allows an operation, whatever it is about.
 * @throws UnauthenticatedError without a token, ForbiddenError with the wrong one
 */
export function assertRoleMay(caller: Caller, guarded: Guarded): void {
  if (permits(guarded, possibleStandings(caller))) return;
  if (caller.kind === 'anonymous') throw new UnauthenticatedError('This needs a token. Sign in and send one.');
  throw new ForbiddenError(`Your role may not use ${guarded.split('.')[1] ?? guarded}.`);
}

/**
 * Guards one field of an object that the caller may know of.
 * @throws ForbiddenError
 */
export function assertMaySee(guarded: Guarded, standings: ReadonlySet<Standing>): void {
  if (permits(guarded, standings)) return;
  throw new ForbiddenError(`You may not see ${guarded.split('.')[1] ?? guarded} here.`);
}
