import { createCandidateService } from '@hiregraph/candidate';
import { createEvaluationService } from '@hiregraph/evaluation';
import { createJobService } from '@hiregraph/job';
import {
  type Clock,
  createCursorCodec,
  type Logger,
  type ServiceName,
  type Tenant,
  UpstreamUnavailableError,
} from '@hiregraph/kernel';
import type { Storage } from '@hiregraph/storage';
import {
  createInProcessOwnerClient,
  createTenantDirectory,
  type SagaFailpoints,
  type Service,
  type ServiceEnvironment,
} from '@hiregraph/subgraph';

export interface ServicesOptions {
  /** The storage of each service, not started yet. */
  readonly storageOf: (name: ServiceName) => Storage;
  readonly tenants: readonly Tenant[];
  readonly clock: Clock;
  readonly logger: Logger;
  readonly cursorSecret: string;
  /** For tests that break into the hire saga. */
  readonly sagaFailpoints?: SagaFailpoints;
}

/** All services in one process, asking each other in process. Nothing runs until somebody starts it. */
export function createServices(options: ServicesOptions): Record<ServiceName, Service> {
  const { clock, logger, storageOf, sagaFailpoints } = options;
  const services: Partial<Record<ServiceName, Service>> = {};
  const environment: ServiceEnvironment = {
    clock,
    logger,
    cursors: createCursorCodec(options.cursorSecret),
    tenants: createTenantDirectory(options.tenants),
    owners: createInProcessOwnerClient((owner) => {
      const service = services[owner];
      if (service === undefined) throw new UpstreamUnavailableError(owner);
      return service.subgraph;
    }),
    ...(sagaFailpoints && { sagaFailpoints }),
  };
  const job = createJobService({ environment, storage: storageOf('job') });
  const candidate = createCandidateService({ environment, storage: storageOf('candidate') });
  const evaluation = createEvaluationService({ environment, storage: storageOf('evaluation') });
  return Object.assign(services, { job, candidate, evaluation });
}
