import { type Environment, type ServiceConfig, serviceConfig } from '@hiregraph/subgraph';

/** The job service's configuration: what every service needs; it asks no other. */
export function jobConfig(environment: Environment): ServiceConfig {
  return serviceConfig('job', [], environment);
}
