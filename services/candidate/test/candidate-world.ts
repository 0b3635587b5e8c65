import { interviewEvents, referenceEvents } from '@hiregraph/contracts';
import {
  ANONYMOUS,
  type Caller,
  createCursorCodec,
  createDeadline,
  createManualClock,
  type Deadline,
  type EventEnvelope,
  type ManualClock,
  silentLogger,
  type StaffRole,
  systemClock,
} from '@hiregraph/kernel';
import {
  createEmbeddedEngine,
  type EngineCollection,
  type ReadOptions,
  type StorageEngine,
  type Failpoints,
  openStorage,
  type PendingAggregate,
  type Storage,
} from '@hiregraph/storage';
import { createTenantDirectory, type Service } from '@hiregraph/subgraph';
import type { ExecutionResult } from 'graphql';
import { createCandidateService } from '../src/index.ts';
import { envelope, JobSide, type NewJob, TENANT, topicOf } from './job-side.ts';
import type { UserErrorView, View } from './view.ts';

const START = '2026-03-02T09:00:00.000Z';

/** The answer of the GraphQL executor, as JSON has it. */
export interface Answer {
  readonly data: View;
  readonly errors: readonly {
    readonly path: readonly (string | number)[];
    readonly code: unknown;
    readonly message: string;
  }[];
}

export type Ask = (query: string, variables?: object, deadline?: Deadline) => Promise<Answer>;

/** The candidate service on an embedded engine, beside a job service that is played. */
export class CandidateWorld {
  readonly clock: ManualClock = createManualClock(START);
  readonly jobSide = new JobSide(this.clock);
  readonly storage: Storage;
  readonly service: Service;
  /** All events that this service has sent, in the order of sending. */
  readonly sent: EventEnvelope[] = [];
  /** Every read of the store, e.g. `applications.findEach`. */
  readonly reads: string[] = [];
  /** What each of those reads leaves out, e.g. `candidates history,outbox,state.resume`. */
  readonly leftOut: string[] = [];
  /** Whether events go back and forth by themselves, as relay and consumers would have it. */
  autopilot = false;
  /** Breaks into writes; see Failpoints. */
  failpoints: Failpoints = () => undefined;
  #pending: PendingAggregate[] = [];
  #pumping: Promise<void> = Promise.resolve();
  #keys = 0;
  readonly #interviews = new Map<string, number>();

  constructor() {
    this.storage = openStorage({
      engine: counted(createEmbeddedEngine({ clock: this.clock, freeze: true }), this.reads, this.leftOut),
      service: 'candidate',
      clock: this.clock,
      logger: silentLogger,
      failpoints: (point) => this.failpoints(point),
    });
    this.service = createCandidateService({
      environment: {
        clock: this.clock,
        logger: silentLogger,
        cursors: createCursorCodec('a secret of sixteen bytes'),
        tenants: createTenantDirectory([
          { id: TENANT, slug: 'acme', name: 'Acme' },
          { id: 'ten_other', slug: 'other', name: 'Other' },
        ]),
        owners: this.jobSide,
      },
      storage: this.storage,
    });
    this.storage.outbox.onCommitted((committed) => {
      this.#pending.push(committed);
      if (this.autopilot) this.#pumping = this.#pumping.then(() => this.pump());
    });
  }

  as(userId: string, ...roles: StaffRole[]): Ask {
    return this.asCaller({ kind: 'user', tenantId: TENANT, userId, roles, name: null });
  }

  get admin(): Ask {
    return this.as('usr_admin', 'ADMIN');
  }

  get recruiter(): Ask {
    return this.as('usr_recruiter', 'RECRUITER');
  }

  asCandidate(candidateId: string): Ask {
    return this.asCaller({ kind: 'candidate', tenantId: TENANT, candidateId });
  }

  get anonymous(): Ask {
    return this.asCaller(ANONYMOUS);
  }

  asCaller(caller: Caller): Ask {
    return async (query, variables, deadline = createDeadline(systemClock, 20_000)) =>
      toAnswer(
        await this.service.subgraph.execute({
          query,
          ...(variables === undefined ? {} : { variables: { ...variables } }),
          caller,
          deadline,
          trace: { correlationId: 'test', causationId: 'test' },
        }),
      );
  }

  /** A key that no other call had. */
  key(): string {
    this.#keys++;
    return `key-${this.#keys}`;
  }

  /** A job that this service knows of. */
  async job(id: string, job: NewJob = {}): Promise<void> {
    this.jobSide.addJob(id, job);
    await this.deliver();
  }

  /** Hands job's waiting events to this service. */
  async deliver(): Promise<void> {
    for (let event = this.jobSide.outbox.shift(); event !== undefined; event = this.jobSide.outbox.shift()) {
      await this.consume(event);
    }
  }

  async consume(event: EventEnvelope): Promise<void> {
    for (const consumer of this.service.consumers) {
      if (consumer.topics.includes(topicOf(event))) await consumer.handle(event);
    }
  }

  /** Sends what is pending here to the job side, without delivering what it answers. */
  async relay(): Promise<void> {
    for (let one = this.#pending.shift(); one !== undefined; one = this.#pending.shift()) {
      const { events } = await this.storage.outbox.pending(one);
      for (const event of events) {
        this.sent.push(event);
        this.jobSide.consume(event);
      }
      await this.storage.outbox.pull(
        one,
        events.map(({ sequence }) => sequence),
      );
    }
  }

  /** Sends events back and forth until nobody has anything to say. */
  async pump(): Promise<void> {
    do {
      await this.relay();
      await this.deliver();
    } while (this.#pending.length > 0 || this.jobSide.outbox.length > 0);
  }

  async interview(id: string, applicationId: string, interviewerIds: readonly string[], status = 'SCHEDULED') {
    const sequence = (this.#interviews.get(id) ?? 0) + 1;
    this.#interviews.set(id, sequence);
    const type = status === 'CANCELLED' ? interviewEvents.cancelled : interviewEvents.scheduled;
    const times = { start: null, end: null, revision: 0 };
    const data = {
      applicationId,
      jobId: 'job_x',
      stageId: null,
      interviewerIds: [...interviewerIds],
      ...times,
      status,
    };
    await this.consume(envelope(this.clock, type, id, sequence, type.data.parse(data)));
  }

  async reason(id: string, side: 'COMPANY' | 'CANDIDATE' = 'COMPANY'): Promise<void> {
    const data = { reasonId: id, side };
    await this.consume(envelope(this.clock, referenceEvents['rejection-reason-created'], id, 1, data));
  }

  /** A new candidate. @returns the id */
  async candidate(name: string, input: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const emails = [`${name.toLowerCase().replaceAll(' ', '.')}@example.com`];
    const { data } = await this.recruiter(
      'mutation ($input: CreateCandidateInput!) { createCandidate(input: $input) { candidate { id } userErrors { code message } } }',
      { input: { name, emails, ...input } },
    );
    return data.createCandidate.candidate.id;
  }

  /** A candidate's application for a job. @returns the id */
  async apply(candidateId: string, jobId: string, input: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const { data } = await this.admin(
      'mutation ($input: AddApplicationInput!) { addApplication(input: $input) { application { id } userErrors { code message } } }',
      { input: { candidateId, jobId, idempotencyKey: this.key(), ...input } },
    );
    const { application, userErrors } = data.addApplication;
    if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
    return application.id;
  }

  /** What so many commits from now on write stays, and whoever makes the last of them is told nothing. */
  cutOffAfterCommit(count: number): void {
    let commits = 0;
    this.failpoints = (point) => {
      if (point === 'commit.after-ack' && ++commits === count) throw new Error('The process died.');
    };
  }

  /** One mutation of an application, with the fields that most tests look at. */
  async change(ask: Ask, mutation: string, input: Readonly<Record<string, unknown>>, deadline?: Deadline) {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const answer = await ask(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) {
        application { id status version stage { id } job { id } hire { status attempt refusedBecause } opening { id } }
        userErrors { code message field }
      } }`,
      { input },
      deadline,
    );
    const payload = (answer.data as unknown as Record<string, Changed | null> | null)?.[mutation];
    const { application = null, userErrors = [] } = payload ?? {};
    // Tests compare with null where there is none.
    return {
      errors: answer.errors,
      application: application as View,
      userErrors,
      codes: userErrors.map(({ code }) => code),
    };
  }

  async stop(): Promise<void> {
    await this.#pumping;
    await this.storage.stop();
  }
}

/** What a mutation of an application answers. */
interface Changed {
  readonly application: View | null;
  readonly userErrors: readonly UserErrorView[];
}

const READS = ['findOne', 'find', 'findEach', 'count', 'countEach'] as const;

/** Notes every read that reaches the engine. */
function counted(engine: StorageEngine, reads: string[], leftOut: string[]): StorageEngine {
  const collection: StorageEngine['collection'] = (name, indexes) => {
    const inner = engine.collection(name, indexes);
    const noted = READS.map((method) => [
      method,
      (...args: unknown[]) => {
        reads.push(`${name}.${method}`);
        const options = args[1] as Pick<ReadOptions, 'without'> | undefined;
        leftOut.push(`${name} ${(options?.without ?? []).join(',')}`);
        return (inner[method] as (...given: unknown[]) => unknown)(...args);
      },
    ]);
    return { ...inner, ...(Object.fromEntries(noted) as Pick<EngineCollection, (typeof READS)[number]>) };
  };
  return { ...engine, kind: engine.kind, collection };
}

export async function createCandidateWorld(): Promise<CandidateWorld> {
  const world = new CandidateWorld();
  await world.storage.start();
  return world;
}

function toAnswer(result: ExecutionResult): Answer {
  const { data, errors = [] } = JSON.parse(JSON.stringify(result)) as {
    data: View;
    errors?: { path?: (string | number)[]; message: string; extensions: { code: unknown } }[];
  };
  return {
    data,
    errors: errors.map(({ path = [], message, extensions }) => ({ path, message, code: extensions.code })),
  };
}
