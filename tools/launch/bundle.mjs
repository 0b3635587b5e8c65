import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Also decides whether a bundle is still current: what this file does is part of what it makes. */
const ownFiles = ['tools/launch/bundle.mjs', 'node_modules/esbuild/package.json'];
const workspaceScope = '@hiregraph/';

/**
 * One JavaScript file of an entry and everything that it imports from this repository; installed packages stay outside.
 * Kept in node_modules/.cache and made anew when the content of any file that went into it has changed: loading it
 * costs a fraction of what transpiling some five hundred modules one by one does.
 *
 * @param {string} root the folder of package-lock.json
 * @param {string} entry relative to the root
 * @returns {Promise<string | null>} absolute path; null where none can be made (a mistake in the source, a folder
 *   that cannot be written to, a package with versions of its own), so that the sources are to be run one by one
 */
export async function bundleOf(root, entry) {
  const path = join(root, 'node_modules/.cache/hiregraph', `${entry.replaceAll('/', '+')}.mjs`);
  if (isCurrent(root, path)) return path;
  try {
    await makeBundle(root, entry, path);
    return path;
  } catch {
    // Whatever is wrong, the loader that takes over says it better, in the words of the source.
    return null;
  }
}

/** The first line of a bundle is a comment that holds the hash of everything that went into it. */
function isCurrent(root, path) {
  if (!existsSync(path)) return false;
  const content = readFileSync(path, 'utf8');
  try {
    const { inputs } = JSON.parse(content.slice('//'.length, content.indexOf('\n')));
    return Object.entries(inputs).every(([input, hash]) => hashOfFile(join(root, input)) === hash);
  } catch {
    return false;
  }
}

async function makeBundle(root, entry, path) {
  const { build, stop } = await import('esbuild');
  const hashes = new Map();
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, entry)],
    outfile: path,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['hiregraph-source'],
    sourcemap: 'external',
    write: false,
    logLevel: 'silent',
    plugins: [sourcesOf(root, (source, content) => hashes.set(relative(root, source), hashOf(content)))],
  }).finally(stop);
  for (const file of [...packagesOf(root, [...hashes.keys()]), ...ownFiles])
    hashes.set(file, hashOfFile(join(root, file)));
  const [map, code] = outputFiles.toSorted((a, b) => b.path.length - a.path.length);
  mkdirSync(dirname(path), { recursive: true });
  replaceFile(`${path}.map`, map.text);
  replaceFile(path, `//${JSON.stringify({ inputs: Object.fromEntries(hashes) })}\n${code.text}`);
}

/**
 * Takes in what belongs to the repository, and keeps for every module the place that its source has.
 *
 * @param {string} root
 * @param {(path: string, content: string) => void} taken is told of every source
 */
function sourcesOf(root, taken) {
  return {
    name: 'sources',
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, ({ path, kind, resolveDir }) => {
        if (kind === 'entry-point' || path.startsWith(workspaceScope)) return undefined;
        if (hasOwnCopy(root, resolveDir, path)) return { errors: [{ text: `${path} has more than one version.` }] };
        return { path, external: true };
      });
      build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const content = readFileSync(path, 'utf8');
        taken(path, content);
        const url = JSON.stringify(pathToFileURL(path).href);
        return { loader: 'ts', contents: content.replaceAll('import.meta.url', url) };
      });
      // What else a source may import is not in the manifest of the bundle.
      build.onLoad({ filter: /./ }, ({ path }) => ({ errors: [{ text: `${path} is no source of TypeScript.` }] }));
    },
  };
}

/** From the bundle's place every package is the root's; a workspace with a version of its own would lose it. */
function hasOwnCopy(root, folder, specifier) {
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  for (let place = folder; place !== root && place !== dirname(place); place = dirname(place)) {
    if (existsSync(join(place, 'node_modules', name))) return true;
  }
  return false;
}

/** The package.json files that say what `@hiregraph/…` stands for. */
function packagesOf(root, sources) {
  const found = new Set();
  for (const source of sources) {
    for (let place = dirname(join(root, source)); place.startsWith(root); place = dirname(place)) {
      const file = join(place, 'package.json');
      if (!existsSync(file)) continue;
      found.add(relative(root, file));
      break;
    }
  }
  return [...found];
}

function hashOfFile(path) {
  return existsSync(path) ? hashOf(readFileSync(path, 'utf8')) : null;
}

function hashOf(content) {
  return createHash('sha256').update(content).digest('base64');
}

/** Whole or not at all, for others that start at the same moment. */
function replaceFile(path, content) {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, content);
  renameSync(temporary, path);
}
