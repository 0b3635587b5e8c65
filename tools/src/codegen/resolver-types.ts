import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typescriptPlugin from '@graphql-codegen/typescript';
import * as resolversPlugin from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';
import type { GeneratedFile } from '../workspace/generated-file.ts';
import type { SubgraphSource } from '../workspace/subgraph-source.ts';
import { parseServiceSettings, type ServiceSettings } from './service-settings.ts';

const outputName = 'src/graphql/generated/resolver-types.ts';

/**
 * Makes the resolver types of one service from its schema and its optional codegen.json.
 *
 * @param root the root folder of the repository; the file's path is relative to it
 * @throws GraphQLError where the schema cannot be parsed, Error where codegen.json is not understood
 */
export async function generateResolverTypes(root: string, source: SubgraphSource): Promise<GeneratedFile> {
  const path = relative(root, join(source.folder, outputName)).replaceAll('\\', '/');
  const types = await codegen({
    filename: path,
    schema: parse(source.sdl),
    documents: [],
    plugins: [{ typescript: {} }, { 'typescript-resolvers': {} }],
    pluginMap: { typescript: typescriptPlugin, 'typescript-resolvers': resolversPlugin },
    config: pluginConfig(readServiceSettings(source)),
  });
  return { path, content: `${header}${types.trimEnd()}\n` };
}

const header =
  '// Made by `npm run codegen` from schema.graphql and the shared schema: change those, then run it again.\n';

function readServiceSettings(source: SubgraphSource): ServiceSettings {
  const path = join(source.folder, 'codegen.json');
  return existsSync(path) ? parseServiceSettings(readFileSync(path, 'utf8'), path) : {};
}

/** `undefined` stands beside null so that, under exactOptionalPropertyTypes, a field left out may be handed on as it is. */
function pluginConfig(settings: ServiceSettings): Record<string, unknown> {
  return {
    federation: true,
    useTypeImports: true,
    enumsAsTypes: true,
    skipTypename: true,
    makeResolverTypeCallable: true,
    maybeValue: 'T | null | undefined',
    inputMaybeValue: 'T | null | undefined',
    defaultScalarType: 'unknown',
    contextType: settings.contextType ?? '@hiregraph/subgraph#RequestContext',
    scalars: { ID: 'string', DateTime: 'string', ...settings.scalars },
    ...(settings.mappers === undefined ? {} : { mappers: settings.mappers }),
    ...(settings.defaultMapper === undefined ? {} : { defaultMapper: settings.defaultMapper }),
  };
}
