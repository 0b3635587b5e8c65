import type { ApplicationPen } from './application-pen.ts';
import type { Dice } from './dice.ts';
import type { PathStep } from './job-scenario.ts';
import { MEETING_PLACES } from './phrases.ts';
import { tellScorecards } from './scorecard-story.ts';
import { refTo, type SeedRef, staff } from './seed-plan.ts';
import { afterWorkingDays, HOUR, inWorkingHours, MINUTE, slotAfter } from './working-time.ts';

export type Fate = 'pass' | 'reject' | 'withdraw';

/** How an interview ended; times in milliseconds since the Unix epoch. */
export interface InterviewEnd {
  readonly decided: number;
  readonly missed: boolean;
}

interface Slot {
  readonly start: number;
  readonly end: number;
}

/** One interview from planning to feedback, as far as it gets before the plan ends. */
export function tellInterview(dice: Dice, pen: ApplicationPen, step: PathStep, fate: Fate, at: number): InterviewEnd {
  const interview = pen.nextInterview();
  const id = refTo(interview);
  const { recruiter } = pen.job.scenario;
  const interviewers = interviewersOf(dice, pen, step);
  const planned = inWorkingHours(at + dice.between(0.5, 5) * HOUR);
  const interviewerIds = interviewers.map((subject) => refTo(`user:${subject}`));
  const plan = { applicationId: pen.id, stageId: pen.stageRef(pen.stage), interviewerIds };
  pen.write(planned, staff(recruiter), 'planInterview', plan, { makes: interview });
  const scheduled = afterWorkingDays(planned, dice.between(0.05, 1.2));
  let slot = slotOf(dice, scheduled, step.minutes);
  const place = { timeZone: timeZoneOf(pen), location: dice.pick(MEETING_PLACES) };
  pen.write(scheduled, staff(recruiter), 'scheduleInterview', { interviewId: id, ...times(slot), ...place });
  if (fate === 'withdraw' && dice.chance(0.5)) return calledOff(dice, pen, id, scheduled, slot);
  if (dice.chance(0.12)) slot = putOff(dice, pen, id, scheduled, slot);
  if (fate === 'reject' && dice.chance(0.22)) return missed(dice, pen, id, slot);
  const over = slot.end + dice.whole(3, 25) * MINUTE;
  pen.write(over, staff(recruiter), 'completeInterview', { interviewId: id });
  const heard = tellScorecards(dice, pen, {
    id,
    interview,
    interviewers,
    over,
    isGood: fate === 'pass',
    stage: step.stage,
  });
  return { decided: afterWorkingDays(heard, dice.between(0.1, 1)), missed: false };
}

function interviewersOf(dice: Dice, pen: ApplicationPen, { stage }: PathStep): readonly string[] {
  const { recruiter, manager, interviewers } = pen.job.scenario;
  if (stage === 'SCREEN') return [recruiter];
  if (stage === 'TEAM') return [...dice.some(interviewers, 1), manager];
  return dice.some(interviewers, dice.chance(0.6) ? 2 : 1);
}

function slotOf(dice: Dice, from: number, minutes: number): Slot {
  const start = slotAfter(from, dice.whole(1, 5), dice.whole(17, 31) / 2);
  return { start, end: start + minutes * MINUTE };
}

function times({ start, end }: Slot): { readonly start: string; readonly end: string } {
  return { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
}

function timeZoneOf(pen: ApplicationPen): string {
  return pen.job.scenario.manager === 'hugo' ? 'Europe/Berlin' : 'Europe/London';
}

function calledOff(dice: Dice, pen: ApplicationPen, id: SeedRef, scheduled: number, slot: Slot): InterviewEnd {
  const at = inWorkingHours(scheduled + dice.between(0.3, 0.9) * (slot.start - scheduled));
  pen.write(at, staff(pen.job.scenario.recruiter), 'cancelInterview', { interviewId: id });
  return { decided: at + dice.whole(5, 50) * MINUTE, missed: false };
}

function putOff(dice: Dice, pen: ApplicationPen, id: SeedRef, scheduled: number, slot: Slot): Slot {
  const at = inWorkingHours(scheduled + dice.between(0.2, 0.9) * (slot.start - scheduled));
  const later = slotOf(dice, slot.start, (slot.end - slot.start) / MINUTE);
  pen.write(at, staff(pen.job.scenario.recruiter), 'rescheduleInterview', { interviewId: id, ...times(later) });
  return later;
}

function missed(dice: Dice, pen: ApplicationPen, id: SeedRef, slot: Slot): InterviewEnd {
  const at = slot.start + dice.whole(15, 29) * MINUTE;
  pen.write(at, staff(pen.job.scenario.recruiter), 'markNoShow', { interviewId: id });
  return { decided: afterWorkingDays(at, dice.between(0.5, 1.5)), missed: true };
}
