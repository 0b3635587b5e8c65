import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One service's part of the API as it lies in the repository. */
export interface SubgraphSource {
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  readonly schemaPath: string;
  /** What all subgraphs share, then what the service itself declares. */
  readonly sdl: string;
}

const sharedSchemaPath = 'packages/subgraph/src/shared-schema.graphql';

/**
 * Reads every service that has a schema.graphql, in alphabetical order.
 *
 * @param root the root folder of the repository
 */
export function readSubgraphSources(root: string): SubgraphSource[] {
  const shared = readIfPresent(join(root, sharedSchemaPath));
  const services = join(root, 'services');
  if (!existsSync(services)) return [];
  return readdirSync(services)
    .sort()
    .map((name) => ({ name, folder: join(services, name), schemaPath: join(services, name, 'schema.graphql') }))
    .filter(({ schemaPath }) => existsSync(schemaPath))
    .map((source) => ({ ...source, sdl: `${shared}\n${readFileSync(source.schemaPath, 'utf8')}` }));
}

/** Says what to add when no service has a schema yet. */
export const noSubgraphSourceMessage =
  'No service has a schema.graphql yet, so there is nothing to make. Add services/<name>/schema.graphql and run it again.';

function readIfPresent(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
