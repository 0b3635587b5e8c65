import type { SeedStep } from '../plan/seed-plan.ts';
import { DAY } from '../plan/working-time.ts';

/** Steps that can be done at once, save that those of one lane follow each other. */
export interface TimeSlice {
  readonly steps: readonly SeedStep[];
  /** Whether all services must know of it before the next one begins. */
  readonly isSettled: boolean;
}

/**
 * Steps that a slice should have at least: the more are done at once, the fewer times the disk is waited for; the fewer,
 * the closer the order on the event stream to that of the times.
 */
const ENOUGH = 160;

/**
 * Cuts a plan, in its order, wherever what follows must not run beside what was before: at each step that
 * is apart from others, and at a midnight once there is enough to do.
 */
export function timeSlices(steps: readonly SeedStep[]): readonly TimeSlice[] {
  const slices: { steps: SeedStep[]; isSettled: boolean }[] = [];
  let before: SeedStep | null = null;
  for (const step of steps) {
    const slice = slices.at(-1);
    if (slice === undefined || before === null || isCut(before, step, slice.steps.length)) {
      slices.push({ steps: [step], isSettled: step.apart === 'settled' });
    } else {
      slice.steps.push(step);
    }
    before = step;
  }
  return slices;
}

function isCut(before: SeedStep, after: SeedStep, count: number): boolean {
  if (before.apart !== undefined || after.apart !== undefined) return true;
  return count >= ENOUGH && Math.floor(before.at / DAY) !== Math.floor(after.at / DAY);
}
