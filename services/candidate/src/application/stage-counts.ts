import { countsOfApplications } from './list-applications.ts';
import type { KnownJob } from './stores.ts';
import type { UseCase } from './use-case.ts';

export interface StageCount {
  readonly stageId: string;
  readonly count: number;
}

/**
 * How many applications are in each stage of each job: ACTIVE ones, and in the HIRED stage those that are HIRED; those
 * alone that the caller may see. Zeros too; retired stages while somebody is in them. One store query for all.
 */
export async function stageCountsOf(
  useCase: UseCase,
  jobs: readonly KnownJob[],
): Promise<readonly (readonly StageCount[])[]> {
  const lists = jobs.flatMap(({ id, state }) =>
    state.stages.map((stage) => ({
      jobIds: [id],
      stageId: stage.id,
      status: stage.kind === 'HIRED' ? ('HIRED' as const) : ('ACTIVE' as const),
    })),
  );
  const counts = (await countsOfApplications(useCase, lists))[Symbol.iterator]();
  return jobs.map(({ state }) =>
    state.stages
      .map((stage) => ({ stage, count: counts.next().value ?? 0 }))
      .filter(({ stage, count }) => stage.active || count > 0)
      .map(({ stage, count }) => ({ stageId: stage.id, count })),
  );
}
