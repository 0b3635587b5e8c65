import type { ServiceName, Tenant } from '@hiregraph/kernel';
import { z } from 'zod';
import {
  brokersVariable,
  type Environment,
  logLevelVariable,
  portVariable,
  readConfiguration,
  secretVariable,
  tenantsVariable,
  urlVariable,
} from '../configuration.ts';
import { type KafkaSettings, kafkaSettingsOf, kafkaVariables } from '../kafka-configuration.ts';

const STANDARD_PORTS: Readonly<Record<ServiceName, number>> = { job: 4001, candidate: 4002, evaluation: 4003 };

const NO_EMBEDDED_ENGINE =
  'a service of its own needs real servers, since events on an embedded engine would reach nobody else.';

/** What a service needs that runs as a process of its own. */
export interface ServiceConfig {
  readonly host: string;
  readonly port: number;
  readonly mongodbUrl: string;
  readonly kafka: KafkaSettings;
  readonly internalTokenSecret: string;
  readonly cursorSecret: string;
  readonly tenants: readonly Tenant[];
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** The GraphQL endpoints of the services that it asks. */
  readonly ownerUrls: Readonly<Partial<Record<ServiceName, string>>>;
}

/**
 * @param name the service
 * @param owners the services that it asks
 * @throws ConfigurationError naming everything that is wrong at once
 */
export function serviceConfig(
  name: ServiceName,
  owners: readonly ServiceName[],
  environment: Environment,
): ServiceConfig {
  const urlName = (owner: ServiceName): string => `${owner.toUpperCase()}_URL`;
  const ownerVariables = Object.fromEntries(
    owners.map((owner) => [urlName(owner), urlVariable(`the ${name} service asks the ${owner} service`)]),
  );
  const values = readConfiguration(
    z.object({
      HOST: z.string().optional(),
      PORT: portVariable(STANDARD_PORTS[name]),
      MONGODB_URL: z.string({
        message: `is needed: ${NO_EMBEDDED_ENGINE} Set it to mongodb://…, or run \`npm start\`.`,
      }),
      KAFKA_BROKERS: z
        .string({ message: `is needed: ${NO_EMBEDDED_ENGINE} Set it to broker:9092, or run \`npm start\`.` })
        .pipe(brokersVariable),
      INTERNAL_TOKEN_SECRET: secretVariable('gateway and services sign their requests with it'),
      CURSOR_SECRET: secretVariable('it keeps cursors from being altered'),
      TENANTS: z
        .string({ message: 'is needed: a JSON list of {id, slug, name}, one for each hiring organisation.' })
        .pipe(tenantsVariable),
      LOG_LEVEL: logLevelVariable.optional(),
      ...kafkaVariables,
      ...ownerVariables,
    }),
    environment,
  );
  const urls = values as Readonly<Record<string, unknown>>;
  return {
    host: values.HOST ?? '0.0.0.0',
    port: values.PORT,
    mongodbUrl: values.MONGODB_URL,
    kafka: kafkaSettingsOf(values.KAFKA_BROKERS, values),
    internalTokenSecret: values.INTERNAL_TOKEN_SECRET,
    cursorSecret: values.CURSOR_SECRET,
    tenants: values.TENANTS,
    logLevel: values.LOG_LEVEL ?? 'info',
    ownerUrls: Object.fromEntries(owners.map((owner) => [owner, String(urls[urlName(owner)])])),
  };
}
