import type { ApplicationPen } from './application-pen.ts';
import type { Dice } from './dice.ts';
import type { Fate } from './interview-story.ts';
import type { StageSlug } from './job-scenario.ts';
import { REJECT_NOTES, TAGS, WITHDRAW_NOTE } from './phrases.ts';
import { type ReasonName, reasonRef } from './rejection-reasons.ts';
import { refTo, type SeedActor, staff } from './seed-plan.ts';
import { HOUR, inWorkingHours } from './working-time.ts';

/** What people are turned down for in a stage; what stands twice is twice as frequent. */
const REASONS: Readonly<Record<StageSlug, readonly ReasonName[]>> = {
  LEAD: ['silence', 'silence', 'location'],
  REVIEW: ['experience', 'experience', 'experience', 'mustHave', 'mustHave', 'language', 'stronger'],
  SCREEN: ['experience', 'salary', 'teamwork', 'location', 'silence', 'language'],
  ASSESSMENT: ['assessment', 'assessment', 'assessment', 'silence'],
  INTERVIEW: ['stronger', 'teamwork', 'experience', 'otherOffer'],
  TEAM: ['stronger', 'teamwork', 'otherOffer'],
  OFFER: ['otherOffer', 'otherOffer', 'salary'],
  HIRED: ['otherOffer'],
};

/** How a process ends without a hire: what comes after it, and when (milliseconds since the Unix epoch). */
export interface Ending {
  readonly fate: Fate;
  readonly at: number;
  /** Whether the candidate did not come to their interview. */
  readonly missed: boolean;
}

export function tellEnd(dice: Dice, pen: ApplicationPen, { fate, at, missed }: Ending): void {
  const applicationId = pen.id;
  const { recruiter, manager } = pen.job.scenario;
  if (fate === 'withdraw') {
    if (dice.chance(0.7)) pen.write(at, themselves(pen), 'withdrawApplication', { applicationId });
    else pen.write(at, staff(recruiter), 'withdrawApplication', { applicationId, note: WITHDRAW_NOTE });
    return;
  }
  const reasonId = reasonRef(missed ? 'noShow' : dice.pick(REASONS[pen.stage]));
  const isLate = pen.stage !== 'LEAD' && pen.stage !== 'REVIEW';
  const by = staff(isLate && dice.chance(0.4) ? manager : recruiter);
  const note = isLate && !missed && dice.chance(0.5) ? { note: dice.pick(REJECT_NOTES) } : {};
  const rejected = pen.write(at, by, 'rejectApplication', { applicationId, reasonId, ...note });
  if (rejected && isLate && dice.chance(0.12)) {
    const tagged = inWorkingHours(at + dice.between(0.1, 1) * HOUR);
    const input = { candidateId: refTo(pen.candidate), add: [dice.pick(TAGS)] };
    pen.aside(tagged, staff(recruiter), 'tagCandidate', input);
  }
}

function themselves(pen: ApplicationPen): SeedActor {
  return { kind: 'candidate', candidate: refTo(pen.candidate) };
}
