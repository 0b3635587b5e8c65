import { readFileSync } from 'node:fs';
import { keepNamesNarrow } from '@hiregraph/kernel';

/** The composed schema of all subgraphs, as committed: the gateway starts with subgraphs down. */
export function loadSupergraph(): string {
  const sdl = readFileSync(new URL('../supergraph.graphql', import.meta.url), 'utf8');
  keepNamesNarrow(sdl);
  return sdl;
}
