import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromFindings, type CheckStep } from './check-step.ts';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** The lockfile installs from whichever registry a machine uses, exactly the same bytes everywhere. */
export function lockfileStep(root: string): CheckStep {
  return {
    name: 'lockfile is portable and exact',
    // npm wrote the file; its form is npm's lockfileVersion 3.
    run: async () =>
      fromFindings(findLockfileFaults(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile)),
  };
}

/** @returns one sentence for each package that names a registry host, lacks its hash or is wanted inexactly */
export function findLockfileFaults({ packages }: Lockfile): string[] {
  return Object.entries(packages).flatMap(([path, entry]) =>
    path.includes('node_modules/') ? faultsOfDependency(path, entry) : faultsOfWorkspace(path, entry),
  );
}

function faultsOfDependency(path: string, entry: LockedPackage): string[] {
  if (entry.link === true) return [];
  return [
    ...(entry.resolved === undefined
      ? []
      : [
          `${path} is bound to ${entry.resolved}: keep omit-lockfile-registry-resolved in .npmrc and run \`npm install\`.`,
        ]),
    ...(entry.integrity === undefined && entry.inBundle !== true ? [`${path} has no integrity hash.`] : []),
  ];
}

function faultsOfWorkspace(path: string, entry: LockedPackage): string[] {
  const wanted = Object.entries({ ...entry.dependencies, ...entry.devDependencies });
  return wanted
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${path || 'package.json'} asks for ${name} ${version}: name one exact version.`);
}
