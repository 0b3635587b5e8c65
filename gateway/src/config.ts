import type { ServiceName, Tenant } from '@hiregraph/kernel';
import {
  type Environment,
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
  /** Where the development issuer's key lies. */
  readonly dataDirectory: string;
  readonly tenants: readonly Tenant[];
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly nodeEnvironment: string | undefined;
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
  DATA_DIR: z.string().optional(),
  LOG_LEVEL: logLevelVariable.optional(),
  NODE_ENV: z.string().optional(),
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
    dataDirectory: values.DATA_DIR ?? '.data',
    tenants: values.TENANTS,
    logLevel: values.LOG_LEVEL ?? 'info',
    nodeEnvironment: values.NODE_ENV,
  };
}
