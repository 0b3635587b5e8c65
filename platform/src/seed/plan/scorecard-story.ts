import type { ApplicationPen } from './application-pen.ts';
import type { Dice } from './dice.ts';
import { focusOf } from './interview-focus.ts';
import type { StageSlug } from './job-scenario.ts';
import { AMEND_NOTE, RATING_NOTES, SCORECARD_NOTES } from './phrases.ts';
import { refTo, type SeedRef, type SeedValue, staff } from './seed-plan.ts';
import { afterWorkingDays, HOUR } from './working-time.ts';

export interface HeldInterview {
  readonly id: SeedRef;
  readonly interview: string;
  /** Subjects of the sample people. */
  readonly interviewers: readonly string[];
  /** Milliseconds since the Unix epoch. */
  readonly over: number;
  readonly isGood: boolean;
  readonly stage: StageSlug;
}

const FORGOTTEN = 0.04;
const DRAFTED = 0.12;
const AMENDED = 0.05;

/** Each interviewer's scorecard. @returns when the last one was there, in milliseconds since the Unix epoch */
export function tellScorecards(dice: Dice, pen: ApplicationPen, held: HeldInterview): number {
  const submitted = held.interviewers.map((subject) => tellScorecard(dice, pen, held, subject));
  return Math.max(held.over, ...submitted);
}

function tellScorecard(dice: Dice, pen: ApplicationPen, held: HeldInterview, subject: string): number {
  const at = afterWorkingDays(held.over, dice.between(0.1, 1.8));
  if (dice.chance(FORGOTTEN)) return afterWorkingDays(at, 1);
  const judgement = judgementOf(dice, pen, held);
  const by = staff(subject);
  const interviewId = held.id;
  const makes = `scorecard:${held.interview}:${subject}`;
  if (dice.chance(DRAFTED)) {
    const { ratings, ...rest } = judgement;
    const drafted = held.over + dice.between(0.02, 0.08) * HOUR;
    pen.aside(drafted, by, 'saveScorecardDraft', { interviewId, ...(ratings === undefined ? {} : { ratings }) });
    pen.aside(at, by, 'submitScorecard', { interviewId, ...rest }, { makes });
  } else {
    pen.aside(at, by, 'submitScorecard', { interviewId, ...judgement }, { makes });
  }
  if (dice.chance(AMENDED)) {
    const amended = { scorecardId: refTo(makes), recommendation: held.isGood ? 'YES' : 'NO', notes: AMEND_NOTE };
    pen.aside(afterWorkingDays(at, dice.between(0.3, 1)), by, 'amendScorecard', amended);
  }
  return at;
}

/** Interviewers agree as a rule, not always. */
function judgementOf(
  dice: Dice,
  pen: ApplicationPen,
  { isGood, stage }: HeldInterview,
): { readonly ratings?: SeedValue; readonly recommendation: string; readonly notes: string } {
  const likes = dice.chance(0.85) ? isGood : !isGood;
  const notes = dice.pick(likes ? SCORECARD_NOTES.good : SCORECARD_NOTES.poor);
  const recommendation = likes ? dice.pick(['YES', 'YES', 'STRONG_YES']) : dice.pick(['NO', 'NO', 'DEFINITELY_NOT']);
  const focus = focusOf(pen.job.scenario.key, stage);
  if (focus.length === 0) return { recommendation, notes };
  return { ratings: focus.map((criterionId) => ratingOf(dice, criterionId, likes)), recommendation, notes };
}

function ratingOf(dice: Dice, criterionId: SeedRef, likes: boolean): SeedValue {
  const ups = dice.chance(0.8) ? likes : !likes;
  const scale = ups ? ['YES', 'YES', 'STRONG_YES', 'NO_DECISION'] : ['NO', 'NO', 'DEFINITELY_NOT', 'NO_DECISION'];
  const rating = dice.pick(scale);
  const note =
    dice.chance(0.35) && rating !== 'NO_DECISION' ? dice.pick(ups ? RATING_NOTES.good : RATING_NOTES.poor) : null;
  return { criterionId, rating, note };
}
