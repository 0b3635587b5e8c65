import { type Caller, ForbiddenError, UnauthenticatedError } from '@hiregraph/kernel';

/**
 * What a caller is towards one object. The token's roles are the ceiling, a job's hiring team and its interviews give
 * the scope:
 * - HIRING_MANAGER: has that role, and is on the job's hiring team as hiring manager or recruiter
 * - COORDINATOR: has the role HIRING_MANAGER, and is on the team as coordinator
 * - INTERVIEWER: has the role INTERVIEWER or HIRING_MANAGER, and interviews for the application
 * - CANDIDATE: it is their own
 * Confidential jobs with all that hangs on them give nothing to users who are neither ADMIN nor on the team.
 */
export const STANDINGS = [
  'ADMIN',
  'RECRUITER',
  'HIRING_MANAGER',
  'COORDINATOR',
  'INTERVIEWER',
  'ANALYST',
  'CANDIDATE',
  'ANONYMOUS',
] as const;
export type Standing = (typeof STANDINGS)[number];
export type Standings = ReadonlySet<Standing>;

/** Staff who read what they see in full. */
const READERS = ['ADMIN', 'RECRUITER', 'HIRING_MANAGER', 'COORDINATOR', 'INTERVIEWER'] as const;
const STAFF = [...READERS, 'ANALYST'] as const;
/** Whoever can see the object at all. */
const SEERS = [...STAFF, 'CANDIDATE'] as const;
const OWNERS = [...READERS, 'CANDIDATE'] as const;
const RECRUITERS = ['ADMIN', 'RECRUITER'] as const;
const DECIDERS = ['ADMIN', 'RECRUITER', 'HIRING_MANAGER'] as const;

export const MUTATION_RULES = {
  submitApplication: ['ANONYMOUS', 'CANDIDATE'],
  addApplication: RECRUITERS,
  moveApplication: DECIDERS,
  moveApplications: DECIDERS,
  rejectApplication: DECIDERS,
  unrejectApplication: RECRUITERS,
  withdrawApplication: [...RECRUITERS, 'CANDIDATE'],
  hireApplication: DECIDERS,
  unhireApplication: RECRUITERS,
  transferApplication: RECRUITERS,
  createCandidate: RECRUITERS,
  updateCandidate: RECRUITERS,
  tagCandidate: RECRUITERS,
} as const satisfies Readonly<Record<string, readonly Standing[]>>;
export type MutationName = keyof typeof MUTATION_RULES;

export const QUERY_RULES = {
  candidate: SEERS,
  candidates: STAFF,
  application: SEERS,
  applications: STAFF,
  myApplications: ['CANDIDATE'],
  /** For services alone, whose identity is no standing. */
  applicationFacts: [],
} as const satisfies Readonly<Record<string, readonly Standing[]>>;
export type QueryName = keyof typeof QUERY_RULES;

/**
 * - error: null, and FORBIDDEN on that path
 * - null: null without a word, as if it were absent (references that the caller may not know of)
 */
export type Denial = 'error' | 'null';

interface FieldRule {
  readonly read: readonly Standing[];
  readonly denied: Denial;
}

const open: FieldRule = { read: SEERS, denied: 'error' };
const guarded = (read: readonly Standing[]): FieldRule => ({ read, denied: 'error' });
const hidden = (read: readonly Standing[]): FieldRule => ({ read, denied: 'null' });

/** Every field of the types that this service owns or contributes to, save pages, receipts and payloads. */
export const FIELD_RULES = {
  'Candidate.id': open,
  'Candidate.name': guarded(OWNERS),
  'Candidate.emails': guarded(OWNERS),
  'Candidate.phones': guarded(OWNERS),
  'Candidate.links': guarded(OWNERS),
  'Candidate.location': guarded(OWNERS),
  'Candidate.resume': guarded(OWNERS),
  'Candidate.tags': guarded(READERS),
  'Candidate.source': guarded(READERS),
  'Candidate.applications': open,
  'Candidate.version': open,
  'Candidate.createdAt': open,
  'Candidate.updatedAt': open,

  'Application.id': open,
  'Application.candidate': open,
  'Application.job': hidden(STAFF),
  'Application.post': open,
  'Application.stage': hidden(STAFF),
  'Application.status': open,
  'Application.source': guarded(READERS),
  'Application.creditedTo': hidden(READERS),
  'Application.answers': guarded(OWNERS),
  'Application.submission': guarded(OWNERS),
  'Application.reference': guarded(OWNERS),
  'Application.appliedAt': open,
  'Application.jobClosedAtSubmission': guarded(STAFF),
  'Application.rejection': guarded(OWNERS),
  'Application.hire': guarded(READERS),
  'Application.opening': hidden(READERS),
  'Application.transitions': open,
  'Application.timeInStage': guarded(STAFF),
  'Application.version': open,
  'Application.createdAt': open,
  'Application.updatedAt': open,

  'ApplicationRejection.reason': hidden(READERS),
  'ApplicationRejection.note': guarded(READERS),
  'ApplicationRejection.at': open,
  'ApplicationRejection.by': hidden(READERS),
  'ApplicationRejection.fromStage': hidden(STAFF),

  'ApplicationHire.status': open,
  'ApplicationHire.attempt': open,
  'ApplicationHire.refusedBecause': open,

  'StageTransition.sequence': open,
  'StageTransition.kind': open,
  'StageTransition.fromStage': hidden(STAFF),
  'StageTransition.toStage': hidden(STAFF),
  'StageTransition.occurredAt': open,
  'StageTransition.recordedAt': open,
  'StageTransition.enteredFromAt': open,
  'StageTransition.secondsInFrom': open,
  'StageTransition.direction': hidden(STAFF),
  'StageTransition.actor': open,
  'StageTransition.reason': hidden(READERS),
  'StageTransition.note': guarded(READERS),

  'TransitionActor.type': open,
  'TransitionActor.user': hidden(READERS),

  'Job.id': open,
  'Job.applications': hidden(STAFF),
  'Job.stageCounts': hidden(STAFF),
  'PipelineStage.id': open,
  'PipelineStage.applications': hidden(STAFF),
} as const satisfies Readonly<Record<string, FieldRule>>;
export type FieldName = keyof typeof FIELD_RULES;

/** Filters that would tell what a field says to callers who may not read it. */
export const FILTER_RULES = {
  'CandidateFilter.search': READERS,
  'CandidateFilter.email': READERS,
  'CandidateFilter.tag': READERS,
  'CandidateFilter.source': READERS,
  'CandidateFilter.jobId': STAFF,
  'CandidateFilter.updatedAfter': STAFF,
  'ApplicationFilter.jobId': STAFF,
  'ApplicationFilter.stageId': STAFF,
  'ApplicationFilter.status': STAFF,
  'ApplicationFilter.source': READERS,
  'ApplicationFilter.appliedAfter': STAFF,
  'ApplicationFilter.updatedAfter': STAFF,
} as const satisfies Readonly<Record<string, readonly Standing[]>>;
export type FilterName = keyof typeof FILTER_RULES;

function anyOf(standings: Standings, allowed: readonly Standing[]): boolean {
  return allowed.some((standing) => standings.has(standing));
}

/** Whether a caller who stands so towards an object may carry out a mutation on it. */
export function mayDo(standings: Standings, mutation: MutationName): boolean {
  return anyOf(standings, MUTATION_RULES[mutation]);
}

/** Whether a caller who stands so towards an object may know that it is there. */
export function maySee(standings: Standings): boolean {
  return anyOf(standings, SEERS);
}

/**
 * @returns false where the field is to be null without a word
 * @throws ForbiddenError where the caller is to be told
 */
export function mayRead(standings: Standings, field: FieldName): boolean {
  const rule: FieldRule = FIELD_RULES[field];
  if (anyOf(standings, rule.read)) return true;
  if (rule.denied === 'null') return false;
  throw new ForbiddenError(`Your role may not read ${field}. Leave it out of the query.`);
}

const CEILINGS = {
  ADMIN: ['ADMIN'],
  RECRUITER: ['RECRUITER'],
  HIRING_MANAGER: ['HIRING_MANAGER', 'COORDINATOR', 'INTERVIEWER'],
  INTERVIEWER: ['INTERVIEWER'],
  ANALYST: ['ANALYST'],
} as const;

/** All that a caller could be towards any object. */
export function ceilingOf(caller: Caller): Standings {
  switch (caller.kind) {
    case 'user':
      return new Set(caller.roles.flatMap((role): readonly Standing[] => CEILINGS[role]));
    case 'candidate':
      return new Set(['CANDIDATE']);
    case 'anonymous':
      return new Set(['ANONYMOUS']);
    case 'service':
      return new Set();
  }
}

/** @throws UnauthenticatedError, ForbiddenError where no object could change the answer */
export function assertCanEver(caller: Caller, allowed: readonly Standing[], what: string): void {
  if (anyOf(ceilingOf(caller), allowed)) return;
  if (caller.kind === 'anonymous') throw new UnauthenticatedError(`${what} needs a token. Sign in and send it.`);
  throw new ForbiddenError(`Your role may not use ${what}. Ask somebody whose role may: ${allowed.join(', ')}.`);
}

/** @throws ForbiddenError where the caller's roles can never read what the filter asks about */
export function assertCanFilter(caller: Caller, filter: FilterName): void {
  if (anyOf(ceilingOf(caller), FILTER_RULES[filter])) return;
  throw new ForbiddenError(
    `Your role may not use ${filter}, since it may not read what that asks about. Leave it out.`,
  );
}
