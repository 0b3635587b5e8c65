import { readFileSync } from 'node:fs';
import type { Storage } from '@hiregraph/storage';
import { createSubgraph, type Service, type ServiceEnvironment } from '@hiregraph/subgraph';
import { createJobApplication } from './application/job-application.ts';
import { createApplicationConsumer } from './application/on-application-event.ts';
import type { JobContext } from './graphql/context.ts';
import { createLoaders } from './graphql/loaders.ts';
import { resolvers } from './graphql/resolvers.ts';
import { createPostingImporter } from './posting-worker/create-posting-importer.ts';
import { openStores } from './storage/open-stores.ts';

/** This service's own SDL, without what all subgraphs share. */
export const jobTypeDefs: string = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

export interface JobServiceOptions {
  readonly environment: ServiceEnvironment;
  /** Of this service alone; started and stopped by the host. */
  readonly storage: Storage;
}

/** Jobs, their pipelines, seats, criteria and posts; rejection reasons; the directory of users. */
export function createJobService({ environment, storage }: JobServiceOptions): Service {
  const stores = openStores(storage);
  const application = createJobApplication(stores, { ...environment, importPosting: createPostingImporter() });
  const subgraph = createSubgraph<JobContext>({
    name: 'job',
    typeDefs: jobTypeDefs,
    resolvers,
    logger: environment.logger,
    createContext: (request) => ({ ...request, application, loaders: createLoaders(application, request.caller) }),
  });
  return {
    name: 'job',
    subgraph,
    storage,
    consumers: [createApplicationConsumer(stores, environment.logger, environment.sagaFailpoints)],
    // This service has no timers: seats are given back by events alone.
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  };
}
