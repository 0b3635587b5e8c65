import { readSeedPostings, type SeedPosting } from '../postings/index.ts';
import { focusOf } from './interview-focus.ts';
import type { JobRun } from './job-run.ts';
import type { PipelineChange, StageSlug } from './job-scenario.ts';
import { refTo, type SeedActor, type SeedStep, type SeedValue, staff } from './seed-plan.ts';
import { inWorkingHours, MINUTE } from './working-time.ts';

type Input = Readonly<Record<string, SeedValue>>;
type Extra = Partial<Pick<SeedStep, 'at' | 'makes' | 'apart'>>;

/** From the posting to the open, published job, and how it ended. */
export function tellJob(run: JobRun): readonly SeedStep[] {
  return new JobStory(run).steps;
}

/** Writes the steps of one job, each some minutes after the one before. */
class JobStory {
  readonly steps: SeedStep[] = [];
  readonly #run: JobRun;
  readonly #key: string;
  readonly #id: SeedValue;
  #at: number;

  constructor(run: JobRun) {
    this.#run = run;
    this.#key = run.scenario.key;
    this.#id = refTo(`job:${this.#key}`);
    this.#at = run.imported;
    const posting = postingOf(this.#key);
    this.#import(posting);
    this.#describe(posting);
    this.#setPipeline();
    this.#makeKits();
    this.#open(posting);
    this.#end();
  }

  #write(by: SeedActor, mutation: SeedStep['mutation'], input: Input, extra: Extra = {}): void {
    const { at = this.#next(), ...rest } = extra;
    const key = `job:${this.#key}/${this.steps.length}/${mutation}`;
    const lane = `job:${this.#key}`;
    this.steps.push({ key, at, by, mutation, input, lane, ...rest });
  }

  #next(): number {
    const at = this.#at;
    this.#at = inWorkingHours(at + (7 + ((this.steps.length * 11) % 23)) * MINUTE);
    return at;
  }

  get #recruiter(): SeedActor {
    return staff(this.#run.scenario.recruiter);
  }

  #import({ source, confidential }: SeedPosting): void {
    this.#write(this.#recruiter, 'importJobPosting', { ...source, confidential, openings: 1 }, { makes: this.#key });
  }

  /** The team and the weights come first, since they name the version that they change. */
  #describe({ department, locations, employmentType, remote }: SeedPosting): void {
    const { recruiter, manager, interviewers } = this.#run.scenario;
    const jobId = this.#id;
    const member = (subject: string, role: string): SeedValue => ({ userId: refTo(`user:${subject}`), role });
    const members = [
      member(manager, 'HIRING_MANAGER'),
      member(recruiter, 'RECRUITER'),
      ...interviewers.map((subject) => member(subject, 'INTERVIEWER')),
    ];
    this.#write(this.#recruiter, 'setHiringTeam', { jobId, members, expectedVersion: 1 });
    const criteria = refTo(`weighted-criteria:${this.#key}`);
    this.#write(staff(manager), 'setCriteria', { jobId, criteria, expectedVersion: 2 });
    this.#write(this.#recruiter, 'updateJob', { jobId, department, locations, employmentType, remote });
  }

  #setPipeline(): void {
    const { pipeline, seats } = this.#run.scenario;
    for (const change of pipeline) this.#change(change);
    if (seats > 1) this.#write(this.#recruiter, 'addOpenings', { jobId: this.#id, count: seats - 1 });
  }

  #change(change: PipelineChange): void {
    const by = this.#recruiter;
    const stage = `stage:${this.#key}:${change.stage}`;
    switch (change.change) {
      case 'update': {
        const { name, slaHours } = change;
        const limit = slaHours === undefined ? {} : { slaHours };
        this.#write(by, 'updateStage', { stageId: refTo(stage), name, ...limit });
        return;
      }
      case 'add': {
        const { name, kind, position } = change;
        this.#write(by, 'addStage', { jobId: this.#id, name, kind, position }, { makes: stage });
        return;
      }
      case 'retire': {
        this.#write(by, 'retireStage', { stageId: refTo(stage) });
        return;
      }
    }
  }

  #makeKits(): void {
    const { manager, path, interviewQuestions } = this.#run.scenario;
    const jobId = this.#id;
    for (const { stage, interviews } of path) {
      const criterionIds = focusOf(this.#key, stage);
      if (interviews === 0 || criterionIds.length === 0) continue;
      const questions = interviewQuestions.map((text, index) => {
        const criterionId = criterionIds[index];
        return criterionId === undefined ? { text } : { text, criterionId };
      });
      this.#write(staff(manager), 'createInterviewKit', {
        jobId,
        stageId: this.#stage(stage),
        criterionIds,
        questions,
      });
    }
  }

  #stage(stage: StageSlug): SeedValue {
    return refTo(`stage:${this.#key}:${stage}`);
  }

  #open({ confidential }: SeedPosting): void {
    const { questions } = this.#run.scenario;
    const postId = refTo(`post:${this.#key}`);
    if (questions.length > 0) {
      const asked = questions.map(({ text, type }) => ({ text, type, required: true }));
      this.#write(this.#recruiter, 'updateJobPost', { postId, questions: asked }, { makes: this.#key });
    }
    const { opened, published } = this.#run;
    // Whoever applies comes after all of this.
    const last = { apart: 'done' } as const;
    this.#write(this.#recruiter, 'openJob', { jobId: this.#id }, { at: opened, ...(confidential ? last : {}) });
    if (!confidential) this.#write(this.#recruiter, 'publishJobPost', { postId }, { at: published, ...last });
  }

  #end(): void {
    const { ending } = this.#run.scenario;
    if (ending === null) return;
    const mutation = ending.kind === 'hold' ? 'holdJob' : 'closeJob';
    this.#write(this.#recruiter, mutation, { jobId: this.#id }, { at: this.#run.ends, apart: 'done' });
  }
}

function postingOf(key: string): SeedPosting {
  const posting = readSeedPostings().find((each) => each.key === key);
  if (posting === undefined) throw new Error(`The seed has no posting ${key}.`);
  return posting;
}
