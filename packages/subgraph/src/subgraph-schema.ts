import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { dateTimeScalar } from './date-time-scalar.ts';

/** The part of the schema that all subgraphs have alike. */
export const sharedTypeDefs: string = readFileSync(new URL('./shared-schema.graphql', import.meta.url), 'utf8');

type ResolverMap = NonNullable<Extract<Parameters<typeof buildSubgraphSchema>[0], { typeDefs: unknown }>['resolvers']>;

/**
 * @param typeDefs a service's own SDL, without the shared part
 * @param resolvers its resolver map
 */
export function buildServiceSchema(typeDefs: string, resolvers: unknown): GraphQLSchema {
  return buildSubgraphSchema([
    // The map's type is generated from the very same SDL by codegen; Apollo's own type is wider than any of ours.
    { typeDefs: parse(sharedTypeDefs), resolvers: { DateTime: dateTimeScalar } as ResolverMap },
    { typeDefs: parse(typeDefs), resolvers: resolvers as ResolverMap },
  ]);
}
