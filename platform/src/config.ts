import { type IdentityProvider, identityProviderOf, identityProviderVariables } from '@hiregraph/gateway';
import type { Tenant } from '@hiregraph/kernel';
import {
  brokersVariable,
  ConfigurationError,
  type Environment,
  type KafkaSettings,
  kafkaSettingsOf,
  kafkaVariables,
  logLevelVariable,
  portVariable,
  readConfiguration,
  tenantsVariable,
} from '@hiregraph/subgraph';
import { z } from 'zod';

/** The company that an installation without TENANTS has: the one that the seed fills. */
export const SAMPLE_TENANT: Tenant = { id: 'ten_larkfield', slug: 'larkfield', name: 'Larkfield Software' };

/** Where data lies and events go. */
export type Engines =
  | { readonly kind: 'embedded'; readonly dataDirectory: string }
  | { readonly kind: 'servers'; readonly mongodbUrl: string; readonly kafka: KafkaSettings };

export interface PlatformConfig {
  readonly host: string;
  readonly port: number;
  readonly dataDirectory: string;
  readonly engines: Engines;
  /** Null: development tokens. */
  readonly identityProvider: IdentityProvider | null;
  readonly tenants: readonly Tenant[];
  /** Null: one is made and kept in the data directory. */
  readonly cursorSecret: string | null;
  /** A file of operations that clients may name by their hash from the start; null: none. */
  readonly persistedOperations: string | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly production: boolean;
  /** Throw away what the data directory holds, first. */
  readonly fresh: boolean;
  /** Do not fill an empty store with the sample company. */
  readonly empty: boolean;
}

const variables = z.object({
  HOST: z.string().optional(),
  PORT: portVariable(4000),
  DATA_DIR: z.string().optional(),
  MONGODB_URL: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//u, {
      message: 'must be a MongoDB connection string: mongodb://… or mongodb+srv://….',
    })
    .optional(),
  KAFKA_BROKERS: brokersVariable.optional(),
  ...kafkaVariables,
  ...identityProviderVariables,
  TENANTS: tenantsVariable.optional(),
  CURSOR_SECRET: z
    .string()
    .min(32, { message: 'must have at least 32 characters (openssl rand -hex 32 makes it).' })
    .optional(),
  PERSISTED_OPERATIONS: z.string().optional(),
  LOG_LEVEL: logLevelVariable.optional(),
  NODE_ENV: z.string().optional(),
});
type Variables = z.output<typeof variables>;

const FLAGS = ['--fresh', '--empty'] as const;

/**
 * @param environment the process's environment
 * @param flags the command line's arguments
 * @throws ConfigurationError naming everything that is wrong at once
 */
export function platformConfig(environment: Environment, flags: readonly string[]): PlatformConfig {
  const unknown = flags.filter((flag) => !(FLAGS as readonly string[]).includes(flag));
  if (unknown.length > 0) {
    throw new ConfigurationError([
      `${unknown.join(' ')}: there is no such option. Use --fresh (throw the data away first) or --empty (no sample company).`,
    ]);
  }
  const values = readConfiguration(variables, environment);
  const problems = togetherProblems(values);
  if (problems.length > 0) throw new ConfigurationError(problems);
  const dataDirectory = values.DATA_DIR ?? '.data';
  return {
    host: values.HOST ?? '127.0.0.1',
    port: values.PORT,
    dataDirectory,
    engines: enginesOf(values, dataDirectory),
    identityProvider: identityProviderOf(values),
    tenants: values.TENANTS ?? [SAMPLE_TENANT],
    cursorSecret: values.CURSOR_SECRET ?? null,
    persistedOperations: values.PERSISTED_OPERATIONS ?? null,
    logLevel: values.LOG_LEVEL ?? 'warn',
    production: values.NODE_ENV === 'production',
    fresh: flags.includes('--fresh'),
    empty: flags.includes('--empty'),
  };
}

/** What is wrong with variables that only make sense together. */
function togetherProblems(values: Variables): string[] {
  const problems: string[] = [];
  if ((values.MONGODB_URL === undefined) !== (values.KAFKA_BROKERS === undefined)) {
    const missing = values.MONGODB_URL === undefined ? 'MONGODB_URL' : 'KAFKA_BROKERS';
    problems.push(
      `${missing}: is needed when the other of MONGODB_URL and KAFKA_BROKERS is set, since replicas must share both. Set it too, or neither to run on the embedded engines.`,
    );
  }
  if (values.NODE_ENV === 'production') {
    if (values.JWKS_URL === undefined) {
      problems.push(
        'JWKS_URL: is needed with NODE_ENV=production, where development tokens are refused. Set JWKS_URL, JWT_ISSUER and JWT_AUDIENCE to those of your identity provider.',
      );
    }
    if (values.CURSOR_SECRET === undefined) {
      problems.push(
        'CURSOR_SECRET: is needed with NODE_ENV=production, the same in every replica (openssl rand -hex 32 makes one).',
      );
    }
    if (values.TENANTS === undefined) {
      problems.push(
        'TENANTS: is needed with NODE_ENV=production: a JSON list of {id, slug, name}, one for each hiring organisation.',
      );
    }
  }
  return problems;
}

function enginesOf(values: Variables, dataDirectory: string): Engines {
  if (values.MONGODB_URL === undefined || values.KAFKA_BROKERS === undefined)
    return { kind: 'embedded', dataDirectory };
  const kafka = kafkaSettingsOf(values.KAFKA_BROKERS, values);
  return { kind: 'servers', mongodbUrl: values.MONGODB_URL, kafka };
}
