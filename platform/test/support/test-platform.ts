import {
  createDevelopmentIssuer,
  createTokenVerifier,
  DEVELOPMENT_ALGORITHM,
  DEVELOPMENT_AUDIENCE,
  DEVELOPMENT_ISSUER,
} from '@hiregraph/gateway';
import { type Clock, type Role, silentLogger, systemClock, type Tenant, userIdFor } from '@hiregraph/kernel';
import { createEmbeddedBus, type EventBus } from '@hiregraph/messaging';
import { createEmbeddedEngine, type StorageEngine } from '@hiregraph/storage';
import { createPlatform, type Platform } from '../../src/create-platform.ts';
import { type Client, createClient } from './graphql-client.ts';

export const TENANT: Tenant = { id: 'ten_acme', slug: 'acme', name: 'Acme' };
export const OTHER_TENANT: Tenant = { id: 'ten_globex', slug: 'globex', name: 'Globex' };

export interface TestPlatform {
  readonly platform: Platform;
  readonly origin: string;
  anonymous(): Client;
  client(role: Role, subject: string, options?: { tenant?: Tenant; candidateId?: string }): Promise<Client>;
  stop(): Promise<void>;
}

export interface TestPlatformOptions {
  readonly clock?: Clock;
  readonly engines?: {
    readonly job: StorageEngine;
    readonly candidate: StorageEngine;
    readonly evaluation: StorageEngine;
  };
  readonly bus?: EventBus;
}

const memoryEngine = (clock: Clock): StorageEngine => createEmbeddedEngine({ freeze: true, clock });

/** The whole platform in this process, on engines in memory and a free port. */
export async function startTestPlatform(options: TestPlatformOptions = {}): Promise<TestPlatform> {
  const clock = options.clock ?? systemClock;
  const issuer = createDevelopmentIssuer(new Uint8Array(32).fill(9), clock);
  const tenants = [TENANT, OTHER_TENANT];
  const platform = createPlatform({
    engines: options.engines ?? {
      job: memoryEngine(clock),
      candidate: memoryEngine(clock),
      evaluation: memoryEngine(clock),
    },
    bus: options.bus ?? createEmbeddedBus({ clock, logger: silentLogger }),
    tenants,
    verifier: createTokenVerifier({
      key: issuer.key,
      issuer: DEVELOPMENT_ISSUER,
      audience: DEVELOPMENT_AUDIENCE,
      algorithms: [DEVELOPMENT_ALGORITHM],
      findTenant: (name) => tenants.find(({ id, slug }) => name === id || name === slug) ?? null,
      clock,
    }),
    clock,
    logger: silentLogger,
    cursorSecret: 'the secret of the cursors of a test',
    host: '127.0.0.1',
    port: 0,
    playground: null,
  });
  await platform.start();
  const { origin } = platform.gateway;
  return {
    platform,
    origin,
    anonymous: () => createClient(origin, '', {}),
    client: async (role, subject, { tenant = TENANT, candidateId } = {}) => {
      const claims = { tenant: tenant.slug, role, subject, name: `${subject} of ${tenant.name}` };
      const token = await issuer.issue(candidateId === undefined ? claims : { ...claims, candidateId });
      return createClient(origin, userIdFor(tenant.id, DEVELOPMENT_ISSUER, subject), {
        authorization: `Bearer ${token}`,
      });
    },
    stop: () => platform.stop(),
  };
}
