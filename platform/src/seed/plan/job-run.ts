import type { JobScenario } from './job-scenario.ts';

/** One of the jobs with its times, in milliseconds since the Unix epoch. */
export interface JobRun {
  readonly scenario: JobScenario;
  readonly imported: number;
  /** When it was opened; published a little later. */
  readonly opened: number;
  readonly published: number;
  /** From here on nothing happens to its applications: it was closed, put on hold, or the plan ends. */
  readonly ends: number;
}
