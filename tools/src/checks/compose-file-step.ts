import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { findDockerfileFaults } from './dockerfile-faults.ts';
import { fromFindings, type CheckStep } from './check-step.ts';

type Mapping = Readonly<Record<string, unknown>>;

const topLevelKeys = ['name', 'services', 'volumes', 'networks', 'configs', 'secrets'];
const dependencyConditions = ['service_started', 'service_healthy', 'service_completed_successfully'];

/** docker-compose.yml and the Dockerfile parse, and what they refer to exists. No Docker is needed. */
export function composeFileStep(root: string): CheckStep {
  return {
    name: 'docker-compose.yml and Dockerfile are sound',
    run: async () =>
      fromFindings([
        ...findComposeFaults(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), root),
        ...findDockerfileFaults(readFileSync(join(root, 'Dockerfile'), 'utf8'), root),
      ]),
  };
}

/**
 * @param root where the files that are built from or mounted are looked for
 * @returns one sentence for each fault
 */
export function findComposeFaults(text: string, root: string): string[] {
  const document = parseDocument(text, { merge: true });
  const unreadable = [...document.errors, ...document.warnings].map(({ message }) => message);
  if (unreadable.length > 0) return unreadable;
  const file = asMapping(document.toJS());
  const services = Object.entries(asMapping(file['services']));
  const unknownKeys = Object.keys(file).filter((key) => !topLevelKeys.includes(key) && !key.startsWith('x-'));
  return [
    ...unknownKeys.map((key) => `"${key}" is no part of a compose file.`),
    ...(services.length === 0 ? ['It declares no services.'] : []),
    ...services.flatMap(([name, service]) => faultsOfService(name, asMapping(service), file, root)),
  ];
}

function faultsOfService(name: string, service: Mapping, file: Mapping, root: string): string[] {
  return [
    ...(service['image'] === undefined && service['build'] === undefined ? ['needs an image or a build'] : []),
    ...(typeof service['build'] === 'string' && !existsSync(join(root, service['build'], 'Dockerfile'))
      ? [`is built from ${service['build']}, where no Dockerfile lies`]
      : []),
    ...faultsOfDependencies(asMapping(service['depends_on']), asMapping(file['services'])),
    ...faultsOfVolumes(asList(service['volumes']), asMapping(file['volumes'])),
    ...faultsOfConfigs(asList(service['configs']), asMapping(file['configs'])),
    ...faultsOfWords(service),
    ...faultsOfEntry(asList(service['command']), root),
  ].map((fault) => `${name} ${fault}.`);
}

function faultsOfDependencies(dependsOn: Mapping, services: Mapping): string[] {
  return Object.entries(dependsOn).flatMap(([dependency, how]) => {
    const condition = String(asMapping(how)['condition']);
    if (services[dependency] === undefined) return [`waits for ${dependency}, which is not declared`];
    if (!dependencyConditions.includes(condition))
      return [`waits for ${dependency} in the unknown manner "${condition}"`];
    const isChecked = asMapping(services[dependency])['healthcheck'] !== undefined;
    return condition === 'service_healthy' && !isChecked ? [`waits for ${dependency}, which has no health check`] : [];
  });
}

function faultsOfVolumes(mounts: readonly unknown[], volumes: Mapping): string[] {
  return mounts
    .map((mount) => String(mount).split(':')[0] ?? '')
    .filter((source) => /^[\w-]+$/.test(source) && !(source in volumes))
    .map((source) => `mounts the volume ${source}, which is not declared`);
}

function faultsOfConfigs(used: readonly unknown[], configs: Mapping): string[] {
  return used
    .map((config) => String(asMapping(config)['source']))
    .filter((source) => !(source in configs))
    .map((source) => `uses the config ${source}, which is not declared`);
}

/** Docker Compose refuses a file whose words are anything else; unquoted, `a ? b : c` is a mapping to YAML. */
function faultsOfWords(service: Mapping): string[] {
  const lists = {
    command: service['command'],
    entrypoint: service['entrypoint'],
    'healthcheck.test': asMapping(service['healthcheck'])['test'],
  };
  return [
    ...Object.entries(lists)
      .filter(([, words]) => asList(words).some((word) => typeof word !== 'string'))
      .map(([name]) => `has a word in ${name} that is no text: quote it`),
    ...Object.entries(asMapping(service['environment']))
      .filter(([, value]) => typeof value === 'object' && value !== null)
      .map(([name]) => `sets ${name} to what is no text: quote it`),
  ];
}

/** A container runs a build's file; its source must be there to be built. */
function faultsOfEntry(command: readonly unknown[], root: string): string[] {
  return command
    .map(String)
    .filter((word) => word.includes('/dist/') && !existsSync(join(root, sourceOf(word))))
    .map((word) => `runs ${word}, which ${sourceOf(word)} would make, and that is missing`);
}

const sourceOf = (built: string): string => built.replace('/dist/', '/src/').replace(/\.js$/, '.ts');

function asMapping(value: unknown): Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
