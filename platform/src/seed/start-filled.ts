import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { HiregraphError, systemClock } from '@hiregraph/kernel';
import { createLease, type Lease, type StorageEngine } from '@hiregraph/storage';
import { type PlatformConfig, SAMPLE_TENANT } from '../config.ts';
import type { Platform } from '../create-platform.ts';
import type { SeedClock } from './seed-clock.ts';
import { seedWhenEmpty } from './seed-when-empty.ts';

export interface FillingOptions {
  readonly platform: Pick<Platform, 'services' | 'bus' | 'whenRelayed' | 'startServices'>;
  /** The store of the service that the seed begins with. */
  readonly engine: StorageEngine;
  readonly config: Pick<PlatformConfig, 'tenants' | 'engines' | 'empty'>;
  readonly clock: SeedClock;
  readonly progress: (line: string) => void;
}

/** In milliseconds. A process that is killed while it fills the store keeps others waiting for as long as a lease lasts. */
const LEASE_LASTS = 15_000;
const LEASE_RENEWED = 4_000;
const LOOK_AGAIN = 500;
const SERVER_PATIENCE = 60_000;

/**
 * Starts a platform's services and fills an empty store, before anybody is served: while the past is told, the platform's
 * clock stands in the past too. On servers, which processes share, one at a time does so, since a second one's consumers
 * would write down the present; the second begins when the first is done, and finds the store filled.
 * @throws Error when the seed fails, or no server answers
 */
export async function startFilled(options: FillingOptions): Promise<void> {
  const { platform, config, clock, engine, progress } = options;
  const fill = async (): Promise<void> => {
    await platform.startServices();
    if (!config.empty) await seedWhenEmpty(platform, config, clock, progress);
  };
  const isFilled = !config.empty && config.tenants.some(({ id }) => id === SAMPLE_TENANT.id);
  if (!isFilled || config.engines.kind === 'embedded') {
    await fill();
    return;
  }
  await engine.start();
  const holder = randomUUID();
  const lease = createLease({ engine, name: 'seed', holder, clock: systemClock, lasts: LEASE_LASTS });
  await takeTurn(lease, progress);
  // A renewal that fails may cost the lease, and then somebody does beside us what is harmless when done twice.
  const renewing = setInterval(() => void lease.hold().catch(() => false), LEASE_RENEWED);
  try {
    await fill();
  } finally {
    clearInterval(renewing);
    await lease.release().catch(() => undefined);
  }
}

async function takeTurn(lease: Lease, progress: (line: string) => void): Promise<void> {
  let answered = performance.now();
  let said: string | null = null;
  const say = (line: string): void => {
    if (line !== said) progress(line);
    said = line;
  };
  for (;;) {
    try {
      if (await lease.hold()) return;
      answered = performance.now();
      say('Another process fills the store with the sample company; waiting for it …');
    } catch (error) {
      const mayPass = error instanceof HiregraphError && error.retryable;
      if (!mayPass || performance.now() - answered > SERVER_PATIENCE) throw error;
      say('MongoDB does not answer yet; waiting for it …');
    }
    await delay(LOOK_AGAIN);
  }
}
