import { readFileSync } from 'node:fs';
import type { Storage } from '@hiregraph/storage';
import { createSubgraph, type RequestContext, type Service, type ServiceEnvironment } from '@hiregraph/subgraph';
import { createCallerScope } from './application/create-caller-scope.ts';
import { createJobRows } from './application/job-rows.ts';
import { createJobKnowledge } from './application/job-knowledge.ts';
import { createInterviewConsumer } from './application/on-interview-event.ts';
import { createJobConsumer } from './application/on-job-event.ts';
import { createReferenceConsumer } from './application/on-reference-event.ts';
import { createReasonKnowledge } from './application/reason-knowledge.ts';
import { createReceiptReference } from './application/receipt-reference.ts';
import type { Stores } from './application/stores.ts';
import { tenantOf, type UseCase } from './application/use-case.ts';
import type { CandidateContext } from './graphql/context.ts';
import { createLoaders } from './graphql/loaders.ts';
import { resolvers } from './graphql/resolvers.ts';
import { openStores } from './storage/open-stores.ts';

/** This service's part of the API, without what all subgraphs share. */
export const candidateTypeDefs: string = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

export interface CandidateServiceOptions {
  readonly environment: ServiceEnvironment;
  /** Not started yet: the service opens its stores in it. The host starts and stops it. */
  readonly storage: Storage;
}

/** Candidates, applications and their history. */
export function createCandidateService({ environment, storage }: CandidateServiceOptions): Service {
  const stores = openStores(storage);
  const referenceOf = createReceiptReference(environment.cursors);
  const subgraph = createSubgraph<CandidateContext>({
    name: 'candidate',
    typeDefs: candidateTypeDefs,
    resolvers,
    logger: environment.logger,
    createContext: (request) => {
      const useCase = createUseCase(stores, environment, request);
      const { cursors, tenants } = environment;
      return { ...request, useCase, loaders: createLoaders(useCase), cursors, tenants, referenceOf };
    },
  });
  return {
    name: 'candidate',
    subgraph,
    storage,
    consumers: [
      createJobConsumer(stores, environment.sagaFailpoints),
      createInterviewConsumer(stores),
      createReferenceConsumer(stores),
    ],
    // Nothing here runs by the clock.
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  };
}

function createUseCase(stores: Stores, environment: ServiceEnvironment, request: RequestContext): UseCase {
  const { clock, owners, sagaFailpoints } = environment;
  const { caller, deadline, trace, logger } = request;
  const jobRows = createJobRows(stores.jobs, () => tenantOf(caller));
  const asking = { owners, deadline, trace };
  return {
    stores,
    clock,
    caller,
    deadline,
    trace,
    logger,
    scope: createCallerScope(stores, caller, jobRows),
    jobs: createJobKnowledge(stores.jobs, jobRows, asking),
    jobRows,
    reasons: createReasonKnowledge(stores.reasons, asking),
    ...(sagaFailpoints && { sagaFailpoints }),
  };
}
