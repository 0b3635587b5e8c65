import {
  createDevelopmentIssuer,
  createTokenVerifier,
  DEVELOPMENT_ALGORITHM,
  DEVELOPMENT_AUDIENCE,
  DEVELOPMENT_ISSUER,
} from '@hiregraph/gateway';
import { createManualClock, type ServiceName, silentLogger, type Tenant } from '@hiregraph/kernel';
import { createEmbeddedBus } from '@hiregraph/messaging';
import { createEmbeddedEngine, type StorageEngine } from '@hiregraph/storage';
import { SAMPLE_TENANT } from '../../../src/config.ts';
import { createPlatform, type Platform, SERVICE_NAMES } from '../../../src/create-platform.ts';
import { createSeedClient, type SeedClient } from '../../../src/seed/run/seed-client.ts';
import { createSeedClock, type SeedClock } from '../../../src/seed/seed-clock.ts';
import { seedWhenEmpty } from '../../../src/seed/seed-when-empty.ts';

/** When the tests' present is. */
export const NOW = Date.parse('2026-03-18T10:30:00.000Z');

export interface SeedablePlatform {
  readonly platform: Platform;
  readonly clock: SeedClock;
  readonly client: SeedClient;
  /**
   * @param lines what a person would read is added here
   * @param through the services, where the seed is to meet others than the platform's
   * @returns the lines
   */
  seed(lines: string[], through?: Pick<Platform, 'services'>): Promise<readonly string[]>;
  ask<Data>(service: ServiceName, subject: string, query: string, variables?: object): Promise<Data>;
  /** Deletes what has expired by now, as engines and servers do every minute. */
  removeExpired(): void;
  stop(): Promise<void>;
}

/** A platform in memory whose present stands still, with the sample company as its tenant. */
export async function startSeedablePlatform(
  tenants: readonly Tenant[] = [SAMPLE_TENANT],
  faulty: (engine: StorageEngine) => StorageEngine = (engine) => engine,
): Promise<SeedablePlatform> {
  const wallClock = createManualClock(NOW);
  const clock = createSeedClock(wallClock);
  const issuer = createDevelopmentIssuer(new Uint8Array(32).fill(9), clock);
  const engines = SERVICE_NAMES.map(() => createEmbeddedEngine({ clock: wallClock }));
  const [job, candidate, evaluation] = engines.map(faulty) as [StorageEngine, StorageEngine, StorageEngine];
  const platform = createPlatform({
    engines: { job, candidate, evaluation },
    bus: createEmbeddedBus({ clock, logger: silentLogger }),
    tenants,
    verifier: createTokenVerifier({
      key: issuer.key,
      issuer: DEVELOPMENT_ISSUER,
      audience: DEVELOPMENT_AUDIENCE,
      algorithms: [DEVELOPMENT_ALGORITHM],
      findTenant: () => null,
      clock,
    }),
    clock,
    wallClock,
    logger: silentLogger,
    cursorSecret: 'the secret of the cursors of a test',
    host: '127.0.0.1',
    port: 0,
    playground: null,
  });
  await platform.start();
  const client = createSeedClient(platform, SAMPLE_TENANT);
  return {
    platform,
    clock,
    client,
    seed: async (lines, through = platform) => {
      const engines = { kind: 'embedded', dataDirectory: 'nowhere' } as const;
      await seedWhenEmpty({ ...platform, ...through }, { tenants, engines }, clock, (line) => lines.push(line));
      return lines;
    },
    ask: async <Data>(service: ServiceName, subject: string, query: string, variables: object = {}): Promise<Data> => {
      const caller = client.staffCaller(subject);
      return (await client.ask(service, { caller, query, variables: { ...variables }, key: 'test' })) as Data;
    },
    removeExpired: () => {
      for (const engine of engines) engine.removeExpired();
    },
    stop: () => platform.stop(),
  };
}
