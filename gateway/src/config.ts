import type { ServiceName, Tenant } from '@hiregraph/kernel';
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
  secretVariable,
  tenantsVariable,
  urlVariable,
} from '@hiregraph/subgraph';
import { z } from 'zod';
import {
  type IdentityProvider,
  identityProviderOf,
  identityProviderVariables,
} from './authentication/identity-provider.ts';

/** What a gateway needs that runs as a process of its own. */
export interface GatewayConfig {
  readonly host: string;
  readonly port: number;
  readonly subgraphUrls: Readonly<Record<ServiceName, string>>;
  readonly internalTokenSecret: string;
  readonly identityProvider: IdentityProvider | null;
  /** Null: no event stream. */
  readonly events: EventStreamConfig | null;
  /** A file of operations that clients may name by their hash from the start; null: none. */
  readonly persistedOperations: string | null;
  /** Where the development issuer's key lies. */
  readonly dataDirectory: string;
  readonly tenants: readonly Tenant[];
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly nodeEnvironment: string | undefined;
}

/** Where `/events` comes from. */
export interface EventStreamConfig {
  readonly kafka: KafkaSettings;
  /** Signs the stream's cursors; the same on every gateway. */
  readonly cursorSecret: string;
}

const variables = z.object({
  HOST: z.string().optional(),
  PORT: portVariable(4000),
  JOB_URL: urlVariable('the gateway asks the job service'),
  CANDIDATE_URL: urlVariable('the gateway asks the candidate service'),
  EVALUATION_URL: urlVariable('the gateway asks the evaluation service'),
  INTERNAL_TOKEN_SECRET: secretVariable('gateway and services sign their requests with it'),
  TENANTS: z
    .string({ message: 'is needed: a JSON list of {id, slug, name}, one for each hiring organisation.' })
    .pipe(tenantsVariable),
  PERSISTED_OPERATIONS: z.string().optional(),
  DATA_DIR: z.string().optional(),
  KAFKA_BROKERS: brokersVariable.optional(),
  CURSOR_SECRET: secretVariable('it keeps cursors from being altered').optional(),
  LOG_LEVEL: logLevelVariable.optional(),
  NODE_ENV: z.string().optional(),
  ...kafkaVariables,
  ...identityProviderVariables,
});

/** @throws ConfigurationError naming everything that is wrong at once */
export function gatewayConfig(environment: Environment): GatewayConfig {
  const values = readConfiguration(variables, environment);
  return {
    host: values.HOST ?? '0.0.0.0',
    port: values.PORT,
    subgraphUrls: { job: values.JOB_URL, candidate: values.CANDIDATE_URL, evaluation: values.EVALUATION_URL },
    internalTokenSecret: values.INTERNAL_TOKEN_SECRET,
    identityProvider: identityProviderOf(values),
    events: eventStreamOf(values),
    persistedOperations: values.PERSISTED_OPERATIONS ?? null,
    dataDirectory: values.DATA_DIR ?? '.data',
    tenants: values.TENANTS,
    logLevel: values.LOG_LEVEL ?? 'info',
    nodeEnvironment: values.NODE_ENV,
  };
}

function eventStreamOf(values: z.output<typeof variables>): EventStreamConfig | null {
  if (values.KAFKA_BROKERS === undefined) return null;
  if (values.CURSOR_SECRET === undefined) {
    throw new ConfigurationError([
      'CURSOR_SECRET: is needed with KAFKA_BROKERS: it keeps the cursors of /events from being altered. Set it to at least 32 random characters, the same in every process (openssl rand -hex 32 makes one), or leave KAFKA_BROKERS out to run without /events.',
    ]);
  }
  return { kafka: kafkaSettingsOf(values.KAFKA_BROKERS, values), cursorSecret: values.CURSOR_SECRET };
}
