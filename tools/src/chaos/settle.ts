import { setTimeout as delay } from 'node:timers/promises';
import { type Installation, SERVICE_NAMES } from '@hiregraph/platform';
import { systemClock, toInstant } from '@hiregraph/kernel';
import { readApplications, readJobs } from '@hiregraph/testkit/oracle';
import { TENANT } from './tenant.ts';

const POLL_MILLISECONDS = 500;
const MOST_PARKED = 20;

export interface Rest {
  readonly milliseconds: number;
  /** Why it is not at rest, where it never came to it. */
  readonly unrest: readonly string[];
}

/**
 * Waits until nothing is under way any more: outboxes empty, consumers at the ends, no hire pending, no seat reserved.
 * @param atMost milliseconds
 */
export async function waitForRest(installation: Installation, atMost: number): Promise<Rest> {
  const began = performance.now();
  for (;;) {
    const unrest = await whatIsUnderWay(installation).catch((error: unknown) => [String(error)]);
    const milliseconds = Math.round(performance.now() - began);
    if (unrest.length === 0 || milliseconds > atMost) return { milliseconds, unrest };
    await delay(POLL_MILLISECONDS);
  }
}

async function whatIsUnderWay({ bus, services }: Installation): Promise<readonly string[]> {
  // Whatever waits in an outbox is older than the end of time.
  const always = toInstant(systemClock.now() + 3_600_000);
  const unrest: string[] = [];
  for (const name of SERVICE_NAMES) {
    const stale = await services[name].storage.outbox.findStale(always, 5);
    unrest.push(...stale.map(({ id }) => `${id} of ${name} still has events to send`));
  }
  if (unrest.length > 0) return unrest;
  for (const { group, topics } of SERVICE_NAMES.flatMap((name) => services[name].consumers)) {
    for (const [partition, lag] of Object.entries(await bus.lag(group, topics))) {
      if (lag > 0) unrest.push(`${group} lags ${lag} records behind on ${partition}`);
    }
  }
  if (unrest.length > 0) return unrest;
  for (const { id, hireStatus } of await readApplications(services.candidate.storage)) {
    if (hireStatus === 'PENDING') unrest.push(`${id} waits for its hire`);
  }
  for (const { id, status } of (await readJobs(services.job.storage)).flatMap(({ seats }) => seats)) {
    if (status === 'RESERVED') unrest.push(`${id} is reserved`);
  }
  return unrest;
}

/** Keys that a consumer could not go on with. Nothing that a run does justifies one. */
export async function parkedKeys({ deadLetters }: Installation): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of SERVICE_NAMES) {
    for (const { group, key, reason } of await deadLetters[name].list(TENANT.id, null, MOST_PARKED)) {
      found.push(`${key} is parked for ${group}: ${reason.message}`);
    }
  }
  return found;
}
