import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import type { GeneratedFile } from '../workspace/generated-file.ts';
import type { SubgraphSource } from '../workspace/subgraph-source.ts';

export const supergraphPath = 'gateway/supergraph.graphql';

/**
 * Where each subgraph would answer on a developer's machine. The gateway reads the real addresses from its variables;
 * these stand in the file because a supergraph needs some.
 */
const placeholderUrls: Readonly<Record<string, string>> = {
  job: 'http://127.0.0.1:4001/graphql',
  candidate: 'http://127.0.0.1:4002/graphql',
  evaluation: 'http://127.0.0.1:4003/graphql',
};

export type Composition =
  | { readonly ok: true; readonly file: GeneratedFile; readonly hints: readonly string[] }
  | { readonly ok: false; readonly errors: readonly string[] };

/**
 * Composes the subgraphs into the supergraph that the gateway starts from. The same sources give the same bytes.
 *
 * @param sources in the order of their names
 */
export function composeSupergraph(sources: readonly SubgraphSource[]): Composition {
  const unplaced = sources.filter(({ name }) => placeholderUrls[name] === undefined);
  if (unplaced.length > 0) return { ok: false, errors: unplaced.map(({ name }) => unplacedMessage(name)) };
  const result = composeServices(
    sources.map(({ name, sdl }) => ({ name, url: placeholderUrls[name] ?? '', typeDefs: parse(sdl) })),
  );
  if (result.errors !== undefined) return { ok: false, errors: result.errors.map(describeError) };
  return {
    ok: true,
    file: { path: supergraphPath, content: `${header}${result.supergraphSdl.trimEnd()}\n` },
    hints: result.hints.map(({ definition, message }) => `${definition.code}: ${message}`),
  };
}

const header = '# Made by `npm run compose` from the subgraphs: change their schema.graphql, then run it again.\n\n';

function unplacedMessage(name: string): string {
  return `The service "${name}" has no address in tools/src/compose/supergraph.ts: give it a port there.`;
}

function describeError(error: {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}): string {
  const code = error.extensions?.['code'];
  return typeof code === 'string' ? `${code}: ${error.message}` : error.message;
}
