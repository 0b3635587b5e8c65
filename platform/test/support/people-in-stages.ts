import { randomUUID } from 'node:crypto';
import type { Client } from './graphql-client.ts';

/** An open job and people who apply for it. */
export interface PeopleInStages {
  /** Moves everybody between the first two stages: to the second, the next time back. */
  moveAll(): Promise<void>;
}

/**
 * Opens a job, and lets so many people apply for it.
 * @param client a recruiter's
 */
export async function letPeopleApply(client: Client, people: number): Promise<PeopleInStages> {
  const { job } = await mutate<{ job: { id: string; stages: { id: string; kind: string }[] } }>(
    client,
    'createJob',
    { title: 'Welder', openings: 2 },
    'job { id stages { id kind } }',
  );
  await mutate(client, 'openJob', { jobId: job.id }, 'job { id }');
  const stages = job.stages.filter(({ kind }) => kind !== 'HIRED' && kind !== 'LEAD').map(({ id }) => id);
  const applicationIds: string[] = [];
  for (let person = 0; person < people; person++) {
    const { candidate } = await mutate<{ candidate: { id: string } }>(
      client,
      'createCandidate',
      { name: 'Åse Łukasz', emails: [`${randomUUID()}@example.org`] },
      'candidate { id }',
    );
    const { application } = await mutate<{ application: { id: string } }>(
      client,
      'addApplication',
      { candidateId: candidate.id, jobId: job.id, stageId: stages[0], idempotencyKey: randomUUID() },
      'application { id }',
    );
    applicationIds.push(application.id);
  }
  let moves = 0;
  return {
    moveAll: async () => {
      const [expectedFromStageId, toStageId] = [stages[moves % 2], stages[(moves + 1) % 2]];
      moves += 1;
      for (const applicationId of applicationIds) {
        const input = { applicationId, expectedFromStageId, toStageId, idempotencyKey: randomUUID() };
        await mutate(client, 'moveApplication', input, 'application { id }');
      }
    },
  };
}

async function mutate<Payload>(client: Client, name: string, input: object, fields: string): Promise<Payload> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${name}(input: $input) { ${fields} userErrors { code } } }`;
  return (await client.ask<Record<string, Payload>>(query, { input }))[name] as Payload;
}
