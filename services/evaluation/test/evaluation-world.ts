import { applicationEvents, EVENT_TYPES, type EventData, type EventType, jobEvents } from '@hiregraph/contracts';
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
  type TeamRole,
  UpstreamUnavailableError,
} from '@hiregraph/kernel';
import {
  createEmbeddedEngine,
  type Failpoints,
  openStorage,
  type Storage,
  type StorageEngine,
} from '@hiregraph/storage';
import { createTenantDirectory, type OwnerClient, type OwnerQuestion } from '@hiregraph/subgraph';
import type { ExecutionResult } from 'graphql';
import { createEvaluationService, type EvaluationService } from '../src/index.ts';

export const TENANT = 'ten_acme';
const START = '2026-03-02T09:00:00.000Z';

/** The answer of the GraphQL executor, as JSON has it. */
export interface Answer {
  readonly data: unknown;
  readonly errors: readonly AnswerError[];
}

export interface AnswerError {
  readonly path: readonly (string | number)[];
  readonly code: unknown;
  readonly message: string;
}

export type Ask = (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>;

export interface TestJob {
  readonly id: string;
  readonly confidential?: boolean;
  readonly team?: readonly { readonly userId: string; readonly role: TeamRole }[];
  readonly criteria?: readonly { readonly id: string; readonly weight: number; readonly active: boolean }[];
}

export const STAGES = ['stg_review', 'stg_interview', 'stg_offer'] as const;

export interface EvaluationWorld {
  readonly clock: ManualClock;
  readonly service: EvaluationService;
  readonly storage: Storage;
  /** What was asked of the owners, as `job:jobFacts`. */
  readonly questions: string[];
  /** How often each collection was read since the test last cleared it. */
  readonly reads: Map<string, number>;
  /** What the owners answer, by id; null: they are down. */
  owners: Map<string, unknown> | null;
  as(userId: string, ...roles: StaffRole[]): Ask;
  asCandidate(candidateId: string): Ask;
  asService(): Ask;
  anonymous(): Ask;
  job(job: TestJob): Promise<void>;
  /** An application in the review stage. */
  application(id: string, jobId: string, candidateId?: string): Promise<void>;
  /** An event of an application; its facts are made from what is given. */
  applicationEvent(id: string, fact: keyof typeof applicationEvents, stageId: string, jobId: string): EventEnvelope;
  consume(event: EventEnvelope): Promise<void>;
  /** Sends the service's own pending events to its own consumers, as the relay and the runner would. */
  relay(): Promise<readonly EventEnvelope[]>;
  stop(): Promise<void>;
}

/** An engine that counts how often its collections are read. */
function counting(engine: StorageEngine, reads: Map<string, number>): StorageEngine {
  const READS: readonly (string | symbol)[] = ['find', 'findOne', 'findEach', 'count', 'countEach'];
  const collection: StorageEngine['collection'] = (name, indexes) =>
    new Proxy(engine.collection(name, indexes), {
      get(target, property, receiver) {
        if (READS.includes(property)) reads.set(name, (reads.get(name) ?? 0) + 1);
        return Reflect.get(target, property, receiver) as unknown;
      },
    });
  return { ...engine, kind: engine.kind, collection };
}

/** @param failpoints break into the store's writes */
export async function createEvaluationWorld(failpoints?: Failpoints): Promise<EvaluationWorld> {
  const clock = createManualClock(START);
  const reads = new Map<string, number>();
  const storage = openStorage({
    engine: counting(createEmbeddedEngine({ clock, freeze: true }), reads),
    ...(failpoints === undefined ? {} : { failpoints }),
    service: 'evaluation',
    clock,
    logger: silentLogger,
  });
  const questions: string[] = [];
  const sequences = new Map<string, number>();
  const applied = new Map<string, { jobId: string; candidateId: string }>();
  const ownerClient: OwnerClient = {
    ask: async <Data>(owner: string, { query, variables }: OwnerQuestion) => {
      const field = /\{\s*(\w+)\(/u.exec(query)?.[1] ?? '';
      questions.push(`${owner}:${field}`);
      if (world.owners === null) throw new UpstreamUnavailableError(owner);
      return { [field]: world.owners.get(String(variables.id)) ?? null } as Data;
    },
  };
  const service = createEvaluationService({
    environment: {
      clock,
      logger: silentLogger,
      cursors: createCursorCodec('a secret of sixteen bytes'),
      tenants: createTenantDirectory([{ id: TENANT, slug: 'acme', name: 'Acme' }]),
      owners: ownerClient,
    },
    storage,
  });
  await storage.start();

  const askAs =
    (caller: Caller): Ask =>
    async (query, variables) => {
      const result = await service.subgraph.execute({
        query,
        variables,
        caller,
        deadline: createDeadline(clock, 60_000),
        trace: { correlationId: 'test', causationId: 'test' },
      });
      return toAnswer(result);
    };

  function envelope<T extends EventType>(eventType: T, subject: string, data: EventData<T>): EventEnvelope {
    const sequence = (sequences.get(subject) ?? 0) + 1;
    sequences.set(subject, sequence);
    return {
      specversion: '1.0',
      id: `${subject}:${sequence}`,
      source: `/hiregraph/${eventType.producer}/1`,
      type: eventType.type,
      subject,
      time: new Date(clock.now()).toISOString(),
      datacontenttype: 'application/json',
      tenantid: TENANT,
      sequence,
      correlationid: 'test',
      causationid: 'test',
      data: eventType.data.parse(data),
    };
  }

  async function consume(event: EventEnvelope): Promise<void> {
    const topic = EVENT_TYPES.get(event.type)?.topic ?? '';
    for (const consumer of service.consumers) if (consumer.topics.includes(topic)) await consumer.handle(event);
  }

  const world: EvaluationWorld = {
    clock,
    service,
    storage,
    questions,
    reads,
    owners: new Map(),
    as: (userId, ...roles) => askAs({ kind: 'user', tenantId: TENANT, userId, roles, name: null }),
    asCandidate: (candidateId) => askAs({ kind: 'candidate', tenantId: TENANT, candidateId }),
    asService: () => askAs({ kind: 'service', tenantId: TENANT, service: 'candidate' }),
    anonymous: () => askAs(ANONYMOUS),
    async job({ id, confidential = false, team = [], criteria = [] }) {
      const stages = STAGES.map((stageId, position) => ({
        id: stageId,
        name: stageId,
        kind: 'INTERVIEW' as const,
        position,
        slaHours: null,
        active: true,
      }));
      await consume(
        envelope(jobEvents.created, id, {
          status: 'OPEN',
          department: null,
          locations: [],
          employmentType: 'FULL_TIME',
          confidential,
          stages,
          planVersion: 1,
        }),
      );
      await consume(envelope(jobEvents['hiring-team-set'], id, { members: [...team] }));
      const full = criteria.map((criterion) => ({ ...criterion, kind: 'SKILL' as const }));
      await consume(envelope(jobEvents['criteria-set'], id, { criteria: full }));
    },
    async application(id, jobId, candidateId = 'cand_1') {
      applied.set(id, { jobId, candidateId });
      await consume(world.applicationEvent(id, 'submitted', STAGES[0], jobId));
    },
    applicationEvent(id, fact, stageId, jobId) {
      const now = new Date(clock.now()).toISOString();
      const stageOf = (one: string) => ({
        id: one,
        name: one,
        kind: 'INTERVIEW' as const,
        position: STAGES.indexOf(one as (typeof STAGES)[number]),
      });
      const before = applied.get(id) ?? { jobId, candidateId: 'cand_1' };
      applied.set(id, { ...before, jobId });
      // Everything that any of the facts carries: each schema takes what is its own.
      const data = {
        jobId,
        candidateId: before.candidateId,
        stage: stageOf(stageId),
        enteredAt: now,
        secondsInStage: 0,
        appliedAt: now,
        actor: { type: 'SYSTEM' },
        channel: 'CAREER_PAGE',
        creditedTo: null,
        late: false,
        from: stageOf(STAGES[0]),
        to: stageOf(stageId),
        enteredFromAt: now,
        secondsInFrom: 0,
        direction: 'FORWARD',
        planVersion: 1,
        reasonId: 'rsn_1',
        side: 'COMPANY',
        attemptId: `${id}:1`,
        openingId: 'opn_1',
        openingOpenedAt: now,
        refusedBecause: 'NO_SEAT_LEFT',
        fromJobId: before.jobId,
        toJobId: jobId,
      };
      return envelope(applicationEvents[fact] as EventType, id, data);
    },
    consume,
    async relay() {
      const sent: EventEnvelope[] = [];
      for (;;) {
        const waiting = await storage.outbox.findStale('9999-12-31T00:00:00.000Z', 100);
        if (waiting.length === 0) return sent;
        for (const aggregate of waiting) {
          const { events } = await storage.outbox.pending(aggregate);
          for (const event of events) await consume(event);
          await storage.outbox.pull(
            aggregate,
            events.map(({ sequence }) => sequence),
          );
          sent.push(...events);
        }
      }
    },
    async stop() {
      await service.stop();
      await storage.stop();
    },
  };
  return world;
}

function toAnswer({ data, errors = [] }: ExecutionResult): Answer {
  return {
    data: JSON.parse(JSON.stringify(data ?? null)) as unknown,
    errors: errors.map(({ path = [], message, extensions }) => ({ path, message, code: extensions.code })),
  };
}
