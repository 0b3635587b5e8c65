import { type Caller, hasRole, type UserCaller } from '@hiregraph/kernel';
import type { Application } from '../domain/application.ts';
import type { Candidate } from '../domain/candidate.ts';
import type { Standing, Standings } from './access-rules.ts';
import type { JobRow, TeamRole } from './known-facts.ts';
import type { StoredApplication, Stores } from './stores.ts';

/** What a caller may know of, by job, team and interview; loaded at most once a request. Everything is asked without waiting. */
export interface Sight {
  readonly caller: Caller;
  /** Confidential jobs that the caller may not know of. */
  readonly hiddenJobIds: ReadonlySet<string>;
  /** The jobs on whose hiring team the caller is, with their roles there. */
  readonly teams: ReadonlyMap<string, readonly TeamRole[]>;
  /** The applications that the caller interviews for, those of hidden jobs left out. */
  readonly interviewed: ReadonlyMap<string, StoredApplication>;
}

export interface CallerScope {
  /** What the caller may know of. */
  sight(): Promise<Sight>;
  /** Lets something new be learnt of a job, and forgets what was loaded. Once a request and job. */
  relearn(jobId: string, learn: () => Promise<unknown>): Promise<void>;
}

const NOTHING = { hiddenJobIds: new Set<string>(), teams: new Map<string, TeamRole[]>(), interviewed: new Map() };
const NOBODY: Standings = new Set();

export function createCallerScope(stores: Stores, caller: Caller): CallerScope {
  let loaded: Promise<Sight> | null = null;
  const learnt = new Set<string>();
  return {
    sight: () => {
      loaded ??= caller.kind === 'user' ? loadSight(stores, caller) : Promise.resolve({ caller, ...NOTHING });
      return loaded;
    },
    relearn: async (jobId, learn) => {
      if (learnt.has(jobId)) return;
      learnt.add(jobId);
      await learn();
      loaded = null;
    },
  };
}

async function loadSight(stores: Stores, caller: UserCaller): Promise<Sight> {
  if (hasRole(caller, 'ADMIN')) return { caller, ...NOTHING };
  const { tenantId, userId } = caller;
  const interviews = hasRole(caller, 'INTERVIEWER', 'HIRING_MANAGER');
  const [confidential, ownJobs, ownInterviews] = await Promise.all([
    stores.jobs.confidential(tenantId),
    stores.jobs.ofTeamUser(tenantId, userId),
    interviews ? stores.interviews.ofInterviewer(tenantId, userId) : [],
  ]);
  const teams = new Map(ownJobs.map(({ id, state }) => [id, teamRolesOf(state, userId)]));
  const hiddenJobIds = new Set(confidential.map(({ id }) => id).filter((id) => !teams.has(id)));
  const applications = await stores.applications.loadMany(
    tenantId,
    ownInterviews.map(({ state }) => state.applicationId),
  );
  const interviewed = new Map([...applications].filter(([, { state }]) => !hiddenJobIds.has(state.jobId)));
  return { caller, hiddenJobIds, teams, interviewed };
}

function teamRolesOf(job: JobRow, userId: string): readonly TeamRole[] {
  return job.hiringTeam.filter((member) => member.userId === userId).map(({ role }) => role);
}

/** What a place on the hiring team makes of a hiring manager's token. */
const BY_TEAM_ROLE: Readonly<Record<TeamRole, Standing | null>> = {
  HIRING_MANAGER: 'HIRING_MANAGER',
  RECRUITER: 'HIRING_MANAGER',
  COORDINATOR: 'COORDINATOR',
  INTERVIEWER: null,
};

function teamStandings(sight: Sight, jobId: string): readonly Standing[] {
  return (sight.teams.get(jobId) ?? []).flatMap((role) => BY_TEAM_ROLE[role] ?? []);
}

/** The jobs whose applications the caller sees because of the hiring team. */
export function teamJobIds(sight: Sight): readonly string[] {
  if (!hasRole(sight.caller, 'HIRING_MANAGER')) return [];
  return [...sight.teams.keys()].filter((jobId) => teamStandings(sight, jobId).length > 0);
}

/** Whether the caller sees every application that does not hang on a hidden job. */
export function seesAll(sight: Sight): boolean {
  return hasRole(sight.caller, 'ADMIN', 'RECRUITER', 'ANALYST');
}

/** Whether the caller may know of a job. Those for whom only published posts are there may not. */
export function seesJob(sight: Sight, jobId: string): boolean {
  return sight.caller.kind === 'user' && !sight.hiddenJobIds.has(jobId);
}

/** What the caller is towards all applications that hang on no hidden job. */
function generalStandings(caller: UserCaller): readonly Standing[] {
  return (['ADMIN', 'RECRUITER', 'ANALYST'] as const).filter((role) => hasRole(caller, role));
}

/** What the caller is towards one application. */
export function standingsOnApplication(sight: Sight, id: string, { jobId, candidateId }: Application): Standings {
  const { caller } = sight;
  if (caller.kind === 'candidate') return caller.candidateId === candidateId ? new Set(['CANDIDATE']) : NOBODY;
  if (caller.kind !== 'user' || sight.hiddenJobIds.has(jobId)) return NOBODY;
  const standings = new Set<Standing>(generalStandings(caller));
  if (hasRole(caller, 'HIRING_MANAGER')) for (const standing of teamStandings(sight, jobId)) standings.add(standing);
  if (sight.interviewed.has(id)) standings.add('INTERVIEWER');
  return standings;
}

/** What the caller is towards one candidate. */
export function standingsOnCandidate(sight: Sight, id: string, candidate: Candidate): Standings {
  const { caller } = sight;
  if (caller.kind === 'candidate') return caller.candidateId === id ? new Set(['CANDIDATE']) : NOBODY;
  if (caller.kind !== 'user') return NOBODY;
  const standings = new Set<Standing>(generalStandings(caller));
  if (hasRole(caller, 'HIRING_MANAGER')) {
    for (const jobId of candidate.consideredFor) {
      for (const standing of teamStandings(sight, jobId)) standings.add(standing);
    }
  }
  for (const { state } of sight.interviewed.values()) {
    if (state.candidateId === id) standings.add('INTERVIEWER');
  }
  return standings;
}
