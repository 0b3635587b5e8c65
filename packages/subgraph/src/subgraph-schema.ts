import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { keepNamesNarrow } from '@hiregraph/kernel';
import { type GraphQLSchema, parse } from 'graphql';
import { dateTimeScalar } from './date-time-scalar.ts';

/** The part of the schema that all subgraphs have alike. */
export const sharedTypeDefs: string = readFileSync(new URL('./shared-schema.graphql', import.meta.url), 'utf8');

type ResolverMap = NonNullable<Extract<Parameters<typeof buildSubgraphSchema>[0], { typeDefs: unknown }>['resolvers']>;

/** Built before, by resolver map and SDL: to check and print a service's SDL costs a hundred times what the rest does. */
const built = new WeakMap<object, Map<string, GraphQLSchema>>();

/**
 * The same schema for the same arguments: neither it nor the resolvers may be changed afterwards.
 *
 * @param typeDefs a service's own SDL, without the shared part
 * @param resolvers its resolver map
 */
export function buildServiceSchema(typeDefs: string, resolvers: object): GraphQLSchema {
  const known = built.get(resolvers) ?? new Map<string, GraphQLSchema>();
  built.set(resolvers, known);
  const schema = known.get(typeDefs) ?? buildSchema(typeDefs, resolvers);
  known.set(typeDefs, schema);
  return schema;
}

function buildSchema(typeDefs: string, resolvers: object): GraphQLSchema {
  keepNamesNarrow(typeDefs);
  return buildSubgraphSchema([
    // The map's type is generated from the very same SDL by codegen; Apollo's own type is wider than any of ours.
    { typeDefs: parse(sharedTypeDefs), resolvers: { DateTime: dateTimeScalar } as ResolverMap },
    { typeDefs: parse(typeDefs), resolvers: resolvers as ResolverMap },
  ]);
}
