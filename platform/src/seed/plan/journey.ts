import type { ApplicationPen } from './application-pen.ts';
import type { Dice } from './dice.ts';
import { type Fate, tellInterview } from './interview-story.ts';
import type { JobRun } from './job-run.ts';
import type { PathStep, PlannedHire } from './job-scenario.ts';
import { BACK_NOTE, MOVE_NOTES, SKIP_NOTE, TRANSFER_NOTE, UNREJECT_NOTE, WITHDRAW_NOTE } from './phrases.ts';
import { type SeedActor, staff } from './seed-plan.ts';
import { tellEnd } from './rejection-story.ts';
import { afterWorkingDays, HOUR, inWorkingHours } from './working-time.ts';

export interface Journey {
  readonly dice: Dice;
  readonly pen: ApplicationPen;
  /** Null for those who are not meant to be hired. */
  readonly hire: PlannedHire | null;
  /** Where somebody may go on instead who suits another job better. */
  readonly otherJob: JobRun | null;
}

const SKIPS = 0.03;
const GOES_BACK = 0.05;
const COMES_BACK = 0.1;
const TRANSFERS = 0.25;
const WITHDRAWS = 0.14;
/** Nobody gets round to it: such there are in every pipeline. */
const FORGOTTEN = 0.04;

/** What becomes of an application, from the stage that it is in to where the plan or its process ends. */
export function tellJourney(journey: Journey, at: number): void {
  const { dice, pen } = journey;
  const { path } = pen.job.scenario;
  let entered = at;
  for (let index = path.findIndex(({ stage }) => stage === pen.stage); index < path.length; ) {
    const step = path[index] as PathStep;
    if (journey.hire === null && dice.chance(FORGOTTEN)) return;
    const fate = fateOf(journey, step);
    const { decided, missed } = decision(journey, step, fate, entered);
    if (fate !== 'pass') {
      if (isTransfer(journey, step, decided)) {
        goOnElsewhere(journey, decided);
        return;
      }
      tellEnd(dice, pen, { fate, at: decided, missed });
      if (!isTakenBack(journey, fate)) return;
      entered = takeBack(journey, decided);
    } else if (index === path.length - 1) {
      tellHire(journey, decided);
      return;
    } else {
      index = pass(journey, index, decided);
      entered = decided;
    }
    if (pen.cut) return;
  }
}

/** @param hire whoever is meant to be hired passes everything; nobody else passes the last stage */
function fateOf({ dice, hire, pen }: Journey, step: PathStep): Fate {
  if (hire !== null) return 'pass';
  const isLast = step === pen.job.scenario.path.at(-1);
  if (!isLast && dice.chance(step.pass)) return 'pass';
  return dice.chance(isLast ? 0.5 : WITHDRAWS) ? 'withdraw' : 'reject';
}

function decision(
  { dice, pen }: Journey,
  step: PathStep,
  fate: Fate,
  entered: number,
): { readonly decided: number; readonly missed: boolean } {
  if (dice.chance(step.interviews)) return tellInterview(dice, pen, step, fate, entered);
  return { decided: afterWorkingDays(entered, dice.between(...step.days)), missed: false };
}

/** @returns the place on the path that is reached */
function pass({ dice, pen, hire }: Journey, index: number, at: number): number {
  const { path, recruiter } = pen.job.scenario;
  const by = deciderOf(dice, pen);
  const skips = hire === null && index + 3 < path.length && dice.chance(SKIPS);
  const next = index + (skips ? 2 : 1);
  const to = path[next]?.stage ?? 'OFFER';
  const note = skips ? SKIP_NOTE : dice.chance(0.3) ? dice.pick(MOVE_NOTES) : undefined;
  const before = pen.stage;
  pen.move(at, by, to, note);
  if (!skips && before === 'SCREEN' && dice.chance(GOES_BACK)) {
    const back = afterWorkingDays(at, dice.between(0.3, 1));
    pen.move(back, staff(recruiter), 'SCREEN', BACK_NOTE);
    pen.move(afterWorkingDays(back, dice.between(1, 2)), staff(recruiter), to);
  }
  return next;
}

/** The recruiter decides about the first stages; later it is the hiring manager as often as not. */
function deciderOf(dice: Dice, { stage, job }: ApplicationPen): SeedActor {
  const { recruiter, manager } = job.scenario;
  return staff(stage === 'REVIEW' || stage === 'SCREEN' || dice.chance(0.5) ? recruiter : manager);
}

function isTransfer({ dice, otherJob }: Journey, { stage }: PathStep, at: number): boolean {
  if (otherJob === null || stage !== 'SCREEN') return false;
  return at > otherJob.published && at < otherJob.ends && dice.chance(TRANSFERS);
}

function goOnElsewhere(journey: Journey, at: number): void {
  const { pen, otherJob } = journey;
  if (otherJob === null || !pen.transfer(at, staff(pen.job.scenario.recruiter), otherJob, TRANSFER_NOTE)) return;
  tellJourney({ ...journey, otherJob: null }, at);
}

function isTakenBack({ dice, pen }: Journey, fate: Fate): boolean {
  return fate === 'reject' && pen.stage !== 'REVIEW' && !pen.cut && dice.chance(COMES_BACK);
}

/** A rejection that is taken back a day or two later. @returns when */
function takeBack({ dice, pen }: Journey, rejected: number): number {
  const at = afterWorkingDays(rejected, dice.between(0.5, 2));
  pen.write(at, staff(pen.job.scenario.recruiter), 'unrejectApplication', {
    applicationId: pen.id,
    note: UNREJECT_NOTE,
  });
  return at;
}

function tellHire({ dice, pen, hire }: Journey, at: number): void {
  const { manager, recruiter } = pen.job.scenario;
  const applicationId = pen.id;
  const note = 'Accepted the offer by phone, the contract follows.';
  const hired = pen.write(at, staff(manager), 'hireApplication', { applicationId, note }, { apart: 'settled' });
  if (hired) pen.stage = 'HIRED';
  if (hire?.takenBack !== true) return;
  const unhired = afterWorkingDays(at, dice.between(5, 9));
  const why = 'Has not signed: the present employer made a better offer.';
  pen.write(unhired, staff(recruiter), 'unhireApplication', { applicationId, note: why }, { apart: 'settled' });
  const withdrawn = inWorkingHours(unhired + dice.between(0.2, 2) * HOUR);
  pen.write(withdrawn, staff(recruiter), 'withdrawApplication', { applicationId, note: WITHDRAW_NOTE });
}
