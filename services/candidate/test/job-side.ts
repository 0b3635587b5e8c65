import {
  applicationEvents,
  EVENT_TYPES,
  type EventData,
  type EventType,
  isEvent,
  jobEvents,
} from '@hiregraph/contracts';
import {
  type EventEnvelope,
  type ManualClock,
  type TeamRole,
  toInstant,
  UpstreamUnavailableError,
} from '@hiregraph/kernel';
import type { OwnerClient, OwnerQuestion } from '@hiregraph/subgraph';

export const TENANT = 'ten_acme';

type Stage = EventData<(typeof jobEvents)['stage-added']>['stages'][number];
type Status = EventData<(typeof jobEvents)['created']>['status'];

interface Seat {
  readonly id: string;
  status: 'OPEN' | 'RESERVED' | 'FILLED';
  applicationId: string | null;
  attemptId: string | null;
}

interface FakeJob {
  readonly id: string;
  status: Status;
  confidential: boolean;
  planVersion: number;
  stages: Stage[];
  team: { userId: string; role: TeamRole }[];
  posts: string[];
  /** What published posts require an answer to. */
  required: { postId: string; questionId: string }[];
  seats: Seat[];
  sequence: number;
}

export interface NewJob {
  readonly status?: Status;
  readonly confidential?: boolean;
  readonly team?: readonly { readonly userId: string; readonly role: TeamRole }[];
  readonly posts?: readonly string[];
  readonly seats?: number;
}

function stage(id: string, kind: Stage['kind'], position: number): Stage {
  return { id, name: id, kind, position, slaHours: null, active: true };
}

/** Stage ids of a job are its own: `stg_<job>_review` and so on. */
export function stageId(jobId: string, name: 'lead' | 'review' | 'screen' | 'offer' | 'hired'): string {
  return `stg_${jobId}_${name}`;
}

/**
 * The job service as the candidate service meets it: it answers questions, sends events in order, and carries its half of
 * the hire saga by the rules of the protocols. Its events wait in `outbox` until they are delivered.
 */
export class JobSide implements OwnerClient {
  readonly jobs = new Map<string, FakeJob>();
  readonly reasons = new Map<string, { side: 'COMPANY' | 'CANDIDATE'; active: boolean }>();
  /** Events that have not been delivered yet. */
  readonly outbox: EventEnvelope[] = [];
  /** What was asked, e.g. `jobFacts`. */
  readonly questions: string[] = [];
  down = false;
  readonly #clock: ManualClock;
  readonly #handled = new Set<string>();

  constructor(clock: ManualClock) {
    this.#clock = clock;
  }

  async ask<Data>(owner: string, { query, variables }: OwnerQuestion): Promise<Data> {
    const field = /\{\s*(\w+)\(/u.exec(query)?.[1] ?? '';
    this.questions.push(field);
    if (this.down) throw new UpstreamUnavailableError(owner);
    const answer = field === 'jobFacts' ? this.#jobFacts(variables) : this.#reasonFacts(String(variables.id));
    return JSON.parse(JSON.stringify({ [field]: answer })) as Data;
  }

  #jobFacts(variables: Readonly<Record<string, unknown>>): unknown {
    const job = [...this.jobs.values()].find(
      ({ id, posts }) => id === variables.id || posts.includes(String(variables.postId)),
    );
    if (job === undefined) return null;
    return {
      id: job.id,
      lastSequence: job.sequence,
      occurredAt: toInstant(this.#clock.now()),
      status: job.status,
      confidential: job.confidential,
      planVersion: job.planVersion,
      stages: job.stages,
      hiringTeam: job.team,
      publishedPosts: job.posts,
      requiredQuestions: job.required,
    };
  }

  #reasonFacts(id: string): unknown {
    const reason = this.reasons.get(id);
    return reason === undefined ? null : { id, lastSequence: 1, occurredAt: toInstant(this.#clock.now()), ...reason };
  }

  addJob(id: string, { status = 'OPEN', confidential = false, team = [], posts = [], seats = 1 }: NewJob = {}): void {
    const job: FakeJob = {
      id,
      status: 'DRAFT',
      confidential,
      planVersion: 1,
      stages: [
        stage(stageId(id, 'lead'), 'LEAD', 0),
        stage(stageId(id, 'review'), 'REVIEW', 1),
        stage(stageId(id, 'screen'), 'SCREEN', 2),
        stage(stageId(id, 'offer'), 'OFFER', 3),
        stage(stageId(id, 'hired'), 'HIRED', 4),
      ],
      team: [],
      posts: [],
      required: [],
      seats: Array.from({ length: seats }, (_, index) => ({
        id: `opn_${id}_${index}`,
        status: 'OPEN',
        applicationId: null,
        attemptId: null,
      })),
      sequence: 0,
    };
    this.jobs.set(id, job);
    this.#emit(job, jobEvents.created, this.#facts(job));
    if (team.length > 0) this.setTeam(id, team);
    if (status !== 'DRAFT') this.setStatus(id, 'OPEN');
    for (const postId of posts) this.publish(id, postId);
    if (status !== 'DRAFT' && status !== 'OPEN') this.setStatus(id, status);
  }

  setTeam(id: string, team: NonNullable<NewJob['team']>): void {
    const job = this.get(id);
    job.team = [...team];
    this.#emit(job, jobEvents['hiring-team-set'], { members: job.team });
  }

  setStatus(id: string, status: Status): void {
    const job = this.get(id);
    job.status = status;
    const types = { OPEN: 'opened', ON_HOLD: 'held', CLOSED: 'closed', ARCHIVED: 'archived' } as const;
    if (status !== 'DRAFT') this.#emit(job, jobEvents[types[status]], this.#facts(job));
    if (status !== 'OPEN') for (const postId of [...job.posts]) this.unpublish(id, postId);
  }

  setConfidential(id: string, confidential: boolean): void {
    const job = this.get(id);
    job.confidential = confidential;
    this.#emit(job, jobEvents.updated, { ...this.#facts(job), changed: ['confidential'] });
  }

  publish(id: string, postId: string, requiredQuestionIds: readonly string[] = []): void {
    const job = this.get(id);
    job.posts.push(postId);
    this.#emit(job, jobEvents['post-published'], {
      postId,
      questions: this.#require(job, postId, requiredQuestionIds),
    });
  }

  /** Changes what a published post asks. */
  askFor(id: string, postId: string, requiredQuestionIds: readonly string[]): void {
    const job = this.get(id);
    const questions = this.#require(job, postId, requiredQuestionIds);
    this.#emit(job, jobEvents.updated, { ...this.#facts(job), changed: ['posts'], post: { postId, questions } });
  }

  /** Each post also asks something that may be left out. */
  #require(
    job: FakeJob,
    postId: string,
    ids: readonly string[],
  ): EventData<(typeof jobEvents)['post-published']>['questions'] & object {
    job.required = job.required.filter((question) => question.postId !== postId);
    for (const questionId of ids) job.required.push({ postId, questionId });
    return [
      { id: 'qst_optional', type: 'TEXT', required: false },
      ...ids.map((questionId) => ({ id: questionId, type: 'TEXT' as const, required: true })),
    ];
  }

  unpublish(id: string, postId: string): void {
    const job = this.get(id);
    job.posts = job.posts.filter((post) => post !== postId);
    this.#emit(job, jobEvents['post-unpublished'], { postId });
  }

  addStage(id: string, newStage: string): void {
    const job = this.get(id);
    job.planVersion++;
    job.stages.push(stage(newStage, 'SCREEN', job.stages.length));
    const { stages, planVersion } = job;
    this.#emit(job, jobEvents['stage-added'], { stages, planVersion, stageId: newStage });
  }

  retireStage(id: string, retired: string): void {
    const job = this.get(id);
    job.planVersion++;
    job.stages = job.stages.map((one) => (one.id === retired ? { ...one, active: false } : one));
    const { stages, planVersion } = job;
    this.#emit(job, jobEvents['stage-retired'], { stages, planVersion, stageId: retired });
  }

  /** Job's half of the saga. An event that comes again changes nothing. */
  consume(event: EventEnvelope): void {
    if (this.#handled.has(event.id)) return;
    this.#handled.add(event.id);
    if (isEvent(applicationEvents['hire-requested'], event)) this.#reserve(event);
    else if (isEvent(applicationEvents.hired, event)) this.#fill(event.data.attemptId);
    else if (isEvent(applicationEvents['hire-refused'], event)) this.#release(event.data.attemptId);
    else if (isEvent(applicationEvents.unhired, event)) this.#release(event.data.attemptId);
    else if (isEvent(applicationEvents.withdrawn, event)) this.#release(event.data.attemptId);
  }

  #reserve({ id: attemptId, subject, data }: EventEnvelope<string, { readonly jobId: string }>): void {
    const job = this.get(data.jobId);
    const seat = job.seats.find(({ status }) => status === 'OPEN');
    if (job.status !== 'OPEN' || seat === undefined) {
      const refusedBecause = job.status === 'OPEN' ? 'NO_SEAT_LEFT' : 'JOB_NOT_OPEN';
      this.#emit(job, jobEvents['opening-refused'], { applicationId: subject, attemptId, refusedBecause });
      return;
    }
    Object.assign(seat, { status: 'RESERVED', applicationId: subject, attemptId });
    this.#emit(job, jobEvents['opening-reserved'], this.#opening(seat));
  }

  #seatOf(attemptId: string | null): { job: FakeJob; seat: Seat } | null {
    for (const job of this.jobs.values()) {
      for (const seat of job.seats) if (seat.attemptId !== null && seat.attemptId === attemptId) return { job, seat };
    }
    return null;
  }

  #fill(attemptId: string): void {
    const found = this.#seatOf(attemptId);
    if (found === null) return;
    found.seat.status = 'FILLED';
    this.#emit(found.job, jobEvents['opening-filled'], this.#opening(found.seat));
  }

  #release(attemptId: string | null): void {
    const found = this.#seatOf(attemptId);
    if (found === null) return;
    Object.assign(found.seat, { status: 'OPEN', applicationId: null, attemptId: null });
    this.#emit(found.job, jobEvents['opening-released'], this.#opening(found.seat));
  }

  #opening({ id, applicationId, attemptId }: Seat) {
    return { openingId: id, openedAt: '2026-01-01T00:00:00.000Z', applicationId, attemptId };
  }

  get(id: string): FakeJob {
    const job = this.jobs.get(id);
    if (job === undefined) throw new Error(`There is no job ${id}.`);
    return job;
  }

  #facts({ status, confidential, stages, planVersion }: FakeJob) {
    const rest = { department: null, locations: [], employmentType: 'FULL_TIME' as const };
    return { status, confidential, stages, planVersion, ...rest };
  }

  #emit<T extends EventType>(job: FakeJob, eventType: T, data: EventData<T>): void {
    job.sequence++;
    this.outbox.push(envelope(this.#clock, eventType, job.id, job.sequence, data));
  }
}

/** An event as it would come off a topic. */
export function envelope<T extends EventType>(
  clock: ManualClock,
  eventType: T,
  subject: string,
  sequence: number,
  data: EventData<T>,
): EventEnvelope {
  return {
    specversion: '1.0',
    id: `${subject}:${sequence}`,
    source: `/hiregraph/${eventType.producer}/1`,
    type: eventType.type,
    subject,
    time: toInstant(clock.now()),
    datacontenttype: 'application/json',
    tenantid: TENANT,
    sequence,
    correlationid: 'test',
    causationid: 'test',
    data: eventType.data.parse(data),
  };
}

export function topicOf(event: EventEnvelope): string {
  return EVENT_TYPES.get(event.type)?.topic ?? '';
}
