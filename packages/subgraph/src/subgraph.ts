import type { ServiceName } from '@hiregraph/kernel';
import type { GraphQLSchema } from 'graphql';
import type { RequestContext, SubgraphExecutor } from './request.ts';

/** What a service says of its API. */
export interface SubgraphDefinition<Context extends RequestContext> {
  readonly name: ServiceName;
  /** The service's schema.graphql; the shared schema is put in front of it. */
  readonly typeDefs: string;
  /** A resolver map, `__resolveReference` included. */
  readonly resolvers: unknown;
  /** Builds a request's context: loaders are made here, anew for each request. */
  readonly createContext: (request: RequestContext) => Context;
}

/** A service's API, ready to run. */
export interface Subgraph extends SubgraphExecutor {
  readonly name: ServiceName;
  readonly schema: GraphQLSchema;
}
