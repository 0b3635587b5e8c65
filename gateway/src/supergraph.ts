import { readFileSync } from 'node:fs';

/** The composed schema of all subgraphs, as committed: the gateway starts with subgraphs down. */
export function loadSupergraph(): string {
  return readFileSync(new URL('../supergraph.graphql', import.meta.url), 'utf8');
}
