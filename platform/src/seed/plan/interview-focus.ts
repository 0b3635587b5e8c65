import type { StageSlug } from './job-scenario.ts';
import { refTo, type SeedRef } from './seed-plan.ts';

/** Which of a job's criteria an interview is about, by their places. Every posting of the seed has more than these. */
const FOCUS: Readonly<Partial<Record<StageSlug, readonly number[]>>> = {
  ASSESSMENT: [0, 2, 4],
  INTERVIEW: [0, 1, 3, 5, 6],
  TEAM: [2, 4, 7, 8],
};

export function focusOf(job: string, stage: StageSlug): readonly SeedRef[] {
  return (FOCUS[stage] ?? []).map((place) => refTo(`criterion:${job}:${place}`));
}
