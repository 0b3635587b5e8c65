import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOPICS } from '@hiregraph/contracts';
import type { EventEnvelope, ServiceName } from '@hiregraph/kernel';
import type { StorageEngine } from '@hiregraph/storage';
import { createSeededRandom } from '@hiregraph/testkit/seeded-random';
import type { Platform } from '../../src/create-platform.ts';
import { SAMPLE_PEOPLE, sampleUserId } from '../../src/sample-people.ts';
import { findSampleCandidate } from '../../src/seed/find-sample-candidate.ts';
import { faker } from '@faker-js/faker/locale/en_GB';
import { createSeedPlan } from '../../src/seed/plan/create-seed-plan.ts';
import type { SeedPlan } from '../../src/seed/plan/seed-plan.ts';
import { FIRST_AND_LAST_REASON } from '../../src/seed/plan/rejection-reasons.ts';
import { SAMPLE_TENANT } from '../../src/config.ts';
import { type Fault, faultyEngine } from '../support/faulty-engine.ts';
import { NOW, type SeedablePlatform, startSeedablePlatform } from './support/seeded-platform.ts';

interface Job {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly confidential: boolean;
  readonly criteria: readonly unknown[];
  readonly openings: { readonly nodes: readonly { readonly status: string }[] };
}

interface Transition {
  readonly kind: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly direction: string | null;
}

interface Application {
  readonly id: string;
  readonly status: string;
  readonly appliedAt: string;
  readonly stage: { readonly id: string } | null;
  readonly job: { readonly id: string } | null;
  readonly candidate: { readonly id: string; readonly name: string; readonly resume: { readonly work: unknown[] } };
  readonly transitions: { readonly nodes: readonly Transition[] };
}

const JOBS =
  '{ jobs(first: 20) { nodes { id title status confidential criteria { id } openings(first: 10) { nodes { status } } } } }';
const APPLICATIONS = `query ($after: String) {
  applications(first: 100, after: $after, sort: APPLIED_AT_ASC) {
    nodes {
      id status appliedAt stage { id } job { id } candidate { id name resume { work { name } } }
      transitions(first: 50) { nodes { kind occurredAt recordedAt direction } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

async function allApplications(seeded: SeedablePlatform): Promise<readonly Application[]> {
  const found: Application[] = [];
  let after: string | null = null;
  do {
    type Page = {
      applications: { nodes: Application[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
    };
    const { applications }: Page = await seeded.ask<Page>('candidate', 'adele', APPLICATIONS, { after });
    found.push(...applications.nodes);
    after = applications.pageInfo.hasNextPage ? applications.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

async function allEvents({ platform }: SeedablePlatform): Promise<readonly EventEnvelope[]> {
  const events: EventEnvelope[] = [];
  for await (const { record } of platform.bus.read({ topics: TOPICS, from: {}, live: false }))
    events.push(record.event);
  return events;
}

/** The services, which fail for good after so many operations. */
function failingAfter(operations: number, { services }: Platform): Pick<Platform, 'services'> {
  let left = operations;
  const failing = Object.entries(services).map(([name, service]) => {
    const execute: typeof service.subgraph.execute = async (request) => {
      left -= 1;
      if (left < 0) throw new Error('The power went out.');
      return await service.subgraph.execute(request);
    };
    return [name, { ...service, subgraph: { ...service.subgraph, execute } }];
  });
  return { services: Object.fromEntries(failing) as Record<ServiceName, Platform['services'][ServiceName]> };
}

const RANDOM_SEED = 20_260_318;
const faults = new Map<Fault, number>();

/**
 * What a server under load does to whoever writes and reads, commands and their claims in the first place: answers are
 * lost after the write was made, and some operations are not begun in time.
 */
function underLoad(engine: StorageEngine): StorageEngine {
  const random = createSeededRandom(RANDOM_SEED).next;
  return faultyEngine(engine, (_collection, kind) => {
    const share = random();
    const fault = kind === 'read' ? readFault(share) : writeFault(share);
    if (!isSeeding || fault === null) return null;
    faults.set(fault, (faults.get(fault) ?? 0) + 1);
    return fault;
  });
}

const readFault = (share: number): Fault | null => (share < 0.005 ? 'refused-read' : null);
const writeFault = (share: number): Fault | null =>
  share < 0.01 ? 'lost-answer' : share < 0.02 ? 'refused-write' : null;

let isSeeding = false;
let seeded: SeedablePlatform;
let plan: SeedPlan;
const lines: string[] = [];
let jobs: readonly Job[];
let applications: readonly Application[];
let events: readonly EventEnvelope[];

beforeAll(async () => {
  seeded = await startSeedablePlatform(undefined, underLoad);
  isSeeding = true;
  plan = createSeedPlan(NOW, faker);
  // Cut off in the middle, and taken up: whatever holds for this one holds for one that was left alone.
  await expect(seeded.seed(lines, failingAfter(600, seeded.platform))).rejects.toThrow('The power went out.');
  expect(seeded.clock.now()).toBe(NOW);
  // What the seed did months ago by its own clock was done just now: no server may forget its keys already.
  seeded.removeExpired();
  // The seed fails on the first user error, so there was none.
  await seeded.seed(lines);
  isSeeding = false;
  jobs = (await seeded.ask<{ jobs: { nodes: Job[] } }>('job', 'adele', JOBS)).jobs.nodes;
  applications = await allApplications(seeded);
  events = await allEvents(seeded);
});

afterAll(async () => {
  await seeded.stop();
});

describe('an empty store that was filled', () => {
  it('was cut off, met every fault of a server under load many times, and did each thing once all the same', () => {
    for (const fault of ['lost-answer', 'refused-write', 'refused-read'] as const)
      expect([fault, (faults.get(fault) ?? 0) >= 10]).toEqual([fault, true]);
    expect(applications).toHaveLength(plan.counts.applications);
  });

  it('says what it is being filled with, and that it goes on where it was cut off', () => {
    const content = `6 jobs, 300 candidates, ${plan.counts.applications} applications …`;
    // How far it is, a slow machine says as well.
    expect(lines.filter((line) => !line.startsWith('… '))).toEqual([
      `Filling an empty store with Larkfield Software: ${content}`,
      `Going on to fill the store with Larkfield Software, which was cut off: ${content}`,
    ]);
  });

  it('has six jobs, most of them open, with enough criteria for every kit', () => {
    expect(jobs.map(({ status }) => status).toSorted()).toEqual(['CLOSED', 'ON_HOLD', 'OPEN', 'OPEN', 'OPEN', 'OPEN']);
    expect(jobs.filter(({ confidential }) => confidential).map(({ title }) => title)).toEqual(['Head of People']);
    for (const { criteria } of jobs) expect(criteria.length).toBeGreaterThanOrEqual(9);
  });

  it('knows everybody who works there', async () => {
    const { users } = await seeded.ask<{ users: { nodes: { name: string }[] } }>(
      'job',
      'adele',
      '{ users(first: 50) { nodes { name } } }',
    );
    expect(users.nodes.map(({ name }) => name).toSorted()).toEqual(SAMPLE_PEOPLE.map(({ name }) => name).toSorted());
  });

  it('has three hundred candidates with resumes, as many applications as it says, in a funnel that narrows', async () => {
    expect(new Set(applications.map(({ candidate }) => candidate.id)).size).toBe(300);
    expect(applications).toHaveLength(plan.counts.applications);
    for (const { candidate } of applications) expect(candidate.resume.work.length).toBeGreaterThan(0);
    const share = (status: string): number =>
      applications.filter((application) => application.status === status).length / applications.length;
    expect(share('REJECTED')).toBeGreaterThan(0.5);
    expect(share('ACTIVE')).toBeGreaterThan(0.08);
    expect(share('WITHDRAWN')).toBeGreaterThan(0.05);
    expect(share('HIRED')).toBeGreaterThan(0);
  });

  it('has its history in the past, each fact written down when it happened, and ids in the order of their times', () => {
    const transitions = applications.flatMap((application) => application.transitions.nodes);
    for (const { occurredAt, recordedAt } of transitions) {
      expect(recordedAt).toBe(occurredAt);
      expect(Date.parse(occurredAt)).toBeLessThan(NOW);
      expect(Date.parse(occurredAt)).toBeGreaterThan(NOW - 215 * 86_400_000);
    }
    const appliedAt = new Set(applications.map((application) => Date.parse(application.appliedAt)));
    expect(plan.sent.filter(({ at }) => !appliedAt.has(at))).toEqual([]);
    const kinds = new Set(transitions.map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual(
      ['SUBMITTED', 'MOVED', 'REJECTED', 'UNREJECTED', 'WITHDRAWN', 'HIRED', 'UNHIRED', 'TRANSFERRED'].toSorted(),
    );
    expect(transitions.some(({ direction }) => direction === 'BACKWARD')).toBe(true);
    expect(applications.map(({ id }) => id)).toEqual(applications.map(({ id }) => id).toSorted());
  });

  it('has a filled seat for everybody who is hired, and no more of them than seats', () => {
    const hired = applications.filter(({ status }) => status === 'HIRED');
    for (const { id, openings } of jobs) {
      const seats = openings.nodes;
      const filled = seats.filter(({ status }) => status === 'FILLED');
      expect(filled).toHaveLength(hired.filter(({ job }) => job?.id === id).length);
      expect(seats.map(({ status }) => status)).not.toContain('RESERVED');
      expect(seats.length).toBeGreaterThanOrEqual(filled.length);
    }
    expect(hired).toHaveLength(3);
  });

  it('has raised events without a gap, in their order, each in the past', () => {
    const bySubject = new Map<string, EventEnvelope[]>();
    // Delivery is at least once; the first of each counts.
    const once = new Map(events.toReversed().map((event) => [event.id, event]));
    for (const event of [...once.values()].toReversed())
      bySubject.set(event.subject, [...(bySubject.get(event.subject) ?? []), event]);
    for (const [subject, own] of bySubject) {
      const sequences = own.map(({ sequence }) => sequence);
      expect([subject, sequences]).toEqual([subject, sequences.map((_, index) => index + 1)]);
      const times = own.map(({ time }) => time);
      expect(times).toEqual(times.toSorted());
    }
    const submitted = events.filter(({ type }) => type === 'com.hiregraph.application.submitted.v1');
    expect(new Set(submitted.map(({ subject }) => subject))).toEqual(new Set(applications.map(({ id }) => id)));
    for (const { time } of events) expect(Date.parse(time)).toBeLessThan(NOW);
  });

  it('puts nobody’s name and no address on a topic', () => {
    const text = JSON.stringify(events.map(({ data }) => data));
    expect(text).not.toMatch(/@example|\+44 7700/u);
    for (const { candidate } of applications.slice(0, 50)) expect(text).not.toContain(candidate.name);
  });
});

describe('the sample candidate', () => {
  const FEEDBACK = `query ($id: ID!) {
    _entities(representations: [{ __typename: "Application", id: $id }]) {
      ... on Application {
        scorecards { interviewer { id } recommendation }
        feedbackSummary { scorecardCount }
        interviews { status start }
      }
    }
  }`;
  interface Feedback {
    readonly scorecards: readonly { readonly recommendation: string }[];
    readonly feedbackSummary: { readonly scorecardCount: number } | null;
    readonly interviews: readonly { readonly status: string; readonly start: string }[];
  }
  let sam: string;
  let applicationId: string;

  beforeAll(async () => {
    sam = (await findSampleCandidate(seeded.platform, SAMPLE_TENANT)) ?? '';
    applicationId = applications.find(({ candidate }) => candidate.id === sam)?.id ?? '';
  });

  const idOf = (subject: string): string => sampleUserId(SAMPLE_TENANT, subject);
  const feedbackFor = async (subject: string): Promise<Feedback> => {
    type Data = { _entities: [Feedback] };
    return (await seeded.ask<Data>('evaluation', subject, FEEDBACK, { id: applicationId }))._entities[0];
  };

  it('has an active application that they see themselves', async () => {
    const caller = seeded.client.candidateCaller(sam);
    const query = '{ myApplications { nodes { id status } } }';
    const answer = await seeded.client.ask('candidate', { caller, query, variables: {}, key: 'test' });
    expect(answer.myApplications).toEqual({ nodes: [{ id: applicationId, status: 'ACTIVE' }] });
  });

  it('shows that whoever owes a scorecard is blind until they submit it', async () => {
    const blind = await feedbackFor('ines');
    expect(blind.scorecards).toEqual([{ interviewer: { id: idOf('ines') }, recommendation: null }]);
    expect(blind.feedbackSummary).toBeNull();
    const seeing = await feedbackFor('ivan');
    expect(seeing.scorecards.map(({ recommendation }) => recommendation)).toEqual(['STRONG_YES']);
    expect(seeing.feedbackSummary).toEqual({ scorecardCount: 1 });
    const { myOwedScorecards } = await seeded.ask<{ myOwedScorecards: { totalCount: number } }>(
      'evaluation',
      'ines',
      '{ myOwedScorecards { totalCount } }',
    );
    expect(myOwedScorecards.totalCount).toBeGreaterThan(0);
  });

  it('has an interview that is still to come', async () => {
    const { interviews } = await feedbackFor('rashid');
    expect(interviews.map(({ status }) => status)).toEqual(['AWAITING_FEEDBACK', 'SCHEDULED']);
    expect(Date.parse(interviews[1]?.start ?? '')).toBeGreaterThan(NOW);
  });
});

describe('a store that is not empty', () => {
  it('is left as it is', async () => {
    const before = await seeded.platform.bus.latest(TOPICS);
    expect(await seeded.seed([])).toEqual([]);
    await seeded.platform.whenRelayed();
    expect(await seeded.platform.bus.latest(TOPICS)).toEqual(before);
  });

  it('is left to those who have begun to use it without the sample company', async () => {
    const other = await startSeedablePlatform();
    try {
      const create = 'mutation ($input: CreateJobInput!) { createJob(input: $input) { job { id } } }';
      await other.ask('job', 'adele', create, { input: { title: 'Lighthouse Keeper' } });
      expect(await other.seed([])).toEqual([]);
    } finally {
      await other.stop();
    }
  });

  it('is left alone where the sample company is none of the tenants', async () => {
    const other = await startSeedablePlatform([{ id: 'ten_acme', slug: 'acme', name: 'Acme' }]);
    try {
      expect(await other.seed([])).toEqual([]);
      expect(await allEvents(other)).toEqual([]);
    } finally {
      await other.stop();
    }
  });
});

describe('a store that has a part of the sample company', () => {
  it('says how to be mended where the seed cannot be taken up', async () => {
    const other = await startSeedablePlatform();
    try {
      const create = `mutation ($input: CreateRejectionReasonInput!) {
        createRejectionReason(input: $input) { userErrors { code } }
      }`;
      await other.ask('job', 'adele', create, { input: { ...FIRST_AND_LAST_REASON } });
      await expect(other.seed([])).rejects.toThrow(/in part only[^]*npm start -- --fresh[^]*DUPLICATE/u);
    } finally {
      await other.stop();
    }
  });
});
