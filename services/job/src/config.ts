import { type Environment, type ServiceConfig, serviceConfig } from '@hiregraph/subgraph';

/** The job service's configuration: what every service needs, and the addresses of those that it asks. */
export function jobConfig(environment: Environment): ServiceConfig {
  return serviceConfig('job', ['candidate'], environment);
}
