import { SEED_COMPANY } from '../postings/index.ts';
import type { ApplicationPen } from './application-pen.ts';
import type { Dice } from './dice.ts';
import type { JobRun } from './job-run.ts';
import type { Person } from './person.ts';
import { reasonRef } from './rejection-reasons.ts';
import { refTo, type SeedActor, type SeedValue, type SentApplication, staff } from './seed-plan.ts';
import { afterWorkingDays, inWorkingHours, MINUTE } from './working-time.ts';

const ANYBODY: SeedActor = { kind: 'anonymous' };
const CHANNELS = ['careers-site', 'careers-site', 'careers-site', 'linkedin', 'linkedin', 'job-board', 'event'];
const DETAILS: Readonly<Partial<Record<string, string>>> = { 'job-board': 'Indeed', event: 'Leeds Digital Festival' };
const SENDS_TWICE = 0.03;

/** Somebody applies by themselves: without a token, at any hour. */
export function applyInPublic(
  dice: Dice,
  pen: ApplicationPen,
  person: Person,
  at: number,
): { readonly sent: SentApplication | null } {
  const key = pen.job.scenario.key;
  const channel = dice.pick(CHANNELS);
  const source = { channel, detail: DETAILS[channel] ?? null };
  const { name, email, phone, location, links, resume } = person;
  const about = { name, email, phone, location, links, resume };
  const answers = answersOf(dice, pen.job);
  const input = { company: SEED_COMPANY.slug, postId: refTo(`post:${key}`), ...about, answers, source };
  if (!pen.write(at, ANYBODY, 'submitApplication', input)) return { sent: null };
  // An impatient second click, or a letter that was forgotten: it is the same application.
  if (dice.chance(SENDS_TWICE)) pen.aside(at + dice.whole(1, 40) * MINUTE, ANYBODY, 'submitApplication', input);
  return { sent: { application: pen.application, candidate: pen.candidate, job: key, email, at: Math.floor(at) } };
}

function answersOf(dice: Dice, { scenario }: JobRun): SeedValue {
  return scenario.questions.map(({ answers }, index) => ({
    questionId: refTo(`question:${scenario.key}:${index}`),
    value: dice.pick(answers),
  }));
}

/** The company finds somebody, or a colleague names them: staff add the person, and the application in the LEAD stage. */
export function addByStaff(dice: Dice, pen: ApplicationPen, person: Person, at: number): void {
  const { key, recruiter, manager, interviewers } = pen.job.scenario;
  const by = staff(recruiter);
  const colleague = dice.chance(0.5) ? dice.pick([manager, ...interviewers]) : null;
  const source =
    colleague === null
      ? { channel: 'sourced', detail: 'LinkedIn search' }
      : { channel: 'referral', detail: 'Named by a colleague' };
  const { name, email, phone, location, links, resume } = person;
  const known = { name, emails: [email], phones: [phone], location, links, resume, source };
  pen.write(at, by, 'createCandidate', known, { makes: pen.candidate });
  const credited = colleague === null ? {} : { creditedToId: refTo(`user:${colleague}`) };
  const ids = { candidateId: refTo(pen.candidate), jobId: refTo(`job:${key}`), stageId: pen.stageRef('LEAD') };
  const added = inWorkingHours(at + dice.whole(2, 30) * MINUTE);
  pen.write(added, by, 'addApplication', { ...ids, source, ...credited }, { makes: pen.application });
  pen.stage = 'LEAD';
}

/** Leads answer, or do not. @returns when somebody was won, in milliseconds since the Unix epoch; null where nobody was */
export function winLead(dice: Dice, pen: ApplicationPen, added: number): number | null {
  const by = staff(pen.job.scenario.recruiter);
  const at = afterWorkingDays(added, dice.between(1, 6));
  if (dice.chance(0.3)) {
    const input = { applicationId: pen.id, reasonId: reasonRef(dice.pick(['silence', 'silence', 'location'])) };
    pen.write(inWorkingHours(at), by, 'rejectApplication', input);
    return null;
  }
  const note = 'Answered: would like to hear more.';
  return pen.move(at, by, dice.chance(0.6) ? 'SCREEN' : 'REVIEW', note) ? at : null;
}
