import { readFileSync } from 'node:fs';
import type { Storage } from '@hiregraph/storage';
import { createSubgraph, type Service, type ServiceEnvironment } from '@hiregraph/subgraph';
import { createConsumers } from './application/consumers.ts';
import { createEndInterviews } from './application/end-interviews.ts';
import { createEvaluation } from './application/evaluation.ts';
import { createEvaluationContext } from './graphql/context.ts';
import { resolvers } from './graphql/resolvers.ts';
import { openStores } from './storage/open-stores.ts';

/** The service's schema.graphql, without the part that all subgraphs share. */
export const evaluationTypeDefs: string = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

const EVERY_30_SECONDS = 30_000;

export interface EvaluationServiceOptions {
  readonly environment: ServiceEnvironment;
  /** Opened for the service `evaluation`; started and stopped by the host. */
  readonly storage: Storage;
  /** How often to look for interviews whose end has passed, in milliseconds; 30 seconds where not given. */
  readonly endInterviewsEvery?: number;
}

/** The evaluation service, which can also be told to look for ended interviews at once. */
export interface EvaluationService extends Service {
  /** Moves scheduled interviews whose end has passed to AWAITING_FEEDBACK. @returns how many */
  endInterviews(): Promise<number>;
}

/** Interviews, kits, scorecards and what they say together. */
export function createEvaluationService(options: EvaluationServiceOptions): EvaluationService {
  const { environment, storage, endInterviewsEvery = EVERY_30_SECONDS } = options;
  const { clock, cursors, logger, owners, tenants } = environment;
  const stores = openStores(storage);
  const evaluation = createEvaluation(stores, owners, clock);
  const ending = createEndInterviews({ stores, tenants, clock, logger, everyMilliseconds: endInterviewsEvery });
  const subgraph = createSubgraph({
    name: 'evaluation',
    typeDefs: evaluationTypeDefs,
    resolvers,
    createContext: (request) => createEvaluationContext(evaluation, cursors, request),
    logger,
  });
  return {
    name: 'evaluation',
    subgraph,
    storage,
    consumers: createConsumers(stores),
    start: () => ending.start(),
    stop: () => ending.stop(),
    endInterviews: () => ending.run(),
  };
}
