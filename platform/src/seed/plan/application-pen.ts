import type { JobRun } from './job-run.ts';
import { refTo, type SeedActor, type SeedRef, type SeedStep, type SeedValue } from './seed-plan.ts';
import type { StageSlug } from './job-scenario.ts';

type Status = 'ACTIVE' | 'REJECTED' | 'WITHDRAWN' | 'HIRED';
type Input = Readonly<Record<string, SeedValue>>;
type Extra = Pick<SeedStep, 'makes' | 'apart'>;

const BECOMES: Readonly<Partial<Record<SeedStep['mutation'], Status>>> = {
  submitApplication: 'ACTIVE',
  addApplication: 'ACTIVE',
  rejectApplication: 'REJECTED',
  unrejectApplication: 'ACTIVE',
  withdrawApplication: 'WITHDRAWN',
  hireApplication: 'HIRED',
  unhireApplication: 'ACTIVE',
};

/**
 * Writes down what happens to one application, as long as its job goes on. What would come later is left out: the
 * application stays as it was.
 */
export class ApplicationPen {
  readonly application: string;
  readonly candidate: string;
  readonly steps: SeedStep[] = [];
  status: Status | null = null;
  stage: StageSlug = 'REVIEW';
  /** When the last step was; milliseconds since the Unix epoch. */
  last = 0;
  /** True once something would have come too late. */
  cut = false;
  #job: JobRun;
  #interviews = 0;

  constructor(application: string, candidate: string, job: JobRun) {
    this.application = application;
    this.candidate = candidate;
    this.#job = job;
  }

  get job(): JobRun {
    return this.#job;
  }

  get id(): SeedRef {
    return refTo(this.application);
  }

  stageRef(stage: StageSlug): SeedRef {
    return refTo(`stage:${this.#job.scenario.key}:${stage}`);
  }

  /** A step on the main line. @returns whether it happens */
  write(at: number, by: SeedActor, mutation: SeedStep['mutation'], input: Input, extra: Extra = {}): boolean {
    if (this.cut || at >= this.#job.ends) {
      this.cut = true;
      return false;
    }
    const key = `${this.application}/${this.steps.length}/${mutation}`;
    this.steps.push({ key, at, by, mutation, input, lane: this.candidate, ...extra });
    this.status = BECOMES[mutation] ?? this.status;
    this.last = Math.max(this.last, at);
    return true;
  }

  /** A step beside the main line, which goes on without it. */
  aside(at: number, by: SeedActor, mutation: SeedStep['mutation'], input: Input, extra: Extra = {}): boolean {
    if (this.cut || at >= this.#job.ends) return false;
    return this.write(at, by, mutation, input, extra);
  }

  move(at: number, by: SeedActor, to: StageSlug, note?: string): boolean {
    const { id } = this;
    const input = { applicationId: id, toStageId: this.stageRef(to), expectedFromStageId: this.stageRef(this.stage) };
    const moved = this.write(at, by, 'moveApplication', note === undefined ? input : { ...input, note });
    if (moved) this.stage = to;
    return moved;
  }

  transfer(at: number, by: SeedActor, to: JobRun, note: string): boolean {
    const input = { applicationId: this.id, toJobId: refTo(`job:${to.scenario.key}`), note };
    // Whoever plans an interview for a stage of the other job must know of the transfer.
    const moved = this.write(at, by, 'transferApplication', input, { apart: 'settled' });
    if (!moved) return false;
    this.#job = to;
    this.stage = 'REVIEW';
    return true;
  }

  nextInterview(): string {
    this.#interviews += 1;
    return `interview:${this.application.replace('application:', '')}:${this.#interviews}`;
  }

  /** Ends what is still open because the job was closed: something that comes after the cut. */
  closeWith(at: number, by: SeedActor, reasonId: SeedRef): void {
    if (this.status !== 'ACTIVE') return;
    const key = `${this.application}/${this.steps.length}/rejectApplication`;
    const input = { applicationId: this.id, reasonId, note: 'The seat is taken.' };
    this.steps.push({ key, at, by, mutation: 'rejectApplication', input, lane: this.candidate });
    this.status = 'REJECTED';
    this.last = at;
  }
}
