import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { ConfigurationError, type Environment, type KafkaSettings } from '@hiregraph/subgraph';
import { type PlatformConfig, platformConfig } from '../config.ts';
import { keptSecret } from '../kept-secret.ts';

/** What `npm run servers` starts. */
const LOCAL_SERVERS = {
  MONGODB_URL: 'mongodb://127.0.0.1:27117/?directConnection=true',
  KAFKA_BROKERS: '127.0.0.1:19092',
};
const MAX_REPLICAS = 16;
const SECRET_BYTES = 32;

export interface ClusterConfig {
  readonly platform: PlatformConfig;
  readonly mongodbUrl: string;
  readonly kafka: KafkaSettings;
  /** How many processes each service has. */
  readonly replicas: number;
  readonly cursorSecret: string;
  /** What every process of the cluster finds in its environment. */
  readonly shared: Readonly<Record<string, string>>;
}

/**
 * @param environment the process's environment; without MONGODB_URL and KAFKA_BROKERS the local servers are meant
 * @param flags the command line's arguments
 * @throws ConfigurationError naming what is wrong
 */
export function clusterConfig(environment: Environment, flags: readonly string[]): ClusterConfig {
  const { replicas, others } = readFlags(flags);
  const named = isSet(environment.MONGODB_URL) || isSet(environment.KAFKA_BROKERS);
  const whole = named ? environment : { ...environment, ...LOCAL_SERVERS };
  const platform = platformConfig(whole, others);
  if (platform.engines.kind === 'embedded') throw new Error('A cluster always has servers.');
  const { mongodbUrl, kafka } = platform.engines;
  const dataDirectory = resolve(platform.dataDirectory);
  const cursorSecret = platform.cursorSecret ?? keptSecret(dataDirectory);
  return {
    platform: { ...platform, dataDirectory },
    mongodbUrl,
    kafka,
    replicas,
    cursorSecret,
    shared: {
      ...definedOf(whole),
      DATA_DIR: dataDirectory,
      TENANTS: JSON.stringify(platform.tenants),
      LOG_LEVEL: platform.logLevel,
      CURSOR_SECRET: cursorSecret,
      INTERNAL_TOKEN_SECRET: isSet(environment.INTERNAL_TOKEN_SECRET)
        ? environment.INTERNAL_TOKEN_SECRET
        : randomBytes(SECRET_BYTES).toString('hex'),
    },
  };
}

function readFlags(flags: readonly string[]): { replicas: number; others: readonly string[] } {
  const at = flags.indexOf('--replicas');
  if (flags.includes('--fresh')) {
    throw new ConfigurationError([
      '--fresh: the data lies on servers. Empty the databases hiregraph_job, hiregraph_candidate and hiregraph_evaluation there instead.',
    ]);
  }
  if (at === -1) return { replicas: 1, others: flags };
  const text = flags[at + 1] ?? '';
  const replicas = /^\d{1,2}$/u.test(text) ? Number(text) : 0;
  if (replicas < 1 || replicas > MAX_REPLICAS) {
    throw new ConfigurationError([
      `--replicas ${text}: must be the number of processes of each service, from 1 to ${MAX_REPLICAS}: npm run cluster -- --replicas 2`,
    ]);
  }
  return { replicas, others: flags.toSpliced(at, 2) };
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}

function definedOf(environment: Environment): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
