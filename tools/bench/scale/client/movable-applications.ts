import type { Api } from './api.ts';
import { type Application, type Job, listApplications, move } from './operations.ts';

/** An application, and the two stages that it goes to and fro between. */
export interface Movable {
  application: Application;
  readonly stages: readonly [string, string];
}

const MOST_ON_A_PAGE = 100;

/** So many active applications of open jobs, each with a stage that it may be moved to. */
export async function movableApplications(
  api: Api,
  token: string,
  jobs: readonly Job[],
  wanted: number,
): Promise<readonly Movable[]> {
  const found: Movable[] = [];
  for (const job of jobs.filter(({ status }) => status === 'OPEN')) {
    const stages = job.stages.filter(({ kind }) => kind !== 'HIRED' && kind !== 'LEAD').map(({ id }) => id);
    for (let after: string | null = null; found.length < wanted; ) {
      const filter = { jobId: job.id, status: 'ACTIVE' };
      const page = await listApplications(api, token, {
        filter,
        sort: 'APPLIED_AT_DESC',
        first: MOST_ON_A_PAGE,
        after,
      });
      for (const application of page.nodes) {
        const other = stages.find((id) => id !== application.stage.id);
        if (other !== undefined) found.push({ application, stages: [application.stage.id, other] });
      }
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
  }
  if (found.length < wanted) throw new Error(`Of ${wanted} movable applications there are ${found.length}.`);
  return found.slice(0, wanted);
}

/** To the other of its two stages. */
export async function moveToAndFro(api: Api, token: string, movable: Movable): Promise<void> {
  const [one, other] = movable.stages;
  const target = movable.application.stage.id === one ? other : one;
  movable.application = await move(api, token, movable.application, target);
}
