import type { Faker } from '@faker-js/faker';
import { CAREERS } from '../careers/careers.ts';
import type { Career } from '../careers/career.ts';
import { ApplicationPen } from './application-pen.ts';
import { addByStaff, applyInPublic, winLead } from './arrival.ts';
import { tellBeginning, tellEnding } from './company-story.ts';
import { createDice, type Dice } from './dice.ts';
import type { JobRun } from './job-run.ts';
import type { JobScenario, PlannedHire } from './job-scenario.ts';
import { JOB_SCENARIOS } from './job-scenarios.ts';
import { tellJob } from './job-story.ts';
import { tellJourney } from './journey.ts';
import { createPerson, type Person } from './person.ts';
import { reasonRef } from './rejection-reasons.ts';
import { createSam, tellSam } from './sam-story.ts';
import { type SeedPlan, type SeedStep, type SentApplication, staff } from './seed-plan.ts';
import { afterWorkingDays, DAY, dayOf, HOUR, inWorkingHours, MINUTE } from './working-time.ts';

/** How far back the sample company's history goes, in days. */
const HISTORY_DAYS = 212;

const SEED = 20_190_401;
const PEOPLE_WHO_CHANGE_JOBS: Readonly<Record<string, string>> = {
  'account-executive': 'customer-success-manager',
  'platform-engineer': 'analytics-engineer',
};

/**
 * Everything that happens in the sample company in the seven months before a day.
 * @param now milliseconds since the Unix epoch; the plan ends at the midnight (UTC) before it
 * @param faker seeded here: the same day gives the same plan
 */
export function createSeedPlan(now: number, faker: Faker): SeedPlan {
  const ends = dayOf(now);
  faker.seed(SEED);
  faker.setDefaultRefDate(ends);
  return new CompanyStory(createDice(faker), ends).plan();
}

/** When the company's story begins; with `endOf` its inverse, so that a seed that was cut off can be taken up. */
function beginningOf(ends: number): number {
  return ends - HISTORY_DAYS * DAY + 8 * HOUR;
}

/** The end of the plan that begins then; milliseconds since the Unix epoch. */
export function endOf(begins: number): number {
  return dayOf(begins) + HISTORY_DAYS * DAY;
}

/** Somebody who was turned down once, and may try again. */
interface Known {
  readonly person: Person;
  readonly candidate: string;
  readonly since: number;
  readonly job: string;
}

class CompanyStory {
  readonly #dice: Dice;
  readonly #ends: number;
  readonly #begins: number;
  readonly #steps: SeedStep[] = [];
  readonly #sent: SentApplication[] = [];
  readonly #runs = new Map<string, JobRun>();
  readonly #known: Known[] = [];
  #people = 0;
  #applications = 0;

  constructor(dice: Dice, ends: number) {
    this.#dice = dice;
    this.#ends = ends;
    this.#begins = beginningOf(ends);
  }

  plan(): SeedPlan {
    this.#steps.push(...tellBeginning(this.#begins));
    for (const scenario of JOB_SCENARIOS) this.#runs.set(scenario.key, this.#runOf(scenario));
    for (const { key } of JOB_SCENARIOS) this.#tellJob(this.#run(key));
    for (const { key, returning } of JOB_SCENARIOS) {
      for (let index = 0; index < returning; index++) this.#tellReturning(this.#run(key));
    }
    const last = tellEnding(this.#ends - MINUTE);
    const steps = [...this.#steps.toSorted((a, b) => a.at - b.at), last].map(inWholeMilliseconds);
    const counts = { jobs: this.#runs.size, candidates: this.#people, applications: this.#applications };
    return { begins: this.#begins, ends: this.#ends, steps, sent: this.#sent, counts };
  }

  #runOf(scenario: JobScenario): JobRun {
    const imported = inWorkingHours(this.#ends - scenario.importedDaysAgo * DAY + 9.25 * HOUR);
    const opened = afterWorkingDays(imported, this.#dice.between(1.5, 3));
    const { ending } = scenario;
    const isHeld = ending?.kind === 'hold';
    const ends = isHeld ? inWorkingHours(this.#ends - ending.daysAgo * DAY + 10 * HOUR) : this.#ends - 5 * MINUTE;
    return { scenario, imported, opened, published: opened + 12 * MINUTE, ends };
  }

  #run(key: string): JobRun {
    const run = this.#runs.get(key);
    if (run === undefined) throw new Error(`The seed has no job ${key}.`);
    return run;
  }

  #tellJob(planned: JobRun): void {
    const { key, hires, ending, applicants, sourced } = planned.scenario;
    const hiredAt = hires.map((hire) => this.#tellHired(planned, hire));
    const closes = ending?.kind === 'close' ? afterWorkingDays(Math.max(...hiredAt), 3) : null;
    const run = closes === null ? planned : { ...planned, ends: closes };
    this.#runs.set(key, run);
    this.#steps.push(...tellJob(run));
    const isPlatform = key === 'platform-engineer';
    if (isPlatform) this.#tellSam(run);
    const others = applicants - hires.length - (isPlatform ? 1 : 0);
    for (let index = 0; index < others; index++) this.#tellNew(run, this.#dice.chance(sourced));
  }

  #newPerson(career: Career): Person {
    this.#people += 1;
    return createPerson(this.#dice, career, this.#people, this.#ends);
  }

  #pen(run: JobRun, candidate: string): ApplicationPen {
    this.#applications += 1;
    return new ApplicationPen(`application:${this.#applications}`, candidate, run);
  }

  /** @returns when they were hired, in milliseconds since the Unix epoch */
  #tellHired(run: JobRun, hire: PlannedHire): number {
    const person = this.#newPerson(careerOf(run));
    const pen = this.#pen(run, `candidate:${person.number}`);
    const at = this.#ends - hire.appliedDaysAgo * DAY + this.#dice.between(7, 21) * HOUR;
    this.#apply(pen, person, at);
    tellJourney({ dice: this.#dice, pen, hire, otherJob: null }, at);
    this.#keep(pen);
    const hired = pen.steps.find(({ mutation }) => mutation === 'hireApplication');
    if (hired === undefined) throw new Error(`Nobody was hired for ${run.scenario.key}: let them apply earlier.`);
    return hired.at;
  }

  #tellNew(run: JobRun, isSourced: boolean): void {
    const person = this.#newPerson(careerOf(run));
    const pen = this.#pen(run, `candidate:${person.number}`);
    const at = this.#arrival(run, run.published, isSourced);
    if (isSourced) {
      addByStaff(this.#dice, pen, person, at);
      const won = winLead(this.#dice, pen, at);
      if (won !== null) this.#goOn(pen, won);
    } else {
      this.#apply(pen, person, at);
      this.#goOn(pen, at);
    }
    this.#finish(pen, run);
    if (pen.status === 'REJECTED' && pen.job === run) {
      this.#known.push({ person, candidate: pen.candidate, since: pen.last, job: run.scenario.key });
    }
  }

  /** Somebody who was turned down for another job tries this one. */
  #tellReturning(run: JobRun): void {
    const early = run.ends - 20 * DAY;
    const chosen = this.#known.filter(({ job, since }) => job !== run.scenario.key && since < early);
    if (chosen.length === 0) return;
    const known = this.#dice.pick(chosen);
    this.#known.splice(this.#known.indexOf(known), 1);
    const pen = this.#pen(run, known.candidate);
    const at = this.#arrival(run, Math.max(run.published, known.since + 5 * DAY), false);
    this.#apply(pen, known.person, at);
    this.#goOn(pen, at);
    this.#finish(pen, run);
  }

  #tellSam(run: JobRun): void {
    this.#people += 1;
    const sam = createSam(this.#dice, this.#people, this.#ends);
    const pen = this.#pen(run, `candidate:${sam.number}`);
    const sent = tellSam(this.#dice, pen, sam, this.#ends);
    if (sent !== null) this.#sent.push(sent);
    this.#keep(pen);
  }

  #apply(pen: ApplicationPen, person: Person, at: number): void {
    const { sent } = applyInPublic(this.#dice, pen, person, at);
    if (sent !== null) this.#sent.push(sent);
  }

  #goOn(pen: ApplicationPen, at: number): void {
    const other = PEOPLE_WHO_CHANGE_JOBS[pen.job.scenario.key];
    const otherJob = other === undefined ? null : this.#run(other);
    tellJourney({ dice: this.#dice, pen, hire: null, otherJob }, at);
  }

  /** Most come soon after the job is published. People apply at any hour; recruiters search in working hours. */
  #arrival(run: JobRun, from: number, isSourced: boolean): number {
    const span = run.ends - 6 * HOUR - from;
    const day = dayOf(from + span * this.#dice.between(0, 1) ** 1.1);
    const at = Math.max(from + 3 * MINUTE, day + this.#dice.between(6.5, 22.5) * HOUR);
    const soon = Math.min(at, run.ends - 2 * HOUR);
    if (!isSourced) return soon;
    const next = inWorkingHours(soon);
    return next < run.ends - HOUR ? next : inWorkingHours(soon - 3 * DAY);
  }

  #finish(pen: ApplicationPen, run: JobRun): void {
    const isClosed = run.scenario.ending?.kind === 'close';
    if (isClosed && pen.job === run) {
      const at = run.ends + this.#dice.between(2, 55) * MINUTE;
      pen.closeWith(at, staff(run.scenario.recruiter), reasonRef('filled'));
    }
    this.#keep(pen);
  }

  #keep(pen: ApplicationPen): void {
    this.#steps.push(...pen.steps);
  }
}

function inWholeMilliseconds(step: SeedStep): SeedStep {
  return { ...step, at: Math.floor(step.at) };
}

function careerOf({ scenario }: JobRun): Career {
  const career = CAREERS[scenario.key];
  if (career === undefined) throw new Error(`The seed knows no career for ${scenario.key}.`);
  return career;
}
