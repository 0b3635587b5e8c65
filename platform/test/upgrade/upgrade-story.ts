import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { APPLICATION_TOPIC, INTERVIEW_TOPIC, JOB_TOPIC, TOPICS } from '@hiregraph/contracts';
import { createIdGenerator, type EventEnvelope, type ServiceName, silentLogger, systemClock } from '@hiregraph/kernel';
import { createStoredDeadLetters, type EventBus } from '@hiregraph/messaging';
import { openStorage, type StorageEngine } from '@hiregraph/storage';
import { createMessagingMetrics, createServiceHost, type Service, type ServiceHost } from '@hiregraph/subgraph';
import { type StoredHistory, streamFaults, waitUntil } from '@hiregraph/testkit';
import { Registry } from 'prom-client';
import { SERVICE_NAMES } from '../../src/create-platform.ts';
import { createServices } from '../../src/create-services.ts';
import { ask } from '../simulation/simulated-client.ts';
import { TENANT } from '../support/test-platform.ts';
import { asNextVersion, NEW_FIELD, writeNewEventType } from './next-version.ts';

const PARTS = { clock: systemClock, logger: silentLogger };
const ids = createIdGenerator(systemClock);

/** One replica: all services in one version, with their relays and consumers. */
interface Replica {
  readonly services: Readonly<Record<ServiceName, Service>>;
  readonly bus: EventBus;
  stop(): Promise<void>;
}

const VERSIONS = ['N', 'N+1'] as const;
type Version = (typeof VERSIONS)[number];

/** What one replica reaches the store and the topics with. */
export interface ReplicaPorts {
  readonly engines: Readonly<Record<ServiceName, StorageEngine>>;
  readonly bus: EventBus;
}

/** One store and one set of topics, empty at first, which outlive the replicas on them. */
export interface Ground {
  /** Those of another replica each time. */
  ports(): ReplicaPorts;
  close(): Promise<void>;
}

async function startReplica(version: Version, { engines, bus }: ReplicaPorts): Promise<Replica> {
  const services = createServices({
    ...PARTS,
    tenants: [TENANT],
    cursorSecret: 'the secret of the cursors of a test',
    storageOf: (name) => {
      const storage = openStorage({ ...PARTS, engine: engines[name], service: name });
      return version === 'N' ? storage : asNextVersion(storage);
    },
  });
  const metrics = createMessagingMetrics(new Registry());
  const hosts: ServiceHost[] = SERVICE_NAMES.map((name) =>
    createServiceHost({ ...PARTS, service: services[name], bus, metrics }),
  );
  await bus.start();
  await bus.ensureTopics(TOPICS.map((name) => ({ name, partitions: 4 })));
  for (const host of hosts) await host.start();
  await waitUntil('the stores to be ready', () =>
    Promise.all(SERVICE_NAMES.map((name) => services[name].storage.ready())).then(
      () => true,
      () => false,
    ),
  );
  return {
    services,
    bus,
    stop: async () => {
      await Promise.all(hosts.map((host) => host.stop()));
      await bus.stop();
    },
  };
}

const definitionOf = (name: string, collection: string, topic: string, service: ServiceName) => ({
  name,
  collection,
  topic,
  service,
  indexes: [],
});

/** A suite of two versions that carry on what the other began, on whatever engines. */
export function tellUpgradeStory(engines: string, open: () => Promise<Ground>): void {
  describe(`two versions on one store and one bus, as in a rolling upgrade (${engines})`, () => {
    let ground: Ground;
    let bus: EventBus;
    let replicas: Record<Version, Replica>;

    beforeEach(async () => {
      ground = await open();
      replicas = {
        N: await startReplica('N', ground.ports()),
        'N+1': await startReplica('N+1', ground.ports()),
      };
      bus = replicas.N.bus;
    });

    afterEach(async () => {
      await Promise.all(Object.values(replicas).map((replica) => replica.stop()));
      await ground.close();
    });

    async function mutate<Payload>(
      version: Version,
      service: ServiceName,
      mutation: string,
      input: object,
      fields: string,
    ): Promise<Payload> {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
      const query = `mutation ($input: ${type}) { ${mutation}(input: $input) { ${fields} userErrors { code message } } }`;
      const variables = { input: { ...input, idempotencyKey: ids('command') } };
      type Answer = Record<string, Payload & { readonly userErrors: readonly object[] }>;
      const data = await ask<Answer>(replicas[version].services[service], query, variables, ids('command'));
      const payload = data[mutation];
      if (payload === undefined) throw new Error(`${mutation} answered nothing`);
      expect({ mutation, userErrors: payload.userErrors }).toEqual({ mutation, userErrors: [] });
      return payload;
    }

    async function histories(): Promise<readonly StoredHistory[]> {
      const found: StoredHistory[] = [];
      for (const name of SERVICE_NAMES) {
        for (const topic of TOPICS) {
          for await (const events of replicas.N.services[name].storage.frozenEvents(topic))
            found.push({ id: events[0]?.subject ?? '', lastSequence: events.at(-1)?.sequence ?? 0, events });
        }
      }
      return found;
    }

    async function published(): Promise<readonly EventEnvelope[]> {
      const events: EventEnvelope[] = [];
      for await (const { record } of bus.read({ topics: TOPICS, from: {}, live: false })) events.push(record.event);
      return events;
    }

    /** The stored document, whatever version reads it. */
    async function stored(service: ServiceName, collection: string, id: string): Promise<Record<string, unknown>> {
      for await (const found of replicas.N.services[service].storage.systemScope('export').collection(collection).all())
        if (found._id === id) return found;
      throw new Error(`${id} is not in ${collection}`);
    }

    it.each([
      ['N', 'N+1'],
      ['N+1', 'N'],
    ] as const)('carry on what the other began: %s writes first, then %s', async (first, second) => {
      const { job } = await mutate<{ job: { id: string; stages: { id: string; kind: string }[] } }>(
        first,
        'job',
        'createJob',
        { title: 'Welder', openings: 1 },
        'job { id stages { id kind } }',
      );
      await mutate(second, 'job', 'openJob', { jobId: job.id }, 'job { id }');
      const newJobEvent = definitionOf('job', 'jobs', JOB_TOPIC, 'job');
      const places = { tenantId: TENANT.id, correlationId: 'next-version' };
      await writeNewEventType(replicas['N+1'].services.job.storage, newJobEvent, { ...places, id: job.id });
      const { candidate } = await mutate<{ candidate: { id: string } }>(
        first,
        'candidate',
        'createCandidate',
        { name: 'Ada', emails: ['ada@example.org'] },
        'candidate { id }',
      );
      const { application } = await mutate<{ application: { id: string; stage: { id: string } } }>(
        first,
        'candidate',
        'addApplication',
        { candidateId: candidate.id, jobId: job.id },
        'application { id stage { id } }',
      );
      const newEvent = definitionOf('application', 'applications', APPLICATION_TOPIC, 'candidate');
      const ofApplication = { ...places, id: application.id };
      await writeNewEventType(replicas['N+1'].services.candidate.storage, newEvent, ofApplication);
      const toStageId = job.stages.find(({ id, kind }) => kind === 'INTERVIEW' && id !== application.stage.id)?.id;
      const move = { applicationId: application.id, toStageId, expectedFromStageId: application.stage.id };
      await mutate(second, 'candidate', 'moveApplication', move, 'application { id }');
      const { interview } = await mutate<{ interview: { id: string } }>(
        first,
        'evaluation',
        'planInterview',
        { applicationId: application.id, interviewerIds: ['usr_admin'] },
        'interview { id }',
      );
      const newInterviewEvent = definitionOf('interview', 'interviews', INTERVIEW_TOPIC, 'evaluation');
      const ofInterview = { ...places, id: interview.id };
      await writeNewEventType(replicas['N+1'].services.evaluation.storage, newInterviewEvent, ofInterview);
      const times = { start: '2031-03-03T09:00:00.000Z', end: '2031-03-03T10:00:00.000Z', timeZone: 'UTC' };
      await mutate(
        second,
        'evaluation',
        'scheduleInterview',
        { interviewId: interview.id, ...times },
        'interview { id }',
      );
      await mutate(first, 'candidate', 'hireApplication', { applicationId: application.id }, 'application { id }');
      const query = 'query ($id: ID!) { application(id: $id) { status } }';
      const statusSeenBy = async (version: Version): Promise<string> => {
        const { candidate: service } = replicas[version].services;
        return (await ask<{ application: { status: string } }>(service, query, { id: application.id }, 'look'))
          .application.status;
      };
      for (const version of VERSIONS) {
        await waitUntil(`the hire, as ${version} sees it`, async () => (await statusSeenBy(version)) === 'HIRED');
      }
      await waitUntil('every consumer to have caught up', async () => {
        const groups = SERVICE_NAMES.flatMap((name) => replicas.N.services[name].consumers);
        const lags = await Promise.all(groups.map(({ group, topics }) => bus.lag(group, topics)));
        return lags.flatMap((lag) => Object.values(lag)).every((records) => records === 0);
      });
      // What this version has never heard of is still there after its writes, in states and on the topics.
      for (const [service, collection, id] of [
        ['job', 'jobs', job.id],
        ['candidate', 'applications', application.id],
        ['evaluation', 'interviews', interview.id],
      ] as const) {
        expect([collection, (await stored(service, collection, id)).state]).toEqual([
          collection,
          expect.objectContaining({ [NEW_FIELD]: 'kept' }),
        ]);
      }
      const events = await published();
      expect(streamFaults(await histories(), events)).toEqual([]);
      expect(events.some(({ data }) => NEW_FIELD in (data as object))).toBe(true);
      expect(
        new Set(events.filter(({ type }) => type.includes('next-version')).map(({ subject }) => subject)).size,
      ).toBe(3);
      // Passed over, not parked: every row has the last sequence of its source.
      for (const name of SERVICE_NAMES) {
        const storage = replicas.N.services[name].storage;
        const letters = createStoredDeadLetters({ storage, service: name, clock: systemClock });
        expect([name, await letters.list(TENANT.id, null, 10)]).toEqual([name, []]);
      }
      const last = new Map((await histories()).map(({ id, lastSequence }) => [id, lastSequence]));
      const rows = [
        await stored('job', 'known_applications', application.id),
        await stored('evaluation', 'applications', application.id),
        await stored('candidate', 'jobs', job.id),
      ];
      for (const row of rows) expect([row._id, row.sequence]).toEqual([row._id, last.get(String(row._id))]);
      expect(rows[0]?.state).toMatchObject({ jobId: job.id });
    });
  });
}
