import {
  type DevelopmentIssuer,
  openDevelopmentIssuer,
  readPersistedOperations,
  type TokenVerifier,
  verifierForDevelopment,
  verifierForProvider,
} from '@hiregraph/gateway';
import { type Clock, type Logger, systemClock } from '@hiregraph/kernel';
import { createLogger, createTenantDirectory, type Environment } from '@hiregraph/subgraph';
import { bannerText } from './banner.ts';
import { type PlatformConfig, platformConfig, SAMPLE_TENANT } from './config.ts';
import { createPlatform, type Platform } from './create-platform.ts';
import { keptSecret } from './kept-secret.ts';
import { openEngines, type OpenedEngines, prepareDataDirectory } from './open-engines.ts';
import { samplePersonOf, sampleToken } from './sample-people.ts';
import { findSampleCandidate } from './seed/find-sample-candidate.ts';
import { createSeedClock } from './seed/seed-clock.ts';
import { startFilled } from './seed/start-filled.ts';

export interface RunOptions {
  readonly environment: Environment;
  readonly flags: readonly string[];
  /** Standard output: the banner, where it is a terminal, and the line `ready …`. */
  readonly print: (line: string) => void;
  readonly isTerminal: boolean;
  /** A line about what is going on, for a person who waits. */
  readonly progress: (line: string) => void;
  /** Called when the platform can go on no more and has to end. */
  readonly onFailure: (error: Error) => void;
}

export interface RunningPlatform {
  readonly platform: Platform;
  readonly origin: string;
  stop(): Promise<void>;
}

const PLAYGROUND_QUERY = `# Hiregraph. Explore the schema on the left; the token of a recruiter is set under "Headers".
query Jobs {
  jobs(first: 10) {
    nodes {
      title
      status
      stageCounts { stage { name } count }
      applications(first: 5) {
        nodes { candidate { name } stage { name } status }
      }
    }
  }
}
`;

/** Reads, validates, wires and starts: what `npm start` runs. */
export async function runPlatform(options: RunOptions): Promise<RunningPlatform> {
  const config = platformConfig(options.environment, options.flags);
  const logger = createLogger({ name: 'hiregraph', level: config.logLevel });
  if (config.engines.kind === 'embedded') await prepareDataDirectory(config.dataDirectory, config.fresh);
  const issuer = developmentIssuer(config, options.environment);
  const clock = createSeedClock();
  const opened = openEngines(config.engines, { clock, logger, onStopped: options.onFailure });
  const platform = await buildPlatform(config, opened, issuer, clock, logger);
  try {
    await startFilled({ platform, engine: opened.engines.job, config, clock, progress: options.progress });
    await platform.startServing();
  } catch (error) {
    await platform.stop().catch(() => undefined);
    throw error;
  }
  await announce(config, issuer, platform, options);
  return { platform, origin: platform.gateway.origin, stop: () => platform.stop() };
}

function developmentIssuer(config: PlatformConfig, environment: Environment): DevelopmentIssuer | null {
  if (config.identityProvider !== null) return null;
  const { dataDirectory } = config;
  return openDevelopmentIssuer({ dataDirectory, nodeEnvironment: environment.NODE_ENV, clock: systemClock });
}

async function buildPlatform(
  config: PlatformConfig,
  { engines, bus }: OpenedEngines,
  issuer: DevelopmentIssuer | null,
  clock: Clock,
  logger: Logger,
): Promise<Platform> {
  const tenant = config.tenants[0];
  const token = issuer && tenant ? await sampleToken(issuer, tenant, samplePersonOf('RECRUITER')) : null;
  return createPlatform({
    engines,
    bus,
    tenants: config.tenants,
    verifier: verifierOf(config, issuer, clock),
    clock,
    wallClock: systemClock,
    logger,
    cursorSecret: config.cursorSecret ?? keptSecret(config.dataDirectory),
    ...(config.persistedOperations === null
      ? {}
      : { persistedOperations: readPersistedOperations(config.persistedOperations) }),
    ...(config.engines.kind === 'servers' ? { partitions: config.engines.kafka.partitions } : {}),
    host: config.host,
    port: config.port,
    playground:
      token === null
        ? null
        : { title: 'Hiregraph', defaultQuery: PLAYGROUND_QUERY, defaultHeaders: { authorization: `Bearer ${token}` } },
  });
}

function verifierOf(config: PlatformConfig, issuer: DevelopmentIssuer | null, clock: Clock): TokenVerifier {
  const directory = createTenantDirectory(config.tenants);
  const parts = { findTenant: (name: string) => directory.findById(name) ?? directory.findBySlug(name), clock };
  if (config.identityProvider !== null) return verifierForProvider(config.identityProvider, parts);
  if (issuer === null) throw new Error('Without an identity provider there is a development issuer.');
  return verifierForDevelopment(issuer, parts);
}

async function announce(
  config: PlatformConfig,
  issuer: DevelopmentIssuer | null,
  platform: Platform,
  options: RunOptions,
): Promise<void> {
  const { origin } = platform.gateway;
  const tenant = config.tenants[0];
  if (options.isTerminal && tenant !== undefined) {
    const dataDirectory = config.engines.kind === 'embedded' ? config.dataDirectory : null;
    const candidateId = tenant.id === SAMPLE_TENANT.id ? await findSampleCandidate(platform, tenant) : null;
    options.print(await bannerText({ origin, tenant, issuer, dataDirectory, candidateId }));
  }
  options.print(`ready ${origin}/graphql`);
}
