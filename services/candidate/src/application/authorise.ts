import { ForbiddenError, NotFoundError } from '@hiregraph/kernel';
import { assertCanEver, mayDo, maySee, MUTATION_RULES, type MutationName, type Standings } from './access-rules.ts';
import { jobsThatCount, seesJob, standingsOnApplication, standingsOnCandidate } from './caller-scope.ts';
import type { BriefApplication, KnownJob, StoredApplication, StoredCandidate } from './stores.ts';
import { tenantOf, type UseCase } from './use-case.ts';

/** Refuses callers whose role may never do this, before anything is read. @throws UnauthenticatedError, ForbiddenError */
export function authoriseMutation({ caller }: UseCase, mutation: MutationName): void {
  assertCanEver(caller, MUTATION_RULES[mutation], mutation);
}

/**
 * The application, if the caller may do this to it. Where what is known of its job says no, its owner is asked first:
 * the caller may have been put on the hiring team a moment ago.
 * @throws NotFoundError where it is absent or not the caller's; ForbiddenError where they may see it only; UpstreamUnavailableError
 */
export async function authoriseOnApplication(
  useCase: UseCase,
  mutation: MutationName,
  id: string,
  path: readonly string[] = ['input', 'applicationId'],
): Promise<StoredApplication> {
  const application = await useCase.stores.applications.load(tenantOf(useCase.caller), id);
  if (application === null) throw new NotFoundError('application', path);
  const standings = await freshStandings(useCase, application, (found) => mayDo(found, mutation));
  if (mayDo(standings, mutation)) return application;
  if (maySee(standings)) throw new ForbiddenError(`You may see this application, but ${mutation} is not for you.`);
  throw new NotFoundError('application', path);
}

/** What the caller is towards an application; asks its job's owner where that is not enough by what is known. */
export async function freshStandings(
  useCase: UseCase,
  { id, state }: BriefApplication,
  suffices: (standings: Standings) => boolean,
): Promise<Standings> {
  const { caller, scope, jobs } = useCase;
  const known = standingsOnApplication(await scope.sight([state.jobId]), id, state);
  if (suffices(known) || !gainsByTeam(useCase)) return known;
  await scope.relearn(state.jobId, () => jobs.ask(tenantOf(caller), { id: state.jobId }));
  return standingsOnApplication(await scope.sight([state.jobId]), id, state);
}

/** Whether a place on a hiring team would give this caller anything that their role alone does not. */
function gainsByTeam({ caller }: UseCase): boolean {
  return caller.kind === 'user' && caller.roles.some((role) => role === 'RECRUITER' || role === 'HIRING_MANAGER');
}

/** @throws NotFoundError, ForbiddenError */
export async function authoriseOnCandidate(
  useCase: UseCase,
  mutation: MutationName,
  id: string,
): Promise<StoredCandidate> {
  const candidate = await useCase.stores.candidates.load(tenantOf(useCase.caller), id);
  const path = ['input', 'candidateId'];
  if (candidate === null) throw new NotFoundError('candidate', path);
  const sight = await useCase.scope.sight(jobsThatCount(useCase.caller, [candidate.state]));
  const standings = standingsOnCandidate(sight, id, candidate.state);
  if (mayDo(standings, mutation)) return candidate;
  if (maySee(standings)) throw new ForbiddenError(`You may see this candidate, but ${mutation} is not for you.`);
  throw new NotFoundError('candidate', path);
}

/**
 * A job that the caller may know of, as it is known here.
 * @throws NotFoundError where it is absent or hidden from the caller
 */
export async function visibleJob(useCase: UseCase, job: KnownJob | null, path: readonly string[]): Promise<KnownJob> {
  if (job === null) throw new NotFoundError('job', path);
  const { caller, scope } = useCase;
  if (seesJob(await scope.sight([job.id]), job.id)) return job;
  await scope.relearn(job.id, () => useCase.jobs.ask(tenantOf(caller), { id: job.id }));
  if (!seesJob(await scope.sight([job.id]), job.id)) throw new NotFoundError('job', path);
  return job;
}
