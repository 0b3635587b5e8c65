import { PLATFORM_ENGINEER } from '../careers/platform-engineer.ts';
import { applyInPublic } from './arrival.ts';
import type { ApplicationPen } from './application-pen.ts';
import type { Dice } from './dice.ts';
import { focusOf } from './interview-focus.ts';
import { createPerson, type Person } from './person.ts';
import { refTo, type SeedValue, type SentApplication, staff } from './seed-plan.ts';
import { afterWorkingDays, DAY, dayOf, HOUR, MINUTE, workingDaysBefore } from './working-time.ts';

/** The candidate whose token the banner shows. */
export const SAMPLE_CANDIDATE_EMAIL = 'sam.sample@example.org';

export function createSam(dice: Dice, number: number, today: number): Person {
  const somebody = createPerson(dice, PLATFORM_ENGINEER, number, today);
  const own = { name: 'Sam Sample', email: SAMPLE_CANDIDATE_EMAIL, location: 'Leeds, United Kingdom' };
  const location = { city: 'Leeds', countryCode: 'GB' };
  const basics = { ...somebody.resume.basics, name: own.name, email: own.email, location };
  return { ...somebody, ...own, links: [], resume: { ...somebody.resume, basics } };
}

/**
 * A process that shows most of what there is: an interview that one has judged and the other, INTERVIEWER of the
 * banner, has not, and another one that is still to come.
 * @param ends the plan's end in milliseconds since the Unix epoch
 */
export function tellSam(dice: Dice, pen: ApplicationPen, sam: Person, ends: number): SentApplication | null {
  const before = (days: number, hour: number): number => workingDaysBefore(ends, days, hour);
  const { sent } = applyInPublic(dice, pen, sam, before(19, 19.6));
  pen.move(before(17, 9.2), staff('rashid'), 'SCREEN', 'Writes well about the system that he kept alive.');
  pen.move(before(14, 11.4), staff('rashid'), 'ASSESSMENT', 'Good call. Can start in two months.');
  pen.move(before(9, 15.1), staff('hanna'), 'INTERVIEW', 'The clearest exercise so far.');
  tellFirstInterview(pen, before);
  tellNextInterview(pen, before(1, 16.2), ends);
  return sent;
}

function tellFirstInterview(pen: ApplicationPen, before: (days: number, hour: number) => number): void {
  const interviewId = refTo('interview:sam:1');
  const start = before(3, 13);
  plan(pen, 'interview:sam:1', before(8, 9.5), 'INTERVIEW', ['ines', 'ivan']);
  schedule(pen, interviewId, before(8, 10.1), start, 60);
  const over = start + 66 * MINUTE;
  pen.write(over, staff('rashid'), 'completeInterview', { interviewId });
  const ratings = focusOf(pen.job.scenario.key, 'INTERVIEW').map(
    (criterionId, index): SeedValue => ({
      criterionId,
      rating: index === 3 ? 'NO_DECISION' : index % 2 === 0 ? 'STRONG_YES' : 'YES',
      note: index === 0 ? 'Drew the failure before drawing the fix.' : null,
    }),
  );
  const notes = 'Knows which of the three tools to open first. We did not get to Kafka.';
  const judgement = { interviewId, ratings, recommendation: 'STRONG_YES', notes };
  pen.write(afterWorkingDays(over, 0.3), staff('ivan'), 'submitScorecard', judgement);
}

function tellNextInterview(pen: ApplicationPen, at: number, ends: number): void {
  const start = dayOf(afterWorkingDays(ends + 2 * DAY, 2)) + 10 * HOUR;
  plan(pen, 'interview:sam:2', at, 'TEAM', ['imani', 'hanna']);
  schedule(pen, refTo('interview:sam:2'), at + 25 * MINUTE, start, 90);
}

function plan(pen: ApplicationPen, makes: string, at: number, stage: 'INTERVIEW' | 'TEAM', subjects: string[]): void {
  const interviewerIds = subjects.map((subject) => refTo(`user:${subject}`));
  const input = { applicationId: pen.id, stageId: pen.stageRef(stage), interviewerIds };
  pen.write(at, staff('rashid'), 'planInterview', input, { makes });
}

function schedule(pen: ApplicationPen, interviewId: SeedValue, at: number, start: number, minutes: number): void {
  const slot = { start: new Date(start).toISOString(), end: new Date(start + minutes * MINUTE).toISOString() };
  const place = { timeZone: 'Europe/London', location: 'Leeds, room Aire' };
  pen.write(at, staff('rashid'), 'scheduleInterview', { interviewId, ...slot, ...place });
}
