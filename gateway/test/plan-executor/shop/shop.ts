import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import type { SubgraphSdl } from '../fake-subgraph.ts';
import { CATALOG } from './catalog.ts';
import { PEOPLE } from './people.ts';
import { REVIEWS } from './reviews.ts';
import { WAREHOUSE } from './warehouse.ts';

/** A supergraph made so that its plans have every feature that the executor runs. */
export const SHOP: readonly SubgraphSdl[] = [
  { name: 'catalog', sdl: CATALOG, rare: ['Secret', 'SECRET'] },
  { name: 'warehouse', sdl: WAREHOUSE },
  { name: 'reviews', sdl: REVIEWS, interfaceObjects: { Media: ['Book', 'Film', 'Secret'] }, rare: ['Secret'] },
  { name: 'people', sdl: PEOPLE, rare: ['LEAD'] },
];

export function composeShop(): string {
  const { supergraphSdl, errors } = composeServices(
    SHOP.map(({ name, sdl }) => ({ name, url: `http://${name}.invalid/graphql`, typeDefs: parse(sdl) })),
  );
  if (supergraphSdl === undefined) throw new Error(String(errors));
  return supergraphSdl;
}
