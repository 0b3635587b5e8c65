import type { OutageClient } from './outage-client.ts';
import { untilSettled } from './until-settled.ts';

/** An application that the load moves to and fro. */
export interface MovedApplication {
  readonly id: string;
  at: number;
  busy: boolean;
}

/** What the load acts on. */
export interface OutageScene {
  /** Two stages between which applications are moved. */
  readonly stageIds: readonly [string, string];
  readonly moved: readonly MovedApplication[];
  /** Applications that nobody has asked to hire yet. There is a seat for each. */
  readonly toHire: string[];
}

const AT_A_TIME = 4;

/** One open job with a seat for every hire, and the applications. @throws where anything is refused */
export async function prepareOutage(client: OutageClient, moved: number, hires: number): Promise<OutageScene> {
  const { job } = await settled<{ job: { id: string; stages: { id: string; kind: string }[] } }>(
    client,
    'createJob',
    { title: 'Outage', openings: Math.min(hires, 50), idempotencyKey: 'job' },
    'job { id stages { id kind } }',
  );
  for (let seats = 50; seats < hires; seats += 50) {
    const count = Math.min(50, hires - seats);
    await settled(client, 'addOpenings', { jobId: job.id, count, idempotencyKey: `seats-${seats}` }, 'job { id }');
  }
  await settled(client, 'openJob', { jobId: job.id, idempotencyKey: 'open' }, 'job { id }');
  const [first, second] = job.stages.filter(({ kind }) => kind !== 'HIRED' && kind !== 'LEAD').map(({ id }) => id);
  if (first === undefined || second === undefined)
    throw new Error('The job has fewer than two stages to move between.');
  const ids: string[] = [];
  const numbers = Array.from({ length: moved + hires }, (_, index) => index);
  const work = async (): Promise<void> => {
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift())
      ids.push(await addApplication(client, job.id, first, number));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return {
    stageIds: [first, second],
    moved: ids.slice(0, moved).map((id) => ({ id, at: 0, busy: false })),
    toHire: ids.slice(moved),
  };
}

async function addApplication(client: OutageClient, jobId: string, stageId: string, number: number): Promise<string> {
  const person = {
    name: `Person ${number}`,
    emails: [`outage-${number}@example.org`],
    idempotencyKey: `person-${number}`,
  };
  const { candidate } = await settled<{ candidate: { id: string } }>(
    client,
    'createCandidate',
    person,
    'candidate { id }',
  );
  const { application } = await settled<{ application: { id: string } }>(
    client,
    'addApplication',
    { candidateId: candidate.id, jobId, stageId, idempotencyKey: `add-${number}` },
    'application { id }',
  );
  return application.id;
}

async function settled<Payload>(client: OutageClient, name: string, input: object, fields: string): Promise<Payload> {
  const { payload, outcome } = await untilSettled(() => client.mutate<Payload>(name, input, fields));
  if (payload === null || outcome !== 'OK') throw new Error(`${name} was answered ${outcome}.`);
  return payload;
}
