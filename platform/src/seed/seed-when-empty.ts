import { type PlatformConfig, SAMPLE_TENANT } from '../config.ts';
import type { Platform } from '../create-platform.ts';
import { samplePersonOf } from '../sample-people.ts';
import { createSeedPlan, endOf } from './plan/create-seed-plan.ts';
import type { SeedPlan } from './plan/seed-plan.ts';
import { runSeedPlan, type SeedRun } from './run/run-seed-plan.ts';
import { createSeedClient, type SeedClient } from './run/seed-client.ts';
import { seedProgress } from './run/seed-progress.ts';
import { SeedRefusedError } from './run/seed-refused-error.ts';
import { settle } from './run/settle.ts';
import type { SeedClock } from './seed-clock.ts';

/** A disk of one's own takes whole batches, while a server has a few connections only, which consumers need too. */
const PACES: Readonly<Record<PlatformConfig['engines']['kind'], Pick<SeedRun, 'width' | 'settlesAll'>>> = {
  embedded: { width: 1_000, settlesAll: false },
  servers: { width: 12, settlesAll: true },
};
const LINE_EVERY_MILLISECONDS = 5_000;

type SeededPlatform = Pick<Platform, 'services' | 'bus' | 'whenRelayed'>;

/**
 * Fills an empty store with the sample company, by the platform's public operations alone, while `clock` tells the last
 * seven months. Does nothing where there are jobs already, or where the sample company is none of the tenants. What was
 * begun and cut off goes on where it was, since every step has its idempotency key; for the same reason two processes
 * that begin at once on shared servers do the work once.
 *
 * @param clock the clock that the platform was made with
 * @param progress a line for a person who waits
 * @throws Error when the platform refuses a step, with how to mend the store
 */
export async function seedWhenEmpty(
  platform: SeededPlatform,
  config: Pick<PlatformConfig, 'tenants' | 'engines'>,
  clock: SeedClock,
  progress: (line: string) => void,
): Promise<void> {
  const tenant = config.tenants.find(({ id }) => id === SAMPLE_TENANT.id);
  if (tenant === undefined) return;
  const client = createSeedClient(platform, tenant);
  const found = await seedProgress(client, samplePersonOf('ADMIN').subject);
  if (found.kind === 'done' || found.kind === 'of-others') return;
  const plan = await planUntil(found.kind === 'begun' ? endOf(found.began) : clock.now());
  const { jobs, candidates, applications } = plan.counts;
  const content = `${jobs} jobs, ${candidates} candidates, ${applications} applications`;
  progress(
    found.kind === 'begun'
      ? `Going on to fill the store with ${tenant.name}, which was cut off: ${content} …`
      : `Filling an empty store with ${tenant.name}: ${content} …`,
  );
  try {
    await simulate(platform, client, plan, clock, {
      ...PACES[config.engines.kind],
      onProgress: nowAndThen(plan.steps.length, progress),
    });
  } catch (error) {
    throw failure(error, config.engines.kind);
  }
}

/** The generator of names is loaded only by those who need it: it is large. */
async function planUntil(now: number): Promise<SeedPlan> {
  const { faker } = await import('@faker-js/faker/locale/en_GB');
  return createSeedPlan(now, faker);
}

async function simulate(
  platform: SeededPlatform,
  client: SeedClient,
  plan: SeedPlan,
  clock: SeedClock,
  options: Pick<SeedRun, 'width' | 'settlesAll' | 'onProgress'>,
): Promise<void> {
  const time = clock.simulate(plan.begins);
  try {
    await runSeedPlan({ platform, client, plan, time, ...options });
    await settle(platform);
  } finally {
    clock.release();
  }
}

/** A line every few seconds, so that somebody who waits for slow servers sees that it goes on. */
function nowAndThen(steps: number, progress: (line: string) => void): (done: number) => void {
  let said = performance.now();
  return (done) => {
    if (performance.now() - said < LINE_EVERY_MILLISECONDS) return;
    said = performance.now();
    progress(`… ${Math.floor((100 * done) / steps)} % of the sample company is in the store.`);
  };
}

function failure(error: unknown, engines: PlatformConfig['engines']['kind']): Error {
  if (!(error instanceof SeedRefusedError)) return error instanceof Error ? error : new Error(String(error));
  const mend =
    engines === 'embedded'
      ? 'Begin anew with: npm start -- --fresh (throws the data away), or do without the company: npm start -- --empty.'
      : 'Start again to go on; where that does not help, empty the databases hiregraph_job, hiregraph_candidate and hiregraph_evaluation and begin anew, or do without the company: npm start -- --empty.';
  return new Error(
    `The sample company is in the store in part only, and cannot be completed. ${mend} (${error.message})`,
    {
      cause: error,
    },
  );
}
