import { randomUUID } from 'node:crypto';
import { until } from './hiregraph-process.ts';
import type { HiringClient } from './hiring-client.ts';

interface Hire {
  readonly status: string;
}

/** A job with a seat, somebody who applies for it, and the wish to hire them. @returns the application's id */
export async function askToHire(client: HiringClient, title = newTitle()): Promise<string> {
  type Job = { job: { id: string } };
  const { job } = await client.change<Job>('createJob', { title }, 'job { id }');
  await client.change('addOpenings', { jobId: job.id, count: 1 }, 'job { id }');
  await client.change('openJob', { jobId: job.id }, 'job { id }');
  type Candidate = { candidate: { id: string } };
  const { candidate } = await client.change<Candidate>('createCandidate', { name: 'Ada Glazier' }, 'candidate { id }');
  const wanted = { jobId: job.id, candidateId: candidate.id };
  type Application = { application: { id: string } };
  const { application } = await client.change<Application>('addApplication', wanted, 'application { id }');
  await client.change<{ hire: Hire }>('hireApplication', { applicationId: application.id }, 'application { id }');
  return application.id;
}

export const APPLICATION = `query ($id: ID!) {
  application(id: $id) { status opening { status } job { title } interviews { id } }
}`;

/** Waits for the saga between job and candidate, over Kafka, to come to its end. */
export async function isHired(client: HiringClient, id: string): Promise<void> {
  type Data = { application: { status: string; opening: { status: string } | null } };
  await until(`the hire of ${id}`, async () => {
    const { application } = await client.ask<Data>(APPLICATION, { id });
    return application.status === 'HIRED' && application.opening?.status === 'FILLED';
  });
}

export const newTitle = (): string => `Glazier ${randomUUID().replaceAll(/[^a-f]/gu, '')}`;
