import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDevelopmentIssuer } from '@hiregraph/gateway';
import { systemClock } from '@hiregraph/kernel';
import { createSeededRandom } from '@hiregraph/testkit/seeded-random';
import { type Client, createClient } from './support/graphql-client.ts';
import { readEvents, type StreamedEvent } from './support/event-stream.ts';
import { killPlatformProcesses, type PlatformProcess, startPlatformProcess } from './support/platform-process.ts';

const KILLS = 30;
const WRITERS = 4;
const FIRST_SEED = Number(process.env.KILL_SEED ?? 20_261);

/** What a writer knows for sure of one application: every move in order, the last one perhaps unknown. */
interface Known {
  readonly id: string;
  readonly stageIds: string[];
  /** A move whose answer never came. */
  unknown: string | null;
}

const MOVE = `mutation ($input: MoveApplicationInput!) {
  moveApplication(input: $input) { application { id stage { id } } userErrors { code } }
}`;

const LIST = `query ($jobId: ID!, $after: String) {
  applications(filter: { jobId: $jobId }, first: 100, after: $after) {
    nodes { id stage { id } } pageInfo { hasNextPage endCursor }
  }
}`;
interface Page {
  readonly nodes: readonly { readonly id: string; readonly stage: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

let directory: string;
let running: PlatformProcess;
let recruiter: Client;
let analyst: Client;
let jobId: string;
let stages: readonly string[];
const acknowledged: Known[] = [];
let sent = 0;
/** Whom to tell when so many changes were sent. */
let awaited: { readonly sent: number; readonly tell: () => void } | null = null;

async function start(): Promise<void> {
  running = await startPlatformProcess({ dataDirectory: directory });
  const issuer = openDevelopmentIssuer({ dataDirectory: directory, nodeEnvironment: undefined, clock: systemClock });
  const client = async (role: 'RECRUITER' | 'ANALYST'): Promise<Client> => {
    const token = await issuer.issue({ tenant: 'larkfield', role, subject: role.toLowerCase() });
    return createClient(running.origin, '', { authorization: `Bearer ${token}` });
  };
  recruiter = await client('RECRUITER');
  analyst = await client('ANALYST');
}

async function openJob(): Promise<void> {
  const { createJob } = await recruiter.ask<{
    createJob: { job: { id: string; stages: { id: string; kind: string }[] } };
  }>(
    'mutation { createJob(input: { title: "Welder", openings: 1 }) { job { id stages { id kind } } userErrors { message } } }',
  );
  jobId = createJob.job.id;
  stages = createJob.job.stages.filter(({ kind }) => kind !== 'HIRED' && kind !== 'LEAD').map(({ id }) => id);
  await recruiter.ask('mutation ($jobId: ID!) { openJob(input: { jobId: $jobId }) { userErrors { message } } }', {
    jobId,
  });
}

/** One writer: applications of new candidates, and moves of those it has, until the platform dies under it. */
async function write(random: () => number, own: Known[]): Promise<void> {
  for (;;) {
    const application = own[Math.floor(random() * own.length)];
    if (application === undefined || random() < 0.2) own.push(await addApplication());
    else await move(application, random);
  }
}

function nextNumber(): number {
  sent += 1;
  if (awaited !== null && sent >= awaited.sent) awaited.tell();
  return sent;
}

/** Resolves in the middle of the write that is number `count`. */
function whenSent(count: number): Promise<void> {
  return new Promise((tell) => {
    awaited = { sent: count, tell };
  });
}

async function addApplication(): Promise<Known> {
  const number = nextNumber();
  const { createCandidate } = await recruiter.ask<{ createCandidate: { candidate: { id: string } } }>(
    'mutation ($input: CreateCandidateInput!) { createCandidate(input: $input) { candidate { id } userErrors { message } } }',
    { input: { name: `Person ${number}`, emails: [`person-${number}@example.org`] } },
  );
  const { addApplication: added } = await recruiter.ask<{
    addApplication: { application: { id: string; stage: { id: string } } };
  }>(
    'mutation ($input: AddApplicationInput!) { addApplication(input: $input) { application { id stage { id } } userErrors { message } } }',
    { input: { candidateId: createCandidate.candidate.id, jobId, idempotencyKey: `add-${number}` } },
  );
  const known: Known = { id: added.application.id, stageIds: [added.application.stage.id], unknown: null };
  acknowledged.push(known);
  return known;
}

async function move(known: Known, random: () => number): Promise<void> {
  const from = known.stageIds.at(-1) ?? '';
  const others = stages.filter((id) => id !== from);
  const toStageId = others[Math.floor(random() * others.length)] ?? '';
  known.unknown = toStageId;
  const idempotencyKey = `move-${nextNumber()}`;
  const input = { applicationId: known.id, toStageId, expectedFromStageId: from, idempotencyKey };
  const { moveApplication } = await recruiter.ask<{ moveApplication: { userErrors: { code: string }[] } }>(MOVE, {
    input,
  });
  expect(moveApplication.userErrors).toEqual([]);
  known.stageIds.push(toStageId);
  known.unknown = null;
}

/** After a restart: every acknowledged change is there; the one whose answer never came is there once or not at all. */
function settle(stageIds: ReadonlyMap<string, string>): void {
  for (const known of acknowledged) {
    const stageId = stageIds.get(known.id);
    const expected = [known.stageIds.at(-1), ...(known.unknown === null ? [] : [known.unknown])];
    expect(expected).toContain(stageId);
    if (known.unknown !== null && stageId === known.unknown) known.stageIds.push(known.unknown);
    known.unknown = null;
  }
}

/** Where every application is, read from the job's list. */
async function readStageIds(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  let after: string | null = null;
  do {
    const { applications }: { applications: Page } = await recruiter.ask(LIST, { jobId, after });
    for (const { id, stage } of applications.nodes) found.set(id, stage.id);
    after = applications.pageInfo.hasNextPage ? applications.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

/** The same, each application read by its id. */
async function readStageIdsOneByOne(): Promise<ReadonlyMap<string, string>> {
  const query = 'query ($id: ID!) { application(id: $id) { stage { id } } }';
  const found = await Promise.all(
    acknowledged.map(async ({ id }) => {
      const { application } = await recruiter.ask<{ application: { stage: { id: string } } }>(query, { id });
      return [id, application.stage.id] as const;
    }),
  );
  return new Map(found);
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'hiregraph-kill-'));
  console.log(`kill -9 seeds ${FIRST_SEED} to ${FIRST_SEED + KILLS - 1} (KILL_SEED sets the first)`);
  await start();
  await openJob();
}, 60_000);

afterAll(() => {
  killPlatformProcesses();
  rmSync(directory, { recursive: true, force: true });
});

describe('a platform that is killed in the middle of writes', () => {
  it(`keeps every acknowledged change over ${KILLS} kills`, async () => {
    for (let round = 0; round < KILLS; round++) {
      const random = createSeededRandom(FIRST_SEED + round).next;
      const failures: unknown[] = [];
      let killed = false;
      const writers = Array.from({ length: WRITERS }, (_, index) =>
        write(
          random,
          acknowledged.filter((_known, position) => position % WRITERS === index),
        ).catch((error: unknown) => {
          // Once it is killed, a writer ends with a broken connection; before that nothing may go wrong.
          if (!killed) failures.push(error);
        }),
      );
      await Promise.race([whenSent(sent + 5 + Math.floor(random() * 60)), ...writers]);
      // The last one is on its way a turn later.
      await new Promise((resolve) => setImmediate(resolve));
      killed = true;
      await running.end('SIGKILL');
      await Promise.all(writers);
      expect(failures).toEqual([]);
      await start();
      settle(await readStageIds());
    }
    settle(await readStageIdsOneByOne());
    expect(acknowledged.length).toBeGreaterThan(KILLS);
  }, 900_000);

  it('has each of their events in the stream, once after deduplication and in order', async () => {
    const expected = new Map(acknowledged.map(({ id, stageIds }) => [id, stageIds]));
    const complete = (events: readonly StreamedEvent[]): boolean => {
      const moved = new Map<string, string[]>();
      for (const { event } of firstOfEach(events))
        moved.set(event.subject, [...(moved.get(event.subject) ?? []), event.id]);
      return [...expected].every(([id, stageIds]) => (moved.get(id)?.length ?? 0) >= stageIds.length);
    };
    const events = await readEvents(
      running.origin,
      '/events?after=beginning&topic=hiring.application.v1',
      analyst,
      complete,
    );
    const sequences = new Map<string, number[]>();
    const trail = new Map<string, string[]>();
    for (const { event } of firstOfEach(events)) {
      sequences.set(event.subject, [...(sequences.get(event.subject) ?? []), event.sequence]);
      const { stage } = event.data as { stage: { id: string } };
      trail.set(event.subject, [...(trail.get(event.subject) ?? []), stage.id]);
    }
    for (const [id, stageIds] of expected) {
      expect([id, sequences.get(id)]).toEqual([id, stageIds.map((_, index) => index + 1)]);
      expect([id, trail.get(id)]).toEqual([id, stageIds]);
    }
  }, 120_000);
});

/** Deduplication as consumers do it: by the highest sequence per subject. */
function firstOfEach(events: readonly StreamedEvent[]): StreamedEvent[] {
  const highest = new Map<string, number>();
  return events.filter(({ event }) => {
    if (event.sequence <= (highest.get(event.subject) ?? 0)) return false;
    highest.set(event.subject, event.sequence);
    return true;
  });
}
