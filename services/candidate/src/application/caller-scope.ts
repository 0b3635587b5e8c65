import { type Caller, hasRole, type UserCaller } from '@hiregraph/kernel';
import type { Awaitable } from '@hiregraph/subgraph';
import type { Application } from '../domain/application.ts';
import type { Candidate } from '../domain/candidate.ts';
import type { Standing, Standings } from './access-rules.ts';
import type { TeamRole } from './known-facts.ts';
import { bitOf, type StandingBits, standingsOfBits } from './shared-standings.ts';
import type { BriefApplication } from './stores.ts';

/** What a caller may know of, by job, team and interview. Everything is asked without waiting. */
export interface Sight {
  readonly caller: Caller;
  /** Whether the job is confidential and the caller may not know of it. @throws RangeError for a job that was not asked for */
  hides(jobId: string): boolean;
  /** The caller's roles on the job's hiring team. @throws RangeError for a job that was not asked for */
  teamRoles(jobId: string): readonly TeamRole[];
  /** The applications that the caller interviews for, those of hidden jobs left out. */
  readonly interviewed: ReadonlyMap<string, BriefApplication>;
}

/** The same of every job there is. */
export interface WholeSight extends Sight {
  /** Confidential jobs that the caller may not know of. */
  readonly hiddenJobIds: ReadonlySet<string>;
  /** The jobs on whose hiring team the caller is, with their roles there. */
  readonly teams: ReadonlyMap<string, readonly TeamRole[]>;
}

export interface CallerScope {
  /** Reads at most the rows of these jobs and of those interviewed for: confidential jobs that are not shown cost nothing. */
  sight(jobIds: readonly string[]): Awaitable<Sight>;
  /** Reads every confidential job and every one of the caller's teams, once a request: for lists over all jobs. */
  whole(): Promise<WholeSight>;
  /** Lets something new be learnt of a job, and forgets what was loaded. Once a request and job. */
  relearn(jobId: string, learn: () => Promise<unknown>): Promise<void>;
}

const NOBODY: Standings = standingsOfBits(0);
const OWN: Standings = standingsOfBits(bitOf('CANDIDATE'));

/** What a place on the hiring team makes of a hiring manager's token. */
const BY_TEAM_ROLE: Readonly<Record<TeamRole, Standing | null>> = {
  HIRING_MANAGER: 'HIRING_MANAGER',
  RECRUITER: 'HIRING_MANAGER',
  COORDINATOR: 'COORDINATOR',
  INTERVIEWER: null,
};

function teamStandings(sight: Sight, jobId: string): readonly Standing[] {
  return sight.teamRoles(jobId).flatMap((role) => BY_TEAM_ROLE[role] ?? []);
}

/** The jobs whose applications the caller sees because of the hiring team. */
export function teamJobIds(sight: WholeSight): readonly string[] {
  return [...sight.teams.keys()].filter((jobId) => seesByTeam(sight, jobId));
}

/** Whether the caller sees a job's applications because of the hiring team. */
export function seesByTeam(sight: Sight, jobId: string): boolean {
  return hasRole(sight.caller, 'HIRING_MANAGER') && teamStandings(sight, jobId).length > 0;
}

/** Whether the caller sees every application that does not hang on a hidden job. */
export function seesAll(sight: Pick<Sight, 'caller'>): boolean {
  return hasRole(sight.caller, 'ADMIN', 'RECRUITER', 'ANALYST');
}

/** Whether the caller may know of a job. Those for whom only published posts are there may not. */
export function seesJob(sight: Sight, jobId: string): boolean {
  return sight.caller.kind === 'user' && !sight.hides(jobId);
}

const GENERAL = ['ADMIN', 'RECRUITER', 'ANALYST'] as const;

/** What the caller is towards all applications that hang on no hidden job. */
function generalStandings({ roles }: UserCaller): StandingBits {
  let bits = 0;
  for (const role of GENERAL) if (roles.includes(role)) bits |= bitOf(role);
  return bits;
}

function teamBits(sight: Sight, jobId: string): StandingBits {
  let bits = 0;
  for (const standing of teamStandings(sight, jobId)) bits |= bitOf(standing);
  return bits;
}

/** What the caller is towards one application. */
export function standingsOnApplication(
  sight: Sight,
  id: string,
  { jobId, candidateId }: Pick<Application, 'jobId' | 'candidateId'>,
): Standings {
  const { caller } = sight;
  if (caller.kind === 'candidate') return caller.candidateId === candidateId ? OWN : NOBODY;
  if (caller.kind !== 'user' || sight.hides(jobId)) return NOBODY;
  let bits = generalStandings(caller);
  if (hasRole(caller, 'HIRING_MANAGER')) bits |= teamBits(sight, jobId);
  if (sight.interviewed.has(id)) bits |= bitOf('INTERVIEWER');
  return standingsOfBits(bits);
}

/** The jobs by which a caller stands to these candidates: what sight to ask for. */
export function jobsThatCount(
  caller: Caller,
  candidates: readonly Pick<Candidate, 'consideredFor'>[],
): readonly string[] {
  // Those who see all see candidates whatever they are considered for.
  if (!hasRole(caller, 'HIRING_MANAGER')) return [];
  return [...new Set(candidates.flatMap(({ consideredFor }) => consideredFor))];
}

/** What the caller is towards one candidate. */
export function standingsOnCandidate(sight: Sight, id: string, candidate: Pick<Candidate, 'consideredFor'>): Standings {
  const { caller } = sight;
  if (caller.kind === 'candidate') return caller.candidateId === id ? OWN : NOBODY;
  if (caller.kind !== 'user') return NOBODY;
  let bits = generalStandings(caller);
  if (hasRole(caller, 'HIRING_MANAGER')) for (const jobId of candidate.consideredFor) bits |= teamBits(sight, jobId);
  for (const { state } of sight.interviewed.values()) {
    if (state.candidateId === id) bits |= bitOf('INTERVIEWER');
  }
  return standingsOfBits(bits);
}
