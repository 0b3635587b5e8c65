import { composeServices } from '@apollo/composition';
import { type ExecutionResult, parse } from 'graphql';
import { type Comparison, openComparison } from './comparison.ts';
import type { FakeSubgraph } from './fake-subgraph.ts';
import { LINK } from './shop/link.ts';
import { composeShop, SHOP } from './shop/shop.ts';

type Variables = Readonly<Record<string, unknown>>;

/** What a subgraph answers, by what it is asked. */
export type Cans = Readonly<Record<string, (query: string, variables: Variables) => unknown>>;

/** The shop, with subgraphs that say what a test wants to hear. */
export function openCannedShop(cans: Cans): Promise<Comparison> {
  return openComparison(
    composeShop(),
    SHOP.map(({ name }) => cannedSubgraph(name, cans)),
  );
}

/** A supergraph of its own, from the SDL of each subgraph. */
export function openCanned(sdl: Readonly<Record<string, string>>, cans: Cans): Promise<Comparison> {
  const services = Object.entries(sdl).map(([name, own]) => ({
    name,
    url: `http://${name}.invalid/graphql`,
    typeDefs: parse(`${LINK}\n${own}`),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(String(errors));
  return openComparison(
    supergraphSdl,
    services.map(({ name }) => cannedSubgraph(name, cans)),
  );
}

function cannedSubgraph(name: string, cans: Cans): FakeSubgraph {
  return {
    name,
    execute: ({ query, variables }) => {
      const can = cans[name];
      if (can === undefined) throw new Error(`Nobody was to ask ${name}: ${query}`);
      return can(query, variables) as ExecutionResult;
    },
  };
}
