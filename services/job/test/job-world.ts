import { applicationEvents, type EventType } from '@hiregraph/contracts';
import {
  ANONYMOUS,
  type Caller,
  createCursorCodec,
  createDeadline,
  createManualClock,
  type EventEnvelope,
  type ManualClock,
  silentLogger,
  type StaffRole,
  userIdFor,
} from '@hiregraph/kernel';
import {
  createEmbeddedEngine,
  type EngineCollection,
  openStorage,
  type Storage,
  type StorageEngine,
} from '@hiregraph/storage';
import { createTenantDirectory, type Service } from '@hiregraph/subgraph';
import { createJobService } from '../src/index.ts';

export const TENANT = 'ten_acme';
export const OTHER_TENANT = 'ten_bolt';
const START = '2026-03-02T09:00:00.000Z';

export interface AnswerError {
  readonly path: readonly (string | number)[] | null;
  readonly code: unknown;
  readonly argument: unknown;
}

/** The executor's answer, as JSON has it. */
export interface Answer {
  readonly data: unknown;
  readonly errors: readonly AnswerError[];
}

/** What stands at a dotted path of an answer, e.g. `createJob.job.stages.0.id`. */
export function at({ data }: Answer, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[key], data);
}

/** A text at a path; a test that reads one where there is none is wrong. */
export function textAt(answer: Answer, path: string): string {
  const value = at(answer, path);
  if (typeof value !== 'string') throw new Error(`${path} holds no text in ${JSON.stringify(answer)}.`);
  return value;
}

export type Ask = (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>;

export interface JobWorld {
  readonly clock: ManualClock;
  readonly service: Service;
  readonly storage: Storage;
  /** Which collection was read how, in order, since it was last emptied: `jobs.find`. */
  readonly reads: string[];
  /** Staff by their name; their id is `userId(name)`. */
  as(name: string, ...roles: StaffRole[]): Ask;
  of(caller: Caller): Ask;
  readonly admin: Ask;
  readonly recruiter: Ask;
  readonly candidate: Ask;
  readonly candidateService: Ask;
  readonly anonymous: Ask;
  /** Puts people into the directory. */
  enter(...names: string[]): Promise<void>;
  /** An event of an application, with the next sequence. */
  applicationEvent(
    applicationId: string,
    fact: keyof typeof applicationEvents,
    jobId: string,
    more?: object,
  ): EventEnvelope;
  consume(event: EventEnvelope): Promise<void>;
  /** The events of an aggregate that wait to be sent: no relay runs here, so it is all of them. */
  events(collection: 'jobs' | 'users' | 'rejection_reasons', id: string): Promise<readonly EventEnvelope[]>;
  stop(): Promise<void>;
}

export const userId = (name: string, tenantId = TENANT): string => userIdFor(tenantId, 'https://issuer.example', name);

export async function createJobWorld(): Promise<JobWorld> {
  const clock = createManualClock(START);
  const reads: string[] = [];
  const engine = countingEngine(createEmbeddedEngine({ clock, freeze: true }), reads);
  const storage = openStorage({ engine, service: 'job', clock, logger: silentLogger });
  const tenants = [
    { id: TENANT, slug: 'acme', name: 'Acme' },
    { id: OTHER_TENANT, slug: 'bolt', name: 'Bolt' },
  ];
  const service = createJobService({
    environment: {
      clock,
      logger: silentLogger,
      cursors: createCursorCodec('a secret of sixteen bytes'),
      tenants: createTenantDirectory(tenants),
      owners: { ask: () => Promise.reject(new Error('This service asks nobody.')) },
    },
    storage,
  });
  await storage.start();

  const of =
    (caller: Caller): Ask =>
    async (query, variables) => {
      const deadline = createDeadline(clock, 60_000);
      const trace = { correlationId: 'request', causationId: 'request' };
      const result = await service.subgraph.execute({ query, variables, caller, deadline, trace });
      return {
        data: JSON.parse(JSON.stringify(result.data ?? null)) as unknown,
        errors: (result.errors ?? []).map(({ path, extensions }) => ({
          path: path ?? null,
          code: extensions.code,
          argument: extensions.argument,
        })),
      };
    };
  const as = (name: string, ...roles: StaffRole[]): Ask =>
    of({ kind: 'user', tenantId: TENANT, userId: userId(name), roles, name });
  const sequences = new Map<string, number>();

  return {
    clock,
    service,
    storage,
    reads,
    as,
    of,
    admin: as('ada', 'ADMIN'),
    recruiter: as('rita', 'RECRUITER'),
    candidate: of({ kind: 'candidate', tenantId: TENANT, candidateId: 'cand_1' }),
    candidateService: of({ kind: 'service', tenantId: TENANT, service: 'candidate' }),
    anonymous: of(ANONYMOUS),
    async enter(...names) {
      for (const name of names) await as(name, 'INTERVIEWER')('{ me { id } }');
    },
    applicationEvent(applicationId, fact, jobId, more = {}) {
      const sequence = (sequences.get(applicationId) ?? 0) + 1;
      sequences.set(applicationId, sequence);
      return envelopeOf(applicationEvents[fact], applicationId, sequence, {
        jobId,
        candidateId: 'cand_1',
        stage: STAGE,
        enteredAt: START,
        secondsInStage: 0,
        appliedAt: START,
        actor: { type: 'SYSTEM' },
        ...more,
      });
    },
    async consume(event) {
      for (const consumer of service.consumers) await consumer.handle(event);
    },
    events: async (collection, id) => (await storage.outbox.pending({ collection, tenantId: TENANT, id })).events,
    stop: () => storage.stop(),
  };
}

const STAGE = { id: 'stg_x', name: 'Review', kind: 'REVIEW', position: 0 };

/** The data is checked when a test is wrong: producers' own schemas have defaults for nothing. */
function envelopeOf(eventType: EventType, subject: string, sequence: number, data: unknown): EventEnvelope {
  return {
    specversion: '1.0',
    id: `${subject}:${sequence}`,
    source: '/hiregraph/candidate/1',
    type: eventType.type,
    subject,
    time: START,
    datacontenttype: 'application/json',
    tenantid: TENANT,
    sequence,
    correlationid: 'hire',
    causationid: 'hire',
    data: eventType.data.parse(data),
  };
}

const READS = ['findOne', 'find', 'findEach', 'count', 'countEach'] as const;

/** Notes every read of a collection; what is noted shows how many store queries an answer took. */
function countingEngine(engine: StorageEngine, reads: string[]): StorageEngine {
  return {
    ...engine,
    collection(name, indexes) {
      const collection = engine.collection(name, indexes);
      const noted = READS.map((read) => [
        read,
        (...given: never[]) => {
          reads.push(`${name}.${read}`);
          return (collection[read] as (...given: never[]) => unknown)(...given);
        },
      ]);
      return { ...collection, ...Object.fromEntries(noted) } as EngineCollection;
    },
  };
}
