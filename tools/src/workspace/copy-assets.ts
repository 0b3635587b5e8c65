import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Files inside a src folder that the code reads at run time, by a path relative to itself. tsc leaves them behind, so
 * the build puts them at the same place under dist. What lies beside src (a service's schema.graphql) is read from there
 * by source and build alike.
 */
const assets = ['packages/subgraph/src/shared-schema.graphql', 'platform/src/seed/postings'];

/**
 * Copies every asset into the build.
 *
 * @returns what is wrong, each with how to mend it; empty when the build is complete
 */
export function copyAssets(root: string): string[] {
  const missing = assets.filter((asset) => !existsSync(join(root, asset)));
  for (const asset of assets.filter((path) => !missing.includes(path))) {
    cpSync(join(root, asset), join(root, asset.replace('/src/', '/dist/')), {
      recursive: true,
      filter: (source) => !source.endsWith('.ts'),
    });
  }
  return [
    ...missing.map(
      (asset) => `${asset} is missing: add it, or take it off the list in tools/src/workspace/copy-assets.ts.`,
    ),
    ...findUnlisted(root).map(
      (file) => `${file} would be left out of the build: list it in tools/src/workspace/copy-assets.ts.`,
    ),
  ];
}

function findUnlisted(root: string): string[] {
  return sourceFolders(root)
    .flatMap((folder) => filesBelow(root, folder))
    .filter((file) => !file.endsWith('.ts') && !assets.some((asset) => file === asset || file.startsWith(`${asset}/`)));
}

function sourceFolders(root: string): string[] {
  const nested = ['packages', 'services'].flatMap((parent) =>
    existsSync(join(root, parent)) ? readdirSync(join(root, parent)).map((name) => `${parent}/${name}/src`) : [],
  );
  return [...nested, 'gateway/src', 'platform/src', 'tools/src'].filter((folder) => existsSync(join(root, folder)));
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    );
}
