import type { Caller, Clock, CursorCodec, Deadline, Logger, ServiceName, Tenant, Trace } from '@hiregraph/kernel';
import type { ExecutionResult } from 'graphql';

/** What every resolver of every subgraph finds in its context; services add their own parts. */
export interface RequestContext {
  readonly caller: Caller;
  readonly deadline: Deadline;
  readonly trace: Trace;
  readonly logger: Logger;
}

/** What a service is given to run with; the same in every form of the platform. */
export interface ServiceEnvironment {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly cursors: CursorCodec;
  readonly tenants: TenantDirectory;
  /** Asks another service's schema (facts travel by events, questions by schema). */
  readonly owners: OwnerClient;
  readonly sagaFailpoints?: SagaFailpoints;
}

/** Where tests may break into the hire saga (protocols.md, Hire): right before and after each of its writes. */
export type SagaFailpoint =
  /** candidate: the hire is asked for; the caller waits and knows nothing. */
  | 'hire.after-request'
  /** candidate: the outcome is there; the caller has no answer yet. */
  | 'hire.before-answer'
  /** job: the request was taken in; no seat was reserved or refused yet. */
  | 'hire.before-seat'
  | 'hire.after-seat'
  /** candidate: the seat's answer was taken in; nobody was hired or refused yet. */
  | 'hire.before-outcome'
  | 'hire.after-outcome'
  /** job: the hire was taken in; its seat is not filled yet. */
  | 'hire.before-fill'
  | 'hire.after-fill'
  /** job: the end of an attempt was taken in; what it held was not given back yet. */
  | 'hire.before-release'
  | 'hire.after-release';

/** Throwing fails the step; a promise that never settles hangs it: a crash as seen from outside. Production gives none. */
export type SagaFailpoints = (point: SagaFailpoint) => Promise<void> | void;

/** The tenants by configuration: public operations name a company by slug, which is mapped before any store is touched. */
export interface TenantDirectory {
  findBySlug(slug: string): Tenant | null;
  findById(id: string): Tenant | null;
  all(): readonly Tenant[];
}

export function createTenantDirectory(tenants: readonly Tenant[]): TenantDirectory {
  const bySlug = new Map(tenants.map((tenant) => [tenant.slug, tenant]));
  const byId = new Map(tenants.map((tenant) => [tenant.id, tenant]));
  return {
    findBySlug: (slug) => bySlug.get(slug) ?? null,
    findById: (id) => byId.get(id) ?? null,
    all: () => tenants,
  };
}

/** One GraphQL request to a subgraph, however it came. */
export interface SubgraphRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly caller: Caller;
  readonly deadline: Deadline;
  readonly trace: Trace;
}

/** Runs requests against one subgraph: over HTTP or in process, with the same identity, limits and errors. */
export interface SubgraphExecutor {
  execute(request: SubgraphRequest): Promise<ExecutionResult>;
}

export interface OwnerQuestion {
  /** Who asks: signed as a service identity. */
  readonly from: ServiceName;
  readonly tenantId: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly deadline: Deadline;
  readonly trace: Trace;
}

/** Asks the service that owns a fact, through its schema. */
export interface OwnerClient {
  /**
   * @returns the answer's data
   * @throws UpstreamUnavailableError when the owner does not answer in time, or answers with errors
   */
  ask<Data>(owner: ServiceName, question: OwnerQuestion): Promise<Data>;
}
