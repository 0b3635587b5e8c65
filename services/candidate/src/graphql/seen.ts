import { maySee } from '../application/access-rules.ts';
import { jobsThatCount, seesJob, standingsOnApplication, standingsOnCandidate } from '../application/caller-scope.ts';
import type { BriefApplication, BriefCandidate } from '../application/stores.ts';
import type { CandidateContext } from './context.ts';
import type { ApplicationNode, CandidateNode, Reference } from './nodes.ts';

/** The application as the caller stands to it; null where they may not know of it. */
export async function seenApplication(
  { useCase }: CandidateContext,
  stored: BriefApplication | null,
): Promise<ApplicationNode | null> {
  if (stored === null) return null;
  const standings = standingsOnApplication(await useCase.scope.sight([stored.state.jobId]), stored.id, stored.state);
  return maySee(standings) ? { stored, standings } : null;
}

/** The candidate as the caller stands to them; null where they may not know of them. */
export async function seenCandidate(
  { useCase }: CandidateContext,
  stored: BriefCandidate | null,
): Promise<CandidateNode | null> {
  if (stored === null) return null;
  const sight = await useCase.scope.sight(jobsThatCount(useCase.caller, [stored.state]));
  const standings = standingsOnCandidate(sight, stored.id, stored.state);
  return maySee(standings) ? { stored, standings } : null;
}

/** A reference to a job that the caller may know of. */
export async function seenJob(context: CandidateContext, id: string): Promise<Reference | null> {
  if (context.caller.kind !== 'user') return null;
  const job = await context.loaders.job.load(id);
  if (job === null) return null;
  return seesJob(await context.useCase.scope.sight([id]), id) ? { id } : null;
}

/** A reference to a stage of a job that the caller may know of. */
export async function seenStage(context: CandidateContext, id: string): Promise<Reference | null> {
  if (context.caller.kind !== 'user') return null;
  const job = await context.loaders.jobOfStage.load(id);
  if (job === null) return null;
  return seesJob(await context.useCase.scope.sight([job.id]), job.id) ? { id } : null;
}
