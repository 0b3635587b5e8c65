import { type Caller, hasRole, type UserCaller } from '@hiregraph/kernel';
import type { CallerScope, Sight, WholeSight } from './caller-scope.ts';
import type { JobRows } from './job-rows.ts';
import type { JobRow, TeamRole } from './known-facts.ts';
import type { KnownJob, BriefApplication, Stores } from './stores.ts';

type Sights = Pick<CallerScope, 'sight' | 'whole'>;

/** @param rows of the caller's request: what they hold is not read again */
export function createCallerScope(stores: Stores, caller: Caller, rows: JobRows): CallerScope {
  const open = (): Sights =>
    caller.kind === 'user' && !hasRole(caller, 'ADMIN') ? userSights(stores, caller, rows) : unhindered(caller);
  const learnt = new Set<string>();
  let sights = open();
  return {
    sight: (jobIds) => sights.sight(jobIds),
    whole: () => sights.whole(),
    relearn: async (jobId, learn) => {
      if (learnt.has(jobId)) return;
      learnt.add(jobId);
      await learn();
      rows.clear(jobId);
      sights = open();
    },
  };
}

/** Of those from whom no job is hidden, and of those who are known by no team. */
function unhindered(caller: Caller): Sights {
  const sight: WholeSight = {
    caller,
    hides: () => false,
    teamRoles: () => [],
    interviewed: new Map(),
    hiddenJobIds: new Set(),
    teams: new Map(),
  };
  return { sight: () => sight, whole: () => Promise.resolve(sight) };
}

function userSights(stores: Stores, caller: UserCaller, rows: JobRows): Sights {
  let held: Promise<Applications> | null = null;
  const hold = (): Promise<Applications> => {
    held ??= heldApplications(stores, caller);
    return held;
  };
  let whole: Promise<WholeSight> | null = null;
  const narrow = narrowSight(caller, rows, hold);
  return {
    sight: (jobIds) => whole ?? narrow(jobIds),
    whole: () => {
      whole ??= wholeSight(stores, caller, hold);
      return whole;
    },
  };
}

type Applications = ReadonlyMap<string, BriefApplication>;

/** The applications that the caller interviews for. */
async function heldApplications(stores: Stores, caller: UserCaller): Promise<Applications> {
  if (!hasRole(caller, 'INTERVIEWER', 'HIRING_MANAGER')) return new Map();
  const interviews = await stores.interviews.ofInterviewer(caller.tenantId, caller.userId);
  return await stores.applications.loadBriefly(
    caller.tenantId,
    interviews.map(({ state }) => state.applicationId),
  );
}

function exceptHidden(applications: Applications, hides: Sight['hides']): Applications {
  return new Map([...applications].filter(([, { state }]) => !hides(state.jobId)));
}

/** Sight that reads the rows of the jobs it is asked for, and no others. */
function narrowSight(caller: UserCaller, rows: JobRows, hold: () => Promise<Applications>): CallerScope['sight'] {
  const known = new Map<string, KnownJob | null>();
  const learn = async (jobIds: readonly string[]): Promise<void> => {
    // A row that was absent may have been learnt meanwhile.
    const missing = jobIds.filter((id) => !known.get(id));
    if (missing.length === 0) return;
    const found = await Promise.all(missing.map(async (id) => await rows.load(id)));
    for (const [place, id] of missing.entries()) known.set(id, found[place] ?? null);
  };
  const teamRoles = (jobId: string): readonly TeamRole[] => {
    const job = known.get(jobId);
    if (job === undefined) throw new RangeError(`Sight of ${jobId} was not asked for: name it to CallerScope.sight.`);
    return job === null ? [] : teamRolesOf(job.state, caller.userId);
  };
  const hides = (jobId: string): boolean =>
    teamRoles(jobId).length === 0 && known.get(jobId)?.state.confidential === true;

  let sight: Sight | null = null;
  const read = async (jobIds: readonly string[]): Promise<Sight> => {
    const held = await hold();
    await learn(sight === null ? [...jobIds, ...jobsOf(held)] : jobIds);
    sight ??= { caller, hides, teamRoles, interviewed: exceptHidden(held, hides) };
    return sight;
  };
  return (jobIds) => (sight !== null && jobIds.every((id) => known.get(id)) ? sight : read(jobIds));
}

function jobsOf(applications: Applications): readonly string[] {
  return [...new Set([...applications.values()].map(({ state }) => state.jobId))];
}

/** Sight of every job, for what is not narrowed to known ones. */
async function wholeSight(stores: Stores, caller: UserCaller, hold: () => Promise<Applications>): Promise<WholeSight> {
  const { tenantId, userId } = caller;
  const [confidential, ownJobs, held] = await Promise.all([
    stores.jobs.confidential(tenantId),
    stores.jobs.ofTeamUser(tenantId, userId),
    hold(),
  ]);
  const teams = new Map(ownJobs.map(({ id, state }) => [id, teamRolesOf(state, userId)]));
  const hiddenJobIds = new Set(confidential.map(({ id }) => id).filter((id) => !teams.has(id)));
  const hides = (jobId: string): boolean => hiddenJobIds.has(jobId);
  const teamRoles = (jobId: string): readonly TeamRole[] => teams.get(jobId) ?? [];
  return { caller, hides, teamRoles, interviewed: exceptHidden(held, hides), hiddenJobIds, teams };
}

function teamRolesOf(job: JobRow, userId: string): readonly TeamRole[] {
  return job.hiringTeam.filter((member) => member.userId === userId).map(({ role }) => role);
}
