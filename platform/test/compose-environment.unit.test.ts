import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { candidateConfig } from '../../services/candidate/src/config.ts';
import { evaluationConfig } from '../../services/evaluation/src/config.ts';
import { jobConfig } from '../../services/job/src/config.ts';
import { gatewayConfig } from '../../gateway/src/config.ts';
import { clusterConfig } from '../src/cluster/cluster-config.ts';
import { SAMPLE_TENANT } from '../src/config.ts';

type Variables = Readonly<Record<string, string>>;

interface ComposeService {
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Variables;
  readonly volumes?: readonly string[];
  readonly profiles?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const text = readFileSync(new URL('../../docker-compose.yml', import.meta.url), 'utf8');
const { services, volumes } = parse(text, { merge: true }) as ComposeFile;

/** `${NAME}`, `${NAME:-otherwise}` and `${NAME:?message}`, as Docker Compose replaces them. */
function environmentOf(service: string, given: Variables = {}): Variables {
  const replaced = ([name, value]: [string, string]): [string, string] => [
    name,
    value.replaceAll(/\$\{(\w+)(?::([-?])(.*?))?\}/gu, (_all, variable: string, kind: string, rest: string) => {
      if (given[variable]) return given[variable];
      if (kind === '?') throw new Error(`${variable}: ${rest}`);
      return rest;
    }),
  ];
  return Object.fromEntries(Object.entries(services[service]?.environment ?? {}).map(replaced));
}

const CONFIGURATIONS = {
  job: jobConfig,
  candidate: candidateConfig,
  evaluation: evaluationConfig,
  gateway: gatewayConfig,
};
const SERVICES = Object.keys(CONFIGURATIONS) as (keyof typeof CONFIGURATIONS)[];
const PRODUCTION = {
  NODE_ENV: 'production',
  INTERNAL_TOKEN_SECRET: 'i'.repeat(64),
  CURSOR_SECRET: 'c'.repeat(64),
  JWKS_URL: 'https://id.example/keys',
  JWT_ISSUER: 'https://id.example',
  JWT_AUDIENCE: 'hiregraph',
};

describe('the environment of docker-compose.yml', () => {
  it('runs every service and the gateway', () => {
    expect(Object.entries(services).flatMap(([name, { command }]) => (command?.[0] === 'node' ? [name] : []))).toEqual([
      'fill',
      ...SERVICES,
    ]);
  });

  it.each(SERVICES)('is all that %s needs, as it stands and in production', (service) => {
    const local = CONFIGURATIONS[service](environmentOf(service));
    expect(local).toMatchObject({ host: '0.0.0.0', port: 4000, tenants: [SAMPLE_TENANT] });
    const production = CONFIGURATIONS[service](environmentOf(service, PRODUCTION));
    expect(production).toMatchObject({ internalTokenSecret: PRODUCTION.INTERNAL_TOKEN_SECRET });
  });

  it('names servers and services that are part of it', () => {
    const { mongodbUrl, kafka } = jobConfig(environmentOf('job'));
    const { subgraphUrls, events } = gatewayConfig(environmentOf('gateway'));
    const addresses = [mongodbUrl, ...kafka.brokers.map((broker) => `tcp://${broker}`), ...Object.values(subgraphUrls)];
    for (const address of addresses) expect(Object.keys(services)).toContain(new URL(address).hostname);
    expect(events?.kafka.brokers).toEqual(kafka.brokers);
  });

  it('fills the store with the sample company before anybody serves it', () => {
    const { platform, replicas } = clusterConfig(environmentOf('fill'), []);
    expect([platform.tenants, platform.empty, replicas]).toEqual([[SAMPLE_TENANT], false, 1]);
    expect(clusterConfig(environmentOf('fill', PRODUCTION), []).platform.identityProvider).not.toBeNull();
  });

  it('refuses its own secrets in production', () => {
    for (const service of SERVICES)
      expect(() => CONFIGURATIONS[service](environmentOf(service, { NODE_ENV: 'production' }))).toThrow(
        /INTERNAL_TOKEN_SECRET: is the one of docker-compose\.yml/u,
      );
  });
});

describe('docker-compose.yml', () => {
  it('starts a MongoDB replica set and Kafka in KRaft mode, each on a volume that has a name', () => {
    const { mongodb, kafka } = services;
    expect(mongodb?.command).toEqual(expect.arrayContaining(['--replSet', 'rs0']));
    expect(mongodb?.healthcheck?.test?.at(-1)).toContain("rs.initiate({ _id: 'rs0'");
    expect(kafka?.environment?.KAFKA_PROCESS_ROLES).toBe('broker,controller');
    for (const server of [mongodb, kafka]) {
      const names = server?.volumes?.map((mount) => mount.split(':')[0] ?? '') ?? [];
      expect(names).not.toEqual([]);
      for (const name of names) expect(Object.keys(volumes)).toContain(name);
    }
  });

  it('starts each part when those that it needs are healthy: the servers, the services, the gateway', () => {
    for (const name of ['fill', 'job', 'candidate', 'evaluation'])
      expect([name, services[name]?.depends_on]).toEqual([
        name,
        expect.objectContaining({
          mongodb: { condition: 'service_healthy' },
          kafka: { condition: 'service_healthy' },
        }),
      ]);
    const healthy = { condition: 'service_healthy' };
    expect(services.gateway?.depends_on).toEqual({ job: healthy, candidate: healthy, evaluation: healthy });
  });

  it('has a Kafka browser and the observability as profiles, and nothing else behind one', () => {
    const profiles = Object.entries(services).flatMap(([name, service]) =>
      (service.profiles ?? []).map((profile) => [profile, name]),
    );
    expect(profiles).toEqual([
      ['tools', 'kafka-ui'],
      ['observability', 'prometheus'],
      ['observability', 'grafana'],
    ]);
  });

  it('builds everything of ours from one Dockerfile with stages, production dependencies only, and another user than root', () => {
    const ours = Object.values(services).filter(({ build }) => build !== undefined);
    expect(new Set(ours.map(({ build }) => build))).toEqual(new Set(['.']));
    expect(ours).toHaveLength(5);
    const dockerfile = readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8');
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(last).toMatch(/^USER node$/mu);
    // What it has of node_modules comes from the stage that leaves out what only tests and builds need.
    expect(last).toMatch(/^COPY --from=production \/app \.\/$/mu);
    expect(/AS production\n[^]*?npm ci --omit=dev/u.test(dockerfile)).toBe(true);
  });
});
