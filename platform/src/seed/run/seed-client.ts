import { ANONYMOUS, type Caller, createDeadline, type ServiceName, systemClock, type Tenant } from '@hiregraph/kernel';
import type { Platform } from '../../create-platform.ts';
import { SAMPLE_PEOPLE, sampleUserId } from '../../sample-people.ts';
import { type Patience, patiently, SEED_PATIENCE } from './patience.ts';
import { SeedRefusedError } from './seed-refused-error.ts';

/** Calls the platform's public operations in this process, as the gateway would for a caller with a token. */
export interface SeedClient {
  readonly tenant: Tenant;
  staffCaller(subject: string): Caller;
  candidateCaller(candidateId: string): Caller;
  readonly anonymous: Caller;
  /**
   * Asks, and again where what came in between may pass.
   * @throws SeedRefusedError when the answer has errors, those that a mutation's payload tells of among them
   */
  ask(service: ServiceName, operation: SeedOperation): Promise<Readonly<Record<string, unknown>>>;
}

export interface SeedOperation {
  readonly caller: Caller;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Names the request in every event that it causes. */
  readonly key: string;
}

/** Nobody waits at a browser: a slow store may take its time. In milliseconds. */
const DEADLINE = 60_000;

export function createSeedClient(
  { services }: Pick<Platform, 'services'>,
  tenant: Tenant,
  patience: Patience = SEED_PATIENCE,
): SeedClient {
  async function askOnce(service: ServiceName, { caller, query, variables, key }: SeedOperation) {
    // Real time, whatever is simulated: how long somebody waits passes outside of the story.
    const deadline = createDeadline(systemClock, DEADLINE);
    const trace = { correlationId: `seed:${key}`, causationId: `seed:${key}` };
    const { data, errors } = await services[service].subgraph.execute({ query, variables, caller, deadline, trace });
    if (errors !== undefined) throw refusedBy(key, errors);
    for (const payload of Object.values(data ?? {})) assertNotRefused(key, payload);
    return data ?? {};
  }
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
    ask: (service, operation) => patiently(patience, () => askOnce(service, operation)),
  };
}

type PublicError = Readonly<Pick<Error, 'message'> & { extensions: Readonly<Record<string, unknown>> }>;

function refusedBy(key: string, errors: readonly PublicError[]): SeedRefusedError {
  const code = errors[0]?.extensions.code;
  const why = errors.map(({ message }) => message).join(' ');
  return new SeedRefusedError(key, why, typeof code === 'string' ? code : null);
}

/** @throws SeedRefusedError for a mutation's payload with a user error */
function assertNotRefused(key: string, payload: unknown): void {
  const { userErrors } = (payload ?? {}) as { readonly userErrors?: readonly { code: string; message: string }[] };
  const [refusal] = userErrors ?? [];
  if (refusal !== undefined) throw new SeedRefusedError(key, `${refusal.code}: ${refusal.message}`, refusal.code);
}
