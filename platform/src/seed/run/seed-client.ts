import { ANONYMOUS, type Caller, createDeadline, type ServiceName, systemClock, type Tenant } from '@hiregraph/kernel';
import type { Platform } from '../../create-platform.ts';
import { SAMPLE_PEOPLE, sampleUserId } from '../../sample-people.ts';
import { SeedRefusedError } from './seed-refused-error.ts';

/** Calls the platform's public operations in this process, as the gateway would for a caller with a token. */
export interface SeedClient {
  readonly tenant: Tenant;
  staffCaller(subject: string): Caller;
  candidateCaller(candidateId: string): Caller;
  readonly anonymous: Caller;
  /**
   * @param key names the request in every event that it causes
   * @throws SeedRefusedError when the answer has errors
   */
  ask(service: ServiceName, operation: SeedOperation): Promise<Readonly<Record<string, unknown>>>;
}

export interface SeedOperation {
  readonly caller: Caller;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly key: string;
}

/** Nobody waits at a browser: a slow store may take its time. In milliseconds. */
const PATIENCE = 60_000;

export function createSeedClient({ services }: Pick<Platform, 'services'>, tenant: Tenant): SeedClient {
  const staff = new Map<string, Caller>(
    SAMPLE_PEOPLE.map(({ subject, name, role }) => {
      const userId = sampleUserId(tenant, subject);
      return [subject, { kind: 'user', tenantId: tenant.id, userId, roles: [role], name }];
    }),
  );
  return {
    tenant,
    staffCaller: (subject) => {
      const caller = staff.get(subject);
      if (caller === undefined) throw new Error(`The sample company has nobody called ${subject}.`);
      return caller;
    },
    candidateCaller: (candidateId) => ({ kind: 'candidate', tenantId: tenant.id, candidateId }),
    anonymous: ANONYMOUS,
    ask: async (service, { caller, query, variables, key }) => {
      // Real time, whatever is simulated: how long somebody waits passes outside of the story.
      const deadline = createDeadline(systemClock, PATIENCE);
      const trace = { correlationId: `seed:${key}`, causationId: `seed:${key}` };
      const { data, errors } = await services[service].subgraph.execute({ query, variables, caller, deadline, trace });
      if (errors !== undefined) throw new SeedRefusedError(key, errors.map(({ message }) => message).join(' '), null);
      return data ?? {};
    },
  };
}
