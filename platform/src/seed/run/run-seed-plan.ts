import type { Platform } from '../../create-platform.ts';
import { samplePersonOf, sampleUserId, SAMPLE_PEOPLE } from '../../sample-people.ts';
import type { SeedPlan, SeedStep } from '../plan/seed-plan.ts';
import type { SimulatedTime } from '../seed-clock.ts';
import { ApplicationLookup } from './application-lookup.ts';
import { grouped } from './grouped.ts';
import { KnownNames } from './known-names.ts';
import { learnNames } from './learn-names.ts';
import type { SeedClient } from './seed-client.ts';
import { documentOf, SEED_MUTATIONS } from './seed-mutations.ts';
import { settle } from './settle.ts';
import { type TimeSlice, timeSlices } from './time-slices.ts';

export interface SeedRun {
  readonly platform: Pick<Platform, 'services' | 'bus' | 'whenRelayed'>;
  readonly client: SeedClient;
  readonly plan: SeedPlan;
  readonly time: SimulatedTime;
  /** Lanes that are run beside each other, at most. */
  readonly width: number;
  /** Whether every slice is settled: a slow server need not carry the events of one beside the steps of the next. */
  readonly settlesAll: boolean;
  /** Told after every slice of the plan how many of its steps are done. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Does everything that the plan says, in its order, each step in its own time. May be done again after it was cut off:
 * what was done already is answered from its idempotency key.
 * @throws SeedRefusedError for the first step that the platform refuses
 */
export async function runSeedPlan(run: SeedRun): Promise<void> {
  const steps = new StepRunner(run);
  let done = 0;
  for (const slice of timeSlices(run.plan.steps)) {
    await steps.runSlice(slice);
    done += slice.steps.length;
    run.onProgress?.(done);
  }
}

class StepRunner {
  readonly #run: SeedRun;
  readonly #names = new KnownNames();
  readonly #lookup: ApplicationLookup;
  #hasFailed = false;

  constructor(run: SeedRun) {
    this.#run = run;
    const { client, plan } = run;
    for (const { subject } of SAMPLE_PEOPLE) this.#names.set(`user:${subject}`, sampleUserId(client.tenant, subject));
    this.#lookup = new ApplicationLookup(client, this.#names, plan, samplePersonOf('ADMIN').subject);
  }

  async runSlice({ steps, isSettled }: TimeSlice): Promise<void> {
    const { time, platform, width, settlesAll } = this.#run;
    // What reacts to the steps writes down this time, or the newest that it has seen: never one that is yet to come.
    time.advanceTo(steps[0]?.at ?? 0);
    const lanes = grouped(steps, ({ lane }) => lane).values();
    // All runners take from one iterator, so each lane is run once.
    const runners = Array.from({ length: width }, () => this.#runLanes(lanes));
    const outcomes = await Promise.allSettled(runners);
    // All of them, so that nothing of the past is still under way when time goes on.
    const failure = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failure !== undefined) throw failure.reason;
    if (isSettled || settlesAll) await settle(platform);
  }

  async #runLanes(lanes: Iterable<readonly SeedStep[]>): Promise<void> {
    for (const lane of lanes) await this.#runLane(lane);
  }

  async #runLane(steps: readonly SeedStep[]): Promise<void> {
    for (const step of steps) {
      if (this.#hasFailed) return;
      try {
        for (const name of this.#names.missing(step)) await this.#lookup.learn(name);
        await this.#run.time.during(step.at, () => this.#runStep(step));
      } catch (error) {
        this.#hasFailed = true;
        throw error;
      }
    }
  }

  async #runStep(step: SeedStep): Promise<void> {
    const { key, mutation } = step;
    const input = { ...(this.#names.resolved(step.input) as object), idempotencyKey: `seed:${key}` };
    const operation = { caller: this.#callerOf(step), query: documentOf(mutation), variables: { input }, key };
    const answer = await this.#run.client.ask(SEED_MUTATIONS[mutation].service, operation);
    learnNames(this.#names, step, answer[mutation]);
  }

  #callerOf({ by }: SeedStep) {
    const { client } = this.#run;
    switch (by.kind) {
      case 'staff':
        return client.staffCaller(by.subject);
      case 'candidate':
        return client.candidateCaller(this.#names.get(by.candidate) as string);
      case 'anonymous':
        return client.anonymous;
    }
  }
}
