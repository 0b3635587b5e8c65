/** A stage that an application can be in, by a name that stays when the stage is renamed. */
export type StageSlug = 'LEAD' | 'REVIEW' | 'SCREEN' | 'ASSESSMENT' | 'INTERVIEW' | 'TEAM' | 'OFFER' | 'HIRED';

/** One step on the way through a job's pipeline. */
export interface PathStep {
  readonly stage: StageSlug;
  /** How many of those who reach it go on. */
  readonly pass: number;
  /** Working days until somebody decides, from and to; an interview takes the time that it takes. */
  readonly days: readonly [number, number];
  /** How many of those who reach it have an interview in it. */
  readonly interviews: number;
  readonly minutes: number;
}

export type PipelineChange =
  | { readonly change: 'update'; readonly stage: StageSlug; readonly name: string; readonly slaHours?: number }
  | {
      readonly change: 'add';
      readonly stage: StageSlug;
      readonly name: string;
      readonly kind: 'INTERVIEW';
      readonly position: number;
    }
  | { readonly change: 'retire'; readonly stage: StageSlug };

/** Somebody who gets through, so that the company does hire. */
export interface PlannedHire {
  readonly appliedDaysAgo: number;
  /** True: they change their mind a few days later. */
  readonly takenBack: boolean;
}

/** How one of the sample company's jobs goes. Days are calendar days before the plan's end. */
export interface JobScenario {
  /** The posting's. */
  readonly key: string;
  readonly importedDaysAgo: number;
  /** Subjects of the sample people. */
  readonly recruiter: string;
  readonly manager: string;
  readonly interviewers: readonly string[];
  readonly seats: number;
  /** People who apply for the first time, and those who were turned down for another job before. */
  readonly applicants: number;
  readonly returning: number;
  /** How many of them the company finds itself. */
  readonly sourced: number;
  readonly pipeline: readonly PipelineChange[];
  readonly path: readonly PathStep[];
  readonly questions: readonly {
    readonly text: string;
    readonly type: 'YES_NO' | 'TEXT' | 'NUMBER';
    readonly answers: readonly string[];
  }[];
  readonly interviewQuestions: readonly string[];
  readonly hires: readonly PlannedHire[];
  readonly ending: { readonly kind: 'hold'; readonly daysAgo: number } | { readonly kind: 'close' } | null;
}
