import type { Service } from '@hiregraph/subgraph';
import { SETUP } from './gather-faults.ts';
import { ask, type ClientScene } from './simulated-client.ts';

export type Prepared = Pick<ClientScene, 'stageIds' | 'unsent' | 'reasonId'>;

/** How many of what a scene begins with. */
export interface SceneSize {
  readonly jobs: number;
  readonly seats: number;
  readonly people: number;
}

/** Open jobs with few seats, some people, and a reason to reject them. */
export async function prepareScene(
  { job, candidate }: Readonly<Record<'job' | 'candidate', Service>>,
  size: SceneSize,
): Promise<Prepared> {
  const stageIds = new Map<string, readonly string[]>();
  for (let number = 1; number <= size.jobs; number++) {
    const { createJob } = await ask<{ createJob: { job: { id: string; stages: { id: string; kind: string }[] } } }>(
      job,
      'mutation ($input: CreateJobInput!) { createJob(input: $input) { job { id stages { id kind } } } }',
      { input: { title: `Trade ${number}`, openings: size.seats } },
      SETUP,
    );
    const { id, stages } = createJob.job;
    stageIds.set(
      id,
      stages.filter(({ kind }) => kind !== 'HIRED' && kind !== 'LEAD').map((stage) => stage.id),
    );
    await ask(job, 'mutation ($id: ID!) { openJob(input: { jobId: $id }) { job { id } } }', { id }, SETUP);
  }
  const candidateIds: string[] = [];
  for (let number = 0; number < size.people; number++) {
    const { createCandidate } = await ask<{ createCandidate: { candidate: { id: string } } }>(
      candidate,
      'mutation ($input: CreateCandidateInput!) { createCandidate(input: $input) { candidate { id } } }',
      { input: { name: `Person ${number}`, emails: [`person-${number}@example.org`] } },
      SETUP,
    );
    candidateIds.push(createCandidate.candidate.id);
  }
  const { createRejectionReason } = await ask<{ createRejectionReason: { rejectionReason: { id: string } } }>(
    job,
    'mutation ($input: CreateRejectionReasonInput!) { createRejectionReason(input: $input) { rejectionReason { id } } }',
    { input: { label: 'Too far away', side: 'CANDIDATE' } },
    SETUP,
  );
  const unsent = candidateIds.flatMap((candidateId) => [...stageIds.keys()].map((jobId) => ({ candidateId, jobId })));
  return { stageIds, unsent, reasonId: createRejectionReason.rejectionReason.id };
}
